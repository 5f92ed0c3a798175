"""Dots with their intervals: each close below its own name, every unit on its own scale."""

import pytest

from dashboard.charts import dots, theme
from dashboard.charts.dots import Dot, Row
from dashboard.charts.lines import styles
from dashboard.i18n.words import Words


def rows(*given):
    """(label, name, value, low, high); numbers of one label share a row."""
    looks = styles(name for _, name, *_ in given)
    found = {label: [] for label, *_ in given}
    for (label, name, value, low, high), style in zip(given, looks, strict=True):
        if value is not None:
            found[label].append(Dot(name, style, value, None if low is None else (low, high)))
    return [Row(label, tuple(dots)) for label, dots in found.items()]


def drawn(scales, **more):
    return dots.figure(scales, words=Words("da"), sizes=theme.DESK, **more)


@pytest.mark.parametrize("first", ["A", "A<br>B"])
def test_a_dot_is_closer_to_its_own_name_than_to_the_next(first):
    chart = drawn({"%": rows((first, "x", 1, None, None), ("C", "x", 2, None, None))})
    own, other = chart.layout.annotations
    dot = chart.data[0].y[0]
    assert dot - own.y < (other.y - 1) - dot  # a name stands above its y, one line high


def test_only_a_number_with_an_interval_has_a_bar_and_a_missing_one_no_dot():
    chart = drawn({"%": rows(("A", "x", 5, 4, 7), ("B", "x", 3, None, None), ("C", "x", None, None, None))})
    assert [list(dot.error_x.array or []) for dot in chart.data] == [[2], []]
    assert len(chart.layout.annotations) == 3


def test_intervals_of_one_row_lie_below_each_other_in_the_order_of_the_legend():
    given = (("A", "x", 5, 4, 7), ("A", "y", 5, 4, 6), ("A", "z", 5, None, None), ("B", "x", 5, 4, 7))
    chart = drawn({"%": rows(*given)}, legend=True)
    x, y, without, other = (dot.y[0] for dot in chart.data)
    assert y == without < x < other
    label = chart.layout.annotations[1]
    assert x < label.y - 1  # the next name begins below the last interval


def test_units_have_scales_of_their_own_that_never_meet():
    chart = drawn({"%": rows(("A", "x", 1, None, None)), "pr. 1.000": rows(("B", "x", 90, None, None))})
    assert chart.layout.xaxis.range[1] < 2 < 90 < chart.layout.xaxis2.range[1]
    assert chart.layout.yaxis.domain[0] > chart.layout.yaxis2.domain[1]
    assert chart.layout.xaxis2.title.text == "pr. 1.000"


def test_small_numbers_keep_their_decimals_on_the_axis():
    chart = drawn({"%": rows(("A", "x", 1.62, None, None))})
    assert chart.layout.xaxis.tickformat == ""


def test_the_legend_names_each_dot_once():
    chart = drawn(
        {"%": rows(("A", "x", 1, None, None), ("A", "y", 2, None, None), ("B", "x", 1, None, None))}, legend=True
    )
    assert [dot.showlegend for dot in chart.data] == [True, True, False]
