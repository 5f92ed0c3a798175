"""Who gets past: every request outside Streamlit's socket is held against the reader's role, also by a direct link.

Pages are told again at each run (`ui.entrance`): a login may end while a page is open.
"""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote, unquote, urlencode, urlsplit

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from dashboard import store
from dashboard.access import handing_in, readers, told
from dashboard.access.policy import Policy, Role
from dashboard.access.readers import Reader
from dashboard.action_cards import sheet_route as card_sheet_route
from dashboard.annual_report import sheet_route as annual_sheet_route
from dashboard.area_profile import sheet_route as area_sheet_route
from dashboard.data_and_method import certificate
from dashboard.i18n.words import N_
from dashboard.projects import sheet_route as project_sheet_route
from dashboard.ui import entrance, navigation
from dashboard.web import answers, uploads

LOGIN, LOGOUT = "/log-ind", "/auth/logout"
WAY_ON = "_omraadebarometer_til"  # the cookie that remembers where a reader wanted to go
MINUTES = 10 * 60  # seconds that it is remembered
# What holds nothing of any dataset.
OPEN = ("static", "statisk", "klar", "version", "_stcore", "auth", "oauth2callback", LOGIN.strip("/"))
SHEETS = (  # every kind of sheet: the server answers these alone
    area_sheet_route.SHEETS,
    annual_sheet_route.SHEETS,
    annual_sheet_route.ACROSS,
    card_sheet_route.SHEETS,
    certificate.SHEETS,
    project_sheet_route.SHEETS,
)
# The page whose files stand behind an address, by its first name; the second name is the dataset.
PAGES_OF_FILES = {"filer": "kort", "kortkatalog": "kort", **{sheets.folder: sheets.page for sheets in SHEETS}}
API, PAGE_OF_API = "api", "data"  # where the same tables are given in one file
NOT_SET_UP = N_("Login er ikke sat op, så siden kan ikke vises. Kontakt dem, der driver barometeret.")


def answer(scope: Scope) -> Response | None:
    """What a request gets instead of what it asked for; None where it may go on."""
    held, cookies = told.policy(), Request(scope).cookies
    if held.is_open:
        return None
    if scope["path"] == LOGOUT:
        readers.end(cookies)
        return None
    reader = readers.of_cookies(cookies)
    if refused := _refusal(scope, held, reader):
        return refused
    if scope["path"] == "/" and WAY_ON in cookies:  # where Streamlit leads to after a login
        led = RedirectResponse(own_path(unquote(cookies[WAY_ON])), 303, answers.NOT_KEPT)
        led.delete_cookie(WAY_ON)
        return led
    return None


def seen_by(request: Request, versions: Mapping[str, str]) -> dict[str, str]:
    """Those of the datasets that the reader of a request may see."""
    held, reader = told.policy(), readers.of_cookies(request.cookies)
    return {name: version for name, version in versions.items() if reader.may(held.needed(None, name))}


def is_private(scope: Scope) -> bool:
    """Whether an answer to this is for one reader, so that no cache on the way may keep it."""
    held = told.policy()
    return not held.is_open and not _is_open_to_all(scope, held)


def login(request: Request) -> Response:
    """`/log-ind?til=/strategi`: on to the provider, with a note of where the reader wants to go."""
    names = told.providers()
    if not names:
        return answers.page(request.scope, NOT_SET_UP, 503)
    asked = request.query_params.get("udbyder")
    token = told.login_token(asked if asked in names else names[0])
    led = RedirectResponse(f"/auth/login?{urlencode({'provider': token})}", 303, answers.NOT_KEPT)
    wanted = own_path(request.query_params.get("til", ""))
    led.set_cookie(WAY_ON, quote(wanted), max_age=MINUTES, httponly=True, samesite="lax")
    return led


def own_path(wanted: str) -> str:
    """The address of one of our pages with its choices; the start page for anything else."""
    parts = urlsplit(wanted)
    pages = {"", *(page.path for page in navigation.pages())}
    is_ours = not parts.scheme and not parts.netloc and parts.path.startswith("/") and parts.path.strip("/") in pages
    return f"{parts.path}?{parts.query}".rstrip("?") if is_ours else f"/{navigation.START.path}"


def _refusal(scope: Scope, held: Policy, reader: Reader) -> Response | None:
    first = _names(scope)[0]
    if uploads.is_upload(scope["path"]):
        words = answers.words(scope)
        is_let_in = reader.may(held.needed(handing_in.PAGE))
        return None if is_let_in else answers.page(scope, entrance.refusal(reader, Role.EDITOR, words), 403)
    if first == "media":
        return None if _is_of_reader(scope, reader) else answers.page(scope, answers.NOT_FOUND, 404)
    if first in OPEN or reader.may(needed := held.needed(*_subject(scope))):
        return None
    words = answers.words(scope)
    offer = () if first in PAGES_OF_FILES else (entrance.login_url(_address(scope)), words(entrance.LOG_IN))
    status = 403 if reader.is_in else 401
    return answers.page(scope, entrance.refusal(reader, needed, words), status, way=offer)


def _is_open_to_all(scope: Scope, held: Policy) -> bool:
    first = _names(scope)[0]
    return first in OPEN or (first != "media" and held.needed(*_subject(scope)) == Role.OPEN)


def _names(scope: Scope) -> list[str]:
    path: str = scope["path"]
    return path.strip("/").split("/")


def _address(scope: Scope) -> str:
    query = scope.get("query_string", b"").decode("latin-1")
    return f"{scope['path']}?{query}".rstrip("?")


def _subject(scope: Scope) -> tuple[str | None, str | None]:
    """The page and the dataset that a request is about."""
    first, *others = _names(scope)
    if first == API:  # /api/v1/datasets/<dataset>/…
        return PAGE_OF_API, next(iter(others[2:3]), None)
    if first in PAGES_OF_FILES:
        return PAGES_OF_FILES[first], others[0] if others else None
    page = first or navigation.START.path
    asked = answers.choices(scope).get("datasaet", [""])[-1]
    return page, asked or next(iter(store.shown()), None)


def _is_of_reader(scope: Scope, reader: Reader) -> bool:
    """Whether a file that a page has made for a session is asked for by the login of that session."""
    name = scope["path"].rsplit("/", 1)[-1].split(".")[0]
    is_known = reader.is_in or not reader.login  # not somebody whose login has ended
    return is_known and any(holder.login == reader.login for holder in readers.of_sessions_with(name))
