"""Errors a reader may meet, told in Danish or English.

DataError
├── SourceError      the source files break the contract: a list of findings, one per fault
└── PreparedError    a prepared version is missing, damaged or foreign
    └── DamagedError a file of a version was changed since the version was found to be good
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Text:
    """One sentence in both languages; `str()` gives the Danish one."""

    da: str
    en: str

    def in_language(self, language: str) -> str:
        return self.en if language == "en" else self.da

    def __str__(self) -> str:
        return self.da


class DataError(Exception):
    """Something about the data that is shown to the reader as a sentence, never as a traceback."""

    def __init__(self, text: Text) -> None:
        super().__init__(text.da)
        self.text = text


# Six digits of a day, and four more: with a hyphen or a space between them, or none.
CPR_NUMBER = re.compile(r"(?<!\d)(0[1-9]|[12]\d|3[01])(0[1-9]|1[0-2])\d{2}([- ]?)\d{4}(?!\d)")


def without_cpr(text: str) -> str:
    """A text to be printed: a CPR number, or what looks like one, is never repeated."""
    return CPR_NUMBER.sub("●●●●●●-●●●●", text)


@dataclass(frozen=True)
class Finding:
    """One fault in a source file: where it is, what was found and what is expected.

    `row` counts as a spreadsheet does: the header is row 1. It is None for a fault of the whole file or column.
    `grade` is `fault`, or `question` for what may be true and can be accepted (`data.plausible`).
    """

    file: str
    found: str
    expected: Text
    row: int | None = None
    column: str | None = None
    worksheet: str | None = None
    grade: str = "fault"
    question: str = ""  # the id of a question, by which it is accepted

    def __post_init__(self) -> None:
        object.__setattr__(self, "found", without_cpr(self.found))

    def sentence(self, language: str = "da") -> str:
        words = ("Fil", "ark", "række", "kolonne", "fandt", "ventede")
        if language == "en":
            words = ("File", "sheet", "row", "column", "found", "expected")
        file, worksheet, row, column, found, expected = words
        place = [f"{file} {self.file}"]
        place += [f"{worksheet} {self.worksheet}"] if self.worksheet else []
        place += [f"{row} {self.row}"] if self.row is not None else []
        place += [f"{column} {self.column}"] if self.column else []
        asked = {"da": "Spørgsmål: ", "en": "Question: "}.get(language, "") if self.grade == "question" else ""
        return f"{asked}{', '.join(place)}: {found} »{self.found}«, {expected} {self.expected.in_language(language)}"


class SourceError(DataError):
    """The source files of a dataset break the contract; `findings` lists every fault."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__(
            Text(
                "\n".join(finding.sentence("da") for finding in self.findings),
                "\n".join(finding.sentence("en") for finding in self.findings),
            )
        )


class PreparedError(DataError):
    """A prepared version cannot be used: missing, truncated, altered or written by another program."""


class DamagedError(PreparedError):
    """A file of a version that was found to be good cannot be read, or no longer holds what it did."""
