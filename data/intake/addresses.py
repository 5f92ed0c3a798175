"""A worksheet of addresses, cadastral or property numbers with coordinates: what an outline is built from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from data.intake import said, words
from data.intake.desk import Desk
from data.intake.plans import ColumnPlan, Plan, Role
from data.intake.sheets import Cell, Sheet, text

TABLE = "addresses"  # of a plan; no table of the contract
NEEDED = ("area", "east", "north")
SEARCHED_ROWS = 30  # for the headings
THOUSANDS = re.compile(r"\d{1,3}(\.\d{3}){2,}|\d{1,3}(,\d{3}){2,}")


def plan(sheet: Sheet) -> Plan | None:
    """The plan of a worksheet with an area, coordinates and what they are of in every row; None where it is another."""
    named = words.addresses()
    is_called_so = any(words.plain(name) in named for name in (sheet.name, PurePosixPath(sheet.file).stem) if name)
    for row in range(min(SEARCHED_ROWS, len(sheet.rows))):
        columns = _columns(sheet, row)
        found = {column.column for column in columns}
        if found >= set(NEEDED) and (is_called_so or "address" in found):
            below = range(row + 1, len(sheet.rows))
            roles = {place: Role.KEY if any(map(text, sheet.rows[place])) else Role.EMPTY for place in below}
            return Plan(sheet, TABLE, row, row + 1, columns, roles)
    return None


def points(of: Plan, desk: Desk) -> list[tuple[str, float, float]]:
    """The area as it is written, east and north of every row; a message for each that has no whole place."""
    area, east, north = (of.column(name) for name in NEEDED)
    assert area and east and north
    found = []
    for row in of.data_rows:
        coordinates = []
        for column in (east, north):
            cell = of.sheet.cell(row, column.index)
            coordinate = _coordinate(cell)
            if coordinate is None:
                desk.report.say(said.NOT_A_NUMBER, of.place(row, column), text(cell))
            else:
                coordinates.append(coordinate)
        if len(coordinates) == 2:
            found.append((text(of.sheet.cell(row, area.index)), coordinates[0], coordinates[1]))
    return found


def _columns(sheet: Sheet, row: int) -> tuple[ColumnPlan, ...]:
    """What each column holds; of two of one kind the first counts."""
    known_words: Mapping[str, str] = words.addresses()
    taken: set[str] = set()
    plans = []
    for index in range(sheet.width):
        heading = text(sheet.cell(row, index))
        name = known_words.get(words.plain(heading), "")
        plans.append(ColumnPlan(index, heading, "" if name in taken else name))
        taken |= {name}
    return tuple(plans)


def _coordinate(cell: Cell) -> float | None:
    """A coordinate: the last sign of a text stands before its decimals, unless there are two of it."""
    if isinstance(cell, bool) or cell is None:
        return None
    if isinstance(cell, (int, float)):
        return float(cell)
    written = text(cell).replace(" ", "")
    if THOUSANDS.fullmatch(written):
        written = re.sub("[.,]", "", written)
    elif "," in written:
        last = max(written.rfind(","), written.rfind("."))
        written = f"{re.sub('[.,]', '', written[:last])}.{written[last + 1 :]}"
    try:
        return float(written) if re.fullmatch(r"-?\d+(\.\d+)?", written) else None
    except ValueError:
        return None
