"""What is written above a chart over time: its unit, and where a definition changes."""

from __future__ import annotations

import html
from collections.abc import Callable, Sequence
from typing import TypeVar

from plotly import graph_objects

from dashboard.charts import theme
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words
from data.contracts import Break

R = TypeVar("R")


def screens(
    rows: Sequence[R], draw: Callable[[Sequence[R]], graph_objects.Figure], sizes: Sizes
) -> list[tuple[Sequence[R], graph_objects.Figure]]:
    """The figure of some rows; where a screen has no room for it, the figures of their halves, and so on."""
    figure = draw(rows)
    if figure.layout.height <= sizes.tallest or len(rows) < 2:
        return [(rows, figure)]
    middle = (len(rows) + 1) // 2
    return [*screens(rows[:middle], draw, sizes), *screens(rows[middle:], draw, sizes)]


def add_name(figure: graph_objects.Figure, text: str, sizes: Sizes, **placed: float) -> None:
    """What a small figure shows, in Plotly's HTML, above its left corner; `placed` as of a Plotly annotation."""
    figure.add_annotation(
        text=text,
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
        **placed,
    )


def add_unit(figure: graph_objects.Figure, unit: str, sizes: Sizes, rows: int = 0) -> None:
    """The unit, in Plotly's HTML, above the value axis and `rows` of text, so that nobody has to turn the head."""
    above = max(3.0, 1.4 * rows)
    figure.update_layout(margin_t=sizes.axis * (above + 2))
    figure.add_annotation(
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        text=unit,
        showarrow=False,
        xanchor="left",
        yanchor="bottom",
        xshift=-sizes.axis,
        yshift=sizes.axis * above,
        font={"color": theme.QUIET, "size": sizes.axis},
    )


def add_breaks(figure: graph_objects.Figure, breaks: Sequence[Break], words: Words, sizes: Sizes) -> int:
    """A vertical line where a definition changes, with its name and year; what changed is told under the chart.
    Returns how many rows of text the names take.
    """
    add_break_lines(figure, breaks)
    for found in breaks:
        figure.add_annotation(
            x=found.year - 0.5,
            y=1,
            yref="paper",
            xanchor="center",
            yanchor="bottom",
            showarrow=False,
            text=break_label(found, words),
            font={"color": theme.QUIET, "size": sizes.axis},
        )
    return max((break_label(found, words).count("<br>") + 1 for found in breaks), default=0)


def add_break_lines(figure: graph_objects.Figure, breaks: Sequence[Break]) -> None:
    for found in breaks:
        figure.add_vline(x=found.year - 0.5, line={"color": theme.QUIET, "width": 1.5, "dash": "longdash"})


def break_label(found: Break, words: Words) -> str:
    """The name of a break and its year, narrow for a telephone; where the name is long the chart's note has it."""
    name = words.text(found.title).split()
    return "<br>".join(map(html.escape, [*(name if len(name) <= 2 else [words("Brud")]), str(found.year)]))


def break_name(found: Break, words: Words) -> str:
    """Ny lavalder 2010."""
    return f"{words.text(found.title)} {found.year}"
