"""What a check says to the one who handed the figures in: a grade, the places, what was found, and what to do.

What the kinds of message say stands in `said`; equal ones at many places become one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from data.errors import Text, without_cpr

SHOWN_PLACES = 3  # of a group, in its sentence; the report has them all


class Grade(StrEnum):
    """How much a message weighs: a fault stops, a question must be answered or accepted with a reason, a note tells."""

    FAULT = "fejl"
    QUESTION = "spørgsmål"
    NOTE = "oplysning"


GRADES = {
    Grade.FAULT: Text("Fejl", "Fault"),
    Grade.QUESTION: Text("Spørgsmål", "Question"),
    Grade.NOTE: Text("Oplysning", "Note"),
}


@dataclass(frozen=True)
class Place:
    """Where something stands in what was handed in. `row` and `cell` count as a spreadsheet does, from 1.

    `column` is the heading as it is written; `cell` the column's number.
    """

    file: str
    worksheet: str = ""
    row: int | None = None
    column: str = ""
    cell: int | None = None

    def named(self, language: str = "da") -> str:
        sheet, row, column = ("sheet", "row", "column") if language == "en" else ("ark", "række", "kolonne")
        parts = [self.file]
        parts += [f"{sheet} »{self.worksheet}«"] if self.worksheet else []
        parts += [f"{row} {self.row}"] if self.row is not None else []
        parts += [f"{column} »{self.column}«"] if self.column else []
        return ", ".join(parts)


@dataclass(frozen=True)
class Mend:
    """One step that mends a message: in a file's column, what is written is read as something else."""

    file: str
    worksheet: str
    column: str
    found: str
    replacement: str


@dataclass(frozen=True)
class Choice:
    """An answer that may be given, and what it means."""

    value: str
    meaning: Text


@dataclass(frozen=True)
class Ask:
    """Where the answer to a question is kept in `mapping.toml`, and the answers there are (none: any text)."""

    path: tuple[str, ...]
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Said:
    """What a kind of message says, whatever was found: `kind` is a code that never changes."""

    kind: str
    grade: Grade
    expected: Text
    how: Text

    def filled(self, **words: object) -> Said:
        return replace(self, expected=_filled(self.expected, words), how=_filled(self.how, words))


@dataclass(frozen=True)
class Message:
    """One thing that a check found, at one or more places; what mends it, and how it may be answered.

    mend_by: the step that mends it at one press, where there is one. accepted: the reason, once it is.
    """

    said: Said
    places: tuple[Place, ...]
    found: str
    mend_by: Mend | None = None
    ask: Ask | None = None
    accepted: str = ""
    name: str = ""  # its key, where prepare has given it one

    @property
    def grade(self) -> Grade:
        return self.said.grade

    @property
    def kind(self) -> str:
        return self.said.kind

    @property
    def key(self) -> str:
        """Its name when it is accepted: the kind, where it is, and what was found."""
        if self.name:
            return self.name
        where = self.places[0] if self.places else Place("")
        named = "\0".join([self.kind, where.file, where.worksheet, where.column, self.found])
        return f"{self.kind}-{hashlib.sha256(named.encode()).hexdigest()[:6]}"

    @property
    def is_open(self) -> bool:
        return self.grade == Grade.FAULT or (self.grade == Grade.QUESTION and not self.accepted)

    def headline(self, language: str = "da") -> str:
        """What was found and what is expected, with the number of places."""
        english, count = language == "en", len(self.places)
        found, expected = ("found", "expected") if english else ("fandt", "ventede")
        often = f"{count} {'places' if english else 'steder'}: " if count > 1 else ""
        return f"{often}{found} »{self.found}«, {expected} {self.said.expected.in_language(language)}"

    def where(self, language: str = "da", most: int = SHOWN_PLACES) -> str:
        more = len(self.places) - most
        named = "; ".join(place.named(language) for place in self.places[:most])
        return f"{named} (+{more})" if more > 0 else named

    def sentence(self, language: str = "da") -> str:
        """The whole message in one paragraph."""
        fix = "How to put it right" if language == "en" else "Sådan retter du"
        said = self.said.how.in_language(language)
        return f"{self.where(language)}: {_ended(self.headline(language))} {fix}: {_ended(said)}"


@dataclass
class Report:
    """The messages of a check, in the order that they were found; those that say the same are one."""

    _groups: dict[tuple[str, str, str, str, str], Message] = field(default_factory=dict)
    _places: dict[tuple[str, str, str, str, str], list[Place]] = field(default_factory=dict)

    def say(
        self,
        said: Said,
        places: Place | Iterable[Place],
        found: str,
        mend: Mend | None = None,
        ask: Ask | None = None,
        name: str = "",
    ) -> None:
        found = without_cpr(found)
        given = [places] if isinstance(places, Place) else list(places)
        first = given[0] if given else Place("")
        group = (name or said.kind, first.file, first.worksheet, first.column, found)
        if group not in self._groups:
            self._groups[group] = Message(said, (), found, mend, ask, name=name)
            self._places[group] = []
        self._places[group] += given

    @property
    def messages(self) -> list[Message]:
        return [replace(message, places=tuple(self._places[group])) for group, message in self._groups.items()]


@dataclass(frozen=True)
class Checked:
    """The messages of a finished check, faults first."""

    messages: tuple[Message, ...]

    @classmethod
    def of(cls, report: Report, accepted: Mapping[str, str]) -> Checked:
        """With the reasons of the questions that have been accepted, by their key."""
        order = list(Grade)
        found = [
            replace(message, accepted=accepted.get(message.key, "")) if message.grade == Grade.QUESTION else message
            for message in report.messages
        ]
        return cls(tuple(sorted(found, key=lambda message: order.index(message.grade))))

    def of_grade(self, grade: Grade) -> list[Message]:
        return [message for message in self.messages if message.grade == grade]

    @property
    def faults(self) -> list[Message]:
        return self.of_grade(Grade.FAULT)

    @property
    def questions(self) -> list[Message]:
        """Those that still wait for an answer."""
        return [message for message in self.of_grade(Grade.QUESTION) if message.is_open]

    @property
    def is_clean(self) -> bool:
        return not any(message.is_open for message in self.messages)


def _filled(text: Text, words: Mapping[str, object]) -> Text:
    """The text with its words filled in; a word in two languages in each of them."""
    in_danish = {name: word.da if isinstance(word, Text) else word for name, word in words.items()}
    in_english = {name: word.en if isinstance(word, Text) else word for name, word in words.items()}
    return Text(text.da.format(**in_danish), text.en.format(**in_english))


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) else f"{sentence}."
