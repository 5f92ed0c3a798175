"""Charts on the effect of an effort: the difference between two groups, single areas side by side, and the funnel."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from plotly import graph_objects

from dashboard.charts import frame, lines, theme, time_series
from dashboard.charts.lines import Line, Point, Style, styles
from dashboard.charts.theme import CHARACTER_WIDTH, Sizes
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.contracts import Difference, Observation
from data.funnel import Drawn, Funnel
from data.query import Period

PANEL_WIDTH = 18  # in type sizes, as all measures of a panel: four beside each other on a desk and on a projector
PANEL_HEIGHT = 16
ASPECT = 1.6  # of a funnel's width to its height where it is narrow: a name that fits there fits everywhere
LIMIT_DASHES = {0.95: "dash", 0.998: "solid"}
OTHER_AREA = Style(theme.QUIET, "diamond-open", "solid")


def difference_line(differences: Iterable[Difference], name: str) -> Line:
    """The differences against one reference as the one line of a trend."""
    (style,) = styles(["difference"])
    ordered = sorted(differences, key=lambda row: row.year)
    points = tuple(difference_point(row) for row in ordered)
    return Line(name, style, points, tuple(point.period for point in points))


def difference_point(row: Difference) -> Point:
    interval = None if row.low is None or row.high is None else (row.low, row.high)
    return Point((row.year, row.year), row.difference, interval)


def difference(
    line: Line,
    *,
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
    intervention: Period | None = None,
) -> graph_objects.Figure:
    """A difference over time with the line on which there is none."""
    figure = time_series.trend(
        [line], unit=unit, words=words, sizes=sizes, decimals=decimals, intervention=intervention
    )
    figure.add_hline(y=0, line={"color": theme.TEXT, "width": 2})
    return figure


def area_line(rows: Iterable[Observation], name: str, role: str) -> Line:
    """The numbers of one area as the line of its panel."""
    (style,) = styles([role])
    return lines.line(name, style, rows)


def panel(
    line: Line,
    *,
    verdict: str,
    missing: str,
    limits: tuple[float, float],
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
) -> graph_objects.Figure:
    """One area of many: its line under its name and the verdict on its trend; the same `limits` in all of them.

    A missing period is a gap; an area without any number has the words `missing` instead.
    """
    small = replace(sizes, line=sizes.line - 1, mark=sizes.mark * 2 // 3)
    figure = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "width": sizes.axis * PANEL_WIDTH,
            "height": sizes.axis * PANEL_HEIGHT,
            "margin": {"t": sizes.axis * 5, "r": sizes.axis, "l": 0, "b": 0},
        }
    )
    frame.add_name(figure, f"<b>{html.escape(line.name)}</b><br>{html.escape(verdict).replace(' (', '<br>(')}", sizes)
    time_series.add_interval(figure, line)
    time_series.add_line(figure, line, unit, words, small, decimals)
    if not line.points:
        figure.add_annotation(
            text=missing,
            showarrow=False,
            x=0.5,
            y=0.5,
            xref="paper",
            yref="paper",
            font={"color": theme.QUIET, "size": sizes.axis},
        )
    figure.update_yaxes(range=list(limits), nticks=4)
    figure.update_xaxes(**time_series.end_ticks([line], words))
    return figure


def missing_word(rows: Sequence[Observation], words: Words) -> str:
    """Why an area has no number, as of its last row."""
    return words(labels.MISSING.get(rows[-1].status, labels.MISSING["not_collected"]))


def panel_alt(line: Line, verdict: str, words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a panel: its verdict and every number it draws."""
    numbers = [f"{words.period(*point.period)}: {words.number(point.value, decimals)}" for point in line.points]
    return f"{line.name}, {verdict}. {'; '.join(numbers) or words('Ingen tal kan vises')}."


def funnel(
    shown: Funnel,
    names: Mapping[str, str],
    roles: Mapping[str, str],
    groups: Mapping[str, str],
    *,
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
) -> graph_objects.Figure:
    """Rates of areas against their size, with the limits of chance around their common rate.

    `roles`: the part of an area, `other` where it has none; `groups`: what the parts are called, in drawing order.
    """
    figure = graph_objects.Figure(layout={"template": time_series.template(words, sizes), "height": sizes.chart_height})
    add_limits(figure, shown, words, sizes, decimals)
    by_role = {role: [area for area in shown.areas if roles.get(area.row.area_id, "other") == role] for role in groups}
    drawn = {role: areas for role, areas in by_role.items() if areas}
    for role, areas in drawn.items():
        style = OTHER_AREA if role == "other" else styles([role])[0]
        add_areas(figure, areas, groups[role], style, names, unit, words, sizes, decimals)
    top = 1.12 * max(*(area.value for area in shown.areas), *(limit.high for limit in shown.limits))
    add_outside(figure, shown, names, top, sizes)
    figure.update_yaxes(range=[0, top], nticks=time_series.TICKS)
    figure.update_xaxes(
        title={"text": words("Unge (årene lagt sammen)"), "standoff": sizes.axis},
        range=[0, max(limit.population for limit in shown.limits)],
        tickformat=",d",
        nticks=time_series.TICKS,
    )
    frame.add_unit(figure, html.escape(unit), sizes)
    figure.update_layout(
        showlegend=len(drawn) > 1,
        margin_r=sizes.axis * 7,
        legend={
            "orientation": "h",
            "x": 1,
            "xanchor": "right",
            "y": 1,
            "yanchor": "bottom",
            "font_size": sizes.axis,
            "itemclick": False,
            "itemdoubleclick": False,
        },
    )
    return figure


