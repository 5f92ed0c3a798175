"""The rules of need and of what moved: one spoilt cell gives one finding that names it and says how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.read import read_source
from tests import small_dataset
from tests.small_dataset import NOTES, SOURCE, findings_of, places

COMMON = {"certainty": "A", **SOURCE, **NOTES}
PROJECT = {
    "project_id": "bro", "scheme": "s", "name": "Bro", "status": "running", "as_of": "2024", **COMMON, "areas": "",
    "themes": "crime|safety", "groups": "youth", "coded_by": "us",
}  # fmt: skip
PRIORITY = {
    "area_id": "moelleby", "theme": "crime", "start": "2024", "end": "2026", "decided_by_da": "Byrådet",
    "decided_by_en": "The council", "decided_on": "2023-12-12", "as_of": "2024", **COMMON,
}  # fmt: skip
REPORT = {"report_id": "r1", "scheme": "s", "title_da": "Status", "title_en": "Status", "as_of": "2023", **COMMON}
SECOND = {**REPORT, "report_id": "r2", "as_of": "2024", "previous": "r1"}
EVALUATION = {
    "evaluation_id": "e", "scheme": "s", "project_id": "bro", "title_da": "Måling", "title_en": "Measurement",
    "method": "before_after", "baseline": "2022", "due": "2024-06-30", "evaluated_by_da": "Nogen",
    "evaluated_by_en": "Somebody", **COMMON,
}  # fmt: skip
CORRECTION = {
    "table": "priorities", "row_key": "moelleby|crime|2024", "column": "end", "was": "2025", "became": "2026",
    "reason_da": "Læst forkert", "reason_en": "Misread", "corrected_on": "2024-02-01", **NOTES,
}  # fmt: skip


def tables() -> dict[str, list[dict[str, str]]]:
    return small_dataset.rows() | {
        "projects": [dict(PROJECT)],
        "priorities": [dict(PRIORITY)],
        "reports": [dict(REPORT), dict(SECOND)],
        "evaluations": [dict(EVALUATION)],
        "corrections": [dict(CORRECTION)],
    }


def test_the_rows_keep_the_contract(tmp_path: Path) -> None:
    read = read_source(small_dataset.write_source(tmp_path, tables()))
    assert {name: len(read[name]) for name in ("priorities", "reports", "evaluations", "corrections")} == {
        "priorities": 1, "reports": 2, "evaluations": 1, "corrections": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "expected"),
    [
        ("projects", 2, "themes", "crime|fodbold", "crime, safety"),
        ("projects", 2, "groups", "alle_unge", "children, youth"),
        ("projects", 2, "coded_by", "", "source eller us"),
        ("priorities", 2, "end", "2023", "ikke ligger før start (2024)"),
        ("priorities", 2, "theme", "fodbold", "en af"),
        ("priorities", 2, "area_id", "andeby", "areas.csv"),
        ("evaluations", 2, "due", "2021-12-31", "ikke ligger før baseline (2022)"),
        ("evaluations", 2, "done_on", "2021", "ikke ligger før baseline (2022)"),
        ("evaluations", 2, "method", "gaet", "en af"),
        ("evaluations", 2, "project_id", "tunnel", "projects.csv"),
        ("reports", 3, "previous", "r2", "tidligere rapport for samme plan"),
        ("reports", 3, "previous", "r9", "reports.csv"),
        ("corrections", 2, "table", "regneark", "en kildetabel"),
        ("corrections", 2, "column", "pris", "en kolonne i priorities.csv"),
        ("corrections", 2, "row_key", "moelleby|crime|1999", "nøglen på en række i priorities.csv"),
        ("corrections", 2, "became", "2025", "intet er rettet"),
    ],
)
def test_one_spoilt_cell_is_named(tmp_path: Path, table: str, row: int, column: str, value: str, expected: str) -> None:
    spoilt = tables()
    spoilt[table][row - 2][column] = value
    folder = small_dataset.write_source(tmp_path, spoilt)
    assert (f"{table}.csv", row, column) in places(folder)
    (found,) = (each for each in findings_of(folder) if each.column == column)
    assert expected in found.sentence()


def test_a_project_without_codes_needs_nobody_who_chose_them(tmp_path: Path) -> None:
    given = tables()
    given["projects"][0] |= {"themes": "", "groups": "", "coded_by": ""}
    read_source(small_dataset.write_source(tmp_path, given))
    given["projects"][0]["coded_by"] = "us"
    assert places(small_dataset.write_source(tmp_path, given)) == [("projects.csv", 2, "coded_by")]


def test_a_corrected_number_of_a_register_stays_out_of_the_table(tmp_path: Path) -> None:
    given = tables()
    given["sources"][0]["source_class"] = "register"
    key = "sigtede|moelleby|2014|2014|all|all||rapport"
    given["corrections"][0] |= {"table": "observations", "row_key": key, "column": "count", "was": "4", "became": "5"}
    found = places(small_dataset.write_source(tmp_path, given))
    assert ("corrections.csv", 2, "was") in found
    assert ("corrections.csv", 2, "became") in found
    given["corrections"][0] |= {"was": "", "became": ""}
    assert not [place for place in places_or_none(tmp_path, given) if place[0] == "corrections.csv"]


def places_or_none(folder: Path, given: dict[str, list[dict[str, str]]]) -> list[tuple[str, int | None, str | None]]:
    try:
        read_source(small_dataset.write_source(folder, given))
    except Exception:
        return places(folder)
    return []
