"""Strips: rows of cells over time, each row under its name, an answer a cell as a symbol and a fill.

The symbol and what is said of a cell stand for its colour, so that a strip reads in black and white too.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words

CELL = 0.52  # of a row's height; the rest holds its name
AIR = 0.03  # of a row's height, around a cell


@dataclass(frozen=True)
class Cell:
    """An answer: its row (0 is the first), its left and right on the axis, and what is told of it.

    `is_open` where nobody knows the answer; `is_strong` where it stands out among the others.
    """

    row: int
    left: float
    right: float
    symbol: str
    fill: str
    told: str
    is_open: bool = False
    is_strong: bool = False

    def frame(self, sizes: Sizes) -> dict[str, object]:
        """The line around it: dots around what nobody knows, unless it stands out."""
        if self.is_strong:
            return {"color": theme.TEXT, "width": sizes.line, "dash": "solid"}
        return {"color": theme.QUIET, "width": 1, "dash": "dot" if self.is_open else "solid"}


def figure(
    names: Mapping[int, str], cells: Sequence[Cell], lines_a_row: float, *, words: Words, sizes: Sizes
) -> graph_objects.Figure:
    """The rows by their `names`, `lines_a_row` of type high; the axis of the years is the caller's."""
    chart = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "height": int(sizes.axis * (lines_a_row * len(names) + 3)),
            "margin": {"t": 0, "l": 0, "r": 0, "b": sizes.axis * 2},
        }
    )
    for row, name in names.items():
        chart.add_annotation(
            x=0,
            xref="paper",
            y=row + 0.02,
            yanchor="top",
            xanchor="left",
            text=html.escape(name),
            showarrow=False,
            font={"size": sizes.axis, "color": theme.TEXT},
        )
    for cell in cells:
        chart.add_shape(
            x0=cell.left + AIR,
            x1=cell.right - AIR,
            y0=cell.row + 1 - CELL,
            y1=cell.row + 1 - 2 * AIR,
            fillcolor=cell.fill,
            layer="below",
            line=cell.frame(sizes),
        )
    chart.add_scatter(
        x=[(cell.left + cell.right) / 2 for cell in cells],
        y=[cell.row + 1 - CELL / 2 - AIR for cell in cells],
        mode="text",
        text=[cell.symbol for cell in cells],
        textfont={"size": sizes.axis, "color": [theme.ink(cell.fill) for cell in cells]},
        hovertext=[html.escape(cell.told) for cell in cells],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    chart.update_yaxes(range=[len(names), 0], visible=False)
    return chart
