"""How much more counts of events vary than independent events would: the dispersion, 1 where nothing is in clusters.

One person can be charged with many offences, so charges vary more from year to year than a Poisson distribution says.

1. A series' own factor is Pearson's χ² about its own log-linear lines, over the degrees of freedom that are left
   (`pearson`; McCullagh & Nelder 1989, Generalized Linear Models, section 6.2.4). It has a line for every five periods,
   counted from the newest (`about_lines`): the newest is that of its recent trend, and a slow bend is no variation.
2. A series has few years, so its factor is drawn towards that of all series of the indicator, the more the better these
   agree (`moderated`; Smyth 2004, Statistical Applications in Genetics and Molecular Biology 3:3, sections 4 and 6.2).
   Where all agree it is the pooled factor, known; where they differ it is nearly the series' own, with the degrees of
   freedom that Student's t and the F distribution then ask for.

A bend within five periods counts as variation about their line: the factor is then too large, never too small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike
from scipy import optimize, special

from data import checked
from data.poisson import KNOWN

PERIODS = 5  # about a line, as many as a recent trend has
FEWEST_DEGREES = 3  # five periods about a line
FEWEST_EVENTS = 10  # in a series, for a χ² to mean anything
FEWEST_SERIES = 3  # to see whether they agree
ROUNDS = 30
LARGEST_STEP = 1.0  # of the logarithm of a rate


class Factors(NamedTuple):
    """The factor of every series with its degrees of freedom, and the typical one; NaN where nothing tells of it."""

    dispersion: np.ndarray
    degrees: np.ndarray
    typical: float


def about_lines(
    count: ArrayLike, population: ArrayLike, times: ArrayLike, changes: Iterable[float] = ()
) -> tuple[np.ndarray, np.ndarray]:
    """`pearson` summed over the lines of each series: none reaches over one of the `changes` of definition."""
    at = checked.floats(times)
    x, n = (np.atleast_2d(array) for array in checked.counts(count, population))
    chi2, degrees = np.zeros(len(x)), np.zeros(len(x), dtype=int)
    for part in _parts(at, sorted(changes)):
        more, left = pearson(x[:, part], n[:, part], at[part])
        chi2, degrees = chi2 + more, degrees + left
    return chi2, degrees


def pearson(count: ArrayLike, population: ArrayLike, times: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Pearson's χ² about each series' own log-linear line and its degrees of freedom; the last axis is `times`.

    log μ = log(population) + a + b t, by maximum likelihood. Missing periods are left out. Both are 0 for a series of
    fewer than three periods or 10 events. ValueError as in `checked.counts`.
    """
    x, n = (np.atleast_2d(array) for array in checked.counts(count, population))
    complete = ~np.isnan(x + n)
    x, n = np.where(complete, x, 0.0), np.where(complete, n, 0.0)
    degrees = complete.sum(axis=-1) - 2
    usable = (degrees > 0) & (x.sum(axis=-1) >= FEWEST_EVENTS)
    chi2 = np.zeros(usable.shape)
    if usable.any():
        fitted = _lines(x[usable], n[usable], checked.floats(times))
        with np.errstate(invalid="ignore", divide="ignore"):
            chi2[usable] = np.nansum(np.where(fitted > 0, (x[usable] - fitted) ** 2 / fitted, 0.0), axis=-1)
    return chi2, np.where(usable, degrees, 0)


def moderated(chi2: np.ndarray, degrees: np.ndarray) -> Factors:
    """The factors of an indicator's series from what `about_lines` gives, never under 1.

    A series with fewer than three degrees of freedom has the common factor. All are NaN where no series has them.
    """
    measured = degrees >= FEWEST_DEGREES
    if not measured.any():
        nothing = np.full(degrees.shape, np.nan)
        return Factors(nothing, nothing, float("nan"))
    common, weight = _common(chi2[measured], degrees[measured])
    mine = np.where(measured, degrees, 0.0)
    total = mine + weight
    if weight == KNOWN:
        found = np.full(degrees.shape, common)
    else:
        found = np.where(total > 0, (weight * common + np.where(measured, chi2, 0.0)) / np.maximum(total, 1e-9), common)
    found = np.maximum(found, 1.0)
    return Factors(found, np.maximum(total, 1.0), float(np.median(found[measured])))


def _parts(times: np.ndarray, changes: list[float]) -> Iterator[np.ndarray]:
    """Positions of the times that have a line together, at most five, counted from the newest."""
    epoch = np.searchsorted(changes, times, side="right")
    for which in np.unique(epoch):
        positions = np.flatnonzero(epoch == which)
        for end in range(len(positions), 0, -PERIODS):
            yield positions[max(0, end - PERIODS) : end]


def _common(chi2: np.ndarray, degrees: np.ndarray) -> tuple[float, float]:
    """The factor that series share, and how many degrees of freedom it counts for beside their own (Smyth 2004)."""
    pooled = float(chi2.sum() / degrees.sum())
    if len(chi2) < FEWEST_SERIES:
        return pooled, 0.0
    ratio = np.maximum(chi2 / degrees, 1e-5 * max(pooled, 1e-5))
    half = degrees / 2
    logs = np.log(ratio) - special.digamma(half) + np.log(half)
    excess = float(np.var(logs, ddof=1) - special.polygamma(1, half).mean())
    if excess <= special.polygamma(1, 1e4):
        return pooled, KNOWN
    prior_half = optimize.brentq(lambda value: special.polygamma(1, value) - excess, 1e-3, 1e5)
    return float(np.exp(logs.mean() + special.digamma(prior_half) - np.log(prior_half))), 2 * prior_half


def _lines(x: np.ndarray, n: np.ndarray, times: np.ndarray) -> np.ndarray:
    """The expected counts of each series' own log-linear line, by Newton's method."""
    there = n > 0
    centre = (there * times).sum(axis=-1, keepdims=True) / there.sum(axis=-1, keepdims=True)
    t = np.where(there, times - centre, 0.0)
    level, slope = np.log(x.sum(axis=-1) / n.sum(axis=-1)), np.zeros(len(x))
    for _ in range(ROUNDS):
        expected = n * np.exp(level[:, np.newaxis] + slope[:, np.newaxis] * t)
        miss = x - expected
        zeroth, first, second = ((expected * t**power).sum(axis=-1) for power in range(3))
        gradient_level, gradient_slope = miss.sum(axis=-1), (miss * t).sum(axis=-1)
        determinant = zeroth * second - first**2
        step_level = (second * gradient_level - first * gradient_slope) / determinant
        step_slope = (zeroth * gradient_slope - first * gradient_level) / determinant
        largest = np.maximum(np.abs(step_level), np.abs(step_slope))
        shrink = np.minimum(1.0, LARGEST_STEP / np.maximum(largest, 1e-300))
        level, slope = level + shrink * step_level, slope + shrink * step_slope
    fitted: np.ndarray = n * np.exp(level[:, np.newaxis] + slope[:, np.newaxis] * t)
    return fitted
