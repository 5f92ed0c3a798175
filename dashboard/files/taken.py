"""A view's table on its way out of the browser: what every kind of file is written from, so that all say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas

from dashboard import store
from dashboard.i18n import missing
from dashboard.i18n.words import Words
from dashboard.views import tables
from dashboard.views.kept import Setting
from dashboard.views.tables import Column
from data.contracts import DisclosureRule


@dataclass(frozen=True)
class Told:
    """What a file says of the view that it is from, for a reader who has nothing but the file."""

    heading: str
    sentence: str
    source: str
    address: str  # path and choices, as in a link


@dataclass(frozen=True)
class Taken:
    """A table and all that is said of it. `made` gives the table and columns of a view's file, when one is asked for;
    `facts` are heading and text of what holds for every row; `is_placed`: its areas have shapes for a map program.
    """

    setting: Setting
    told: Told
    facts: Mapping[str, str]
    made: Callable[[], tuple[pandas.DataFrame, Sequence[Column]]] = field(repr=False)
    is_placed: bool = False

    @property
    def words(self) -> Words:
        return self.setting.words

    @property
    def mark(self) -> str:
        """The words "Fiktive tal", or nothing."""
        return store.mark(self.setting.version, self.words)

    @cached_property
    def rows(self) -> pandas.DataFrame:
        """The table, with the fields of `columns`."""
        return self._made[0]

    @cached_property
    def columns(self) -> list[Column]:
        """The columns of the file: those of the view, and beside each number that can be missing the code that says
        why.
        """
        rows, given = self._made
        return [*given, *statuses(rows, given, self.words)]

    @cached_property
    def _made(self) -> tuple[pandas.DataFrame, Sequence[Column]]:
        return self.made()

    @property
    def written(self) -> list[Column]:
        """The columns that have something in them."""
        return tables.present(self.rows, self.columns)

    def values(self, text: Callable[[object], str] = str) -> pandas.DataFrame:
        """Every cell by its heading, in any columns: a number rounded as on the screen, anything else as text, a
        missing number as its word. "Fiktive tal" stands in every row where that is so.
        """
        found = tables.written(self.rows, self.columns, self.words, rounded, text)
        return found.assign(**{self.words("Bemærk"): self.mark}) if self.mark else found

    def about(self) -> dict[str, str]:
        """Heading and text of what a file says of itself: view, choices, data, sources and how numbers are hidden."""
        words, told = self.words, self.told
        (rule,) = store.rows(self.setting.version, DisclosureRule)
        said = {
            words("Visning"): told.heading,
            words("Hvad den viser"): told.sentence,
            **self.facts,
            words("Adresse i barometeret"): told.address,
            words("Kilde og sikkerhed"): told.source,
            words("Hentet"): words.date(self.setting.today),
            words("Skjulte tal"): hidden_rule(rule, words),
            words("Tal, der mangler"): "; ".join(f"{each.code}: {words(each.word)}" for each in missing.MISSING),
        }
        return {heading: text for heading, text in said.items() if text}


def rounded(value: float, decimals: int) -> float | int:
    """A number as the screen shows it, still a number."""
    return int(round(value)) if decimals == 0 else round(value, decimals)


def statuses(rows: pandas.DataFrame, columns: Sequence[Column], words: Words) -> list[Column]:
    """A column of codes for every field that says why a number is missing. `rows` has the fields of `columns`."""
    reasons = dict.fromkeys(column.reason for column in columns if column.kind == "number" and column.reason in rows)
    taken = {column.field for column in columns}
    one = words("Status (kode)")
    return [
        Column(reason, one if place == 0 else f"{one} {place + 1}", "code")
        for place, reason in enumerate(reason for reason in reasons if reason not in taken)
    ]


def hidden_rule(rule: DisclosureRule, words: Words) -> str:
    """How the version hides small numbers, with its own limits."""
    return words(
        "Tal fra registre på 1–{most} personer er skjult, og det samme gælder alt, hvad de kan regnes ud af. Under "
        "{people} personer vises ingen andel.",
        most=words.number(rule.minimum - 1),
        people=words.number(rule.minimum_population),
    )


def plain(value: Any) -> Any:
    """A value of a table as every format knows it: numbers of Python, missing as None."""
    return None if pandas.isna(value) else value.item() if hasattr(value, "item") else value
