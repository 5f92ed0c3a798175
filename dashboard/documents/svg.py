"""What a picture of a document is drawn with, as SVG: type, marks that differ without colour, shapes of the land.

A picture is drawn once and used as it is by the page, by a slide and by a sheet of paper. Lengths are its own units.
"""

from __future__ import annotations

import html
from base64 import b64encode
from collections.abc import Callable, Iterable, Sequence

from shapely.geometry.base import BaseGeometry

from dashboard.charts.lines import Style

FONT = "Liberation Sans"  # vendored in `fonts/`; as wide as Arial
BLACK, GREY, PALE, LIGHT = "#000000", "#4a5868", "#c9d2dc", "#eef1f4"
DASHES = {"solid": "", "dash": "4 2", "dot": "1 2", "dashdot": "5 2 1 2", "longdash": "7 2", "longdashdot": "7 2 1 2"}
CORNERS = {  # of a mark with radius 1; a mark that is not known here is a disc
    "triangle-up": ((0, -1.2), (1.1, 0.8), (-1.1, 0.8)),
    "triangle-down": ((0, 1.2), (1.1, -0.8), (-1.1, -0.8)),
    "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
    "square": ((1, 1), (1, -1), (-1, -1), (-1, 1)),
}

Scale = Callable[[float], float]  # from values to units
Point = tuple[float, float]
Placing = Callable[[Sequence[Sequence[float]]], Iterable[Point]]  # from coordinates to units


def picture(width: float, height: float, parts: Iterable[str], style: str = "") -> str:
    """A whole picture. `style`: rules for the classes of its parts."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}" '
        f'viewBox="0 0 {width:g} {height:g}"><style>text{{font-family:"{FONT}",Arial,sans-serif}}{style}</style>'
        f"{''.join(parts)}</svg>"
    )


def photograph(png: bytes, width: float, height: float) -> str:
    """A picture that is pixels already."""
    content = b64encode(png).decode()
    return picture(
        width, height, [f'<image width="{width:g}" height="{height:g}" href="data:image/png;base64,{content}"/>']
    )


def scale(low: float, high: float, start: float, end: float) -> Scale:
    """From values to units; where there is only one value it stands in the middle."""
    span = high - low
    return lambda value: start + (end - start) * ((value - low) / span if span else 0.5)


def text(
    x: float, y: float, said: str, size: float, *, bold: bool = False, colour: str = BLACK, anchor: str = "start"
) -> str:
    """A line of text on the base line `y`. `anchor`: which part of it stands at `x`: start, middle or end."""
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size:g}" fill="{colour}" text-anchor="{anchor}"{weight}>'
        f"{html.escape(said)}</text>"
    )


def line(points: Sequence[Point], colour: str, width: float, dash: str = "") -> str:
    """A line through points. `dash`: the lengths of its dashes and gaps; empty for a whole line."""
    corners = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return f'<polyline points="{corners}" fill="none" stroke="{colour}" stroke-width="{width:g}"{dashed}/>'


def box(left: float, top: float, width: float, height: float, fill: str, colour: str = "none", dash: str = "") -> str:
    dashed = f' stroke-dasharray="{dash}"' if dash else ""
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}" fill="{fill}" '
        f'stroke="{colour}" stroke-width="0.6"{dashed}/>'
    )


def disc(x: float, y: float, radius: float, fill: str, colour: str = "none", width: float = 1) -> str:
    return (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}" fill="{fill}" stroke="{colour}" stroke-width="{width:g}"/>'
    )


def mark(symbol: str, x: float, y: float, radius: float, fill: str, colour: str = "none", width: float = 1) -> str:
    """A mark of its own shape for each line or kind."""
    if symbol not in CORNERS:
        return disc(x, y, radius, fill, colour, width)
    corners = " ".join(f"{x + radius * right:.1f},{y + radius * down:.1f}" for right, down in CORNERS[symbol])
    return f'<polygon points="{corners}" fill="{fill}" stroke="{colour}" stroke-width="{width:g}"/>'


def sample(style: Style, width: float, height: float) -> str:
    """A piece of a line with its mark, for a legend."""
    middle = height / 2
    return picture(
        width,
        height,
        [
            line([(0, middle), (width, middle)], style.colour, 1.1, DASHES.get(style.dash, "")),
            mark(style.symbol, width / 2, middle, 2, style.colour),
        ],
    )


def outline(shape: BaseGeometry, placing: Placing) -> str:
    """The polygons of a shape with their holes as the `d` of a path that is filled evenodd; empty for a point."""
    return "".join(ring(corners, placing) for corners in rings(shape))


def ring(corners: Sequence[Sequence[float]], placing: Placing) -> str:
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in placing(corners)) + "Z"


def rings(shape: BaseGeometry) -> Iterable[Sequence[Sequence[float]]]:
    for part in getattr(shape, "geoms", [shape]):
        if part.geom_type == "Polygon" and not part.is_empty:
            yield from (list(edge.coords) for edge in (part.exterior, *part.interiors))
