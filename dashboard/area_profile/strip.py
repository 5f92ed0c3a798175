"""The official lists of one housing area as a strip: years across, lists down, an answer in every cell.

The answer is a symbol, a word and a colour, so that it reads in black and white too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pandas
from plotly import graph_objects

from dashboard.charts import strips, theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.official_lists.texts import ANSWERS
from dashboard.views.tables import Column
from data.contracts import OfficialList
from data.lists import Answer, Standing

FILLS = {Answer.ON: theme.ACCENT, Answer.NOT_ON: "#ffffff", Answer.NOT_COLLECTED: time_series.GRID}
LINES_A_ROW = 4.2


@dataclass(frozen=True)
class Cell:
    """What is known of one list: its row (0 is the first) under a heading, its left and right on the year axis."""

    row: int
    heading: str
    left: float
    right: float
    year: int
    answer: Answer
    word: str
    symbol: str
    name: str
    date: str
    day: str

    @property
    def told(self) -> str:
        return f"{self.name}, {self.day}: {self.word}"


def cells(standings: Iterable[Standing], words: Words) -> list[Cell]:
    """A cell for every list, in time. Several lists of one kind in a year share its room."""
    ordered = sorted(standings, key=lambda standing: (standing.official.list_date, standing.official.list_id))
    named: dict[tuple[str, str], list[OfficialList]] = {}  # the same list under a new name gets a row of its own
    for standing in ordered:
        named.setdefault(name_of(standing.official), []).append(standing.official)
    rows, in_year = list(named), Counter((standing.official.kind, standing.official.year) for standing in ordered)
    placed: Counter[tuple[str, int]] = Counter()
    found = []
    for standing in ordered:
        official, room = standing.official, (standing.official.kind, standing.official.year)
        word, symbol = ANSWERS[standing.answer]
        found.append(
            Cell(
                row=rows.index(name_of(official)),
                heading=heading(named[name_of(official)], words),
                left=official.year - 0.5 + placed[room] / in_year[room],
                right=official.year - 0.5 + (placed[room] + 1) / in_year[room],
                year=official.year,
                answer=standing.answer,
                word=words(word),
                symbol=symbol,
                name=words.text(official.name),
                date=official.list_date,
                day=labels.day(official.list_date, words),
            )
        )
        placed[room] += 1
    return found


def name_of(official: OfficialList) -> tuple[str, str]:
    return official.kind, official.name.da


def heading(officials: Sequence[OfficialList], words: Words) -> str:
    """The official name of some lists with their years: Hårde ghettoområder 2018–2020."""
    years = [official.year for official in officials]
    return f"{words.text(officials[0].name)} {words.period(min(years), max(years))}"


def legend(words: Words) -> str:
    """● på listen, ○ ikke på listen, ? ikke opgjort."""
    return ", ".join(f"{symbol} {words(word)}" for word, symbol in ANSWERS.values()) + "."


def figure(drawn: Sequence[Cell], *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """The strip as a chart."""
    boxes = [
        strips.Cell(
            cell.row,
            cell.left,
            cell.right,
            cell.symbol,
            FILLS[cell.answer],
            cell.told,
            is_open=cell.answer is Answer.NOT_COLLECTED,
        )
        for cell in drawn
    ]
    chart = strips.figure({cell.row: cell.heading for cell in drawn}, boxes, LINES_A_ROW, words=words, sizes=sizes)
    edges = [min(cell.left for cell in drawn), max(cell.right for cell in drawn)]
    chart.update_xaxes(range=edges, nticks=time_series.TICKS + 2)
    return chart


def alt(drawn: Iterable[Cell], words: Words) -> str:
    """The sentence that stands for the strip: every list with its date and answer."""
    return words("Områdets plads på de officielle lister. {list}.", list="; ".join(cell.told for cell in drawn))


def table(drawn: Iterable[Cell]) -> pandas.DataFrame:
    """The strip as the table of `columns`."""
    return pandas.DataFrame(
        [(cell.name, cell.day, cell.word) for cell in drawn], columns=["name", "day", "word"], dtype=object
    )


def columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Officiel liste")),
        Column("day", words("Dato")),
        Column("word", words("Svar")),
    ]
