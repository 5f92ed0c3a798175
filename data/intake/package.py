"""The source tables of a dataset as a Frictionless Data Package: `datapackage.json`, made from the contract.

https://specs.frictionlessdata.io/data-package/
"""

from __future__ import annotations

import json
from typing import Any

from pandera.pandas import Column

from data.contracts import REFERENCES, SOURCE_TABLES
from data.intake import fields

FILE = "datapackage.json"
TYPES = {"bool": "boolean", "int64": "integer", "Int64": "integer", "float64": "number"}
RULES = {"greater_than_or_equal_to": ("minimum", "min_value"), "less_than_or_equal_to": ("maximum", "max_value")}


def written(name: str, title: str) -> bytes:
    """The package of a dataset, whose tables lie beside it as CSV."""
    package = {
        "profile": "tabular-data-package",
        "name": name,
        "title": title,
        "resources": [_resource(table) for table in SOURCE_TABLES],
    }
    return (json.dumps(package, ensure_ascii=False, indent=1) + "\n").encode()


def _resource(table: str) -> dict[str, Any]:
    contract = SOURCE_TABLES[table].schema().columns
    keys = [
        {"fields": column, "reference": {"resource": target, "fields": target_column}}
        for (of, column), (target, target_column) in REFERENCES.items()
        if of == table
    ]
    described = {
        "fields": [_field(table, name, column) for name, column in contract.items()],
        "primaryKey": list(SOURCE_TABLES[table].KEY),
        "missingValues": [""],
    }
    return {
        "profile": "tabular-data-resource",
        "name": table,
        "path": f"{table}.csv",
        "encoding": "utf-8",
        "schema": described | ({"foreignKeys": keys} if keys else {}),
    }


def _field(table: str, name: str, column: Column) -> dict[str, Any]:
    rules: dict[str, Any] = {"required": True} if fields.kind(table, name).is_required else {}
    for check in column.checks:
        if check.name == "isin":
            rules["enum"] = [value for value in check.statistics["allowed_values"] if value != ""]
        elif check.name == "str_matches":
            rules["pattern"] = check.statistics["pattern"]
        elif check.name in RULES:
            rule, statistic = RULES[check.name]
            rules[rule] = check.statistics[statistic]
    kind = TYPES.get(str(column.dtype), "string")
    if kind == "boolean":
        return {"name": name, "type": kind, "trueValues": ["true"], "falseValues": ["false"], "constraints": rules}
    return {"name": name, "type": kind, "constraints": rules}
