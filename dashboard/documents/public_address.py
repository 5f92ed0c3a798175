"""The address that readers know the product by, for links in what leaves the browser.

Whoever runs the product sets it. What a request says of its host is never used: anybody can say anything there, and a
sheet that was made for one reader is kept for all.
"""

from __future__ import annotations

import logging
import os
import re
from functools import lru_cache
from urllib.parse import urlsplit

from data.errors import Text

VARIABLE = "OMRAADEBAROMETER_ADRESSE"
LONGEST = 200  # characters; a sheet prints it on one line
FORM = re.compile(r"https?://[^\s/?#@]+(/[^\s?#]*)?")
WRONG = Text(
    f"Links i ark og filer nævner ingen vært: {VARIABLE} skal være en adresse som https://barometer.kommune.dk/ uden "
    f"brugernavn, »?« og »#« og på højst {LONGEST} tegn.",
    f"Links in sheets and files name no host: {VARIABLE} must be an address like https://barometer.kommune.dk/ without "
    f'user name, "?" and "#", of at most {LONGEST} characters.',
)

log = logging.getLogger(__name__)


def base() -> str:
    """The address without a page, ending in a slash; empty where none is set, or a wrong one, which the log tells."""
    return checked(os.environ.get(VARIABLE, "").strip())


@lru_cache(maxsize=1)
def checked(setting: str) -> str:
    if setting and not is_address(setting):
        log.error("%s %s", WRONG.da, WRONG.en)
        return ""
    return f"{setting.rstrip('/')}/" if setting else ""


def is_address(setting: str) -> bool:
    try:
        parts = urlsplit(setting)
        return bool(FORM.fullmatch(setting) and parts.hostname and (parts.port or True)) and len(setting) <= LONGEST
    except ValueError:  # a port or an IPv6 address that is none
        return False
