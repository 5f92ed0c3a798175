"""The meeting as minutes on A4 (PDF): the same as the slides, to print and to file. It reads in black and white."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import CondPageBreak, Flowable, Image, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

from dashboard.charts import theme
from dashboard.documents import fitting, pen
from dashboard.documents.fitting import SHEET, Grid
from dashboard.documents.records import Entry, Meeting, Picture, clean, left_out
from dashboard.views import tables
from dashboard.views.view import View

WIDTH, HEIGHT = A4
MARGIN, FOOT = 42, 34
CONTENT = WIDTH - 2 * MARGIN
TITLE, HEADING, TEXT, CELL, SMALL = 20, 13, 9.5, 7.5, 7
TABLE_ROWS = 40  # of one item; the rest stand on the page
PICTURE_HEIGHT = 330  # at most, so that a picture and its sentence share a page
ROOM = 150  # an item begins on a new page where less is left
LINE = colors.HexColor(pen.PALE)


def pdf(meeting: Meeting) -> bytes:
    """The minutes as PDF. They are laid out twice: only then is the number of pages known."""
    _, pages = laid_out(meeting, 0)
    content, _ = laid_out(meeting, pages)
    return content


def laid_out(meeting: Meeting, pages: int) -> tuple[bytes, int]:
    pen.register_fonts()
    content, words = io.BytesIO(), meeting.words
    document = SimpleDocTemplate(
        content,
        pagesize=A4,
        leftMargin=MARGIN,
        rightMargin=MARGIN,
        topMargin=MARGIN,
        bottomMargin=MARGIN + FOOT,
        title=clean(f"{words('Referat')}: {meeting.title or words('Dagsorden')}"),
        author="Områdebarometer",
        subject=meeting.data_line,
        creator="Områdebarometer",
        keywords=meeting.mark,
        lang=words.language,
    )
    foot = partial(draw_foot, meeting=meeting, pages=pages)
    document.build(Story(meeting).parts(), onFirstPage=foot, onLaterPages=foot)
    return content.getvalue(), document.page


def draw_foot(canvas: Canvas, document: SimpleDocTemplate, meeting: Meeting, pages: int) -> None:
    """Version, date and address, "Fiktive tal", and page n of N."""
    words, top = meeting.words, MARGIN + 12
    canvas.saveState()
    canvas.setStrokeColor(pen.PALE)
    canvas.line(MARGIN, top + 10, WIDTH - MARGIN, top + 10)
    canvas.setFillColor(pen.GREY)
    canvas.setFont(pen.REGULAR, SMALL)
    canvas.drawString(MARGIN, top, pen.cut(clean(meeting.data_line), pen.REGULAR, SMALL, CONTENT - 180))
    canvas.drawString(MARGIN, top - 10, pen.cut(clean(meeting.address), pen.REGULAR, SMALL, CONTENT - 180))
    canvas.drawRightString(WIDTH - MARGIN, top, words("Side {n} af {all}", n=document.page, all=pages))
    if meeting.mark:
        canvas.setFillColor(pen.BLACK)
        canvas.setFont(pen.BOLD, 9)
        canvas.drawRightString(WIDTH - MARGIN - 70, top, meeting.mark)
    canvas.restoreState()


class Bookmark(Flowable):  # type: ignore[misc]  # reportlab brings no types
    """A place of the document that its outline leads to."""

    def __init__(self, name: str, title: str) -> None:
        super().__init__()
        self.name, self.title, self.width, self.height = name, title, 0, 0

    def draw(self) -> None:
        self.canv.bookmarkHorizontal(self.name, 0, HEADING)
        self.canv.addOutlineEntry(self.title, self.name, 0)


class Story:
    """The parts of the minutes in their order."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting, self.words = meeting, meeting.words

    def parts(self) -> list[Flowable]:
        found = [*self.head(), *self.plan()]
        for number, entry in enumerate(self.meeting.entries, 1):
            found += self.item(number, entry)
        return [*found, *self.decisions()]

    def head(self) -> Iterable[Flowable]:
        words, meeting = self.words, self.meeting
        yield paragraph(words("Referat"), 11, shade=theme.QUIET)
        yield paragraph(meeting.title or words("Dagsorden"), TITLE, bold=True, after=4)
        if meeting.where_and_when:
            yield paragraph(meeting.where_and_when, 11, after=2)
        yield paragraph(meeting.data_line, TEXT, shade=theme.QUIET, after=6)
        if meeting.mark:
            box = [("BOX", (0, 0), (-1, -1), 1.5, colors.black), ("BOTTOMPADDING", (0, 0), (-1, -1), 6)]
            yield Table([[paragraph(meeting.mark, 13, bold=True)]], [180], style=box, hAlign="LEFT", spaceAfter=6)

    def plan(self) -> Iterable[Flowable]:
        if rows := self.meeting.plan:
            yield paragraph(self.words("Dagsorden"), HEADING, bold=True, before=8, after=4)
            yield ruled(rows, [24, CONTENT - 94, 70], TEXT)

    def item(self, number: int, entry: Entry) -> list[Flowable]:
        title, view = f"{number}. {entry.name}", entry.view
        opening: list[Flowable] = [
            Bookmark(f"item-{number}", clean(title)),
            paragraph(title, HEADING, bold=True, before=14, after=3),
        ]
        if view and view.title not in title:
            opening.append(paragraph(view.title, TEXT, bold=True, after=2))
        if view and view.sentence:
            opening.append(paragraph(view.sentence, TEXT + 0.5, after=5))
        opening += [paragraph(f"{self.words('Bemærk')}: {remark}", TEXT, after=4) for remark in entry.remarks]
        body: list[Flowable] = []
        if entry.pictures:
            rows = gallery(entry.pictures)
            opening, body = [*opening, rows[0]], rows[1:]
        elif view is not None and not view.table.empty:
            body = self.table(view)
        data = entry.data if entry.data != self.meeting.data_line else ""
        said = " ".join(text for text in (view.source if view else "", data) if text)
        noted = [paragraph(said, SMALL, shade=theme.QUIET, before=3)] if said else []
        end = [*noted, Spacer(0, 5), KeepTogether(self.noted(entry))]
        return [CondPageBreak(ROOM), KeepTogether(opening), *body, *end]

    def table(self, view: View) -> list[Flowable]:
        found = SHEET.grid(tables.to_display(view.table, view.columns, self.words), CONTENT, CELL, view.colours)
        said = left_out(len(found.rows) - TABLE_ROWS, found.left_out, found.is_shortened, self.words)
        return [drawn(found), *([paragraph(" ".join(said), SMALL, shade=theme.QUIET, before=2)] if said else [])]

    def noted(self, entry: Entry) -> list[Flowable]:
        """Note, decision and who sees to it, and the way to the page."""
        found: list[Flowable] = [ruled(entry.noted(self.words), [70, CONTENT - 70], TEXT, bold_first=True)]
        if entry.address:
            shown = SHEET.shortened(clean(entry.address), SMALL, CONTENT, 3 * SMALL * fitting.LEADING)
            found.append(
                Paragraph(
                    f'<link href="{attribute(entry.address)}" color="{theme.ACCENT}">{fitting.markup(shown)}</link>',
                    SHEET.style(SMALL, spaceBefore=3),
                )
            )
        return found

    def decisions(self) -> Iterable[Flowable]:
        words = self.words
        if rows := self.meeting.decisions:
            yield CondPageBreak(ROOM)
            yield Bookmark("decisions", words("Beslutninger"))
            yield paragraph(words("Beslutninger"), HEADING, bold=True, before=16, after=4)
            yield ruled(
                [[words("Punkt"), words("Besluttet"), words("Ansvarlig")], *rows],
                [CONTENT * 0.35, CONTENT * 0.4, CONTENT * 0.25],
                TEXT,
                heading=True,
            )


