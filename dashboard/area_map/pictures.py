"""The area map as a PNG: the same shapes, classes, colours and patterns as on the page, with its legend beside it.

It is drawn with Pillow from the prepared shapes, so it needs no browser.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from PIL import Image, ImageDraw
from shapely.geometry.base import BaseGeometry

from dashboard.area_map import painting
from dashboard.area_map.colouring import Colouring
from dashboard.area_map.painting import FINE, INK, MARGIN, SCALE
from dashboard.area_map.standalone import Reading
from dashboard.documents import pen
from geo.features import Feature

WIDTH, HEIGHT = 1200, 600  # in points of the drawing, as a chart
LEGEND = 400  # width
TITLE, TEXT, SMALL = 22, 20, 16  # type
SWATCH = 26
SPOT = 8  # radius of an area that is a point, or too small to see
LAND, NEIGHBOUR, OUTLINE = "#e9edf1", "#dfe4e9", "#4a5868"


@dataclass(frozen=True)
class Side:
    """One period of the map: what is written over it, and what is known of every area of the level by its id."""

    heading: str
    readings: Mapping[str, Reading]


@dataclass(frozen=True)
class Drawing:
    """Everything that is drawn. `areas` and `background` are shapes, `lines` shapes by what they are called, `signs`
    the areas that carry a sign by the sign and its name, `places` where areas of another level lie. `has_spots`: an
    area too small to see is drawn as a spot. `chosen` gets a thick outline. `foot` stands under it all, for a picture
    that goes out alone.
    """

    title: str
    unit: str
    colouring: Colouring
    sides: Sequence[Side]
    missing: Mapping[str, Mapping[str, str]]
    areas: Sequence[Feature]
    background: Sequence[Feature]
    lines: Mapping[str, Sequence[Feature]] = field(default_factory=dict)
    signs: Mapping[tuple[str, str], Sequence[str]] = field(default_factory=dict)
    places: Mapping[str, BaseGeometry] = field(default_factory=dict)
    chosen: str = ""
    has_spots: bool = False
    notes: Sequence[str] = ()
    foot: Sequence[str] = ()


def png(drawing: Drawing) -> bytes:
    """The map and its legend as PNG."""
    picture = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), "#ffffff")
    across = (WIDTH - LEGEND) // len(drawing.sides)
    for position, side in enumerate(drawing.sides):
        top = TITLE + 2 * MARGIN if len(drawing.sides) > 1 else 0
        drawn = one_map(drawing, side, across * SCALE * FINE, (HEIGHT - top) * SCALE * FINE)
        picture.paste(drawn.reduce(FINE), (position * across * SCALE, top * SCALE))
        if top:
            painting.write(ImageDraw.Draw(picture), position * across + MARGIN, MARGIN, side.heading, TITLE, bold=True)
    legend(drawing, picture)
    picture = with_foot(picture, drawing.foot)
    content = io.BytesIO()
    picture.save(content, "PNG", optimize=True)
    return content.getvalue()


def with_foot(picture: Image.Image, texts: Sequence[str]) -> Image.Image:
    """The picture with some texts under it, each whole."""
    pen.register_fonts()
    rows = [row for text in texts for row in pen.wrapped(text, pen.REGULAR, SMALL, WIDTH - 2 * MARGIN, 9)]
    if not rows:
        return picture
    step = round(SMALL * 1.3)
    taller = Image.new("RGB", (picture.width, picture.height + (len(rows) * step + 2 * MARGIN) * SCALE), "#ffffff")
    taller.paste(picture)
    pencil, top = ImageDraw.Draw(taller), HEIGHT + MARGIN
    for number, row in enumerate(rows):
        painting.write(pencil, MARGIN, top + number * step, row, SMALL)
    return taller


# The map


def one_map(drawing: Drawing, side: Side, width: int, height: int) -> Image.Image:
    drawn = Image.new("RGB", (width, height), "#ffffff")
    shapes = {feature.id: feature.shape for feature in drawing.areas if feature.id in side.readings}
    frame = painting.Frame(painting.bounds(shapes.values()), width, height)
    for feature in drawing.background:
        for polygon in painting.polygons(feature.shape):
            painting.filled(drawn, frame, polygon, LAND if feature.kind == "land" else NEIGHBOUR)
    last = {"": 0, "dot": 0}  # what is new or left on a list lies over what is not
    in_order = sorted(shapes.items(), key=lambda pair: (last.get(side.readings[pair[0]].shape, 1), -pair[1].area))
    for area_id, shape in in_order:
        area(drawn, frame, shape, side.readings[area_id], area_id == drawing.chosen, drawing.has_spots)
    pencil = ImageDraw.Draw(drawn)
    for feature in chain(*drawing.lines.values()):
        for polygon in painting.polygons(feature.shape):
            for ring in (polygon.exterior, *polygon.interiors):
                pencil.line(frame.pixels(ring.coords), "#3d4a58", round(1.1 * SCALE * FINE))
    signs(drawing, {**drawing.places, **shapes}, pencil, frame)
    return drawn


def area(
    drawn: Image.Image, frame: painting.Frame, shape: BaseGeometry, reading: Reading, is_chosen: bool, has_spots: bool
) -> None:
    """One area in its class, or in the pattern of what is missing."""
    thick = SCALE * FINE
    outline, stroke = (INK, 4 * thick) if is_chosen else (OUTLINE, round(0.8 * thick))
    parts = list(painting.polygons(shape))
    corners = [corner for part in parts for corner in frame.pixels(part.exterior.coords)]
    across = max((max(axis) - min(axis) for axis in zip(*corners, strict=True)), default=0)
    if not parts or reading.shape or (has_spots and across < 2 * SPOT * thick):
        spot(drawn, frame.pixels([shape.representative_point().coords[0]])[0], reading, is_chosen)
        return
    pencil = ImageDraw.Draw(drawn)
    for part in parts:
        painting.filled(drawn, frame, part, paint_of(reading))
        for ring in (part.exterior, *part.interiors):
            points = frame.pixels(ring.coords)
            if reading.kind == "stand_in":
                painting.dashed(pencil, points, INK, round(1.6 * thick))
            else:
                pencil.line(points, outline, stroke, joint="curve")


def spot(drawn: Image.Image, centre: tuple[float, float], reading: Reading, is_chosen: bool) -> None:
    if reading.shape:
        unit = SCALE * FINE
        mark(ImageDraw.Draw(drawn), centre, SPOT * unit, reading.shape, reading.fill, unit * (1.6 if is_chosen else 1))
        return
    radius, thick = SPOT * SCALE * FINE, SCALE * FINE * (4 if is_chosen else 1.5)
    box = [round(centre[0] - radius), round(centre[1] - radius), round(centre[0] + radius), round(centre[1] + radius)]
    mask = Image.new("L", (box[2] - box[0], box[3] - box[1]), 0)
    ImageDraw.Draw(mask).ellipse([0, 0, mask.width - 1, mask.height - 1], fill=255)
    painting.fill(drawn, mask, (box[0], box[1]), paint_of(reading))
    ImageDraw.Draw(drawn).ellipse(box, outline=INK, width=round(thick))


def mark(
    pencil: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float, shape: str, fill: str, thick: float
) -> None:
    """The mark of a list by its shape, as on the page: a diamond, a disc, a ring or a dot."""
    x, y = centre
    if shape == "diamond":
        far = 1.3 * radius
        pencil.polygon([(x, y - far), (x + far, y), (x, y + far), (x - far, y)], fill, INK, round(2 * thick))
        return
    reach = radius / 2 if shape == "dot" else radius
    stroke = {"ring": 4.0, "dot": 1.5}.get(shape, 2.0)
    pencil.ellipse([x - reach, y - reach, x + reach, y + reach], fill, INK, round(stroke * thick))


def paint_of(reading: Reading) -> str | Image.Image:
    """The colour of an area's class, or the pattern of what is missing."""
    return reading.fill if is_colour(reading) else painting.pattern(reading.status)


