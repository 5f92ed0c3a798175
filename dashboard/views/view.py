"""A view: what a page shows of one question, ready to be drawn on the screen or put into a document."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas
from plotly.graph_objects import Figure

from dashboard.views.tables import Column


@dataclass(frozen=True)
class View:
    """A heading, one "so what" sentence, the picture with its text alternative, its source, and the same as a table.

    `key` names the view on its page, in addresses too. `table` and `columns` as in `tables.to_display`; without a
    figure the table itself is the picture. `panels`: instead of one figure several small ones by their text
    alternative, as many beside each other as fit. `body` draws on the screen what a document shows as the table.
    `picture` draws a PNG where the picture is no figure. `chosen` says in words which filters made the table; it goes
    into the file. `colours` gives a heading's cells their background colours. `folded` says whether the table is
    hidden until it is asked for; by itself it is so under a picture or a body. `file`: the table and columns of the
    download, where cells of the screen hold several numbers.
    """

    title: str
    sentence: str
    table: pandas.DataFrame
    columns: Sequence[Column]
    source: str
    key: str
    figure: Figure | None = None
    alt: str = ""
    panels: Mapping[str, Figure] | None = None
    body: Callable[[], None] | None = None
    picture: Callable[[], bytes] | None = None
    chosen: str = ""
    colours: Mapping[str, Sequence[str]] | None = None
    folded: bool | None = None
    file: tuple[pandas.DataFrame, Sequence[Column]] | None = None

    def __post_init__(self) -> None:
        """A key is also the name of a style class, which has no other signs: one spelling everywhere."""
        object.__setattr__(self, "key", re.sub(r"[^A-Za-z0-9_-]", "-", self.key))

    @property
    def pictures(self) -> dict[str, Figure]:
        """The figures by their text alternative; none where the table is the picture."""
        return dict(self.panels or {}) if self.figure is None else {self.alt or self.title: self.figure}
