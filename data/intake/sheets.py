"""Worksheets as grids of cells: xlsx, xlsm and ods by calamine, csv by Python's own module.

A cell is a text as it is written, or the number, date or truth value that the workbook holds.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from pathlib import Path

import python_calamine

from data.errors import Text
from data.intake.archives import refusal
from data.intake.handed import WORKBOOKS, HandedFile

Cell = str | float | int | bool | date | None
SEPARATORS = ";,\t|"
SPACES = str.maketrans(
    dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}\N{THIN SPACE}\t\r\n", " ")
    | dict.fromkeys("\N{ZERO WIDTH SPACE}\N{SOFT HYPHEN}\N{ZERO WIDTH NO-BREAK SPACE}", "")
)
MOST_CELLS = 20_000_000
REMEMBERED = 50_000  # texts; the same names and years stand in row after row
MOST_COLUMNS = 2_000

NOT_A_WORKBOOK = Text("filen kan ikke læses som et regneark", "the file cannot be read as a spreadsheet")
PASSWORD = Text("regnearket er beskyttet med en adgangskode", "the workbook is protected by a password")
TOO_MANY_CELLS = Text("regnearket har for mange celler", "the workbook has too many cells")
NO_CELLS = Text("der er ingen celler med indhold", "there are no cells with content")


@dataclass(frozen=True)
class Sheet:
    """A worksheet: its cells from the first row and column on, whatever is empty before them included.

    merged: the merged cells, each as first row, first column, last row and last column, from 0.
    """

    file: str
    name: str  # empty for csv
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[Merged, ...] = ()
    is_hidden: bool = False

    @property
    def width(self) -> int:
        return max((len(row) for row in self.rows), default=0)

    def cell(self, row: int, column: int) -> Cell:
        """A cell by its place from 0; nothing where the row is shorter."""
        found = self.rows[row]
        return found[column] if column < len(found) else None


@dataclass(frozen=True)
class Merged:
    """A merged cell, both ends included, from 0."""

    top: int
    left: int
    bottom: int
    right: int


class UnreadableError(Exception):
    """A file that cannot be read, and why."""

    def __init__(self, why: Text) -> None:
        super().__init__(why.da)
        self.why = why


def read(file: HandedFile) -> list[Sheet]:
    """The worksheets of a file that have any content. Raises UnreadableError."""
    assert file.path is not None
    if file.path.suffix.lower() in WORKBOOKS:
        sheets = _workbook(file.path, file.name)
    else:
        sheets = [Sheet(file.name, "", _csv_rows(file.path.read_bytes()))]
    whole = [sheet for sheet in sheets if any(text(cell) for row in sheet.rows for cell in row)]
    if not whole:
        raise UnreadableError(NO_CELLS)
    return whole


def text(cell: Cell) -> str:
    """A cell as text: one form of every letter, one kind of space, no decimals behind a whole number."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, date):
        return cell.isoformat()[:10]
    return _tidy(str(cell))


@lru_cache(maxsize=REMEMBERED)
def _tidy(written: str) -> str:
    return " ".join(unicodedata.normalize("NFC", written.translate(SPACES)).split())


def decoded(content: bytes) -> str:
    """UTF-8 with or without a BOM, else what Danish Excel writes: Windows-1252."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _csv_rows(content: bytes) -> tuple[tuple[Cell, ...], ...]:
    written = decoded(content).replace("\0", "")
    try:
        rows = list(csv.reader(io.StringIO(written, newline=""), delimiter=_separator(written)))
    except csv.Error as error:
        raise UnreadableError(NOT_A_WORKBOOK) from error
    if sum(map(len, rows)) > MOST_CELLS or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise UnreadableError(TOO_MANY_CELLS)
    return tuple(tuple(cell if cell != "" else None for cell in row) for row in rows)


def _separator(written: str) -> str:
    """The separator by the csv module's sniffer; where it is in doubt, the one that stands most in the first lines.

    Only the header and a few lines are shown to it: decimal commas and notes in the text mislead it.
    """
    lines = written.splitlines()[:20]
    if lines and (exact := re.fullmatch(r"[a-z0-9_]+(?:([;,\t|])[a-z0-9_]+)(?:\1[a-z0-9_]+)*", lines[0])):
        return exact[1]  # the contract's own headings have no sign but the one between them
    counts = {sign: sum(line.count(sign) for line in lines) for sign in SEPARATORS}
    most = max(SEPARATORS, key=lambda sign: counts[sign])
    if counts[";"] >= len(lines) or not any(counts.values()):
        return ";"
    try:
        found = csv.Sniffer().sniff("\n".join(lines), delimiters=SEPARATORS).delimiter
    except csv.Error:
        return most
    return found if found in SEPARATORS else most


def _workbook(path: Path, name: str) -> list[Sheet]:
    unwanted = refusal(path)
    if unwanted:
        raise UnreadableError(unwanted)
    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as book:
            return [_sheet(book, name, meta) for meta in book.sheets_metadata if meta.typ == meta.typ.WorkSheet]
    except python_calamine.PasswordError as error:
        raise UnreadableError(PASSWORD) from error
    except (python_calamine.CalamineError, zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableError(NOT_A_WORKBOOK) from error


def _sheet(book: python_calamine.CalamineWorkbook, file: str, meta: python_calamine.SheetMetadata) -> Sheet:
    sheet = book.get_sheet_by_name(meta.name)
    if sheet.total_height * sheet.total_width > MOST_CELLS or sheet.total_width > MOST_COLUMNS:
        raise UnreadableError(TOO_MANY_CELLS)
    rows = tuple(tuple(_plain(cell) for cell in row) for row in sheet.to_python(skip_empty_area=False))
    merged = tuple(Merged(*start, *end) for start, end in sheet.merged_cell_ranges or ())
    return Sheet(file, meta.name, filled(rows, merged), merged, meta.visible != meta.visible.Visible)


def _plain(cell: object) -> Cell:
    if cell == "" or cell is None:
        return None
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, (time, timedelta)):
        return str(cell)
    return cell if isinstance(cell, (str, float, int, bool, date)) else str(cell)


def filled(rows: Sequence[tuple[Cell, ...]], merged: Sequence[Merged]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with every merged cell's text in each of the cells that it covers."""
    cells = [list(row) for row in rows]
    for area in merged:
        if area.top < len(cells) and area.left < len(cells[area.top]):
            value = cells[area.top][area.left]
            for row in cells[area.top : area.bottom + 1]:
                end = min(area.right + 1, len(row))
                row[area.left : end] = [value] * (end - area.left)
    return tuple(tuple(row) for row in cells)
