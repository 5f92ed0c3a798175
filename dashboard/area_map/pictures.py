"""The area map as a PNG: the same shapes, classes, colours and patterns as on the page, with its legend beside it.

It is drawn with Pillow from the prepared shapes, so it needs no browser.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy
import reportlab
from PIL import Image, ImageDraw, ImageFont
from shapely.geometry import shape as shape_of
from shapely.geometry.base import BaseGeometry

from dashboard.area_map.colouring import Colouring
from dashboard.area_map.standalone import Reading
from dashboard.documents import pen
from dashboard.i18n import missing

WIDTH, HEIGHT = 1200, 600  # in points of the drawing, as a chart
LEGEND = 400  # width
SCALE = 2  # pixels for each point
FINE = 2  # shapes are drawn this much larger and then reduced, for smooth edges
MARGIN = 10
TITLE, TEXT, SMALL = 22, 20, 16  # type
SWATCH = 26
SPOT = 8  # radius of an area that is a point, or too small to see
LAND, NEIGHBOUR, OUTLINE, INK = "#e9edf1", "#dfe4e9", "#4a5868", "#1b2a3a"
FONTS = Path(reportlab.__file__).parent / "fonts"


@dataclass(frozen=True)
class Side:
    """One period of the map: what is written over it, and what is known of every area of the level by its id."""

    heading: str
    readings: Mapping[str, Reading]


@dataclass(frozen=True)
class Sheet:
    """Everything that is drawn. `geometry` and `background` are prepared GeoJSON collections, `lines` such collections
    by what they are called, `signs` the areas that carry a sign by the sign and its name, `places` where areas of
    another level lie. `has_spots`: an area too small to see is drawn as a spot. `chosen` gets a thick outline.
    """

    title: str
    unit: str
    colouring: Colouring
    sides: Sequence[Side]
    missing: Mapping[str, Mapping[str, str]]
    geometry: Mapping[str, Any]
    background: Mapping[str, Any]
    lines: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    signs: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    places: Mapping[str, BaseGeometry] = field(default_factory=dict)
    chosen: str = ""
    has_spots: bool = False
    notes: Sequence[str] = ()


class Frame:
    """From degrees to the pixels of one map: Web Mercator as on the page, whole and in the middle."""

    def __init__(self, bounds: tuple[float, float, float, float], width: int, height: int) -> None:
        self.west, south, east, north = bounds
        south, self.north = mercator(south), mercator(north)
        room_x, room_y = width - 2 * MARGIN * SCALE * FINE, height - 2 * MARGIN * SCALE * FINE
        self.factor = min(room_x / max(east - self.west, 1e-6), room_y / max(self.north - south, 1e-6))
        self.left = (width - (east - self.west) * self.factor) / 2
        self.top = (height - (self.north - south) * self.factor) / 2

    def pixels(self, coordinates: Sequence[Sequence[float]]) -> list[tuple[float, float]]:
        points = numpy.asarray([point[:2] for point in coordinates], dtype=float)
        x = self.left + (points[:, 0] - self.west) * self.factor
        y = self.top + (self.north - mercator(points[:, 1])) * self.factor
        return list(zip(x.tolist(), y.tolist(), strict=True))


def mercator(latitude: Any) -> Any:
    return numpy.degrees(numpy.arctanh(numpy.sin(numpy.radians(latitude))))


def png(sheet: Sheet) -> bytes:
    """The map and its legend as PNG."""
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), "#ffffff")
    across = (WIDTH - LEGEND) // len(sheet.sides)
    for position, side in enumerate(sheet.sides):
        top = TITLE + 2 * MARGIN if len(sheet.sides) > 1 else 0
        drawn = one_map(sheet, side, across * SCALE * FINE, (HEIGHT - top) * SCALE * FINE)
        picture.paste(drawn.reduce(FINE), (position * across * SCALE, top * SCALE))
        if top:
            write(ImageDraw.Draw(picture), position * across + MARGIN, MARGIN, side.heading, TITLE, bold=True)
    legend(sheet, picture)
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()


# The map


def one_map(sheet: Sheet, side: Side, width: int, height: int) -> Image.Image:
    drawn = Image.new("RGB", (width, height), "#ffffff")
    shapes = {
        feature["id"]: shape_of(feature["geometry"])
        for feature in sheet.geometry["features"]
        if feature["id"] in side.readings
    }
    frame = Frame(bounds(shapes.values()), width, height)
    for feature in sheet.background["features"]:
        colour = LAND if feature["properties"]["kind"] == "land" else NEIGHBOUR
        for polygon in polygons(shape_of(feature["geometry"])):
            filled(drawn, frame, polygon, colour)
    for area_id, shape in sorted(shapes.items(), key=lambda pair: -pair[1].area):
        area(drawn, frame, shape, side.readings[area_id], area_id == sheet.chosen, sheet.has_spots)
    pencil = ImageDraw.Draw(drawn)
    for collection in sheet.lines.values():
        for feature in collection["features"]:
            for polygon in polygons(shape_of(feature["geometry"])):
                for ring in (polygon.exterior, *polygon.interiors):
                    pencil.line(frame.pixels(ring.coords), "#3d4a58", round(1.1 * SCALE * FINE))
    signs(sheet, {**sheet.places, **shapes}, pencil, frame)
    return drawn


def bounds(shapes: Any) -> tuple[float, float, float, float]:
    """Around all shapes; a single point gets some land around it."""
    edges = numpy.asarray([shape.bounds for shape in shapes if not shape.is_empty] or [(8.0, 54.5, 15.3, 57.8)])
    west, south, east, north = (*edges[:, :2].min(axis=0), *edges[:, 2:].max(axis=0))
    air = max(0.02, 0.02 * (east - west))
    return west - air, south - air / 2, east + air, north + air / 2


def area(
    drawn: Image.Image, frame: Frame, shape: BaseGeometry, reading: Reading, is_chosen: bool, has_spots: bool
) -> None:
    """One area in its class, or in the pattern of what is missing."""
    thick = SCALE * FINE
    outline, stroke = (INK, 4 * thick) if is_chosen else (OUTLINE, round(0.8 * thick))
    parts = list(polygons(shape))
    corners = [corner for part in parts for corner in frame.pixels(part.exterior.coords)]
    across = max((max(axis) - min(axis) for axis in zip(*corners, strict=True)), default=0)
    if not parts or (has_spots and across < 2 * SPOT * thick):
        spot(drawn, frame.pixels([shape.representative_point().coords[0]])[0], reading, is_chosen)
        return
    pencil = ImageDraw.Draw(drawn)
    for part in parts:
        filled(drawn, frame, part, reading.fill if is_colour(reading) else pattern(reading.status))
        for ring in (part.exterior, *part.interiors):
            points = frame.pixels(ring.coords)
            if reading.kind == "stand_in":
                dashed(pencil, points, INK, round(1.6 * thick))
            else:
                pencil.line(points, outline, stroke, joint="curve")


def spot(drawn: Image.Image, centre: tuple[float, float], reading: Reading, is_chosen: bool) -> None:
    radius, thick = SPOT * SCALE * FINE, SCALE * FINE * (4 if is_chosen else 1.5)
    box = [round(centre[0] - radius), round(centre[1] - radius), round(centre[0] + radius), round(centre[1] + radius)]
    mask = Image.new("L", (box[2] - box[0], box[3] - box[1]), 0)
    ImageDraw.Draw(mask).ellipse([0, 0, mask.width - 1, mask.height - 1], fill=255)
    fill(drawn, mask, (box[0], box[1]), reading.fill if is_colour(reading) else pattern(reading.status))
    ImageDraw.Draw(drawn).ellipse(box, outline=INK, width=round(thick))


def is_colour(reading: Reading) -> bool:
    return reading.fill.startswith("#")


def polygons(shape: BaseGeometry) -> Iterator[Any]:
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield part


def filled(drawn: Image.Image, frame: Frame, polygon: Any, paint: str | Image.Image) -> None:
    """A polygon without its holes, painted with a colour or a pattern."""
    outer = frame.pixels(polygon.exterior.coords)
    left, top = (max(0, int(min(axis))) for axis in zip(*outer, strict=True))
    right, bottom = (
        min(edge, int(max(axis)) + 2) for axis, edge in zip(zip(*outer, strict=True), drawn.size, strict=True)
    )
    if right <= left or bottom <= top:
        return
    mask = Image.new("L", (right - left, bottom - top), 0)
    pencil = ImageDraw.Draw(mask)
    for ring, shade in ((outer, 255), *((frame.pixels(hole.coords), 0) for hole in polygon.interiors)):
        pencil.polygon([(x - left, y - top) for x, y in ring], fill=shade)
    fill(drawn, mask, (left, top), paint)


def fill(drawn: Image.Image, mask: Image.Image, place: tuple[int, int], paint: str | Image.Image) -> None:
    """Paint through a mask. A pattern is laid from the corner of the map, so that it runs on from area to area."""
    if isinstance(paint, str):
        drawn.paste(paint, (*place, place[0] + mask.width, place[1] + mask.height), mask)
        return
    tiled = Image.new("RGB", mask.size)
    for x in range(-(place[0] % paint.width), mask.width, paint.width):
        for y in range(-(place[1] % paint.height), mask.height, paint.height):
            tiled.paste(paint, (x, y))
    drawn.paste(tiled, place, mask)


@lru_cache(maxsize=len(missing.WORDS))
def pattern(status: str) -> Image.Image:
    """A square of the pattern of a missing word: its path of moves (M) and lines (l, h, v) on white."""
    factor = SCALE * FINE
    tile = Image.new("RGB", (missing.SIDE * factor, missing.SIDE * factor), "#ffffff")
    pencil = ImageDraw.Draw(tile)
    x = y = 0.0
    for command, numbers in re.findall(r"([Mlhv])([^Mlhv]*)", missing.WORDS[status].drawing):
        steps = [float(number) for number in re.findall(r"-?[\d.]+", numbers)]
        if command == "M":
            x, y = steps
            continue
        to_x = x + (steps[0] if command in "lh" else 0)
        to_y = y + (steps[-1] if command in "lv" else 0)
        pencil.line(
            [x * factor, y * factor, to_x * factor, to_y * factor], missing.INK, round(missing.THICKNESS * factor)
        )
        x, y = to_x, to_y
    return tile


def dashed(pencil: ImageDraw.ImageDraw, points: Sequence[tuple[float, float]], colour: str, width: int) -> None:
    """A closed line of dashes, as around a shape that is not the area's own."""
    dash, gap = 6 * SCALE * FINE, 4 * SCALE * FINE
    walked = 0.0
    for (x, y), (to_x, to_y) in zip(points, points[1:], strict=False):
        length = float(numpy.hypot(to_x - x, to_y - y))
        at = 0.0
        while at < length:
            place = walked % (dash + gap)
            step = min((dash if place < dash else dash + gap) - place, length - at) + 1e-6
            if place < dash:
                ends = [
                    (start + (end - start) * part / length)
                    for part in (at, min(at + step, length))
                    for start, end in ((x, to_x), (y, to_y))
                ]
                pencil.line(ends, colour, width)
            at, walked = at + step, walked + step


