"""What a slide is made of: boxes of text, labels with their texts, pictures, tables. Lengths are in points."""

from __future__ import annotations

import io
from collections.abc import Sequence
from math import ceil

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.shapes.autoshape import Shape
from pptx.shapes.base import BaseShape
from pptx.slide import Slide
from pptx.table import Table, _Cell
from pptx.text.text import TextFrame
from pptx.util import Pt

from dashboard.charts import theme
from dashboard.documents import fitting
from dashboard.documents.fitting import SLIDE, Grid
from dashboard.documents.records import Picture, clean

GAP = 20  # between what stands beside each other
LABEL = 18  # the type size of a label
HEADING = "#e6ebf0"  # behind a table's headings
TABLE_STYLE = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # PowerPoint's own: no fill, thin lines
TABLE_STYLE_ID = "{http://schemas.openxmlformats.org/drawingml/2006/main}tableStyleId"
DESCRIPTION = "{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr"

Block = tuple[str, str]  # a label and a text


def colour(text: str) -> RGBColor:
    return RGBColor(*bytes.fromhex(text.lstrip("#")))


def place(shape: BaseShape, left: float, top: float, width: float, high: float) -> None:
    shape.left, shape.top, shape.width, shape.height = Pt(left), Pt(top), Pt(width), Pt(high)


def text(
    slide: Slide,
    left: float,
    top: float,
    width: float,
    high: float,
    rows: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    shade: str = theme.TEXT,
    align: PP_ALIGN = PP_ALIGN.LEFT,
) -> Shape:
    """A box with a paragraph for each row."""
    box = slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(high))
    write(box.text_frame, rows, size, bold=bold, shade=shade, align=align)
    return box


def write(
    frame: TextFrame,
    rows: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    shade: str = theme.TEXT,
    align: PP_ALIGN = PP_ALIGN.LEFT,
) -> None:
    frame.word_wrap, frame.auto_size, frame.vertical_anchor = True, MSO_AUTO_SIZE.NONE, MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Pt(0)
    for position, row in enumerate(rows):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        paragraph.alignment = align
        paragraph._p.get_or_add_endParaRPr().set("sz", str(round(size * 100)))  # else an empty one is 18 points high
        said = clean(row).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
        for line, part in enumerate(said.split("\n")):
            if line:
                paragraph.add_line_break()
            if not part:
                continue
            run = paragraph.add_run()
            run.text = part
            run.font.size, run.font.bold, run.font.color.rgb = Pt(size), bold, colour(shade)


def describe(shape: BaseShape, alt: str) -> None:
    """The text that stands for a picture or a table."""
    next(shape._element.iter(DESCRIPTION)).set("descr", clean(alt))


def stack(
    slide: Slide,
    left: float,
    top: float,
    width: float,
    room: float,
    blocks: Sequence[Block],
    sizes: tuple[float, float],
) -> list[Block]:
    """Labels and texts from the top down, at the largest size at which all fit. Returns what did not."""
    largest, smallest = sizes
    blocks = [(label, said) for label, said in ((label, clean(said).strip()) for label, said in blocks) if said]
    gap = LABEL * fitting.LEADING + 12
    size = largest
    while size > smallest and sum(SLIDE.height(said, size, width) + gap for _, said in blocks) > room:
        size -= 1
    for position, (label, said) in enumerate(blocks):
        head = LABEL * fitting.LEADING + 2 if label else 0
        shown, rest = SLIDE.cut(said, size, width, room - head)
        if not shown:
            return [(label, said), *blocks[position + 1 :]]
        if label:
            text(slide, left, top, width, head, [label], LABEL, bold=True, shade=theme.ACCENT)
        high = SLIDE.height(shown, size, width)
        text(slide, left, top + head, width, high, [shown], size)
        if rest:
            return [(label, rest), *blocks[position + 1 :]]
        top, room = top + head + high + 10, room - head - high - 10
    return []


def gallery(slide: Slide, pictures: Sequence[Picture], left: float, top: float, width: float, high: float) -> None:
    """Pictures beside and under each other, as large as their place lets them be."""
    if not pictures:
        return
    across = beside_each_other(pictures, width, high)
    cell_width, cell_high = width / across, high / ceil(len(pictures) / across)
    gap = GAP / 2 if len(pictures) > 1 else 0
    factor = min(min((cell_width - gap) / picture.width, (cell_high - gap) / picture.height) for picture in pictures)
    for position, picture in enumerate(pictures):
        shown = slide.shapes.add_picture(
            io.BytesIO(picture.png),
            Pt(left + position % across * cell_width),
            Pt(top + position // across * cell_high),
            Pt(picture.width * factor),
            Pt(picture.height * factor),
        )
        describe(shown, picture.alt)


def beside_each_other(pictures: Sequence[Picture], width: float, high: float) -> int:
    """How many pictures in a row make them largest; parts of one picture are read from left to right."""
    if pictures[0].is_part:
        return len(pictures)
    shape = pictures[0].width / max(picture.height for picture in pictures)
    return max(
        range(1, len(pictures) + 1),
        key=lambda n: min((width / n - GAP / 2), (high / ceil(len(pictures) / n) - GAP / 2) * shape),
    )


def table(slide: Slide, found: Grid, part: range, left: float, top: float, size: float, alt: str) -> float:
    """The rows `part` of a table under its headings. Returns where it ends."""
    if not part and found.rows:
        return top
    width, high = sum(found.widths), found.top + sum(found.heights[row] for row in part)
    shape = slide.shapes.add_table(len(part) + 1, len(found.widths), Pt(left), Pt(top), Pt(width), Pt(high))
    describe(shape, alt)
    style(shape.table, found, part)
    for column, said in enumerate(found.headings):
        fill(shape.table.cell(0, column), said, size, HEADING, bold=True)
    for place, row in enumerate(part, 1):
        for column, said in enumerate(found.rows[row]):
            fill(shape.table.cell(place, column), said, size, found.colours.get((row, column)))
    return top + high


def style(shown: Table, found: Grid, part: range) -> None:
    """Thin lines, and the widths and heights that were measured."""
    for named in shown._tbl.iter(TABLE_STYLE_ID):
        named.text = TABLE_STYLE
    shown.horz_banding = False
    for column, wide in enumerate(found.widths):
        shown.columns[column].width = Pt(wide)
    for place, high in enumerate([found.top, *(found.heights[row] for row in part)]):
        shown.rows[place].height = Pt(high)


def fill(cell: _Cell, said: str, size: float, behind: str | None, *, bold: bool = False) -> None:
    """A cell's text, in an ink that can be read on the colour behind it."""
    write(cell.text_frame, [said], size, bold=bold, shade=theme.ink(behind) if behind else theme.TEXT)
    cell.margin_left = cell.margin_right = Pt(fitting.PADDING)
    cell.margin_top = cell.margin_bottom = Pt(fitting.PADDING - 1)
    if behind:
        cell.fill.solid()
        cell.fill.fore_color.rgb = colour(behind)
