"""Atlases of hand-made tables, which say no more than their test is about."""

from collections.abc import Mapping

import pandas

from dashboard.areas.atlas import ROWS, Atlas
from data.rows import Row
from tests.records import record


def atlas(*rows: Row) -> Atlas:
    """The atlas of some rows of any of its tables."""
    return Atlas({kind.TABLE: kind.frame(row for row in rows if type(row) is kind) for kind in ROWS})


def atlas_of(tables: Mapping[str, pandas.DataFrame]) -> Atlas:
    """The atlas of tables of which columns, or all, may be missing."""
    return Atlas({kind.TABLE: completed(kind, tables.get(kind.TABLE, pandas.DataFrame())) for kind in ROWS})


def completed(kind: type[Row], table: pandas.DataFrame) -> pandas.DataFrame:
    """The table with the least that may stand in every column and cell that is missing."""
    least = kind.frame([record(kind)]).iloc[0].dropna()
    table = table.assign(**{column: None for column in kind.columns() if column not in table})
    filled = {
        column: table[column].astype(object).where(table[column].notna(), least[column]) for column in least.index
    }
    return table.assign(**filled).infer_objects()
