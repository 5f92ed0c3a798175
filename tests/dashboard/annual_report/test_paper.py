"""The report on paper and as a workbook: what they say, that they are accessible, and that nothing is run."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pandas
import pytest

from dashboard.annual_report import sheet, sheet_route, told, workbook
from dashboard.annual_report.report import beside
from dashboard.annual_report.told import FigureLine
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import LANGUAGES, Words
from dashboard.views.tables import framed
from tests.accessible_pdf import faults, language_of, pages, said
from tests.dashboard.annual_report.annual_figures import report

PERIOD, TODAY = (2021, 2023), date(2026, 1, 1)
IMPRINT = Imprint("0123456789ab", TODAY, "https://eksempel.dk/aarsrapport?afdeling=nord", "Fiktive tal")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_department_fills_one_accessible_page(language: str) -> None:
    content = sheet.department(report(), "nord", PERIOD, Words(language), IMPRINT, "Kilde: Rapport.")
    assert pages(content) == 1
    assert faults(content) == []
    assert language_of(content) == language


def test_the_sheet_says_what_the_page_says() -> None:
    text = said(sheet.department(report(), "nord", PERIOD, Words(), IMPRINT, "Kilde: Rapport."))
    for part in ("FIKTIVE TAL", "Boligen, i Mølleby", "Hjælp", "20,0 %", "Højere end kommunen", "Kilde: Rapport."):
        assert part in text
    assert told.summary(report(), "nord", PERIOD, Words())[:40] in text


def test_all_departments_stand_in_one_table_without_the_hidden_number() -> None:
    content = sheet.across(report(), PERIOD, Words(), IMPRINT, "Kilde: Rapport.")
    text = said(content)
    assert faults(content) == []
    for part in ("Nord", "=Syd", "Almene boliger i alt", "Åby", "20,0 ▲", "skjult (diskretioneret)"):
        assert part in text


def test_the_same_data_give_the_same_bytes() -> None:
    first, second = (sheet.across(report(), PERIOD, Words(), IMPRINT, "") for _ in range(2))
    assert first == second


def test_the_name_of_a_sheet_holds_the_department_and_the_period() -> None:
    assert sheet_route.parsed(sheet_route.name_of("nord_2", PERIOD)) == ("nord_2", PERIOD)
    assert sheet_route.parsed("nord") is None


def test_numbers_are_numbers_and_texts_are_never_formulas() -> None:
    own = report()
    rows = [row for unit in beside("syd") for row in own.over_time("help", unit)] + own.told(["syd"], PERIOD)
    table = framed(told.lines(own, rows, {"rapport": "=1+1"}, Words()), FigureLine)
    facts = {"Kilder": "=HYPERLINK(1)", "Dataversion": "0123456789ab", "Skjulte tal": "1 til 4 personer vises ikke"}
    content = workbook.write(table, told.columns(Words()), "Rapport", TODAY, facts, Words())
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        sheets = "".join(book.read(name).decode() for name in book.namelist() if "worksheets/sheet" in name)
        texts = book.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in sheets
    assert "<v>6</v>" in sheets  # Syd's help in per cent
    for part in ("=Syd", "=1+1", "=HYPERLINK(1)", "0123456789ab", "skjult (diskretioneret)", "Mod kommunen"):
        assert part in texts
    assert "autoFilter" in sheets


def test_the_same_rows_give_the_same_workbook() -> None:
    empty = framed([], FigureLine)
    assert isinstance(empty, pandas.DataFrame)
    first, second = (workbook.write(empty, told.columns(Words()), "R", TODAY, {}, Words()) for _ in range(2))
    assert first == second
