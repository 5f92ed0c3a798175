"""Rates, shares and verdicts. Which method is used where:

- `rate`: Poisson; exact interval below 10 events, Byar's from 10 (UKHSA's rule).
- `share`: Wilson's interval. `standardised_rate`: direct standardisation, Dobson's interval with Byar's limits.
- `compare`: interval against a reference value.
- `change`: one interval minus another, with limits recovered from the two (MOVER).
- `recent_trend`: weighted line or Cochran-Armitage over five points at 99.8 %, with a power rule for small areas.
- `quantile_groups`: smallest rank for ties. `funnel_limits`: exact Poisson test of a pooled rate.

Arrays or Series go in and are paired by position, named tuples of arrays come out; a scalar gives scalars.
Missing is NaN (or None, pandas.NA). Impossible numbers raise ValueError naming the position, counted from 0.
Charges cluster on persons: counts of events need their `dispersion` (`data.dispersion`), or the interval is too narrow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Literal, NamedTuple, get_args

import numpy as np
import pandas
from numpy.typing import ArrayLike
from statsmodels.stats.proportion import proportion_confint

from data import checked, poisson, trends
from data.contracts import Direction
from data.trends import Trend

FEWEST_EVENTS_STANDARDISED = 10
FEWEST_AREAS_GROUPED = 5
TrendMethod = Literal["interval", "proportion"]


class Interval(NamedTuple):
    """A value with its confidence limits, in the unit that `per` gives."""

    value: np.ndarray
    low: np.ndarray
    high: np.ndarray


class Position(StrEnum):
    """Where an area lies relative to what it is compared with."""

    ABOVE = "above"
    BELOW = "below"
    SIMILAR = "similar"
    NOT_COMPARED = "not_compared"


class Judgement(StrEnum):
    """A position in words: worse and better where the indicator has a good direction, else higher and lower."""

    WORSE = "worse"
    BETTER = "better"
    HIGHER = "higher"
    LOWER = "lower"
    SIMILAR = "similar"
    NOT_COMPARED = "not_compared"


class Comparison(NamedTuple):
    """`Position` and `Judgement` codes, one of each per area."""

    position: np.ndarray
    judgement: np.ndarray


def rate(
    count: ArrayLike,
    population: ArrayLike,
    per: float = 1000,
    confidence: float = 0.95,
    dispersion: ArrayLike = 1.0,
    degrees: ArrayLike = poisson.KNOWN,
) -> Interval:
    """Events per `per` of the population; above `per` is allowed, since one person can be charged more than once.

    Exact Poisson limits below 10 events (Garwood 1936), Byar's from 10 (Breslow & Day 1987), as in UKHSA's technical
    guidance; of count / `dispersion` events where they come in clusters (`poisson.limits`, `data.dispersion`). All
    three are NaN where the count or the population is missing. ValueError as in `checked.counts` and `poisson.factors`.
    """
    x, n = checked.counts(count, population)
    per = checked.multiplier(per)
    low, high = poisson.limits(np.where(np.isnan(n), np.nan, x), confidence, dispersion, degrees)
    return Interval(per * x / n, per * low / n, per * high / n)


def share(count: ArrayLike, total: ArrayLike, per: float = 100, confidence: float = 0.95) -> Interval:
    """The share of `total` that is counted, in percent (`per=1` gives fractions), with Wilson's interval.

    The limits stay within 0 and `per`. All three are NaN where a number is missing. ValueError as in `checked.counts`,
    and where a count exceeds its total.
    """
    x, n = checked.counts(count, total)
    checked.refuse(x > n, x, "count", "must not exceed its total")
    per, value = checked.multiplier(per), x / n
    low, high = proportion_confint(x, n, alpha=2 * checked.tail(confidence), method="wilson")
    low, high = np.clip(np.minimum(low, value), 0, 1), np.clip(np.maximum(high, value), 0, 1)  # rounding at 0 and 1
    return Interval(per * value, per * low, per * high)


def standardised_rate(
    count: ArrayLike, population: ArrayLike, standard: ArrayLike, per: float = 1000, confidence: float = 0.95
) -> Interval:
    """Directly standardised rate; the last axis of `count` and `population` is the age groups of `standard`.

    Dobson et al. 1991 with Byar's limits for the total count, as in UKHSA's technical guidance; a lower limit that
    falls under 0, where few persons carry much weight, is 0. NaN where a number is missing or the total is under 10
    events. ValueError as in `checked.counts`, and on weights under 0 or that sum to 0.
    """
    x, n = checked.counts(count, population)
    x, n, weight = checked.numbers(x, n, standard)
    per = checked.multiplier(per)
    checked.refuse(~(weight >= 0), weight, "standard", "must be 0 or more")
    if np.any(weight.sum(axis=-1) == 0):
        raise ValueError("the standard population is empty")
    weight = weight / weight.sum(axis=-1, keepdims=True)
    total = np.where(np.isnan(n), np.nan, x).sum(axis=-1)
    total = np.where(total < FEWEST_EVENTS_STANDARDISED, np.nan, total)
    value = np.where(np.isnan(total), np.nan, (weight * x / n).sum(axis=-1))
    spread = np.sqrt((weight**2 * x / n**2).sum(axis=-1) / total)
    low, high = poisson.limits(total, confidence)
    low, high = np.maximum(value + spread * (low - total), 0), value + spread * (high - total)
    return Interval(per * value, per * low, per * high)


def compare(
    value: ArrayLike, low: ArrayLike, high: ArrayLike, reference: ArrayLike, direction: ArrayLike
) -> Comparison:
    """An area's interval against the reference VALUE: strictly above, strictly below, else (equal too) similar.

    `direction` is a `Direction`, or one per area. Without value, interval or reference the area is not compared; give
    NaN as reference for the reference area itself. ValueError where low is above high, or on an unknown direction.
    """
    value, low, high, reference = checked.numbers(value, low, high, reference)
    checked.refuse(low > high, low, "low", "must not be above high")
    missing = np.isnan(value + low + high + reference)
    return _verdicts(low > reference, high < reference, missing, direction)


def change(
    value_before: ArrayLike,
    low_before: ArrayLike,
    high_before: ArrayLike,
    value_after: ArrayLike,
    low_after: ArrayLike,
    high_after: ArrayLike,
) -> Interval:
    """After minus before, in the unit of the values, with limits recovered from the two intervals (MOVER).

    Zou & Donner 2008, Statistics in Medicine 27:1693; from Wilson's intervals of two shares it is Newcombe's hybrid
    score interval (1998, Statistics in Medicine 17:873, method 10). The two are taken as independent, and the limits
    have the confidence of the intervals given. Without an interval the change has none; without a value it is NaN.
    ValueError where a value lies outside its own interval.
    """
    v0, l0, h0, v1, l1, h1 = checked.numbers(value_before, low_before, high_before, value_after, low_after, high_after)
    for value, low, high, when in ((v0, l0, h0, "before"), (v1, l1, h1, "after")):
        checked.refuse((value < low) | (value > high), value, f"value {when}", "must lie within its interval")
    difference = v1 - v0
    return Interval(difference, difference - np.hypot(v1 - l1, h0 - v0), difference + np.hypot(h1 - v1, v0 - l0))


def recent_trend(
    count: ArrayLike,
    population: ArrayLike,
    method: TrendMethod = "interval",
    per: float = 1000,
    dispersion: ArrayLike = 1.0,
    degrees: ArrayLike = poisson.KNOWN,
) -> Trend:
    """The trend over the latest five valid single-year points; the last axis is years, oldest first.

    A straight line over t = 1..5, whatever years are missing in between. `interval` (rates) weighs each point by
    1 / se², se = (high - low) / 3.92 of the 95 % interval of `rate`; `proportion` (shares) is the Cochran-Armitage test
    on the counts. Increasing or decreasing: χ² above 9.5495 (99.8 %) AND the slope keeps its sign when each point is
    left out in turn. Cannot be calculated: fewer than five points, or proportions that are all 0 or all 1.

    Anything else is `no_change` only in an area big enough to tell. It is `too_small` when the power to find a true
    halving is under 80 %. The halving is a straight line from the area's own mean rate over the five points down to
    half of it, in its own populations; the power is P(noncentral χ²(1, λ) > 9.5495), where λ is the χ² of that line.
    From 30 per 1,000 it gives 2 % with 200 persons, 5 % with 400, 24 % with 1,000, 97 % with 4,000, against 1, 4, 23
    and 97 % in a simulation.

    `dispersion` and `degrees`, one per series (`data.dispersion`), widen the intervals; with degrees of freedom χ² is
    held against the F distribution instead, and the power is that of a noncentral F.

    `slope` is per `per` a step. ValueError as in `checked.counts` and `poisson.factors`, on a proportion above 1, and
    on an unknown method.
    """
    weigh = weight_of(method)
    x, n = (np.atleast_1d(array) for array in checked.counts(count, population))
    per = checked.multiplier(per)
    if method == "proportion":
        checked.refuse(x > n, x, "count", "must not exceed its population")
    positions = trends.latest_points(~np.isnan(x + n))
    x, n = trends.take(x, positions), trends.take(n, positions)
    factor, freedom = poisson.factors(dispersion, degrees)
    factor = factor[..., np.newaxis]
    halving = x.sum(axis=-1, keepdims=True) / n.sum(axis=-1, keepdims=True) * trends.HALVING
    chance = trends.power(halving, weigh(halving * n, n, factor), freedom)
    return trends.judge(per * x / n, weigh(x, n, factor) / per**2, chance, positions, freedom)


def weight_of(method: TrendMethod) -> Callable[[np.ndarray, np.ndarray, np.ndarray], np.ndarray]:
    """What a trend weighs its points by, from counts, populations and dispersions. ValueError on an unknown method."""
    if method not in get_args(TrendMethod):
        raise ValueError(f"method is {method!r}; must be one of {', '.join(get_args(TrendMethod))}")
    return _proportion_weight if method == "proportion" else _rate_weight


def quantile_groups(
    values: ArrayLike, k: int = 5, direction: Direction = Direction.LOW_IS_GOOD
) -> pandas.api.extensions.ExtensionArray:
    """Groups 1..k of equal size, 1 the worst (the highest values where there is no judgement), missing as pandas.NA.

    Ties share the smallest rank, so equal areas are never told apart; this is the rule of PHEindicatormethods. With
    fewer valid areas than groups, or than five, nobody gets a group. ValueError on k under 2 or an unknown direction.
    """
    if k < 2:
        raise ValueError(f"k is {k}; must be 2 or more")
    (values,) = checked.numbers(values)
    valid = np.count_nonzero(~np.isnan(values))
    if valid < max(k, FEWEST_AREAS_GROUPED):
        return pandas.array([pandas.NA] * values.size, dtype="Int64")
    worst_is_low = Direction(direction) is Direction.HIGH_IS_GOOD
    rank = pandas.Series(values).rank(method="min", ascending=worst_is_low).astype("Int64")
    return ((rank - 1) * k // valid + 1).array


def funnel_limits(
    population: ArrayLike,
    pooled_rate: float,
    per: float = 1000,
    levels: Sequence[float] = (0.95, 0.998),
    dispersion: float = 1.0,
) -> pandas.DataFrame:
    """The limits around a pooled rate within which areas of these sizes vary by chance alone.

    Columns out: level, population, low, high; one row per level and population; rates in the unit of `per`. Exact
    Poisson: an area is outside exactly when the exact interval of its own rate excludes the pooled rate, as in the
    funnel plots of PHEindicatormethods; between whole counts the distribution is continued by the gamma function. No
    count is so low that it lies under a lower limit of 0. `dispersion` widens the limits (`poisson.funnel`).
    ValueError on a population that is not above 0, a rate under 0 or a dispersion under 1.
    """
    pooled, n = checked.counts(pooled_rate, np.atleast_1d(checked.floats(population)))
    expected = pooled * n / checked.multiplier(per)
    return pandas.concat(
        [
            pandas.DataFrame({"level": level, "population": n, "low": per * low / n, "high": per * high / n})
            for level in levels
            for low, high in [poisson.funnel(expected, level, dispersion)]
        ],
        ignore_index=True,
    )


def _interval_weight(low: np.ndarray, high: np.ndarray) -> np.ndarray:
    with np.errstate(divide="ignore"):
        weight: np.ndarray = (3.92 / (high - low)) ** 2
    return weight


def _rate_weight(count: np.ndarray, population: np.ndarray, dispersion: np.ndarray) -> np.ndarray:
    _, low, high = rate(count, population, per=1, dispersion=dispersion)
    return _interval_weight(low, high)


def _proportion_weight(count: np.ndarray, population: np.ndarray, dispersion: np.ndarray) -> np.ndarray:
    """1 / variance under no trend; with it the weighted line is the Cochran-Armitage test."""
    pooled = count.sum(axis=-1, keepdims=True) / population.sum(axis=-1, keepdims=True)
    with np.errstate(divide="ignore", invalid="ignore"):
        weight: np.ndarray = population / (pooled * (1 - pooled) * dispersion)
    return weight


def _verdicts(above: np.ndarray, below: np.ndarray, missing: np.ndarray, direction: ArrayLike) -> Comparison:
    unknown = set(np.unique(np.asarray(direction, dtype=str))) - set(Direction)
    if unknown:
        raise ValueError(f"direction is {', '.join(sorted(unknown))}; must be one of {', '.join(Direction)}")
    above, below, missing, direction = np.broadcast_arrays(above, below, missing, np.asarray(direction, dtype=str))
    low_is_good, high_is_good = direction == Direction.LOW_IS_GOOD, direction == Direction.HIGH_IS_GOOD
    position = np.select(
        [missing, above, below], [Position.NOT_COMPARED, Position.ABOVE, Position.BELOW], Position.SIMILAR
    )
    judgement = np.select(
        [
            missing,
            (above & low_is_good) | (below & high_is_good),
            (above & high_is_good) | (below & low_is_good),
            above,
            below,
        ],
        [Judgement.NOT_COMPARED, Judgement.WORSE, Judgement.BETTER, Judgement.HIGHER, Judgement.LOWER],
        Judgement.SIMILAR,
    )
    return Comparison(position[()], judgement[()])
