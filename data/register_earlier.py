"""What earlier versions that can still be read tell beside a new one.

A number hidden today may have been shown yesterday, periods of three years move when a year is added, a group may have
had other members. What an earlier version printed of the same cells is a published table like the others, and the audit
takes it in. A number that has since been revised is about other cells, and is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import pandas

from data.contracts import Observation, Status
from data.register_cells import AREA, SERIES_NAME, WHOLE, YEAR, Keyed, Places, Table, link

VERSION = "version"
SAME = ["indicator_id", "age_group", "breakdown", "edition"]
NUMBER = ["area_id", "period_start", "period_end"]


class Earlier(NamedTuple):
    """An earlier version: its name, its observations (`contracts.Observation`), and the members of its groups."""

    name: str
    observations: pandas.DataFrame
    members: dict[str, list[str]]


class Told(NamedTuple):
    """A family with what earlier versions tell of it: its table, and a row a value as from `disclosure.protect`."""

    table: Table
    values: pandas.DataFrame


def with_earlier(
    family: Sequence[Keyed],
    published: Sequence[pandas.DataFrame],
    earlier: Sequence[Earlier],
    places: Places,
    minimum: int,
) -> Told | None:
    """The family with a table more for each that an earlier version printed otherwise; None where there is none.

    published: of each series its rows as they are to be published, `contracts.GivenObservation`.
    """
    every: list[Keyed] = []
    values: list[tuple[int, str, str, dict[str, bool]]] = []
    for keyed, rows in zip(family, published, strict=True):
        added = keyed
        for version in earlier:
            for key, cells, hidden in _tables(keyed, rows, version, places, minimum):
                added = added._replace(
                    cells=added.cells.assign(**{VERSION: version.name}).assign(**{key: lambda _, cells=cells: cells}),
                    groupings=[*added.groupings, (key, VERSION)],
                )
                values.append((len(every), key, version.name, hidden))
        every.append(added)
    if not values:
        return None
    table = link(every)
    frames: list[pandas.DataFrame] = []
    for number, key, version_name, hidden in values:
        columns = table.columns[number][key, VERSION]
        series = family[number].series.name
        named: dict[str, Any] = {columns[0]: list(hidden), VERSION: version_name, SERIES_NAME: series}
        frame = pandas.DataFrame({column: named[column] for column in columns})
        frames.append(frame.assign(grouping=", ".join(columns), hidden=list(hidden.values())))
    return Told(table, pandas.concat(frames, ignore_index=True))


def _tables(
    keyed: Keyed, rows: pandas.DataFrame, version: Earlier, places: Places, minimum: int
) -> list[tuple[str, pandas.Series, dict[str, bool]]]:
    """The tables of a version that say something else than the new one: a name, the key of every cell, and what of
    these is hidden.
    """
    same_series = (version.observations[SAME] == keyed.series.rows.iloc[0][SAME]).all(axis=1)
    printed = version.observations[same_series]
    printed = printed[printed["status"].isin([Status.SHOWN, Status.HIDDEN])]
    same = [*NUMBER, "status", "count"]
    new = pandas.MultiIndex.from_frame(rows[same].astype("str"))
    printed = printed[~pandas.MultiIndex.from_frame(printed[same].astype("str")).isin(new)]
    cells = keyed.cells
    found: dict[str, tuple[pandas.Series, dict[str, bool]]] = {}
    for row in Observation.of(printed.astype({"population": "float64"})):
        members = version.members.get(row.area_id)
        kind = WHOLE if places.part(row.area_id) == WHOLE else row.area_id if members else AREA
        of_value = cells[YEAR].between(row.period_start, row.period_end) & (
            cells[WHOLE] == row.area_id
            if kind == WHOLE
            else (cells["part"] == AREA) & cells["area_id"].isin(members or [row.area_id])
        )
        count, people = cells.loc[of_value, ["count", "population"]].sum()
        is_hidden = row.status is Status.HIDDEN
        others = people - count if keyed.series.counts_persons else minimum
        if min(count, others) not in range(1, minimum) if is_hidden else count != row.count:
            continue
        table = f"version {version.name} {kind}"
        keys, hidden = found.setdefault(table, (pandas.Series(None, cells.index, dtype="str"), {}))
        name = f"{row.area_id} {row.period_start}-{row.period_end}"
        keys[of_value] = name
        hidden[name] = is_hidden
    return [(table, keys, hidden) for table, (keys, hidden) in found.items()]
