"""Numbers as dots with their 95 % intervals on scales from zero, a row each under its name."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.lines import Style, axis_range
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words

LINE = 1.35  # of the type size: a line of a row's name; what stands below is counted in such lines
DOTS = 0.6  # from a row's name down to its dots
AIR = 1.1  # from the dots down to the next row's name, which is farther
APART = 0.55  # between the dots of a row that have intervals, so that no interval hides another
FOOT = 3.4  # the ticks and the unit under a scale
LEGEND = 2.2


@dataclass(frozen=True)
class Dot:
    """A number under the name that a legend gives it, with its 95 % interval where it has one."""

    name: str
    style: Style
    value: float
    interval: tuple[float, float] | None = None


@dataclass(frozen=True)
class Row:
    """Numbers that share a row, the last on top, under a label (HTML); without any the row is its label alone.

    Numbers with intervals stand a little below each other, the last first as in the legend; the rest on one line.
    """

    label: str
    dots: tuple[Dot, ...]

    @property
    def levels(self) -> list[float]:
        """How far each dot stands below the first line of dots."""
        sure = [place for place, dot in enumerate(self.dots) if dot.interval][::-1]
        return [APART * sure.index(place) if place in sure else 0.0 for place in range(len(self.dots))]

    @property
    def depth(self) -> float:
        """From the first to the last line of dots."""
        return max(self.levels, default=0.0)

    @property
    def height(self) -> float:
        """The lines that the row takes: its name, its dots and the air below them."""
        return self.label.count("<br>") + 1 + DOTS + self.depth + AIR


def figure(
    scales: Mapping[str, Sequence[Row]], *, words: Words, sizes: Sizes, legend: bool = False
) -> graph_objects.Figure:
    """The numbers of each unit on one scale; the scales stand under each other.

    `scales`: the rows by their unit. `legend` names the dots, the last first.
    """
    heights = [sum(row.height for row in rows) for rows in scales.values()]
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
    for place, ((unit, rows), lines) in enumerate(zip(scales.items(), heights, strict=True), start=1):
        add_axes(chart, place, unit, rows, (max(top - lines, 0) / total, top / total), lines, sizes)
        add_rows(chart, place, rows, sizes)
        top -= lines + FOOT
    for position, trace in enumerate(chart.data):
        trace.showlegend = trace.name not in {other.name for other in chart.data[:position]}
    return chart


def add_axes(
    chart: graph_objects.Figure,
    place: int,
    unit: str,
    rows: Sequence[Row],
    domain: tuple[float, float],
    lines: float,
    sizes: Sizes,
) -> None:
    """The axes of one unit: values from zero, and lines of text from the top down."""
    dots = [dot for row in rows for dot in row.dots]
    chart.update_layout(
        {
            f"xaxis{place}": {
                "anchor": f"y{place}",
                "range": list(axis_range(dots)) if dots else [0, 1],
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


def add_rows(chart: graph_objects.Figure, place: int, rows: Sequence[Row], sizes: Sizes) -> None:
    """Each row's name and, close below it on a pale line of their own, its dots."""
    ends = accumulate(row.height for row in rows)
    for row, end in zip(rows, ends, strict=True):
        level = end - AIR - row.depth
        add_label(chart, place, row.label, level, sizes)
        if row.dots:
            add_stroke(chart, place, level + row.depth / 2)
        for dot, below in zip(row.dots, row.levels, strict=True):
            add_dot(chart, place, dot, level + below, sizes)


def add_label(chart: graph_objects.Figure, place: int, label: str, level: float, sizes: Sizes) -> None:
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


def add_stroke(chart: graph_objects.Figure, place: int, level: float) -> None:
    """The pale line of a row, from zero to the end of its scale."""
    chart.add_shape(
        type="line",
        x0=0,
        x1=chart.layout[f"xaxis{place}"].range[1],
        y0=level,
        y1=level,
        xref=f"x{place}",
        yref=f"y{place}",
        layer="below",
        line={"color": time_series.GRID, "width": 2},
    )


def add_dot(chart: graph_objects.Figure, place: int, dot: Dot, level: float, sizes: Sizes) -> None:
    chart.add_scatter(
        x=[dot.value],
        y=[level],
        xaxis=f"x{place}",
        yaxis=f"y{place}",
        name=html.escape(dot.name),
        mode="markers",
        hoverinfo="skip",
        cliponaxis=False,
        marker={"symbol": dot.style.symbol, "size": sizes.mark * 1.1, "color": dot.style.colour},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [dot.interval[1] - dot.value],
            "arrayminus": [dot.value - dot.interval[0]],
            "color": dot.style.colour,
            "thickness": 2,
        }
        if dot.interval
        else None,
    )
