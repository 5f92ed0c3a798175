"""A view: what a page shows of one question, ready to be drawn on the screen or put into a document."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from types import MappingProxyType
from typing import TypeVar

import pandas
import plotly.io
from plotly.graph_objects import Figure

from dashboard.views.tables import Column

V = TypeVar("V")
_MARKS = count(1)


@dataclass(frozen=True)
class Chart:
    """A finished figure, as the browser gets it: nobody can change it."""

    json: str

    @classmethod
    def of(cls, figure: Figure | Chart) -> Chart:
        return figure if isinstance(figure, cls) else cls(plotly.io.to_json(figure, validate=False))

    def figure(self) -> Figure:
        """A figure of one's own."""
        return plotly.io.from_json(self.json)


@dataclass(frozen=True)
class View:
    """A heading, one "so what" sentence, the picture with its text alternative, its source, and the same as a table.

    Figures become `Chart`s and lists tuples, so that readers can share a view. `key` names it on its page, in addresses
    too. `table` and `columns` as in `tables.to_display`; without a figure the table itself is the picture. `panels`:
    instead of one figure several small ones by their text alternative, as many beside each other as fit. `body` draws
    on the screen what a document shows as the table. `picture` draws an SVG where the picture is no figure. `chosen`
    says in words which filters made the table; it goes into the file. `colours` gives a heading's cells their
    background colours. `folded` says whether the table is hidden until it is asked for; by itself it is so under a
    picture or a body. `file`: the table and columns of the download, where cells of the screen hold several numbers.
    `place` and `years` say where and when in a heading that stands alone.
    """

    title: str
    sentence: str
    table: pandas.DataFrame
    columns: Sequence[Column]
    source: str
    key: str
    figure: Figure | Chart | None = None
    alt: str = ""
    panels: Mapping[str, Figure | Chart] | None = None
    body: Callable[[], None] | None = None
    picture: Callable[[], str] | None = None
    chosen: str = ""
    colours: Mapping[str, Sequence[str]] | None = None
    folded: bool | None = None
    file: tuple[pandas.DataFrame, Sequence[Column]] | None = None
    place: str = ""
    years: str = ""

    mark: int | None = field(default=None, init=False)  # of a view that is kept: what was drawn of it can be sent again

    def __post_init__(self) -> None:
        """A key is also the name of a style class, which has no other signs: one spelling everywhere."""
        self._set(
            key=re.sub(r"[^A-Za-z0-9_-]", "-", self.key),
            columns=tuple(self.columns),
            figure=None if self.figure is None else Chart.of(self.figure),
            panels=None if self.panels is None else _fixed({alt: Chart.of(part) for alt, part in self.panels.items()}),
            colours=None if self.colours is None else _fixed({key: tuple(of) for key, of in self.colours.items()}),
        )

    @property
    def heading(self) -> str:
        """Høje-Taastrup · Sigtelser pr. 1.000 indbyggere · 2015–2023: a title to be read without its page."""
        return " · ".join(filter(None, (self.place, self.title, self.years)))

    @property
    def charts(self) -> dict[str, Chart]:
        """The charts by their text alternative; none where the table is the picture."""
        one = None if self.figure is None else Chart.of(self.figure)
        several = {alt: Chart.of(part) for alt, part in (self.panels or {}).items()}
        return several if one is None else {self.alt or self.title: one}

    def marked(self) -> View:
        """The view with a mark of its own; one that is `replace`d loses it."""
        found = copy.copy(self)
        found._set(mark=next(_MARKS))
        return found

    def handed_out(self) -> View:
        """The same view with tables of one's own: changing them changes nothing for others.

        They are deep copies, which share texts all the same. Of a shallow one pandas keeps a note with every column of
        the original, after it is gone too: up to 500 a column, tens of megabytes in all.
        """
        found = copy.copy(self)
        file = None if self.file is None else (self.file[0].copy(), tuple(self.file[1]))
        found._set(table=self.table.copy(), file=file)
        return found

    def _set(self, **values: object) -> None:
        for name, value in values.items():
            object.__setattr__(self, name, value)


def _fixed(values: Mapping[str, V]) -> Mapping[str, V]:
    return MappingProxyType(dict(values))
