"""The pictures of the workshop: what chance does beside the effort, and how alike the groups were."""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence

import numpy as np
from plotly import graph_objects

from dashboard.charts import dots, frame, lines, theme, time_series
from dashboard.charts.dots import Dot, Row
from dashboard.charts.lines import Line, Point
from dashboard.charts.theme import Sizes
from dashboard.effect_workshop.material import Found
from dashboard.i18n.words import Words
from data import measures
from data.effect_control import UNLIKE
from data.effect_study import Study

BINS = 21  # odd, so that the middle one has no effect in its middle
BELOW = 0.12  # of the highest pile: how far under the piles the false starts stand


def group_lines(found: Found, names: Mapping[str, str]) -> list[Line]:
    """The rates of the two groups with their intervals, by their role; a period that one area misses has no point."""
    groups = {"hotspot": found.treated, "control": found.control}
    return [
        group_line(found, groups[role], name, style)
        for (role, name), style in zip(names.items(), lines.styles(names), strict=True)
        if groups[role]
    ]


def group_line(found: Found, areas: Sequence[str], name: str, style: lines.Style) -> Line:
    counts = found.panel.by_period(areas)
    rates = measures.rate(counts.count, counts.population, found.panel.per, dispersion=counts.dispersion)
    points = tuple(
        Point(period, float(value), (float(low), float(high)))
        for period, value, low, high in zip(found.panel.periods, *rates, strict=True)
        if not np.isnan(value)
    )
    return Line(name, style, points, found.panel.periods)


def placebo(
    found: Found, study: Study, *, unit: str, words: Words, sizes: Sizes, decimals: int = 0
) -> graph_objects.Figure:
    """The differences of groups without an effort in piles, the effort's own as a marked line, false starts below."""
    figure = graph_objects.Figure(layout={"template": time_series.template(words, sizes), "height": sizes.chart_height})
    observed = float(study.difference.difference)
    early = [float(value) for value in study.false_starts["difference"]]
    edges = bins([*found.placebo.differences, observed, *early])
    piles, _ = np.histogram(found.placebo.differences, edges)
    top = float(piles.max(initial=1))
    add_piles(figure, piles, edges, words, decimals)
    add_observed(figure, observed, top, words, sizes, decimals)
    add_false_starts(figure, study, top, words, sizes, decimals)
    figure.update_xaxes(
        range=[edges[0], edges[-1]],
        nticks=time_series.TICKS,
        tickformat="",
        title={"text": words("Forskel, {unit}", unit=unit), "standoff": sizes.axis // 2},
    )
    low = -3.6 * BELOW * top if early else 0
    figure.update_yaxes(range=[low, 1.25 * top], nticks=4, tickvals=whole(top))
    frame.add_unit(figure, html.escape(words("antal grupper uden indsats")), sizes)
    return figure


def bins(differences: Sequence[float]) -> np.ndarray:
    """The edges of piles of equal width about 0."""
    reach = 1.08 * max((abs(number) for number in differences), default=1) or 1
    return np.linspace(-reach, reach, BINS + 1)


def whole(top: float) -> list[int]:
    """Whole numbers for the axis of piles."""
    step = next((size for size in (1, 2, 5, 10, 20, 50) if 5 * size >= top), 100)
    return list(range(0, int(top) + 1, step))


def add_piles(figure: graph_objects.Figure, piles: np.ndarray, edges: np.ndarray, words: Words, decimals: int) -> None:
    texts = [
        words.plural("{n} gruppe", "{n} grupper", int(pile))
        + ": "
        + words("{low} til {high}", low=words.signed(low, decimals), high=words.signed(high, decimals))
        for pile, low, high in zip(piles, edges, edges[1:], strict=False)
    ]
    figure.add_bar(
        x=(edges[:-1] + edges[1:]) / 2,
        y=piles,
        width=np.diff(edges) * 0.92,
        marker={"color": "#b9c4cf", "line": {"color": theme.QUIET, "width": 1}},
        text=texts,
        textposition="none",
        hovertemplate="%{text}<extra></extra>",
        name=html.escape(words("Grupper uden indsats")),
    )
    figure.add_vline(x=0, line={"color": theme.QUIET, "width": 1.5})


def add_observed(
    figure: graph_objects.Figure, observed: float, top: float, words: Words, sizes: Sizes, decimals: int
) -> None:
    """The effort's own difference: a line with its name, so that no colour is needed."""
    colour = theme.GROUP_COLOURS["hotspot"]
    figure.add_shape(type="line", x0=observed, x1=observed, y0=0, y1=1.08 * top, line={"color": colour, "width": 4})
    figure.add_annotation(
        x=observed,
        y=1.08 * top,
        yanchor="bottom",
        showarrow=False,
        text="<b>" + html.escape(words("Indsatsen {number}", number=words.signed(observed, decimals))) + "</b>",
        font={"color": colour, "size": sizes.axis},
    )


def add_false_starts(
    figure: graph_objects.Figure, study: Study, top: float, words: Words, sizes: Sizes, decimals: int
) -> None:
    """The treated areas themselves, had the effort begun earlier: a cross each with its year, under the piles."""
    rows = [
        (str(year), float(value))
        for year, value in study.false_starts[["year", "difference"]].itertuples(index=False, name=None)
    ]
    if not rows:
        return
    figure.add_scatter(
        x=[value for _, value in rows],
        y=[-BELOW * top * (1 + place % 2 * 1.4) for place in range(len(rows))],  # two rows, so that years can be read
        mode="markers+text",
        marker={"symbol": "x", "size": sizes.mark, "color": theme.GROUP_COLOURS["difference"]},
        text=[year for year, _ in rows],
        textposition="bottom center",
        textfont={"size": sizes.axis * 0.85, "color": theme.GROUP_COLOURS["difference"]},
        hovertext=[
            html.escape(words("Falsk startår {year}: {number}", year=year, number=words.signed(value, decimals)))
            for year, value in rows
        ],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
        name=html.escape(words("Falsk startår")),
    )


def balance(apart: Mapping[str, float], *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """How far apart the groups were on each thing, in standard deviations; within the band they are alike."""
    (style,) = lines.styles(["difference"])
    rows = [
        Row(f"{html.escape(name)} <b>{words.signed(round(value, 2) + 0.0, 2)}</b>", (Dot(name, style, value),))
        for name, value in apart.items()
    ]
    figure = dots.figure({words("standardafvigelser"): rows}, words=words, sizes=sizes)
    reach = max(0.6, *(1.15 * abs(value) for value in apart.values()))
    figure.update_layout(xaxis={"range": [-reach, reach]})
    figure.add_vrect(x0=-UNLIKE, x1=UNLIKE, fillcolor=time_series.SHADE, line_width=0, layer="below")
    return figure
