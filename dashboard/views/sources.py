"""The line that says where records come from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

import pandas

from dashboard.i18n.words import Words
from dashboard.views import sentences


class Cited(Protocol):
    """Anything that says which source and page it is from."""

    @property
    def source_id(self) -> str: ...

    @property
    def page(self) -> str: ...


def source_line(rows: Iterable[Cited], sources: pandas.DataFrame, words: Words) -> str:
    """`sentences.source_line` of records. `sources`: the table of `data.contracts.Source`."""
    cited = pandas.DataFrame([(row.source_id, row.page) for row in rows], columns=["source_id", "page"], dtype=str)
    return sentences.source_line(cited, sources, words)
