"""The charts of an area's profile: its key figures beside larger areas, and small charts of one indicator over time."""

from __future__ import annotations

import html
import textwrap
from dataclasses import replace

import pandas
from plotly import graph_objects

from dashboard.area_profile import key_figures
from dashboard.area_profile.profile import Profile
from dashboard.charts import dots as dot_figures
from dashboard.charts import time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n import labels
from dashboard.i18n.words import Words

WIDTH, HEIGHT = 25, 17  # of the type size
LEFT = 4  # of the type size: room for the numbers of the value axis, the same in all, so that they line up
CHARACTERS = 50  # of a row's name on one line of a telephone
TITLE_CHARACTERS, TITLE_ROWS = 40, 2


def comparison(own: Profile, rows: pandas.DataFrame, sizes: Sizes) -> graph_objects.Figure | None:
    """The key figures that have an interval, as dots beside the municipality's and the country's; None without any.

    `rows` as from `key_figures.table`.
    """
    units = rows["indicator_id"].map(lambda name: own.book.indicator(name)["unit"])
    known = rows[rows["low"].notna() & units.ne("count")]
    if known.empty:
        return None
    scales = {
        own.words(labels.UNITS[unit]): pandas.concat([dots(own, row) for row in same.to_dict("records")])
        for unit, same in known.groupby(units, sort=False)
    }
    return dot_figures.figure(scales, words=own.words, sizes=sizes, legend=True)


def comparison_alt(rows: pandas.DataFrame, words: Words) -> str:
    """The sentence that stands for the picture: every number with its interval and what it is held against."""
    told = rows[rows["low"].notna()]
    parts = [
        ", ".join(filter(None, (f"{row.name} {row.number}", row.in_municipality, row.in_country)))
        for row in told.itertuples(index=False)
    ]
    return f"{words('Nøgletal')}. {'; '.join(parts)}."


def dots(own: Profile, row: dict) -> pandas.DataFrame:
    """A key figure and what it is held against, as a row of `dot_figures.figure`."""
    amount = labels.amount(row["value"], own.book.indicator(row["indicator_id"]), own.words)
    name = "<br>".join(html.escape(part) for part in textwrap.wrap(f"{amount} {row['name']}", CHARACTERS))
    numbers = pandas.DataFrame(
        {
            "label": name.replace(amount, f"<b>{amount}</b>", 1),
            "name": own.line_names.values(),
            "style": time_series.styles(own.line_names),
            "value": [row["value"], *(row[whole.value] for whole in key_figures.WHOLES)],
            "low": [row["low"], None, None],
            "high": [row["high"], None, None],
        }
    )
    return numbers.dropna(subset="value")[::-1]  # the area's own dot and interval on top


def panel(
    series: pandas.DataFrame, title: str, *, unit: str, words: Words, sizes: Sizes, decimals: int = 0
) -> graph_objects.Figure:
    """One indicator over time under its title. `series` as in `time_series.trend`; each line is named at its end."""
    drawn, limits = time_series.lines(series), time_series.value_range(series)
    small = replace(sizes, line=sizes.line - 1, mark=sizes.mark * 2 // 3, chart_height=sizes.axis * HEIGHT)
    heading = [html.escape(part) for part in textwrap.wrap(title, TITLE_CHARACTERS)]
    top = 1.4 * (max(len(heading), TITLE_ROWS) + 1) + 0.8
    figure = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "width": sizes.axis * WIDTH,
            "height": sizes.axis * (HEIGHT + top),
            "margin": {"t": int(sizes.axis * top), "l": sizes.axis * LEFT, "b": 0},
        }
    )
    figure.add_annotation(
        text=f"<b>{'<br>'.join(heading)}</b><br>{html.escape(unit)}",
        x=0,
        y=1,
        xref="paper",
        yref="paper",
        align="left",
        xanchor="left",
        yanchor="bottom",
        xshift=-sizes.axis * LEFT,
        yshift=sizes.axis // 2,
        showarrow=False,
        font_size=sizes.axis,
        borderpad=0,
    )
    for line in drawn:
        time_series.add_interval(figure, line)
        time_series.add_line(figure, line, unit, words, small, decimals)
    time_series.add_end_labels(figure, drawn, limits, words, small, decimals)
    figure.update_yaxes(range=list(limits), nticks=4, automargin=False)
    figure.update_xaxes(**time_series.end_ticks(series, words))
    return figure
