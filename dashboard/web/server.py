"""The web server around the pages: document language, security headers, compression, files and readiness.

Streamlit serves the application itself; here is only what a public Danish site needs besides.
"""

from __future__ import annotations

import base64
import hashlib
import html
import re
from functools import lru_cache
from pathlib import Path
from urllib.parse import parse_qs

import streamlit
from anyio import to_thread
from brotli_asgi import BrotliMiddleware
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dashboard import store
from dashboard.area_map import catalogue, tiles
from dashboard.area_profile import sheet_route as area_sheet_route
from dashboard.i18n import languages
from dashboard.i18n.words import LANGUAGES, N_, Words
from dashboard.projects import sheet_route as project_sheet_route
from dashboard.ui import address, assets, navigation
from dashboard.web import development, preload
from dashboard.web.compression import BestCompression
from data import versions
from data.errors import DataError

STREAMLIT_FILES = Path(streamlit.__file__).parent / "static"
SERVER_FOLDERS = (
    "_stcore",
    "static",
    "media",
    "component",
    "filer",
    "fliser",
    "kortkatalog",
    "statisk",
    area_sheet_route.FOLDER,
    project_sheet_route.FOLDER,
)
TYPES = {".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".png": "image/png"}
TITLE = "Områdebarometer"
NO_SCRIPT = N_("Områdebarometer kræver JavaScript. Slå det til i browseren, og genindlæs siden.")


def path_of(scope: Scope) -> str:
    return scope["path"].rstrip("/") or "/"


def language_of(scope: Scope) -> str:
    return languages.asked(parse_qs(scope.get("query_string", b"").decode("latin-1")).get("sprog", [""])[0])


@lru_cache(maxsize=len(LANGUAGES))
def index_html(language: str) -> str:
    """Streamlit's own document with the language, title and no-script text a reader needs (WCAG 3.1.1, 2.4.2)."""
    page = (STREAMLIT_FILES / "index.html").read_text(encoding="utf-8")
    page = page.replace('<html lang="en">', f'<html lang="{language}">')
    page = page.replace("<title>Streamlit</title>", f"<title>{TITLE}</title>")
    page = re.sub(r"<!--.*?-->|<link rel=\"service-desc\"[^>]*>", "", page, flags=re.DOTALL)
    page = re.sub(
        r'<link rel="shortcut icon"[^>]*>', f'<link rel="icon" href="{assets.url("shell/favicon.svg")}">', page
    )
    tags = f'<meta name="languages" content="{" ".join(LANGUAGES)}">'  # for shell.js
    tags += f'<script type="module" src="{assets.url("shell/shell.js")}"></script>'
    tags += f'<link rel="stylesheet" href="{assets.url("shell/shell.css")}">'
    page = page.replace("</head>", f"{tags}</head>")
    if development.is_on():  # before Streamlit's own script, whose socket it watches
        page = page.replace("<head>", f'<head><script type="module" src="{assets.url("shell/dev.js")}"></script>')
    no_script = f"<noscript><p>{html.escape(Words(language)(NO_SCRIPT))}</p></noscript>"
    return re.sub(r"<noscript>.*?</noscript>", no_script, page, flags=re.DOTALL).lstrip()


@lru_cache(maxsize=1)
def content_security_policy() -> str:
    """Only our own host; Streamlit's inline start script is allowed by its hash, components need blob modules."""
    scripts = re.findall(r"<script>(.*?)</script>", index_html(languages.DANISH.code), flags=re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts]
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {' '.join(hashes)}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit's styles are written into the document
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self' ws: wss:",
            "worker-src 'self' blob:",
            "frame-src 'self' blob: data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'self'",
        )
    )


def not_found_html(language: str) -> str:
    words = Words(language)
    sentence, back = words("Siden findes ikke."), words("Gå til områdekortet")
    return (
        f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>{TITLE}</title>'
        '<meta name="viewport" content="width=device-width"></head>'
        '<body style="font:20px system-ui;margin:4rem auto;max-width:36rem;padding:0 1rem;color:#1b2a3a">'
        f'<main><h1>{html.escape(sentence)}</h1><p><a href="/kort">{html.escape(back)}</a></p></main></body></html>'
    )


