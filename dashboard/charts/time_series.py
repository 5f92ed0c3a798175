"""Charts over time: plain functions from lines to Plotly figures, and the sentence that stands for each of them.

Nothing is interpolated: a line is drawn between neighbouring periods only; two points far apart are joined by a thin
dotted line that says no more than from where to where.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Any

from plotly import graph_objects
from plotly.colors import hex_to_rgb

from dashboard.charts import theme
from dashboard.charts.end_labels import add_end_labels
from dashboard.charts.frame import add_breaks, add_unit, break_name
from dashboard.charts.lines import Line, Point, Style, follows, middle, neighbours, periods, value_range, within
from dashboard.charts.theme import Sizes
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.contracts import Break
from data.query import Period

Axis = dict[str, Any]  # properties of a Plotly axis

CONFIG = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showAxisDragHandles": False}
FONT = "'Source Sans', system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
GRID = "#e6ebf0"
SHADE = "#f3f0e6"
TICKS = 6  # more labels than this collide on a telephone and, in projector mode, in the room


def template(words: Words, sizes: Sizes) -> graph_objects.layout.Template:
    """What all charts have in common: type, number format, whole years, quiet lines on white."""
    axis = {
        "tickfont_size": sizes.axis,
        "title_font_size": sizes.axis,
        "automargin": True,
        "fixedrange": True,
        "exponentformat": "none",
        "separatethousands": True,
    }
    quiet = {"showgrid": True, "gridcolor": GRID, "zerolinecolor": theme.QUIET, "ticks": ""}
    return graph_objects.layout.Template(
        layout=graph_objects.Layout(
            font={"family": FONT, "size": sizes.axis, "color": theme.TEXT},
            separators=words.of_language.marks,
            paper_bgcolor="white",
            plot_bgcolor="white",
            showlegend=False,
            hoverlabel={"font_size": sizes.axis, "bgcolor": "white", "font_color": theme.TEXT},
            xaxis={**axis, "showgrid": False, "linecolor": theme.QUIET, "ticks": "outside", "tickformat": "d"},
            yaxis={**axis, **quiet},
            margin={"l": 8, "r": 8, "t": sizes.axis * 5, "b": 8},
        )
    )


def trend(
    drawn: Sequence[Line],
    *,
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
    breaks: Sequence[Break] = (),
    intervention: Period | None = None,
) -> graph_objects.Figure:
    """One measure over time, each line named at its end.

    A break is drawn before its year. `intervention`: first and last year.
    """
    figure = graph_objects.Figure(layout={"template": template(words, sizes), "height": sizes.chart_height})
    limits = value_range(drawn)
    if intervention:
        add_intervention(figure, intervention, words, sizes)
    for line in drawn:
        add_interval(figure, line)
        add_line(figure, line, unit, words, sizes, decimals)
    add_frame(figure, drawn, limits, unit, words, sizes, decimals, breaks)
    return figure


def add_frame(
    figure: graph_objects.Figure,
    drawn: Sequence[Line],
    limits: tuple[float, float],
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int,
    breaks: Sequence[Break],
) -> None:
    """What stands around the lines: their names, the breaks, the axes and the unit."""
    add_end_labels(figure, drawn, limits, words, sizes, decimals)
    rows = add_breaks(figure, within(breaks, drawn), words, sizes)
    figure.update_yaxes(range=list(limits), nticks=TICKS)
    is_dotted = any(line.is_two_points for line in drawn)
    figure.update_xaxes(**year_axis(drawn, words, room_left=is_dotted))
    key = f"   <b>·····</b> {words('årene imellem er ukendte')}" if is_dotted else ""
    add_unit(figure, html.escape(unit) + key, sizes, rows)


def reading_note(drawn: Sequence[Line], breaks: Sequence[Break], words: Words) -> str:
    """How to read a trend: that only two points are published, and what changed at its breaks."""
    notes = [f"{break_name(found, words)}. {words.text(found.note)}".strip() for found in within(breaks, drawn)]
    if any(line.is_two_points for line in drawn):
        notes.insert(
            0,
            words(
                "Der er kun offentliggjort to målinger for hver gruppe. Linjen imellem er prikket, for årene imellem "
                "er ukendte."
            ),
        )
    return " ".join(notes)


def year_axis(drawn: Sequence[Line], words: Words, room_left: bool) -> Axis:
    """Ticks at published periods only, at most TICKS of them and always the latest."""
    every = periods(drawn)
    step = math.ceil(len(every) / TICKS)
    first, last = year_range(every)
    span = (last - first) or 1
    return {
        **period_ticks(every[::-step][::-1], words),
        "range": [first - span * (0.14 if room_left else 0.04), last + span * 0.03],
    }


def end_ticks(drawn: Sequence[Line], words: Words) -> Axis:
    """A year axis that names the first and the last period only, of two that begin together that of the first line."""
    every = sorted(dict.fromkeys(period for line in drawn for period in line.periods), key=lambda period: period[0])
    first, last = year_range(every)
    air = 0.22 * ((last - first) or 1)
    return {**period_ticks([every[0], *every[1:][-1:]], words), "range": [first - air, last + air]}


def period_ticks(shown: Sequence[Period], words: Words) -> Axis:
    return {
        "tickvals": [middle(period) for period in shown],
        "ticktext": [words.period(*period) for period in shown],
    }


def year_range(every: Sequence[Period]) -> tuple[float, float]:
    middles = [middle(period) for period in every]
    return min(middles), max(middles)


def with_gaps(points: Sequence[Point]) -> list[tuple[float, Point | None]]:
    """The points by year, and None wherever a period is missing, so that no line is drawn across the gap."""
    drawn: list[tuple[float, Point | None]] = [(point.middle, point) for point in points]
    gaps = [(point.period[0] - 1.0, None) for before, point in neighbours(points) if not follows(point, before)]
    return sorted([*gaps, *drawn], key=lambda at: at[0])


def add_line(figure: graph_objects.Figure, line: Line, unit: str, words: Words, sizes: Sizes, decimals: int) -> None:
    points = [(point.middle, point) for point in line.points] if line.is_two_points else with_gaps(line.points)
    stroke = {"width": 1.5, "dash": "dot"} if line.is_two_points else {"width": sizes.line, "dash": line.style.dash}
    figure.add_scatter(
        x=[year for year, _ in points],
        y=[point and point.value for _, point in points],
        name=html.escape(line.name),
        mode="lines+markers",
        connectgaps=False,
        line={"color": line.style.colour, **stroke},
        marker={"symbol": line.style.symbol, "size": sizes.mark, "color": line.style.colour},
        error_y=None if line.has_band else error_bars(line.points, line.style),
        text=[point and point_text(line.name, point, unit, words, decimals) for _, point in points],
        hovertemplate="%{text}<extra></extra>",
    )


def point_text(name: str, point: Point, unit: str, words: Words, decimals: int) -> str:
    amount = labels.with_unit(words.number(point.value, decimals), unit, words)
    text = f"{name}, {words.period(*point.period)}: {amount}"
    if point.interval:
        text += " ({}–{})".format(*(words.number(limit, decimals) for limit in point.interval))
    return html.escape(text)


def error_bars(points: Sequence[Point], style: Style) -> dict[str, Any] | None:
    """The intervals of points that all have one."""
    intervals = [point.interval for point in points if point.interval]
    if len(intervals) < len(points):
        return None
    pairs = list(zip(points, intervals, strict=True))
    return {
        "type": "data",
        "symmetric": False,
        "array": [high - point.value for point, (_, high) in pairs],
        "arrayminus": [point.value - low for point, (low, _) in pairs],
        "color": style.colour,
        "thickness": 1.5,
    }


def add_interval(figure: graph_objects.Figure, line: Line) -> None:
    """The 95 % interval as a pale band under the line."""
    if not line.has_band:
        return
    years = [point.middle for point in line.points]
    intervals = [point.interval for point in line.points if point.interval]
    red, green, blue = hex_to_rgb(line.style.colour)
    figure.add_scatter(
        x=[*years, *reversed(years)],
        y=[*(high for _, high in intervals), *(low for low, _ in reversed(intervals))],
        fill="toself",
        fillcolor=f"rgba({red},{green},{blue},0.13)",
        line={"width": 0},
        mode="lines",
        hoverinfo="skip",
    )


def add_intervention(figure: graph_objects.Figure, years: Period, words: Words, sizes: Sizes) -> None:
    figure.add_vrect(
        x0=years[0] - 0.5,
        x1=years[1] + 0.5,
        fillcolor=SHADE,
        line_width=0,
        layer="below",
        annotation={
            "text": words("Indsats {period}", period=words.period(*years)),
            "font_size": sizes.axis,
            "font_color": theme.QUIET,
            "showarrow": False,
        },
        annotation_position="inside bottom",
    )


def trend_alt(title: str, drawn: Sequence[Line], words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a trend: every group from its first to its last point."""
    return f"{title}. {'; '.join(line_alt(line, words, decimals) for line in drawn)}."


def line_alt(line: Line, words: Words, decimals: int) -> str:
    if not line.points:
        return words("{name}: ikke opgjort", name=line.name)
    first, last = line.points[0], line.points[-1]
    values = {
        "name": line.name,
        "first": words.number(first.value, decimals),
        "last": words.number(last.value, decimals),
        "start": words.period(*first.period),
        "end": words.period(*last.period),
    }
    if len(line.points) == 1:
        return words("{name}: {last} i {end}", **values)
    return words("{name}: {first} i {start} og {last} i {end}", **values)
