"""The addresses of files: prepared ones, the map's catalogue, our own scripts and styles."""

from __future__ import annotations

import logging

from starlette.requests import Request
from starlette.responses import FileResponse, Response

from dashboard import store
from dashboard.area_map import catalogue
from dashboard.i18n.words import LANGUAGES
from dashboard.ui import assets
from dashboard.web import answers, development, packing
from data import versions
from data.errors import DamagedError, DataError

LOG = logging.getLogger(__name__)
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".woff2": "font/woff2",
}


def no_file(request: Request) -> Response:
    return answers.line(answers.words(request.scope)(answers.NO_FILE), 404)


def prepared_file(request: Request) -> Response:
    """`/filer/<dataset>/<version>/<name>.json`: geometry and values for the browser, compressed by prepare."""
    try:
        content = store.web_file(**request.path_params)
    except DataError as error:
        return _without(request, error)
    headers = {"Content-Encoding": "gzip", "Cache-Control": store.FOR_EVER}
    return Response(content, media_type="application/json", headers=headers)


def map_catalogue(request: Request) -> Response:
    """`/kortkatalog/<dataset>/<version>/<language>/<hash>.json`: what the map can be coloured by."""
    asked = request.path_params
    if asked["language"] not in LANGUAGES:
        return no_file(request)
    try:
        version = versions.find(store.ROOT, asked["dataset"], asked["version"])
        _hash, content = catalogue.packed(version, asked["language"])
    except DataError as error:
        return _without(request, error)
    return Response(content, media_type="application/json", headers={"Cache-Control": store.FOR_EVER})


def own_file(request: Request) -> Response:
    """`/statisk/<version>/<name>`: our scripts and styles."""
    if not development.is_on() and (script := packing.packed(request.path_params["name"])):
        return Response(script, media_type=TYPES[".js"], headers={"Cache-Control": store.FOR_EVER})
    path = (assets.FOLDER / request.path_params["name"]).resolve()
    if not path.is_relative_to(assets.FOLDER.resolve()) or not path.is_file():
        return no_file(request)
    media_type = TYPES.get(path.suffix, "text/plain")
    return FileResponse(path, media_type=media_type, headers={"Cache-Control": store.FOR_EVER})


def _without(request: Request, error: DataError) -> Response:
    """The answer where there is no such file, or none that can be trusted: nothing a browser may keep."""
    if not isinstance(error, DamagedError):
        return no_file(request)
    LOG.error(error)
    return answers.line(answers.words(request.scope).text(error.text), 503)
