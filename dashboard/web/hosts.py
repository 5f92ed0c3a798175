"""By which names readers may reach the server. Any other is refused: a foreign page could point a name of its own at it
and read what it answers (DNS rebinding).

An address in numbers, `localhost` and the machine's own name are always good, for nobody else can make a page there.
"""

from __future__ import annotations

import ipaddress
import os
import socket
from functools import lru_cache
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.types import Scope

from dashboard.documents import public_address

VARIABLE = "OMRAADEBAROMETER_VAERTER"


def is_known(scope: Scope) -> bool:
    """Whether a request or a socket asks for a name of ours; one that names no host is of no browser."""
    asked = Headers(scope=scope).get("host", "")
    return not asked or is_ours(name(asked))


def is_ours(host: str) -> bool:
    return host in _named(os.environ.get(VARIABLE, ""), public_address.base()) or _is_number(host)


def name(host: str) -> str:
    """The name in a Host header, without its port; empty for what is none."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


@lru_cache(maxsize=4)
def _named(setting: str, address: str) -> frozenset[str]:
    machine = socket.gethostname().lower()
    given = (part.strip().lower() for part in setting.split(","))
    public = urlsplit(address).hostname or ""
    return frozenset({"localhost", machine, f"{machine}.local", public, *given}) - {""}


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
