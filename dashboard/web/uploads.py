"""The one way in: files that are handed in on the page »Egne data«. Shut where that page is off.

Streamlit takes the file itself, and only with the token of its own page (XSRF); here is what it leaves out.
"""

from __future__ import annotations

import re

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Scope

from dashboard.access import handing_in, told
from dashboard.i18n.words import N_
from dashboard.web import answers

PATH = re.compile(r"/_stcore/upload_file/([0-9A-Za-z-]{1,64})/[0-9A-Za-z-]{1,64}")
METHODS = ("PUT", "DELETE")
FRAMING = 10_000  # bytes around the file in a request
NO_LENGTH = N_("Filen blev ikke modtaget: det skal siges, hvor stor den er.")
TOO_LARGE = N_("Filen er for stor, eller der er for mange filer.")
NO_PAGE = N_("Siden, som filen hører til, er ikke længere åben. Genindlæs siden.")


def is_upload(path: str) -> bool:
    """Whether a file may be sent to this path now."""
    return handing_in.is_on() and bool(PATH.fullmatch(path))


def refusal(scope: Scope) -> Response | None:
    """The answer to a file that is refused unread, None for one to take. The path is one of `is_upload`."""
    session = PATH.fullmatch(scope["path"])
    held = told.held_by(session[1]) if session else None
    if held is None:
        return answers.page(scope, NO_PAGE, 400)
    if scope["method"] == "DELETE":
        return None
    length = Headers(scope=scope).get("content-length", "")
    if not length.isascii() or not length.isdigit():
        return answers.page(scope, NO_LENGTH, 411)
    is_too_much = sum(held) + int(length) > handing_in.MOST_HELD or len(held) >= handing_in.MOST_FILES
    if is_too_much or int(length) > handing_in.MOST_BYTES + FRAMING:
        return answers.page(scope, TOO_LARGE, 413)
    return None
