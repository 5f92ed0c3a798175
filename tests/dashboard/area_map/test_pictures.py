"""The map as a picture: a small square map whose pixels are looked at."""

import io
from dataclasses import replace

from PIL import Image

from dashboard.area_map import element_data, pictures
from dashboard.area_map.colouring import Colouring
from dashboard.area_map.pictures import HEIGHT, LEGEND, WIDTH, Drawing, Side
from dashboard.area_map.standalone import Reading
from dashboard.documents import typesetter
from dashboard.i18n import missing
from dashboard.i18n.words import Words
from geo.features import Feature

SCALE = 2
COLOURS = ("#e6eff6", "#1b4c86")
COLOURING = Colouring("tal", "Ledige", COLOURS, ("højst 10", "over 10"), breaks=(10.0,))


def square(area_id: str, west: float, size: float = 1.0, kind: str = "outline", holes: tuple = ()) -> Feature:
    corners = [[west, 55], [west + size, 55], [west + size, 55 + size / 2], [west, 55 + size / 2], [west, 55]]
    return Feature(area_id, area_id, kind, {"type": "Polygon", "coordinates": [corners, *holes]})


def reading(area_id: str, fill: str, status: str = "shown", kind: str = "outline") -> Reading:
    return Reading(area_id, area_id, kind, status, "", fill)


def drawing(*readings: Reading, features: list[Feature] | None = None, **parts: object) -> Drawing:
    shapes = features or [square("vest", 9), square("oest", 10)]
    own = Drawing(
        "Ledige",
        "%",
        COLOURING,
        [Side("2023", {one.area_id: one for one in readings})],
        element_data.unclassed(Words("da")),
        shapes,
        [square("land", 8, 4, kind="land")],
    )
    return replace(own, **parts)


def drawn(own: Drawing) -> Image.Image:
    return Image.open(io.BytesIO(typesetter.png(pictures.picture(own), SCALE))).convert("RGB")


def hexadecimal(pixel: tuple[int, int, int]) -> str:
    return "#{:02x}{:02x}{:02x}".format(*pixel)


def colours(picture: Image.Image, box: tuple[float, float, float, float]) -> set[str]:
    """The colours in a part of the picture, whose edges are given as shares of the map beside the legend."""
    across, down = (WIDTH - LEGEND) * SCALE, HEIGHT * SCALE
    part = picture.crop(tuple(round(edge * side) for edge, side in zip(box, (across, down) * 2, strict=True)))
    return {hexadecimal(pixel) for _, pixel in part.getcolors(1 << 24)}


def test_every_area_has_the_colour_of_its_class_where_it_lies() -> None:
    picture = drawn(drawing(reading("vest", COLOURS[0]), reading("oest", COLOURS[1])))
    assert picture.size == (WIDTH * SCALE, HEIGHT * SCALE)
    assert colours(picture, (0.2, 0.48, 0.3, 0.52)) == {COLOURS[0]}
    assert colours(picture, (0.7, 0.48, 0.8, 0.52)) == {COLOURS[1]}


def test_a_hidden_number_is_hatched_and_explained() -> None:
    hidden = reading("oest", "url(#area-map-hatch)", "hidden")
    found = colours(drawn(drawing(reading("vest", COLOURS[0]), hidden)), (0.65, 0.45, 0.85, 0.55))
    assert "#ffffff" in found
    assert len(found) > 2  # lines with smooth edges on white
    assert not set(COLOURS) & found
    texts = [label for _, label in pictures.entries(drawing(reading("vest", COLOURS[0]), hidden))]
    assert texts == ["højst 10", "over 10", "skjult (diskretioneret)"]


def test_each_word_for_a_missing_number_has_a_pattern_of_its_own() -> None:
    found = set()
    for status, word in missing.WORDS.items():
        shown = drawn(drawing(reading("vest", COLOURS[0]), reading("oest", word.fill, status)))
        part = shown.crop((1000, 500, 1200, 700))
        assert len(part.getcolors(1 << 16)) > 1
        found.add(part.tobytes())
    assert len(found) == len(missing.WORDS)


def test_a_point_is_a_spot_in_its_colour() -> None:
    point = Feature("punkt", "", "point", {"type": "Point", "coordinates": [9.5, 55.25]})
    own = drawing(reading("punkt", COLOURS[1], kind="point"), features=[point], has_spots=True)
    assert COLOURS[1] in colours(drawn(own), (0.49, 0.49, 0.51, 0.51))


def test_two_periods_stand_side_by_side() -> None:
    sides = [Side("2015", {"vest": reading("vest", COLOURS[0])}), Side("2023", {"vest": reading("vest", COLOURS[1])})]
    picture = drawn(drawing(sides=sides))
    assert COLOURS[0] in colours(picture, (0, 0, 0.5, 1))
    assert COLOURS[1] not in colours(picture, (0, 0, 0.5, 1))
    assert COLOURS[1] in colours(picture, (0.5, 0, 1, 1))


def test_a_hole_shows_what_lies_in_it() -> None:
    inner = [[9.5, 55.2], [10.5, 55.2], [10.5, 55.8], [9.5, 55.8], [9.5, 55.2]]
    ring, hole = (
        square("ring", 9, 2, holes=(inner,)),
        Feature("hul", "", "outline", {"type": "Polygon", "coordinates": [inner]}),
    )
    own = drawing(reading("ring", COLOURS[1]), reading("hul", COLOURS[0]), features=[ring, hole])
    assert colours(drawn(own), (0.48, 0.48, 0.52, 0.52)) == {COLOURS[0]}


def test_the_marks_of_a_list_differ_in_shape_on_the_map_and_in_the_legend() -> None:
    shapes = ("diamond", "disc", "ring", "dot")
    own = Colouring(
        "liste", "Listen", ("#b85000", "#1f4e87", "#ffffff", "#ffffff"), shapes, codes=shapes, shapes=shapes
    )
    marks = [replace(reading(shape, colour), shape=shape) for shape, colour in zip(shapes, own.colours, strict=True)]
    places = [square(shape, 9 + place, 0.001) for place, shape in enumerate(shapes)]
    picture = drawn(drawing(*marks, features=places, colouring=own, has_spots=True))
    dark = []
    for place in range(len(shapes)):
        inked = colours(picture, (place / 4, 0, (place + 1) / 4, 1))
        dark.append(("#1b2a3a" in inked, own.colours[place] in inked))
    assert dark == [(True, True)] * 4
    sizes = [inked_across(picture, place) for place in range(len(shapes))]
    assert sizes[0] > sizes[1] == sizes[2] > sizes[3]


def inked_across(picture: Image.Image, place: int) -> int:
    """How many columns of a quarter of the map have ink in them."""
    across, down = (WIDTH - LEGEND) * SCALE, HEIGHT * SCALE
    part = picture.crop((place * across // 4, 0, (place + 1) * across // 4, down))
    found = {
        x
        for x in range(part.width)
        for y in range(down // 4, 3 * down // 4)
        if hexadecimal(part.getpixel((x, y))) == "#1b2a3a"
    }
    return max(found) - min(found)