class Shell:
    """ASGI middleware: our document for the pages, a Danish answer for unknown paths, headers on everything."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.pages = {"/", *(f"/{page.path}" for page in navigation.PAGES)}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["Content-Security-Policy"] = content_security_policy()
                headers["X-Content-Type-Options"] = "nosniff"
                headers["Referrer-Policy"] = "same-origin"
                headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()"
                headers["X-Frame-Options"] = "SAMEORIGIN"
            await send(message)

        answer = await to_thread.run_sync(self.document, scope) if self.is_page(scope) else self.refusal(scope)
        await (answer or self.app)(scope, receive, send_with_headers)

    def is_page(self, scope: Scope) -> bool:
        return scope["method"] in ("GET", "HEAD") and path_of(scope) in self.pages

    def document(self, scope: Scope) -> Response:
        """The page's document. What to preload is read from the data, so it must not hold up other readers."""
        language, choices = language_of(scope), parse_qs(scope.get("query_string", b"").decode("latin-1"))
        links = preload.links(path_of(scope), language, choices)
        page = index_html(language).replace("</head>", f"{links}</head>")
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})

    def refusal(self, scope: Scope) -> Response | None:
        """A "not found" page, or None where another part of the server answers."""
        if scope["method"] not in ("GET", "HEAD"):
            return None
        path = path_of(scope)
        first = path.split("/")[1]
        if first in SERVER_FOLDERS or path in ("/klar", "/version") or (STREAMLIT_FILES / first).is_file():
            return None
        return HTMLResponse(not_found_html(language_of(scope)), status_code=404)


def ready(_request: Request) -> Response:
    """`/klar`: 200 when every page can be shown, 503 with a sentence when no valid data exists."""
    ok, text = store.readiness()
    return JSONResponse({"klar": ok, "besked": str(text)}, status_code=200 if ok else 503)


def current_versions(_request: Request) -> Response:
    """`/version`: the version of each dataset that is shown now, asked for by open pages (news.js)."""
    return JSONResponse(store.current_names(), headers={"Cache-Control": "no-store"})


def no_file() -> Response:
    return PlainTextResponse("Filen findes ikke.", status_code=404)


def prepared_file(request: Request) -> Response:
    """`/filer/<dataset>/<version>/<name>.json`: geometry and values for the browser, compressed by prepare."""
    try:
        path = store.web_file(**request.path_params)
    except DataError:
        return no_file()
    return FileResponse(
        path, media_type="application/json", headers={"Content-Encoding": "gzip", "Cache-Control": store.FOR_EVER}
    )


def map_catalogue(request: Request) -> Response:
    """`/kortkatalog/<dataset>/<version>/<language>/<hash>.json`: what the map can be coloured by."""
    asked = request.path_params
    try:
        version = versions.find(store.ROOT, asked["dataset"], asked["version"])
    except DataError:
        return no_file()
    if asked["language"] not in LANGUAGES:
        return no_file()
    _hash, content = catalogue.packed(version, asked["language"])
    return Response(content, media_type="application/json", headers={"Cache-Control": store.FOR_EVER})


def own_file(request: Request) -> Response:
    """`/statisk/<version>/<name>`: our scripts and styles."""
    path = (assets.FOLDER / request.path_params["name"]).resolve()
    if not path.is_relative_to(assets.FOLDER.resolve()) or not path.is_file():
        return no_file()
    media_type = TYPES.get(path.suffix, "text/plain")
    return FileResponse(path, media_type=media_type, headers={"Cache-Control": store.FOR_EVER})


ROUTES = [
    Route("/klar", ready),
    Route("/version", current_versions),
    Route("/filer/{dataset}/{version}/{name}.json", prepared_file),
    Route("/kortkatalog/{dataset}/{version}/{language}/{hash}.json", map_catalogue),
    Route("/statisk/{version}/{name:path}", own_file),
    Route(tiles.PATH, tiles.answer),
    Route(area_sheet_route.PATH, area_sheet_route.answer),
    Route(project_sheet_route.PATH, project_sheet_route.answer),
]


def first_files() -> list[Path]:
    """What the start page fetches, to be as small as can be for the first reader too."""
    named = re.findall(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"', index_html(languages.DANISH.code))
    files = [path for path in sorted(assets.FOLDER.rglob("*")) if path.suffix in (".js", ".css")]
    return [*files, *(STREAMLIT_FILES / name for name in named), *store.shape_files()]


MIDDLEWARE = [
    Middleware(Shell),
    Middleware(BrotliMiddleware, quality=5, minimum_size=1024, excluded_handlers=[r"\.woff2$"]),  # small already
    Middleware(BestCompression, first=first_files, fixed=("/static/", "/statisk/")),
]


def on_script_error(error: Exception) -> bool:
    """Tell the reader in a sentence; the traceback stays in the server's log. A developer sees it in the page."""
    words = Words(address.language())
    if isinstance(error, DataError):
        streamlit.error(error.text.in_language(words.language))
        return True
    if development.is_on():
        return False
    streamlit.error(
        words(
            "Siden kunne ikke vises på grund af en fejl i programmet. Genindlæs siden; hjælper det ikke, så kontakt "
            "dem, der driver barometeret."
        )
    )
    return True
