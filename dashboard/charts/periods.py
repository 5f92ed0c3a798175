"""A timeline: a bar a row, filled until the day its source is about and white after it; hatched and open where the
source does not say when it began or ended.
"""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Sequence
from typing import Any, Protocol

from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.bars import CHARACTERS, LINE, add_row_label, bars_height
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words
from data.projects import Period

BAR = 0.34  # of a row's height; the rest holds its name
LINES_A_ROW = 3
SOLID: dict[str, Any] = {"color": theme.ACCENT, "line": {"color": theme.ACCENT, "width": 1}}
PLANNED: dict[str, Any] = {**SOLID, "color": "white"}
OPEN: dict[str, Any] = {
    **PLANNED,
    "pattern": {"shape": "/", "fgcolor": theme.ACCENT, "bgcolor": "white", "size": 8, "solidity": 0.25},
}
Span = tuple[float, float, dict[str, Any]]  # from, to and the look


class Bar(Protocol):
    """When something ran, its name, and what stands beside the name."""

    @property
    def period(self) -> Period: ...

    @property
    def name(self) -> str: ...

    @property
    def told(self) -> str: ...


def timeline(drawn: Sequence[Bar], *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """A bar a row; the first of `drawn` on top."""
    rows = list(reversed(drawn))
    labels = [label(bar) for bar in rows]
    heights = [1 + (text.count("<br>") * LINE) / LINES_A_ROW for text in labels]
    places = [sum(heights[:position]) for position in range(len(rows))]
    figure = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "barmode": "overlay",
            "margin_t": 0,
            "height": bars_height(sum(heights), sizes, LINES_A_ROW) + sizes.axis * 3,
        }
    )
    add_spans(figure, rows, places)
    add_arrows(figure, rows, places, sizes)
    for place, text in zip(places, labels, strict=True):
        add_row_label(figure, place, text, sizes)
    low = math.floor(min(bar.period.open_from for bar in rows))
    high = math.ceil(max(bar.period.open_to for bar in rows))
    step = max(1, math.ceil((high - low) / time_series.TICKS))
    air = (high - low) * 0.04
    figure.update_xaxes(range=[low - air, high + air], tick0=low, dtick=step, showgrid=True, gridcolor=time_series.GRID)
    figure.update_yaxes(visible=False, range=[-0.35, sum(heights) - 0.3])
    return figure


def label(bar: Bar) -> str:
    """The name of a bar and what is told beside it, in as many lines as a telephone needs."""
    name, told = (list(map(html.escape, textwrap.wrap(text, CHARACTERS))) for text in (bar.name, bar.told))
    bold = "<br>".join(f"<b>{line}</b>" for line in name)
    is_short = len(bar.name) + len(bar.told) < CHARACTERS
    return f"{bold}{' ' if is_short else '<br>'}{'<br>'.join(told)}"


def spans(period: Period) -> tuple[Span, ...]:
    """The parts of a bar, some of no length."""
    return (
        (period.open_from, period.solid_from, OPEN),
        (period.planned_to, period.open_to, OPEN),
        (period.solid_to, period.planned_to, PLANNED),
        (period.solid_from, period.solid_to, SOLID),
    )


def add_spans(figure: graph_objects.Figure, rows: Sequence[Bar], places: Sequence[float]) -> None:
    """The parts of all bars, one trace a kind of part; `places` are their heights."""
    for same in zip(*(spans(bar.period) for bar in rows), strict=True):
        figure.add_bar(
            base=[start for start, _, _ in same],
            x=[end - start for start, end, _ in same],
            y=list(places),
            width=BAR,
            orientation="h",
            marker=same[0][2],
            hoverinfo="skip",
        )


def add_arrows(figure: graph_objects.Figure, rows: Sequence[Bar], places: Sequence[float], sizes: Sizes) -> None:
    """A point at the end of a bar that goes on, and one at the beginning of a bar that began earlier."""
    periods = [(place, bar.period) for place, bar in zip(places, rows, strict=True)]
    after = [(place, period.open_to) for place, period in periods if period.end is None and not period.is_over]
    before = [(place, period.open_from) for place, period in periods if period.start is None]
    for points, symbol in ((after, "triangle-right"), (before, "triangle-left")):
        figure.add_scatter(
            x=[year for _, year in points],
            y=[place for place, _ in points],
            mode="markers",
            hoverinfo="skip",
            cliponaxis=False,
            marker={"symbol": symbol, "size": sizes.mark * 1.6, "color": theme.ACCENT},
        )
