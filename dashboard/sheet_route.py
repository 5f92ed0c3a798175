"""Where the A4 sheets are found, an area's and a project's: addresses of their own, to be linked, printed and shared.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import area_profile, assets, project_cards, project_sheet, sheet, store
from dashboard.project_cards import Bank
from dashboard.words import LANGUAGES, N_, Words
from data import versions
from data.errors import DataError
from data.versions import Version

FOLDER, PROJECT_FOLDER = "ark", "projektark"
PATH = f"/{FOLDER}/{{dataset}}/{{version}}/{{area_id}}.pdf"
PROJECT_PATH = f"/{PROJECT_FOLDER}/{{dataset}}/{{version}}/{{project_id}}.pdf"
NOT_FOUND = N_("Arket findes ikke.")
SHEETS_KEPT = 64  # of at most some 100 KB: those that are read together in a meeting


class UnknownError(LookupError):
    """No area or project of that name has a sheet."""


def url(version: Version, area_id: str, language: str) -> str:
    return address(FOLDER, version, area_id, language)


def project_url(version: Version, project_id: str, language: str) -> str:
    return address(PROJECT_FOLDER, version, project_id, language)


def address(folder: str, version: Version, name: str, language: str) -> str:
    return f"/{folder}/{version.dataset}/{version.name}/{name}.pdf?{urlencode({'sprog': language})}"


def answer(request: Request) -> Response:
    """An area's sheet as a PDF to read in the browser; a sentence where the version or the area is unknown."""
    return reply(request, request.path_params["area_id"], "omraadeprofil", written)


def answer_project(request: Request) -> Response:
    """A project's sheet, as `answer`."""
    return reply(request, request.path_params["project_id"], "projektark", written_project)


def reply(request: Request, name: str, kind: str, make: Callable[[str, str, str, str, str], bytes]) -> Response:
    asked = request.query_params.get("sprog")
    words = Words(asked if asked in LANGUAGES else "da")
    dataset, version = request.path_params["dataset"], request.path_params["version"]
    try:
        content = make(dataset, version, name, words.language, str(request.base_url))
    except (DataError, UnknownError):
        return PlainTextResponse(words(NOT_FOUND), status_code=404)
    headers = {"Content-Disposition": f'inline; filename="{kind}_{name}_{version}.pdf"',
               "Cache-Control": assets.FOR_EVER}
    return Response(content, media_type="application/pdf", headers=headers)


@lru_cache(maxsize=SHEETS_KEPT)
def written(dataset: str, version_name: str, area_id: str, language: str, base_url: str) -> bytes:
    """The sheet of an area that has a profile. Raises DataError where the version is unknown or damaged,
    UnknownError where the area has no profile.
    """
    version, words = versions.find(store.ROOT, dataset, version_name), Words(language)
    if area_id not in area_profile.area_ids(store.book(version)):
        raise UnknownError(area_id)
    known = {name: store.table(version, name) for name in area_profile.TABLES}
    own = area_profile.Profile(area_id, known, store.book(version), words)
    return sheet.pdf(own, store.shapes(version), imprint(version, words, f"{base_url}omraade", omraade=area_id))


@lru_cache(maxsize=SHEETS_KEPT)
def written_project(dataset: str, version_name: str, project_id: str, language: str, base_url: str) -> bytes:
    """The sheet of a project. Raises as `written`."""
    version, words = versions.find(store.ROOT, dataset, version_name), Words(language)
    known = {name: store.table(version, name) for name in project_cards.TABLES}
    bank = Bank(known, store.book(version), words)
    if project_id not in bank.names:
        raise UnknownError(project_id)
    return project_sheet.pdf(bank, project_id, imprint(version, words, f"{base_url}projekter", projekt=project_id))


def imprint(version: Version, words: Words, page: str, **choices: str) -> sheet.Imprint:
    """What a sheet says of itself, with the address of the page that it is a short form of."""
    if version.dataset != store.FIRST:
        choices["datasaet"] = version.dataset
    if words.language != "da":
        choices["sprog"] = words.language
    return sheet.Imprint(version.name, words.date(version.time), f"{page}?{urlencode(choices)}",
                         store.mark(version, words))