def is_colour(reading: Reading) -> bool:
    return reading.fill.startswith("#")


def signs(
    drawing: Drawing, shapes: Mapping[str, BaseGeometry], pencil: ImageDraw.ImageDraw, frame: painting.Frame
) -> None:
    """The signs of the layers that are switched on, side by side under each area they hold for."""
    carried: dict[str, list[str]] = {}
    for (sign, _label), areas in drawing.signs.items():
        for area_id in areas:
            carried.setdefault(area_id, []).append(sign)
    type_face = painting.font(13 * SCALE * FINE, bold=True)
    for area_id, signs_of_area in carried.items():
        if area_id not in shapes or shapes[area_id].is_empty:
            continue
        x, y = frame.pixels([shapes[area_id].representative_point().coords[0]])[0]
        pencil.text(
            (x, y + SPOT * SCALE * FINE),
            " ".join(signs_of_area),
            INK,
            type_face,
            anchor="ma",
            stroke_width=3 * FINE,
            stroke_fill="#ffffff",
        )


# The legend


def legend(drawing: Drawing, picture: Image.Image) -> None:
    """Title, unit and period, the classes, what is missing, lines and signs, and the notes, from the top down."""
    pencil = ImageDraw.Draw(picture)
    left, width = WIDTH - LEGEND + 2 * MARGIN, LEGEND - 3 * MARGIN
    y = paragraph(pencil, left, MARGIN, width, drawing.title, TITLE, bold=True, most=4)
    period = ", ".join(
        text for text in (drawing.unit, *([drawing.sides[0].heading] if len(drawing.sides) == 1 else ())) if text
    )
    y = paragraph(pencil, left, y + 2, width, period, TEXT, most=2) + MARGIN
    shapes = iter(drawing.colouring.shapes)
    for paint, label in entries(drawing):
        if shape := next(shapes, ""):
            half = SWATCH * SCALE / 2
            mark(pencil, (left * SCALE + half, y * SCALE + half), SPOT * SCALE, shape, str(paint), SCALE)
        else:
            swatch(picture, left, y, paint)
        y = (
            max(
                paragraph(pencil, left + SWATCH + MARGIN, y + 1, width - SWATCH - MARGIN, label, TEXT, most=3),
                y + SWATCH,
            )
            + 5
        )
    for label in drawing.lines:
        pencil.line([left * SCALE, (y + 10) * SCALE, (left + SWATCH) * SCALE, (y + 10) * SCALE], OUTLINE, 2 * SCALE)
        y = paragraph(pencil, left + SWATCH + MARGIN, y, width - SWATCH - MARGIN, label, SMALL, most=2) + 3
    for (sign, label), _areas in drawing.signs.items():
        y = paragraph(pencil, left, y, width, f"{sign}: {label}", SMALL, most=2) + 3
    for note in drawing.notes:
        if y > HEIGHT - 3 * SMALL:
            break
        y = paragraph(pencil, left, y + 3, width, note, SMALL, most=max(1, int((HEIGHT - y) / (SMALL * 1.3)) - 1))


def entries(drawing: Drawing) -> list[tuple[str | Image.Image, str]]:
    """What the legend explains: every class, and only those patterns that are on the map."""
    found = zip(drawing.colouring.colours, drawing.colouring.labels, strict=True)
    drawn = {reading.status for side in drawing.sides for reading in side.readings.values() if not is_colour(reading)}
    return [
        *found,
        *((painting.pattern(status), entry["label"]) for status, entry in drawing.missing.items() if status in drawn),
    ]


def swatch(picture: Image.Image, left: float, top: float, paint: str | Image.Image) -> None:
    box = (round(left * SCALE), round(top * SCALE), round((left + SWATCH) * SCALE), round((top + SWATCH) * SCALE))
    if isinstance(paint, str):
        picture.paste(paint, box)
    else:
        size = (box[2] - box[0]) * FINE
        large = Image.new("RGB", (size, size))
        painting.fill(large, Image.new("L", large.size, 255), (0, 0), paint)
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
        painting.write(pencil, left, top, row, size, bold=bold)
        top += size * 1.3
    return top
