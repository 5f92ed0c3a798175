"""How a worksheet is read: which rows are headings, data, totals and footnotes, and what each column holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from data.errors import Text
from data.intake.areas import Areas
from data.intake.messages import Place
from data.intake.periods import Period
from data.intake.sheets import Sheet, text
from data.intake.words import plain

VALUE, COUNT, POPULATION = "value", "count", "population"


class Role(StrEnum):
    """What a cell is for."""

    TITLE = "title"
    HEADING = "heading"
    AREA = "area"
    KEY = "key"  # tells rows apart, or is a field of the table
    NUMBER = "number"
    SIGN = "sign"  # stands where there is no number
    TOTAL = "total"
    FOOTNOTE = "footnote"
    UNUSED = "unused"
    EMPTY = "empty"


ROLES = {
    Role.TITLE: Text("titel", "title"),
    Role.HEADING: Text("overskrift", "heading"),
    Role.AREA: Text("område", "area"),
    Role.KEY: Text("oplysning om rækken", "field of the row"),
    Role.NUMBER: Text("tal", "number"),
    Role.SIGN: Text("tegn i stedet for et tal", "sign instead of a number"),
    Role.TOTAL: Text("sumrække, tælles ikke med", "row of totals, not counted"),
    Role.FOOTNOTE: Text("fodnote", "footnote"),
    Role.UNUSED: Text("bruges ikke", "not used"),
    Role.EMPTY: Text("tom", "empty"),
}


@dataclass(frozen=True)
class About:
    """What a number is about, as far as a heading, a title or a name of a worksheet says."""

    indicator: str = ""
    period: Period | None = None
    age: str = ""
    measure: str = ""  # value, count or population
    area: str = ""

    def under(self, wider: About) -> About:
        """With what is not said here said by something wider."""
        return About(
            self.indicator or wider.indicator,
            self.period or wider.period,
            self.age or wider.age,
            self.measure or wider.measure,
            self.area or wider.area,
        )


@dataclass(frozen=True)
class ColumnPlan:
    """A column: the column of the contract that it is, or what its numbers are about, or neither."""

    index: int
    heading: str
    column: str = ""  # of the contract
    about: About | None = None

    @property
    def is_used(self) -> bool:
        return bool(self.column) or self.about is not None


@dataclass(frozen=True)
class Plan:
    """How a worksheet is read. Rows are counted from 0. `table` is empty where nobody knows what it is."""

    sheet: Sheet
    table: str
    first_heading: int = 0
    first_row: int = 0  # below the headings
    columns: tuple[ColumnPlan, ...] = ()
    rows: Mapping[int, Role] = field(default_factory=dict)  # below the headings: KEY for a row of data
    about: About = About()
    score: float = 0.0
    is_contract: bool = False  # in the contract's own form: its cells are taken as they stand

    @property
    def name(self) -> str:
        return sheet_name(self.sheet)

    @property
    def data_rows(self) -> list[int]:
        return [row for row, role in self.rows.items() if role == Role.KEY]

    def column(self, name: str) -> ColumnPlan | None:
        return next((plan for plan in self.columns if plan.column == name), None)

    @property
    def values(self) -> list[ColumnPlan]:
        return [plan for plan in self.columns if plan.about is not None]

    def place(self, row: int | None = None, column: ColumnPlan | None = None) -> Place:
        return Place(
            self.sheet.file,
            self.sheet.name,
            None if row is None else row + 1,
            column.heading if column else "",
            column.index + 1 if column else None,
        )


@dataclass(frozen=True)
class Catalogue:
    """What is known before numbers are read: the areas, and the indicators by the plain words for them."""

    areas: Areas = Areas()
    indicators: Mapping[str, str] = field(default_factory=dict)
    units: Mapping[str, str] = field(default_factory=dict)

    def indicator(self, written: str) -> str:
        """The id of the indicator that a text names; the longest name that it holds where it says more."""
        word = plain(written)
        if word in self.indicators:
            return self.indicators[word]
        held = [name for name in self.indicators if len(name) > 5 and name in word]
        return self.indicators[max(held, key=len)] if held else ""


def sheet_name(sheet: Sheet) -> str:
    """A worksheet as answers name it."""
    return f"{sheet.file}/{sheet.name}" if sheet.name else sheet.file


def joined(parts: list[str]) -> str:
    """The texts of the headings above each other as one, each once."""
    return " ".join(dict.fromkeys(text(part) for part in parts if part))
