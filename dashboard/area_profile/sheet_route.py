"""Where an area's A4 sheet is found."""

from __future__ import annotations

from dashboard import store
from dashboard.area_profile import sheet
from dashboard.area_profile.profile import TABLES, Profile, area_ids
from dashboard.areas import shelf
from dashboard.documents.sheets import Imprint, Sheets
from dashboard.i18n.words import Words
from dashboard.official_lists import status as list_status
from dashboard.views.kept import Setting
from data.versions import Version


def knows(version: Version, area_id: str) -> bool:
    return area_id in area_ids(shelf.book(version))


def draw(version: Version, area_id: str, words: Words, imprint: Imprint) -> bytes:
    tables = {name: store.table(version, name) for name in TABLES}
    setting = Setting(version, words, projector=False, today=version.time.date())
    profile = Profile(area_id, tables, shelf.book(version), words, list_status.short(setting, area_id))
    return sheet.pdf(profile, store.shapes(version), imprint, version.time.date())  # a version has one sheet for ever


SHEETS = Sheets("ark", "omraadeprofil", page="omraade", choice="omraade", knows=knows, draw=draw)
