"""Limits of a count of events: exact below 10 events, Byar's from 10; wider where events come in clusters.

Events whose counts vary `dispersion` times as much as independent ones tell as much as count / dispersion independent
events: the limits are those of that number, times the dispersion (McCullagh & Nelder 1989, section 6.2.4). Where the
dispersion was estimated with `degrees` of freedom, Student's t takes the place of the normal distribution.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike
from scipy import special, stats

from data import checked

EXACT_BELOW = 10  # events: under it Byar's approximation is too rough
KNOWN = np.inf  # degrees of freedom of a dispersion that was not estimated


def factors(dispersion: ArrayLike, degrees: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Dispersions and their degrees of freedom. ValueError on a dispersion under 1 or degrees not above 0."""
    factor, freedom = checked.floats(dispersion), checked.floats(degrees)
    checked.refuse(~(factor >= 1) | np.isinf(factor), factor, "dispersion", "must be 1 or more")
    checked.refuse(~(freedom > 0), freedom, "degrees", "must be above 0")
    return factor, freedom


def deviate(confidence: float, degrees: ArrayLike = KNOWN) -> np.ndarray:
    """How many standard errors the limits lie from the value: 1.96 for 95 % where the dispersion is known."""
    return np.asarray(stats.t.isf(checked.tail(confidence), degrees))


def limits(
    count: np.ndarray, confidence: float, dispersion: ArrayLike = 1.0, degrees: ArrayLike = KNOWN
) -> tuple[np.ndarray, np.ndarray]:
    """Limits of the expected count: exact Poisson below 10 events (Garwood 1936), Byar's from 10; NaN at NaN."""
    factor, freedom = factors(dispersion, degrees)
    x, z, factor = np.broadcast_arrays(count / factor, deviate(confidence, freedom), factor)
    low, high = np.full(x.shape, np.nan), np.full(x.shape, np.nan)
    few, many = x < EXACT_BELOW, x >= EXACT_BELOW
    low[few], high[few] = _exact(x[few], z[few])
    low[many], high[many] = _byar(x[many], z[many])
    return factor * low, factor * high


def funnel(expected: np.ndarray, confidence: float, dispersion: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
    """The counts x, not necessarily whole, with P(X <= x) and P(X >= x) equal to one tail under `expected` events.

    With a dispersion the limits are Spiegelhalter's multiplicative ones (2005, Statistics in Medicine 24:1185).
    """
    outside = checked.tail(confidence)
    factor, _ = factors(dispersion, KNOWN)
    expected = expected / factor
    return factor * special.pdtrik(outside, expected), factor * special.gdtrib(1.0, outside, expected)


def _exact(x: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    outside = stats.norm.sf(z)
    low = np.where(x > 0, special.chdtri(2 * x, 1 - outside) / 2, 0)  # NaN with 0 degrees of freedom
    return low, special.chdtri(2 * x + 2, outside) / 2


def _byar(x: np.ndarray, z: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    more = x + 1
    low = x * (1 - 1 / (9 * x) - z / (3 * np.sqrt(x))) ** 3
    return np.maximum(low, 0), more * (1 - 1 / (9 * more) + z / (3 * np.sqrt(more))) ** 3
