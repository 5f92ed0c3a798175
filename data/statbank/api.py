"""The StatBank's programming interface: what a table holds (`tableinfo`), and its cells as CSV (`data`).

Requests are posted as JSON to https://api.statbank.dk/v1/; the interface is described by Danmarks Statistik at
https://www.dst.dk/da/Statistik/hjaelp-til-statistikbanken/api. Every variable must be chosen from. A CSV has at most a
million cells: larger ones are taken in pieces. A fault is a JSON object of `errorTypeCode` and `message`.
"""

from __future__ import annotations

import csv
import io
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

import httpx2

from data.errors import DataError, Text

BASE = "https://api.statbank.dk/v1"
MOST_CELLS = 1_000_000
WAITS = (2.0, 8.0, 30.0)  # seconds before another try, where the server or the line fails
TIMEOUT = 120
TOO_MANY = ("REQUEST-LIMIT", "EXTRACT-TOOBIG")
TOTALS = ("TOT", "IALT", "000", "0")
CONTENT = "INDHOLD"
Selection = Mapping[str, Sequence[str]]  # variable -> codes
Cell = dict[str, str]  # variable, upper case -> code, and the content

WORDS = {
    "EXTRACT-NOTFOUND": Text("kender ikke tabellen eller en kode", "does not know the table or a code"),
    "EXTRACT-NOTALLOWED": Text("mangler et valg for en variabel", "lacks a choice of a variable"),
    "REQUEST-MISSING": Text("mangler tabel eller format", "lacks the table or the format"),
    "REQUEST-EMPTY": Text("fik en tom forespørgsel", "got an empty request"),
    "REQUEST-NOTFOUND": Text("har ikke en funktion på den adresse", "has no function at that address"),
    "REQUEST-LIMIT": Text("afviser så mange celler på én gang", "refuses so many cells at once"),
    "EXTRACT-TOOBIG": Text("afviser så mange celler på én gang", "refuses so many cells at once"),
}


class StatBankError(DataError):
    """The StatBank refused, or could not be reached. `code` is its own; empty where it gave none."""

    def __init__(self, text: Text, code: str = "") -> None:
        super().__init__(text)
        self.code = code


@dataclass(frozen=True)
class Variable:
    """What a table is broken down by: its codes and their names, and whether it is time."""

    name: str
    text: str
    is_time: bool
    values: Mapping[str, str]

    @property
    def total(self) -> str:
        """The code of everything together. Raises StatBankError for a variable without one."""
        for code, text in self.values.items():
            if code.upper() in TOTALS or text.lower().endswith("i alt"):
                return code
        example = f"{self.name}={next(iter(self.values))}"
        raise StatBankError(
            Text(
                f"Variablen {self.name} har ingen »i alt«: vælg selv, fx --choose {example}",
                f"The variable {self.name} has no total: choose, such as --choose {example}",
            )
        )


@dataclass(frozen=True)
class TableInfo:
    """A table of the StatBank: title, what it says of itself, when it was last changed, its variables."""

    table: str
    title: str
    told: str  # description and footnotes
    unit: str
    updated: str
    variables: tuple[Variable, ...]

    def variable(self, name: str) -> Variable:
        """Raises StatBankError where the table has no variable of the name."""
        for variable in self.variables:
            if variable.name.upper() == name.upper():
                return variable
        names = ", ".join(variable.name for variable in self.variables)
        raise StatBankError(
            Text(f"{self.table} har ikke variablen {name}, men {names}", f"{self.table} has no {name}, but {names}")
        )

    @property
    def time(self) -> Variable:
        return next(variable for variable in self.variables if variable.is_time)


