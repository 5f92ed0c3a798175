"""What moved since a day: criteria, figures, judgements, corrections and evaluations, made by hand."""

from datetime import date

import pytest

from data import since
from data.contracts import (
    Assessment,
    Break,
    Correction,
    Criterion,
    Direction,
    Evaluation,
    Indicator,
    Observation,
    Result,
    Status,
)
from data.since import Due, Move
from tests.records import record

DAY, TODAY = date(2023, 12, 31), date(2026, 11, 27)
CHARGED = record(Indicator, indicator_id="sigtede", theme="crime", direction=Direction.LOW_IS_GOOD)
CATALOGUE = {"sigtede": CHARGED}


def criterion(**given: object) -> Criterion:
    return record(Criterion, **{"criterion_id": "k", "target": 100.0, **given})


def result(as_of: str, value: float) -> Result:
    return record(Result, criterion_id="k", project_id="p", as_of=as_of, value=value, served=True, counted=True)


def move(rows: list[Result], **given: object) -> Move:
    (found,) = since.criterion_moves([criterion(**given)], rows, DAY)
    return found.move


def test_a_criterion_goes_forward_back_stands_still_or_closes() -> None:
    then = result("2023-12-31", 40.0)
    assert move([then, result("2024-12-31", 60.0)]) is Move.UP
    assert move([then, result("2024-12-31", 30.0)]) is Move.DOWN
    assert move([then]) is Move.UNCHANGED
    assert move([then, result("2024-12-31", 100.0)]) is Move.CLOSED


def test_a_fall_towards_a_target_below_the_baseline_is_forward() -> None:
    rows = [result("2023-12-31", 35.0), result("2024-12-31", 30.0)]
    assert move(rows, target=20.0, baseline=40.0) is Move.UP


def test_a_criterion_of_which_nothing_was_known_is_new_and_one_of_which_nothing_is_known_unchanged() -> None:
    assert move([result("2024-12-31", 5.0)]) is Move.NEW
    assert move([], start_date="2024-06-01") is Move.NEW
    assert move([], stated_status="pending", stated_on="2024-11-20") is Move.NEW
    assert move([]) is Move.UNCHANGED


def test_a_word_of_the_source_counts_from_its_day() -> None:
    rows = [result("2023-06-30", 40.0)]
    assert move(rows, stated_status="abandoned", stated_on="2024-05-01") is Move.CLOSED
    assert move(rows, stated_status="abandoned", stated_on="2023-05-01") is Move.UNCHANGED


def observation(year: int, value: float | None, comparison: str = "similar", **given: object) -> Observation:
    row = {
        "indicator_id": "sigtede",
        "area_id": "a",
        "age_group": "all",
        "breakdown": "all",
        "period_start": year,
        "period_end": year,
        "value": value,
        "status": Status.SHOWN if value is not None else Status.HIDDEN,
        "source_id": "s",
        "municipality_comparison": comparison,
        "low": None if value is None else value - 2,
        "high": None if value is None else value + 2,
    }
    return record(Observation, **{**row, **given})


def moves(then: list[Observation], now: list[Observation], breaks: tuple[Break, ...] = ()) -> list[since.FigureMove]:
    before, after = Observation.frame(then), Observation.frame(now)
    return since.figure_moves(since.still_shown(before, after), after, CATALOGUE, breaks)


def test_a_figure_moves_surely_where_the_intervals_have_no_value_in_common() -> None:
    old, new = observation(2023, 20.0, "above"), observation(2024, 10.0)
    (found,) = moves([old], [old, new])
    assert (found.is_sure, found.is_flip, found.size) == (True, True, 0.5)
    near = observation(2024, 18.0, "above")
    (found,) = moves([old], [old, near])
    assert (found.is_sure, found.is_flip) == (False, False)


def test_without_intervals_nothing_is_sure() -> None:
    old, new = observation(2023, 20.0, low=None), observation(2024, 10.0)
    (found,) = moves([old], [old, new])
    assert not found.is_sure


@pytest.mark.parametrize(
    "now",
    [
        observation(2024, 10.0, period_start=2022),  # longer, and of years in common
        observation(2024, 10.0, edition="ny"),
        observation(2024, 20.0),  # the same
        observation(2024, None),  # hidden
    ],
)
def test_what_stands_on_another_ground_or_is_no_other_number_is_not_compared(now: Observation) -> None:
    old = observation(2023, 20.0)
    assert moves([old], [old, now]) == []


