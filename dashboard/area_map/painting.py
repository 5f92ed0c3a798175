"""Shapes and texts as Pillow draws them: from degrees to pixels, in a colour or in the pattern of a missing word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy
import reportlab
from PIL import Image, ImageDraw, ImageFont
from shapely.geometry.base import BaseGeometry

from dashboard.documents import pen
from dashboard.i18n import missing
from geo.contract import DENMARK

SCALE = 2  # pixels for each point of a picture
FINE = 2  # shapes are drawn this much larger and then reduced, for smooth edges
MARGIN = 10
INK = "#1b2a3a"
FONTS = Path(reportlab.__file__).parent / "fonts"


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


def bounds(shapes: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    """Around all shapes; a single point gets some land around it."""
    edges = [shape.bounds for shape in shapes if not shape.is_empty] or [DENMARK]
    west, south = (min(edge[at] for edge in edges) for at in (0, 1))
    east, north = (max(edge[at] for edge in edges) for at in (2, 3))
    air = max(0.02, 0.02 * (east - west))
    return west - air, south - air / 2, east + air, north + air / 2


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


def write(pencil: ImageDraw.ImageDraw, left: float, top: float, text: str, size: int, *, bold: bool = False) -> None:
    pencil.text((left * SCALE, top * SCALE), pen.printable(text), INK, font(size * SCALE, bold))


@lru_cache(maxsize=16)
def font(size: int, bold: bool = False) -> ImageFont.FreeTypeFont:
    """Bitstream Vera, which comes with reportlab: a map looks the same on every server."""
    return ImageFont.truetype(FONTS / ("VeraBd.ttf" if bold else "Vera.ttf"), size)
