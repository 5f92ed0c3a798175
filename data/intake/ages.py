"""Age groups as offices write them: "15-17 år", "under 18", "18 år og derover", "alle"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from data.intake.sheets import Cell, text

DASH = r"\s*(?:-|–|—|til|to)\s*"
RANGE = re.compile(
    rf"(?<![\d.,/])(\d{{1,3}})(?:\s*år)?{DASH}(\d{{1,3}})(?![\d.,/])(?:\s*-?\s*års?|-?årige)?", re.IGNORECASE
)
UNDER = re.compile(r"\b(?:under|indtil|yngre end)\s*(\d{1,3})", re.IGNORECASE)
PLUS = re.compile(
    r"\b(?:over|mindst|fra)?\s*(\d{1,3})\s*(?:\+|(?:år )?(?:og|eller) (?:derover|ældre|over)|år og derover|år\+)",
    re.IGNORECASE,
)
ONE = re.compile(r"^(\d{1,3})\s*(?:år|årige|-årige)?$", re.IGNORECASE)
EVERYBODY = {"alle", "i alt", "ialt", "alle aldre", "total", "all", "alle aldersgrupper", ""}
MONTHS = {
    "jan": 1,
    "feb": 2,
    "mar": 3,
    "apr": 4,
    "maj": 5,
    "jun": 6,
    "jul": 7,
    "aug": 8,
    "sep": 9,
    "okt": 10,
    "nov": 11,
    "dec": 12,
}
NAMED_MONTH = rf"(?:{'|'.join(MONTHS)})[a-z]*"
MONTH = re.compile(rf"(?:(\d{{1,2}})[-. ]({NAMED_MONTH})|({NAMED_MONTH})[-. ](\d{{1,2}}))\.?", re.IGNORECASE)
OLDEST = 120


@dataclass(frozen=True)
class Age:
    """An age group by the contract's code. `meant` instead of a code where a program or a slip has changed it."""

    code: str
    meant: str = ""


def age(cell: Cell) -> Age | None:
    """The age group of a cell that should be one; nothing where it is none."""
    if isinstance(cell, date):
        return Age("", f"{min(cell.day, cell.month)}-{max(cell.day, cell.month)}")
    written = text(cell)
    if written.casefold() in EVERYBODY:
        return Age("all")
    if found := MONTH.fullmatch(written):
        day = int(found[1] or found[4])
        month = MONTHS[(found[2] or found[3])[:3].casefold()]
        return Age("", f"{min(day, month)}-{max(day, month)}")
    return mentioned(written) or _one(written)


def mentioned(written: str) -> Age | None:
    """The age group that a heading or a title mentions, if any."""
    if found := UNDER.search(written):
        return Age(f"under_{int(found[1])}")
    if found := PLUS.search(written):
        return Age(f"{int(found[1])}_plus")
    for found in RANGE.finditer(written):
        first, last = int(found[1]), int(found[2])
        if first <= OLDEST and last <= OLDEST:
            return Age(f"{first}-{last}") if first <= last else Age("", f"{last}-{first}")
    return None


def _one(written: str) -> Age | None:
    found = ONE.match(written)
    return Age(f"{int(found[1])}-{int(found[1])}") if found and int(found[1]) <= OLDEST else None
