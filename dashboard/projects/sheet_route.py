"""Where a project's A4 sheet is found: an address of its own, to be linked, printed and shared."""

from __future__ import annotations

from functools import lru_cache

from starlette.requests import Request
from starlette.responses import Response

from dashboard import store
from dashboard.areas import shelf
from dashboard.documents import sheets
from dashboard.documents.sheets import UnknownError, imprint
from dashboard.i18n.words import Words
from dashboard.projects import bank as project_bank
from dashboard.projects import sheet
from dashboard.projects.bank import Bank
from data import versions
from data.versions import Version

FOLDER = "projektark"
PATH = f"/{FOLDER}/{{dataset}}/{{version}}/{{project_id}}.pdf"


def url(version: Version, project_id: str, language: str) -> str:
    return sheets.address(FOLDER, version, project_id, language)


def answer(request: Request) -> Response:
    """A project's sheet as a PDF to read in the browser; a sentence where the version or the project is unknown."""
    return sheets.reply(request, request.path_params["project_id"], "projektark", written)


@lru_cache(maxsize=sheets.KEPT)
def written(dataset: str, version_name: str, project_id: str, language: str) -> bytes:
    """The sheet of a project. Raises DataError where the version is unknown or damaged, UnknownError where the project
    is unknown.
    """
    version, words = versions.find(store.ROOT, dataset, version_name), Words(language)
    tables = {name: store.table(version, name) for name in project_bank.TABLES}
    bank = Bank(tables, shelf.book(version), words)
    if project_id not in bank.names:
        raise UnknownError(project_id)
    return sheet.pdf(bank, project_id, imprint(version, words, "projekter", projekt=project_id))
