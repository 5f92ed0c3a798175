"""Where the A4 sheet of an area is found: an address of its own, so that it can be linked, printed and shared."""

from __future__ import annotations

from functools import lru_cache
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import area_profile, assets, sheet, store
from dashboard.words import LANGUAGES, N_, Words
from data import versions
from data.errors import DataError
from data.versions import Version

FOLDER = "ark"
PATH = f"/{FOLDER}/{{dataset}}/{{version}}/{{area_id}}.pdf"
NOT_FOUND = N_("Arket findes ikke.")
SHEETS_KEPT = 64  # of at most some 100 KB: those that are read together in a meeting


def url(version: Version, area_id: str, language: str) -> str:
    return f"/{FOLDER}/{version.dataset}/{version.name}/{area_id}.pdf?{urlencode({'sprog': language})}"


def answer(request: Request) -> Response:
    """The sheet as a PDF to read in the browser; a sentence where the version or the area is unknown."""
    asked = request.query_params.get("sprog")
    words = Words(asked if asked in LANGUAGES else "da")
    area_id = request.path_params["area_id"]
    dataset, version = request.path_params["dataset"], request.path_params["version"]
    try:
        known = area_profile.area_ids(store.book(versions.find(store.ROOT, dataset, version)))
        content = written(dataset, version, area_id, words.language, str(request.base_url)) if area_id in known else b""
    except DataError:
        content = b""
    if not content:
        return PlainTextResponse(words(NOT_FOUND), status_code=404)
    name = f"omraadeprofil_{area_id}_{version}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": assets.FOR_EVER}
    return Response(content, media_type="application/pdf", headers=headers)


@lru_cache(maxsize=SHEETS_KEPT)
def written(dataset: str, version_name: str, area_id: str, language: str, base_url: str) -> bytes:
    """The sheet of an area that has a profile. Raises DataError where the version is unknown or damaged."""
    version, words = versions.find(store.ROOT, dataset, version_name), Words(language)
    known = {name: store.table(version, name) for name in area_profile.TABLES}
    imprint = sheet.Imprint(
        version.name, words.date(version.time), f"{base_url}omraade?{page_query(version, area_id, words)}",
        words("Fiktive tal") if store.is_fictitious(version) else "",
    )
    own = area_profile.Profile(area_id, known, store.book(version), words)
    return sheet.pdf(own, store.shapes(version), imprint)


def page_query(version: Version, area_id: str, words: Words) -> str:
    """The address of the page that the sheet is a short form of."""
    choices = {"omraade": area_id}
    if version.dataset != store.FIRST:
        choices["datasaet"] = version.dataset
    if words.language != "da":
        choices["sprog"] = words.language
    return urlencode(choices)
