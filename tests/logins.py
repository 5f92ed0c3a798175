"""Settings and cookies as a login leaves them, signed with Streamlit's own hand."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from streamlit.runtime.secrets import secrets_singleton
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

ORIGIN = "http://testserver"
SECRET = "en lang hemmelighed til prøver"
AUTH = {
    "redirect_uri": f"{ORIGIN}/oauth2callback",
    "cookie_secret": SECRET,
    "client_id": "barometer",
    "client_secret": "hemmelig",
    "server_metadata_url": "http://127.0.0.1:9/.well-known/openid-configuration",
}
ROLES = {"politiker": ["POL"], "medarbejder": ["MED"], "redaktør": ["RED"]}


def set_secrets(monkeypatch: pytest.MonkeyPatch, **sections: Any) -> None:
    """The secrets of this process: what each section of the file would hold."""
    monkeypatch.setattr(secrets_singleton, "_secrets", sections)
    monkeypatch.setattr(secrets_singleton, "load_if_toml_exists", lambda: True)


def cookie(secret: str = SECRET, **changes: Any) -> str:
    """Of somebody who logged in a minute ago, for an hour."""
    now = int(time.time())
    usual = {
        "is_logged_in": True,
        "origin": ORIGIN,
        "provider": "default",
        "sub": "kirsten",
        "name": "Kirsten",
        "roles": ["MED"],
        "iat": now - 60,
        "exp": now + 3600,
    }
    return create_signed_value(secret, USER_COOKIE_NAME, json.dumps({**usual, **changes})).decode()
