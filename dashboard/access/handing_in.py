"""Whether figures may be handed in on the page »Egne data«, and where they lie until they are published: by itself no.

The folder of drafts is named in the environment. What lies there may hold what disclosure hides, so it is none of the
folders that readers' files come from.
"""

from __future__ import annotations

import logging
import os
from functools import lru_cache
from pathlib import Path

from dashboard.access.policy import ROOT
from data.errors import Text

VARIABLE = "OMRAADEBAROMETER_EGNE_DATA"
PAGE = "egne-data"
MOST_BYTES = 100_000_000  # of a file; `server.maxUploadSize` in .streamlit/config.toml says the same
MOST_HELD = 400_000_000  # of all the files that one open page has sent
MOST_FILES = 200
OPEN_FOLDERS = ("data/prepared", "data/source", "geo/source", "dashboard", "pages")  # published, or part of the program
WRONG = Text(
    f"»Egne data« er slået fra: {VARIABLE} skal være en mappe, skrevet fra roden, uden for det, der udgives.",
    f'"Own data" is off: {VARIABLE} must be a folder, written from the root, outside what is published.',
)

log = logging.getLogger(__name__)


def folder() -> Path | None:
    """Where drafts lie; None where nothing may be handed in."""
    return _checked(os.environ.get(VARIABLE, "").strip())


def is_on() -> bool:
    return folder() is not None


@lru_cache(maxsize=4)
def _checked(setting: str) -> Path | None:
    if not setting:
        return None
    found = Path(setting)
    if not found.is_absolute() or any(found.resolve().is_relative_to(ROOT / name) for name in OPEN_FOLDERS):
        log.error("%s %s", WRONG.da, WRONG.en)
        return None
    return found
