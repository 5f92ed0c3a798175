"""Numbers as dots with their 95 % intervals on scales from zero, a row each under its name."""

from __future__ import annotations

from collections.abc import Mapping

import pandas
from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words

LINE = 1.35  # of the type size: a line of a row's name; what stands below is counted in such lines
DOTS = 0.6  # from a row's name down to its dots
AIR = 1.1  # from the dots down to the next row's name, which is farther
FOOT = 3.4  # the ticks and the unit under a scale
LEGEND = 2.2


def figure(
    scales: Mapping[str, pandas.DataFrame], *, words: Words, sizes: Sizes, legend: bool = False
) -> graph_objects.Figure:
    """The numbers of each unit on one scale; the scales stand under each other.

    `scales`, by unit: label (of the row, as HTML), name and style (of the dot), value, low, high. Numbers of one label
    share a row, the last on top; a row without a value is its label alone. `legend` names the dots, the last first.
    """
    heights = [sum(map(height, rows["label"].unique())) for rows in scales.values()]
    total, head = sum(heights) + FOOT * (len(heights) - 1), LEGEND if legend else 0
    line = sizes.axis * LINE
    chart = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "height": int(line * (total + FOOT + head)),
            "margin": {"t": int(line * head), "b": int(line * FOOT), "l": sizes.mark, "r": sizes.mark},
            "showlegend": legend,
            "legend": {
                "orientation": "h",
                "x": 0,
                "y": 1,
                "yanchor": "bottom",
                "itemclick": False,
                "itemdoubleclick": False,
                "traceorder": "reversed",
                "font_size": sizes.axis,
            },
        }
    )
    top = total
    for place, ((unit, rows), own) in enumerate(zip(scales.items(), heights, strict=True), start=1):
        add_axes(chart, place, unit, rows, (max(top - own, 0) / total, top / total), own, sizes)
        add_rows(chart, place, rows, sizes)
        top -= own + FOOT
    for position, trace in enumerate(chart.data):
        trace.showlegend = trace.name not in {other.name for other in chart.data[:position]}
    return chart


def height(label: str) -> float:
    """The lines that a row takes: its name, its dots and the air below them."""
    return label.count("<br>") + 1 + DOTS + AIR


def add_axes(
    chart: graph_objects.Figure,
    place: int,
    unit: str,
    rows: pandas.DataFrame,
    domain: tuple[float, float],
    lines: float,
    sizes: Sizes,
) -> None:
    """The axes of one unit: values from zero, and lines of text from the top down."""
    edges = time_series.value_range(rows) if rows["value"].notna().any() else (0, 1)
    chart.update_layout(
        {
            f"xaxis{place}": {
                "anchor": f"y{place}",
                "range": list(edges),
                "nticks": time_series.TICKS,
                "tickformat": "",
                "title": {"text": unit, "standoff": sizes.axis // 2},
            },
            f"yaxis{place}": {"anchor": f"x{place}", "range": [lines, 0], "domain": domain, "visible": False},
        }
    )
    chart.add_shape(
        type="line",
        x0=0,
        x1=0,
        y0=0,
        y1=lines,
        xref=f"x{place}",
        yref=f"y{place}",
        layer="below",
        line={"color": theme.QUIET, "width": 1.5},
    )


def add_rows(chart: graph_objects.Figure, place: int, rows: pandas.DataFrame, sizes: Sizes) -> None:
    """Each row's name and, close below it on a pale line of their own, its dots."""
    right = chart.layout[f"xaxis{place}"].range[1]
    level = -AIR
    for label, own in rows.groupby("label", sort=False):
        level += height(label)
        chart.add_annotation(
            x=0,
            xref="paper",
            xshift=4,
            y=level - DOTS,
            yref=f"y{place}",
            xanchor="left",
            yanchor="bottom",
            align="left",
            text=label,
            showarrow=False,
            font={"size": sizes.axis, "color": theme.TEXT},
            borderpad=0,
        )
        shown = own.dropna(subset="value")
        if len(shown):
            chart.add_shape(
                type="line",
                x0=0,
                x1=right,
                y0=level,
                y1=level,
                xref=f"x{place}",
                yref=f"y{place}",
                layer="below",
                line={"color": time_series.GRID, "width": 2},
            )
        for number in shown.itertuples():
            add_dot(chart, place, number, level, sizes)


def add_dot(chart: graph_objects.Figure, place: int, number: tuple, level: float, sizes: Sizes) -> None:
    has_interval = pandas.notna(number.low) and pandas.notna(number.high)
    chart.add_scatter(
        x=[number.value],
        y=[level],
        xaxis=f"x{place}",
        yaxis=f"y{place}",
        name=number.name,
        mode="markers",
        hoverinfo="skip",
        cliponaxis=False,
        marker={"symbol": number.style.symbol, "size": sizes.mark * 1.1, "color": number.style.colour},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [number.high - number.value],
            "arrayminus": [number.value - number.low],
            "color": number.style.colour,
            "thickness": 2,
        }
        if has_interval
        else None,
    )
