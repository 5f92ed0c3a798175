"""Need against effort, by numbers, efforts and priorities small enough to check in the head."""

from datetime import date

import pandas
import pytest

from data import efforts, need
from data.contracts import Direction, Indicator, Observation, Priority, Project, Status
from data.efforts import Effort, Places, State
from data.need import Cover, Desk, Reference, Standing
from tests.records import record

TODAY = date(2026, 11, 27)
LOW = record(Indicator, indicator_id="ledige", theme="employment", direction=Direction.LOW_IS_GOOD)
HIGH = record(Indicator, indicator_id="trygge", theme="safety", direction=Direction.HIGH_IS_GOOD)
NEITHER = record(Indicator, indicator_id="boliger", theme="housing", direction=Direction.NO_JUDGEMENT)
JOB = record(Indicator, indicator_id="fritidsjob", theme="employment", direction=Direction.HIGH_IS_GOOD)
INDICATORS = {each.indicator_id: each for each in (LOW, HIGH, NEITHER, JOB)}
PLACES = Places({"a": frozenset({"a", "by"}), "b": frozenset({"b", "by"})}, {"a": "by", "b": "by"})


def observation(indicator_id: str, municipal: str = "similar", area: str = "a", **given: object) -> Observation:
    row = {
        "indicator_id": indicator_id,
        "area_id": area,
        "period_start": 2024,
        "period_end": 2024,
        "age_group": "all",
        "breakdown": "all",
        "status": Status.SHOWN,
        "value": 10.0,
        "municipality_comparison": municipal,
        "municipality_reference": 5.0,
    }
    return record(Observation, **{**row, **given})


def project(**given: object) -> Project:
    row = {"project_id": "p", "status": "running", "as_of": "2025", "areas": "a", "themes": "employment"}
    return record(Project, **{**row, **given})


def desk(numbers: list[Observation], projects: list[Project], priorities: tuple[Priority, ...] = ()) -> Desk:
    found = efforts.known(projects, TODAY)
    return Desk(numbers, INDICATORS, found, priorities, PLACES, PLACES.told_of(found))


def cell(numbers: list[Observation], *projects: Project, theme: str = "employment") -> need.Cell:
    (found,) = desk(numbers, list(projects)).cells(["a"], [theme], Reference.MUNICIPALITY)
    return found


@pytest.mark.parametrize(
    ("indicator_id", "comparison", "expected"),
    [
        ("ledige", "above", Standing.WORSE),
        ("ledige", "below", Standing.BETTER),
        ("ledige", "similar", Standing.SIMILAR),
        ("ledige", "not_compared", Standing.NOT_COMPARED),
        ("ledige", "", Standing.NOT_COMPARED),
        ("trygge", "below", Standing.WORSE),
        ("trygge", "above", Standing.BETTER),
        ("boliger", "above", Standing.NOT_JUDGED),
    ],
)
def test_a_number_is_judged_by_the_comparison_and_the_good_side(
    indicator_id: str, comparison: str, expected: Standing
) -> None:
    row = observation(indicator_id, comparison)
    assert need.number(row, INDICATORS[indicator_id], Reference.MUNICIPALITY).verdict is expected


def test_the_country_is_another_comparison() -> None:
    row = observation("ledige", "above", comparison="below", reference=20.0)
    found = need.number(row, LOW, Reference.COUNTRY)
    assert (found.verdict, found.reference) == (Standing.BETTER, 20.0)


@pytest.mark.parametrize("status", [Status.HIDDEN, Status.TOO_FEW, Status.NOT_COLLECTED, Status.NOT_RELEVANT])
def test_a_missing_number_is_called_by_its_word_and_never_judged(status: Status) -> None:
    row = observation("ledige", "above", status=status, value=None)
    assert need.number(row, LOW, Reference.MUNICIPALITY).verdict.value == status.value


def test_a_theme_is_worse_better_mixed_or_neither() -> None:
    worse, better, same = observation("ledige", "above"), observation("fritidsjob", "above"), observation("ledige")
    assert cell([worse]).standing is Standing.WORSE
    assert cell([better]).standing is Standing.BETTER
    assert cell([worse, better]).standing is Standing.MIXED
    assert cell([same]).standing is Standing.SIMILAR
    assert cell([]).standing is Status.NOT_COLLECTED
    assert [cell([each]).is_need for each in (worse, better, same)] == [True, False, False]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, State.RUNNING),
        ({"status": "establishing"}, State.STARTING),
        ({"end": "2026"}, State.RUNNING),
        ({"end": "2025"}, State.LAPSED),
        ({"status": "finished"}, State.OVER),
        ({"as_of": "2005-09"}, State.OLD),
        ({"as_of": "2005-09", "status": "finished"}, State.OLD),
    ],
)
def test_what_is_known_of_an_effort_today(given: dict[str, str], expected: State) -> None:
    assert efforts.state(project(**given), TODAY) is expected


