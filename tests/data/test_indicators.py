"""Class breaks: the spot rules of a map scale."""

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.indicators import class_breaks


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
    breaks = class_breaks([-30, -20, -10, 0, 5, 10], diverging_midpoint=0.0)
    assert breaks == [-bound for bound in reversed(breaks)]
    assert len(breaks) == 4


def test_two_sides_of_a_midpoint_are_two_classes():
    assert class_breaks([-5, 5], diverging_midpoint=0.0) == [0.0]


@given(st.lists(st.floats(-1e6, 1e6), max_size=60), st.integers(2, 7))
def test_bounds_rise_and_no_class_is_empty(values, k):
    breaks = class_breaks(values, k)
    assert breaks == sorted(set(breaks))
    assert len(set(classes(values, breaks))) == (len(breaks) + 1 if values else 0)
    assert len(breaks) + 1 <= max(1, min(k, len(set(values))))


@given(st.lists(st.integers(-1000, 1000), max_size=60), st.integers(-100, 100))
def test_a_diverging_scale_is_always_symmetric_and_small_enough(values, midpoint):
    breaks = class_breaks(values, 5, float(midpoint))
    assert [bound - midpoint for bound in breaks] == pytest.approx([midpoint - bound for bound in reversed(breaks)])
    assert len(breaks) + 1 <= max(1, min(5, len(set(values))))