class Client:
    """Asks the StatBank; tries again where the line or the server fails, and never where the question was wrong."""

    def __init__(self, base: str = BASE, sleep: Callable[[float], None] = time.sleep) -> None:
        self.base, self.sleep = base.rstrip("/"), sleep

    def info(self, table: str) -> TableInfo:
        """What a table holds. Raises StatBankError."""
        answer = self._post("tableinfo", {"table": table, "format": "JSON", "lang": "da"})
        try:
            return _table_info(answer.json())
        except (ValueError, KeyError, TypeError) as error:
            raise StatBankError(_unexpected("tableinfo")) from error

    def cells(self, info: TableInfo, selection: Selection) -> list[Cell]:
        """The chosen cells, by codes. Raises StatBankError, with the code of a limit where they are too many."""
        answer = self._post(
            "data",
            {
                "table": info.table,
                "format": "CSV",
                "lang": "da",
                "delimiter": "Semicolon",
                "valuePresentation": "Code",
                "variables": [{"code": name, "values": list(codes)} for name, codes in selection.items()],
            },
        )
        return read_csv(answer.content.decode("utf-8-sig"))

    def _post(self, function: str, question: Mapping[str, Any]) -> httpx2.Response:
        for wait in (*WAITS, None):
            try:
                answer = httpx2.post(f"{self.base}/{function}", json=question, timeout=TIMEOUT)
            except httpx2.HTTPError as error:
                told = Text(
                    f"kunne ikke nås ({type(error).__name__})", f"could not be reached ({type(error).__name__})"
                )
            else:
                if answer.is_success:
                    return answer
                told = Text(f"svarede {answer.status_code}", f"answered {answer.status_code}")
                if answer.status_code < 500 and answer.status_code != 429:
                    raise _refusal(answer, str(question.get("table", "")))
            if wait is not None:
                self.sleep(wait)
        raise StatBankError(
            Text(
                f"Statistikbanken {told.da}; prøv igen senere: det, der er hentet, hentes ikke igen",
                f"The StatBank {told.en}; try again later: what was fetched is not fetched again",
            )
        )


def pieces(info: TableInfo, selection: Selection, most: int = MOST_CELLS) -> Iterator[Selection]:
    """The selection in parts of at most so many cells: by time, then by the variable with most codes."""
    if prod(len(codes) for codes in selection.values()) <= most:
        yield selection
        return
    longest = max(selection, key=lambda name: len(selection[name]))
    name = info.time.name if len(selection[info.time.name]) > 1 else longest
    if len(selection[name]) == 1:
        yield selection
        return
    middle = len(selection[name]) // 2
    for part in (selection[name][:middle], selection[name][middle:]):
        yield from pieces(info, {**selection, name: part}, most)


def read_csv(text: str) -> list[Cell]:
    """The cells of a CSV, by variables in upper case. Raises StatBankError where it is something else."""
    rows = csv.DictReader(io.StringIO(text), delimiter=";")
    names = [name.upper() for name in rows.fieldnames or ()]
    if CONTENT not in names:
        raise StatBankError(_unexpected("data"))
    return [{name.upper(): (value or "").strip() for name, value in row.items() if name} for row in rows]


def _table_info(told: Mapping[str, Any]) -> TableInfo:
    notes = told.get("footnote") or {}
    footnotes = [notes] if isinstance(notes, Mapping) else notes
    texts = [str(told.get("description", "")), *(str(note.get("text", "")) for note in footnotes)]
    variables = tuple(
        Variable(
            each["id"],
            str(each.get("text", each["id"])),
            bool(each.get("time", False)),
            {value["id"]: str(value.get("text", value["id"])) for value in each["values"]},
        )
        for each in told["variables"]
    )
    title, unit = str(told.get("text", told["id"])), str(told.get("unit", ""))
    return TableInfo(told["id"], title, " ".join(texts), unit, str(told.get("updated", "")), variables)


def _refusal(answer: httpx2.Response, table: str) -> StatBankError:
    """What the StatBank said, in words of its code."""
    try:
        told = answer.json()
        code, message = str(told["errorTypeCode"]), str(told["message"])[:200]
    except (ValueError, KeyError, TypeError):
        code, message = "", f"HTTP {answer.status_code}"
    words = WORDS.get(code, Text("afviser", "refuses"))
    return StatBankError(
        Text(f"Statistikbanken {words.da} ({table}): {message}", f"The StatBank {words.en} ({table}): {message}"), code
    )


def _unexpected(function: str) -> Text:
    return Text(f"Statistikbanken svarede noget andet end {function}", f"The StatBank answered no {function}")
