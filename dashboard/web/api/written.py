"""The answers of the API: a page of a table as JSON, CSV or JSON-stat, with what a cache needs."""

from __future__ import annotations

import hashlib
import json
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from dashboard import store
from dashboard.files import jsonstat, package
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import protect
from dashboard.web.api.asked import CSV, JSON, MEDIA_TYPES, Page
from dashboard.web.api.problems import ProblemError
from data.contracts import Observation
from data.versions import Version

CURRENT = "current"  # the version that is shown now
NAMED_KEPT = "public, max-age=86400"  # a version never changes; the program that writes it does
CURRENT_KEPT = "no-cache"
CSV_TYPE = "text/csv; charset=utf-8; header=present"


def answer(request: Request, version: Version, content: bytes, media_type: str, **headers: str) -> Response:
    """An answer that is made of one version, or 304 where the client has it already."""
    tag = hashlib.sha256(f"{request.url.path}?{request.url.query} {media_type}".encode()).hexdigest()[:16]
    kept = CURRENT_KEPT if request.path_params.get("version", CURRENT) == CURRENT else NAMED_KEPT
    told = {
        "ETag": f'W/"{version.name}-{tag}"',
        "Cache-Control": kept,
        "Vary": "Accept, Accept-Encoding",
        "X-Data-Version": version.name,
        **headers,
    }
    held = [part.strip() for part in request.headers.get("if-none-match", "").split(",")]
    if told["ETag"] in held or "*" in held:
        return Response(status_code=304, headers=told)
    return Response(content, headers=told, media_type=media_type)


def as_json(content: Any) -> bytes:
    return json.dumps(content, ensure_ascii=False, allow_nan=False).encode()


def page(request: Request, version: Version, table: str, found: Page, form: str, words: Words) -> Response:
    """A page of a table in its form, with where the next one is."""
    onwards = next_address(request, found)
    headers = {"X-Total-Count": str(found.total)}
    if onwards:
        headers["Link"] = f'<{onwards}>; rel="next"'
    if form == CSV:
        return answer(request, version, csv(version, found, words), CSV_TYPE, **headers)
    content = told(version, table, found, onwards, words) if form == JSON else cube(version, found, words)
    return answer(request, version, as_json(content), MEDIA_TYPES[form], **headers)


def next_address(request: Request, found: Page) -> str | None:
    if found.next is None:
        return None
    asked = [(name, value) for name, value in request.query_params.multi_items() if name != "offset"]
    return f"{request.url.path}?{urlencode([*asked, ('offset', str(found.next))])}"


def told(version: Version, table: str, found: Page, onwards: str | None, words: Words) -> dict[str, Any]:
    return {
        "dataset": version.dataset,
        "version": version.name,
        "table": table,
        "mark": store.mark(version, words),
        "total": found.total,
        "offset": found.offset,
        "limit": found.limit,
        "next": onwards,
        "rows": json.loads(found.rows.to_json(orient="records", double_precision=15)),
    }


def csv(version: Version, found: Page, words: Words) -> bytes:
    """RFC 4180 with comma and point, whatever the language; a text that a spreadsheet would run gets an apostrophe.
    Version and "Fiktive tal" stand in every row.
    """
    rows = found.rows
    texts = rows.select_dtypes(exclude=["number", "bool"]).columns
    safe = rows.assign(**{name: rows[name].map(protect, na_action="ignore") for name in texts})
    marked = safe.assign(dataset=version.dataset, data_version=version.name, mark=store.mark(version, words))
    return marked.to_csv(index=False, lineterminator="\r\n").encode()


def cube(version: Version, found: Page, words: Words) -> dict[str, Any]:
    """The observations of a page as JSON-stat. Raises ProblemError where the cube would be endless."""
    made = jsonstat.cube(Observation.of(found.rows))
    if made.cells > jsonstat.LARGEST:
        raise ProblemError(
            400,
            N_("Terningen ville få {cells} celler, og der gives højst {most}. Vælg færre nøgletal eller områder."),
            cells=words.number(made.cells),
            most=words.number(jsonstat.LARGEST),
        )
    return jsonstat.dataset(made, package.names_of(version, words))
