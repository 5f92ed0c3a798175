"""The filters that pages of figures share, as they stand in the address.

A page says which of them it uses (`Filter`), reads them (`read`), and shows one sentence of what it shows
(`dashboard.selection.bar`). What the address asks for and the page cannot use is named in that sentence.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n.indicators import THEMES
from dashboard.i18n.markdown import plain, typed
from dashboard.i18n.words import N_, Words
from dashboard.ui.address import Choice
from dashboard.ui.unknown import Messages, skipped
from data.query import Period
from data.unions import FEWEST

STUDY = "eget"  # the id of the reader's own area in rows and charts
LONGEST = 40  # letters of its name
MOST = 60  # areas in it
BETWEEN = "~"
YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")


class Filter(StrEnum):
    """A filter by its name in the address."""

    AREAS = "omraader"
    LEVEL = "niveau"
    STUDY = "eget"
    YEARS = "aarraekke"
    AGE = "alder"
    THEME = "emne"
    GROUP = "gruppe"


NAMES = {
    Filter.AREAS: N_("områder"),
    Filter.LEVEL: N_("niveau"),
    Filter.STUDY: N_("eget område"),
    Filter.YEARS: N_("år"),
    Filter.AGE: N_("alder"),
    Filter.THEME: N_("emne"),
    Filter.GROUP: N_("gruppe"),
}


@dataclass(frozen=True)
class Study:
    """A reader's own area: some areas of one level, counted together under a name."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True)
class Selection:
    """What is asked for; what is not asked for is empty. `years` are the first and the last, both included."""

    areas: tuple[str, ...] = ()
    study: Study | None = None
    years: Period | None = None
    age: str = ""
    theme: str = ""
    group: str = ""

    def holds(self, period: Period) -> bool:
        """Whether a period lies within the years."""
        return self.years is None or (self.years[0] <= period[0] and period[1] <= self.years[1])


def read(choice: Choice, uses: Collection[Filter], book: Atlas, years: Iterable[int]) -> Selection:
    """The filters a page uses. What is wrong with one is told, and it is left out. `years`: those the page can show."""
    address, words = {name: value for name, value in choice.address.items() if name in uses}, choice.words
    return Selection(
        areas=tuple(name for name in address.get(Filter.AREAS, "").split(",") if name in book.areas),
        study=study_of(address.get(Filter.STUDY, ""), book, choice.messages, words),
        years=years_of(address.get(Filter.YEARS, ""), sorted(set(years)), choice.messages, words),
        age=address.get(Filter.AGE, ""),
        theme=one_of(address.get(Filter.THEME, ""), list(THEMES), Filter.THEME, choice.messages, words),
        group=address.get(Filter.GROUP, ""),
    )


def one_of(asked: str, options: Sequence[str], name: Filter, messages: Messages, words: Words) -> str:
    """A value that must be one of some; a wrong one is told and left out."""
    if asked and asked not in options:
        messages.warning(skipped([asked], words(NAMES[name]), words))
        return ""
    return asked


def years_of(asked: str, years: Sequence[int], messages: Messages, words: Words) -> Period | None:
    """2015-2023 as the years asked for, cut to those there are; a wrong or empty range is told, and all are shown."""
    if not asked or not years:
        return None
    found = YEARS.fullmatch(asked)
    if found is None:
        messages.warning(
            words("Linket beder om årene »{asked}«. Skriv dem som 2015-2023. Her vises alle år.", asked=typed(asked))
        )
        return None
    first, last = sorted((int(found[1]), int(found[2] or found[1])))
    if last < years[0] or first > years[-1]:
        messages.warning(
            words(
                "Der er ingen tal for {asked}. Her vises alle år, {years}.",
                asked=words.period(first, last),
                years=words.period(years[0], years[-1]),
            )
        )
        return None
    return max(first, years[0]), min(last, years[-1])


def written_years(years: Period | None, every: Sequence[int]) -> str | None:
    """The years as the address has them; None where they are all."""
    if years is None or years == (min(every), max(every)):
        return None
    return f"{years[0]}-{years[1]}"


def study_of(asked: str, book: Atlas, messages: Messages, words: Words) -> Study | None:
    """Nord~id,id as an area of one's own; what cannot be counted together is told and left out."""
    if not asked:
        return None
    name, _, ids = asked.partition(BETWEEN)
    given = list(dict.fromkeys(area_id for area_id in ids.split(",") if area_id))
    members = [area_id for area_id in given if area_id in book.areas and area_id != COUNTRY]
    if unknown := [area_id for area_id in given if area_id not in members]:
        messages.warning(skipped(unknown, words(NAMES[Filter.STUDY]), words))
    of_one_level = [area_id for area_id in members if book.areas[area_id].level == book.areas[members[0]].level][:MOST]
    if other := [area_id for area_id in members if area_id not in of_one_level]:
        names = ", ".join(book.names[area_id] for area_id in other[:3])
        messages.warning(
            plain(
                words(
                    "Et eget område kan kun lægge områder af samme slags sammen, højst {most}. Ikke med: {names}.",
                    most=words.number(MOST),
                    names=names,
                )
            )
        )
    if len(of_one_level) < FEWEST:
        messages.warning(words("Et eget område skal bestå af mindst to områder. Her vises det ikke."))
        return None
    return Study(clean(name) or words("Eget område"), tuple(of_one_level))


def written_study(name: str, members: Sequence[str]) -> str | None:
    """An area of one's own as the address has it; None where it has too few areas."""
    return f"{clean(name)}{BETWEEN}{','.join(members)}" if len(members) >= FEWEST else None


def clean(name: str) -> str:
    """A name as it may stand in an address and a heading."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in name.replace(BETWEEN, " ")).split())[
        :LONGEST
    ]


def on_level(choice: Choice, book: Atlas, level: str, area_ids: Sequence[str]) -> tuple[str, ...]:
    """The chosen areas of a level; where none of them is on it, a sentence and none, which is all of them."""
    words, kept = choice.words, tuple(area_id for area_id in area_ids if book.areas[area_id].level == level)
    if area_ids and not kept:
        choice.messages.warning(
            words(
                "Ingen af de valgte områder er på niveauet {level}. Her vises alle {n}.",
                level=plain(book.many(level, words).lower()),
                n=words.number(len(book.inside(level, None))),
            )
        )
    return kept


def unused(address: Mapping[str, str], uses: Collection[Filter]) -> list[Filter]:
    """The filters that the address asks for and a page cannot use. A level is not among them: where a page has none to
    choose it follows from its areas.
    """
    return [each for each in Filter if each not in uses and each is not Filter.LEVEL and address.get(each)]
