"""Rows of the tables to be, each cell with the place it came from; what is derived has no place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from data.contracts import SOURCE_TABLES
from data.intake.messages import Place
from data.intake.plans import Plan

Tables = dict[str, list["Entry"]]


@dataclass
class Entry:
    """A row of a table: its cells as a source file writes them. `plan` and `row` tell where they were read."""

    cells: dict[str, str]
    plan: Plan | None = None
    row: int | None = None
    cell_of: Mapping[str, int] = field(default_factory=dict)  # columns of the contract by the place of their cell

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    @property
    def is_contract(self) -> bool:
        """Whether the row was handed in in the contract's own form, so that nothing is looked up or filled in."""
        return self.plan is not None and self.plan.is_contract

    def place(self, column: str = "") -> Place:
        """Where a column's cell was read: the row where the column was not in the file."""
        if self.plan is None:
            return Place("")
        index = self.cell_of.get(column)
        planned = next((plan for plan in self.plan.columns if plan.index == index), None)
        return self.plan.place(self.row, planned or self.plan.column(column))


def ids(entries: Iterable[Entry], column: str) -> list[str]:
    return [entry[column] for entry in entries]


def key(table: str, entry: Entry) -> tuple[str, ...]:
    """What tells the rows of a table apart."""
    return tuple(entry[column] for column in SOURCE_TABLES[table].KEY)
