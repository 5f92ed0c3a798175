"""A timeline: a bar a row, filled until the day its source is about and white after it; hatched and open where the
source does not say when it began or ended.
"""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Any, Protocol

from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.bars import add_row_label, bars_height
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
    figure = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "barmode": "overlay",
            "margin_t": 0,
            "height": bars_height(len(rows), sizes, LINES_A_ROW) + sizes.axis * 3,
        }
    )
    add_spans(figure, rows)
    add_arrows(figure, rows, sizes)
    for position, bar in enumerate(rows):
        add_row_label(figure, position, f"<b>{html.escape(bar.name)}</b> {html.escape(bar.told)}", sizes)
    low = math.floor(min(bar.period.open_from for bar in rows))
    high = math.ceil(max(bar.period.open_to for bar in rows))
    step = max(1, math.ceil((high - low) / time_series.TICKS))
    air = (high - low) * 0.04
    figure.update_xaxes(range=[low - air, high + air], tick0=low, dtick=step, showgrid=True, gridcolor=time_series.GRID)
    figure.update_yaxes(visible=False, range=[-0.35, len(rows) - 0.3])
    return figure


def spans(period: Period) -> tuple[Span, ...]:
    """The parts of a bar, some of no length."""
    return (
        (period.open_from, period.solid_from, OPEN),
        (period.planned_to, period.open_to, OPEN),
        (period.solid_to, period.planned_to, PLANNED),
        (period.solid_from, period.solid_to, SOLID),
    )


def add_spans(figure: graph_objects.Figure, rows: Sequence[Bar]) -> None:
    """The parts of all bars, one trace a kind of part."""
    for same in zip(*(spans(bar.period) for bar in rows), strict=True):
        figure.add_bar(
            base=[start for start, _, _ in same],
            x=[end - start for start, end, _ in same],
            y=list(range(len(rows))),
            width=BAR,
            orientation="h",
            marker=same[0][2],
            hoverinfo="skip",
        )


def add_arrows(figure: graph_objects.Figure, rows: Sequence[Bar], sizes: Sizes) -> None:
    """A point at the end of a bar that goes on, and one at the beginning of a bar that began earlier."""
    periods = [(place, bar.period) for place, bar in enumerate(rows)]
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
