"""Numbers that may be calculated with: as float arrays paired by position, missing as NaN, impossible ones refused.

Every ValueError names the first wrong position, counted from 0.
"""

from __future__ import annotations

import numpy as np
import pandas
from numpy.typing import ArrayLike


def numbers(*values: ArrayLike) -> list[np.ndarray]:
    """The values as float arrays of one shape, missing as NaN. ValueError on infinity or on unaligned Series."""
    _refuse_misaligned(*values)
    arrays = list(np.broadcast_arrays(*(floats(value) for value in values)))
    for array in arrays:
        refuse(np.isinf(array), array, "a number", "must be finite")
    return arrays


def not_negative(*values: ArrayLike) -> list[np.ndarray]:
    """`numbers` that count or rate something: ValueError where one is under 0."""
    arrays = numbers(*values)
    for array in arrays:
        refuse(array < 0, array, "number", "must be 0 or more")
    return arrays


def counts(count: ArrayLike, population: ArrayLike) -> tuple[np.ndarray, np.ndarray]:
    """Counts and populations as float arrays. ValueError where a count is under 0 or a population is not above 0."""
    x, n = numbers(count, population)
    refuse(x < 0, x, "count", "must be 0 or more")
    refuse(n <= 0, n, "population", "must be above 0")
    return x, n


def tail(confidence: float) -> float:
    """The probability outside one of the two limits. ValueError on a confidence that is not between 0 and 1."""
    if not 0 < confidence < 1:
        raise ValueError(f"confidence is {confidence}; must be between 0 and 1")
    return (1 - confidence) / 2


def multiplier(per: float) -> float:
    """What a rate is given per. ValueError where it is not a finite number above 0."""
    if not 0 < per < np.inf:
        raise ValueError(f"per is {per}; must be a finite number above 0")
    return per


def floats(values: ArrayLike) -> np.ndarray:
    """The values as a float array, missing as NaN."""
    if isinstance(values, pandas.Series | pandas.DataFrame | pandas.Index | pandas.api.extensions.ExtensionArray):
        return values.to_numpy(dtype=float, na_value=np.nan)
    try:
        return np.asarray(values, dtype=float)
    except TypeError:  # pandas.NA
        given = np.asarray(values, dtype=object)
        return np.where(pandas.isna(given), np.nan, given).astype(float)


def flags(values: ArrayLike, like: np.ndarray, what: str) -> np.ndarray:
    """Yes or no for every element of `like`. ValueError on anything but True, False, 1 and 0: on a missing one too."""
    given = floats(values)
    if given.shape not in ((), like.shape):
        raise ValueError(f"{what} has {given.size} elements; must have {like.size}")
    given = np.broadcast_to(given, like.shape)
    refuse(~np.isin(given, (0, 1)), given, what, "must be true or false")
    return given.astype(bool)


def refuse(wrong: np.ndarray, values: np.ndarray, what: str, rule: str) -> None:
    """Raise ValueError naming the first wrong element."""
    if np.any(wrong):
        position = tuple(np.argwhere(np.atleast_1d(wrong))[0])
        place = ", ".join(str(index) for index in position)
        raise ValueError(f"{what} at position {place} is {np.atleast_1d(values)[position]:g}; {rule}")


def _refuse_misaligned(*values: ArrayLike) -> None:
    indexes = [value.index for value in values if isinstance(value, pandas.Series | pandas.DataFrame)]
    if any(not index.equals(indexes[0]) for index in indexes[1:]):
        raise ValueError("the Series have different indexes; align them first, they are paired by position")
