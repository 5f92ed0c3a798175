"""Who may read what through the API: the one place to ask, before anything is read.

A dataset asks of a program what it asks of a reader of *Data og metode*, where the same tables are given in one file.
"""

from __future__ import annotations

from starlette.requests import Request

from dashboard.access import readers, told
from dashboard.web import gate


def may_read(request: Request, dataset: str, _table: str = "") -> bool:
    """Whether whoever asks may read a dataset, or one table of it."""
    needed = told.policy().needed(gate.PAGE_OF_API, dataset)
    return readers.of_cookies(request.cookies).may(needed)
