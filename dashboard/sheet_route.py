"""Where the A4 sheet of an area is found: an address of its own, so that it can be linked, printed and shared."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from dashboard import profile, sheet, store
from dashboard.words import LANGUAGES, N_, Words
from data import versions
from data.errors import DataError
from data.versions import Version

FOLDER = "ark"
PATH = f"/{FOLDER}/{{dataset}}/{{version}}/{{area_id}}.pdf"
FOR_EVER = "public, max-age=31536000, immutable"  # the version is in the address
NOT_FOUND = N_("Arket findes ikke.")


def url(version: Version, area_id: str, language: str) -> str:
    return f"/{FOLDER}/{version.dataset}/{version.name}/{area_id}.pdf?{urlencode({'sprog': language})}"


def answer(request: Request) -> Response:
    """The sheet as a PDF to read in the browser; a sentence where the version or the area is unknown."""
    asked = request.query_params.get("sprog")
    words = Words(asked if asked in LANGUAGES else "da")
    area_id = request.path_params["area_id"]
    try:
        version = versions.find(store.ROOT, request.path_params["dataset"], request.path_params["version"])
        known = {name: store.table(version, name) for name in profile.TABLES}
        if area_id not in profile.area_ids(known):
            return PlainTextResponse(words(NOT_FOUND), status_code=404)
        content = sheet.pdf(
            profile.Profile(area_id, known, words), store.shapes(version),
            imprint(version, words, f"{request.base_url}omraade?{page_query(version, area_id, words)}", known),
        )
    except DataError:
        return PlainTextResponse(words(NOT_FOUND), status_code=404)
    name = f"omraadeprofil_{area_id}_{version.name}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Cache-Control": FOR_EVER}
    return Response(content, media_type="application/pdf", headers=headers)


def imprint(version: Version, words: Words, address: str, known: profile.Tables) -> sheet.Imprint:
    invented = known["sources"]["source_class"].eq("fictitious").any()
    return sheet.Imprint(version.name, words.date(version.time), address, words("Fiktive tal") if invented else "")


def page_query(version: Version, area_id: str, words: Words) -> str:
    """The address of the page that the sheet is a short form of."""
    choices = {"omraade": area_id}
    if version.dataset != store.FIRST:
        choices["datasaet"] = version.dataset
    if words.language != "da":
        choices["sprog"] = words.language
    return urlencode(choices)
