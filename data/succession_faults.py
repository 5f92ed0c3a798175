"""Faults of areas that others took the place of: shares of more than the whole, an area as its own, and rings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter

import pandas

from data.errors import Text
from data.faults import Fault

TOLERANCE = 0.001  # of shares that were rounded

AT_MOST_WHOLE = Text(
    "andele af ét område, der tilsammen er højst 1, her {total}",
    "shares of one area that are at most 1 together, here {total}",
)
NO_RING = Text(
    "en efterfølger, der ikke selv er gået forud for området: {ring}",
    "a successor that did not itself come before the area: {ring}",
)


def findings(tables: Mapping[str, pandas.DataFrame]) -> Iterator[Fault]:
    """The faulty fields of a column with what was expected.

    tables: those that could be read, by name, with the columns of `contracts.AreaSuccession`. An area that is not
    known is told of as every reference is.
    """
    if "area_successions" not in tables:
        return
    given = tables["area_successions"]
    for _, rows in given.groupby("area_id"):
        total = float(rows["share"].sum())
        if total > 1 + TOLERANCE:
            told = f"{total:.3g}"
            yield rows["share"], Text(AT_MOST_WHOLE.da.format(total=told), AT_MOST_WHOLE.en.format(total=told))
    ring = _ring(given)
    if ring:
        told = " → ".join(ring)
        in_ring = given["area_id"].isin(ring) & given["successor_id"].isin(ring)
        yield given.loc[in_ring, "successor_id"], Text(NO_RING.da.format(ring=told), NO_RING.en.format(ring=told))


def _ring(given: pandas.DataFrame) -> list[str]:
    """The areas of a ring of successors, the first of them again at the end; nothing where there is none."""
    successors = given.groupby("area_id")["successor_id"].agg(set).to_dict()
    try:
        TopologicalSorter(successors).prepare()
    except CycleError as error:
        return [str(area_id) for area_id in reversed(error.args[1])]
    return []
