"""The name of one number in a link, and the number that such a name means.

    unemployed_pct~kommune_0101~2019~all~all~~kilde
    indicator, area, period, age group, breakdown, edition, source

The first three are enough: of what is left the number that is shown first is meant (`query`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import pandas

from data import query
from data.contracts import Observation

BETWEEN = "~"


class Part(StrEnum):
    """The parts of a name, in their order."""

    INDICATOR = "indicator_id"
    AREA = "area_id"
    PERIOD = "period"
    AGE = "age_group"
    BREAKDOWN = "breakdown"
    EDITION = "edition"
    SOURCE = "source_id"


FEWEST = 3  # parts that a name must have


@dataclass(frozen=True)
class Found:
    """The number that a name means, and the others of the same thing: by other sources or in other editions."""

    row: Observation
    others: tuple[Observation, ...]


@dataclass(frozen=True)
class Unknown:
    """The first part of a name that no number has, as it stands there; empty where the name is too short."""

    part: Part
    value: str


def name(row: Observation) -> str:
    """The name of a number; empty for one that stands in no table, such as one that no source gives."""
    if not row.source_id:
        return ""
    period = query.period_name(row.period_start, row.period_end)
    return BETWEEN.join(
        (row.indicator_id, row.area_id, period, row.age_group, row.breakdown, row.edition, row.source_id)
    )


def find(observations: pandas.DataFrame, text: str) -> Found | Unknown:
    """The number of a name in the prepared table `Observation`."""
    given = dict(zip(Part, text.split(BETWEEN), strict=False))
    rows = observations
    for part in Part:
        value = given.get(part)
        if value is None and len(given) >= FEWEST:
            continue
        kept = rows[_column(rows, part) == value] if value else rows[_column(rows, part) == ""]
        if kept.empty:
            return Unknown(part, value or "")
        rows = kept
    first = query.series(
        rows, given[Part.INDICATOR], [given[Part.AREA]], *query.main_selection(rows, given[Part.INDICATOR])
    )
    (row,) = Observation.of(query.preferred(first).iloc[:1])
    same = observations[
        (observations["indicator_id"] == row.indicator_id)
        & (observations["area_id"] == row.area_id)
        & (observations["period_start"] == row.period_start)
        & (observations["period_end"] == row.period_end)
        & (observations["age_group"] == row.age_group)
        & (observations["breakdown"] == row.breakdown)
    ]
    return Found(row, tuple(other for other in Observation.of(same) if other != row))


def _column(rows: pandas.DataFrame, part: Part) -> pandas.Series:
    if part is not Part.PERIOD:
        return rows[str(part)]
    spans = zip(rows["period_start"], rows["period_end"], strict=True)
    return pandas.Series([query.period_name(int(start), int(end)) for start, end in spans], rows.index, dtype="str")
