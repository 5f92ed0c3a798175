"""A funnel of one period: which single areas lie further from their common rate than chance alone would take them."""

from __future__ import annotations

from typing import NamedTuple

import numpy
import pandas

from data import measures
from data.contracts import Status

LEVELS = {0.95: "95", 0.998: "99_8"}
POINTS = 60  # of each limit, close enough for a smooth curve


class Funnel(NamedTuple):
    """`areas`: the rows that are drawn, with `position`. `limits`: level, population, low, high, as curves.

    `pooled`: the rate of all drawn areas together. `left_out`: the rows without a number, hidden or not collected.
    """

    areas: pandas.DataFrame
    limits: pandas.DataFrame
    pooled: float
    left_out: pandas.DataFrame


def funnel(rows: pandas.DataFrame, per: float) -> Funnel:
    """The funnel of observations of one indicator in one period, one row an area.

    Position: above_95, above_99_8, below_95, below_99_8 (the outermost limit that is passed) or within. Hidden areas
    are left out of the pooled rate too. No areas and no limits where nobody has a number.
    """
    known = rows["status"].eq(Status.SHOWN) & rows[["value", "count", "population"]].notna().all(axis=1)
    areas, left_out = rows[known], rows[~known]
    if areas.empty:
        return Funnel(areas.assign(position=""), pandas.DataFrame(), float("nan"), left_out)
    population = areas["population"]
    pooled = per * areas["count"].sum() / population.sum()
    reach = numpy.linspace(0.8 * population.min(), 1.05 * population.max(), POINTS)
    return Funnel(areas.assign(position=positions(areas, pooled, per)), limits(reach, pooled, per), pooled, left_out)


def limits(population: numpy.ndarray | pandas.Series, pooled: float, per: float) -> pandas.DataFrame:
    return measures.funnel_limits(population, pooled, per, tuple(LEVELS))


def positions(areas: pandas.DataFrame, pooled: float, per: float) -> pandas.Series:
    """The outermost limit every area has passed, and on which side."""
    position = pandas.Series("within", index=areas.index)
    drawn = limits(areas["population"], pooled, per)
    for level, name in LEVELS.items():
        limit = drawn[drawn["level"] == level].set_axis(areas.index)
        position = position.mask(areas["value"] > limit["high"], f"above_{name}")
        position = position.mask(areas["value"] < limit["low"], f"below_{name}")
    return position
