"""What a page shows, in one sentence: Viser 12 områder, 15–17 år, 2015–2023."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dashboard.i18n import labels
from dashboard.i18n.indicators import THEMES
from dashboard.i18n.words import Words
from dashboard.selection.asked import NAMES, STUDY, Filter, Study, unused
from dashboard.views.sentences import joined
from data.query import Period


@dataclass(frozen=True)
class Shown:
    """What a page shows after its filters; what it does not choose among is empty.

    `areas`: how many, without the reader's own, and `level` what they are, in the plural. `years`: the first and last
    of what is shown. `first` and `further`: what a page has to say of itself before and after.
    """

    areas: int | None = None
    study: Study | None = None
    years: Period | None = None
    age: str = ""
    theme: str = ""
    group: str = ""
    level: str = ""
    first: str = ""
    further: tuple[str, ...] = ()


def sentence(shown: Shown, address: Mapping[str, str], uses: Collection[Filter], words: Words) -> str:
    """The sentence; after it the filters that the address asks for and the page cannot use. Empty where nothing is
    chosen among.
    """
    said = in_words(shown, words)
    lacking = [words(NAMES[each]) for each in unused(address, uses)]
    told = [words("Viser {shown}.", shown=said)] if said else []
    if lacking:
        told.append(words("Siden bruger ikke dit valg af {filters}.", filters=joined(lacking, words)))
    return " ".join(told)


def in_words(shown: Shown, words: Words) -> str:
    """12 områder, 15–17 år, 2015–2023: what is shown, for a sentence or a file."""
    found = [shown.first] if shown.first else []
    if shown.areas:
        is_named = shown.level and shown.areas > 1
        several = f"{words.number(shown.areas)} {shown.level.lower()}"
        found.append(several if is_named else words.plural("{n} område", "{n} områder", shown.areas))
    if shown.study:
        found.append(
            words.plural(
                "eget område »{name}« ({n} område)",
                "eget område »{name}« ({n} områder)",
                len(shown.study.members),
                name=shown.study.name,
            )
        )
    if shown.group:
        found.append(shown.group)
    if shown.age:
        found.append(labels.age_group(shown.age, words))
    if shown.theme in THEMES:
        found.append(words(THEMES[shown.theme].word).lower())
    if shown.years:
        found.append(words.period(*shown.years))
    return ", ".join((*found, *shown.further))


def with_study(names: Mapping[str, str], study: Study | None) -> Mapping[str, str]:
    """The names of areas, by id, and that of an area of one's own where there is one."""
    return {**names, STUDY: study.name} if study else names


def study_note(study: Study | None, names: Mapping[str, str], words: Words) -> str:
    """What an area of one's own is made of, and that nothing hidden is in it; empty where there is none."""
    if study is None:
        return ""
    return words(
        "»{name}« er {areas} lagt sammen af os. Er et tal skjult for ét af dem, er det også skjult for dem sammen.",
        name=study.name,
        areas=joined([names[area_id] for area_id in study.members], words),
    )
