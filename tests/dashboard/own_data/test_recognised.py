"""The picture of a worksheet: roles as words, nothing of the file read as HTML; and answers that change the reading."""

import re

from dashboard.i18n.words import Words
from dashboard.own_data import recognised, replanning
from data.intake import addresses
from data.intake.answers import Answers
from data.intake.picture import Picture, PictureCell
from data.intake.plans import ColumnPlan, Plan, Role
from data.intake.sheets import Sheet

SHEET = Sheet("tal.xlsx", "Ark1", (("Område", "2015"), ("Ålunden", "12")))
PLAN = Plan(SHEET, "observations", 0, 1, (ColumnPlan(0, "Område", "area_id"), ColumnPlan(1, "2015")))


def test_every_cell_has_its_role_as_a_word_and_a_colour() -> None:
    shown = recognised.table(Picture("Ark1", "areas", ((PictureCell("12", Role.NUMBER),),)), Words())
    assert "<small>tal</small>" in shown
    assert recognised.COLOURS[Role.NUMBER] in shown
    assert set(recognised.COLOURS) == set(Role)


def test_nothing_in_a_file_is_html() -> None:
    evil = '<img src=x onerror="alert(1)">'
    shown = recognised.table(Picture(evil, "", ((PictureCell(evil, Role.TITLE),),)), Words())
    assert "<img" not in shown
    assert 'onerror="' not in shown


def test_columns_are_named_as_a_spreadsheet_does() -> None:
    row = (PictureCell("", Role.EMPTY),) * 703
    letters = re.findall(r'<th scope="col">(\w+)</th>', recognised.table(Picture("Ark1", "", (row,)), Words()))
    assert [letters[number] for number in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_a_column_of_addresses_is_no_column_of_a_table() -> None:
    assert "area_id" in replanning.columns("observations")
    assert replanning.columns(addresses.TABLE) == replanning.columns("") == []


def test_only_what_differs_is_kept_as_an_answer() -> None:
    chosen = {"Område": replanning.AS_PROPOSED, "2015": ""}
    found = replanning.answered(Answers(), PLAN, "observations", 2, chosen)
    assert found.given == {"sheets": {"tal.xlsx/Ark1": {"header": 2, "columns": {"2015": ""}}}}
    assert replanning.answered(Answers(), PLAN, "", 1, {}).given == {"sheets": {"tal.xlsx/Ark1": {"use": False}}}