def test_a_change_of_definition_between_them_parts_two_figures() -> None:
    old, new = observation(2023, 20.0), observation(2024, 10.0)
    turned = record(Break, applies_to="sigtede", year=2024)
    assert moves([old], [old, new], (turned,)) == []
    assert len(moves([old], [old, new], (record(Break, applies_to="sigtede", year=2022),))) == 1


def test_the_surest_comes_first_then_the_largest() -> None:
    def pair(area: str, before: float, after: float) -> tuple[Observation, Observation]:
        return observation(2023, before, area_id=area), observation(2024, after, area_id=area)

    pairs = [pair("lille", 20.0, 15.0), pair("usikker", 10.0, 12.0), pair("stor", 20.0, 5.0)]
    old, new = [first for first, _ in pairs], [last for _, last in pairs]
    assert [each.now.area_id for each in moves(old, [*old, *new])] == ["stor", "lille", "usikker"]


def test_a_number_that_is_hidden_today_is_told_of_no_earlier_day() -> None:
    shown, hidden, new = observation(2023, 20.0), observation(2023, None), observation(2024, 10.0)
    assert moves([shown], [hidden, new]) == []
    assert since.still_shown(Observation.frame([shown]), Observation.frame([hidden])).empty


def test_a_number_of_a_register_that_was_put_right_is_not_told_as_it_was() -> None:
    before, after = Observation.frame([observation(2023, 20.0)]), Observation.frame([observation(2023, 21.0)])
    assert len(since.still_shown(before, after)) == 1
    assert since.still_shown(before, after, held=["s"]).empty


def test_a_published_number_that_was_put_right_is_revised() -> None:
    (found,) = moves([observation(2023, 20.0)], [observation(2023, 21.0)])
    assert found.is_revised


def test_only_periods_that_were_over_were_known_on_a_day() -> None:
    rows = Observation.frame([observation(2022, 1.0), observation(2023, 2.0)])
    assert set(since.known_by(rows, date(2023, 12, 31))["period_end"]) == {2022, 2023}
    assert set(since.known_by(rows, date(2023, 12, 30))["period_end"]) == {2022}
    assert since.known_by(rows, date(1990, 1, 1)).empty


def test_new_figures_are_counted_by_indicator_and_hidden_ones_are_none() -> None:
    old, new, hidden = observation(2023, 1.0), observation(2024, 2.0), observation(2024, None, area_id="b")
    (found,) = since.new_figures(Observation.frame([old]), Observation.frame([old, new, hidden]))
    assert (found.indicator_id, found.count, found.first, found.last) == ("sigtede", 1, 2024, 2024)


def test_a_source_that_judges_otherwise_has_moved() -> None:
    def judged(as_of: str, verdict: str, kind: str = "judgement") -> Assessment:
        return record(Assessment, subject="project", subject_id="p", as_of=as_of, verdict=verdict, kind=kind)

    (found,) = since.judgement_moves([judged("2024", "worse"), judged("2023", "good")], DAY)
    assert (found.before.verdict, found.now.verdict) == ("good", "worse")
    assert since.judgement_moves([judged("2024", "good"), judged("2023", "good")], DAY) == []
    assert since.judgement_moves([judged("2024", "worse", "forecast"), judged("2023", "good")], DAY) == []


def test_corrections_since_a_day_are_told_with_the_newest_first() -> None:
    rows = [record(Correction, corrected_on=day) for day in ("2023-12-31", "2024-01-01", "2024-06-01")]
    assert [row.corrected_on for row in since.corrections_since(rows, DAY)] == ["2024-06-01", "2024-01-01"]


def test_evaluations_come_late_ones_first_and_those_made_before_are_left_out() -> None:
    def evaluation(name: str, due: str = "", done_on: str = "") -> Evaluation:
        return record(Evaluation, evaluation_id=name, due=due, done_on=done_on)

    rows = [
        evaluation("uden"),
        evaluation("kommer", "2027"),
        evaluation("for_sent", "2025"),
        evaluation("lavet", "2024", "2024-03"),
        evaluation("laenge_siden", "2020", "2020"),
    ]
    found = since.evaluations_in_order(rows, DAY, TODAY)
    assert [row.evaluation_id for row in found] == ["for_sent", "kommer", "uden", "lavet"]
    assert since.due(rows[1], TODAY) is Due.COMING
