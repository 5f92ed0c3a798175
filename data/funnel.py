"""A funnel of one period: which single areas lie further from their common rate than chance alone would take them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy

from data import measures
from data.contracts import Observation, Status

LEVELS = {0.95: "95", 0.998: "99_8"}
POINTS = 60  # of each limit, close enough for a smooth curve


@dataclass(frozen=True)
class Drawn:
    """An area in the funnel. `position`: the outermost limit that is passed (above_95, above_99_8, below_95,
    below_99_8), or within.
    """

    row: Observation
    value: float
    population: float
    position: str


@dataclass(frozen=True)
class Limit:
    """What chance alone would take the rate of an area of a size to, at a level (0.95 or 0.998)."""

    level: float
    population: float
    low: float
    high: float


@dataclass(frozen=True)
class Funnel:
    """`pooled`: the rate of all drawn areas together. `left_out`: the rows without a number, hidden or not collected.

    No areas and no limits where nobody has a number; then `pooled` is NaN.
    """

    areas: tuple[Drawn, ...]
    limits: tuple[Limit, ...]
    pooled: float
    left_out: tuple[Observation, ...]

    @property
    def outside(self) -> list[Drawn]:
        """The areas outside any limit."""
        return [area for area in self.areas if area.position != "within"]

    def curve(self, level: float) -> list[Limit]:
        """The limits of a level from the smallest population to the largest."""
        return [limit for limit in self.limits if limit.level == level]


@dataclass(frozen=True)
class Counted:
    """A row that has a number to draw."""

    row: Observation
    value: float
    count: int
    population: float


def funnel(rows: Iterable[Observation], per: float, dispersion: float = 1.0) -> Funnel:
    """The funnel of numbers of one indicator in one period, one row an area; wider by its `dispersion` for events.

    Hidden areas are left out of the pooled rate too.
    """
    rows = tuple(rows)
    found = [counted for row in rows if (counted := counted_of(row))]
    left_out = tuple(row for row in rows if not counted_of(row))
    if not found:
        return Funnel((), (), float("nan"), left_out)
    sizes = [area.population for area in found]
    pooled = per * sum(area.count for area in found) / sum(sizes)
    reach = numpy.linspace(0.8 * min(sizes), 1.05 * max(sizes), POINTS)
    drawn = tuple(limits(reach.tolist(), pooled, per, dispersion))
    return Funnel(placed(found, pooled, per, dispersion), drawn, pooled, left_out)


def counted_of(row: Observation) -> Counted | None:
    if row.status != Status.SHOWN or row.value is None or row.count is None or row.population is None:
        return None
    return Counted(row, row.value, row.count, row.population)


def limits(population: Sequence[float], pooled: float, per: float, dispersion: float = 1.0) -> list[Limit]:
    """The limits at every level for areas of some sizes, level by level."""
    found = measures.funnel_limits(numpy.asarray(population), pooled, per, tuple(LEVELS), dispersion)
    return [Limit(*row) for row in found[["level", "population", "low", "high"]].itertuples(index=False, name=None)]


def placed(areas: Sequence[Counted], pooled: float, per: float, dispersion: float = 1.0) -> tuple[Drawn, ...]:
    """The areas with the outermost limit each has passed, and on which side."""
    drawn = limits([area.population for area in areas], pooled, per, dispersion)
    by_level = {level: [limit for limit in drawn if limit.level == level] for level in LEVELS}
    return tuple(
        Drawn(
            area.row, area.value, area.population, position(area.value, [found[place] for found in by_level.values()])
        )
        for place, area in enumerate(areas)
    )


def position(value: float, around: Iterable[Limit]) -> str:
    """`around`: the limits of an area from the innermost."""
    passed = "within"
    for limit in around:
        if value > limit.high:
            passed = f"above_{LEVELS[limit.level]}"
        elif value < limit.low:
            passed = f"below_{LEVELS[limit.level]}"
    return passed