def signs(sheet: Sheet, shapes: Mapping[str, BaseGeometry], pencil: ImageDraw.ImageDraw, frame: Frame) -> None:
    """The signs of the layers that are switched on, side by side under each area they hold for."""
    carried: dict[str, list[str]] = {}
    for (sign, _label), areas in sheet.signs.items():
        for area_id in areas:
            carried.setdefault(area_id, []).append(sign)
    type_face = font(13 * SCALE * FINE, bold=True)
    for area_id, own in carried.items():
        if area_id not in shapes or shapes[area_id].is_empty:
            continue
        x, y = frame.pixels([shapes[area_id].representative_point().coords[0]])[0]
        pencil.text(
            (x, y + SPOT * SCALE * FINE),
            " ".join(own),
            INK,
            type_face,
            anchor="ma",
            stroke_width=3 * FINE,
            stroke_fill="#ffffff",
        )


# The legend


def legend(sheet: Sheet, picture: Image.Image) -> None:
    """Title, unit and period, the classes, what is missing, lines and signs, and the notes, from the top down."""
    pencil = ImageDraw.Draw(picture)
    left, width = WIDTH - LEGEND + 2 * MARGIN, LEGEND - 3 * MARGIN
    y = paragraph(pencil, left, MARGIN, width, sheet.title, TITLE, bold=True, most=4)
    period = ", ".join(
        text for text in (sheet.unit, *([sheet.sides[0].heading] if len(sheet.sides) == 1 else ())) if text
    )
    y = paragraph(pencil, left, y + 2, width, period, TEXT, most=2) + MARGIN
    for paint, label in entries(sheet):
        swatch(picture, left, y, paint)
        y = (
            max(
                paragraph(pencil, left + SWATCH + MARGIN, y + 1, width - SWATCH - MARGIN, label, TEXT, most=3),
                y + SWATCH,
            )
            + 5
        )
    for label in sheet.lines:
        pencil.line([left * SCALE, (y + 10) * SCALE, (left + SWATCH) * SCALE, (y + 10) * SCALE], OUTLINE, 2 * SCALE)
        y = paragraph(pencil, left + SWATCH + MARGIN, y, width - SWATCH - MARGIN, label, SMALL, most=2) + 3
    for (sign, label), _areas in sheet.signs.items():
        y = paragraph(pencil, left, y, width, f"{sign}: {label}", SMALL, most=2) + 3
    for note in sheet.notes:
        if y > HEIGHT - 3 * SMALL:
            break
        y = paragraph(pencil, left, y + 3, width, note, SMALL, most=max(1, int((HEIGHT - y) / (SMALL * 1.3)) - 1))


