"""Areas that others took the place of when boundaries changed: what a reader must know before years are compared."""

from __future__ import annotations

from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import Words
from data.contracts import AreaSuccession


def rows(atlas: Atlas, area_id: str) -> list[AreaSuccession]:
    """The changes that an area came out of, or ended in."""
    return [row for row in atlas.successions if area_id in (row.area_id, row.successor_id)]


def sentence(atlas: Atlas, area_id: str, words: Words) -> str:
    """Nordparken blev i 2019 til Parken (60 % af boligerne). Empty where the area's boundary is what it was."""
    told = []
    for row in rows(atlas, area_id):
        share = "" if row.share is None else words(" ({share} % af boligerne)", share=words.number(100 * row.share))
        names = {"former": atlas.names[row.area_id], "later": atlas.names[row.successor_id]}
        told.append(words("{former} blev i {year} til {later}{share}.", **names, year=str(row.year), share=share))
    if told:
        told.append(words("Grænserne er ændret: tal før og efter gælder ikke det samme område."))
    return " ".join(told)
