"""The report on paper: what it says, and that it is accessible."""

from __future__ import annotations

from datetime import date

import pytest

from dashboard.annual_report import sheet, sheet_route, told
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import LANGUAGES, Words
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
