"""The numbers of a success criterion in words: with its unit, as the target, as what is reached."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.contracts import Criterion

PER_CENT = "%"


def is_share(criterion: Criterion) -> bool:
    return criterion.unit.da == PER_CENT


def is_fall(criterion: Criterion) -> bool:
    """Whether the criterion asks for less than there was: 40 -> 20."""
    target, baseline = criterion.target, criterion.baseline
    return target is not None and baseline is not None and target < baseline


def target(criterion: Criterion, words: Words) -> str:
    """50 ledige; højst 20 udsættelser; empty without a number."""
    text = amount(criterion.target, criterion, words)
    return words("højst {amount}", amount=text) if text and is_fall(criterion) else text


def reached(criterion: Criterion, value: float | None, words: Words) -> str:
    """70 af 50 ledige; 29 udsættelser (målet er højst 20); 77 % (målet er 80 %); or what is known of it."""
    goal, text = target(criterion, words), amount(value, criterion, words)
    if not goal:
        return words("{value}, målet mangler", value=text) if text else missing(words)
    if not text:
        return words("{value} (målet er {target})", value=missing(words), target=goal)
    if is_fall(criterion) or is_share(criterion):
        return words("{value} (målet er {target})", value=text, target=goal)
    return words("{value} af {target}", value=number(value, words), target=goal)


def amount(value: float | None, criterion: Criterion, words: Words) -> str:
    """A number with the criterion's unit; empty where there is none."""
    text = bare(value, criterion, words)
    return text if is_share(criterion) or not text else f"{text} {words.text(criterion.unit)}".strip()


def bare(value: float | None, criterion: Criterion, words: Words) -> str:
    """A number without the criterion's unit, unless it is per cent; empty where there is none."""
    if value is not None and is_share(criterion):
        return words.share(value / 100, decimals_of(value))
    return number(value, words)


def number(value: float | None, words: Words) -> str:
    return words.number(value, decimals_of(value))


def missing(words: Words) -> str:
    return words(labels.MISSING["not_collected"])


def decimals_of(value: float | None) -> int:
    return 0 if value is None or float(value).is_integer() else 1


def places(values: Iterable[float | None]) -> int:
    """The decimals that a column of numbers needs."""
    return max(map(decimals_of, values), default=0)
