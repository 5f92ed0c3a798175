"""Counts of single areas over time: what the effect workshop sums, compares and sets aside.

A panel holds one measure of the areas of one level, from published rows alone: a number that is withheld is missing
here, and an area that misses one is never summed. So no sum can tell what is hidden: any reader could add it up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from data import query
from data.contracts import Observation, Status
from data.effect import Counts
from data.query import Period


@dataclass(frozen=True, eq=False)
class Panel:
    """`count` and `population`: a row an area, a column a period; NaN where no number is published.

    `per` is the multiplier of the indicator; `dispersion` as of `effect.Counts`.
    """

    areas: tuple[str, ...]
    periods: tuple[Period, ...]
    count: np.ndarray
    population: np.ndarray
    per: float = 1000
    dispersion: float = 1.0

    @classmethod
    def of(cls, rows: Iterable[Observation], per: float = 1000, dispersion: float | None = 1.0) -> Panel:
        """A panel of one measure and edition, one row for each area and period; only rows with both counts are read."""
        found = [row for row in rows if row.population is not None]
        areas = tuple(sorted({row.area_id for row in found}))
        periods = tuple(sorted({query.span_of(row) for row in found}))
        place = {area: at for at, area in enumerate(areas)}, {period: at for at, period in enumerate(periods)}
        count = np.full((len(areas), len(periods)), np.nan)
        population = count.copy()
        for row in found:
            if row.status == Status.SHOWN and row.count is not None:
                at = place[0][row.area_id], place[1][query.span_of(row)]
                count[at], population[at] = row.count, row.population
        return cls(areas, periods, count, population, per, dispersion or 1.0)

    def before(self, year: int) -> tuple[int, ...]:
        """The places of the periods that end by a year."""
        return tuple(at for at, (_, end) in enumerate(self.periods) if end <= year)

    def since(self, year: int) -> tuple[int, ...]:
        """The places of the periods that begin in a year or later."""
        return tuple(at for at, (start, _) in enumerate(self.periods) if start >= year)

    def at(self, periods: Sequence[int]) -> Panel:
        """The panel of some of its periods alone: whoever has it cannot see the others."""
        chosen = list(periods)
        return Panel(
            self.areas,
            tuple(self.periods[at] for at in chosen),
            self.count[:, chosen],
            self.population[:, chosen],
            self.per,
            self.dispersion,
        )

    def rows(self, areas: Collection[str]) -> np.ndarray:
        """The rows of some areas, as a mask."""
        return np.isin(self.areas, list(areas))

    def complete(self) -> tuple[str, ...]:
        """The areas with a number in every period."""
        there = ~np.isnan(self.count + self.population).any(axis=1) & (self.population.sum(axis=1) > 0)
        return tuple(area for area, is_there in zip(self.areas, there, strict=True) if is_there)

    def by_period(self, areas: Collection[str]) -> Counts:
        """What some areas have together in every period; missing where one of them is."""
        chosen = self.rows(areas)
        return Counts(self.count[chosen].sum(axis=0), self.population[chosen].sum(axis=0), self.dispersion)

    def together(self, areas: Collection[str], periods: Sequence[int]) -> Counts:
        """What some areas have together in some periods."""
        chosen = np.ix_(self.rows(areas), np.asarray(periods, dtype=int))
        return Counts(float(self.count[chosen].sum()), float(self.population[chosen].sum()), self.dispersion)

    def rates(self, periods: Sequence[int]) -> np.ndarray:
        """The rate of every area over some periods together, per `per`; NaN where a number is missing."""
        chosen = list(periods)
        with np.errstate(invalid="ignore", divide="ignore"):
            rates: np.ndarray = self.per * self.count[:, chosen].sum(axis=1) / self.population[:, chosen].sum(axis=1)
        return rates
