"""What the server says in words where it has nothing to show."""

from __future__ import annotations

import html
import json
import re
from urllib.parse import parse_qs

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import Scope

from dashboard.i18n import languages
from dashboard.i18n.words import N_, Words

TITLE = "Områdebarometer"
NOT_FOUND = N_("Siden findes ikke.")
NO_FILE = N_("Filen findes ikke.")
NOT_POSSIBLE = N_("Det kan barometeret ikke svare på.")
NOT_ALLOWED = N_("Her kan der kun læses, ikke sendes noget.")
BACK = N_("Gå til områdekortet")
TOO_LONG = N_("Adressen er for lang.")
FAILED = N_("Der er sket en fejl i programmet. Prøv igen; hjælper det ikke, så kontakt dem, der driver barometeret.")
PROBLEM = "application/problem+json"
OF_PROGRAMS = r"/api(/|$)"
NOT_KEPT = {"Cache-Control": "no-store"}


def choices(scope: Scope) -> dict[str, list[str]]:
    """What stands in the address after the question mark."""
    return parse_qs(scope.get("query_string", b"").decode("latin-1"))


def language_of(scope: Scope) -> str:
    return languages.asked(choices(scope).get("sprog", [""])[0])


def words(scope: Scope) -> Words:
    return Words(language_of(scope))


def page(scope: Scope, sentence: str, status: int, headers: dict[str, str] | None = None) -> Response:
    """A page that says one sentence, in the reader's language, with a way back; to a program a problem."""
    said, back = words(scope)(sentence), words(scope)(BACK)
    if re.match(OF_PROGRAMS, scope["path"]):
        return problem(scope, said, status, said, headers)
    content = (
        f'<!DOCTYPE html><html lang="{language_of(scope)}"><head><meta charset="utf-8"><title>{TITLE}</title>'
        '<meta name="viewport" content="width=device-width"></head>'
        '<body style="font:20px system-ui;margin:4rem auto;max-width:36rem;padding:0 1rem;color:#1b2a3a">'
        f'<main><h1>{html.escape(said)}</h1><p><a href="/kort">{html.escape(back)}</a></p></main></body></html>'
    )
    return HTMLResponse(content, status, {**NOT_KEPT, **(headers or {})})


def problem(scope: Scope, title: str, status: int, detail: str, headers: dict[str, str] | None = None) -> Response:
    """Why a program gets no answer, as RFC 9457 has it."""
    told = {"type": "about:blank", "title": title, "status": status, "detail": detail}
    given = {**NOT_KEPT, "Content-Language": language_of(scope), **(headers or {})}
    return Response(json.dumps(told, ensure_ascii=False), status, given, PROBLEM)


def line(said: str, status: int) -> Response:
    """A sentence alone, where no page was asked for."""
    return PlainTextResponse(said, status, NOT_KEPT)


def instead(request: Request, error: HTTPException) -> Response:
    """What is said for an error that a route of Streamlit answers with in English."""
    return page(request.scope, NOT_FOUND if error.status_code == 404 else NOT_POSSIBLE, error.status_code)
