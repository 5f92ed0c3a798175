"""What the map says beside its numbers: sentences, sources, the age of its borders, and what is known of an area."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import streamlit

from dashboard import store
from dashboard.area_map import colouring, drill
from dashboard.area_map import sentences as map_sentences
from dashboard.area_map.drill import Way
from dashboard.area_map.periods import by_period
from dashboard.areas import facts, shelf
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import sentences
from data.contracts import Observation
from data.versions import Version

HELD_OPEN = re.compile(r"\{(\w+)\}")
KEPT = 256  # captions, of a few KB each


@dataclass(frozen=True)
class Caption:
    """What the map says in every period: its sentence by colouring and period, its sources and the country's number by
    period. `areas`: the names of those that a sentence holds open by their ids, so that each can be a link.
    """

    sentences: Mapping[str, Mapping[str, str]]
    sources: Mapping[str, str]
    country: Mapping[str, float] = field(default_factory=dict)
    areas: Mapping[str, str] = field(default_factory=dict)

    def sentence(self, mode: str, period: str) -> str:
        said = self.sentences[mode].get(period, "")
        return HELD_OPEN.sub(lambda held: self.areas.get(held[1], held[0]), said) if self.areas else said

    def source(self, period: str) -> str:
        return self.sources.get(period, "")


@dataclass(frozen=True)
class Link:
    """A way to another page, with the choices it changes."""

    label: str
    page: str
    changes: Mapping[str, str | None]


@dataclass(frozen=True)
class About:
    """What is said of the chosen area besides its number: facts, ways to other pages, levels below to go down to."""

    area: str
    facts: Sequence[str]
    links: Sequence[Link]
    drill: Sequence[Way]


@streamlit.cache_data(max_entries=KEPT, show_spinner=False, hash_funcs={Version: store.key})
def caption(
    version: Version, indicator_id: str, level: str, within: str | None, base: str | None, language: str
) -> Caption:
    """What the map says in every period of an indicator on a level. `base`: the period a change is counted from."""
    atlas, words = shelf.book(version), Words(language)
    indicator, rows = atlas.indicators[indicator_id], atlas.rows(indicator_id, level, within)
    periods, total = atlas.periods(indicator_id, level), len(atlas.inside(level, within))
    said = {
        mode: map_sentences.sentences(
            rows, periods, total, indicator, mode, base, atlas.many(level, words), atlas.names, words
        )
        for mode in colouring.offered(rows)
    }
    by = by_period(rows)
    country = {period: row.reference for period, found in by.items() for row in found if row.reference is not None}
    return Caption(said, {period: source_line(found, atlas, words) for period, found in by.items()}, country)


def source_line(rows: Sequence[Observation], atlas: Atlas, words: Words) -> str:
    return sentences.source_line(rows, atlas.sources, words)


def boundaries(atlas: Atlas, level: str, words: Words) -> str:
    """From which years the borders are."""
    years = atlas.boundary_years(level)
    return words("Områdegrænser fra {years}.", years=", ".join(map(str, years))) if years else ""


def about(
    atlas: Atlas, area_id: str, indicator_id: str, words: Words, criteria: str = "", number: str = ""
) -> About | None:
    """What the map's card says of the chosen area; nothing of the country. `criteria`: on how many of a list's criteria
    it was over the line; `number`: the name of the number that the map shows of it (`data.number_key`).
    """
    if area_id == COUNTRY:
        return None
    links = [
        Link(words("Åbn områdeprofilen"), "omraade", {}),
        Link(words("Sammenlign med andre områder"), "sammenlign", {"omraader": area_id}),
    ]
    if parent := atlas.parent_id(area_id):
        links.append(Link(words("Sigtelser i {name}", name=atlas.names[parent]), "sigtelser", {"kommune": parent}))
    if number:
        links.append(Link(words("Efterprøv tallet"), "data", {"tal": number}))
    told = [f"{labels.sentence_start(criteria)}."] if criteria else []
    return About(
        area_id, [*told, *facts.facts(atlas, area_id, words)], links, drill.drill(atlas, area_id, indicator_id, words)
    )


def about_for_browser(told: About | None) -> dict[str, Any]:
    return asdict(told) if told else {"area": None}
