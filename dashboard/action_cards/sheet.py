"""The open action cards as a set to print: two on an A4 page, to cut apart. It reads in black and white.

Here is what the set says; `sheet.typ` lays it out. The same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple
from typing import Any

from dashboard.action_cards import board
from dashboard.action_cards.board import CardLine
from dashboard.documents import typesetter
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import Words


def pdf(cards: Sequence[CardLine], team: str, words: Words, imprint: Imprint) -> bytes:
    """The cards as PDF bytes. `team`: whose they are; `imprint`: what the set says of itself."""
    return typesetter.pdf("action_cards/sheet.typ", said(cards, team, words, imprint))


def said(cards: Sequence[CardLine], team: str, words: Words, imprint: Imprint) -> dict[str, Any]:
    """All that stands in the set, by the names that its template has for it."""
    heading = f"{words('Åbne handlingskort')} – {team}"
    return {
        **imprint.said(words),
        "title": heading,
        "subject": words("Åbne handlingskort"),
        "heading": heading,
        "cards": [
            {
                "title": row.title,
                "late": bool(row.days_late),
                "parts": [astuple(part) for part in board.parts(row, words)],
                "source": row.source,
            }
            for row in cards
        ],
    }
