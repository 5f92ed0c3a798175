"""Whose pages may show a view of ours in a frame: those that whoever runs the product names. By itself nobody's.

A host is written into a header that browsers obey, so it must be a plain origin and nothing that the header would read
as something else.
"""

from __future__ import annotations

import logging
import os
import re
from functools import lru_cache

from data.errors import Text

VARIABLE = "OMRAADEBAROMETER_INDLEJRING"
VIEW = "indlejret"  # as `visning` in the address
MOST = 20  # hosts
ORIGIN = re.compile(r"https?://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*(:[1-9][0-9]{0,4})?")
WRONG = Text(
    f"Ingen må indlejre visninger: {VARIABLE} skal være værter som https://www.kommune.dk, adskilt af mellemrum, med "
    f"små bogstaver a-z (æ, ø og å som xn--…), uden sti og uden *, og højst {MOST}.",
    f"Nobody may embed views: {VARIABLE} must be hosts like https://www.kommune.dk, separated by spaces, in small "
    f"letters a-z (others as xn--…), without path and without *, and at most {MOST}.",
)

log = logging.getLogger(__name__)


def hosts() -> tuple[str, ...]:
    """The origins whose pages may frame a view; none where none are set, or a wrong one, which the log tells."""
    return checked(os.environ.get(VARIABLE, "").strip())


@lru_cache(maxsize=1)
def checked(setting: str) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(part.rstrip("/") for part in setting.split()))
    if len(found) > MOST or not all(len(host) <= 255 and ORIGIN.fullmatch(host) for host in found):
        log.error("%s %s", WRONG.da, WRONG.en)
        return ()
    return found
