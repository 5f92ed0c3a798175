"""What an A4 sheet is drawn with: type, lines that differ without colour, a scale with its interval."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Callable, Sequence
from typing import Literal

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from dashboard.charts.lines import Line, follows, neighbours

REGULAR, BOLD = "Vera", "VeraBd"  # Bitstream Vera comes with reportlab
BLACK, GREY, PALE, LIGHT = "#000000", "#4a5868", "#c9d2dc", "#eef1f4"
STAND_INS = {"●": "•", "○": "·"}  # the font has no circles
LEADING = 1.28  # line height of the type size
DASHES = {
    "solid": [],
    "dash": [4, 2],
    "dot": [1, 2],
    "dashdot": [5, 2, 1, 2],
    "longdash": [7, 2],
    "longdashdot": [7, 2, 1, 2],
}
CORNERS = {  # of a symbol with radius 1
    "triangle-up": ((0, 1.2), (1.1, -0.8), (-1.1, -0.8)),
    "diamond": ((0, 1.3), (1.3, 0), (0, -1.3), (-1.3, 0)),
    "square": ((1, 1), (1, -1), (-1, -1), (-1, 1)),
}
ELLIPSIS = " …"

Scale = Callable[[float], float]  # from values to points
Align = Literal["left", "right", "centre"]


def register_fonts() -> None:
    for font in (REGULAR, BOLD):
        if font not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(font, f"{font}.ttf"))


def printable(text: str) -> str:
    """The text in the letters of the font: another accent falls away, an unknown sign becomes a question mark."""
    letters = pdfmetrics.getFont(REGULAR).face.charToGlyph
    signs = []
    for sign in unicodedata.normalize("NFC", text):
        sign = STAND_INS.get(sign, sign)
        plain = sign if ord(sign) in letters else unicodedata.normalize("NFKD", sign)[0]
        signs.append(plain if ord(plain) in letters else "?")
    return "".join(signs)


def width_of(text: str, font: str, size: float) -> float:
    return string_width(printable(text), font, size)


def string_width(text: str, font: str, size: float) -> float:
    """The width of a text whose every letter the font has."""
    width: float = pdfmetrics.stringWidth(text, font, size)
    return width


def fitting(text: str, font: str, width: float, largest: float, smallest: float) -> float:
    """The largest type size at which a text keeps within a width, but never below the smallest."""
    return max(min(largest, largest * width / max(width_of(text, font, largest), 1)), smallest)


def cut(text: str, font: str, size: float, width: float) -> str:
    """The text, or as much of it as a width holds and an ellipsis."""
    text = printable(text)
    if width_of(text, font, size) <= width:
        return text
    while text and width_of(text + ELLIPSIS, font, size) > width:
        text = text[:-1]
    return text.rstrip() + ELLIPSIS


def wrapped(text: str, font: str, size: float, width: float, most: int) -> list[str]:
    """The lines of a text, at most `most`; what is left out is shown by an ellipsis."""
    rows = [cut(row, font, size, width) for row in simpleSplit(printable(text), font, size, width)]
    if len(rows) <= most:
        return rows
    return [*rows[: most - 1], cut(rows[most - 1] + ELLIPSIS, font, size, width)]


def page(buffer: io.BytesIO, title: str, subject: str, language: str) -> Canvas:
    """An A4 page to draw on. The same drawing gives the same bytes."""
    register_fonts()
    canvas = Canvas(buffer, pagesize=A4, invariant=1, lang=language, pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor("Områdebarometer")
    canvas.setSubject(subject)
    canvas.setCreator("Områdebarometer")
    return canvas


def text(
    canvas: Canvas,
    x: float,
    y: float,
    said: str,
    size: float,
    font: str = REGULAR,
    *,
    colour: str = BLACK,
    align: Align = "left",
    width: float | None = None,
) -> None:
    """One line; where it is wider than `width` it ends in an ellipsis."""
    shown = printable(said) if width is None else cut(said, font, size, width)
    canvas.setFillColor(colour)
    canvas.setFont(font, size)
    draw = {"left": canvas.drawString, "right": canvas.drawRightString, "centre": canvas.drawCentredString}[align]
    draw(x, y, shown)


def paragraph(
    canvas: Canvas,
    x: float,
    top: float,
    width: float,
    said: str,
    size: float,
    most: int,
    *,
    font: str = REGULAR,
    colour: str = BLACK,
) -> float:
    """At most `most` lines from `top` down. Returns where they end."""
    for row in wrapped(said, font, size, width, most):
        top -= size * LEADING
        text(canvas, x, top + size * (LEADING - 1), row, size, font, colour=colour)
    return top


def scale(low: float, high: float, start: float, end: float) -> Scale:
    """From values to points; where there is only one value it stands in the middle."""
    span = high - low
    return lambda value: start + (end - start) * ((value - low) / span if span else 0.5)


def stroke(canvas: Canvas, line: Line, width: float) -> None:
    canvas.setStrokeColor(line.style.colour)
    canvas.setFillColor(line.style.colour)
    canvas.setLineWidth(width)
    canvas.setDash(DASHES[line.style.dash])


def symbol(canvas: Canvas, name: str, x: float, y: float, radius: float) -> None:
    """A filled mark of its own shape for each line; a shape that is not known here is a circle."""
    canvas.setDash([])
    if name in CORNERS:
        polygon(canvas, [(x + radius * right, y + radius * up) for right, up in CORNERS[name]], fill=1)
    else:
        canvas.circle(x, y, radius, stroke=0, fill=1)


def polygon(canvas: Canvas, corners: Sequence[tuple[float, float]], fill: int = 0) -> None:
    path = canvas.beginPath()
    path.moveTo(*corners[0])
    for corner in corners[1:]:
        path.lineTo(*corner)
    path.close()
    canvas.drawPath(path, stroke=1 - fill, fill=fill)


def line(canvas: Canvas, drawn: Line, scale_x: Scale, scale_y: Scale) -> None:
    """A line of a trend as on the page: broken at a gap, two points joined by a thin dotted line, intervals as bars."""
    stroke(canvas, drawn, 0.6 if drawn.is_two_points else 1.1)
    if drawn.is_two_points:
        canvas.setDash(DASHES["dot"])
    for before, after in neighbours(drawn.points):
        if drawn.is_two_points or follows(after, before):
            canvas.line(scale_x(before.middle), scale_y(before.value), scale_x(after.middle), scale_y(after.value))
    canvas.setDash([])
    canvas.setLineWidth(0.4)
    for point in drawn.points:
        x = scale_x(point.middle)
        if point.interval:
            low, high = point.interval
            canvas.line(x, scale_y(low), x, scale_y(high))
        symbol(canvas, drawn.style.symbol, x, scale_y(point.value), 1.5)


def comparison(
    canvas: Canvas,
    value: float,
    interval: tuple[float, float] | None,
    municipality: float | None,
    country: float | None,
    left: float,
    y: float,
    width: float,
) -> None:
    """A number as a dot with its interval on a scale of its own from 0; a bar for the municipality, an open diamond
    for the country.
    """
    numbers = [0.0, value, *(interval or ()), *(whole for whole in (municipality, country) if whole is not None)]
    place = scale(min(numbers), max(numbers) or 1.0, left, left + width)
    canvas.setDash([])
    canvas.setStrokeColor(PALE)
    canvas.setLineWidth(0.6)
    canvas.line(left, y, left + width, y)
    canvas.line(place(0), y - 3, place(0), y + 3)
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(BLACK)
    if interval:
        canvas.setLineWidth(1.1)
        canvas.line(place(interval[0]), y, place(interval[1]), y)
    canvas.setLineWidth(0.9)
    if municipality is not None:
        canvas.line(place(municipality), y - 5, place(municipality), y + 5)
    if country is not None:
        polygon(canvas, [(place(country) + 3 * right, y + 3 * up) for right, up in CORNERS["diamond"]])
    symbol(canvas, "circle", place(value), y, 2)
