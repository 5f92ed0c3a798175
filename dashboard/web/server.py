"""The web server around the pages: document language, security headers, compression, routes and readiness.

Streamlit serves the application itself; here is only what a public Danish site needs besides.
"""

from __future__ import annotations

import base64
import hashlib
import html
import logging
import re
from functools import lru_cache
from pathlib import Path

import streamlit
from anyio import to_thread
from brotli_asgi import BrotliMiddleware
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from dashboard import store
from dashboard.area_map import tiles
from dashboard.documents import public_address
from dashboard.i18n import languages
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import LANGUAGES, N_, Words
from dashboard.ui import address, assets, embedding, navigation
from dashboard.web import answers, development, document_data, files, gate, guard, hosts, preload
from dashboard.web.api import routes as api_routes
from dashboard.web.compression import BestCompression
from dashboard.web.pace import Pace
from data.errors import DataError

LOG = logging.getLogger(__name__)
# Streamlit's own setting. Without it Streamlit asks for a server below each page's address before it tries the root.
ROOT = "<script>window.__streamlit = { BACKEND_BASE_URL: `${location.origin}/` }</script>"
NO_SCRIPT = N_("Områdebarometer kræver JavaScript. Slå det til i browseren, og genindlæs siden.")


def path_of(scope: Scope) -> str:
    return scope["path"].rstrip("/") or "/"


@lru_cache(maxsize=len(LANGUAGES))
def index_html(language: str) -> str:
    """Streamlit's own document with the language, title and no-script text a reader needs (WCAG 3.1.1, 2.4.2)."""
    page = (guard.STREAMLIT_FILES / "index.html").read_text(encoding="utf-8")
    page = page.replace('<html lang="en">', f'<html lang="{language}">')
    page = page.replace("<title>Streamlit</title>", f"<title>{answers.TITLE}</title>")
    page = re.sub(r"<!--.*?-->|<link rel=\"service-desc\"[^>]*>", "", page, flags=re.DOTALL)
    page = re.sub(
        r'<link rel="shortcut icon"[^>]*>', f'<link rel="icon" href="{assets.url("shell/favicon.svg")}">', page
    )
    page = re.sub(r'\./static/media/SourceSansVF-Upright[^"]*', assets.url("vendor/fonts/letters.woff2"), page)
    tags = f"<style>{assets.text('shared/colours.css')}</style>{document_data.tag()}"
    tags += f'<script type="module" src="{assets.url("shell/shell.js")}"></script>'
    tags += f'<link rel="stylesheet" href="{assets.url("shell/shell.css")}">'
    page = page.replace("</head>", f"{tags}</head>")
    locale = f'<script type="module" src="{assets.url("shell/locale.js")}"></script>'  # before Streamlit's own scripts
    first = (
        f'<link rel="modulepreload" href="{assets.url("shared/document.js")}">'  # which that waits for, and all with it
    )
    page = page.replace("<head>", f"<head>{ROOT}{first}{locale}")
    if development.is_on():  # before Streamlit's own script, whose socket it watches
        page = page.replace("<head>", f'<head><script type="module" src="{assets.url("shell/dev.js")}"></script>')
    no_script = f"<noscript><p>{html.escape(Words(language)(NO_SCRIPT))}</p></noscript>"
    return re.sub(r"<noscript>.*?</noscript>", no_script, page, flags=re.DOTALL).lstrip()


@lru_cache(maxsize=2)
def content_security_policy(framers: tuple[str, ...] = ()) -> str:
    """Only our own host; Streamlit's inline start script is allowed by its hash, components need blob modules.
    `framers` are the hosts whose pages may show the answer in a frame.
    """
    scripts = re.findall(r"<script>(.*?)</script>", index_html(languages.DANISH.code), flags=re.DOTALL)
    hashes = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts]
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' blob: {' '.join(hashes)}",
            "style-src 'self' 'unsafe-inline'",  # Streamlit's styles are written into the document
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",  # the socket too
            "worker-src 'self' blob:",
            "frame-src 'self' blob: data:",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            " ".join(("frame-ancestors 'self'", *framers)),
        )
    )


def framers_of(scope: Scope) -> tuple[str, ...]:
    """Who may frame an answer: of a page that shows one view alone those that the setting names, else nobody."""
    is_alone = answers.choices(scope).get("visning") == [embedding.VIEW]
    return embedding.hosts() if is_alone else ()


def security_headers(framers: tuple[str, ...] = ()) -> dict[str, str]:
    """What every answer carries; behind HTTPS also that browsers must stay there. The older header on frames knows no
    other hosts, so a page that has some goes without it.
    """
    headers = {
        "Content-Security-Policy": content_security_policy(framers),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        **({} if framers else {"X-Frame-Options": "SAMEORIGIN"}),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
    }
    return headers | ({"Strict-Transport-Security": "max-age=31536000"} if is_https() else {})


def is_https() -> bool:
    """Whether readers come by HTTPS, as the public address says: a proxy before us ends it."""
    return public_address.base().startswith("https://")


