"""A study area of a reader's own: some areas counted together, from published parts alone.

Counts and populations are added, and the rate or share is computed anew with its interval. Nothing is added that any
reader could not add: where one part is withheld, the whole is withheld by the same word, so that no hidden number can
be found by subtraction. What has no counts, such as a mean income, cannot be added and is not collected for the whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from data import measures
from data.contracts import AnnualFigure, Direction, GivenIndicator, Indicator, Observation, Status
from data.validate import PER

FEWEST = 2  # areas
# Of several reasons why parts are missing the whole has the first.
REASONS = (Status.HIDDEN, Status.TOO_FEW, Status.NOT_COLLECTED, Status.NOT_RELEVANT)
Kind = tuple[str, int, int, str, str, str]


def pooled(
    rows: Iterable[Observation], members: Sequence[str], union_id: str, indicators: Mapping[str, Indicator]
) -> list[Observation]:
    """The numbers of the union of some areas, one for each number that one of them has; `rows`: those of all of them.

    A number is shown where every member shows its own of the same period, age group, breakdown and edition. It is held
    against the country and the municipality where all members are held against one number.
    """
    kinds: defaultdict[Kind, dict[str, Observation]] = defaultdict(dict)
    for row in rows:
        if row.area_id in members:
            kinds[_kind(row)].setdefault(row.area_id, row)
    return [_whole(list(parts.values()), members, union_id, indicators[kind[0]]) for kind, parts in kinds.items()]


def lacking(parts: Collection[Observation | AnnualFigure], number: int) -> Status | None:
    """Why a `number` of parts together have no number, where one of them has none; None where each of them has one."""
    reasons = {row.status for row in parts} | ({Status.NOT_COLLECTED} if len(parts) < number else set())
    return next((reason for reason in REASONS if reason in reasons), None)


def _kind(row: Observation) -> Kind:
    return row.indicator_id, row.period_start, row.period_end, row.age_group, row.breakdown, row.edition


def _whole(
    parts: Sequence[Observation], members: Sequence[str], union_id: str, indicator: GivenIndicator
) -> Observation:
    nothing = replace(
        parts[0],
        area_id=union_id,
        value=None,
        low=None,
        high=None,
        count=None,
        population=None,
        derived=True,
        reference=_shared(row.reference for row in parts),
        comparison="",
        municipality_reference=_shared(row.municipality_reference for row in parts),
        municipality_comparison="",
        rank_group=None,
        value_certainty=max(row.value_certainty for row in parts),
        period_certainty=max(row.period_certainty for row in parts),
    )
    if reason := lacking(parts, len(members)):
        return replace(nothing, status=reason, reference=None, municipality_reference=None)
    return _sum(nothing, parts, indicator)


def _sum(nothing: Observation, parts: Sequence[Observation], indicator: GivenIndicator) -> Observation:
    if indicator.unit == "count":
        return replace(nothing, value=sum(row.value or 0 for row in parts))
    counts, populations = ([getattr(row, name) for row in parts] for name in ("count", "population"))
    if indicator.unit not in PER or None in counts or None in populations or not sum(populations):
        return replace(nothing, status=Status.NOT_COLLECTED, reference=None, municipality_reference=None)
    count, population = sum(counts), sum(populations)
    found = _interval(count, population, indicator)
    value, low, high = (float(number) for number in found)
    return replace(
        nothing,
        value=value,
        low=low,
        high=high,
        count=count,
        population=population,
        comparison=position(value, low, high, nothing.reference),
        municipality_comparison=position(value, low, high, nothing.municipality_reference),
    )


def _shared(numbers: Iterable[float | None]) -> float | None:
    """What all parts are held against; None where they are held against different numbers."""
    found = set(numbers)
    return found.pop() if len(found) == 1 else None


def position(value: float, low: float, high: float, reference: float | None) -> str:
    """How a number with its 95 % interval lies against another; empty without another."""
    if reference is None:
        return ""
    return str(measures.compare(value, low, high, reference, Direction.NO_JUDGEMENT).position)


def _interval(count: int, population: float, indicator: GivenIndicator) -> measures.Interval:
    if indicator.unit == "percent" and count <= population:
        return measures.share(count, population, indicator.multiplier)
    dispersion = indicator.dispersion if isinstance(indicator, Indicator) else None
    return measures.rate(count, population, indicator.multiplier, dispersion=dispersion or 1.0)
