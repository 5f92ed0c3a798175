"""What an A4 sheet is drawn with: type, lines that differ without colour, a scale with its interval, a small map."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Literal

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from shapely.geometry.base import BaseGeometry

from dashboard.charts.lines import Line, follows, neighbours
from geo.locator import Locator

REGULAR, BOLD = "Vera", "VeraBd"  # Bitstream Vera comes with reportlab
BLACK, GREY, PALE, LIGHT = "#000000", "#4a5868", "#c9d2dc", "#eef1f4"
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
HATCH = 4  # points between the hatch lines on an area's shape
SMALL_SHAPE = 18  # points; a smaller shape gets a ring around it, so that it is found

Scale = Callable[[float], float]  # from values to points
Align = Literal["left", "right", "centre"]


def register_fonts() -> None:
    for font in (REGULAR, BOLD):
        if font not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(font, f"{font}.ttf"))


def printable(text: str) -> str:
    """The text in the letters of the font: another accent falls away, an unknown sign becomes a question mark."""
    known = pdfmetrics.getFont(REGULAR).face.charToGlyph
    signs = []
    for sign in unicodedata.normalize("NFC", text):
        plain = sign if ord(sign) in known else unicodedata.normalize("NFKD", sign)[0]
        signs.append(plain if ord(plain) in known else "?")
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


def place_map(canvas: Canvas, shown: Locator, left: float, bottom: float, size: float) -> None:
    """The municipality among its light neighbours, and in it the area: hatched, dashed where it is a stand-in, a point
    with a ring where it is a point or too small to see.
    """
    west, south, east, north = shown.bounds
    x, y = scale(west, east, left, left + size), scale(south, north, bottom, bottom + size)
    canvas.saveState()
    clip(canvas, rectangle(left, bottom, size, size))
    canvas.setDash([])
    for shape, fill, colour, width in (
        *((neighbour, LIGHT, PALE, 0.4) for neighbour in shown.neighbours),
        (shown.frame, "#ffffff", BLACK, 0.9),
    ):
        canvas.setFillColor(fill)
        canvas.setStrokeColor(colour)
        canvas.setLineWidth(width)
        for ring in rings(shape):
            canvas.drawPath(traced(canvas, ring, x, y), fill=1)
    if shown.area is not None:
        area_mark(canvas, shown, x, y)
    canvas.restoreState()
    canvas.setStrokeColor(PALE)
    canvas.setLineWidth(0.5)
    canvas.rect(left, bottom, size, size)


def area_mark(canvas: Canvas, shown: Locator, x: Scale, y: Scale) -> None:
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(BLACK)
    outlines = list(rings(shown.area))
    for ring in outlines:
        canvas.saveState()
        clip(canvas, traced(canvas, ring, x, y))
        canvas.setLineWidth(0.4)
        west, south, east, north = (convert(edge) for convert, edge in zip((x, y, x, y), bounds_of(ring), strict=True))
        start = west - (north - south)
        while start < east:
            canvas.line(start, south, start + north - south, north)
            start += HATCH
        canvas.restoreState()
        canvas.setLineWidth(1.3)
        canvas.setDash([3, 2] if shown.kind == "stand_in" else [])
        canvas.drawPath(traced(canvas, ring, x, y))
    canvas.setDash([])
    centre = shown.area.representative_point()
    widest = max(x(shown.area.bounds[2]) - x(shown.area.bounds[0]), y(shown.area.bounds[3]) - y(shown.area.bounds[1]))
    if not outlines:
        canvas.circle(x(centre.x), y(centre.y), 2.2, stroke=0, fill=1)
    if widest < SMALL_SHAPE:
        canvas.setLineWidth(1.2)
        canvas.circle(x(centre.x), y(centre.y), max(7, widest * 0.75))


def rings(shape: BaseGeometry) -> Iterator[list[tuple[float, float]]]:
    """The outer rings of the polygons of a shape; a point has none."""
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield list(part.exterior.coords)


def traced(canvas: Canvas, ring: Sequence[tuple[float, float]], x: Scale, y: Scale) -> object:
    path = canvas.beginPath()
    path.moveTo(x(ring[0][0]), y(ring[0][1]))
    for corner in ring[1:]:
        path.lineTo(x(corner[0]), y(corner[1]))
    path.close()
    return path


def rectangle(left: float, bottom: float, width: float, height: float) -> Callable[[Canvas], object]:
    def path(canvas: Canvas) -> object:
        outline = canvas.beginPath()
        outline.rect(left, bottom, width, height)
        return outline

    return path


def clip(canvas: Canvas, path: object) -> None:
    canvas.clipPath(path(canvas) if callable(path) else path, stroke=0, fill=0)


def bounds_of(ring: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    across, up = zip(*((point[0], point[1]) for point in ring), strict=True)
    return min(across), min(up), max(across), max(up)
