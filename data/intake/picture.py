"""A picture of a worksheet: its cells as they are written, each with its role, for a page to colour and name."""

from __future__ import annotations

from dataclasses import dataclass

from data.intake import numbers, words
from data.intake.numbers import Form
from data.intake.plans import Plan, Role
from data.intake.sheets import text

MOST_ROWS = 40
MOST_COLUMNS = 30


@dataclass(frozen=True)
class PictureCell:
    """A cell as it is written, and what it is for."""

    written: str
    role: Role


@dataclass(frozen=True)
class Picture:
    """The first rows and columns of a worksheet. `left_out`: the rows that are not shown."""

    name: str
    table: str
    rows: tuple[tuple[PictureCell, ...], ...]
    left_out: int = 0

    @property
    def roles(self) -> list[Role]:
        """The roles that there are, in the order of `Role`: the key to the colours."""
        found = {cell.role for row in self.rows for cell in row}
        return [role for role in Role if role in found]


def picture(plan: Plan, rows: int = MOST_ROWS) -> Picture:
    shown = min(rows, len(plan.sheet.rows))
    width = min(plan.sheet.width, MOST_COLUMNS)
    cells = tuple(tuple(_cell(plan, row, column) for column in range(width)) for row in range(shown))
    return Picture(plan.name, plan.table, cells, len(plan.sheet.rows) - shown)


def _cell(plan: Plan, row: int, column: int) -> PictureCell:
    cell = plan.sheet.cell(row, column)
    written = text(cell).replace(".", ",") if isinstance(cell, float) else text(cell)  # as its own program shows it
    return PictureCell(written, _role(plan, row, column, written))


def _role(plan: Plan, row: int, column: int, written: str) -> Role:
    if not written:
        return Role.EMPTY
    if not plan.table:
        return Role.UNUSED
    if row < plan.first_heading:
        return Role.TITLE
    planned = plan.columns[column]
    if row < plan.first_row:
        return Role.HEADING if planned.is_used else Role.UNUSED
    if plan.rows.get(row) in (Role.TOTAL, Role.FOOTNOTE):
        return plan.rows[row]
    if not planned.is_used:
        return Role.UNUSED
    if planned.about is not None:
        return Role.SIGN if _is_sign(written) else Role.NUMBER
    return Role.AREA if planned.column in ("area_id", "area_name") else Role.KEY


def _is_sign(written: str) -> bool:
    return written.casefold() in words.missing() or all(numbers.number(written, form) is None for form in Form)
