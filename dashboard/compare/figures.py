"""The charts that set areas beside each other: lines over time, or one point an area, always with their intervals."""

from __future__ import annotations

import html
from collections.abc import Sequence
from dataclasses import dataclass

from plotly import graph_objects

from dashboard.charts import dots, time_series
from dashboard.charts.dots import Dot, Row
from dashboard.charts.lines import Line, Point, Style, middle, periods, styles, value_range
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words
from data.contracts import Break

STEP = 0.006  # of the years shown: intervals of the same year stand beside each other


@dataclass(frozen=True)
class NamedNumber:
    """One number of an area (`role` as in `lines.Group`), as a text with its interval or with the word for none."""

    name: str
    role: str
    text: str
    point: Point | None


def trend(
    drawn: Sequence[Line], *, unit: str, words: Words, sizes: Sizes, decimals: int, breaks: Sequence[Break]
) -> graph_objects.Figure:
    """`time_series.trend` with every known interval as a bar: the bands of six lines would hide each other."""
    figure = graph_objects.Figure(layout={"template": time_series.template(words, sizes), "height": sizes.chart_height})
    years = [middle(period) for period in periods(drawn)]
    span = max(years) - min(years)
    for place, line in enumerate(drawn):
        time_series.add_line(figure, line, unit, words, sizes, decimals)
        add_bars(figure, line, (place - (len(drawn) - 1) / 2) * span * STEP)
    time_series.add_frame(figure, drawn, value_range(drawn), unit, words, sizes, decimals, breaks)
    return figure


def add_bars(figure: graph_objects.Figure, line: Line, shift: float) -> None:
    """The intervals of a line that has any, moved a little aside so that those of one year can be told apart."""
    points = [point for point in line.points if point.interval]
    figure.data[-1].error_y = None
    figure.add_scatter(
        x=[point.middle + shift for point in points],
        y=[point.value for point in points],
        mode="markers",
        hoverinfo="skip",
        showlegend=False,
        marker={"size": 1, "color": line.style.colour},
        error_y={**(time_series.error_bars(points, line.style) or {}), "visible": True} if points else None,
    )


def points(numbers: Sequence[NamedNumber], *, unit: str, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """One number an area from zero, each with its name, its number in words and its interval; a missing one has its
    word and no point.
    """
    looks = styles(number.role for number in numbers)
    rows = [row(number, style) for number, style in zip(numbers, looks, strict=True)]
    return dots.figure({unit: rows}, words=words, sizes=sizes)


def row(number: NamedNumber, style: Style) -> Row:
    label = f"{html.escape(number.name)} <b>{html.escape(number.text)}</b>"
    if number.point is None:
        return Row(label, ())
    return Row(label, (Dot(number.name, style, number.point.value, number.point.interval),))
