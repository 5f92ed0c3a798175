"""The open action cards as a set to print: two on an A4 page, to cut apart. It reads in black and white.

A card with much text is drawn smaller, so that it keeps to its half. The same data give the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from xml.sax.saxutils import escape

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer

from dashboard.action_cards import board
from dashboard.action_cards.board import CardLine
from dashboard.documents import pen
from dashboard.documents.pen import BLACK, BOLD, GREY, LEADING, REGULAR
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import Words

WIDTH, HEIGHT = A4
MARGIN, GAP, FOOT, EDGE = 36, 20, 28, 14
CARDS = 2  # on a page
TALL = (HEIGHT - 2 * MARGIN - FOOT - GAP) / CARDS
TITLE, BODY, SMALL = 15, 10, 7


def pdf(cards: Sequence[CardLine], title: str, words: Words, imprint: Imprint) -> bytes:
    """The cards as PDF bytes, at least one. `imprint`: what the set says of itself."""
    buffer = io.BytesIO()
    canvas = pen.page(buffer, title, words("Åbne handlingskort"), words.language)
    for first in range(0, len(cards), CARDS):
        for place, row in enumerate(cards[first : first + CARDS]):
            draw(canvas, row, HEIGHT - MARGIN - (place + 1) * TALL - place * GAP, words)
        foot(canvas, title, words, imprint)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def draw(canvas: Canvas, row: CardLine, bottom: float, words: Words) -> None:
    """One card in its frame, from the top."""
    width, tall = WIDTH - 2 * MARGIN, TALL - 2 * EDGE
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(2.5 if row.days_late else 1)
    canvas.roundRect(MARGIN, bottom, width, TALL, 8)
    inside = KeepInFrame(width - 2 * EDGE, tall, story(row, words), mode="shrink")
    _, height = inside.wrapOn(canvas, width - 2 * EDGE, tall)
    inside.drawOn(canvas, MARGIN + EDGE, bottom + TALL - EDGE - height)


def story(row: CardLine, words: Words) -> list[Flowable]:
    parts = [text(row.title, TITLE, BOLD), Spacer(0, 4)]
    for part in board.parts(row, words):
        parts.append(text(part.text, BODY, lead=part.part))
    return [*parts, Spacer(0, 4), text(row.source, SMALL)]


def text(said: str, size: float, font: str = REGULAR, lead: str = "") -> Paragraph:
    """A paragraph in which every sign is shown as it is written, after a lead in bold."""
    style = ParagraphStyle(f"{font}-{size}", fontName=font, fontSize=size, leading=size * LEADING, spaceAfter=3)
    head = f'<font name="{BOLD}">{escape(pen.printable(lead))}:</font> ' if lead else ""
    return Paragraph(head + escape(pen.printable(said)), style)


def foot(canvas: Canvas, title: str, words: Words, imprint: Imprint) -> None:
    """Whose cards they are, the version of the data, the address of the page, and "Fiktive tal" where that is so."""
    said = " · ".join(
        filter(
            None,
            (
                imprint.mark.upper(),
                title,
                words("Dataversion {version}, dannet {date}", version=imprint.version, date=imprint.date),
            ),
        )
    )
    width = WIDTH - 2 * MARGIN
    pen.text(canvas, MARGIN, MARGIN + 6, said, pen.fitting(said, REGULAR, width, SMALL + 1, 4.5))
    address = pen.fitting(imprint.address, REGULAR, width, SMALL, 4.5)
    pen.text(canvas, MARGIN, MARGIN - 5, imprint.address, address, colour=GREY, width=width)
