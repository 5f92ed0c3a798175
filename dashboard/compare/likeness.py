"""Why two areas are alike: the numbers that both have on what `data.similar` compares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.areas.atlas import Atlas
from dashboard.compare import side_by_side
from dashboard.compare.side_by_side import Rows
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data import query
from data.contracts import Indicator, Observation

RULE = N_(
    "Lighed måles på områdernes størrelse og på, hvem der bor der, i de nyeste tal, som begge områder har – hverken på "
    "kriminalitet eller tryghed. Tallene kan være fra forskellige år."
)
NOBODY = N_(
    "Ingen områder kan nævnes: {name} har ikke mindst to tal, hvoraf ét om, hvem der bor der, som også findes for et "
    "andet område af samme slags."
)


@dataclass(frozen=True)
class Shared:
    """A number that two areas both have: of one area, and of the other."""

    indicator: Indicator
    first: Observation
    other: Observation


def numbers(book: Atlas, indicators: Iterable[Indicator], area_ids: Sequence[str]) -> list[Observation]:
    """The newest number of each area on everything that makes areas alike (`data.similar`), sizes first."""
    alike = [indicator for indicator in indicators if indicator.likeness]
    found = side_by_side.series(book, sorted(alike, key=lambda indicator: indicator.likeness, reverse=True), area_ids)
    return [row for rows in found.values() for row in side_by_side.newest(side_by_side.shown(rows, area_ids))]


def shared_numbers(numbers: Rows, indicators: Mapping[str, Indicator], area_id: str, other_id: str) -> list[Shared]:
    """What both of two areas have of `numbers`."""
    first, other = ({row.indicator_id: row for row in numbers if row.area_id == name} for name in (area_id, other_id))
    return [Shared(indicators[name], first[name], other[name]) for name in first if name in other]


def grounds(shared: Sequence[Shared], words: Words) -> str:
    """What two areas were compared on: 2 tal: Beboere, Alene grundskole."""
    names = ", ".join(words.text(pair.indicator.name) for pair in shared)
    return words.plural(
        "Sammenlignet på {n} tal: {names}.", "Sammenlignet på {n} tal: {names}.", len(shared), names=names
    )


def reason(shared: Iterable[Shared], words: Words) -> str:
    """Why two areas are alike: Beboere: 2.106 mod 2.300 (2023); …"""
    return "; ".join(shared_sentence(pair, words) for pair in shared) + "."


def shared_sentence(pair: Shared, words: Words) -> str:
    year, other_year = (words.period(*query.span_of(row)) for row in (pair.first, pair.other))
    return words(
        "{name}: {other} mod {own} ({years})",
        name=words.text(pair.indicator.name),
        other=labels.quantity(pair.other.value, pair.indicator, words),
        own=labels.quantity(pair.first.value, pair.indicator, words),
        years=year if year == other_year else words("{other} mod {own}", other=other_year, own=year),
    )
