"""Years as offices write them: 2013, "2019/20", "ultimo 2013", "4. kvartal 2014", "2013-2015", a date."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.intake.sheets import Cell, text

FIRST, LAST = 1900, 2100
YEAR = r"(?:19|20)\d\d"
PAIR = re.compile(rf"\b({YEAR})\s*(?:/|-|–|—|til|to)\s*({YEAR}|\d\d)\b(?!\s*-\s*\d)")
QUARTER_FIRST = re.compile(rf"\b([1-4])\.?\s*(?:kvartal|kvt?\.?|q)\s*,?\s*({YEAR})\b", re.IGNORECASE)
QUARTER_LAST = re.compile(rf"\b({YEAR})\s*,?\s*(?:k|q|kv\.?|kvartal)\s*([1-4])\b", re.IGNORECASE)
ISO_DATE = re.compile(rf"\b({YEAR})-(\d\d)-(\d\d)\b")
DANISH_DATE = re.compile(rf"\b(\d{{1,2}})[./-]\s?(\d{{1,2}})[./-]\s?({YEAR})\b")
ALONE = re.compile(rf"(?<![\d.,])({YEAR})(?![\d]|[.,]\d)")
MOMENT = re.compile(r"\b(ultimo|primo|medio|pr\.? (?:\d{1,2}\. ?)?\w+)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Period:
    """Years, both included, with the words that say more than the years do."""

    start: int
    end: int
    told: str = ""

    @property
    def is_one_year(self) -> bool:
        return self.start == self.end


def period(cell: Cell) -> Period | None:
    """The period that a cell or a heading is about; nothing where it names no year."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, date):
        return Period(cell.year, cell.year, cell.isoformat()[:10]) if FIRST <= cell.year <= LAST else None
    if isinstance(cell, (int, float)):
        return Period(int(cell), int(cell)) if cell == int(cell or 0) and FIRST <= cell <= LAST else None
    return _written(text(cell))


def is_year(cell: Cell) -> bool:
    """Whether a cell is a period and nothing else, so may stand as the heading of a year's column."""
    found = period(cell)
    return found is not None and (not isinstance(cell, str) or len(text(cell)) <= 24)


def overlapping(periods: Iterable[Period]) -> bool:
    """Whether two of the periods share a year without being the same."""
    ordered = sorted({(found.start, found.end) for found in periods})
    return any(first[1] >= second[0] for first, second in zip(ordered, ordered[1:], strict=False))


@lru_cache(maxsize=10_000)
def _written(written: str) -> Period | None:
    for pattern, year in ((QUARTER_FIRST, 2), (QUARTER_LAST, 1)):
        if found := pattern.search(written):
            quarter = int(found[3 - year])
            return Period(int(found[year]), int(found[year]), f"{quarter}. kvartal")
    if found := ISO_DATE.search(written):
        return Period(int(found[1]), int(found[1]), found[0])
    if found := DANISH_DATE.search(written):
        return Period(int(found[3]), int(found[3]), found[0])
    if found := PAIR.search(written):
        start = int(found[1])
        end = int(found[2]) if len(found[2]) == 4 else start // 100 * 100 + int(found[2])
        end += 100 if end < start and len(found[2]) == 2 else 0
        return Period(start, end, found[0] if end == start + 1 else "")
    years = ALONE.findall(written)
    if len(years) != 1:
        return None
    moment = MOMENT.search(written)
    return Period(int(years[0]), int(years[0]), moment[0] if moment else "")
