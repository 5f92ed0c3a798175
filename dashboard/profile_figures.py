"""The small charts of an area's profile: one indicator each, the area with its municipality and the country."""

from __future__ import annotations

import html
import textwrap
from dataclasses import replace

import pandas
from plotly import graph_objects

from dashboard import effect_figures, figures
from dashboard.theme import Sizes
from dashboard.words import Words

WIDTH, HEIGHT = 25, 17  # of the type size
TITLE_CHARACTERS = 36


def panel(
    series: pandas.DataFrame, title: str, *, unit: str, words: Words, sizes: Sizes, decimals: int = 0
) -> graph_objects.Figure:
    """One indicator over time under its title. `series` as in `figures.trend`; each line is named at its end."""
    drawn = figures.lines(series)
    small = replace(sizes, line=sizes.line - 1, mark=sizes.mark * 2 // 3, chart_height=sizes.axis * HEIGHT)
    heading = [html.escape(row) for row in textwrap.wrap(title, TITLE_CHARACTERS)]
    figure = graph_objects.Figure(layout={
        "template": figures.template(words, sizes), "width": sizes.axis * WIDTH,
        "height": sizes.axis * (HEIGHT + 1.3 * len(heading)),
        "margin": {"t": int(sizes.axis * (3 + 1.3 * len(heading))), "l": 0, "b": 0},
    })
    figure.add_annotation(
        text=f"<b>{'<br>'.join(heading)}</b><br>{html.escape(unit)}", x=0, y=1, xref="paper", yref="paper",
        align="left", xanchor="left", yanchor="bottom", yshift=sizes.axis // 2, showarrow=False, font_size=sizes.axis,
    )
    limits = figures.value_range(series)
    for line in drawn:
        figures.add_interval(figure, line)
        figures.add_line(figure, line, unit, words, small, decimals)
    figures.add_end_labels(figure, drawn, limits, words, small, decimals)
    figure.update_yaxes(range=list(limits), nticks=4)
    figure.update_xaxes(**effect_figures.end_ticks(series, words))
    return figure
