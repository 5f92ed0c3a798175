"""The draft: the source tables of a dataset as they would be published, and where each of their cells came from."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from data.contracts import SOURCE_TABLES
from data.errors import Finding, Text
from data.intake import package, said, words
from data.intake.answers import Answers, written
from data.intake.areas import Areas
from data.intake.dataset import Dataset
from data.intake.entries import Entry, Tables
from data.intake.handed import HandedFile
from data.intake.messages import Checked, Place, Report
from data.intake.picture import Picture
from data.intake.plans import Plan

ORDER = {"observations": ("indicator_id", "area_id", "age_group", "breakdown", "period_start", "period_end")}
PATTERNS = {  # what a pattern of the contract means, for those who should not have to read one
    "^[a-z0-9_]+$": Text("et id af små bogstaver, tal og _", "an id of small letters, digits and _"),
    "^[a-z0-9_]+(-[0-9]+)?$": Text("en aldersgruppe som 15-17", "an age group such as 15-17"),
    r"^(\d{4}|[A-Z][A-Za-z0-9]*)?$": Text("en kommunekode på fire cifre", "a municipality's code of four digits"),
}
OF_PREPARE = "__"  # in the ids of its questions
NOBODY, FIRST_DAY = "Ikke oplyst", "2000-01-01"
A_DATE = Text("en dato, fx 31-12-2025", "a date, such as 31-12-2025")


@dataclass(frozen=True)
class Draft:
    """What was handed in, as it was recognised and as it would be published."""

    dataset: Dataset
    answers: Answers
    files: tuple[HandedFile, ...]
    plans: tuple[Plan, ...]
    pictures: tuple[Picture, ...]
    tables: Tables
    areas: Areas
    report: Report
    digest: str
    addresses: tuple[tuple[Plan, tuple[tuple[str, float, float], ...]], ...] = ()  # area as written, east and north

    @property
    def checked(self) -> Checked:
        return Checked.of(self.report, {key: found.reason for key, found in self.answers.accepted.items()})

    @property
    def is_whole(self) -> bool:
        """Whether there is enough to write: areas, indicators, numbers and sources."""
        return all(self.tables.get(table) for table in ("areas", "indicators", "observations", "sources"))


def write(draft: Draft, folder: Path) -> None:
    """Write the source tables of a draft, with its settings and answers, into a folder of their own."""
    shutil.rmtree(folder, ignore_errors=True)
    answered = accepted_questions(draft.answers)
    there = {entry["question"] for entry in answered}
    kept = [entry for entry in draft.tables["accepted_questions"] if entry["question"] not in there]
    draft.tables["accepted_questions"] = [*kept, *answered]
    folder.mkdir(parents=True)
    for table, row in SOURCE_TABLES.items():
        columns = row.columns()
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, lineterminator="\n")
            lines.writerow(columns)
            lines.writerows([entry[column] for column in columns] for entry in ordered(table, draft.tables[table]))
    (folder / package.FILE).write_bytes(package.written(draft.dataset.dataset_id, draft.dataset.name.da))
    (folder / "mapping.toml").write_text(written(draft.answers), encoding="utf-8")
    settings = next((file.path for file in draft.files if file.path and file.path.name == "dataset.toml"), None)
    if settings:
        shutil.copyfile(settings, folder / "dataset.toml")


def ordered(table: str, entries: Iterable[Entry]) -> list[Entry]:
    """The rows of a table in the order of its file: numbers by what they are about, others as they were handed in."""
    by = ORDER.get(table)
    return sorted(entries, key=lambda entry: [entry[column] for column in by]) if by else list(entries)


def told(draft: Draft, findings: Iterable[Finding]) -> None:
    """Say what prepare found wrong in the written tables and shapes, at the places where it was handed in."""
    rows = {table: ordered(table, entries) for table, entries in draft.tables.items()}
    areas = {entry["area_id"]: entry for entry in draft.tables["areas"]}
    for finding in findings:
        entries = rows.get(finding.file.removesuffix(".csv"), [])
        entry = entries[finding.row - 2] if finding.row and 2 <= finding.row < len(entries) + 2 else None
        found = finding.found
        area_id, _, rest = found.partition(": ")
        if entry is None and area_id in areas:  # shapes are told of by the area's id
            entry, found = areas[area_id], rest or found
        place = entry.place(finding.column or "") if entry else Place("")
        if not place.file:  # of a row that is derived
            place = Place(finding.file, column=finding.column or "")
        kind = said.DOUBTFUL if finding.question else said.CONTRACT
        expected = without_command(finding.expected) if finding.question else in_words(finding.expected)
        draft.report.say(kind.filled(expected=expected), place, found, name=finding.question)


def without_command(expected: Text) -> Text:
    """A question of prepare without its words on how it is accepted in a source table."""
    return Text(expected.da.partition(". Ret tallet, eller")[0], expected.en.partition(". Correct the number, or")[0])


def accepted_questions(answers: Answers) -> list[Entry]:
    """The rows of `accepted_questions`: what prepare asked and somebody has accepted."""
    return [
        Entry(
            {
                "question": key,
                "reason_da": found.reason,
                "accepted_by_da": found.by or NOBODY,
                "accepted_on": found.on or FIRST_DAY,
            }
        )
        for key, found in answers.accepted.items()
        if OF_PREPARE in key
    ]


def in_words(expected: Text) -> Text:
    """What is expected without a regular expression."""
    pattern = expected.da.removeprefix("mønsteret ")
    if pattern == expected.da:
        return expected
    return PATTERNS.get(
        pattern, A_DATE if r"\d{4}" in pattern else Text("en anden skrivemåde", "another way of writing")
    )


def codes_in_words(table: str, column: str) -> str:
    return ", ".join(words.code_words(table, column).values())
