"""The arithmetic of a recent trend: a weighted line through the latest five points, and what it can find.

The rule is UKHSA's for Fingertips trend markers (99.8 %, sign kept when any one point is left out), with one
addition of ours: an area in which a true halving would most likely go unseen is `too_small`, never `no_change`.
`data.measures` weighs the points and is what other modules call.
"""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import stats

from data import poisson

POINTS = 5
TIMES = np.arange(1.0, POINTS + 1)
CONFIDENCE = 0.998
SUFFICIENT_POWER = 0.80
HALVING = np.linspace(1.0, 0.5, POINTS)  # the true change an area must be big enough to show


class Verdict(StrEnum):
    """What can be said about the latest five points. The order is no ranking."""

    INCREASING = "increasing"
    DECREASING = "decreasing"
    NO_CHANGE = "no_change"
    TOO_SMALL = "too_small"
    CANNOT_CALCULATE = "cannot_calculate"


class Trend(NamedTuple):
    """One element per series. `slope` is in units of the value a step; NaN, and -1, where nothing is calculated.

    `first` and `last` are the positions of the oldest and newest point used: more than four apart means that
    years are missing in between, which the page has to state.
    """

    verdict: np.ndarray
    chi2: np.ndarray
    slope: np.ndarray
    power: np.ndarray
    first: np.ndarray
    last: np.ndarray


def latest_points(valid: np.ndarray) -> np.ndarray:
    """Positions of the latest five valid points along the last axis, oldest first; -1 in all where there are fewer."""
    if valid.shape[-1] < POINTS:
        return np.full((*valid.shape[:-1], POINTS), -1)
    order = np.argsort(valid, axis=-1, kind="stable")[..., -POINTS:]  # the valid ones last, still in order of time
    return np.where(valid.sum(axis=-1, keepdims=True) < POINTS, -1, order)


def take(values: np.ndarray, positions: np.ndarray) -> np.ndarray:
    """The values at `positions` along the last axis; NaN at -1."""
    if values.shape[-1] == 0:
        return np.full(positions.shape, np.nan)
    return np.where(positions < 0, np.nan, np.take_along_axis(values, np.maximum(positions, 0), axis=-1))


def line(value: np.ndarray, weight: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Slope and χ² = (slope / its standard error)² of a straight line over t = 1..5; weights are 1 / variance."""
    with np.errstate(invalid="ignore", divide="ignore"):
        centre = (weight * TIMES).sum(axis=-1, keepdims=True) / weight.sum(axis=-1, keepdims=True)
        distance = weight * (TIMES - centre)
        spread = (distance * (TIMES - centre)).sum(axis=-1)
        slope = (distance * value).sum(axis=-1) / spread
        return slope, slope**2 * spread


def keeps_sign(value: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """Whether the slope has one and the same sign whichever of the five points is left out."""
    without_one = weight[..., np.newaxis, :] * (1.0 - np.eye(POINTS))
    signs = np.sign(line(value[..., np.newaxis, :], without_one)[0])
    kept: np.ndarray = np.abs(signs.sum(axis=-1)) == POINTS
    return kept


def critical(degrees: ArrayLike = poisson.KNOWN) -> np.ndarray:
    """What χ² must pass at 99.8 %: 9.5495, and more where the dispersion was estimated (F with 1 and `degrees`)."""
    limit: np.ndarray = poisson.deviate(CONFIDENCE, degrees) ** 2
    return limit


def power(value: np.ndarray, weight: np.ndarray, degrees: ArrayLike = poisson.KNOWN) -> np.ndarray:
    """The chance that the 99.8 % test finds a true line through `value` (its χ² is the noncentrality)."""
    distance, limit, freedom = np.broadcast_arrays(line(value, weight)[1], critical(degrees), degrees)
    certain = np.isinf(freedom)
    finite = np.where(certain, 1.0, freedom)
    by_f = stats.ncf.sf(limit, dfn=1, dfd=finite, nc=distance)
    chance: np.ndarray = np.where(certain, stats.ncx2.sf(limit, df=1, nc=distance), by_f)
    return chance


def judge(
    value: np.ndarray,
    weight: np.ndarray,
    chance: np.ndarray,
    positions: np.ndarray,
    degrees: ArrayLike = poisson.KNOWN,
) -> Trend:
    """The verdict on five points a series; a missing point, or one of infinite weight, cannot be calculated."""
    weight = np.where(np.isfinite(weight), weight, np.nan)
    slope, chi2 = line(value, weight)
    usable = np.isfinite(chi2)
    significant = (chi2 > critical(degrees)) & keeps_sign(value, weight)
    verdict = np.select(
        [~usable, significant & (slope > 0), significant, chance >= SUFFICIENT_POWER],
        [Verdict.CANNOT_CALCULATE, Verdict.INCREASING, Verdict.DECREASING, Verdict.NO_CHANGE],
        Verdict.TOO_SMALL,
    )
    numbers = (np.where(usable, number, np.nan)[()] for number in (chi2, slope, chance))
    ends = (np.where(usable, positions[..., end], -1)[()] for end in (0, -1))
    return Trend(verdict[()], *numbers, *ends)
