"""Charts on the effect of an effort: the difference between two groups, single areas side by side, and the funnel."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import replace

import pandas
from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.charts.time_series import Line
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.funnel import Funnel

PANEL_WIDTH = 18  # in type sizes, as all measures of a panel: four beside each other on a desk and on a projector
PANEL_HEIGHT = 15
ASPECT = 1.6  # of a funnel's width to its height where it is narrow: a name that fits there fits everywhere
LIMIT_DASHES = {0.95: "dash", 0.998: "solid"}
OTHER_AREA = time_series.Style(theme.QUIET, "diamond-open", "solid")


def difference_series(differences: pandas.DataFrame, indicator_id: str, name: str) -> pandas.DataFrame:
    """The table of differences, against one reference, as the one line of a trend."""
    return differences.assign(
        indicator_id=indicator_id,
        edition="",
        role="difference",
        name=name,
        value=differences["difference"],
        period_start=differences["year"],
        period_end=differences["year"],
    )


def difference(
    series: pandas.DataFrame,
    *,
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
    intervention: tuple[int, int] | None = None,
) -> graph_objects.Figure:
    """A difference over time with the line on which there is none. `series` as of `difference_series`."""
    figure = time_series.trend(
        series, unit=unit, words=words, sizes=sizes, decimals=decimals, intervention=intervention
    )
    figure.add_hline(y=0, line={"color": theme.TEXT, "width": 2})
    return figure


def panel(
    rows: pandas.DataFrame,
    *,
    name: str,
    role: str,
    verdict: str,
    limits: tuple[float, float],
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
) -> graph_objects.Figure:
    """One area of many: its line under its name and the verdict on its trend; the same `limits` in all of them.

    `rows`: prepared observations of the area. A missing period is a gap; an area without any number says why.
    """
    (style,) = time_series.styles([role])
    line = Line(name, style, rows.sort_values("period_start").dropna(subset="value"))
    small = replace(sizes, line=sizes.line - 1, mark=sizes.mark * 2 // 3)
    figure = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "width": sizes.axis * PANEL_WIDTH,
            "height": sizes.axis * PANEL_HEIGHT,
            "margin": {"t": sizes.axis * 4, "r": sizes.axis, "l": 0, "b": 0},
        }
    )
    figure.add_annotation(
        text=f"<b>{html.escape(name)}</b><br>{html.escape(verdict)}",
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        align="left",
        xanchor="left",
        yanchor="bottom",
        yshift=sizes.axis // 2,
        showarrow=False,
        font_size=sizes.axis,
    )
    time_series.add_interval(figure, line)
    time_series.add_line(figure, line, unit, words, small, decimals)
    if line.points.empty:
        reason = labels.MISSING.get(rows["status"].iloc[-1], labels.MISSING["not_collected"])
        figure.add_annotation(
            text=words(reason),
            showarrow=False,
            x=0.5,
            y=0.5,
            xref="paper",
            yref="paper",
            font={"color": theme.QUIET, "size": sizes.axis},
        )
    figure.update_yaxes(range=list(limits), nticks=4)
    figure.update_xaxes(**time_series.end_ticks(rows, words))
    return figure


def panel_alt(rows: pandas.DataFrame, name: str, verdict: str, words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a panel: its verdict and every number it draws."""
    points = rows.sort_values("period_start").dropna(subset="value")
    numbers = [
        f"{words.period(row.period_start, row.period_end)}: {words.number(row.value, decimals)}"
        for row in points.itertuples()
    ]
    return f"{name}, {verdict}. {'; '.join(numbers) or words('Ingen tal kan vises')}."


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
    parts = shown.areas["area_id"].map(roles).fillna("other")
    for role, group in groups.items():
        if parts.eq(role).any():
            style = OTHER_AREA if role == "other" else time_series.styles([role])[0]
            add_areas(figure, Line(group, style, shown.areas[parts == role]), names, unit, words, sizes, decimals)
    top = 1.12 * pandas.concat([shown.areas["value"], shown.limits["high"]]).max()
    add_outside(figure, shown, names, top, sizes)
    figure.update_yaxes(range=[0, top], nticks=time_series.TICKS)
    reach = shown.limits["population"]
    figure.update_xaxes(
        title={"text": words("Unge (årene lagt sammen)"), "standoff": sizes.axis},
        range=[0, reach.max()],
        tickformat=",d",
        nticks=time_series.TICKS,
    )
    time_series.add_unit(figure, unit, sizes)
    figure.update_layout(
        showlegend=parts.nunique() > 1,
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
    for level, curve in shown.limits.groupby("level"):
        for side in ("low", "high"):
            figure.add_scatter(
                x=curve["population"],
                y=curve[side],
                mode="lines",
                hoverinfo="skip",
                showlegend=False,
                line={"color": theme.QUIET, "width": 1.5, "dash": LIMIT_DASHES[level]},
            )
        decimals_of_level = 1 if level > 0.99 else 0
        add_name(
            figure, curve["population"].iloc[-1], curve["high"].iloc[-1], words.share(level, decimals_of_level), sizes
        )
    reach = shown.limits["population"]
    figure.add_scatter(
        x=[reach.min(), reach.max()],
        y=[shown.pooled] * 2,
        mode="lines",
        hoverinfo="skip",
        showlegend=False,
        line={"color": theme.TEXT, "width": 2},
    )
    name = words("samlet {value}", value=words.number(shown.pooled, decimals))
    add_name(figure, reach.max(), shown.pooled, name, sizes)


def add_outside(
    figure: graph_objects.Figure, shown: Funnel, names: Mapping[str, str], top: float, sizes: Sizes
) -> None:
    """The names of the areas outside the limits, the outermost first; one that would lie on another is left out."""
    reach = shown.limits["population"].max() - shown.limits["population"].min()
    row = 1.4 * sizes.axis * top / (sizes.chart_height - 6 * sizes.axis)
    letter = time_series.CHARACTER_WIDTH * sizes.axis * reach / (ASPECT * sizes.chart_height)
    outside = shown.areas[shown.areas["position"].ne("within")]
    placed: list[tuple[float, float, float]] = []
    for area in outside.sort_values("value", key=lambda value: -(value - shown.pooled).abs()).itertuples():
        above, half = area.value > shown.pooled, letter * len(names[area.area_id]) / 2
        y = area.value + (row if above else -row)
        if all(abs(y - other) >= row or abs(area.population - x) >= half + width for x, other, width in placed):
            placed.append((area.population, y, half))
            figure.add_annotation(
                x=area.population,
                y=y,
                text=html.escape(names[area.area_id]),
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
    group: Line,
    names: Mapping[str, str],
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int,
) -> None:
    """The points of one group; each is named where the reader points at it."""
    rows, style = group.points, group.style
    figure.add_scatter(
        x=rows["population"],
        y=rows["value"],
        mode="markers",
        name=html.escape(group.name),
        cliponaxis=False,
        marker={"symbol": style.symbol, "size": sizes.mark, "color": style.colour},
        hovertext=[time_series.point_text(names[row.area_id], row, unit, words, decimals) for row in rows.itertuples()],
        hovertemplate="%{hovertext}<extra></extra>",
    )


def funnel_alt(title: str, shown: Funnel, names: Mapping[str, str], words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a funnel: the common rate and every area outside the limits."""
    outside = [
        f"{names[area.area_id]} {words.number(area.value, decimals)}"
        for area in shown.areas.itertuples()
        if area.position != "within"
    ]
    return words(
        "{title}. Samlet rate {pooled}. Uden for grænserne: {list}.",
        title=title,
        pooled=words.number(shown.pooled, decimals),
        list="; ".join(outside) or words("ingen"),
    )
