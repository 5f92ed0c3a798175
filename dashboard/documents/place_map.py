"""The small map of an area's page and of its sheet: where the area lies, readable in black and white."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dashboard.charts import theme
from dashboard.documents import svg
from dashboard.documents.svg import Placing, Point
from dashboard.i18n.words import Words
from geo import locator
from geo.locator import Locator

SIZE = 200  # units across
SMALL_SHAPE = 14  # a smaller shape gets a ring around it, so that it is found
STYLE = (
    ".sea{fill:#eef2f6}.land{stroke:#8593a3;stroke-width:.6;fill:#f3f6f9}"
    f".frame{{stroke:{theme.TEXT};stroke-width:1.2;fill:#fff}}"
    f".area{{stroke:{theme.ACCENT};stroke-width:1.6;fill:#7dabd0}}"
    ".stand_in,.buildings{stroke-dasharray:4 3;fill:none}"
    f".spot{{fill:{theme.ACCENT}}}.ring{{fill:none;stroke:{theme.ACCENT};stroke-width:2}}"
)


def picture(shown: Locator) -> str:
    """The municipality among its light neighbours, and in it the area, as SVG."""
    return svg.picture(SIZE, SIZE, parts(shown), STYLE)


def parts(shown: Locator) -> Iterator[str]:
    west, south, east, north = shown.bounds
    x, y = svg.scale(west, east, 0, SIZE), svg.scale(south, north, SIZE, 0)

    def placing(corners: Sequence[Sequence[float]]) -> Iterator[Point]:
        return ((x(corner[0]), y(corner[1])) for corner in corners)

    yield f'<rect class="sea" width="{SIZE}" height="{SIZE}"/>'
    for neighbour in shown.neighbours:
        yield land(svg.outline(neighbour, placing), "land")
    yield land(svg.outline(shown.frame, placing), "frame")
    if shown.area is not None:
        yield from area(shown, placing)


def area(shown: Locator, placing: Placing) -> Iterator[str]:
    """The area's shape, dashed where it is not its own boundary; a point with a ring where it is one or too small."""
    assert shown.area is not None
    west, south, east, north = shown.area.bounds
    (left, top), (right, bottom) = placing([(west, north), (east, south)])
    ((across, down),) = placing([shown.area.representative_point().coords[0]])
    widest = max(right - left, bottom - top)
    at = f'cx="{across:.1f}" cy="{down:.1f}"'
    drawn = svg.outline(shown.area, placing)
    yield land(drawn, f"area {shown.kind}") if drawn else f'<circle class="spot" {at} r="4"/>'
    if widest < SMALL_SHAPE:
        yield f'<circle class="ring" {at} r="{max(9, widest):.1f}"/>'


def land(drawn: str, kind: str) -> str:
    return f'<path class="{kind}" fill-rule="evenodd" d="{drawn}"/>' if drawn else ""


def scale_bar(shown: Locator, words: Words) -> tuple[float, str]:
    """A round distance as a share of the map's side, and in words."""
    bar = locator.scale_bar(shown.extent)
    return bar / shown.extent, f"{words.number(bar / 1000)} km" if bar >= 1000 else f"{words.number(bar)} m"
