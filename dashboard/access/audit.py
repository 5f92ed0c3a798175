"""The log of who signed in and out and who published what; never of what anybody reads.

One line of JSON an event, appended to the file that the environment names; without it there is no such log.
"""

from __future__ import annotations

import getpass
import json
import logging
import os
from datetime import UTC, datetime
from pathlib import Path

VARIABLE = "OMRAADEBAROMETER_REVISIONSLOG"

log = logging.getLogger(__name__)


def operator() -> str:
    """Whose account of the machine this process runs under: who has given a command."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # an account without a name, as containers have them
        return str(os.getuid())


def note(event: str, **facts: str) -> None:
    """Append an event. A log that cannot be written is told of in the server's log and stops nobody."""
    path = os.environ.get(VARIABLE, "").strip()
    if not path:
        return
    line = json.dumps(
        {"tid": datetime.now(UTC).isoformat(timespec="seconds"), "hvad": event, **facts}, ensure_ascii=False
    )
    try:
        descriptor = os.open(Path(path), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o640)
        with os.fdopen(descriptor, "a", encoding="utf-8") as file:
            file.write(f"{line}\n")  # one write, so lines of several processes never mix
    except OSError as error:
        log.error("Revisionsloggen kunne ikke skrives: %s", error)
