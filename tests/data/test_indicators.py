"""Class breaks: the spot rules of a map scale."""

import numpy
import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import contracts
from data.indicators import SCALES, change_breaks, class_breaks


def classes(values, breaks):
    return numpy.searchsorted(breaks, values, side="left").tolist()


def test_five_classes_of_equal_size_with_round_bounds():
    breaks = class_breaks(range(1, 101))
    assert breaks == [21.0, 41.0, 60.0, 80.0]


def test_bounds_have_as_few_digits_as_keep_the_classes_apart():
    assert class_breaks([1234.5, 2345.6, 3456.7], k=2) == [2300.0]
    assert class_breaks([100.1, 100.2]) == [100.15]


@pytest.mark.parametrize("values", [[], [7.0], [7.0, 7.0, 7.0], [float("nan")]])
def test_one_value_or_none_is_one_class(values):
    assert class_breaks(values) == []


def test_never_more_classes_than_distinct_values():
    assert class_breaks([20, 50, 50, 75]) == [20.0, 50.0]


def test_many_equal_values_do_not_swallow_the_classes():
    assert len(class_breaks([0] * 90 + [1, 2, 3, 4, 5, 6, 7, 8])) == 4


def test_a_value_equal_to_a_bound_falls_in_the_lower_class():
    assert classes([20, 50, 75], class_breaks([20, 50, 75])) == [0, 1, 2]


def test_missing_values_are_left_out():
    assert class_breaks([20, float("nan"), 50, 75]) == class_breaks([20, 50, 75])


def test_a_diverging_scale_is_symmetric_about_its_midpoint():
    assert class_breaks([-30, -20, -10, -5, 0, 5, 10, 30], diverging_midpoint=0.0) == [-17.0, -6.7, 6.7, 17.0]


def test_no_class_about_a_midpoint_is_empty_where_one_side_is_short():
    assert class_breaks([-30, -20, -10, 0, 5, 10], diverging_midpoint=0.0) == [-5.0, 0.0, 5.0]
    assert class_breaks([0, 0, 0, -12, -9, -8, 3], diverging_midpoint=0.0) == [-1.5, 1.5]


def test_values_on_one_side_of_a_midpoint_leave_the_other_side_empty():
    assert class_breaks([-1, -2, -3, -4, -5], diverging_midpoint=0.0) == [-3.7, -2.3, 2.3, 3.7]


@pytest.mark.parametrize(
    ("scale", "bounds"),
    [
        ("quantiles", [2.7, 15.0]),  # two values a class
        ("natural", [3.0, 20.0]),  # 1 2 3 | 12 20 | 100
        ("equal", [67.0]),  # of 33 each; nothing lies in the middle third
        ("head_tail", [23.0]),  # the mean is 23, and 100 lies alone above it
        ("pretty", [50.0]),
    ],
)
def test_an_indicator_chooses_how_its_classes_are_made(scale, bounds):
    assert class_breaks([1, 2, 3, 12, 20, 100], 3, scale=scale) == bounds


def test_an_unknown_scale_and_impossible_numbers_are_refused():
    with pytest.raises(KeyError, match="random"):
        class_breaks([1, 2], scale="random")
    with pytest.raises(ValueError, match="k is 0; must be 1 or more"):
        class_breaks([1, 2], 0)
    with pytest.raises(ValueError, match="must be finite"):
        class_breaks([1, float("inf")])


def test_what_is_missing_in_any_way_is_left_out():
    assert class_breaks([1, None, pandas.NA, 2.0]) == class_breaks([1, 2])
    assert change_breaks([3, None, pandas.NA]) == change_breaks([3])


def test_two_sides_of_a_midpoint_are_two_classes():
    assert class_breaks([-5, 5], diverging_midpoint=0.0) == [0.0]


@given(st.lists(st.floats(-1e6, 1e6), max_size=60), st.integers(2, 7), st.sampled_from(list(SCALES)))
def test_bounds_rise_and_no_class_is_empty(values, k, scale):
    breaks = class_breaks(values, k, scale=scale)
    assert breaks == sorted(set(breaks))
    assert len(set(classes(values, breaks))) == (len(breaks) + 1 if values else 0)
    assert len(breaks) + 1 <= max(1, min(k, len(set(values))))


@given(st.lists(st.integers(-1000, 1000), max_size=60), st.integers(-100, 100))
def test_a_diverging_scale_is_always_symmetric_and_small_enough(values, midpoint):
    breaks = class_breaks(values, 5, float(midpoint))
    assert [bound - midpoint for bound in breaks] == pytest.approx([midpoint - bound for bound in reversed(breaks)])
    assert len(breaks) + 1 <= max(1, min(5, len(set(values))))
    if values and min(values) < midpoint < max(values):
        assert len(set(classes(values, breaks))) == len(breaks) + 1


def test_changes_have_five_classes_about_none_at_round_numbers():
    assert change_breaks([-9, -3, 0, 0, 3, 9]) == [-10.0, -2.0, 2.0, 10.0]  # thirds of 3, 3, 9, 9; 3 is nearer 2 than 5
    assert change_breaks([0.21, -0.04]) == [-0.2, -0.1, 0.1, 0.2]


def test_changes_of_one_size_have_two_bounds_a_side():
    assert change_breaks([5, -5]) == [-10.0, -5.0, 5.0, 10.0]
    assert change_breaks([-200]) == [-500.0, -200.0, 200.0, 500.0]


@pytest.mark.parametrize("changes", [[], [0.0, 0.0], [float("nan")]])
def test_no_change_has_no_bound(changes):
    assert change_breaks(changes) == []


@given(st.lists(st.floats(1e-6, 1e6) | st.floats(-1e6, -1e-6), min_size=1, max_size=60))
def test_bounds_of_change_rise_and_are_symmetric(changes):
    breaks = change_breaks(changes)
    assert len(breaks) == 4
    assert breaks == sorted(set(breaks)) == [-bound for bound in reversed(breaks)]


def test_every_scale_that_a_table_may_name_is_made() -> None:
    assert set(contracts.SCALES) == set(SCALES)
