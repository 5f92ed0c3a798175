"""The annual report as a workbook: the numbers of a department as numbers, and on a second worksheet what they are."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime

import pandas
from xlsxwriter.workbook import Workbook

from dashboard.files.workbook import for_paper, number_format
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column, present

WIDTHS = {"text": 22, "number": 13, "code": 18, "link": 30, "check": 0}
SHEET_NAME = 31  # characters at most


def write(
    rows: pandas.DataFrame, columns: Sequence[Column], title: str, day: date, facts: Mapping[str, str], words: Words
) -> bytes:
    """The table as XLSX; the same input gives the same bytes. `rows`: the fields of `columns`, and `status`.

    facts: heading and text of the second worksheet. A text is written as one, so that no spreadsheet runs it.
    """
    content = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = Workbook(content, options)
    book.set_properties({"title": title, "created": datetime(day.year, day.month, day.day)})
    add_numbers(book, rows, columns, words)
    add_facts(book, title, facts, words)
    book.close()
    return content.getvalue()


def add_numbers(book: Workbook, rows: pandas.DataFrame, columns: Sequence[Column], words: Words) -> None:
    """A row a number, with a filter over the headings; a missing number is its word.

    `rows`: the fields of `columns`, and `status`.
    """
    worksheet = book.add_worksheet(words("Tal")[:SHEET_NAME])
    heading = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"})
    shown = present(rows, columns)
    for place, column in enumerate(shown):
        number = book.add_format({"num_format": number_format(column.decimals)})
        worksheet.set_column(place, place, WIDTHS[column.kind])
        worksheet.write_string(0, place, column.heading, heading)
        for row, (value, status) in enumerate(zip(rows[column.field], rows["status"], strict=True), start=1):
            if column.kind == "number" and pandas.notna(value):
                worksheet.write_number(row, place, float(value), number)
            else:
                worksheet.write_string(row, place, said(value, column, status, words))
    worksheet.freeze_panes(1, 2)
    worksheet.autofilter(0, 0, len(rows), len(shown) - 1)
    for_paper(worksheet)


def said(value: object, column: Column, status: str, words: Words) -> str:
    """A text, or the word for a missing number."""
    if column.kind != "number":
        return str(value)
    return words(labels.UNNUMBERED["not_collected" if status == "shown" else status])


def add_facts(book: Workbook, title: str, facts: Mapping[str, str], words: Words) -> None:
    """What the numbers are: choices, sources, version, and the rule of what is hidden."""
    worksheet = book.add_worksheet(words("Om tallene")[:SHEET_NAME])
    bold, wrapped = (
        book.add_format({"text_wrap": True, "valign": "top", "bold": is_bold}) for is_bold in (True, False)
    )
    worksheet.set_column(0, 0, 22)
    worksheet.set_column(1, 1, 90)
    worksheet.write_string(0, 0, title, book.add_format({"bold": True, "font_size": 16}))
    for row, (heading, text) in enumerate(facts.items(), start=2):
        worksheet.write_string(row, 0, heading, bold)
        worksheet.write_string(row, 1, text, wrapped)
    for_paper(worksheet)
