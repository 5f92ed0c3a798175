"""Who the reader is: what the provider told of them, held against what has happened since.

A page asks `current` at every run. A route asks `of_cookies`, for a request outside Streamlit carries the same cookie.
"""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any, TypeGuard

from dashboard.access import audit, told
from dashboard.access.logins import Ledger
from dashboard.access.policy import Policy, Role

log = logging.getLogger(__name__)


class Why(Enum):
    """Why somebody is taken for an open reader."""

    NOBODY = auto()  # has not logged in
    EXPIRED = auto()  # the provider's token, or our own longest time
    IDLE = auto()
    LOGGED_OUT = auto()  # here or in another tab
    NO_ROLE = auto()  # logged in, and the provider gives no role that we know
    UNTOLD = auto()  # the shared folder of logins cannot be read


@dataclass(frozen=True)
class Reader:
    """`login` is the id of the login, empty for who has none; `why` tells why the role is no more than open."""

    role: Role = Role.OPEN
    name: str = ""
    login: str = ""
    why: Why | None = Why.NOBODY

    @property
    def is_in(self) -> bool:
        """Whether somebody is logged in, with a role or without."""
        return bool(self.login) and self.why in (None, Why.NO_ROLE)

    def may(self, needed: Role) -> bool:
        return self.role >= needed


ANYBODY = Reader()
CLOCKS = 300  # seconds that the provider's may be ahead of ours
LONGEST_NAME = 100  # characters


def current() -> Reader:
    """The reader of this run; using a page keeps the login alive."""
    return _known(told.of_session, is_use=True)


def of_cookies(cookies: Mapping[str, str]) -> Reader:
    """The reader of a request."""
    return _known(lambda: told.of_cookies(cookies), is_use=False)


def of_sessions_with(file_id: str) -> list[Reader]:
    """The readers whose open pages hold a file that was made for them."""
    return [_known(lambda: claims, is_use=False) for claims in told.sessions_with(file_id)]  # noqa: B023 - used at once


def _known(claims: Callable[[], Mapping[str, Any]], *, is_use: bool) -> Reader:
    held = told.policy()
    if held.is_open or not told.is_login_set_up():
        return ANYBODY
    return of_claims(claims(), held, time.time(), is_use=is_use)


def of_claims(claims: Mapping[str, Any], held: Policy, now: float, *, is_use: bool) -> Reader:
    """The reader of whom a provider told this. `now` in seconds since 1970; `is_use`: a page is being read."""
    if not claims.get("is_logged_in"):
        return ANYBODY
    login, began, ends = login_id(claims), claims.get("iat"), claims.get("exp")
    if not _is_time(began) or not _is_time(ends) or not began - CLOCKS <= now < min(ends, began + held.hours * 3600):
        return Reader(login=login, why=Why.EXPIRED)
    try:
        if reason := _over(login, began, held, now):
            return Reader(login=login, why=reason)
        if is_use:
            _use(login, held, now, str(claims.get("sub", "")))
    except OSError:
        log.exception("The folder of logins %s cannot be used.", held.folder)
        return Reader(login=login, why=Why.UNTOLD)
    role = held.role(claims.get(held.claim))
    name = str(claims.get("name") or claims.get("email") or "")[:LONGEST_NAME]
    return Reader(role, name, login, None if role > Role.OPEN else Why.NO_ROLE)


def _over(login: str, began: float, held: Policy, now: float) -> Why | None:
    """Why a login that its token still holds is over; None where it is not."""
    ledger = Ledger(held.folder)
    if ledger.has_ended(login):
        return Why.LOGGED_OUT
    return Why.IDLE if now - max(ledger.used(login) or 0, began) > held.idle * 60 else None


def _use(login: str, held: Policy, now: float, who: str) -> None:
    ledger = Ledger(held.folder)
    if ledger.begin(login, now):
        audit.note("logget ind", hvem=who)
    ledger.touch(login, now)


def end(cookies: Mapping[str, str]) -> None:
    """The login of a request is over, in every tab and for every copy of its cookie."""
    claims, held = told.of_cookies(cookies), told.policy()
    if claims.get("is_logged_in"):
        try:
            Ledger(held.folder).end(login_id(claims))
        except OSError:
            log.exception("The folder of logins %s cannot be used.", held.folder)
        audit.note("logget ud", hvem=str(claims.get("sub", "")))


def login_id(claims: Mapping[str, Any]) -> str:
    """One id for one login: the same in every tab, another at the next login."""
    parts = [str(claims.get(name, "")) for name in ("provider", "iss", "sub", "iat", "exp", "nonce")]
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()


def _is_time(value: Any) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)
