"""What the routes of the A4 sheets have in common: their addresses, their answers, and what a sheet says of itself."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import store
from dashboard.documents import public_address
from dashboard.i18n import languages
from dashboard.i18n.words import N_, Words
from data.errors import DataError
from data.versions import Version

NOT_FOUND = N_("Arket findes ikke.")
KEPT = 64  # of at most some 100 KB: those that are read together in a meeting


@dataclass(frozen=True)
class Imprint:
    """What a sheet says of itself. `mark` is "Fiktive tal" or empty; `address` that of the page, with the host of the
    product where that is known.
    """

    version: str
    date: str
    address: str
    mark: str

    @property
    def has_link(self) -> bool:
        """Whether the address can be followed from the sheet."""
        return self.address.startswith("http")


class UnknownError(LookupError):
    """No area or project of that name has a sheet."""


def address(folder: str, version: Version, name: str, language: str) -> str:
    return f"/{folder}/{version.dataset}/{version.name}/{name}.pdf?{urlencode({'sprog': language})}"


def reply(request: Request, name: str, kind: str, make: Callable[[str, str, str, str], bytes]) -> Response:
    words = Words(languages.asked(request.query_params.get("sprog")))
    dataset, version = request.path_params["dataset"], request.path_params["version"]
    try:
        content = make(dataset, version, name, words.language)
    except (DataError, UnknownError):
        return PlainTextResponse(words(NOT_FOUND), status_code=404)
    headers = {
        "Content-Disposition": f'inline; filename="{kind}_{name}_{version}.pdf"',
        "Cache-Control": store.FOR_EVER,
    }
    return Response(content, media_type="application/pdf", headers=headers)


def imprint(version: Version, words: Words, page: str, **choices: str) -> Imprint:
    """What a sheet says of itself, with the address of the `page` that it is a short form of."""
    if version.dataset != store.FIRST:
        choices["datasaet"] = version.dataset
    choices |= languages.in_address(words.language)
    return Imprint(
        version.name,
        words.date(version.time),
        f"{public_address.base() or '/'}{page}?{urlencode(choices)}",
        store.mark(version, words),
    )
