"""The numbers of one area, and of the areas it is held against."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import pandas

from data import query
from data.contracts import Observation, Status


def numbers_of(observations: pandas.DataFrame, drawn: pandas.DataFrame, area_id: str) -> tuple[Observation, ...]:
    """An area's rows, one a number, of each indicator in the age group, breakdown and edition it is shown in.

    `observations`: the prepared table `Observation`; `drawn`: its rows that a map can draw.
    """
    rows = observations[observations["area_id"] == area_id]
    parts = [query.preferred(_fullest(_as_shown(part, drawn))) for _, part in rows.groupby("indicator_id", sort=False)]
    return Observation.of(pandas.concat(parts)) if parts else ()


def numbers_beside(
    observations: pandas.DataFrame, rows: Sequence[Observation], area_ids: Collection[str]
) -> tuple[Observation, ...]:
    """The numbers that some areas have of the same series as `rows`, an area's own, in the same years.

    `observations`: the prepared table `Observation`; `rows`: one at least.
    """
    first = rows[0]
    alike = observations[
        observations["area_id"].isin(list(area_ids))
        & observations["indicator_id"].eq(first.indicator_id)
        & observations["age_group"].eq(first.age_group)
        & observations["breakdown"].eq(first.breakdown)
        & observations["edition"].eq(first.edition)
        & observations["status"].eq(Status.SHOWN)
        & observations["period_start"].ge(min(row.period_start for row in rows))
        & observations["period_end"].le(max(row.period_end for row in rows))
    ]
    return Observation.of(query.preferred(alike))


def _as_shown(rows: pandas.DataFrame, drawn: pandas.DataFrame) -> pandas.DataFrame:
    """The rows of an indicator in the selection a map shows it in, else in the area's own main one."""
    indicator_id = str(rows["indicator_id"].iloc[0])
    for shown in (drawn, rows):
        age_group, breakdown = query.main_selection(shown, indicator_id)
        chosen = rows[(rows["age_group"] == age_group) & (rows["breakdown"] == breakdown)]
        if (chosen["status"] == Status.SHOWN).any():
            break
    return chosen if len(chosen) else rows.iloc[:1]


def _fullest(rows: pandas.DataFrame) -> pandas.DataFrame:
    """The rows of the edition with a number for most periods, of several the latest: one count of a year, made by rules
    of its own, never hides a series.
    """
    periods = rows.groupby("edition")["period_end"].nunique()
    return rows.loc[rows["edition"].eq(periods.index[periods == periods.max()].max())]
