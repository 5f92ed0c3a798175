"""The time it is where the readers are."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo


def today() -> date:
    """The day it is in Denmark."""
    return datetime.now(ZoneInfo("Europe/Copenhagen")).date()
