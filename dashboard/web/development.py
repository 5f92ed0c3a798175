"""What a developer sees besides: a bar with the time and the bytes of each run, and errors with their details.

`make dev` switches it on; readers never get it.
"""

from __future__ import annotations

import os

SWITCH = "OMRAADEBAROMETER_DEV"


def is_on() -> bool:
    return os.environ.get(SWITCH) == "1"