def test_need_without_an_effort_is_a_gap_only_where_somebody_tells_of_efforts() -> None:
    worse = [observation("ledige", "above")]
    elsewhere = project(project_id="q", areas="b")
    assert (cell(worse, elsewhere).cover, cell(worse, elsewhere).is_gap) == (Cover.NONE, True)
    assert (cell(worse).cover, cell(worse).is_gap) == (Cover.UNKNOWN, False)


def test_an_effort_of_an_old_report_is_no_effort_and_no_sign_that_there_is_none() -> None:
    found = cell([observation("ledige", "above")], project(as_of="2005-09"))
    assert (found.cover, found.is_gap, found.running) == (Cover.UNKNOWN, False, ())
    assert len(found.efforts) == 1


def test_an_effort_of_another_theme_or_around_the_area() -> None:
    worse = [observation("ledige", "above")]
    assert cell(worse, project(themes="health")).cover is Cover.NONE
    assert cell(worse, project(areas="by")).cover is Cover.COVERED
    assert cell(worse, project(status="establishing")).cover is Cover.STARTING


def priority(**given: object) -> Priority:
    return record(Priority, **{"area_id": "a", "theme": "employment", "as_of": "2025", **given})


@pytest.mark.parametrize(
    ("given", "holds"),
    [
        ({}, True),
        ({"start": "2027"}, False),
        ({"start": "2024", "end": "2026"}, True),
        ({"start": "2020", "end": "2023"}, False),
        ({"as_of": "2005-09"}, False),
        ({"as_of": "2005-09", "end": "2030"}, True),
    ],
)
def test_a_priority_holds_within_its_dates_and_not_by_an_old_source(given: dict[str, str], holds: bool) -> None:
    assert efforts.in_force(priority(**given), TODAY) is holds


def test_a_priority_of_the_whole_area_is_of_every_theme() -> None:
    (found,) = desk([], [], (priority(theme=""),)).cells(["a"], ["safety"], Reference.MUNICIPALITY)
    assert len(found.priorities) == 1


def test_several_running_efforts_for_one_group_in_one_area_overlap() -> None:
    rows = [
        project(project_id="mentor", groups="youth_at_risk|youth"),
        project(project_id="klub", groups="youth_at_risk"),
        project(project_id="gammel", groups="youth_at_risk", as_of="2005"),
        project(project_id="hus", groups="residents"),
        project(project_id="cafe", groups="residents"),
        project(project_id="langt_vaek", groups="youth", areas="b"),
    ]
    (found,) = efforts.overlaps(efforts.known(rows, TODAY), PLACES, ["a", "b"])
    assert (found.area_id, found.group) == ("a", "youth_at_risk")
    assert [each.project.project_id for each in found.efforts] == ["mentor", "klub"]


def test_what_is_put_first_comes_first_then_most_numbers_then_the_largest_distance() -> None:
    near, far = observation("ledige", "above", "a", value=6.0), observation("ledige", "above", "b", value=50.0)
    cells = desk([near, far], []).cells(["a", "b"], ["employment"], Reference.MUNICIPALITY)
    assert [each.area_id for each in need.ranked(cells)] == ["b", "a"]
    cells = desk([near, far], [], (priority(),)).cells(["a", "b"], ["employment"], Reference.MUNICIPALITY)
    assert [each.area_id for each in need.ranked(cells)] == ["a", "b"]


def test_the_newest_known_number_counts_and_a_hidden_one_only_where_none_is_known() -> None:
    rows = [
        observation("ledige", period_start=2022, period_end=2022, value=1.0),
        observation("ledige", period_start=2023, period_end=2023, value=2.0),
        observation("ledige", status=Status.HIDDEN, value=None),
        observation("trygge", status=Status.HIDDEN, value=None),
    ]
    frame = Observation.frame(rows)
    found = {row.indicator_id: row for row in need.latest(frame, frame, ["a"])}
    assert (found["ledige"].value, found["ledige"].period_end) == (2.0, 2023)
    assert found["trygge"].status is Status.HIDDEN
    assert need.latest(frame, frame, ["b"]) == ()


def test_nothing_known_of_anything_makes_no_cell_fail() -> None:
    assert desk([], []).cells([], [], Reference.COUNTRY) == []
    assert efforts.overlaps((), PLACES, []) == []
    assert need.latest(pandas.DataFrame({"area_id": [], "indicator_id": []}), pandas.DataFrame(), ["a"]) == ()


def test_the_codes_of_an_effort_are_told_apart() -> None:
    effort = Effort(project(themes="crime|safety", groups=""), State.RUNNING)
    assert (effort.themes, effort.groups) == (("crime", "safety"), ())
