"""What the first screen of a profile draws by itself: where the area lies, and the tiles with their courses, as HTML.

Every text is escaped here. Streamlit takes no drawings in HTML, so they are pictures; the style sheet of the shell lays
them out.
"""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from dashboard.area_profile.tiles import Course, Tile
from dashboard.charts.frame import break_name
from dashboard.charts.lines import axis_range, follows, neighbours
from dashboard.documents import place_map, svg
from dashboard.i18n.words import Words
from geo.locator import Locator

WIDTH, HEIGHT, EDGE = 84, 28, 4  # of a course
DOT = 2.4
LINE = "#2f6da3"
UNKNOWN = ' class="unknown"'
COURSE = (
    f"path{{stroke:{LINE};stroke-width:1.8;fill:none}}circle{{fill:{LINE}}}"
    f".unknown{{stroke-dasharray:3 3}}.break{{stroke:{svg.GREY};stroke-width:1.2}}"
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
    """A small line over time with its first year under it."""
    since = html.escape(words("siden {year}", year=found.points[0].period[0]))
    return f'<div class="course">{image(course_picture(found), course_alt(found, words))}{since}</div>'


def course_alt(found: Course, words: Words) -> str:
    """The sentence that stands for a small line over time."""
    told = words("Fra {first} til {last}.", first=found.told(0, words), last=found.told(-1, words))
    return " ".join([told, *(f"{break_name(each, words)}." for each in found.breaks)])


def course_picture(found: Course) -> str:
    """A line over time as SVG; dashed where the years between are not known, upright where a definition changes."""
    points = found.points
    low, high = axis_range(points)
    x = svg.scale(points[0].middle, points[-1].middle, EDGE, WIDTH - EDGE)
    y = svg.scale(low, high, HEIGHT - EDGE, EDGE)
    strokes = "".join(
        f'<path d="M{x(before.middle):.1f},{y(before.value):.1f}L{x(after.middle):.1f},{y(after.value):.1f}"'
        f"{'' if follows(after, before) else UNKNOWN}/>"
        for before, after in neighbours(points)
    )
    dots = "".join(f'<circle cx="{x(p.middle):.1f}" cy="{y(p.value):.1f}" r="{DOT}"/>' for p in points)
    breaks = "".join(f'<path class="break" d="M{x(each.year - 0.5):.1f},0V{HEIGHT}"/>' for each in found.breaks)
    return svg.picture(WIDTH, HEIGHT, (breaks, strokes, dots), COURSE)


def place(shown: Locator, alt: str) -> str:
    """Where an area lies: its municipality among its neighbours, and in it the area."""
    return image(place_map.picture(shown), alt)


def image(drawing: str, alt: str) -> str:
    """A picture in SVG with the text that stands for it."""
    return f'<img alt="{html.escape(alt)}" src="data:image/svg+xml,{quote(drawing)}">'
