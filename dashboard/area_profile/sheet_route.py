"""Where an area's A4 sheet is found: an address of its own, to be linked, printed and shared."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from dashboard import store
from dashboard.area_profile import sheet
from dashboard.area_profile.profile import TABLES, Profile, area_ids
from dashboard.areas import shelf
from dashboard.documents import sheets
from dashboard.documents.sheets import UnknownError, imprint
from dashboard.i18n.words import Words
from data import versions
from data.versions import Version

FOLDER = "ark"
PATH = f"/{FOLDER}/{{dataset}}/{{version}}/{{area_id}}.pdf"


def url(version: Version, area_id: str, language: str) -> str:
    return sheets.address(FOLDER, version, area_id, language)


def answer(request: Request) -> Response:
    """An area's sheet as a PDF to read in the browser; a sentence where the version or the area is unknown."""
    return sheets.reply(request, request.path_params["area_id"], "omraadeprofil", written)


@lru_cache(maxsize=sheets.KEPT)
def written(dataset: str, version_name: str, area_id: str, language: str) -> bytes:
    """The sheet of an area that has a profile. Raises DataError where the version is unknown or damaged,
    UnknownError where the area has no profile.
    """
    version, words = versions.find(store.ROOT, dataset, version_name), Words(language)
    if area_id not in area_ids(shelf.book(version)):
        raise UnknownError(area_id)
    tables = {name: store.table(version, name) for name in TABLES}
    profile = Profile(area_id, tables, shelf.book(version), words)
    return sheet.pdf(profile, store.shapes(version), imprint(version, words, "omraade", omraade=area_id))
