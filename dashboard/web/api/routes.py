"""The read-only HTTP API: datasets, versions and their prepared tables, as other programs fetch them.

What disclosure control hides is in no prepared file, so it is in no answer.
"""

from __future__ import annotations

from typing import Any

import pandas
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from dashboard import store
from dashboard.files import schema
from dashboard.i18n.words import N_
from dashboard.ui import address
from dashboard.web import answers
from dashboard.web.api import access, asked, description, problems, written
from dashboard.web.api.asked import CSV, JSON, JSON_STAT
from dashboard.web.api.problems import ProblemError, answered
from data import versions
from data.contracts import Observation
from data.versions import Version

ROOT = "/api/v1"
ONE = f"{ROOT}/datasets/{{dataset}}/versions/{{version}}"


def index(request: Request) -> Response:
    """`/api/v1`: where everything is."""
    asked.known(asked.values(request), ["sprog"])
    return plain(
        {"datasets": f"{ROOT}/datasets", "description": f"{ROOT}/openapi.json", "documentation": "/data"},
    )


def described(request: Request) -> Response:
    """`/api/v1/openapi.json`."""
    asked.known(asked.values(request), ["sprog"])
    return plain(description.openapi(answers.language_of(request.scope)))


def plain(content: Any) -> Response:
    """An answer of no one version: it changes when data are published."""
    headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
    return Response(written.as_json(content), headers=headers, media_type="application/json")


def datasets(request: Request) -> Response:
    """`/datasets`: those that can be shown, with the version that is shown now."""
    asked.known(asked.values(request), ["sprog"])
    return plain({"datasets": [about_dataset(request, store.current(name)) for name in readable(request)]})


def readable(request: Request) -> list[str]:
    """The datasets that whoever asks may read; no others are named."""
    return [name for name in store.current_names() if access.may_read(request, name)]


def about_dataset(request: Request, version: Version) -> dict[str, Any]:
    words, name = answers.words(request.scope), version.dataset
    return {
        "dataset": name,
        "name": address.dataset_name(name, words),
        "mark": store.mark(version, words),
        "version": version.name,
        "made": made(version),
        "versions": f"{ROOT}/datasets/{name}/versions",
    }


def made(version: Version) -> str:
    return version.time.strftime("%Y-%m-%dT%H:%M:%SZ")


def dataset_versions(request: Request) -> Response:
    """`/datasets/{dataset}/versions`: the newest first."""
    asked.known(asked.values(request), ["sprog"])
    name = dataset_of(request)
    shown = store.current(name).name
    found = [
        {
            "version": each.name,
            "made": made(each),
            "shown": each.name == shown,
            "tables": f"{ROOT}/datasets/{name}/versions/{each.name}",
        }
        for each in versions.list_versions(store.ROOT, name)
        if not is_withdrawn(each)
    ]
    return plain({"dataset": name, "versions": found})


def dataset_of(request: Request) -> str:
    """The dataset of the address. Raises ProblemError where there is none, or none that may be read."""
    name: str = request.path_params["dataset"]
    if name not in store.current_names():
        raise ProblemError(404, N_("Datasættet findes ikke. Der er: {list}."), list=", ".join(readable(request)))
    if not access.may_read(request, name, request.path_params.get("table", "")):
        raise ProblemError(403, N_("Datasættet må ikke læses af alle."))
    return name


def version_of(request: Request) -> Version:
    """The version of the address. Raises ProblemError or DataError where there is none."""
    dataset, name = dataset_of(request), request.path_params["version"]
    found = store.current(dataset) if name == written.CURRENT else versions.find(store.ROOT, dataset, name)
    if is_withdrawn(found):
        raise ProblemError(404, N_("Versionen er trukket tilbage."))
    return found


def is_withdrawn(version: Version) -> bool:
    return (version.folder / versions.MARK).exists()


def frame(version: Version, name: str) -> pandas.DataFrame:
    """Any table, its columns in the order of the contract. Raises ProblemError where the version is older than that."""
    found, columns = store.table(version, name), schema.TABLES[name].columns()
    if not set(columns) <= set(found.columns):
        raise ProblemError(404, N_("Versionen er fra før tabellen »{name}« fik den form, den har nu."), name=name)
    return found[columns]


def tables(request: Request) -> Response:
    """`/datasets/{dataset}/versions/{version}`: its tables, with their rows and columns."""
    asked.known(asked.values(request), ["sprog"])
    version = version_of(request)
    here = f"{ROOT}/datasets/{version.dataset}/versions/{version.name}"
    found = [
        {
            "table": name,
            "rows": len(store.table(version, name)),
            "columns": row.columns(),
            "address": f"{here}/tables/{name}",
        }
        for name, row in schema.TABLES.items()
        if f"{name}.parquet" in version.files and access.may_read(request, version.dataset, name)
    ]
    content = {
        "dataset": version.dataset,
        "version": version.name,
        "made": made(version),
        "mark": store.mark(version, answers.words(request.scope)),
        "observations": f"{here}/observations",
        "tables": found,
    }
    return written.answer(request, version, written.as_json(content), "application/json")


def table(request: Request) -> Response:
    """`…/tables/{table}?<column>=<value>`: the rows that have one of the values of each column."""
    version, name = version_of(request), request.path_params["table"]
    if name not in schema.TABLES:
        raise ProblemError(404, N_("Tabellen findes ikke. Der er: {list}."), list=", ".join(schema.TABLES))
    return rows_of(request, version, name, (JSON, CSV), ())


def observations(request: Request) -> Response:
    """`…/observations`: as the table, between two years and as JSON-stat too."""
    return rows_of(request, version_of(request), Observation.TABLE, (JSON, CSV, JSON_STAT), asked.OF_YEARS)


def rows_of(
    request: Request, version: Version, name: str, forms: tuple[str, ...], further: tuple[str, ...]
) -> Response:
    row, given = schema.TABLES[name], asked.values(request)
    rules = schema.columns(row)
    asked.known(given, [*(rule.name for rule in rules), *further, *asked.OF_PAGE])
    form = asked.form(request, given, forms)
    found = asked.filtered(frame(version, name), rules, given)
    if further:
        found = asked.between_years(found, given)
    return written.page(request, version, name, asked.page(found, given), form, answers.words(request.scope))


def nothing(_request: Request) -> Response:
    """Any other address under `/api`."""
    raise ProblemError(404, problems.NO_ADDRESS, description=f"{ROOT}/openapi.json")


ROUTES = [
    Route(ROOT, answered(index)),
    Route(f"{ROOT}/openapi.json", answered(described)),
    Route(f"{ROOT}/datasets", answered(datasets)),
    Route(f"{ROOT}/datasets/{{dataset}}/versions", answered(dataset_versions)),
    Route(ONE, answered(tables)),
    Route(f"{ONE}/tables/{{table}}", answered(table)),
    Route(f"{ONE}/observations", answered(observations)),
    Route("/api", answered(nothing)),
    Route("/api/{rest:path}", answered(nothing)),
]
