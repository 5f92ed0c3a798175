"""Empty templates in Danish words, made from the contract: one workbook with drop-down lists, and CSV files."""

from __future__ import annotations

import csv
from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from data.contracts import SOURCE_TABLES
from data.intake import fields, words

TABLES = (
    "areas",
    "indicators",
    "sources",
    "observations",
    "roles",
    "goals",
    "projects",
    "criteria",
    "results",
    "milestones",
    "area_successions",
)
LEFT_OUT = ("_en",)  # English texts are optional and fall back to the Danish ones
HIDDEN = {  # columns that are derived, or rarely needed
    "areas": ("aliases", "town"),
    "indicators": ("multiplier", "likeness", "scale"),
    "observations": ("period_end", "edition", "period_certainty", "breakdown", "page"),
    "results": ("served", "counted", "double_counted", "persons", "evidence"),
}
EMPTY_ROWS = 500
FILE = "skabelon.xlsx"


def columns(table: str) -> list[str]:
    """The columns of a template: those of the contract that an office fills in."""

    hidden = HIDDEN.get(table, ())
    columns = [name for name in SOURCE_TABLES[table].columns() if not name.endswith(LEFT_OUT) and name not in hidden]
    if table == "areas":
        columns.insert(columns.index("municipality_code") + 1, "municipality_name")
    return columns


def headings(table: str) -> list[str]:
    """The Danish words of the columns, the first letter large."""
    said = [words.column_word(table, column) for column in columns(table)]
    return [word[:1].upper() + word[1:] for word in said]


def sheet_title(table: str) -> str:
    word = words.vocabulary()["tables"][table][0]
    return f"{word[:1].upper()}{word[1:]}"


def write(folder: Path) -> list[Path]:
    """Write the templates into a folder; the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = [folder / FILE]
    book = xlsxwriter.Workbook(str(written[0]))
    bold = book.add_format({"bold": True, "bottom": 2, "text_wrap": True})
    text = book.add_format({"num_format": "@"})
    for table in TABLES:
        _add(book.add_worksheet(sheet_title(table)), table, bold, text)
    book.close()
    for table in TABLES:
        written.append(folder / f"{sheet_title(table).casefold().replace(' ', '_')}.csv")
        with written[-1].open("w", encoding="utf-8-sig", newline="") as file:
            csv.writer(file, delimiter=";").writerow(headings(table))
    return written


def _add(sheet: Worksheet, table: str, bold: object, text: object) -> None:
    sheet.freeze_panes(1, 0)
    for place, (column, heading) in enumerate(zip(columns(table), headings(table), strict=True)):
        sheet.write_string(0, place, heading, bold)
        is_id = column.endswith("_id") or column in ("municipality_code", "age_group")
        sheet.set_column(place, place, 20, text if is_id else None)  # as text no zero is lost and no age becomes a date
        if choices := choices_of(table, column):
            sheet.data_validation(1, place, EMPTY_ROWS, place, {"validate": "list", "source": choices})


def choices_of(table: str, column: str) -> list[str]:
    """The Danish words that a column may hold; nothing where anything may stand."""
    if column == "municipality_name":
        return []
    kind = fields.kind(table, column)
    said = words.code_words(table, column)
    if kind.type == "truth":
        return ["ja", "nej"]
    return [said.get(code, code) for code in (kind.codes or tuple(said)) if code]
