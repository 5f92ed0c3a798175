"""The charts that set areas beside each other: nothing invented between points, every known interval drawn."""

import pytest

from dashboard.charts import lines, theme
from dashboard.charts.lines import Group, Point
from dashboard.compare import figures
from dashboard.compare.figures import NamedNumber
from dashboard.i18n.words import Words
from tests.dashboard.charts.made_lines import observed

WORDS = Words("da")


def series(*points):
    """(name, year, value, low, high)."""
    found = {}
    for name, year, value, low, high in points:
        found.setdefault(name, []).append(observed(year, value, low=low, high=high))
    return lines.lines([Group(name, "area", tuple(rows)) for name, rows in found.items()])


def trend(drawn):
    return figures.trend(drawn, unit="%", words=WORDS, sizes=theme.DESK, decimals=1, breaks=())


def test_every_line_has_its_own_colour_symbol_and_dash():
    drawn = trend(series(*((name, year, 1, None, None) for name in "abcdef" for year in (2020, 2021))))
    lines = [trace for trace in drawn.data if trace.mode == "lines+markers"]
    looks = [(trace.line.color, trace.marker.symbol, trace.line.dash) for trace in lines]
    assert len(looks) == 6
    for kind in zip(*looks, strict=True):
        assert len(set(kind)) == 6


@pytest.mark.parametrize("colour", theme.COMPARE_COLOURS)
def test_a_name_can_be_read_in_its_colour(colour):
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    assert 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) >= 4.5  # WCAG 2.1, relative luminance


def test_two_points_far_apart_are_joined_by_dots_alone():
    line = trend(series(("a", 2015, 1, None, None), ("a", 2020, 2, None, None))).data[0]
    assert (list(line.x), line.line.dash) == ([2015, 2020], "dot")


def test_only_points_with_an_interval_get_a_bar_and_no_band_is_drawn():
    drawn = trend(
        series(*(("a", year, 10, low, high) for year, low, high in ((2020, 8, 12), (2021, None, None), (2022, 9, 11))))
    )
    bars = drawn.data[1]
    assert list(bars.error_y.array) == [2, 1]
    assert list(bars.error_y.arrayminus) == [2, 1]
    assert not any(trace.fill for trace in drawn.data)


def test_bars_of_one_year_stand_beside_each_other():
    drawn = trend(series(*((name, year, 10, 8, 12) for name in "ab" for year in (2020, 2021))))
    first, second = drawn.data[1].x, drawn.data[3].x
    assert first[0] < 2020 < second[0]


def test_a_missing_number_has_a_word_and_no_point():
    numbers = [
        NamedNumber("A", "area", "5 (4–6)", Point((2020, 2020), 5, (4, 6))),
        NamedNumber("<b>B", "area", "ikke opgjort", None),
        NamedNumber("Danmark", "country", "7", Point((2020, 2020), 7)),
    ]
    drawn = figures.points(numbers, unit="%", words=WORDS, sizes=theme.DESK)
    said = [note.text for note in drawn.layout.annotations]
    assert said == ["A <b>5 (4–6)</b>", "&lt;b&gt;B <b>ikke opgjort</b>", "Danmark <b>7</b>"]
    assert [trace.x[0] for trace in drawn.data] == [5, 7]
    assert list(drawn.data[0].error_x.array) == [1]
    assert drawn.data[1].marker.symbol == theme.GROUP_SYMBOLS["country"]
