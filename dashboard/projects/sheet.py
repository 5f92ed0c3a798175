"""One project on one A4 page: a PDF to print, download or send on. It reads in black and white.

The form comes first, as the ministry's: problem, aim, activities, results. Where the texts are many the whole page is
drawn smaller, so that there is never a second one. The same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer, Table

from dashboard.documents import pen
from dashboard.documents.pen import BLACK, BOLD, GREY, LEADING, PALE, REGULAR
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import Words
from dashboard.projects import sheet_texts
from dashboard.projects.bank import Bank
from dashboard.projects.sheet_texts import ActionLine, CriterionLine, MilestoneLine, Part

WIDTH, HEIGHT = A4
MARGIN = 42
CONTENT = WIDTH - 2 * MARGIN
FOOT = 36  # above the lower margin
PART = 120  # the width of the column of headings
MARK, TITLE, HEADING, BODY, SMALL = 19, 19, 10.5, 9, 7
LONGEST_TABLE = 12  # rows; the rest stands on the page
Cells = tuple[str, str, str]  # of a row


def pdf(bank: Bank, project_id: str, imprint: Imprint) -> bytes:
    """The sheet of a project of the bank as PDF bytes. `imprint`: what the sheet says of itself."""
    words, name, buffer = bank.words, bank.names[project_id], io.BytesIO()
    title, subject = f"{name} – {words('Projektark')}", words("Et projekt på én side")
    canvas = pen.page(buffer, title, subject, words.language)
    room = HEIGHT - 2 * MARGIN - FOOT
    whole = KeepInFrame(CONTENT, room, story(bank, project_id, imprint), mode="shrink")
    _, height = whole.wrapOn(canvas, CONTENT, room)
    whole.drawOn(canvas, MARGIN, HEIGHT - MARGIN - height)
    foot(canvas, bank, imprint)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def story(bank: Bank, project_id: str, imprint: Imprint) -> list[Flowable]:
    """The parts of the page from the top."""
    words, project = bank.words, bank.texts[project_id]
    return [
        *mark(imprint.mark),
        text(words("Projektark"), SMALL, colour=GREY),
        text(project.name, TITLE, BOLD, after=3),
        text(sheet_texts.status_sentence(bank, project_id), HEADING, after=6),
        parts(sheet_texts.form(bank, project_id)),
        *headed(words("Om projektet"), parts(sheet_texts.facts(bank, project_id))),
        *listed(words, words("Succeskriterier"), map(criterion_cells, sheet_texts.criterion_lines(bank, project_id))),
        *shared_note(bank, project_id),
        *listed(words, words("Milepæle"), map(milestone_cells, sheet_texts.milestone_lines(bank, project_id))),
        *listed(words, words("Handlingskort"), map(action_cells, sheet_texts.action_lines(bank, project_id))),
    ]


def criterion_cells(line: CriterionLine) -> Cells:
    return line.criterion, line.status, line.reached


def milestone_cells(line: MilestoneLine) -> Cells:
    """The status without its icon, which the font has no letter for."""
    return line.title, line.status, line.due_text


def action_cells(line: ActionLine) -> Cells:
    return line.title, line.status_text, line.due_text


def mark(said: str) -> list[Flowable]:
    """The words "Fiktive tal" in a frame, where they apply."""
    if not said:
        return []
    framed = Table(
        [[text(said.upper(), MARK, BOLD, align=1)]],
        colWidths=[CONTENT],
        style=[("BOX", (0, 0), (-1, -1), 2, BLACK), ("BOTTOMPADDING", (0, 0), (-1, -1), 8)],
    )
    return [framed, Spacer(0, 8)]


def parts(rows: Iterable[Part]) -> Table:
    """Headings on the left, what the source says on the right."""
    cells = [[text(row.part, BODY, BOLD), text(row.text, BODY)] for row in rows]
    return Table(cells, colWidths=[PART, CONTENT - PART], style=ruled())


def listed(words: Words, heading: str, rows: Iterable[Cells]) -> list[Flowable]:
    """A table of three columns, the first the widest; nothing where there are no rows."""
    every = list(rows)
    shown = every[:LONGEST_TABLE]
    if not shown:
        return []
    cells = [[text(cell, BODY) for cell in row] for row in shown]
    table = Table(cells, colWidths=[CONTENT * share for share in (0.5, 0.22, 0.28)], style=ruled())
    more = words("Yderligere {n} står på websiden.", n=words.number(len(every) - len(shown)))
    return [*headed(heading, table), *([text(more, SMALL, colour=GREY)] if len(shown) < len(every) else [])]


def shared_note(bank: Bank, project_id: str) -> list[Flowable]:
    """That the numbers of criteria which several projects serve are our own sums."""
    if not sheet_texts.has_shared(bank, project_id):
        return []
    said = bank.words(
        "Kriterier med nummer er fælles for flere projekter. Deres tal er alle projekternes tal lagt "
        "sammen (beregnet af os)."
    )
    return [Spacer(0, 3), text(said, SMALL, colour=GREY)]


def headed(heading: str, table: Table) -> Iterable[Flowable]:
    return Spacer(0, 9), text(heading, HEADING, BOLD, after=3), table


def ruled() -> list[tuple[Any, ...]]:
    """A thin line over every row, and one below the last."""
    return [
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, HexColor(PALE)),
        ("LINEBELOW", (0, -1), (-1, -1), 0.5, HexColor(PALE)),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("LEFTPADDING", (0, 0), (-1, -1), 0),
        ("TOPPADDING", (0, 0), (-1, -1), 2.5),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3.5),
    ]


def text(
    said: str, size: float, font: str = REGULAR, *, colour: str = BLACK, after: float = 0, align: int = 0
) -> Paragraph:
    """A paragraph in which every sign is shown as it is written."""
    style = ParagraphStyle(
        f"{font}-{size}",
        fontName=font,
        fontSize=size,
        leading=size * LEADING,
        textColor=colour,
        spaceAfter=after,
        alignment=align,
    )
    return Paragraph(escape(pen.printable(said)), style)


def foot(canvas: Canvas, bank: Bank, imprint: Imprint) -> None:
    """The version of the data, when it was made, and the address of the page."""
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.6)
    canvas.line(MARGIN, MARGIN + 22, WIDTH - MARGIN, MARGIN + 22)
    said = bank.words("Dataversion {version}, dannet {date}", version=imprint.version, date=imprint.date)
    pen.text(canvas, MARGIN, MARGIN + 11, said, SMALL, colour=GREY)
    size = pen.fitting(imprint.address, REGULAR, CONTENT, SMALL, 4.5)
    pen.text(canvas, MARGIN, MARGIN, imprint.address, size, colour=GREY, width=CONTENT)
    if imprint.has_link:
        canvas.linkURL(imprint.address, (MARGIN, MARGIN - 2, WIDTH - MARGIN, MARGIN + 8), relative=0)
    pen.text(canvas, WIDTH - MARGIN, MARGIN + 11, "Områdebarometer", SMALL, BOLD, align="right")
