"""Class breaks: the bounds between the colours of a map scale, decided once for an indicator.

| scale | classes |
|---|---|
| `quantiles` | of equally many values |
| `natural` | Fisher and Jenks: the least spread within classes |
| `head_tail` | Jiang 2013: above the mean, above the mean of those, …: for a few very high values |
| `equal` | of equal width |
| `pretty` | of about equal width with round bounds |

The arithmetic is mapclassify's.
"""

from __future__ import annotations

import itertools
import math
import warnings
from collections.abc import Callable, Iterable, Mapping

import mapclassify
import numpy
from numpy.typing import ArrayLike

from data import checked

SIGNIFICANT_DIGITS = range(2, 16)
MOST_COMPARED = 500  # values; Fisher and Jenks compare every one with every other


def class_breaks(
    values: Iterable[float], k: int = 5, diverging_midpoint: float | None = None, scale: str = "quantiles"
) -> list[float]:
    """The upper bounds of all classes but the last, which is open: n bounds make n + 1 classes.

    Give the values of ALL years and of all areas that are drawn, so that a colour means the same on every map.
    By one of `SCALES`, rounded to as few digits (two or more) as leave no class empty. With `diverging_midpoint` the
    bounds lie symmetrically about it, in as many classes as can all be filled; where all values lie on one side, those
    of the other are empty. There are never more classes than k or than distinct values; none or one value gives no
    bound. A value equal to a bound belongs to the lower class. Missing values are left out.
    ValueError on infinity and on k under 1, KeyError on an unknown scale.
    """
    if k < 1:
        raise ValueError(f"k is {k}; must be 1 or more")
    (numbers,) = checked.numbers(list(values))
    numbers = numbers[~numpy.isnan(numbers)]
    classes = min(k, len(numpy.unique(numbers)))
    if classes < 2:
        return []
    bounds_of = SCALES[scale]
    if diverging_midpoint is None:
        return _rounded(bounds_of(numbers, classes), numbers)
    sides = _distances(numbers, diverging_midpoint)
    symmetric = [
        _symmetric(distances, count, diverging_midpoint, bounds_of)
        for count, distances in itertools.product(range(classes, 1, -1), sides)
    ]
    return next((bounds for bounds in symmetric if bounds and _fill(bounds, numbers)), symmetric[0])


def change_breaks(changes: Iterable[float]) -> list[float]:
    """The upper bounds of five classes symmetric about 0, the last open: a fall, a rise, each large or not, or neither.

    A third of the changes other than 0 is smaller than the inner bound, a third larger than the outer one, before both
    are rounded to 1, 2 or 5 times a power of ten. Without a change other than 0 there is no bound.
    """
    (sizes,) = numpy.abs(checked.numbers(list(changes)))
    sizes = sizes[sizes > 0]
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


def _distances(numbers: numpy.ndarray, midpoint: float) -> list[numpy.ndarray]:
    """What the bounds' distances from the midpoint are chosen by: all values, else those that do not reach as far."""
    above, below = numbers[numbers >= midpoint] - midpoint, midpoint - numbers[numbers <= midpoint]
    return [numpy.abs(numbers - midpoint), min((above, below), key=lambda side: side.max(initial=0))]


def _symmetric(distances: numpy.ndarray, classes: int, midpoint: float, bounds_of: Bounds) -> list[float]:
    """Bounds as far below the midpoint as above it."""
    one_side = min((classes + 1) // 2, len(numpy.unique(distances)))
    offsets = _rounded(bounds_of(distances, one_side), distances) if one_side > 1 else []
    offsets = [
        offset or float(distances[distances > 0].min()) / 2 for offset in offsets
    ]  # the middle class has a width
    middle = [midpoint] if classes % 2 == 0 else []
    return sorted([midpoint - offset for offset in offsets] + middle + [midpoint + offset for offset in offsets])


def _rounded(bounds: numpy.ndarray, values: numpy.ndarray) -> list[float]:
    """The bounds that part values, with as few digits as leave no class empty."""
    needed = _parting(bounds, values)
    for digits in SIGNIFICANT_DIGITS:
        rounded = [float(f"{bound:.{digits}g}") for bound in needed]
        if _fill(rounded, values):
            return rounded
    return [float(bound) for bound in needed]


def _parting(bounds: numpy.ndarray, values: numpy.ndarray) -> numpy.ndarray:
    """Of the bounds with values on both sides, the highest of those that part them in the same way."""
    places = numpy.searchsorted(numpy.unique(values), bounds, side="right")
    _, last = numpy.unique(places[::-1], return_index=True)
    highest = bounds[::-1][last]
    kept: numpy.ndarray = highest[(highest >= values.min()) & (highest < values.max())]
    return kept


def _quantiles(values: numpy.ndarray, classes: int) -> numpy.ndarray:
    """With many equal values, quantiles of the values that differ, where those of all would leave a class empty."""
    distinct = numpy.unique(values)
    bounds = _quantile_bins(values, classes)
    if len(bounds) == classes - 1 and _fill(bounds, distinct):
        return bounds
    return distinct[:-1] if len(distinct) == classes else _quantile_bins(distinct, classes)


def _quantile_bins(values: numpy.ndarray, classes: int) -> numpy.ndarray:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # "not enough unique values" is what the caller looks for
        return numpy.asarray(mapclassify.Quantiles(values, classes).bins[:-1])


def _natural(values: numpy.ndarray, classes: int) -> numpy.ndarray:
    """Of many values, so many that are evenly spread in rank, the ends among them."""
    few = numpy.quantile(values, numpy.linspace(0, 1, min(len(values), MOST_COMPARED)), method="nearest")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of numba, which would make it quicker
        return numpy.asarray(mapclassify.FisherJenks(few, classes).bins[:-1])


def _head_tail(values: numpy.ndarray, classes: int) -> numpy.ndarray:
    return numpy.asarray(mapclassify.HeadTailBreaks(values).bins[: classes - 1])


def _equal(values: numpy.ndarray, classes: int) -> numpy.ndarray:
    return numpy.asarray(mapclassify.EqualInterval(values, classes).bins[:-1])


def _pretty(values: numpy.ndarray, classes: int) -> numpy.ndarray:
    return numpy.asarray(mapclassify.PrettyBreaks(values, classes).bins)


def _fill(bounds: ArrayLike, values: numpy.ndarray) -> bool:
    """Whether every class has a value; one equal to a bound falls in the lower class."""
    return len(numpy.unique(numpy.searchsorted(bounds, values, side="left"))) == numpy.size(bounds) + 1


Bounds = Callable[[numpy.ndarray, int], numpy.ndarray]
SCALES: Mapping[str, Bounds] = {
    "quantiles": _quantiles,
    "natural": _natural,
    "head_tail": _head_tail,
    "equal": _equal,
    "pretty": _pretty,
}
