"""What is refused before any part of the server looks at it: all but reading, and addresses that lead nowhere.

The limits are wide of anything the product writes itself.
"""

from __future__ import annotations

import re
from pathlib import Path

import streamlit
from starlette.responses import Response
from starlette.types import Scope

from dashboard.access import told
from dashboard.web import answers, hosts, uploads

STREAMLIT_FILES = Path(streamlit.__file__).parent / "static"
METHODS = ("GET", "HEAD")
SOCKET = "/_stcore/stream"
# What a page needs of Streamlit besides its files; not metrics, the agents' interface or components' files.
OF_STREAMLIT = re.compile(r"/_stcore/(health|host-config)|/media/.+")
OF_LOGIN = ("/auth/login", "/auth/logout", "/oauth2callback")
LONGEST_QUERY = 32_000  # bytes; an agenda of a hundred items with long notes
MOST_CHOICES = 500
LONGEST_PATH, LONGEST_NAME = 1_000, 255  # bytes; no file system has a longer name
NOWHERE = re.compile(r"[\x00-\x1f\x7f\\\ud800-\udfff\ufffd]|^//|(^|/)\.\.(/|$)")  # the last: what was no UTF-8


def refusal(scope: Scope) -> Response | None:
    """The answer to a request that is refused, None for one to go on with."""
    query = scope["query_string"]
    if not hosts.is_known(scope):
        return answers.page({**scope, "query_string": b""}, answers.WRONG_HOST, 421)
    if uploads.is_upload(scope["path"]) and scope["method"] in uploads.METHODS:
        if refused := uploads.refusal(scope):
            return refused
    elif scope["method"] not in METHODS:
        return answers.page(scope, answers.NOT_ALLOWED, 405, {"Allow": ", ".join(METHODS)})
    if len(query) > LONGEST_QUERY or query.count(b"&") >= MOST_CHOICES:
        return answers.page({**scope, "query_string": b""}, answers.TOO_LONG, 414)
    if leads_nowhere(scope["path"]):
        return answers.page(scope, answers.NOT_FOUND, 404)
    return None


def leads_nowhere(path: str) -> bool:
    """Whether no file and no route can have this path."""
    names = path.encode(errors="replace").split(b"/")
    return len(path) > LONGEST_PATH or max(map(len, names)) > LONGEST_NAME or bool(NOWHERE.search(path))


def is_of_streamlit(path: str) -> bool:
    """Whether Streamlit answers this path: with a route that a page needs, or with a file of its own."""
    is_file = not path.endswith(".html") and (STREAMLIT_FILES / path.strip("/")).is_file()  # the document is ours
    return (
        is_file
        or uploads.is_upload(path)
        or bool(OF_STREAMLIT.fullmatch(path))
        or (path in OF_LOGIN and told.is_login_set_up())
    )
