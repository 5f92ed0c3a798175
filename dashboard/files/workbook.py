"""A view's table as a workbook for Excel (XLSX) and LibreOffice (ODS): the numbers, and a second sheet that says what
they are.

A number is a number and a text is a text: nothing is ever written as a formula, whatever it begins with.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping

import pandas
from lxml import etree
from odfdo import Document, Element
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from dashboard.files.taken import Taken

SPACES = re.compile(r"(^ +| {2,}| +$)")
LONGEST = 32_767  # characters that a cell of Excel holds
NARROW, WIDE, LABEL = 14, 44, 24  # characters
XLSX, ODS = (
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
)


def in_a_cell(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def sheet_names(taken: Taken) -> tuple[str, str]:
    words = taken.words
    return taken.mark or words("Tal"), words("Om tallene")


def decimals(taken: Taken) -> dict[str, int]:
    """Of every column of numbers, by its heading."""
    return {column.heading: column.decimals for column in taken.written if column.kind == "number"}


def width(heading: str, values: pandas.Series) -> int:
    longest = max([len(heading), *(len(str(value)) for value in values.head(200))])
    return max(NARROW, min(longest + 2, WIDE))


# Excel


def xlsx(taken: Taken) -> bytes:
    """The workbook as XLSX; the same table on the same day gives the same bytes."""
    content = io.BytesIO()
    book = Workbook(content, {"in_memory": True})
    book.set_properties({"title": taken.told.heading[:255], "created": taken.setting.version.time.replace(tzinfo=None)})
    numbers, about = sheet_names(taken)
    _numbers(book, book.add_worksheet(numbers), taken)
    _about(book, book.add_worksheet(about), taken.about())
    book.close()
    return content.getvalue()


def _numbers(book: Workbook, sheet: Worksheet, taken: Taken) -> None:
    bold, places = book.add_format({"bold": True, "bottom": 2, "text_wrap": True, "valign": "top"}), decimals(taken)
    formats = {count: book.add_format({"num_format": number_format(count)}) for count in set(places.values())}
    values = taken.values()
    for place, heading in enumerate(values.columns):
        sheet.set_column(place, place, width(heading, values[heading]))
        sheet.write_string(0, place, in_a_cell(heading), bold)
        for row, value in enumerate(values[heading], start=1):
            if isinstance(value, str):
                sheet.write_string(row, place, in_a_cell(value))
            else:
                sheet.write_number(row, place, value, formats[places[heading]])
    sheet.freeze_panes(1, 1)
    if len(values):
        sheet.autofilter(0, 0, len(values), len(values.columns) - 1)
    for_paper(sheet, f"&R&B{taken.mark}" if taken.mark else "")


def number_format(count: int) -> str:
    """How Excel writes a number with so many decimals."""
    return f"#,##0.{'0' * count}" if count else "#,##0"


def _about(book: Workbook, sheet: Worksheet, about: Mapping[str, str]) -> None:
    bold = book.add_format({"bold": True, "valign": "top"})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheet.set_column(0, 0, LABEL)
    sheet.set_column(1, 1, 100)
    for row, (heading, text) in enumerate(about.items()):
        sheet.write_string(row, 0, in_a_cell(heading), bold)
        sheet.write_string(row, 1, in_a_cell(text), wrapped)
    for_paper(sheet)


def for_paper(sheet: Worksheet, header: str = "") -> None:
    """A4 on its side, as wide as the paper."""
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    if header:
        sheet.set_header(header)


# OpenDocument

TABLE, OFFICE, TEXT, STYLE, NUMBER, FO = (
    f"{{urn:oasis:names:tc:opendocument:xmlns:{name}}}"
    for name in ("table:1.0", "office:1.0", "text:1.0", "style:1.0", "datastyle:1.0", "xsl-fo-compatible:1.0")
)


def ods(taken: Taken) -> bytes:
    """The workbook as ODS. The library writes the document; its rows are made here, which is ten times faster."""
    document = Document("spreadsheet")
    document.body.clear()
    (styles,) = document.content.get_elements("//office:automatic-styles")
    for style in _styles(taken):
        styles.append(Element.from_tag(style))
    numbers, about = sheet_names(taken)
    document.body.append(Element.from_tag(_sheet(numbers, _value_rows(taken), taken)))
    document.body.append(Element.from_tag(_sheet(about, _about_rows(taken))))
    document.meta.title = taken.told.heading
    document.meta.creation_date = taken.setting.version.time.replace(tzinfo=None)
    content = io.BytesIO()
    document.save(content)
    return content.getvalue()


def _styles(taken: Taken) -> Iterator[etree._Element]:
    """How the cells look: a heading is bold, a number has its decimals and the mark between thousands."""
    heading = etree.Element(f"{STYLE}style", {f"{STYLE}name": "heading", f"{STYLE}family": "table-cell"})
    etree.SubElement(heading, f"{STYLE}text-properties", {f"{FO}font-weight": "bold"})
    yield heading
    for count in sorted(set(decimals(taken).values())):
        shown = etree.Element(f"{NUMBER}number-style", {f"{STYLE}name": f"decimals{count}"})
        places = {f"{NUMBER}decimal-places": str(count), f"{NUMBER}min-decimal-places": str(count)}
        etree.SubElement(
            shown,
            f"{NUMBER}number",
            {**places, f"{NUMBER}min-integer-digits": "1", f"{NUMBER}grouping": "true"},
        )
        yield shown
        yield etree.Element(
            f"{STYLE}style",
            {
                f"{STYLE}name": f"number{count}",
                f"{STYLE}family": "table-cell",
                f"{STYLE}data-style-name": f"decimals{count}",
            },
        )
    for characters in (NARROW, LABEL, WIDE):
        column = etree.Element(f"{STYLE}style", {f"{STYLE}name": f"w{characters}", f"{STYLE}family": "table-column"})
        etree.SubElement(
            column, f"{STYLE}table-column-properties", {f"{STYLE}column-width": f"{characters * 0.2:.1f}cm"}
        )
        yield column


def _sheet(name: str, rows: Iterator[etree._Element], taken: Taken | None = None) -> etree._Element:
    sheet = etree.Element(f"{TABLE}table", {f"{TABLE}name": name})
    values = None if taken is None else taken.values()
    widths = [LABEL, WIDE] if values is None else [_step(width(name, values[name])) for name in values.columns]
    for characters in widths:
        etree.SubElement(sheet, f"{TABLE}table-column", {f"{TABLE}style-name": f"w{characters}"})
    sheet.extend(rows)
    return sheet


def _step(characters: int) -> int:
    return next(step for step in (NARROW, LABEL, WIDE) if characters <= step)


def _value_rows(taken: Taken) -> Iterator[etree._Element]:
    values, places = taken.values(), decimals(taken)
    yield _row(map(_heading, values.columns))
    names = [f"number{places.get(heading, 0)}" for heading in values.columns]
    for row in values.itertuples(index=False, name=None):
        yield _row(_cell(value, style) for value, style in zip(row, names, strict=True))


def _about_rows(taken: Taken) -> Iterator[etree._Element]:
    for heading, text in taken.about().items():
        yield _row([_heading(heading), _cell(text, "")])


def _row(cells: Iterator[etree._Element] | list[etree._Element]) -> etree._Element:
    row = etree.Element(f"{TABLE}table-row")
    row.extend(cells)
    return row


def _heading(text: str) -> etree._Element:
    cell = _cell(text, "")
    cell.set(f"{TABLE}style-name", "heading")
    return cell


def _cell(value: str | float, style: str) -> etree._Element:
    if isinstance(value, str):
        cell = etree.Element(f"{TABLE}table-cell", {f"{OFFICE}value-type": "string"})
        text = "".join(sign for sign in in_a_cell(value) if sign >= " " or sign in "\n\t")  # XML holds no others
    else:
        given = {f"{OFFICE}value-type": "float", f"{OFFICE}value": repr(value), f"{TABLE}style-name": style}
        cell, text = etree.Element(f"{TABLE}table-cell", given), repr(value)
    for line in text.split("\n"):
        _write(etree.SubElement(cell, f"{TEXT}p"), line)
    return cell


def _write(paragraph: etree._Element, text: str) -> None:
    """A text with each of its spaces: of several beside each other a program shows one, unless they are counted."""
    first, *others = SPACES.split(text)
    paragraph.text = first
    for spaces, after in zip(others[::2], others[1::2], strict=True):
        etree.SubElement(paragraph, f"{TEXT}s", {f"{TEXT}c": str(len(spaces))}).tail = after
