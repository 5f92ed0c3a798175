"""The area map as a picture: the same shapes, classes, colours and patterns as on the page, with its legend beside it.

It is drawn as SVG from the prepared shapes, so it needs no browser; a slide shows it as pixels, paper as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from shapely.geometry.base import BaseGeometry

from dashboard.area_map.colouring import Colouring
from dashboard.area_map.element_data import UNOFFICIAL
from dashboard.area_map.framing import MARGIN, Frame, bounds
from dashboard.area_map.standalone import Reading
from dashboard.documents import svg
from dashboard.documents.fitting import SHEET, rows_of
from dashboard.i18n import missing
from geo.features import Feature

WIDTH, HEIGHT = 1200, 600  # of the picture, as a chart
LEGEND = 400  # width
TITLE, TEXT, SMALL = 22, 20, 16  # type
LEADING = 1.3
SWATCH = 26
SPOT = 8  # radius of an area that is a point, or too small to see
INK, LAND, NEIGHBOUR, OUTLINE, LINES = "#1b2a3a", "#e9edf1", "#dfe4e9", "#4a5868", "#3d4a58"
DASHES = "6 4"  # around a shape that is not the area's own


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


def picture(drawing: Drawing) -> str:
    """The map and its legend as SVG, and some texts under them, each whole."""
    rows = [row for text in drawing.foot for row in rows_of(text, SMALL, WIDTH - 2 * MARGIN)]
    height = HEIGHT + (len(rows) * SMALL * LEADING + 2 * MARGIN if rows else 0)
    foot = [
        svg.text(MARGIN, HEIGHT + MARGIN + SMALL + place * SMALL * LEADING, row, SMALL, colour=INK)
        for place, row in enumerate(rows)
    ]
    return svg.picture(
        WIDTH, round(height), [f'<rect width="{WIDTH}" height="{height:g}" fill="#ffffff"/>', *parts(drawing), *foot]
    )


def parts(drawing: Drawing) -> Iterator[str]:
    yield f"<defs>{''.join(map(pattern, missing.WORDS.values()))}</defs>"
    across = (WIDTH - LEGEND) / len(drawing.sides)
    top = TITLE + 2 * MARGIN if len(drawing.sides) > 1 else 0
    for position, side in enumerate(drawing.sides):
        left = position * across
        yield f'<svg x="{left:g}" y="{top}" width="{across:g}" height="{HEIGHT - top}">'  # cuts off the rest
        yield from one_map(drawing, side, across, HEIGHT - top)
        yield "</svg>"
        if top:
            yield svg.text(left + MARGIN, MARGIN + TITLE, side.heading, TITLE, bold=True, colour=INK)
    yield from legend(drawing)


def pattern(word: missing.MissingWord) -> str:
    """The pattern of a missing word, under the name that the fills of areas have for it."""
    name = word.fill.removeprefix("url(#").removesuffix(")")
    side = f'width="{missing.SIDE}" height="{missing.SIDE}"'
    return (
        f'<pattern id="{name}" {side} patternUnits="userSpaceOnUse"><rect {side} fill="#ffffff"/>'
        f'<path fill="none" stroke="{missing.INK}" stroke-width="{missing.THICKNESS}" d="{word.drawing}"/></pattern>'
    )


# The map


def one_map(drawing: Drawing, side: Side, width: float, height: float) -> Iterator[str]:
    shapes = {feature.id: feature.shape for feature in drawing.areas if feature.id in side.readings}
    frame = Frame(bounds(shapes.values()), width, height)
    for feature in drawing.background:
        yield path(frame, feature.shape, f'fill="{LAND if feature.kind == "land" else NEIGHBOUR}"')
    last = {"": 0, "dot": 0}  # what is new or left on a list lies over what is not
    in_order = sorted(shapes.items(), key=lambda pair: (last.get(side.readings[pair[0]].shape, 1), -pair[1].area))
    for area_id, shape in in_order:
        yield area(frame, shape, side.readings[area_id], area_id == drawing.chosen, drawing.has_spots)
    for feature in chain(*drawing.lines.values()):
        yield path(frame, feature.shape, f'fill="none" stroke="{LINES}" stroke-width="1.1"')
    yield from signs(drawing, {**drawing.places, **shapes}, frame)


def path(frame: Frame, shape: BaseGeometry, look: str) -> str:
    drawn = svg.outline(shape, frame.placed)
    return f'<path fill-rule="evenodd" stroke-linejoin="round" {look} d="{drawn}"/>' if drawn else ""


def area(frame: Frame, shape: BaseGeometry, reading: Reading, is_chosen: bool, has_spots: bool) -> str:
    """One area in its class, or in the pattern of what is missing; a mark where it is a point or too small to see."""
    drawn = svg.outline(shape, frame.placed)
    if not drawn or reading.shape or (has_spots and frame.across(shape) < 2 * SPOT):
        (centre,) = frame.placed([shape.representative_point().coords[0]])
        if reading.shape:
            return mark(centre, reading.shape, reading.fill, 1.6 if is_chosen else 1)
        return svg.disc(*centre, SPOT, reading.fill, INK, 4 if is_chosen else 1.5)
    stroke = f'stroke="{INK}" stroke-width="4"' if is_chosen else f'stroke="{OUTLINE}" stroke-width="0.8"'
    if reading.kind in UNOFFICIAL:
        stroke = f'stroke="{INK}" stroke-width="1.6" stroke-dasharray="{DASHES}"'
    return path(frame, shape, f'fill="{reading.fill}" {stroke}')


def mark(centre: svg.Point, shape: str, fill: str, thick: float = 1) -> str:
    """The mark of a list by its shape, as on the page: a diamond, a disc, a ring or a dot."""
    stroke, reach = thick * {"ring": 4.0, "dot": 1.5}.get(shape, 2.0), SPOT / 2 if shape == "dot" else SPOT
    return svg.mark(shape, *centre, reach - stroke / 2, fill, INK, stroke)  # the line lies within the mark


def signs(drawing: Drawing, shapes: Mapping[str, BaseGeometry], frame: Frame) -> Iterator[str]:
    """The signs of the layers that are switched on, side by side under each area they hold for."""
    carried: dict[str, list[str]] = {}
    for (sign, _label), areas in drawing.signs.items():
        for area_id in areas:
            carried.setdefault(area_id, []).append(sign)
    for area_id, signs_of_area in carried.items():
        if area_id not in shapes or shapes[area_id].is_empty:
            continue
        ((x, y),) = frame.placed([shapes[area_id].representative_point().coords[0]])
        text = svg.text(x, y + SPOT + 13, " ".join(signs_of_area), 13, bold=True, colour=INK, anchor="middle")
        yield f'<g paint-order="stroke" stroke="#ffffff" stroke-width="3">{text}</g>{text}'


# The legend


def legend(drawing: Drawing) -> Iterator[str]:
    """Title, unit and period, the classes, what is missing, lines and signs, and the notes, from the top down."""
    left, width, y = WIDTH - LEGEND + 2 * MARGIN, LEGEND - 3 * MARGIN, float(MARGIN)
    beside, narrow = left + SWATCH + MARGIN, width - SWATCH - MARGIN
    period = [drawing.sides[0].heading] if len(drawing.sides) == 1 else []
    shapes = iter(drawing.colouring.shapes)
    drawn, y = paragraph(left, y, width, drawing.title, TITLE, 4, bold=True)
    yield drawn
    drawn, y = paragraph(left, y + 2, width, ", ".join(filter(None, (drawing.unit, *period))), TEXT, 2)
    yield drawn
    y += MARGIN
    for fill, label in entries(drawing):
        half = SWATCH / 2
        if shape := next(shapes, ""):
            yield mark((left + half, y + half), shape, fill)
        else:
            yield f'<rect x="{left}" y="{y:.1f}" width="{SWATCH}" height="{SWATCH}" fill="{fill}" stroke="{INK}"/>'
        drawn, end = paragraph(beside, y + 1, narrow, label, TEXT, 3)
        yield drawn
        y = max(end, y + SWATCH) + 5
    for label in drawing.lines:
        yield svg.line([(left, y + 10), (left + SWATCH, y + 10)], OUTLINE, 2)
        drawn, y = paragraph(beside, y, narrow, label, SMALL, 2)
        yield drawn
        y += 3
    for sign, label in drawing.signs:
        drawn, y = paragraph(left, y, width, f"{sign}: {label}", SMALL, 2)
        yield drawn
        y += 3
    for note in drawing.notes:
        if y > HEIGHT - 3 * SMALL:
            break
        drawn, y = paragraph(left, y + 3, width, note, SMALL, max(1, int((HEIGHT - y) / (SMALL * LEADING)) - 1))
        yield drawn


def entries(drawing: Drawing) -> list[tuple[str, str]]:
    """What the legend explains, fill and label: every class, and only those patterns that are on the map."""
    found = zip(drawing.colouring.colours, drawing.colouring.labels, strict=True)
    drawn = {reading.status for side in drawing.sides for reading in side.readings.values() if is_pattern(reading)}
    told = (
        (missing.WORDS[status].fill, entry["label"]) for status, entry in drawing.missing.items() if status in drawn
    )
    return [*found, *told]


def is_pattern(reading: Reading) -> bool:
    return not reading.fill.startswith("#")


def paragraph(
    left: float, top: float, width: float, text: str, size: int, most: int, *, bold: bool = False
) -> tuple[str, float]:
    """At most `most` lines from `top` down, and where they end."""
    shown = SHEET.shortened(text, size, width, most * size * 1.25, bold) if text else ""
    rows = rows_of(shown, size, width, bold) if shown else []
    drawn = [
        svg.text(left, top + size + place * size * LEADING, row, size, bold=bold, colour=INK)
        for place, row in enumerate(rows)
    ]
    return "".join(drawn), top + len(rows) * size * LEADING
