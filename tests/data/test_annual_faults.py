"""Each fault of the annual report and of remarks is told at its file, row and column, and says how it is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import Finding
from data.read import read_source
from tests import small_dataset

YEARS = range(2021, 2024)
SAID = {"source_id": "rapport", "page": "", "certainty": "A", "note_da": "", "note_en": ""}


def sound() -> dict[str, list[dict[str, str]]]:
    """A department with one parameter in two categories, and a remark with its answer."""
    tables = small_dataset.rows()
    tables["departments"] = [
        {
            "department_id": "nord",
            "name": "Nord",
            "municipality_id": "kommune_0999",
            "sector": "non_profit",
            "housing_organisation": "",
            "area_id": "moelleby",
            "lies": "within",
            "source_id": "rapport",
            "note_da": "",
            "note_en": "",
        }
    ]
    tables["annual_parameters"] = [
        {
            "parameter_id": "alder",
            "category": category,
            "order": "1",
            "name_da": "Alder",
            "name_en": "Age",
            "category_name_da": category,
            "category_name_en": category,
            "definition_da": "",
            "definition_en": "",
            "unit": "percent",
            **SAID,
        }
        for category in ("unge", "gamle")
    ]
    tables["annual_figures"] = [
        {
            "parameter_id": "alder",
            "category": category,
            "municipality_id": "kommune_0999",
            "unit_id": "nord",
            "year": str(year),
            "count": count,
            "population": "300",
            "value": "",
            "status": "shown",
            **SAID,
        }
        for year in YEARS
        for category, count in (("unge", "100"), ("gamle", "200"))
    ]
    tables["remarks"] = [
        {
            "remark_id": "sprang",
            "table": "annual_figures",
            "indicator_id": "alder",
            "area_id": "nord",
            "period_start": "2021",
            "period_end": "2023",
            "remark_da": "Er det rigtigt?",
            "remark_en": "Is it right?",
            "asked_by_da": "Et hold",
            "asked_by_en": "A team",
            "asked_on": "2024-02-01",
            "answer_da": "Ja.",
            "answer_en": "Yes.",
            "answered_by_da": "Et andet",
            "answered_by_en": "Another",
            "answered_on": "2024-02-02",
            "version": "",
        }
    ]
    return tables


def found_in(folder: Path, tables: dict[str, list[dict[str, str]]]) -> list[Finding]:
    """The faults that reading finds, those of `tables` alone."""
    small_dataset.write_source(folder, tables)
    return list(small_dataset.findings_of(folder))


def change(tables: dict[str, list[dict[str, str]]], table: str, row: int, **cells: str) -> None:
    tables[table][row] |= cells


CASES: tuple[tuple[str, int, dict[str, str], str, str], ...] = (
    ("departments", 0, {"sector": ""}, "sector", "non_profit"),
    ("departments", 0, {"lies": ""}, "lies", "within eller near"),
    ("departments", 0, {"area_id": ""}, "area_id", "et boligområde, når lies"),
    ("departments", 0, {"area_id": "danmark"}, "area_id", "et boligområde"),
    ("departments", 0, {"municipality_id": "danmark"}, "municipality_id", "en kommune"),
    ("annual_figures", 0, {"unit_id": "syd"}, "unit_id", "departments.csv"),
    ("annual_figures", 0, {"category": "midt"}, "category", "annual_parameters.csv"),
    ("annual_figures", 0, {"count": ""}, "count", "antal og befolkning"),
    ("annual_figures", 0, {"status": "not_collected"}, "count", "et tomt felt"),
    ("annual_figures", 0, {"count": "301"}, "count", "højst befolkningen"),
    ("annual_figures", 0, {"count": "101"}, "population", "ikke flere i dem tilsammen"),
    ("annual_figures", 0, {"population": "299"}, "population", "samme befolkning"),
    ("annual_figures", 0, {"count": "", "status": "hidden"}, "category", "hver kategori"),
    ("annual_figures", 4, {"year": "2025"}, "year", "skriv rækker for 2024"),
    ("annual_parameters", 1, {"unit": "kr_per_m2"}, "unit", "samme enhed"),
    ("remarks", 0, {"indicator_id": "husleje"}, "indicator_id", "et tal, der findes"),
    ("remarks", 0, {"area_id": "syd"}, "indicator_id", "et tal, der findes"),
    ("remarks", 0, {"period_start": "1998", "period_end": "1999"}, "indicator_id", "et tal, der findes"),
    ("remarks", 0, {"answered_on": "2024-01-31"}, "answered_on", "ikke ligger før asked_on"),
    ("remarks", 0, {"answered_on": ""}, "answered_on", "udfyldt, når der er et svar"),
    ("remarks", 0, {"answer_da": "", "answer_en": ""}, "answer_da", "et svar, når answered_on"),
    ("remarks", 0, {"period_end": ""}, "period_end", "begge år"),
)


def test_sound_tables_are_read(tmp_path: Path) -> None:
    assert len(read_source(small_dataset.write_source(tmp_path, sound()))["annual_figures"]) == 6


@pytest.mark.parametrize(("table", "row", "cells", "column", "expected"), CASES)
def test_a_fault_is_named(
    tmp_path: Path, table: str, row: int, cells: dict[str, str], column: str, expected: str
) -> None:
    tables = sound()
    change(tables, table, row, **cells)
    told = found_in(tmp_path, tables)
    at = [finding for finding in told if (finding.file, finding.column) == (f"{table}.csv", column)]
    assert any(expected in finding.expected.da for finding in at)


def test_a_department_is_no_area(tmp_path: Path) -> None:
    tables = sound()
    tables["levels"].append(small_dataset.level("department", "7", "department", "afdeling", "Afdelinger"))
    tables["areas"].append({**tables["areas"][2], "area_id": "nord", "level": "department"})
    assert [finding.column for finding in found_in(tmp_path, tables)] == ["level"]
