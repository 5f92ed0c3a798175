"""A cell as a source file writes it, by what the contract says of its column."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache

from pandera.pandas import Column

from data.contracts import (
    DATE,
    DATE_OR_EMPTY,
    MONTH_OR_DATE,
    REFERENCES,
    SOURCE_TABLES,
    YEAR_OR_DATE,
    YEAR_OR_DATE_OR_EMPTY,
)
from data.errors import Text
from data.intake import ages, numbers, periods, said, words
from data.intake.messages import Ask, Choice, Mend, Said
from data.intake.numbers import Form
from data.intake.sheets import Cell, text

DAY = re.compile(r"(\d{1,2})[./-]\s?(\d{1,2})[./-]\s?((?:19|20)\d\d)")
ISO = re.compile(r"(?:19|20)\d\d(?:-\d\d(?:-\d\d)?)?")
WHOLE_DATES = (DATE, DATE_OR_EMPTY)
PART_DATES = (MONTH_OR_DATE, YEAR_OR_DATE, YEAR_OR_DATE_OR_EMPTY)
MOST_WORDS = 12


@dataclass(frozen=True)
class Read:
    """What a cell is as a field, or what is wrong with it."""

    field: str
    wrong: Said | None = None
    meant: str = ""  # what it probably should be, for a step that mends it
    ask: Ask | None = None


@dataclass(frozen=True)
class Kind:
    """What the contract says of a column."""

    table: str
    column: str
    type: str  # text, key, truth, whole, number, date, part_date, code, age
    codes: tuple[str, ...] = ()
    is_required: bool = False

    @property
    def is_number(self) -> bool:
        return self.type in ("whole", "number")


@cache
def kind(table: str, column: str) -> Kind:
    contract = SOURCE_TABLES[table].schema().columns[column]
    patterns = {str(check.statistics.get("pattern", "")) for check in contract.checks}
    codes = next((check.statistics["allowed_values"] for check in contract.checks if check.name == "isin"), ())
    is_required = not contract.nullable and _refuses_empty(contract)
    dtype = str(contract.dtype)
    if column == "age_group":
        found = "age"
    elif dtype == "bool":
        found = "truth"
    elif dtype in ("int64", "Int64"):
        found = "whole"
    elif dtype == "float64":
        found = "number"
    elif patterns & set(WHOLE_DATES):
        found = "date"
    elif patterns & set(PART_DATES):
        found = "part_date"
    elif codes or words.codes(table, column):
        found = "code"
    else:
        found = "key" if "^[a-z0-9_]+$" in patterns or (table, column) in REFERENCES else "text"
    return Kind(table, column, found, tuple(str(code) for code in codes), is_required)


def read(cell: Cell, of: Kind, form: Form, answered: str = "") -> Read:
    """A cell as a field of a column; empty stays empty. `form`: how the column writes its numbers."""
    written = text(cell)
    if not written:
        return Read("")
    if written.startswith("#") and written.rstrip("!?").isupper():
        return Read("", said.CELL_ERROR)
    return READERS.get(of.type, _text)(cell, of, form, answered)


def _refuses_empty(contract: Column) -> bool:
    dtype = str(contract.dtype)
    return dtype in ("bool", "int64", "float64") or any(
        check.name in ("isin", "str_length") or not re.search(str(check.statistics.get("pattern", "")), "")
        for check in contract.checks
        if check.name in ("isin", "str_length", "str_matches")
    )


def _text(cell: Cell, _of: Kind, _form: Form, _answered: str) -> Read:
    return Read(text(cell))


def _key(cell: Cell, _of: Kind, _form: Form, _answered: str) -> Read:
    return Read(words.slug(text(cell)))


def _truth(cell: Cell, _of: Kind, _form: Form, _answered: str) -> Read:
    found = words.truths().get(words.plain(text(cell)))
    return Read(found) if found else Read("", said.UNKNOWN_CODE.filled(words="ja, nej"))


def _whole(cell: Cell, of: Kind, form: Form, answered: str) -> Read:
    if of.column in ("valid_from", "valid_to", "period_start", "period_end", "year", "before", "after", "start", "end"):
        period = periods.period(cell)
        return Read(str(period.start)) if period else Read("", said.NO_YEAR)
    found = _number(cell, of, form, answered)
    return found if found.wrong or float(found.field) == int(float(found.field)) else Read("", said.NOT_WHOLE)


def _number(cell: Cell, _of: Kind, form: Form, _answered: str) -> Read:
    found = numbers.number(cell, form)
    return Read(numbers.plain_number(found)) if found is not None else Read("", said.NOT_A_NUMBER)


def _date(cell: Cell, of: Kind, form: Form, answered: str) -> Read:
    found = _part_date(cell, of, form, answered)
    if len(found.field) == len("2025") and "end" in of.column:
        return Read(f"{found.field}-12-31")
    return Read(f"{found.field}-01-01"[:10]) if found.field else found


def _part_date(cell: Cell, _of: Kind, _form: Form, _answered: str) -> Read:
    if isinstance(cell, date):
        return Read(cell.isoformat()[:10])
    written = text(cell)
    if found := DAY.fullmatch(written):
        written = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}"
    if ISO.fullmatch(written):
        try:
            date.fromisoformat(f"{written}-01-01"[:10])
            return Read(written)
        except ValueError:
            pass
    return Read("", said.BAD_DATE)


def _age(cell: Cell, _of: Kind, _form: Form, _answered: str) -> Read:
    found = ages.age(cell)
    if found and found.code:
        return Read(found.code)
    meant = found.meant if found else ""
    hint = Text(f": mente du {meant}?", f": did you mean {meant}?") if meant else Text("", "")
    return Read("", said.BAD_AGE.filled(meant=hint), meant)


def _code(cell: Cell, of: Kind, _form: Form, answered: str) -> Read:
    written = text(cell)
    found = answered or words.codes(of.table, of.column).get(words.plain(written), "")
    if not found:
        found = next((code for code in of.codes if words.plain(code) == words.plain(written)), "")
    if found and (not of.codes or found in of.codes):
        return Read(found)
    if not of.codes:
        return Read(words.slug(written))
    shown = words.code_words(of.table, of.column)
    offered = [shown.get(code, code) for code in of.codes if code]
    choices = tuple(Choice(code, Text(shown.get(code, code), code)) for code in of.codes if code)
    wrong = said.UNKNOWN_CODE.filled(words=", ".join(offered[:MOST_WORDS]))
    return Read("", wrong, ask=Ask(("codes", of.column, written), choices))


READERS: dict[str, Callable[[Cell, Kind, Form, str], Read]] = {
    "key": _key,
    "truth": _truth,
    "whole": _whole,
    "number": _number,
    "date": _date,
    "part_date": _part_date,
    "age": _age,
    "code": _code,
}


def mend(file: str, worksheet: str, column: str, written: str, meant: str) -> Mend | None:
    return Mend(file, worksheet, column, written, meant) if meant else None