def attribute(text: str) -> str:
    return clean(text).replace("&", "&amp;").replace('"', "%22").replace("<", "%3C").replace(">", "%3E")


def paragraph(
    text: str, size: float, *, bold: bool = False, shade: str = theme.TEXT, before: float = 0, after: float = 0
) -> Paragraph:
    return Paragraph(
        fitting.markup(text), SHEET.style(size, bold, textColor=shade, spaceBefore=before, spaceAfter=after)
    )


def gallery(pictures: Sequence[Picture]) -> list[Flowable]:
    """One picture over the whole width; several, and the parts of a tall one, two by two. A page can
    break between two rows.
    """
    if len(pictures) == 1:
        return [image(pictures[0], CONTENT)]
    rows = []
    for start in range(0, len(pictures), 2):
        cells = [image(picture, CONTENT / 2 - 6) for picture in pictures[start : start + 2]]
        rows.append(
            Table(
                [cells],
                [CONTENT / 2] * len(cells),
                hAlign="LEFT",
                style=[
                    ("LEFTPADDING", (0, 0), (-1, -1), 0),
                    ("RIGHTPADDING", (0, 0), (-1, -1), 6),
                    ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ],
            )
        )
    return rows


def image(picture: Picture, width: float) -> Image:
    factor = min(width / picture.width, PICTURE_HEIGHT / picture.height)
    return Image(io.BytesIO(picture.png), picture.width * factor, picture.height * factor, hAlign="LEFT")


def ruled(
    rows: Sequence[Sequence[str]],
    widths: Sequence[float],
    size: float,
    *,
    heading: bool = False,
    bold_first: bool = False,
) -> Table:
    """A table with thin lines, whose long cells go on to the next page."""
    cells = [
        [
            paragraph(text, size, bold=(heading and row == 0) or (bold_first and column == 0))
            for column, text in enumerate(texts)
        ]
        for row, texts in enumerate(rows)
    ]
    return Table(cells, list(widths), hAlign="LEFT", repeatRows=1 if heading else 0, splitInRow=1, style=frame())


def frame(*more: tuple[Any, ...]) -> list[tuple[Any, ...]]:
    whole = (0, 0), (-1, -1)
    return [
        ("LINEBELOW", *whole, 0.5, LINE),
        ("VALIGN", *whole, "TOP"),
        ("LEFTPADDING", *whole, 2),
        ("RIGHTPADDING", *whole, 4),
        ("TOPPADDING", *whole, 2),
        ("BOTTOMPADDING", *whole, 3),
        *more,
    ]


def drawn(found: Grid) -> Table:
    """A view's table with the colours of its cells."""
    rows = found.rows[:TABLE_ROWS]
    cells = [[paragraph(text, CELL, bold=True) for text in found.headings]]
    fills = []
    for row, texts in enumerate(rows):
        behind = [found.colours.get((row, column)) for column in range(len(texts))]
        cells.append(
            [
                paragraph(text, CELL, shade=theme.ink(fill) if fill else theme.TEXT)
                for text, fill in zip(texts, behind, strict=True)
            ]
        )
        fills += [
            ("BACKGROUND", (column, row + 1), (column, row + 1), fill) for column, fill in enumerate(behind) if fill
        ]
    heading = ("BACKGROUND", (0, 0), (-1, 0), pen.LIGHT)
    return Table(cells, found.widths, hAlign="LEFT", repeatRows=1, splitInRow=1, style=frame(heading, *fills))
