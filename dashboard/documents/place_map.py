"""The small map of an A4 sheet: where an area lies, readable in black and white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject
from shapely.geometry.base import BaseGeometry

from dashboard.documents import pen
from dashboard.documents.pen import BLACK, LIGHT, PALE, Scale
from dashboard.i18n.words import Words
from geo import locator
from geo.locator import Locator

HATCH = 4  # points between the hatch lines on an area's shape
SMALL_SHAPE = 18  # points; a smaller shape gets a ring around it, so that it is found
SCALE = 6.4  # of its type
Ring = Sequence[tuple[float, float]]


def draw(canvas: Canvas, shown: Locator, left: float, bottom: float, size: float) -> None:
    """The municipality among its light neighbours, and in it the area."""
    west, south, east, north = shown.bounds
    x, y = pen.scale(west, east, left, left + size), pen.scale(south, north, bottom, bottom + size)
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(left, bottom, size, size)
    canvas.clipPath(window, stroke=0, fill=0)
    canvas.setDash([])
    for neighbour in shown.neighbours:
        land(canvas, neighbour, LIGHT, PALE, 0.4, x, y)
    land(canvas, shown.frame, "#ffffff", BLACK, 0.9, x, y)
    if shown.area is not None:
        area_mark(canvas, shown.area, shown.kind, x, y)
    canvas.restoreState()
    canvas.setStrokeColor(PALE)
    canvas.setLineWidth(0.5)
    canvas.rect(left, bottom, size, size)


def scale_bar(canvas: Canvas, shown: Locator, left: float, base: float, size: float, words: Words) -> None:
    """A round distance under a map, and which way is north."""
    bar = locator.scale_bar(shown.extent)
    length = bar * size / shown.extent
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(1.5)
    canvas.line(left, base, left + length, base)
    distance = f"{words.number(bar / 1000)} km" if bar >= 1000 else f"{words.number(bar)} m"
    pen.text(canvas, left + length + 4, base - 2, distance, SCALE)
    pen.text(canvas, left + size, base - 2, words("Nord er op"), SCALE, align="right")


def land(canvas: Canvas, shape: BaseGeometry, fill: str, colour: str, width: float, x: Scale, y: Scale) -> None:
    canvas.setFillColor(fill)
    canvas.setStrokeColor(colour)
    canvas.setLineWidth(width)
    for ring in rings(shape):
        canvas.drawPath(traced(canvas, ring, x, y), fill=1)


def area_mark(canvas: Canvas, area: BaseGeometry, kind: str, x: Scale, y: Scale) -> None:
    """The area hatched, dashed where it is a stand-in; a point with a ring where it is one or too small to see."""
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(BLACK)
    outlines = list(rings(area))
    for ring in outlines:
        hatch(canvas, ring, x, y)
        canvas.setLineWidth(1.3)
        canvas.setDash([3, 2] if kind == "stand_in" else [])
        canvas.drawPath(traced(canvas, ring, x, y))
    canvas.setDash([])
    centre = area.representative_point()
    west, south, east, north = area.bounds
    widest = max(x(east) - x(west), y(north) - y(south))
    if not outlines:
        canvas.circle(x(centre.x), y(centre.y), 2.2, stroke=0, fill=1)
    if widest < SMALL_SHAPE:
        canvas.setLineWidth(1.2)
        canvas.circle(x(centre.x), y(centre.y), max(7, widest * 0.75))


def hatch(canvas: Canvas, ring: Ring, x: Scale, y: Scale) -> None:
    """Slanting lines within a ring."""
    canvas.saveState()
    canvas.clipPath(traced(canvas, ring, x, y), stroke=0, fill=0)
    canvas.setLineWidth(0.4)
    across, up = [x(corner[0]) for corner in ring], [y(corner[1]) for corner in ring]
    south, high = min(up), max(up) - min(up)
    start = min(across) - high
    while start < max(across):
        canvas.line(start, south, start + high, south + high)
        start += HATCH
    canvas.restoreState()


def rings(shape: BaseGeometry) -> Iterator[Ring]:
    """The outer rings of the polygons of a shape; a point has none."""
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield list(part.exterior.coords)


def traced(canvas: Canvas, ring: Ring, x: Scale, y: Scale) -> PDFPathObject:
    path = canvas.beginPath()
    path.moveTo(x(ring[0][0]), y(ring[0][1]))
    for corner in ring[1:]:
        path.lineTo(x(corner[0]), y(corner[1]))
    path.close()
    return path
