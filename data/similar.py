"""Which areas are alike: in size, and in who lives there. Neither crime nor safety takes part.

An area is described by the newest shown number of every indicator with a `likeness` (`indicators.csv`), in the age
group and breakdown that a map shows first. The numbers can be of different years, from one indicator to the next and
from one area to another, and of different editions: likeness helps to find areas to look at and is not a finding.

Within a level (region, municipality, district, housing area) every indicator is divided by its standard deviation over
the areas that have it, a size after taking its logarithm, so that twice as large is as far off as half as large. The
distance of two areas is the root of the mean squared difference over the indicators that BOTH have. They are compared
only where that is at least two indicators, one of them of composition: size alone makes nobody alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy
import pandas

from data import query
from data.contracts import Likeness

SIZE, COMPOSITION = "size", "composition"
FEWEST_SHARED = 2
PLACES = 5
DECIMALS = 6  # of a distance, so that ties are ties on every machine


def similar(tables: Mapping[str, pandas.DataFrame], observations: pandas.DataFrame) -> pandas.DataFrame:
    """The five areas most like each area, as `contracts.Likeness`; of equal distances the first `area_id`.

    `observations` are the prepared ones: a hidden number has no value in them. An area that shares too little with all
    others has no row.
    """
    areas = query.once(tables["areas"])
    drawn = query.drawn(observations, areas)
    catalogue = tables["indicators"]
    likeness = {name: kind for name, kind in zip(catalogue["indicator_id"], catalogue["likeness"], strict=True) if kind}
    described = pandas.DataFrame({name: newest(drawn, name) for name in likeness}).sort_index()
    level = described.index.to_series().map(areas.set_index("area_id")["level"])
    parts = [pandas.DataFrame(columns=Likeness.columns())]
    parts += [
        pandas.DataFrame(_nearest(group, likeness), columns=parts[0].columns) for _, group in described.groupby(level)
    ]
    return pandas.concat(parts, ignore_index=True)


def newest(drawn: pandas.DataFrame, indicator_id: str) -> pandas.Series:
    """The newest value of an indicator by `area_id`, in its unit. drawn: `contracts.Observation` of drawn levels."""
    rows = query.main_rows(drawn, indicator_id).dropna(subset="value").sort_values(query.IN_TIME, kind="stable")
    return rows.drop_duplicates("area_id", keep="last").set_index("area_id")["value"]


def distances(described: pandas.DataFrame, likeness: Mapping[str, str]) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Distance (NaN where two areas are not compared) and number of shared indicators for every pair of areas.

    described: one row an area of one level, indexed by `area_id`; any columns, each an indicator. likeness: `size` or
    `composition` by indicator. An indicator that is the same in all areas tells nothing and is left out, as is a size
    of 0.
    """
    pairs = (len(described), len(described))
    squares, shared, of_composition = numpy.zeros(pairs), numpy.zeros(pairs, int), numpy.zeros(pairs, bool)
    for name in described.columns:
        values, kind = described[name], likeness[name]
        if kind == SIZE:
            values = numpy.log(values.where(values > 0))
        if not values.std(ddof=0) > 0:
            continue
        apart = numpy.subtract.outer(values.to_numpy(), values.to_numpy()) / values.std(ddof=0)
        both = ~numpy.isnan(apart)
        squares += numpy.where(both, apart, 0) ** 2
        shared += both
        of_composition |= both & (kind == COMPOSITION)
    compared = (shared >= FEWEST_SHARED) & of_composition
    distance = numpy.sqrt(numpy.divide(squares, shared, where=compared, out=numpy.full(pairs, numpy.nan)))
    return distance.round(DECIMALS), shared


def _nearest(described: pandas.DataFrame, likeness: Mapping[str, str]) -> Iterator[tuple[str, str, int, float, int]]:
    """The rows of `contracts.Likeness` for one level, its areas in order of their ids."""
    distance, shared = distances(described, likeness)
    numpy.fill_diagonal(distance, numpy.nan)
    for at, area_id in enumerate(described.index):
        nearest = numpy.argsort(distance[at], kind="stable")[:PLACES]
        for place, other in enumerate(nearest[~numpy.isnan(distance[at, nearest])], start=1):
            yield area_id, described.index[other], place, distance[at, other], shared[at, other]
