"""The way in: what is said to a reader who may not see a page, and the links to log in and out."""

from __future__ import annotations

import html
from urllib.parse import urlencode

import streamlit

from dashboard.access import readers, told
from dashboard.access.policy import NAMES, Role
from dashboard.access.readers import Reader, Why
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_, Words
from dashboard.ui.address import Choice

LOG_IN = N_("Log ind")
ASKED = {
    Why.NOBODY: N_("Log ind for at se siden."),
    Why.EXPIRED: N_("Dit login er udløbet. Log ind igen for at se siden."),
    Why.IDLE: N_(
        "Du er logget ud, fordi barometeret ikke har været brugt et stykke tid. Log ind igen for at se siden."
    ),
    Why.LOGGED_OUT: N_("Du er logget ud. Log ind igen for at se siden."),
    Why.UNTOLD: N_(
        "Dit login kan ikke kontrolleres lige nu. Prøv igen; hjælper det ikke, så kontakt dem, der driver barometeret."
    ),
}
CLOSED = N_("Adgangen er ikke sat rigtigt op, så siden vises ikke. Kontakt dem, der driver barometeret.")
NOT_YOURS = N_("Siden er for rollen {role}. Din bruger har ikke den; kontakt dem, der driver barometeret.")


def refusal(reader: Reader, needed: Role, words: Words) -> str:
    """Why this reader may not see what needs that role, and what to do."""
    if needed is Role.NOBODY:
        return words(CLOSED)
    if reader.why in ASKED:
        return words(ASKED[reader.why])
    return words(NOT_YOURS, role=words(NAMES[needed]))


def login_url(back_to: str) -> str:
    """Where a reader logs in, who then comes to the address `back_to`."""
    return f"/log-ind?{urlencode({'til': back_to})}"


def is_shut(choice: Choice) -> bool:
    """Whether the reader of this run may not see its page with its dataset; then it says so instead of the page."""
    held = told.policy()
    needed = held.needed(choice.page, choice.dataset)
    if needed is Role.OPEN or (reader := readers.current()).may(needed):
        return False
    streamlit.title(choice.words("Log ind") if reader.why else choice.words("Ingen adgang"))
    streamlit.warning(plain(refusal(reader, needed, choice.words)))
    if reader.why in ASKED and needed is not Role.NOBODY:
        streamlit.html(_link(_back(choice), choice.words))
    return True


def way(choice: Choice) -> None:
    """The link to log in or out, in the head of every page where somebody can."""
    held = told.policy()
    if held.is_open or not told.is_login_set_up():
        return
    reader = readers.current()
    if reader.is_in:
        who = html.escape(choice.words("Log ud ({name})", name=reader.name) if reader.name else choice.words("Log ud"))
        streamlit.html(f'<a class="login" href="/auth/logout" target="_self">{who}</a>', width="content")
    else:
        streamlit.html(_link(_back(choice), choice.words), width="content")


def datasets(names: list[str]) -> list[str]:
    """Those of the datasets that the reader may see."""
    held = told.policy()
    return names if held.is_open else [name for name in names if may(None, name)]


def may(page: str | None, dataset: str) -> bool:
    """Whether the reader of this run may see a page with a dataset."""
    held = told.policy()
    needed = held.needed(page, dataset)
    return needed is Role.OPEN or readers.current().may(needed)


def _back(choice: Choice) -> str:
    return f"/{choice.page}?{urlencode(choice.address)}".rstrip("?")


def _link(back_to: str, words: Words) -> str:
    return f'<a class="login" href="{html.escape(login_url(back_to))}" target="_self">{html.escape(words(LOG_IN))}</a>'
