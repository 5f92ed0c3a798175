"""Class breaks: the bounds between the colours of a map scale, decided once for an indicator."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterable

import mapclassify
import numpy
from numpy.typing import ArrayLike

SIGNIFICANT_DIGITS = range(2, 16)


def class_breaks(values: Iterable[float], k: int = 5, diverging_midpoint: float | None = None) -> list[float]:
    """The upper bounds of all classes but the last, which is open: n bounds make n + 1 classes.

    Give the values of ALL years and of all areas that are drawn, so that a colour means the same on every map.
    Quantiles, rounded to as few digits (two or more) as leave no class empty. With `diverging_midpoint` the bounds lie
    symmetrically about it. There are never more classes than distinct values; none or one value gives no bound.
    A value equal to a bound belongs to the lower class. Missing values are left out.
    """
    numbers = numpy.asarray([value for value in values if value == value], dtype=float)
    classes = min(k, len(numpy.unique(numbers)))
    if classes < 2:
        return []
    if diverging_midpoint is None:
        return _quantile_bounds(numbers, classes)
    distances = numpy.abs(numbers - diverging_midpoint)
    one_side = min((classes + 1) // 2, len(numpy.unique(distances)))
    offsets = _quantile_bounds(distances, one_side) if one_side > 1 else []
    middle = [diverging_midpoint] if classes % 2 == 0 else []
    return sorted(
        [diverging_midpoint - offset for offset in offsets]
        + middle
        + [diverging_midpoint + offset for offset in offsets]
    )


def change_breaks(changes: Iterable[float]) -> list[float]:
    """The upper bounds of five classes symmetric about 0, the last open: a fall, a rise, each large or not, or neither.

    A third of the changes other than 0 is smaller than the inner bound, a third larger than the outer one, before both
    are rounded to 1, 2 or 5 times a power of ten. Without a change other than 0 there is no bound.
    """
    sizes = numpy.abs([change for change in changes if change == change and change])
    if not len(sizes):
        return []
    inner, outer = (_round_number(size) for size in numpy.quantile(sizes, [1 / 3, 2 / 3]))
    if outer == inner:
        outer = _round_number(2.2 * inner)
    return [-outer, -inner, inner, outer]


def _round_number(size: float) -> float:
    """The nearest of 1, 2 and 5 times a power of ten, by ratio."""
    power = math.floor(math.log10(size))
    return min((float(f"{step}e{power}") for step in (1, 2, 5, 10)), key=lambda number: abs(math.log(number / size)))


def _quantile_bounds(values: numpy.ndarray, classes: int) -> list[float]:
    """Rounded bounds that leave no class empty; with many equal values, quantiles of the values that differ."""
    distinct = numpy.unique(values)
    bounds = _quantiles(values, classes)
    if not _fill(bounds, distinct, classes):
        bounds = distinct[:-1] if len(distinct) == classes else _quantiles(distinct, classes)
    for digits in SIGNIFICANT_DIGITS:
        rounded = [float(f"{bound:.{digits}g}") for bound in bounds]
        if _fill(rounded, distinct, classes):
            return rounded
    return [float(bound) for bound in bounds]


def _quantiles(values: numpy.ndarray, classes: int) -> numpy.ndarray:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # "not enough unique values" is what the caller looks for
        return numpy.asarray(mapclassify.Quantiles(values, classes).bins[:-1])


def _fill(bounds: ArrayLike, distinct: numpy.ndarray, classes: int) -> bool:
    """Whether every class has a value; one equal to a bound falls in the lower class."""
    return len(numpy.unique(numpy.searchsorted(bounds, distinct, side="left"))) == classes
