"""The dictionary of the prepared tables: every column with its type and allowed values from the contract, and what it
means from `dictionary.csv`, which has a row for each table and each name of a column, in both languages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas

from data.contracts import PREPARED_TABLES
from data.errors import Text
from data.rows import Field, Row

FILE = Path(__file__).with_name("dictionary.csv")
NUMBERS = {int: "whole", float: "decimal", bool: "truth"}


@dataclass(frozen=True)
class Entry:
    """A column of a table. `kind`: text, texts (one a language), whole, decimal or truth; `allowed`: its values, or the
    pattern or bounds they keep; `is_optional`: whether it may be empty of a number.
    """

    table: str
    about: Text
    columns: str
    kind: str
    allowed: str
    is_optional: bool
    is_key: bool
    meaning: Text


@cache
def meanings() -> dict[tuple[str, str], Text]:
    """What a table, or a column of any table (its table empty), means: by table and column."""
    rows = pandas.read_csv(FILE, dtype=str, keep_default_na=False)
    return {(table, column): Text(da, en) for table, column, da, en in rows.to_numpy().tolist()}


def meaning(table: str, column: str) -> Text:
    """What a column of a table means, by its name in a file or in its class. Raises KeyError where it has none."""
    name = column.removesuffix("_da").removesuffix("_en")
    return meanings().get((table, name)) or meanings()["", name]


def entries() -> Iterator[Entry]:
    """Every column of every prepared table, in the order of the contract. Raises KeyError for one without meaning."""
    for table, row in PREPARED_TABLES.items():
        for field in row._fields:
            yield Entry(
                table,
                meanings()[table, ""],
                ", ".join(field.columns),
                _kind(field),
                ", ".join(_allowed(field)),
                field.is_optional,
                _is_key(field, row),
                meaning(table, field.name),
            )


def _kind(field: Field) -> str:
    return "texts" if field.kind is Text else NUMBERS.get(field.kind, "text")


def _is_key(field: Field, row: type[Row]) -> bool:
    return any(column in row.KEY for column in field.columns)


def _allowed(field: Field) -> Iterator[str]:
    for check in field.column().checks:
        rule = check.statistics or {}
        if "allowed_values" in rule:
            yield " | ".join(str(value) or "–" for value in rule["allowed_values"])
        if "pattern" in rule:
            yield str(rule["pattern"])
        if "min_value" in rule:
            number = rule["min_value"]
            yield f"≥ {number}" if isinstance(number, int | float) else ""
        if "max_value" in rule:
            yield f"≤ {rule['max_value']}"
