"""The addresses of A4 sheets, to be linked, printed and shared: what they answer, and what a sheet says of itself."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from anyio import to_thread
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import store
from dashboard.documents import public_address
from dashboard.documents.press import BusyError, Press
from dashboard.i18n import languages
from dashboard.i18n.words import N_, Words
from data import versions
from data.errors import DamagedError, DataError
from data.versions import Version

LOG = logging.getLogger(__name__)
NOT_FOUND = N_("Arket findes ikke.")
BUSY = N_("Der laves mange ark lige nu. Prøv igen om et halvt minut.")
AGAIN = "30"  # seconds
PRESS = Press()


@dataclass(frozen=True)
class Imprint:
    """What a sheet says of itself. `made`: the day of the data; `mark` is "Fiktive tal" or empty; `address`
    that of the page, with the host of the product where that is known.
    """

    version: str
    made: date
    address: str
    mark: str

    @property
    def has_link(self) -> bool:
        """Whether the address can be followed from the sheet."""
        return self.address.startswith("http")

    def said(self, words: Words) -> dict[str, Any]:
        """The same by the names that the template of all paper has for it."""
        return {
            "language": words.language,
            "made": (self.made.year, self.made.month, self.made.day),
            "mark": self.mark,
            "version": words("Dataversion {version}, dannet {date}", version=self.version, date=words.date(self.made)),
            "address": self.address,
            "has_link": self.has_link,
        }


class UnknownError(LookupError):
    """No area or project of that name has a sheet."""


@dataclass(frozen=True)
class Sheets:
    """A kind of sheet: the `folder` of its address, how its `file` names begin, the `page` that it is a short form of
    with the name of the `choice` there. `knows` whether a version has a sheet of that name; `draw` gives the PDF.
    """

    folder: str
    file: str
    page: str
    choice: str
    knows: Callable[[Version, str], bool]
    draw: Callable[[Version, str, Words, Imprint], bytes]

    @property
    def path(self) -> str:
        return f"/{self.folder}/{{dataset}}/{{version}}/{{name}}.pdf"

    def url(self, version: Version, name: str, language: str) -> str:
        return f"/{self.folder}/{version.dataset}/{version.name}/{name}.pdf?{urlencode({'sprog': language})}"

    async def answer(self, request: Request) -> Response:
        """A sheet to read in the browser; a sentence for an unknown one, damaged data or too many at once."""
        words, name = Words(languages.asked(request.query_params.get("sprog"))), request.path_params["name"]
        try:
            version = await to_thread.run_sync(partial(self.version, **request.path_params))
            key = (self.folder, *store.key(version), name, words.language, public_address.base())  # all it is made of
            content = await PRESS.made(key, partial(self.pdf, version, name, words))
        except BusyError:
            return _sentence(words(BUSY), 429, {"Retry-After": AGAIN})
        except DamagedError as error:
            LOG.error(error)
            return _sentence(words.text(error.text), 503)
        except (DataError, UnknownError):
            return _sentence(words(NOT_FOUND), 404)
        headers = {
            "Content-Disposition": f'inline; filename="{self.file}_{name}_{version.name}.pdf"',
            "Cache-Control": store.FOR_EVER,
        }
        return Response(content, media_type="application/pdf", headers=headers)

    def version(self, dataset: str, version: str, name: str) -> Version:
        """The version that has this sheet. Raises DataError where it is unknown or damaged, UnknownError."""
        found = versions.find(store.ROOT, dataset, version)
        if not self.knows(found, name):
            raise UnknownError(name)
        return found

    def pdf(self, version: Version, name: str, words: Words) -> bytes:
        """The sheet, with the address of its page. Raises DamagedError."""
        return self.draw(version, name, words, imprint(version, words, self.page, **{self.choice: name}))


def imprint(version: Version, words: Words, page: str, **choices: str) -> Imprint:
    """What a sheet says of itself, with the address of the `page` that it is a short form of."""
    if version.dataset != store.FIRST:
        choices["datasaet"] = version.dataset
    choices |= languages.in_address(words.language)
    return Imprint(
        version.name,
        version.time.date(),
        f"{public_address.base() or '/'}{page}?{urlencode(choices)}",
        store.mark(version, words),
    )


def _sentence(text: str, status: int, headers: dict[str, str] | None = None) -> Response:
    return PlainTextResponse(text, status, {"Cache-Control": "no-store", **(headers or {})})