def entries(sheet: Sheet) -> list[tuple[str | Image.Image, str]]:
    """What the legend explains: every class, and only those patterns that are on the map."""
    found = zip(sheet.colouring.colours, sheet.colouring.labels, strict=True)
    drawn = {reading.status for side in sheet.sides for reading in side.readings.values() if not is_colour(reading)}
    return [*found, *((pattern(status), own["label"]) for status, own in sheet.missing.items() if status in drawn)]


def swatch(picture: Image.Image, left: float, top: float, paint: str | Image.Image) -> None:
    box = [round(edge * SCALE) for edge in (left, top, left + SWATCH, top + SWATCH)]
    if isinstance(paint, str):
        picture.paste(paint, tuple(box))
    else:
        size = (box[2] - box[0]) * FINE
        large = Image.new("RGB", (size, size))
        fill(large, Image.new("L", large.size, 255), (0, 0), paint)
        picture.paste(large.reduce(FINE), (box[0], box[1]))
    ImageDraw.Draw(picture).rectangle(box, outline=INK, width=SCALE)


def paragraph(
    pencil: ImageDraw.ImageDraw,
    left: float,
    top: float,
    width: float,
    text: str,
    size: int,
    *,
    bold: bool = False,
    most: int,
) -> float:
    """At most `most` lines from `top` down. Returns where they end."""
    pen.register_fonts()
    for row in pen.wrapped(text, pen.BOLD if bold else pen.REGULAR, size, width, most) if text else ():
        write(pencil, left, top, row, size, bold=bold)
        top += size * 1.3
    return top


def write(pencil: ImageDraw.ImageDraw, left: float, top: float, text: str, size: int, *, bold: bool = False) -> None:
    pencil.text((left * SCALE, top * SCALE), pen.printable(text), INK, font(size * SCALE, bold))


@lru_cache(maxsize=16)
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Bitstream Vera, which comes with reportlab: a map looks the same on every server."""
    return ImageFont.truetype(FONTS / ("VeraBd.ttf" if bold else "Vera.ttf"), size)
