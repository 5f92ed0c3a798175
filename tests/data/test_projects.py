"""The project bank's own logic: what a search finds and in which order, when projects ran, what became of them."""

import pytest

from data import projects
from data.contracts import Project
from data.errors import Text
from data.projects import Period

TEXTS = {
    "broen": {"name": "Jobbroen", "aim": "Flere i fritidsjob", "results": ""},
    "moedre": {"name": "Mødre på vej", "aim": "Job til kvinder i Høje-Taastrup", "results": "12 i job (2004)"},
    "klub": {"name": "Klubben", "aim": "Mindre hashmisbrug, færre slagsmål", "results": "Job til to"},
}


def found(asked: str) -> dict[str, list[str]]:
    return {project_id: hit.fields for project_id, hit in projects.search(TEXTS, asked).items()}


def test_the_best_place_comes_first_and_the_field_is_named() -> None:
    assert found("job") == {"broen": ["name"], "moedre": ["aim"], "klub": ["results"]}
    assert list(found("job")) == ["broen", "moedre", "klub"]


def test_every_word_must_be_there() -> None:
    assert found("job kvinder") == {"moedre": ["aim"]}
    assert found("job månen") == {}


def test_words_may_be_found_in_different_fields() -> None:
    assert found("2004 mødre") == {"moedre": ["name", "results"]}


@pytest.mark.parametrize("asked", ["hoeje", "hoje", "HØJE", "taastrup", "høje-taastrup"])
def test_danish_letters_are_compared_as_in_the_search_for_areas(asked: str) -> None:
    assert list(found(asked)) == ["moedre"]


def test_a_word_within_a_compound_is_found_but_tells_less() -> None:
    assert found("misbrug") == {"klub": ["aim"]}
    assert list(found("fritidsjob")) == ["broen"]
    assert list(found("broen")) == ["broen"]  # in Jobbroen


def test_a_short_word_is_only_found_where_a_word_begins() -> None:
    assert found("mis") == {}


@pytest.mark.parametrize("asked", ["", "  ", "()", "»«"])
def test_nothing_asked_finds_everything(asked: str) -> None:
    assert found(asked) == {"broen": [], "moedre": [], "klub": []}


NOTHING = Text("", "")


def project(project_id: str, **more: str) -> Project:
    """A project of which only what is given is known."""
    empty = {name: NOTHING if kind == "Text" else "" for name, kind in Project.__annotations__.items()}
    return Project(**{**empty, "project_id": project_id, "status": "running", "as_of": "2005-09", **more})


def test_goals_and_statuses_narrow_and_nothing_asked_leaves_nothing_out() -> None:
    rows = (project("a", goal_id="g"), project("b", goal_id="g", status="changed"), project("c"))
    assert projects.select(rows) == rows
    assert projects.select(rows, ["g"]) == rows[:2]
    assert projects.select(rows, ["g"], ["changed", "finished"]) == rows[1:2]


def drawn(**more: str) -> Period:
    (period,) = projects.timeline([project("a", **more)])
    return period


def test_a_year_is_drawn_to_its_last_day() -> None:
    row = drawn(start="2001", end="2003", status="finished")
    assert (row.solid_from, row.solid_to, row.open_from, row.open_to) == (2001, 2004, 2001, 2004)


def test_a_month_and_a_day_are_parts_of_a_year() -> None:
    row = drawn(start="2001-07", end="2002-12-31", status="finished")
    assert row.solid_from == pytest.approx(2001.5, abs=0.01)
    assert row.solid_to == 2003


def test_what_lies_after_the_day_of_the_source_is_planned() -> None:
    row = drawn(start="2004", end="2007", as_of="2005")
    assert (row.solid_to, row.planned_to, row.open_to) == (2006, 2008, 2008)


def test_a_running_project_without_an_end_is_open_beyond_the_day_of_the_source() -> None:
    row = drawn(start="2004", as_of="2005")
    assert row.end is None
    assert (row.solid_to, row.open_to) == (2006, 2006 + projects.OPEN_YEARS)


def test_a_finished_project_without_an_end_may_have_ended_any_day_until_the_source() -> None:
    row = drawn(start="2004", as_of="2005", status="finished")
    assert (row.solid_to, row.open_to) == (2004, 2006)


def test_a_project_that_has_not_begun_is_open_from_its_start() -> None:
    row = drawn(start="2007", as_of="2005", status="establishing")
    assert (row.solid_from, row.solid_to, row.open_to) == (2007, 2007, 2007 + projects.OPEN_YEARS)


def test_an_unknown_start_is_open_to_the_left() -> None:
    row = drawn(end="2004", status="finished")
    assert row.start is None
    assert (row.open_from, row.solid_from, row.solid_to) == (2005 - projects.OPEN_YEARS, 2005, 2005)


def test_projects_without_dates_are_never_drawn_and_the_earliest_comes_first() -> None:
    rows = projects.timeline([project("none"), project("late", start="2005"), project("early", start="2001")])
    assert [row.row_id for row in rows] == ["early", "late"]
    assert projects.timeline([project("none")]) == []


def test_what_a_project_became_and_grew_out_of() -> None:
    rows = (project("old", became_project_id="new"), project("new"))
    assert (projects.became(rows, "old"), projects.became(rows, "new")) == (["new"], [])
    assert (projects.grew_out_of(rows, "new"), projects.grew_out_of(rows, "old")) == (["old"], [])
