"""What a check says to the one who handed the figures in: a grade, the places, what was found, and what to do."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from data.errors import Text

SHOWN_PLACES = 5  # of a group, in its sentence; the report has them all


class Grade(StrEnum):
    """How much a message weighs: a fault stops, a question must be accepted with a reason, a note tells."""

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
class Message:
    """One thing that a check found, at one or more places.

    kind: a code that never changes; with what was found and where, it names the message (`key`) when it is accepted.
    mend_by: the step that mends it at one press, where there is one.
    """

    grade: Grade
    kind: str
    places: tuple[Place, ...]
    found: str
    expected: Text
    how: Text
    mend_by: Mend | None = None
    accepted: str = ""  # the reason, once a question is accepted

    @property
    def key(self) -> str:
        where = self.places[0] if self.places else Place("")
        named = "\0".join([self.kind, where.file, where.worksheet, where.column, self.found])
        return f"{self.kind}-{hashlib.sha256(named.encode()).hexdigest()[:8]}"

    @property
    def is_open(self) -> bool:
        return self.grade == Grade.FAULT or (self.grade == Grade.QUESTION and not self.accepted)

    def sentence(self, language: str = "da") -> str:
        """The whole message in one paragraph, as the command prints it."""
        english = language == "en"
        count = len(self.places)
        found, expected, fix = (
            ("found", "expected", "how to put it right")
            if english
            else (
                "fandt",
                "ventede",
                "sådan retter du",
            )
        )
        more = f" (+{count - SHOWN_PLACES})" if count > SHOWN_PLACES else ""
        where = "; ".join(place.named(language) for place in self.places[:SHOWN_PLACES]) + more
        rows = f"{count} {'places' if english else 'steder'}: " if count > 1 else ""
        said = f"{rows}{where}: {found} »{self.found}«, {expected} {self.expected.in_language(language)}."
        return f"{said} {fix[0].upper()}{fix[1:]}: {self.how.in_language(language)}."


@dataclass
class Report:
    """The messages of a check, in the order that they were found, each group once."""

    messages: list[Message] = field(default_factory=list)

    def add(self, message: Message) -> None:
        self.messages.append(message)

    def say(
        self,
        grade: Grade,
        kind: str,
        places: Iterable[Place],
        found: str,
        expected: Text,
        how: Text,
        mend: Mend | None = None,
    ) -> None:
        self.add(Message(grade, kind, tuple(places), found, expected, how, mend))

    def of(self, grade: Grade) -> list[Message]:
        return [message for message in self.messages if message.grade == grade]

    @property
    def open(self) -> list[Message]:
        """What keeps the figures from being published."""
        return [message for message in self.messages if message.is_open]

    def accepted(self, reasons: Mapping[str, str]) -> Report:
        """The same, with the reasons of the questions that have been accepted, by their key."""
        return Report(
            [
                replace(message, accepted=reasons[message.key])
                if message.grade == Grade.QUESTION and message.key in reasons
                else message
                for message in self.messages
            ]
        )
