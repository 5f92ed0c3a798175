"""The clerk's own workbook with what is wrong marked: coloured cells, comments, and a worksheet "Fejl"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils.exceptions import IllegalCharacterError, InvalidFileException
from openpyxl.workbook import Workbook

from data.errors import Text
from data.intake import sheets
from data.intake.draft import Draft
from data.intake.handed import HandedFile, Use
from data.intake.messages import GRADES, Grade, Message, Place

COLOURS = {Grade.FAULT: "F8CBAD", Grade.QUESTION: "FFE699", Grade.NOTE: "DDEBF7"}
SHEET = Text("Fejl", "Faults")
HEADINGS = (
    Text("Hvad", "What"),
    Text("Ark", "Worksheet"),
    Text("Række", "Row"),
    Text("Kolonne", "Column"),
    Text("Fandt", "Found"),
    Text("Ventede", "Expected"),
    Text("Sådan retter du", "How to put it right"),
)
WIDTHS = (14, 22, 8, 22, 30, 50, 60)
MOST_MARKS = 5_000
AUTHOR = "Områdebarometer"


def write(draft: Draft, folder: Path, language: str = "da") -> list[Path]:
    """Write each file with messages as `<name>-fejl.xlsx` into a folder; the files themselves stay as they are."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for file in draft.files:
        messages = [m for m in draft.checked.messages if any(place.file == file.name for place in m.places)]
        if messages and file.path and file.use in (Use.TABLE, Use.UNUSED):
            target = folder / f"{file.path.stem}-fejl.xlsx"
            _book(file, messages, language).save(target)
            written.append(target)
    return written


def _book(file: HandedFile, messages: list[Message], language: str) -> Workbook:
    book = _opened(file)
    places = [(message, place) for message in messages for place in message.places if place.file == file.name]
    for message, place in places[:MOST_MARKS]:
        _mark(book, message, place, language)
    _list(book, places[:MOST_MARKS], language)
    return book


def _opened(file: HandedFile) -> Workbook:
    """The workbook itself where it can be written into, else a copy of its cells."""
    assert file.path is not None
    if file.path.suffix.lower() in (".xlsx", ".xlsm"):
        try:
            return openpyxl.load_workbook(file.path)
        except (InvalidFileException, KeyError, ValueError, OSError, TypeError, AttributeError):
            pass  # odd workbooks that calamine reads and openpyxl does not
    book = openpyxl.Workbook()
    book.remove(book.active)
    try:
        read = sheets.read(file)
    except sheets.UnreadableError:
        read = []
    for sheet in read:
        target = book.create_sheet(sheet.name[:31] or "Ark1")
        for row in sheet.rows:
            target.append([_safe(cell) for cell in row])
    return book


def _safe(cell: sheets.Cell) -> sheets.Cell:
    if isinstance(cell, str):
        return "".join(sign for sign in cell if sign.isprintable())
    return cell


def _mark(book: Workbook, message: Message, place: Place, language: str) -> None:
    name = place.worksheet or "Ark1"
    if name not in book.sheetnames or place.row is None:
        return
    sheet = book[name]
    try:
        cell = sheet.cell(place.row, place.cell or 1)
        cell.fill = PatternFill("solid", fgColor=COLOURS[message.grade])
        cell.comment = Comment(_safe_text(_comment(message, language)), AUTHOR, height=140, width=320)
    except (AttributeError, ValueError, IllegalCharacterError):
        return  # a cell inside a merged one cannot be marked; the list names it


def _comment(message: Message, language: str) -> str:
    grade = GRADES[message.grade].in_language(language)
    expected, how = (text.in_language(language) for text in (message.said.expected, message.said.how))
    return f"{grade}: {message.found!s} – {expected}.\n{how}."


def _list(book: Workbook, places: Iterable[tuple[Message, Place]], language: str) -> None:
    sheet = book.create_sheet(_free(book, SHEET.in_language(language)), 0)
    sheet.append([heading.in_language(language) for heading in HEADINGS])
    for column, width in zip("ABCDEFG", WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
        sheet[f"{column}1"].font = Font(bold=True)
    for message, place in places:
        sheet.append(
            [
                GRADES[message.grade].in_language(language),
                _safe_text(place.worksheet),
                place.row,
                _safe_text(place.column),
                _safe_text(message.found),
                _safe_text(message.said.expected.in_language(language)),
                _safe_text(message.said.how.in_language(language)),
            ]
        )
        sheet.cell(sheet.max_row, 1).fill = PatternFill("solid", fgColor=COLOURS[message.grade])
    sheet.freeze_panes = "A2"
    book.active = 0


def _free(book: Workbook, name: str) -> str:
    numbers = (f"{name} {number}" for number in range(2, 1000))
    return name if name not in book.sheetnames else next(free for free in numbers if free not in book.sheetnames)


def _safe_text(written: str) -> str:
    """A text that no spreadsheet runs as a formula."""
    shown = "".join(sign for sign in written if sign.isprintable() or sign == "\n")[:2000]
    return f"'{shown}" if shown.startswith(("=", "+", "@", "-")) and len(shown) > 1 else shown


def as_rows(messages: Iterable[Message], language: str = "da") -> Iterator[list[str]]:
    """The list as rows of texts, for a table beside the picture of a worksheet."""
    for message in messages:
        for place in message.places:
            row = "" if place.row is None else str(place.row)
            yield [GRADES[message.grade].in_language(language), place.worksheet, row, place.column, message.found]
