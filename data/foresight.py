"""When will we know? How much it takes until a halving shows, and the smallest change that shows now.

Each answer rests on the rule that the verdict itself is made by, at a power of 80 %:

- `of_trends`: the 99.8 % rule of `measures.recent_trend` over five points, with the dispersion of the series.
- `of_effect`: the 95 % interval of `effect.difference_in_differences`, by the minimal detectable effect of Bloom 1995
  (Evaluation Review 19:547): (t of the test + t of the power) x standard error.
- `persons_for_share`: Wilson's 95 % interval of a share, by the exact binomial distribution.

`needed` is a whole number of times as much: so many areas of the same size counted together, or so many times as many
years in every point, for either makes the counts so many times as large.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from data import checked, measures, poisson, trends
from data.measures import TrendMethod
from data.trends import POINTS, SUFFICIENT_POWER

HALF = 0.5
MOST_TIMES = 100  # times as many: beyond that nobody counts areas together
MOST_PERSONS = 10_000
STEPS = 100  # the falls tried: whole per cent


class Foresight(NamedTuple):
    """One element per series: points that lack, how many times as much a halving needs, the smallest fall that shows.

    `needed` is NaN where 100 times as much is not enough, or nothing can be said; `visible`, a share, where not even a
    fall to nothing would show.
    """

    lacking: np.ndarray
    needed: np.ndarray
    visible: np.ndarray


def of_trends(
    count: ArrayLike,
    population: ArrayLike,
    method: TrendMethod = "interval",
    dispersion: ArrayLike = 1.0,
    degrees: ArrayLike = poisson.KNOWN,
) -> Foresight:
    """What `measures.recent_trend` could find in series like these; arguments as there, the last axis is periods.

    The change tried is a straight line over five points, from the mean rate of the latest points downwards, in their
    own populations. A series of fewer points is taken to go on with the mean population of those it has.
    """
    x, n = (np.atleast_1d(array) for array in checked.counts(count, population))
    valid = ~np.isnan(x + n)
    points = valid.sum(axis=-1)
    used = np.where(valid, np.cumsum(valid[..., ::-1], axis=-1)[..., ::-1] <= POINTS, False)
    with np.errstate(invalid="ignore", divide="ignore"):
        persons = np.where(used, n, 0).sum(axis=-1, keepdims=True)
        rate = np.where(used, x, 0).sum(axis=-1, keepdims=True) / persons
        mean = persons / used.sum(axis=-1, keepdims=True)
    latest = trends.take(n, trends.latest_points(valid))
    n = np.where(points[..., np.newaxis] >= POINTS, latest, mean)
    factor, freedom = poisson.factors(dispersion, degrees)
    weigh = measures.weight_of(method)

    def shows(fall: np.ndarray, times: np.ndarray) -> np.ndarray:
        line = rate * (1 - fall[..., np.newaxis] * (1 - trends.HALVING) / HALF)
        many = n * times[..., np.newaxis]
        chance = trends.power(line, weigh(line * many, many, factor[..., np.newaxis]), freedom)
        found: np.ndarray = chance >= SUFFICIENT_POWER
        return found

    one = np.ones(points.shape)
    needed = _smallest(lambda times: shows(HALF * one, times), MOST_TIMES, points.shape)
    fall = _smallest(lambda percent: shows(percent / STEPS, one), STEPS, points.shape)
    return Foresight(np.maximum(POINTS - points, 0), needed, fall / STEPS)


class EffectForesight(NamedTuple):
    """The smallest effect that shows now, in the unit of the difference, and how many times as much a halving needs."""

    visible: float
    needed: float


def of_effect(
    se: float, treated_before: float, confidence: float = 0.95, degrees: float = poisson.KNOWN
) -> EffectForesight:
    """Of a difference-in-differences with its standard error; both in the unit of the rate `treated_before`.

    A halving is an effect of half of `treated_before`. The standard error falls with the root of what is counted. NaN
    without a standard error, or where nothing was counted before.
    """
    visible = float(poisson.deviate(confidence, degrees) + stats.t.ppf(SUFFICIENT_POWER, degrees)) * se
    if not (visible > 0 and treated_before > 0):
        return EffectForesight(float("nan"), float("nan"))
    times = np.ceil(round((visible / (HALF * treated_before)) ** 2, 9))
    return EffectForesight(visible, float(times) if times <= MOST_TIMES else float("nan"))


def persons_for_share(target: float, confidence: float = 0.95) -> int | None:
    """Persons of whom a share is counted, until one that is truly half of `target` (above 0 to 1) is seen as less.

    Seen is: Wilson's interval lies below the target. The fewest from which on that is so in 80 of 100 cases, whatever
    larger number is counted; None where 10,000 are too few. ValueError on a target outside 0 to 1.
    """
    if not 0 < target <= 1:
        raise ValueError(f"target is {target}; must be above 0 and at most 1")
    few = _few_enough(np.arange(1, MOST_PERSONS + 1), target, confidence)
    chance = stats.binom.cdf(few, np.arange(1, MOST_PERSONS + 1), HALF * target)
    unseen = np.flatnonzero(chance < SUFFICIENT_POWER)
    fewest = int(unseen[-1]) + 2 if unseen.size else 1
    return fewest if fewest <= MOST_PERSONS else None


def _few_enough(persons: np.ndarray, target: float, confidence: float) -> np.ndarray:
    """The largest count whose interval lies below the target; -1 where none does.

    Wilson's interval excludes the target exactly where the score test rejects it.
    """
    z = stats.norm.isf(checked.tail(confidence))
    limit = persons * target - z * np.sqrt(persons * target * (1 - target))
    largest: np.ndarray = np.maximum(np.ceil(limit) - 1, -1)
    return largest


def _smallest(is_enough: Callable[[np.ndarray], np.ndarray], most: int, shape: tuple[int, ...]) -> np.ndarray:
    """By halving, the smallest whole number from 1 to `most` that is enough, as more is too; NaN where none is."""
    too_few, enough = np.zeros(shape), np.full(shape, float(most))
    while np.any(enough - too_few > 1):
        middle = np.where(enough - too_few > 1, np.floor((too_few + enough) / 2), enough)
        found = is_enough(middle)
        enough, too_few = np.where(found, middle, enough), np.where(found, too_few, np.minimum(middle, enough - 1))
    return np.where(is_enough(enough), enough, np.nan)
