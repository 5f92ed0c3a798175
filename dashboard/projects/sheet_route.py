"""Where a project's A4 sheet is found."""

from __future__ import annotations

from dashboard import store
from dashboard.areas import shelf
from dashboard.documents.sheets import Imprint, Sheets
from dashboard.i18n.words import Words
from dashboard.projects import bank as project_bank
from dashboard.projects import sheet
from dashboard.projects.bank import Bank
from dashboard.ui import clock
from data.contracts import Project
from data.versions import Version


def knows(version: Version, project_id: str) -> bool:
    return any(project.project_id == project_id for project in store.rows(version, Project))


def draw(version: Version, project_id: str, words: Words, imprint: Imprint) -> bytes:
    tables = {name: store.table(version, name) for name in project_bank.TABLES}
    return sheet.pdf(Bank(tables, shelf.book(version), words, clock.today()), project_id, imprint)


SHEETS = Sheets("projektark", "projektark", page="projekter", choice="projekt", knows=knows, draw=draw)