def add_limits(figure: graph_objects.Figure, shown: Funnel, words: Words, sizes: Sizes, decimals: int) -> None:
    """The common rate and the limits around it, each named at its right end."""
    quiet = {"mode": "lines", "hoverinfo": "skip", "showlegend": False}
    for level, dash in LIMIT_DASHES.items():
        curve = shown.curve(level)
        stroke = {"color": theme.QUIET, "width": 1.5, "dash": dash}
        sizes_of_areas = [limit.population for limit in curve]
        figure.add_scatter(x=sizes_of_areas, y=[limit.low for limit in curve], line=stroke, **quiet)
        figure.add_scatter(x=sizes_of_areas, y=[limit.high for limit in curve], line=stroke, **quiet)
        share = words.share(level, 1 if level > 0.99 else 0)
        add_name(figure, curve[-1].population, curve[-1].high, share, sizes)
    first, last = reach(shown)
    pooled = {"color": theme.TEXT, "width": 2}
    figure.add_scatter(x=[first, last], y=[shown.pooled] * 2, line=pooled, **quiet)
    add_name(figure, last, shown.pooled, words("samlet {value}", value=words.number(shown.pooled, decimals)), sizes)


def reach(shown: Funnel) -> tuple[float, float]:
    """The populations that the limits are drawn for, from the smallest to the largest."""
    populations = [limit.population for limit in shown.limits]
    return min(populations), max(populations)


def add_outside(
    figure: graph_objects.Figure, shown: Funnel, names: Mapping[str, str], top: float, sizes: Sizes
) -> None:
    """The names of the areas outside the limits, the outermost first; one that would lie on another is left out."""
    first, last = reach(shown)
    row = 1.4 * sizes.axis * top / (sizes.chart_height - 6 * sizes.axis)
    letter = CHARACTER_WIDTH * sizes.axis * (last - first) / (ASPECT * sizes.chart_height)
    placed: list[tuple[float, float, float]] = []
    for area in sorted(shown.outside, key=lambda area: -abs(area.value - shown.pooled)):
        name = names[area.row.area_id]
        half = letter * len(name) / 2
        y = area.value + (row if area.value > shown.pooled else -row)
        if all(abs(y - other) >= row or abs(area.population - x) >= half + width for x, other, width in placed):
            placed.append((area.population, y, half))
            figure.add_annotation(
                x=area.population,
                y=y,
                text=html.escape(name),
                showarrow=False,
                font={"color": theme.TEXT, "size": sizes.axis},
            )


def add_name(figure: graph_objects.Figure, x: float, y: float, text: str, sizes: Sizes) -> None:
    figure.add_annotation(
        x=x,
        y=y,
        text=text,
        xanchor="left",
        yanchor="middle",
        xshift=6,
        showarrow=False,
        font={"color": theme.QUIET, "size": sizes.axis},
    )


def add_areas(
    figure: graph_objects.Figure,
    areas: Sequence[Drawn],
    group: str,
    style: Style,
    names: Mapping[str, str],
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int,
) -> None:
    """The points of one group; each is named where the reader points at it."""
    points = [(names[area.row.area_id], point) for area in areas if (point := lines.point_of(area.row))]
    figure.add_scatter(
        x=[area.population for area in areas],
        y=[area.value for area in areas],
        mode="markers",
        name=html.escape(group),
        cliponaxis=False,
        marker={"symbol": style.symbol, "size": sizes.mark, "color": style.colour},
        hovertext=[time_series.point_text(name, point, unit, words, decimals) for name, point in points],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def funnel_alt(title: str, shown: Funnel, names: Mapping[str, str], words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a funnel: the common rate and every area outside the limits."""
    outside = [f"{names[area.row.area_id]} {words.number(area.value, decimals)}" for area in shown.outside]
    return words(
        "{title}. Samlet rate {pooled}. Uden for grænserne: {list}.",
        title=title,
        pooled=words.number(shown.pooled, decimals),
        list="; ".join(outside) or words("ingen"),
    )
