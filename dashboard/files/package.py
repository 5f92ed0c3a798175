"""A whole version as others read it: a Data Package (Frictionless) and a group of tables (CSV on the Web), from the
contract, and the observations of every indicator as JSON-stat.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from dashboard import store
from dashboard.files import jsonstat, schema
from dashboard.files.jsonstat import Names
from dashboard.i18n.words import Words
from data.contracts import Indicator, Observation, Source
from data.versions import Version
from geo.contract import PlacedArea

PACKAGE, GROUP, CUBES = "datapackage.json", "csv-metadata.json", "jsonstat"


def files(version: Version, words: Words, facts: Mapping[str, str]) -> dict[str, bytes]:
    """What describes the tables of a version, each `<table>.csv` in the language's own form, by the name of the file.
    `facts`: heading and text of the columns at the end of every table.
    """
    described = {PACKAGE: package(version, words, facts), GROUP: group(version, words, facts)}
    described |= {f"{CUBES}/{name}.json": made for name, made in cubes(version, words).items()}
    return {name: json.dumps(content, ensure_ascii=False, indent=1).encode() for name, content in described.items()}


def package(version: Version, words: Words, facts: Mapping[str, str]) -> dict[str, Any]:
    """The descriptor of a Data Package, as its specification of version 1 and 2 both read it."""
    sources = [_source(source) for source in store.rows(version, Source)]
    return {
        "profile": "tabular-data-package",
        "name": f"omraadebarometer-{version.dataset}".replace("_", "-"),
        "title": words("Områdebarometer: alle tabeller i denne version af data"),
        "description": "\n".join(f"{heading}: {text}" for heading, text in facts.items()),
        "version": version.name,
        "created": version.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "sources": sources,
        "resources": [_resource(name, words, facts) for name in schema.TABLES],
    }


def _source(source: Source) -> dict[str, str]:
    """Its title, and its address where that is one of the web."""
    is_of_web = source.url.startswith(("http://", "https://"))
    return {"title": source.named, **({"path": source.url} if is_of_web else {})}


def _resource(name: str, words: Words, facts: Mapping[str, str]) -> dict[str, Any]:
    language = words.of_language
    return {
        "profile": "tabular-data-resource",
        "name": name,
        "path": f"{name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": language.separator, "lineTerminator": "\r\n", "header": True},
        "schema": schema.table_schema(schema.TABLES[name], language, facts),
    }


def group(version: Version, words: Words, facts: Mapping[str, str]) -> dict[str, Any]:
    """The tables as CSV on the Web describes them."""
    language = words.of_language
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": words.language}],
        "dc:title": words("Områdebarometer: alle tabeller i denne version af data"),
        "dc:identifier": f"{version.dataset}/{version.name}",
        "dialect": {"delimiter": language.separator, "encoding": "utf-8", "header": True},
        "tables": [schema.csvw_table(row, language, facts) for row in schema.TABLES.values()],
    }


def names_of(version: Version, words: Words) -> Names:
    """What the codes of a version's observations are called."""
    return Names(
        version,
        words,
        {row.area_id: row.name for row in store.rows(version, PlacedArea)},
        {row.indicator_id: row for row in store.rows(version, Indicator)},
        {row.source_id: row for row in store.rows(version, Source)},
        store.mark(version, words),
    )


def cubes(version: Version, words: Words) -> dict[str, dict[str, Any]]:
    """A dataset of JSON-stat for every indicator that has observations."""
    names, by_indicator = names_of(version, words), defaultdict[str, list[Observation]](list)
    for row in store.rows(version, Observation):
        by_indicator[row.indicator_id].append(row)
    return {name: jsonstat.dataset(jsonstat.cube(rows), names) for name, rows in sorted(by_indicator.items())}
