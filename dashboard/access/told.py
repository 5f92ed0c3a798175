"""What Streamlit tells: the settings in its secrets, and what the provider said of a reader, in a session or a cookie.

Here alone are its inner parts known that have no name in its documentation; `tests/dashboard/access/test_told.py` holds
them.
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import streamlit
from streamlit.auth_util import (
    encode_provider_token,
    get_cookie_with_chunks,
    get_origin_from_redirect_uri,
    get_secrets_auth_section,
)
from streamlit.errors import StreamlitSecretNotFoundError
from streamlit.runtime import Runtime
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from dashboard.access import handing_in
from dashboard.access import policy as policies
from dashboard.access.policy import CLOSED, OPEN, SECTION, Policy, PolicyError, Role

log = logging.getLogger(__name__)


def section(name: str) -> str | None:
    """A section of the secrets as JSON, by which what is made of it can be kept; None where there is none. Streamlit
    reads them once for the whole process and again when their file changes.
    """
    try:
        found = streamlit.secrets.to_dict().get(name)
    except StreamlitSecretNotFoundError:  # no secrets at all, which is the ordinary case
        return None
    return None if found is None else json.dumps(found, default=str)


def policy() -> Policy:
    """What holds now. Once somebody can log in, only editors hand figures in."""
    found = section(SECTION)
    held = OPEN if found is None else _read(found)
    if handing_in.is_on() and (found is not None or is_login_set_up()):
        return replace(held, tools={handing_in.PAGE: Role.EDITOR})
    return held


@lru_cache(maxsize=4)
def _read(section: str) -> Policy:
    """A fault is told in the log, once, and closes everything."""
    try:
        return policies.policy(json.loads(section))
    except PolicyError as error:
        log.error(error)
        return CLOSED


def is_login_set_up() -> bool:
    """Whether somebody can log in."""
    return bool(providers())


def providers() -> list[str]:
    """The names of those who can tell who a reader is, from Streamlit's section [auth]; none where it lacks a part."""
    section = get_secrets_auth_section().to_dict()
    if not {"redirect_uri", "cookie_secret"} <= set(section):
        return []
    named = [name for name, value in section.items() if isinstance(value, dict) and "client_id" in value]
    return ["default"] if "client_id" in section else named


def login_token(provider: str) -> str:
    """What Streamlit's address for logging in asks for, for two minutes."""
    return encode_provider_token(provider)


def of_session() -> dict[str, Any]:
    """What the provider told of the reader of this run."""
    return dict(streamlit.user.to_dict())


def of_cookies(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What the provider told, from Streamlit's signed cookie; empty where the cookie is none, foreign or tampered."""

    def unsigned(name: str) -> bytes | None:
        value = cookies.get(name)
        return None if value is None else decode_signed_value(get_cookie_secret(), name, value.encode("latin-1"))

    try:
        content = get_cookie_with_chunks(unsigned, USER_COOKIE_NAME)
        claims = json.loads(content) if content else {}
    except Exception:  # whatever anybody may send as a cookie
        log.info("A login's cookie could not be read.", exc_info=True)
        return {}
    is_ours = isinstance(claims, dict) and claims.get("origin") == get_origin_from_redirect_uri()
    return claims if is_ours else {}


def held_by(session: str) -> list[int] | None:
    """The sizes in bytes of the files that an open page has sent; None where no page of that id is open."""
    if not Runtime.exists() or not Runtime.instance().is_active_session(session):
        return None
    files = Runtime.instance().uploaded_file_mgr
    held = getattr(files, "file_storage", {}).get(session, {})
    return [len(file.data) for file in held.values()]


def sessions_with(file_id: str) -> Iterator[dict[str, Any]]:
    """What the provider told of the reader of each open page that holds a file made for it."""
    if not Runtime.exists():
        return
    runtime = Runtime.instance()
    for session, files in list(runtime.media_file_mgr._files_by_session_and_coord.items()):
        found = runtime._session_mgr.get_session_info(session) if file_id in files.values() else None
        if found:
            yield dict(found.session._user_info)
