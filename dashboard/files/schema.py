"""The data contract as others read it, from the row classes: Table Schema (Frictionless), CSV on the Web and JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import pandas

from dashboard.i18n.languages import Language
from data.contracts import PREPARED_TABLES, REFERENCES
from data.rows import Field, Row
from geo.contract import PlacedArea

KINDS = {bool: "boolean", int: "integer", float: "number"}
_COLUMNS: dict[type[Row], tuple[ColumnRule, ...]] = {}
TABLES: dict[str, type[Row]] = {**PREPARED_TABLES, PlacedArea.TABLE: PlacedArea}  # as `store.table` gives them


@dataclass(frozen=True)
class ColumnRule:
    """What a column of a table may hold. `kind` is a type of JSON Schema, and of Table Schema; what is not required may
    be empty.
    """

    name: str
    kind: str
    required: bool
    allowed: tuple[Any, ...] = ()
    pattern: str = ""
    least: float | None = None
    most: float | None = None


def columns(row: type[Row]) -> tuple[ColumnRule, ...]:
    """What each column of a table may hold, worked out once."""
    if row not in _COLUMNS:
        _COLUMNS[row] = tuple(rule for field in row.fields() for rule in _rules(field))
    return _COLUMNS[row]


def _rules(field: Field) -> Iterator[ColumnRule]:
    kind = next((name for python, name in KINDS.items() if issubclass(field.kind, python)), "string")
    stated = {str(check.name): check.statistics or {} for check in field.checks}
    allowed = tuple(field.kind) if issubclass(field.kind, StrEnum) else stated.get("isin", {}).get("allowed_values", ())
    for name in field.columns:
        yield ColumnRule(
            name,
            kind,
            required=is_filled(field),
            allowed=tuple(str(value) if kind == "string" else value for value in allowed if value != ""),
            pattern=_pattern(stated),
            least=stated.get("greater_than_or_equal_to", {}).get("min_value"),
            most=stated.get("less_than_or_equal_to", {}).get("max_value"),
        )


def _pattern(stated: Mapping[str, Mapping[str, Any]]) -> str:
    pattern = stated.get("str_matches", {}).get("pattern", "")
    return str(getattr(pattern, "pattern", pattern))


def is_filled(field: Field) -> bool:
    """Whether the contract refuses an empty cell."""
    if field.is_optional or field.dtype is not str:
        return not field.is_optional
    empty = pandas.Series([""])
    is_listed = not issubclass(field.kind, StrEnum) or "" in tuple(field.kind)
    return not (is_listed and all(check(empty).check_passed for check in field.checks))


def key(row: type[Row]) -> list[str]:
    """The columns that tell rows apart, where none of them may be empty: other programs allow no key with gaps."""
    filled = {rule.name for rule in columns(row) if rule.required}
    return list(row.KEY) if filled.issuperset(row.KEY) else []


# Frictionless


def table_schema(row: type[Row], language: Language, facts: Mapping[str, str]) -> dict[str, Any]:
    """`facts` are the columns at the end, with what holds for every row."""
    fields = [_table_field(rule, language) for rule in columns(row)]
    fields += [{"name": heading, "type": "string"} for heading in facts]
    keys = {"primaryKey": key(row)} if key(row) else {}
    return {"fields": fields, "missingValues": [""], **keys, "foreignKeys": _references(row.TABLE)}


def _table_field(rule: ColumnRule, language: Language) -> dict[str, Any]:
    limits = {
        "required": rule.required or None,
        "enum": list(rule.allowed) or None,
        "pattern": rule.pattern or None,
        "minimum": rule.least,
        "maximum": rule.most,
    }
    forms: dict[str, dict[str, Any]] = {
        "number": {"decimalChar": language.decimal_mark},
        "boolean": {"trueValues": ["True"], "falseValues": ["False"]},
    }
    written = forms.get(rule.kind, {})
    constraints = {name: value for name, value in limits.items() if value is not None}
    return {"name": rule.name, "type": rule.kind, **written, "constraints": constraints}


def _references(table: str) -> list[dict[str, Any]]:
    return [
        {"fields": [field], "reference": {"resource": target, "fields": [key]}}
        for (name, field), (target, key) in REFERENCES.items()
        if name == table
    ]


# CSV on the Web


def csvw_table(row: type[Row], language: Language, facts: Mapping[str, str]) -> dict[str, Any]:
    told = [_csvw_column(rule, language) for rule in columns(row)]
    told += [{"name": f"fact_{place}", "titles": heading} for place, heading in enumerate(facts, start=1)]
    keys = {"primaryKey": key(row)} if key(row) else {}
    return {"url": f"{row.TABLE}.csv", "tableSchema": {"columns": told, **keys}}


def _csvw_column(rule: ColumnRule, language: Language) -> dict[str, Any]:
    kinds: dict[str, Any] = {
        "string": "string",
        "integer": "integer",
        "number": {"base": "decimal", "format": {"decimalChar": language.decimal_mark}},
        "boolean": {"base": "boolean", "format": "True|False"},
    }
    limits = {name: value for name, value in (("minimum", rule.least), ("maximum", rule.most)) if value is not None}
    kind = kinds[rule.kind]
    datatype: Any = {**(kind if isinstance(kind, dict) else {"base": kind}), **limits} if limits else kind
    return {"name": rule.name, "titles": rule.name, "datatype": datatype, "required": rule.required, "null": ""}


# JSON


def json_schema(row: type[Row]) -> dict[str, Any]:
    """A row as an object of JSON."""
    found = columns(row)
    return {
        "type": "object",
        "properties": {rule.name: _json_value(rule) for rule in found},
        "required": [rule.name for rule in found],
        "additionalProperties": False,
    }


def _json_value(rule: ColumnRule) -> dict[str, Any]:
    """A text that is not there is empty, any other value null."""
    is_open = not rule.required and rule.kind != "string"
    allowed = [*rule.allowed, *([] if rule.required else [""])] if rule.allowed and rule.kind == "string" else None
    given: dict[str, Any] = {"enum": allowed, "minimum": rule.least, "maximum": rule.most}
    limits = {name: value for name, value in given.items() if value is not None}
    return {"type": [rule.kind, "null"] if is_open else rule.kind, **limits}
