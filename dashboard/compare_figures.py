"""The charts that set areas beside each other: lines over time, or one point an area, always with their intervals."""

from __future__ import annotations

import html

import pandas
from plotly import graph_objects

from dashboard import bar_figures, figures, theme
from dashboard.theme import Sizes
from dashboard.words import Words

STEP = 0.006  # of the years shown: intervals of the same year stand beside each other


def trend(
    series: pandas.DataFrame, *, unit: str, words: Words, sizes: Sizes, decimals: int, breaks: pandas.DataFrame
) -> graph_objects.Figure:
    """`figures.trend` with every known interval as a bar: the bands of six lines would hide each other."""
    drawn = figures.lines(series)
    figure = graph_objects.Figure(layout={"template": figures.template(words, sizes), "height": sizes.chart_height})
    limits = figures.value_range(series)
    span = figures.middle(series).max() - figures.middle(series).min()
    for place, line in enumerate(drawn):
        figures.add_line(figure, line, unit, words, sizes, decimals)
        add_bars(figure, line, (place - (len(drawn) - 1) / 2) * span * STEP)
    figures.add_end_labels(figure, drawn, limits, words, sizes, decimals)
    figures.add_breaks(figure, figures.within(breaks, series), words, sizes)
    figure.update_yaxes(range=list(limits), nticks=figures.TICKS)
    figure.update_xaxes(**figures.year_axis(series, words, room_left=any(line.is_two_points for line in drawn)))
    figures.add_unit(figure, unit, sizes)
    return figure


def add_bars(figure: graph_objects.Figure, line: figures.Line, shift: float) -> None:
    """The intervals of a line that has any, moved a little aside so that those of one year can be told apart."""
    points = line.points.dropna(subset=["low", "high"])
    figure.data[-1].error_y = None
    figure.add_scatter(
        x=figures.middle(points) + shift, y=points["value"], mode="markers", hoverinfo="skip", showlegend=False,
        marker={"size": 1, "color": line.style.colour},
        error_y={**(figures.error_bars(points, line.style) or {}), "visible": True} if len(points) else None,
    )


def points(rows: pandas.DataFrame, *, unit: str, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """One number an area from zero, each with its name, its number in words and its interval.

    `rows`: role (as in figures.trend), name, text (the number in words), value, low, high; a missing value has no
    point but its word.
    """
    rows = rows.iloc[::-1].reset_index(drop=True)
    figure = graph_objects.Figure(layout={
        "template": figures.template(words, sizes), "margin_t": 0,
        "height": bar_figures.bars_height(len(rows), sizes, 3.4) + sizes.axis * 4,
    })
    styles = figures.styles(rows["role"].iloc[::-1])[::-1]
    for row, style in zip(rows.itertuples(), styles, strict=True):
        bar_figures.add_row_label(figure, row.Index, f"{html.escape(row.name)} <b>{html.escape(row.text)}</b>", sizes)
        if pandas.notna(row.value):
            add_point(figure, row, style, sizes)
    edges = figures.value_range(rows) if rows["value"].notna().any() else (0, 1)
    figure.update_xaxes(range=list(edges), nticks=figures.TICKS, title={"text": unit, "standoff": sizes.axis})
    figure.update_yaxes(visible=False, range=[-0.5, len(rows) - 0.2])
    figure.add_vline(x=0, line={"color": theme.QUIET, "width": 1.5})
    return figure


def add_point(figure: graph_objects.Figure, row: tuple, style: figures.Style, sizes: Sizes) -> None:
    known = pandas.notna(row.low) and pandas.notna(row.high)
    figure.add_scatter(
        x=[row.value], y=[row.Index], mode="markers", hoverinfo="skip", cliponaxis=False,
        marker={"symbol": style.symbol, "size": sizes.mark * 1.3, "color": style.colour},
        error_x={"type": "data", "symmetric": False, "array": [row.high - row.value],
                 "arrayminus": [row.value - row.low], "color": style.colour, "thickness": 2} if known else None,
    )
