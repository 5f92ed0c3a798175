"""Which areas an effort is held against: alike before, whatever came after."""

import numpy as np
import pandas
import pytest

from data import effect_control
from data.contracts import Status
from data.effect_panel import Panel

AREAS = ("a", "b", "c", "d", "e", "f")
PERIODS = ((2010, 2010), (2011, 2011), (2012, 2012))
BEFORE = (0, 1)


def panel(before, after):
    count = np.array([[each, each, last] for each, last in zip(before, after, strict=True)], dtype=float)
    return Panel(AREAS, PERIODS, count, np.full((len(AREAS), 3), 1000.0))


@pytest.fixture
def known():
    return pandas.DataFrame({"under_18": [30.0, 10, 30, 10, 30, 10]}, index=list(AREAS))


def proposed(given, known, treated=("a",)):
    return effect_control.proposal(effect_control.described(given.at(BEFORE), known), treated)


LEVELS = [50, 51, 60, 49, 90, 20]


def test_the_proposal_does_not_know_what_came_after(known):
    """Only outcomes after the effort are changed, one of them to a hidden number: the proposal is the same."""
    one = proposed(panel(LEVELS, [10, 10, 10, 10, 10, 10]), known)
    other = proposed(panel(LEVELS, [99, np.nan, 1, 55, 0, 70]), known)
    assert one == other


def test_the_proposal_weighs_level_and_composition_alike(known):
    """`c` is 10 from `a` in level and the same in composition; `b` and `d` are alike in level, not in composition."""
    assert proposed(panel(LEVELS, LEVELS), known)[0] == "c"
    alone = pandas.DataFrame(index=list(AREAS))
    assert proposed(panel(LEVELS, LEVELS), alone) == ["b", "d"]  # as near as each other: the first id


def test_no_more_than_half_of_the_free_areas_are_taken(known):
    assert len(proposed(panel(LEVELS, LEVELS), known)) == 2


def test_each_treated_area_takes_one_in_turn():
    found = pandas.DataFrame({"level": [10.0, 90, 11, 12, 89, 88, 50, 51, 49, 48]}, index=list("abcdefghij"))
    assert effect_control.proposal(found, ["a", "b"]) == ["c", "e", "d", "f"]


def test_one_free_area_is_no_control_group(known):
    given = effect_control.described(panel(LEVELS, LEVELS).at(BEFORE), known)
    assert effect_control.proposal(given, ["a"], left_out="bcde") == []
    assert effect_control.proposal(given, ["unknown"]) == []


def test_an_area_hidden_before_the_effort_is_not_described(known):
    given = panel(LEVELS, LEVELS)
    given.count[2, 0] = np.nan
    assert "c" not in effect_control.described(given.at(BEFORE), known).index


def test_balance_is_in_standard_deviations_of_all_areas(known):
    found = effect_control.described(panel(LEVELS, LEVELS).at(BEFORE), known)
    level, under_18 = effect_control.balance(found, ["a"], ["c", "d"])
    assert (level.treated, level.control) == (50, 54.5)
    assert level.difference == pytest.approx(-4.5 / np.std(LEVELS, ddof=1))
    assert level.is_alike
    assert under_18.difference == pytest.approx(10 / np.std([30, 10] * 3, ddof=1))
    assert not under_18.is_alike


def test_what_nobody_has_a_number_of_has_no_balance(known):
    known.loc[["c", "d"], "under_18"] = np.nan
    found = effect_control.described(panel(LEVELS, LEVELS).at(BEFORE), known)
    assert effect_control.balance(found, ["a"], ["c", "d"])[1].difference is None


def observation(area_id, start, value, status=Status.SHOWN, indicator_id="under_18"):
    return {
        "indicator_id": indicator_id,
        "area_id": area_id,
        "period_start": start,
        "period_end": start,
        "age_group": "all",
        "breakdown": "all",
        "edition": "",
        "value": value,
        "status": status,
        "value_certainty": "A",
    }


def test_composition_is_the_newest_number_before_the_effort():
    rows = pandas.DataFrame(
        [
            observation("a", 2008, 20.0),
            observation("a", 2009, 25.0),
            observation("a", 2012, 99.0),
            observation("b", 2009, None, Status.HIDDEN),
            observation("a", 2009, 1000.0, indicator_id="residents"),
            observation("a", 2012, 5.0, indicator_id="later"),
        ]
    )
    likeness = {"under_18": "composition", "residents": "size", "later": "composition"}
    found = effect_control.composition(rows, likeness, ["a", "b"], 2010)
    assert list(found.columns) == ["under_18", "residents"]
    assert found.loc["a"].tolist() == pytest.approx([25.0, np.log(1000)])
    assert found.loc["b"].isna().all()
