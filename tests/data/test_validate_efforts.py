"""The rules of the tables on efforts: one spoilt cell gives one finding that names it and says how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.contracts import GivenTransitionMeeting, GivenTransitionOutcome
from data.read import read_source
from tests import small_dataset
from tests.small_dataset import NOTES, SOURCE, findings_of, places

COMMON = {"scheme": "s", "certainty": "A", **SOURCE, **NOTES}
MEETING = {
    "area_id": "kommune_0999",
    "year": "2024",
    "meeting": "17_5",
    "young": "40",
    "held": "30",
    **dict.fromkeys(("in_time", "youth_present", "adult_present", "decider_present", "agreed"), "20"),
    "coordinator_present": "",  # nobody has counted
    **SOURCE,
    **NOTES,
}
PROJECT = {"project_id": "bro", "name": "Bro", "status": "running", "as_of": "2024", **COMMON, "areas": ""}


def tables() -> dict[str, list[dict[str, str]]]:
    """The small dataset with one row of each table on efforts."""
    return small_dataset.rows() | {
        "projects": [dict(PROJECT)],
        "transition_meetings": [dict(MEETING)],
        "transition_outcomes": [
            {"area_id": "kommune_0999", "year": "2024", "outcome": outcome, "persons": "9", **SOURCE, **NOTES}
            for outcome in ("education", "job", "neither")
        ],
        "grants": [
            {
                "grant_id": "g",
                "project_id": "bro",
                "areas": "moelleby",
                **named("title", "funder"),
                "amount": "1000",
                "start": "2020",
                "end": "2020-06",
                "status": "granted",
                "as_of": "2024",
                **COMMON,
            }
        ],
        "anchoring": [
            {
                "anchoring_id": "a",
                "covers": "project",
                "project_id": "bro",
                "grant_id": "g",
                "route": "operations",
                "is_decided": "false",
                **named("title", "plan"),
                **COMMON,
            }
        ],
        "lessons": [
            {
                "lesson_id": "l",
                "project_id": "bro",
                "theme": "staff",
                "kind": "helped",
                "closed": "false",
                **named("title", "text"),
                **COMMON,
            }
        ],
        "assessments": [
            {
                "assessment_id": "v",
                "subject": "project",
                "subject_id": "bro",
                "as_of": "2024",
                "kind": "judgement",
                "verdict": "good",
                **named("text", "judged_by"),
                **{name: text for name, text in COMMON.items() if name != "scheme"},
            }
        ],
        "area_facts": [
            {
                "fact_id": "f",
                "area_id": "moelleby",
                "kind": "built",
                "start": "1972",
                **named("text"),
                **{name: text for name, text in COMMON.items() if name != "scheme"},
            }
        ],
    }


def named(*fields: str) -> dict[str, str]:
    return {f"{name}_{language}": "t" for name in fields for language in ("da", "en")}


def spoilt(folder: Path, table: str, **cells: str) -> Path:
    given = tables()
    given[table][0] |= cells
    return small_dataset.write_source(folder, given)


def test_rows_that_keep_the_rules_are_read(tmp_path: Path) -> None:
    read = read_source(small_dataset.write_source(tmp_path, tables()))
    assert read["transition_meetings"]["coordinator_present"].isna().all()


@pytest.mark.parametrize(
    ("table", "cells", "column", "mending"),
    [
        ("transition_meetings", {"meeting": "17"}, "meeting", "en af »16«, »17_5«, »18«"),
        ("transition_meetings", {"held": "41"}, "held", "højst tallet i kolonne young"),
        ("transition_meetings", {"in_time": "31"}, "in_time", "højst tallet i kolonne held"),
        ("transition_meetings", {"agreed": "31"}, "agreed", "højst tallet i kolonne held"),
        ("transition_meetings", {"area_id": "moelleby"}, "area_id", "en kommune"),
        ("grants", {"end": "2019-12-31"}, "end", "en dato, der ikke ligger før 2020: ret start eller slut"),
        ("grants", {"areas": "atlantis"}, "areas", "areas.csv, area_id"),
        ("grants", {"amount": "-1"}, "amount", "mindst 0"),
        ("grants", {"scheme": "anden"}, "scheme", "ret scheme eller project_id"),
        ("grants", {"end": "2020-13"}, "end", "en dato, der findes"),
        ("anchoring", {"scheme": "anden"}, "scheme", "ret scheme eller project_id"),
        ("anchoring", {"covers": "structure"}, "covers", "project, når et projekt er nævnt"),
        ("anchoring", {"project_id": ""}, "covers", "project, når et projekt er nævnt"),
        ("anchoring", {"plan_da": ""}, "plan_da", "en plan, når vejen ikke er no_plan"),
        ("anchoring", {"route": "luck"}, "route", "en af »no_plan«"),
        ("anchoring", {"grant_id": "x"}, "grant_id", "grants.csv"),
        ("lessons", {"theme": "luck"}, "theme", "en af »staff«"),
        ("lessons", {"project_id": "x"}, "project_id", "projects.csv"),
        ("assessments", {"subject_id": "x"}, "subject_id", "projects.csv, project_id"),
        ("assessments", {"subject": "criterion"}, "subject_id", "criteria.csv, criterion_id"),
        ("assessments", {"subject": "scheme"}, "subject_id", "projects.csv, scheme"),
        ("assessments", {"verdict": "super"}, "verdict", "en af »better«"),
        ("area_facts", {"start": ""}, "start", "udfyld start eller period_da"),
        ("area_facts", {"end": "1971"}, "end", "en dato, der ikke ligger før 1972"),
    ],
)
def test_a_spoilt_cell_is_named_with_its_mending(
    tmp_path: Path, table: str, cells: dict[str, str], column: str, mending: str
) -> None:
    (finding,) = findings_of(spoilt(tmp_path, table, **cells))
    assert (finding.file, finding.row, finding.column) == (f"{table}.csv", 2, column)
    assert mending in finding.expected.da


def test_outcomes_are_told_of_municipalities_alone(tmp_path: Path) -> None:
    given = tables()
    for row in given["transition_outcomes"]:
        row["area_id"] = "danmark"
    assert {(place[0], place[2]) for place in places(small_dataset.write_source(tmp_path, given))} == {
        ("transition_outcomes.csv", "area_id")
    }


def test_an_area_may_be_strong_without_a_date(tmp_path: Path) -> None:
    read_source(spoilt(tmp_path, "area_facts", kind="strength", start=""))


def test_a_year_must_have_all_its_outcomes(tmp_path: Path) -> None:
    given = tables()
    del given["transition_outcomes"][1]
    (finding,) = findings_of(small_dataset.write_source(tmp_path, given))
    assert (finding.file, finding.row, finding.column) == ("transition_outcomes.csv", 2, "outcome")
    assert "education, job, neither" in finding.expected.da


@pytest.mark.parametrize("table", ["transition_meetings", "transition_outcomes"])
@pytest.mark.parametrize("column", ["cpr", "navn", "initialer", "fødselsdato"])
def test_no_column_may_point_out_a_person(tmp_path: Path, table: str, column: str) -> None:
    path = small_dataset.write_source(tmp_path, tables()) / f"{table}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([f"{lines[0]},{column}", *(f"{line},x" for line in lines[1:])]) + "\n", encoding="utf-8")
    (finding,) = findings_of(tmp_path)
    assert (finding.row, finding.column) == (1, column)
    assert "kunne udpege en person" in finding.expected.da


def test_the_columns_of_young_people_are_numbers_and_where_they_come_from() -> None:
    texts = {"area_id", "meeting", "outcome", "source_id", "page", "note_da", "note_en"}
    for row in (GivenTransitionMeeting, GivenTransitionOutcome):
        schema = row.schema().columns
        assert {name for name, column in schema.items() if "int" not in str(column.dtype).lower()} <= texts


def test_a_cpr_number_in_any_text_is_refused(tmp_path: Path) -> None:
    found = places(spoilt(tmp_path, "lessons", text_da="Ring til 010203-1234 i morgen"))
    assert found == [("lessons.csv", 2, "text_da")]
    read_source(spoilt(tmp_path / "date", "lessons", text_da="Sag 991399-1234567, tlf. 1234-5678"))
