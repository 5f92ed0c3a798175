"""What is strong and what is hard in an area, beside each other, as sources tell it."""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.area_profile import work
from dashboard.area_profile.profile import Profile
from dashboard.i18n.statuses import SAND, STEEL, Status
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import Column
from data.contracts import AreaFact

KINDS = {
    "strength": Status("strength", N_("Styrke"), "▲", STEEL),
    "challenge": Status("challenge", N_("Udfordring"), "▼", SAND),
}


@dataclass(frozen=True)
class Strength:
    """What is strong or hard in an area. `kind` is a code of `KINDS`."""

    kind: str
    kind_text: str
    text: str
    note: str
    source: str
    source_id: str
    page: str


def facts_of(profile: Profile) -> list[AreaFact]:
    """The facts of the area itself, of those in it, and of those that sources name instead of it."""
    return [row for row in work.rows_of(profile, AreaFact) if row.area_id in profile.here]


def strengths(profile: Profile) -> list[Strength]:
    """What is strong in the area, then what is hard."""
    words, order = profile.words, list(KINDS)
    found = sorted((row for row in facts_of(profile) if row.kind in KINDS), key=lambda row: order.index(row.kind))
    return [
        Strength(
            kind=row.kind,
            kind_text=KINDS[row.kind].told(words),
            text=words.text(row.text),
            note=remarks(profile, row),
            **work.cited(profile, row),
        )
        for row in found
    ]


def remarks(profile: Profile, row: AreaFact) -> str:
    """What is noted of a fact, and of which area it is told where that is another."""
    place = "" if row.area_id == profile.area_id else f"({profile.book.names[row.area_id]})"
    return " ".join(filter(None, [profile.words.text(row.note), place]))


def columns(words: Words) -> list[Column]:
    return [
        Column("kind_text", words("Slags")),
        Column("text", words("Hvad")),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde")),
    ]


def sentence(rows: list[Strength], words: Words) -> str:
    """Kilderne nævner 3 styrker og 1 udfordring."""
    strong = sum(row.kind == "strength" for row in rows)
    return words(
        "Kilderne nævner {strengths} og {challenges}.",
        strengths=words.plural("{n} styrke", "{n} styrker", strong),
        challenges=words.plural("{n} udfordring", "{n} udfordringer", len(rows) - strong),
    )
