"""The official lists of one housing area as a strip: years across, lists down, an answer in every cell.

The answer is a symbol, a word and a colour, so that it reads in black and white too.
"""

from __future__ import annotations

import html

import pandas
from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import Column

ANSWERS = {  # the word and the symbol of an answer
    "on": (N_("på listen"), "●"),
    "not_on": (N_("ikke på listen"), "○"),
    "not_collected": (N_("ikke opgjort"), "?"),
}
FILLS = {"on": theme.ACCENT, "not_on": "#ffffff", "not_collected": time_series.GRID}
ROW = 1.0
CELL = 0.52  # of a row's height; the rest holds its name


def cells(history: pandas.DataFrame, words: Words) -> pandas.DataFrame:
    """A cell for every list: row (0 is the first name), heading, left and right on the year axis, answer, word, symbol,
    name, day. Several lists of one kind in a year share its room.

    `history` as `query.designations_of`.
    """
    ordered = history.sort_values(["list_date", "list_id"], kind="stable")
    names = ordered["kind"] + ordered["name_da"]  # the same list under a new name gets a row of its own
    rows = {name: row for row, name in enumerate(names.drop_duplicates())}
    headings = {name: heading(own, words) for name, own in ordered.groupby(names)}
    same_year = ordered.groupby(["kind", "year"])
    place, many = same_year.cumcount(), same_year["list_id"].transform("size")
    return pandas.DataFrame(
        {
            "row": names.map(rows),
            "heading": names.map(headings),
            "left": ordered["year"] - 0.5 + place / many,
            "right": ordered["year"] - 0.5 + (place + 1) / many,
            "year": ordered["year"],
            "answer": ordered["answer"],
            "word": [words(ANSWERS[answer][0]) for answer in ordered["answer"]],
            "symbol": [ANSWERS[answer][1] for answer in ordered["answer"]],
            "name": [words.pick(row, "name") for row in ordered.to_dict("records")],
            "date": ordered["list_date"],
            "day": [labels.day(date, words) for date in ordered["list_date"]],
        }
    ).reset_index(drop=True)


def heading(own: pandas.DataFrame, words: Words) -> str:
    """The official name of some lists with their years: Hårde ghettoområder 2018–2020."""
    return f"{words.pick(own.iloc[0], 'name')} {words.period(own['year'].min(), own['year'].max())}"


def legend(words: Words) -> str:
    """● på listen, ○ ikke på listen, ? ikke opgjort."""
    return ", ".join(f"{symbol} {words(word)}" for word, symbol in ANSWERS.values()) + "."


def figure(drawn: pandas.DataFrame, *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """The strip as a chart. `drawn` as from `cells`."""
    rows = drawn["row"].max() + 1
    chart = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "height": int(sizes.axis * (4.2 * rows + 3)),
            "margin": {"t": 0, "l": 0, "r": 0, "b": sizes.axis * 2},
        }
    )
    for row, text in drawn.drop_duplicates("row")[["row", "heading"]].itertuples(index=False):
        chart.add_annotation(
            x=0,
            xref="paper",
            y=row + 0.02,
            yanchor="top",
            xanchor="left",
            text=html.escape(text),
            showarrow=False,
            font={"size": sizes.axis, "color": theme.TEXT},
        )
    for cell in drawn.itertuples():
        chart.add_shape(
            x0=cell.left + 0.03,
            x1=cell.right - 0.03,
            y0=cell.row + ROW - CELL,
            y1=cell.row + ROW - 0.06,
            fillcolor=FILLS[cell.answer],
            layer="below",
            line={"color": theme.QUIET, "width": 1, "dash": "dot" if cell.answer == "not_collected" else "solid"},
        )
    chart.add_scatter(
        x=(drawn["left"] + drawn["right"]) / 2,
        y=drawn["row"] + ROW - CELL / 2 - 0.03,
        mode="text",
        text=drawn["symbol"],
        textfont={"size": sizes.axis, "color": [theme.ink(FILLS[answer]) for answer in drawn["answer"]]},
        hovertext=[html.escape(f"{cell.name}, {cell.day}: {cell.word}") for cell in drawn.itertuples(index=False)],
        hovertemplate="%{hovertext}<extra></extra>",
    )
    chart.update_yaxes(range=[rows, 0], visible=False)
    chart.update_xaxes(range=[drawn["left"].min(), drawn["right"].max()], nticks=time_series.TICKS + 2)
    return chart


def alt(drawn: pandas.DataFrame, words: Words) -> str:
    """The sentence that stands for the strip: every list with its date and answer."""
    own = "; ".join(f"{cell.name}, {cell.day}: {cell.word}" for cell in drawn.itertuples(index=False))
    return words("Områdets plads på de officielle lister. {list}.", list=own)


def columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Officiel liste")),
        Column("day", words("Dato")),
        Column("word", words("Svar")),
    ]
