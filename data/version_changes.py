"""What changed from one version of a dataset to another: rows that came, went or say something else, table by table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas

from data import versions
from data.contracts import PREPARED_TABLES
from data.rows import Row
from data.versions import Version


@dataclass(frozen=True)
class Change:
    """A table that differs: how many rows came, went and say something else; a row is known by its key."""

    table: str
    added: int
    removed: int
    changed: int


def changes(before: Version, after: Version) -> list[Change]:
    """The tables that differ between two versions of a dataset.."""
    found = (change(name, row, before, after) for name, row in PREPARED_TABLES.items() if differs(name, before, after))
    return [each for each in found if each.added or each.removed or each.changed]


def differs(table: str, before: Version, after: Version) -> bool:
    name = f"{table}.parquet"
    old, new = before.files.get(name), after.files.get(name)
    return (old and old.sha256) != (new and new.sha256)


def change(table: str, row: type[Row], before: Version, after: Version) -> Change:
    old, new = (_rows(version, table) for version in (before, after))
    key = [name for name in row.KEY if name in old and name in new]
    if old.empty or new.empty or not key:
        return Change(table, len(new), len(old), 0)
    together = list(dict.fromkeys(name for name in new if name in old))
    old_rows, new_rows = (_texts(frame[together]).drop_duplicates(key).set_index(key) for frame in (old, new))
    both = new_rows.index.intersection(old_rows.index)
    is_same = (new_rows.loc[both] == old_rows.loc[both]).all(axis="columns")
    return Change(table, len(new_rows) - len(both), len(old_rows) - len(both), int((~is_same).sum()))


def _texts(rows: pandas.DataFrame) -> pandas.DataFrame:
    """Any table as texts; of a decimal only what a reader could see, for sums end otherwise on another computer."""
    decimals = rows.select_dtypes("float").columns
    return rows.assign(**{name: rows[name].map("{:.9g}".format) for name in decimals}).astype(str).fillna("")


def _rows(version: Version, table: str) -> pandas.DataFrame:
    """A table of a version, any columns; without rows where the version had no such table."""
    if f"{table}.parquet" not in version.files:
        return pandas.DataFrame()
    return versions.read_table(version, table).drop(columns="geometry", errors="ignore")


def before(shown: Version, readable: Iterable[Version]) -> list[Version]:
    """The versions with a lower number, in the order of the readable ones: the newest first."""
    return [version for version in readable if version.number < shown.number]
