"""Shares that are counted of very few persons, said plainly: one person more or less may decide the status."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.criteria.amounts import is_fall, is_share
from dashboard.i18n.words import Words
from data import foresight, scorecards
from data.contracts import Criterion, Result


def persons(criterion: Criterion, results: Iterable[Result]) -> tuple[int, int | None] | None:
    """Of how many persons a share is, and how many it takes to see that it is half of its target; None where they are
    enough, or not known. Method: `foresight.persons_for_share`.
    """
    counted = [result for result in results if scorecards.is_added(result)]
    if not is_share(criterion) or is_fall(criterion) or not criterion.target or len(counted) != 1:
        return None
    of, needed = counted[0].persons, foresight.persons_for_share(min(criterion.target / 100, 1.0))
    return None if of is None or (needed is not None and of >= needed) else (of, needed)


def mark(criterion: Criterion, results: Iterable[Result], words: Words) -> str:
    """Kun 7 personer; empty where they are enough."""
    found = persons(criterion, results)
    return words.plural("Kun {n} person", "Kun {n} personer", found[0]) if found else ""


def sentence(criterion: Criterion, results: Iterable[Result], words: Words) -> str:
    """What so few persons can tell; empty where they are enough."""
    found = persons(criterion, results)
    if found is None:
        return ""
    of, needed = found
    told = words.plural(
        "Andelen er af kun {n} person, så den siger intet om andre.",
        "Andelen er af kun {n} personer: én mere eller mindre flytter den {points} procentpoint, så status kan være "
        "tilfældig.",
        of,
        points=words.number(100 / of),
    )
    if needed is None:
        return told
    return f"{told} " + words(
        "Hvornår ved vi det? Med {needed} personer ses det som regel, hvis andelen kun er det halve af målet.",
        needed=words.number(needed),
    )
