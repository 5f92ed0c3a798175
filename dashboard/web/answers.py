"""What the server says in words where it has nothing to show."""

from __future__ import annotations

import html
import secrets
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
FAILED = N_(
    "Der er sket en fejl i programmet. Prøv igen; hjælper det ikke, så kontakt dem, der driver barometeret, og "
    "nævn fejl {number}."
)
WRONG_HOST = N_(
    "Barometeret svarer ikke på den adresse, du har brugt. Brug den, du har fået af dem, der driver det; de sætter den "
    "med OMRAADEBAROMETER_ADRESSE eller OMRAADEBAROMETER_VAERTER."
)
NOT_KEPT = {"Cache-Control": "no-store"}


def choices(scope: Scope) -> dict[str, list[str]]:
    """What stands in the address after the question mark."""
    return parse_qs(scope.get("query_string", b"").decode("latin-1"))


def language_of(scope: Scope) -> str:
    return languages.asked(choices(scope).get("sprog", [""])[0])


def words(scope: Scope) -> Words:
    return Words(language_of(scope))


def page(
    scope: Scope,
    sentence: str,
    status: int,
    headers: dict[str, str] | None = None,
    way: tuple[str, str] | tuple[()] = (),
) -> Response:
    """A page that says one sentence, in the reader's language, with a way back, or the one given: address and words."""
    said = words(scope)(sentence)
    href, text = way or ("/kort", words(scope)(BACK))
    content = (
        f'<!DOCTYPE html><html lang="{language_of(scope)}"><head><meta charset="utf-8"><title>{TITLE}</title>'
        '<meta name="viewport" content="width=device-width"></head>'
        '<body style="font:20px system-ui;margin:4rem auto;max-width:36rem;padding:0 1rem;color:#1b2a3a">'
        f'<main><h1>{html.escape(said)}</h1><p><a href="{html.escape(href)}">{html.escape(text)}</a></p></main>'
        "</body></html>"
    )
    return HTMLResponse(content, status, {**NOT_KEPT, **(headers or {})})


def failed(scope: Scope, number: str) -> Response:
    """The page of a fault of the program, whose number stands in the log."""
    return page(scope, words(scope)(FAILED, number=number), 500)


def fault_number() -> str:
    """A number by which a reader and the log speak of the same fault."""
    return secrets.token_hex(4)


def line(said: str, status: int) -> Response:
    """A sentence alone, where no page was asked for."""
    return PlainTextResponse(said, status, NOT_KEPT)


def instead(request: Request, error: HTTPException) -> Response:
    """What is said for an error that a route of Streamlit answers with in English."""
    return page(request.scope, NOT_FOUND if error.status_code == 404 else NOT_POSSIBLE, error.status_code)
