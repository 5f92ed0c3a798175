"""A number worked out a second time, by another way than the one that made it: `data.measures` is not used here.

| number | first way (`data.measures`) | second way |
|---|---|---|
| value | floating point | exact fractions |
| limits of a rate | Garwood's by χ², Byar's from 10 events | the quantiles of the gamma distribution, from any count |
| limits of a share | Wilson's formula | the two shares that the score test just does not reject, by root finding |

Byar's limits are an approximation of the exact ones: from 10 events they agree within half a per cent of the value.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction

from scipy import optimize, stats

CONFIDENCE = 0.95
EXACT, APPROXIMATE = 1e-6, 0.005  # of the value
TINY = 1e-12  # beside the share itself, where the test rejects nothing


@dataclass(frozen=True)
class Pair:
    """A number as it is shown and as it was worked out again. `tolerance` is what the two ways may differ by."""

    shown: float
    again: float
    tolerance: float

    @property
    def agrees(self) -> bool:
        return abs(self.shown - self.again) <= self.tolerance


def value(shown: float, count: int, population: float, per: float, decimals: int | None = None) -> Pair:
    """A rate or share. `decimals`: those a source printed it with; then the two agree where rounding explains it."""
    again = Fraction(count) * Fraction(per) / Fraction(population)
    rounding = 0.0 if decimals is None else 0.5 * 10.0**-decimals
    return Pair(shown, float(again), rounding + EXACT * max(1.0, abs(shown)))


def rate_limits(
    low: float,
    high: float,
    count: int,
    population: float,
    per: float,
    dispersion: float = 1.0,
    degrees: float = math.inf,
) -> tuple[Pair, Pair]:
    """The 95 % limits of a rate of events that vary `dispersion` times as much as independent ones."""
    tail = float(stats.norm.sf(stats.t.ppf((1 + CONFIDENCE) / 2, degrees)))
    events, scale = count / dispersion, per * dispersion / population
    found_low = float(stats.gamma.ppf(tail, events)) * scale if events > 0 else 0.0
    found_high = float(stats.gamma.isf(tail, events + 1)) * scale
    tolerance = max(APPROXIMATE * max(per * count / population, scale), EXACT)
    return Pair(low, found_low, tolerance), Pair(high, found_high, tolerance)


def share_limits(low: float, high: float, count: int, total: float, per: float = 100) -> tuple[Pair, Pair]:
    """The 95 % limits of a share."""
    found, z = count / total, float(stats.norm.ppf((1 + CONFIDENCE) / 2))

    def rejected(share: float) -> float:
        return (found - share) ** 2 - z**2 * share * (1 - share) / total

    again_low = float(optimize.brentq(rejected, 0.0, found * (1 - TINY), xtol=1e-14)) if count > 0 else 0.0
    again_high = float(optimize.brentq(rejected, found + TINY * (1 - found), 1.0, xtol=1e-14)) if count < total else 1.0
    tolerance = EXACT * per
    return Pair(low, per * again_low, tolerance), Pair(high, per * again_high, tolerance)
