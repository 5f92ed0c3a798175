"""The charts that set areas beside each other: lines over time, or one point an area, always with their intervals."""

from __future__ import annotations

import html

import pandas
from plotly import graph_objects

from dashboard.charts import dots, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words

STEP = 0.006  # of the years shown: intervals of the same year stand beside each other


def trend(
    series: pandas.DataFrame, *, unit: str, words: Words, sizes: Sizes, decimals: int, breaks: pandas.DataFrame
) -> graph_objects.Figure:
    """`time_series.trend` with every known interval as a bar: the bands of six lines would hide each other."""
    drawn = time_series.lines(series)
    figure = graph_objects.Figure(layout={"template": time_series.template(words, sizes), "height": sizes.chart_height})
    limits = time_series.value_range(series)
    span = time_series.middle(series).max() - time_series.middle(series).min()
    for place, line in enumerate(drawn):
        time_series.add_line(figure, line, unit, words, sizes, decimals)
        add_bars(figure, line, (place - (len(drawn) - 1) / 2) * span * STEP)
    time_series.add_end_labels(figure, drawn, limits, words, sizes, decimals)
    time_series.add_breaks(figure, time_series.within(breaks, series), words, sizes)
    figure.update_yaxes(range=list(limits), nticks=time_series.TICKS)
    figure.update_xaxes(**time_series.year_axis(series, words, room_left=any(line.is_two_points for line in drawn)))
    time_series.add_unit(figure, unit, sizes)
    return figure


def add_bars(figure: graph_objects.Figure, line: time_series.Line, shift: float) -> None:
    """The intervals of a line that has any, moved a little aside so that those of one year can be told apart."""
    points = line.points.dropna(subset=["low", "high"])
    figure.data[-1].error_y = None
    figure.add_scatter(
        x=time_series.middle(points) + shift,
        y=points["value"],
        mode="markers",
        hoverinfo="skip",
        showlegend=False,
        marker={"size": 1, "color": line.style.colour},
        error_y={**(time_series.error_bars(points, line.style) or {}), "visible": True} if len(points) else None,
    )


def points(rows: pandas.DataFrame, *, unit: str, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """One number an area from zero, each with its name, its number in words and its interval.

    `rows`: role (as in time_series.trend), name, text (the number in words), value, low, high; a missing value has no
    point but its word.
    """
    labels = [f"{html.escape(row.name)} <b>{html.escape(row.text)}</b>" for row in rows.itertuples()]
    marks = rows.assign(label=labels, style=time_series.styles(rows["role"]))
    return dots.figure({unit: marks}, words=words, sizes=sizes)
