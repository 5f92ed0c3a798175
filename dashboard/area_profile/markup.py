"""What the first screen of a profile draws by itself: where the area lies, and the tiles with their courses, as HTML.

Every text is escaped here. Streamlit takes no drawings in HTML, so they are pictures; the style sheet of the shell lays
them out.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from shapely.geometry.base import BaseGeometry

from dashboard.area_profile.tiles import Course, Tile
from dashboard.charts import theme
from dashboard.charts.lines import axis_range, follows, neighbours
from dashboard.documents import pen, place_map
from dashboard.i18n.words import Words
from geo.locator import Locator

MAP = 200  # units across
SMALL_SHAPE = 14  # a smaller shape gets a ring around it, so that it is found
WIDTH, HEIGHT, EDGE = 84, 28, 4  # of a course
DOT = 2.4
LINE, MARK = "#2f6da3", theme.ACCENT
UNKNOWN = ' class="unknown"'
COURSE = f"path{{stroke:{LINE};stroke-width:1.8;fill:none}}.unknown{{stroke-dasharray:3 3}}circle{{fill:{LINE}}}"
PLACE = (
    f"svg{{background:#eef2f6}}path{{stroke:#8593a3;stroke-width:.6;fill:#f3f6f9}}"
    f".frame{{stroke:{theme.TEXT};stroke-width:1.2;fill:#fff}}.area{{stroke:{MARK};stroke-width:1.6;fill:#7dabd0}}"
    f".stand_in{{stroke-dasharray:4 3;fill:none}}circle.area{{fill:{MARK}}}"
    f".ring{{fill:none;stroke:{MARK};stroke-width:2}}"
)


def side_by_side(heading: str, place: str, caption: str, beside: str) -> str:
    """The map with its caption, and beside it what is known. The heading is read aloud and not seen."""
    told = f"<figure>{place}<figcaption>{html.escape(caption)}</figcaption></figure>"
    return f'<h2 class="unseen">{html.escape(heading)}</h2><div class="profile-picture">{told}{beside}</div>'


def paragraphs(told: Mapping[str, str]) -> str:
    """Texts under their leads."""
    parts = (f"<p><b>{html.escape(lead)}:</b> {html.escape(text)}</p>" for lead, text in told.items())
    return f'<div class="profile-known">{"".join(parts)}</div>'


def tile_list(
    tiles: Sequence[Tile], courses: Sequence[Course | None], words: Words, check: Callable[[str], str], note: str = ""
) -> str:
    """The tiles as a list. `check`: where a number is told in full; `note`: what is not known, in the place of the
    tiles that are lacking.
    """
    items = [tile(shown, found, words, check) for shown, found in zip(tiles, courses, strict=True)]
    if note:
        items.append(f'<li class="note">{html.escape(note)}</li>')
    return f'<ul class="profile-tiles">{"".join(items)}</ul>'


def tile(shown: Tile, found: Course | None, words: Words, check: Callable[[str], str]) -> str:
    sure = html.escape(shown.certainty)
    if shown.check:
        href, told = html.escape(check(shown.check)), html.escape(words("Efterprøv tallet"))
        sure = f'<a class="own" href="{href}" title="{told}">{sure or told}</a>'
    text = {name: html.escape(value) for name, value in vars(shown).items()}
    return (
        f'<li><div class="name">{text["name"]}</div>'
        f'<div class="told"><div class="number"><b>{text["number"]}</b> {text["period"]}</div>'
        f'{course(found, words) if found else ""}</div><div class="beside">{text["comparison"]}</div>'
        f'<div class="sure">{sure}</div></li>'
    )


def course(found: Course, words: Words) -> str:
    """A small line over time with the first number before it; dashed where the years between are not known."""
    points = found.points
    low, high = axis_range(points)
    x = pen.scale(points[0].middle, points[-1].middle, EDGE, WIDTH - EDGE)
    y = pen.scale(low, high, HEIGHT - EDGE, EDGE)
    strokes = "".join(
        f'<path d="M{x(before.middle):.1f},{y(before.value):.1f}L{x(after.middle):.1f},{y(after.value):.1f}"'
        f"{'' if follows(after, before) else UNKNOWN}/>"
        for before, after in neighbours(points)
    )
    dots = "".join(f'<circle cx="{x(p.middle):.1f}" cy="{y(p.value):.1f}" r="{DOT}"/>' for p in points)
    alt = words("Fra {first} til {last}.", first=found.told(0, words), last=found.told(-1, words))
    since = html.escape(words("siden {year}", year=points[0].period[0]))
    return f'<div class="course">{image(WIDTH, HEIGHT, COURSE, strokes + dots, alt)}{since}</div>'


def place(shown: Locator, alt: str) -> str:
    """Where an area lies: its municipality among its neighbours, and in it the area."""
    west, south, east, north = shown.bounds
    x, y = pen.scale(west, east, 0, MAP), pen.scale(south, north, MAP, 0)
    parts = [land(shape, "", x, y) for shape in shown.neighbours]
    parts.append(land(shown.frame, "frame", x, y))
    if shown.area is not None:
        parts.append(mark(shown.area, shown.kind, x, y))
    return image(MAP, MAP, PLACE, "".join(parts), alt)


def image(width: int, height: int, style: str, drawing: str, alt: str) -> str:
    """A drawing as a picture with the text that stands for it."""
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}">'
        f"<style>{style}</style>{drawing}</svg>"
    )
    return f'<img alt="{html.escape(alt)}" src="data:image/svg+xml,{quote(svg)}">'


def mark(area: BaseGeometry, kind: str, x: pen.Scale, y: pen.Scale) -> str:
    """The area's shape, dashed where it is a stand-in; a point with a ring where it is one or too small to see."""
    centre = area.representative_point()
    west, south, east, north = area.bounds
    widest = max(x(east) - x(west), y(south) - y(north))
    at = f'cx="{x(centre.x):.1f}" cy="{y(centre.y):.1f}"'
    found = land(area, f"area {kind}", x, y)
    found += "" if found else f'<circle class="area" {at} r="4"/>'
    return found + (f'<circle class="ring" {at} r="{max(9, widest):.1f}"/>' if widest < SMALL_SHAPE else "")


def land(shape: BaseGeometry, kind: str, x: pen.Scale, y: pen.Scale) -> str:
    """The outer rings of a shape as one path; empty for a point."""
    rings = (
        "M" + "L".join(f"{x(corner[0]):.1f},{y(corner[1]):.1f}" for corner in ring) + "Z"
        for ring in place_map.rings(shape)
    )
    path = "".join(rings)
    return f'<path class="{kind}" d="{path}"/>' if path else ""
