"""The API as OpenAPI 3.1 describes it, made from the data contract: every table, its columns and what may be asked."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from dashboard.files import schema
from dashboard.files.schema import ColumnRule
from dashboard.i18n.words import LANGUAGES, Words
from dashboard.web import answers
from dashboard.web.api import asked, written
from dashboard.web.api.asked import CSV, JSON, JSON_STAT, MEDIA_TYPES
from dashboard.web.api.problems import TITLES
from data.contracts import Observation
from data.rows import Row

BASE = "/api/v1/datasets"
ONE = f"{BASE}/{{dataset}}/versions/{{version}}"
TEXT = {"type": "string"}


@lru_cache(maxsize=len(LANGUAGES))
def openapi(language: str) -> dict[str, Any]:
    """The whole description, in the reader's language; nobody may change it."""
    words = Words(language)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Områdebarometer",
            "version": "1",
            "summary": words("Områdebarometerets tal til andre programmer. Der kan kun læses."),
            "description": words(
                "Tallene er de samme, som siderne viser: det, der er skjult på siderne, findes heller ikke her. Et "
                "tal, der mangler, er tomt, og feltet status siger hvorfor. Flere værdier af samme felt betyder en af "
                "dem; flere felter betyder dem alle."
            ),
            "license": {"name": "MPL-2.0", "identifier": "MPL-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": paths(words),
        "components": {"schemas": schemas(), "parameters": parameters(words), "responses": refusals(words)},
    }


def paths(words: Words) -> dict[str, Any]:
    fixed = {
        "/api/v1": operation("index", words("Hvor det hele findes"), ["sprog"], json_answer({"type": "object"})),
        BASE: operation(
            "datasets", words("Datasættene"), ["sprog"], json_answer(listed("datasets", ("dataset", "name", "version")))
        ),
        f"{BASE}/{{dataset}}/versions": operation(
            "versions",
            words("Et datasæts versioner, den nyeste først"),
            ["dataset", "sprog"],
            json_answer(listed("versions", ("version", "made", "tables"))),
        ),
        ONE: operation(
            "tables",
            words("En versions tabeller"),
            ["dataset", "version", "sprog"],
            json_answer(listed("tables", ("table", "address"))),
        ),
    }
    found = {f"{ONE}/tables/{name}": of_table(name, row, words) for name, row in schema.TABLES.items()}
    return {**fixed, f"{ONE}/observations": of_observations(words), **found}


def operation(
    name: str, summary: str, shared: list[str], content: dict[str, Any], of_rows: list[dict[str, Any]] | None = None
) -> dict[str, Any]:
    """A path that can be read. `shared` are parameters of all paths, `of_rows` those of one that gives rows."""
    parameters = [{"$ref": f"#/components/parameters/{each}"} for each in shared]
    statuses = [400, 401, 403, 404, 503, *([406] if of_rows is not None else [])]
    refused = {str(status): {"$ref": f"#/components/responses/{status}"} for status in statuses}
    headers = {"ETag": {"schema": TEXT}, "Link": {"schema": TEXT}, "X-Total-Count": {"schema": TEXT}}
    good = {"description": summary, "content": content, **({"headers": headers} if of_rows is not None else {})}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            "parameters": [*parameters, *(of_rows or [])],
            "responses": {"200": good, **refused},
        }
    }


def json_answer(content: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": content}}


def listed(name: str, required: tuple[str, ...]) -> dict[str, Any]:
    """An object with a list of objects, which have some texts at least."""
    item = {"type": "object", "properties": dict.fromkeys(required, TEXT), "required": list(required)}
    return {"type": "object", "properties": {name: {"type": "array", "items": item}}, "required": [name]}


def of_table(name: str, row: type[Row], words: Words) -> dict[str, Any]:
    filters = [filter_of(rule) for rule in schema.columns(row)]
    summary = words("Tabellen {name}", name=name)
    return operation(f"table_{name}", summary, of_page(), rows_answer(name), [*filters, format_of((JSON, CSV))])


def of_observations(words: Words) -> dict[str, Any]:
    filters = [filter_of(rule) for rule in schema.columns(Observation)]
    years = [
        {"name": name, "in": "query", "schema": {"type": "integer", "minimum": 0, "maximum": 9999}}
        for name in asked.OF_YEARS
    ]
    content = rows_answer(Observation.TABLE) | {MEDIA_TYPES[JSON_STAT]: {"schema": {"type": "object"}}}
    forms = (JSON, CSV, JSON_STAT)
    summary = words("Tallene, også mellem to år og som JSON-stat 2.0")
    return operation("observations", summary, of_page(), content, [*filters, *years, format_of(forms)])


def of_page() -> list[str]:
    return ["dataset", "version", "limit", "offset", "sprog"]


def rows_answer(name: str) -> dict[str, Any]:
    page = {
        "type": "object",
        "properties": {
            **dict.fromkeys(("dataset", "version", "table", "mark"), TEXT),
            **{each: {"type": "integer"} for each in ("total", "offset", "limit")},
            "next": {"type": ["string", "null"]},
            "rows": {"type": "array", "items": {"$ref": f"#/components/schemas/{name}"}},
        },
        "required": ["dataset", "version", "table", "total", "offset", "limit", "next", "rows"],
    }
    return {**json_answer(page), "text/csv": {"schema": TEXT}}


def filter_of(rule: ColumnRule) -> dict[str, Any]:
    kind = {"string": TEXT, "boolean": {"type": "boolean"}}.get(rule.kind, {"type": rule.kind})
    limits = {"minimum": -(10**9), "maximum": 10**9} if rule.kind in ("integer", "number") else {}
    return {
        "name": rule.name,
        "in": "query",
        "style": "form",
        "explode": True,
        "schema": {"type": "array", "items": {**kind, **limits}},
    }


def format_of(forms: tuple[str, ...]) -> dict[str, Any]:
    return {"name": "format", "in": "query", "schema": {"type": "string", "enum": list(forms)}}


def schemas() -> dict[str, Any]:
    problem = {
        "type": "object",
        "properties": {**dict.fromkeys(("type", "title", "detail"), TEXT), "status": {"type": "integer"}},
        "required": ["type", "title", "status", "detail"],
    }
    return {"problem": problem, **{name: schema.json_schema(row) for name, row in schema.TABLES.items()}}


def parameters(words: Words) -> dict[str, Any]:
    def of(place: str, name: str, told: str, kind: dict[str, Any], **more: Any) -> dict[str, Any]:
        return {"name": name, "in": place, "description": told, "schema": kind, "required": place == "path", **more}

    whole = {"type": "integer", "minimum": 0, "maximum": asked.LARGEST_OFFSET}
    return {
        "dataset": of("path", "dataset", words("Datasættets kode"), TEXT, example="published"),
        "version": of(
            "path",
            "version",
            words("Versionens navn, eller current for den, der vises nu"),
            TEXT,
            example=written.CURRENT,
        ),
        "limit": of(
            "query",
            "limit",
            words("Så mange rækker gives højst"),
            {"type": "integer", "minimum": 1, "maximum": asked.MOST, "default": asked.USUAL},
        ),
        "offset": of("query", "offset", words("Så mange rækker springes over"), {**whole, "default": 0}),
        "sprog": of(
            "query", "sprog", words("Sproget i sætninger og navne"), {"type": "string", "enum": list(LANGUAGES)}
        ),
    }


def refusals(words: Words) -> dict[str, Any]:
    content = {answers.PROBLEM: {"schema": {"$ref": "#/components/schemas/problem"}}}
    return {str(status): {"description": words(title), "content": content} for status, title in TITLES.items()}
