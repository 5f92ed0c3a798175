"""The periods a map can show, and which of them can be compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from dashboard.i18n.words import Words
from data import query
from data.contracts import Observation, Status


def bases(rows: Iterable[Observation]) -> dict[str, list[str]]:
    """For each period the periods it can be compared with, which are as long; none where it stands alone."""
    spans = sorted({(row.period_end, row.period_start) for row in rows})
    named = {query.period_name(start, end): end - start for end, start in spans}
    alike = {period: [other for other in named if named[other] == length] for period, length in named.items()}
    return {period: others for period, others in alike.items() if len(others) > 1}


def by_period(rows: Iterable[Observation]) -> dict[str, list[Observation]]:
    """The rows of each period."""
    found: dict[str, list[Observation]] = {}
    for row in rows:
        found.setdefault(query.period_name(row.period_start, row.period_end), []).append(row)
    return found


FULL = 0.9  # of the most numbers that any period has: one that is hidden or late does not make a period empty


def fullest(rows: Iterable[Observation]) -> str | None:
    """The period a map opens with: the newest of those in which most areas of the rows have a number to show."""
    shown = Counter((row.period_end, row.period_start) for row in rows if row.status is Status.SHOWN)
    if not shown:
        return None
    end, start = max(span for span, count in shown.items() if count >= FULL * max(shown.values()))
    return query.period_name(start, end)


def as_text(period: str, words: Words) -> str:
    """2019-2021 as readers see it: 2019–2021."""
    return words.period(*query.period_of(period))
