"""What was found when disclosure control itself was last tried on random registers, kept beside the program.

Written by `python -m tests.benchmarks.disclosure --record`, printed on *Data og metode*.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RECORD = Path(__file__).with_name("disclosure_record.json")


@dataclass(frozen=True)
class DisclosureRecord:
    """One run. `compared` and `agreeing` count the intervals of hidden values that τ-Argus computed too."""

    day: str  # ISO date
    sets: int  # random registers published and attacked
    refused: int  # of further ones, that could not be protected and so were not published
    hidden: int  # values hidden in all of them
    leaks: int
    narrowed: int
    compared: int
    agreeing: int


@cache
def read_record() -> DisclosureRecord:
    """The record of the last run."""
    return DisclosureRecord(**json.loads(RECORD.read_text(encoding="utf-8")))
