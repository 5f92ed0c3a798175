"""The timeline of projects: a bar a project, filled until the day the source is about and white after it; hatched and
open where the source does not say when it began or ended.
"""

from __future__ import annotations

import html
import math

import pandas
from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.bars import add_row_label, bars_height
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words

BAR = 0.34  # of a row's height; the rest holds its name
LINES_A_ROW = 3
SOLID = {"color": theme.ACCENT, "line": {"color": theme.ACCENT, "width": 1}}
PLANNED = {**SOLID, "color": "white"}
OPEN = {
    **PLANNED,
    "pattern": {"shape": "/", "fgcolor": theme.ACCENT, "bgcolor": "white", "size": 8, "solidity": 0.25},
}


def timeline(drawn: pandas.DataFrame, *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """`drawn`: `data.projects.timeline` with name, status_text and dates; the first row is drawn on top."""
    rows = drawn.iloc[::-1].reset_index(drop=True)
    figure = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "barmode": "overlay",
            "margin_t": 0,
            "height": bars_height(len(rows), sizes, LINES_A_ROW) + sizes.axis * 3,
        }
    )
    for start, end, look in (
        ("open_from", "solid_from", OPEN),
        ("planned_to", "open_to", OPEN),
        ("solid_to", "planned_to", PLANNED),
        ("solid_from", "solid_to", SOLID),
    ):
        figure.add_bar(
            base=rows[start],
            x=rows[end] - rows[start],
            y=rows.index,
            width=BAR,
            orientation="h",
            marker=look,
            hoverinfo="skip",
        )
    add_arrows(figure, rows, sizes)
    for position, row in enumerate(rows.itertuples()):
        add_row_label(figure, position, f"<b>{html.escape(row.name)}</b> {html.escape(told(row))}", sizes)
    low, high = math.floor(rows["open_from"].min()), math.ceil(rows["open_to"].max())
    step = max(1, math.ceil((high - low) / time_series.TICKS))
    air = (high - low) * 0.04
    figure.update_xaxes(range=[low - air, high + air], tick0=low, dtick=step, showgrid=True, gridcolor=time_series.GRID)
    figure.update_yaxes(visible=False, range=[-0.35, len(rows) - 0.3])
    return figure


def add_arrows(figure: graph_objects.Figure, rows: pandas.DataFrame, sizes: Sizes) -> None:
    """A point at the end of a bar that goes on, and one at the beginning of a bar that began earlier."""
    after = rows[rows["end"].isna() & ~rows["is_over"]]
    before = rows[rows["start"].isna()]
    for own, place, symbol in ((after, "open_to", "triangle-right"), (before, "open_from", "triangle-left")):
        figure.add_scatter(
            x=own[place],
            y=own.index,
            mode="markers",
            hoverinfo="skip",
            cliponaxis=False,
            marker={"symbol": symbol, "size": sizes.mark * 1.6, "color": theme.ACCENT},
        )


def told(row: tuple) -> str:
    """▶ i gang · juli 2003 – slut ikke oplyst."""
    return f"{row.status_text} · {row.dates}"


def timeline_alt(title: str, drawn: pandas.DataFrame) -> str:
    """The sentence that stands for the timeline."""
    return f"{title}. {'; '.join(f'{row.name}: {told(row)}' for row in drawn.itertuples(index=False))}."
