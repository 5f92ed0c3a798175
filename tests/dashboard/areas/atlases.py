"""Atlases of hand-made tables, which say no more than their test is about."""

from collections.abc import Mapping
from dataclasses import replace

import pandas

from dashboard.areas.area_tables import ROWS
from dashboard.areas.atlas import Atlas
from data.rows import Row
from geo.contract import PlacedArea
from tests.levels import LEVELS, OWN_LEVELS, of_kinds
from tests.records import record


def atlas(*rows: Row) -> Atlas:
    """The atlas of some rows of any of its tables, with the levels most datasets have."""
    given = [*OWN_LEVELS, *(replace(row, level_kind=row.level) if isinstance(row, PlacedArea) else row for row in rows)]
    return Atlas({kind.TABLE: kind.frame(row for row in given if type(row) is kind) for kind in ROWS})


def atlas_of(tables: Mapping[str, pandas.DataFrame]) -> Atlas:
    """The atlas of tables of which columns, or all, may be missing; the levels are those most datasets have."""
    tables = {**tables, "areas": of_kinds(tables["areas"]), "levels": LEVELS}
    return Atlas({kind.TABLE: completed(kind, tables.get(kind.TABLE, pandas.DataFrame())) for kind in ROWS})


def completed(kind: type[Row], table: pandas.DataFrame) -> pandas.DataFrame:
    """The table with the least that may stand in every column and cell that is missing."""
    least = kind.frame([record(kind)]).iloc[0].dropna()
    table = table.assign(**{column: None for column in kind.columns() if column not in table})
    filled = {
        column: table[column].astype(object).where(table[column].notna(), least[column]) for column in least.index
    }
    return table.assign(**filled).infer_objects()
