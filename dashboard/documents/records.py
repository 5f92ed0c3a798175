"""What goes home from a meeting, before it is a PowerPoint or a PDF: the agenda's items with their views and pictures.

Both documents are made from these records alone, so that they cannot tell different things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.view import View

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # signs that XML 1.0 does not know
SLUG_LENGTH = 40


@dataclass(frozen=True)
class Picture:
    """A PNG, the text that stands for it, and its size in CSS pixels. `is_part`: of a picture cut up for its height.
    `svg`: the same in lines, where it is known.
    """

    png: bytes
    alt: str
    width: int
    height: int
    is_part: bool = False
    svg: str = ""


@dataclass(frozen=True)
class Entry:
    """One item of the agenda. `view` is None for a spoken item, and where its view could not be made; `remarks` say
    what was wrong with its link or picture. `address`: the page of the view, with its host. `data` names the dataset,
    its version and date; `mark` is "Fiktive tal" or empty. `last`: what the last meeting said, and what has moved
    since.
    """

    title: str
    minutes: int | None = None
    note: str = ""
    decision: str = ""
    responsible: str = ""
    view: View | None = None
    pictures: tuple[Picture, ...] = ()
    remarks: tuple[str, ...] = ()
    address: str = ""
    data: str = ""
    mark: str = ""
    last: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the item is called: by itself, or else by its view."""
        return clean(self.title or (self.view.title if self.view else ""))

    def noted(self, words: Words) -> list[tuple[str, str]]:
        """Note, decision and who sees to it, each by its label: the last two always, so that a missing one is seen."""
        none = words("Ikke noteret")
        note = [(words("Note"), self.note)] if self.note else []
        if self.last:
            note.append((words("Siden sidst"), "\n".join(self.last)))
        return [*note, (words("Besluttet"), self.decision or none), (words("Ansvarlig"), self.responsible or none)]


@dataclass(frozen=True)
class Meeting:
    """The meeting. `day` as YEAR-MM-DD or empty, `address` that of the product."""

    title: str
    day: str
    place: str
    entries: Sequence[Entry]
    address: str
    words: Words

    @property
    def where_and_when(self) -> str:
        return ", ".join(text for text in (labels.day(self.day, self.words) if self.day else "", self.place) if text)

    @property
    def data_line(self) -> str:
        """Which data all of it comes from."""
        return "; ".join(dict.fromkeys(entry.data for entry in self.entries if entry.data))

    @property
    def mark(self) -> str:
        """ "Fiktive tal" where any of it is invented."""
        return next((entry.mark for entry in self.entries if entry.mark), "")

    @property
    def plan(self) -> list[list[str]]:
        """Number, name and minutes of every item."""
        return [
            [str(number), entry.name, self.words("{n} min.", n=entry.minutes) if entry.minutes else ""]
            for number, entry in enumerate(self.entries, 1)
        ]

    @property
    def decisions(self) -> list[list[str]]:
        """Every item with what was decided and who sees to it."""
        return [
            [f"{number}. {entry.name}", entry.decision or "–", entry.responsible or "–"]
            for number, entry in enumerate(self.entries, 1)
        ]

    def file_name(self, suffix: str) -> str:
        """2026-12-01_styregruppemoede.pptx: letters that every file system and mail takes."""
        plain = labels.slug(self.title).replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
        name = re.sub("[^a-z0-9-]", "", plain)[:SLUG_LENGTH].strip("-") or "dagsorden"
        day = re.sub("[^0-9-]", "", self.day)
        return f"{day}_{name}.{suffix}" if day else f"{name}.{suffix}"


def left_out(rows: int, columns: int, is_shortened: bool, words: Words) -> list[str]:
    """What of a table does not stand in a document, in sentences."""
    said = []
    if rows > 0:
        said.append(words.plural("{n} række mere i barometeret.", "{n} rækker mere i barometeret.", rows))
    if columns:
        said.append(words.plural("{n} kolonne mere i barometeret.", "{n} kolonner mere i barometeret.", columns))
    if is_shortened:
        said.append(words("Lange tekster er forkortet; de står helt i barometeret."))
    return said


def clean(text: object) -> str:
    """A text that an XML file can hold: what is typed and what comes from data may hold any sign."""
    return FORBIDDEN.sub("", str(text))
