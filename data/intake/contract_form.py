"""A worksheet in the contract's own form: named as a table, with the contract's own headings. Nothing of it is guessed.

So the source tables that were published, and the tables of others who keep the contract, go through unchanged.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from data.contracts import SOURCE_TABLES
from data.intake import fields
from data.intake.entries import Entry
from data.intake.headings import OBSERVATIONS
from data.intake.plans import ColumnPlan, Plan, Role
from data.intake.sheets import Cell, Sheet, text

NUMBER = re.compile(r"-?\d+(\.\d+)?([eE][+-]?\d+)?")  # a decimal comma is an office's, not the contract's


def plan(sheet: Sheet) -> Plan | None:
    """The plan of a worksheet in the contract's own form; None where it is in any other."""
    table = _table(sheet)
    headings = [text(cell) for cell in sheet.rows[0]] if sheet.rows else []
    if not table or sorted(headings) != sorted(SOURCE_TABLES[table].columns()):
        return None
    columns = tuple(ColumnPlan(index, heading, heading) for index, heading in enumerate(headings))
    numeric = [column.index for column in columns if fields.kind(table, column.column).is_number]
    if any(not _is_number(sheet.cell(row, index)) for row in range(1, len(sheet.rows)) for index in numeric):
        return None
    rows = {row: Role.KEY if any(map(text, sheet.rows[row])) else Role.EMPTY for row in range(1, len(sheet.rows))}
    return Plan(sheet, table, 0, 1, columns, rows, is_contract=True)


def rows(of: Plan) -> list[Entry]:
    """The rows of a plan in the contract's own form, each cell as it stands."""
    cell_of = {column.column: column.index for column in of.columns}
    return [
        Entry({column: _field(of.sheet.cell(row, index)) for column, index in cell_of.items()}, of, row, cell_of)
        for row in of.data_rows
    ]


def _table(sheet: Sheet) -> str:
    """The table by the name of the worksheet, or of the file; numbers may lie in several `observations_…`."""
    name = sheet.name or PurePosixPath(sheet.file).stem
    return OBSERVATIONS if name.startswith(f"{OBSERVATIONS}_") else name if name in SOURCE_TABLES else ""


def _is_number(cell: Cell) -> bool:
    return not isinstance(cell, str) or NUMBER.fullmatch(cell) is not None


def _field(cell: Cell) -> str:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return cell if isinstance(cell, str) else text(cell)