def add_headers(message: Message, is_private: bool, framers: tuple[str, ...] = ()) -> None:
    """Our headers on an answer. What is for one reader no cache on the way keeps; cookies go by HTTPS alone."""
    headers = MutableHeaders(scope=message)
    headers.update(security_headers(framers))
    if is_private:
        headers["Cache-Control"] = headers.get("Cache-Control", "private, no-cache").replace("public", "private")
        headers.add_vary_header("Cookie")
    if is_https():
        for at, (name, value) in enumerate(headers.raw):
            if name == b"set-cookie" and b"; secure" not in value.lower():
                headers.raw[at] = (name, value + b"; Secure")


class Shell:
    """ASGI middleware: our document for the pages, a Danish answer where there is none or one fails, headers on all."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.pages = {"/", *(f"/{page.path}" for page in navigation.pages())}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket" and (scope["path"] != guard.SOCKET or not hosts.is_known(scope)):
            await WebSocketClose()(scope, receive, send)
        elif scope["type"] != "http":
            await self.app(scope, receive, send)
        else:
            await self.answer(scope, receive, send)

    async def answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        has_begun = False
        framers = framers_of(scope) if path_of(scope) in self.pages else ()

        async def send_with_headers(message: Message) -> None:
            nonlocal has_begun
            has_begun = True
            if message["type"] == "http.response.start":
                add_headers(message, gate.is_private(scope), framers)
            await send(message)

        try:
            answer = guard.refusal(scope) or gate.answer(scope) or await self.page(scope)
            await (answer or self.app)(scope, receive, send_with_headers)
        except Exception:
            if has_begun:
                raise
            number = answers.fault_number()
            LOG.exception("Fault %s: no answer to %r", number, scope["path"])
            await answers.failed(scope, number)(scope, receive, send_with_headers)

    async def page(self, scope: Scope) -> Response | None:
        """A page's document, or a sentence where there is no page; None where a route answers."""
        if (page := path_of(scope)) in self.pages:
            if scope["path"] != page:  # below `/kort/` the document would look for Streamlit's files
                return RedirectResponse(Request(scope).url.replace(scheme="", netloc="", path=page), 308)
            return await to_thread.run_sync(self.document, scope)
        if guard.is_of_streamlit(scope["path"]) or any(route.matches(scope)[0] is Match.FULL for route in ROUTES):
            return None
        return answers.page(scope, answers.NOT_FOUND, 404)

    def document(self, scope: Scope) -> Response:
        """The page's document. What to preload is read from the data, so it must not hold up other readers."""
        language = answers.language_of(scope)
        asked = path_of(scope), language, answers.choices(scope)
        page = index_html(language).replace("</head>", f"{preload.links(*asked)}</head>")
        page = page.replace("<body>", f"<body>{preload.first_picture(*asked)}", 1)
        return HTMLResponse(page, headers={"Cache-Control": "no-cache"})


def ready(_request: Request) -> Response:
    """`/klar`: 200 when every page can be shown, 503 with a sentence when no valid data exists."""
    ok, text = store.readiness()
    return JSONResponse({"klar": ok, "besked": str(text)}, status_code=200 if ok else 503)


def current_versions(request: Request) -> Response:
    """`/version`: the version of each dataset that is shown now, asked for by open pages (news.js)."""
    shown = gate.seen_by(request, store.current_names())
    return JSONResponse(shown, headers={"Cache-Control": "no-store"})


ROUTES = [
    Route("/klar", ready),
    Route("/version", current_versions),
    Route(gate.LOGIN, gate.login),
    Route("/was", lambda _request: RedirectResponse("/tilgaengelighed", 308)),  # where the law's readers look for it
    Route("/filer/{dataset}/{version}/{name}.json", files.prepared_file),
    Route("/kortkatalog/{dataset}/{version}/{language}/{hash}.json", files.map_catalogue),
    Route("/statisk/{version}/{name:path}", files.own_file),
    Route(tiles.PATH, tiles.answer),
    *api_routes.ROUTES,
    *(Route(sheets.path, sheets.answer) for sheets in gate.SHEETS),
]
EXCEPTION_HANDLERS = {HTTPException: answers.instead}


def first_files() -> list[Path]:
    """What the start page fetches, to be as small as can be for the first reader too."""
    named = re.findall(r'(?:src|href)="\./(static/[^"]+\.(?:js|css))"', index_html(languages.DANISH.code))
    scripts = [path for path in sorted(assets.FOLDER.rglob("*")) if path.suffix in (".js", ".css")]
    return [*scripts, *(guard.STREAMLIT_FILES / name for name in named), *store.shape_files()]


MIDDLEWARE = [
    Middleware(Pace),
    Middleware(Shell),
    Middleware(BrotliMiddleware, quality=5, minimum_size=1024, excluded_handlers=[r"\.woff2$"]),  # small already
    Middleware(BestCompression, first=first_files, fixed=("/static/", "/statisk/")),
]


def on_script_error(error: Exception) -> bool:
    """Tell the reader in a sentence; the traceback stays in the server's log. A developer sees it in the page."""
    words = Words(address.language())
    if isinstance(error, DataError):
        streamlit.error(plain(error.text.in_language(words.language)))
        return True
    if development.is_on():
        return False
    number = answers.fault_number()
    LOG.error("Fault %s in a page", number, exc_info=error)
    streamlit.error(
        words(
            "Siden kunne ikke vises på grund af en fejl i programmet. Genindlæs siden; hjælper det ikke, så kontakt "
            "dem, der driver barometeret, og nævn fejl {number}.",
            number=number,
        )
    )
    return True
