"""Areas that are alike: distances that can be checked in the head, and what is not compared."""

import numpy
import pandas
import pytest

from data import similar
from tests.levels import of_kinds

NAN = float("nan")
LIKENESS = pandas.Series({"beboere": "size", "unge": "composition", "uden_job": "composition"})
STEP = numpy.sqrt(1.5)  # the distance between neighbours of three values with equal steps, in standard deviations


def described(**columns):
    return pandas.DataFrame(columns, index=list("abcdefg")[: len(next(iter(columns.values())))])


def distance(frame):
    distances, _ = similar.distances(frame, LIKENESS)
    return {
        (one, other): distances[at, to]
        for at, one in enumerate(frame.index)
        for to, other in enumerate(frame.index)
        if at < to
    }


def test_a_size_counts_by_its_ratio_and_composition_by_its_difference():
    found = distance(described(beboere=[100, 1000, 10_000], unge=[10, 20, 30]))
    assert found == pytest.approx({("a", "b"): STEP, ("b", "c"): STEP, ("a", "c"): 2 * STEP}, abs=1e-6)


def test_the_distance_is_a_mean_over_what_both_have():
    frame = described(beboere=[100, 1000, 10_000], unge=[10, 20, 30], uden_job=[40, NAN, 60])
    distances, shared = similar.distances(frame, LIKENESS)
    assert shared.tolist() == [[3, 2, 3], [2, 2, 2], [3, 2, 3]]
    assert distances[0, 1] == pytest.approx(STEP, abs=1e-6)
    assert distances[0, 2] == pytest.approx(numpy.sqrt((2 * (2 * STEP) ** 2 + 2**2) / 3), abs=1e-6)


@pytest.mark.parametrize(
    "columns",
    [
        {"beboere": [100, 1000, 10_000]},  # size alone
        {"unge": [10, 20, 30]},  # one indicator
        {"beboere": [100, 1000, 10_000], "unge": [20, 20, 20]},  # one of the two is the same everywhere
        {"beboere": [0, 1000, 10_000], "unge": [10, NAN, NAN]},
    ],
)
def test_too_little_shared_is_not_compared(columns):
    assert all(numpy.isnan(number) for number in distance(described(**columns)).values())


def test_two_indicators_of_composition_are_enough():
    assert distance(described(unge=[10, 20, 30], uden_job=[50, 40, 30]))["a", "b"] == pytest.approx(STEP, abs=1e-6)


def tables(numbers, levels):
    """Source tables and observations of numbers as (area, indicator, year, value)."""
    areas = of_kinds(pandas.DataFrame({"area_id": list(levels), "level": list(levels.values())}))
    observations = pandas.DataFrame(numbers, columns=["area_id", "indicator_id", "period_start", "value"])
    observations = observations.assign(
        period_end=observations["period_start"], age_group="all", breakdown="all", edition="", value_certainty="A"
    )
    return {
        "areas": areas.assign(valid_from=pandas.array([pandas.NA] * len(areas), dtype="Int64")),
        "indicators": pandas.DataFrame({"indicator_id": [*LIKENESS.index, "sigtede"], "likeness": [*LIKENESS, ""]}),
    }, observations


def nearest(numbers, levels):
    found = similar.similar(*tables(numbers, levels))
    return found.groupby("area_id")["other_id"].agg("".join).to_dict(), found


def test_the_five_nearest_are_in_order_and_the_first_id_comes_first_of_equals():
    names = "abcdefg"
    numbers = [
        (name, indicator, 2020, float(value)) for value, name in enumerate(names) for indicator in ("unge", "uden_job")
    ]
    others, found = nearest(numbers, dict.fromkeys(names, "housing_area"))
    assert others["a"] == "bcdef" and others["d"] == "cebfa"
    assert found.loc[found["area_id"] == "d", "place"].tolist() == [1, 2, 3, 4, 5]
    assert set(found["shared"]) == {2}


def test_only_the_newest_number_that_is_shown_counts_and_no_crime():
    numbers = [
        ("a", "unge", 2019, 10.0),
        ("c", "unge", 2020, 30.0),
        ("b", "unge", 2019, 90.0),
        ("b", "unge", 2020, 11.0),
        ("b", "unge", 2021, NAN),
    ]
    numbers += [(name, "uden_job", 2020, value) for name, value in zip("abc", (40.0, 41.0, 60.0), strict=True)]
    numbers += [(name, "sigtede", 2020, value) for name, value in zip("abc", (5.0, 500.0, 5.0), strict=True)]
    assert nearest(numbers, dict.fromkeys("abc", "housing_area"))[0] == {"a": "bc", "b": "ac", "c": "ba"}


def test_areas_are_alike_on_their_own_level_and_groups_on_none():
    levels = dict(
        zip("abcdef", ("municipality", "municipality", "housing_area", "housing_area", "group", "group"), strict=True)
    )
    numbers = [
        (name, indicator, 2020, float(value)) for value, name in enumerate(levels) for indicator in ("unge", "uden_job")
    ]
    assert nearest(numbers, levels)[0] == {"a": "b", "b": "a", "c": "d", "d": "c"}


def test_without_a_number_nobody_is_alike():
    assert similar.similar(*tables([], {"a": "housing_area"})).empty
