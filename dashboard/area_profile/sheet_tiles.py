"""What stands first on an area's sheet: the verdict in its sentences, and the tiles with their courses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from reportlab.pdfgen.canvas import Canvas

from dashboard.area_profile.sheet_charts import SMALL, TINY
from dashboard.area_profile.tiles import Course, Tile
from dashboard.area_profile.verdict import Sentence
from dashboard.charts.lines import axis_range, follows, neighbours
from dashboard.documents import pen
from dashboard.documents.pen import BLACK, BOLD, GREY, PALE, REGULAR

LEAD, SAID = 92, 8.2  # the width of a sentence's lead, and the size of its type
ACROSS, GAP, HEIGHT = 3, 10, 70  # of the tiles
NAME, NUMBER = 6.8, 11
COURSE_WIDTH, COURSE_HEIGHT = 34, 13
DOT, SIGN = 1.1, 4.6


def verdict(canvas: Canvas, said: Iterable[Sentence], x: float, top: float, width: float) -> float:
    """The sentences under each other, their leads to the left. Returns where they end."""
    for sentence in said:
        pen.paragraph(canvas, x, top, LEAD, f"{sentence.lead}:", SAID, 1, font=BOLD)
        top = pen.paragraph(canvas, x + LEAD, top, width - LEAD, f"{sentence.text}.", SAID, 5)
    return top


def texts(canvas: Canvas, told: Mapping[str, str], x: float, top: float, width: float) -> float:
    """Texts under their leads. Returns where they end."""
    for lead, said in told.items():
        top = pen.paragraph(canvas, x, top, width, lead, NAME, 1, font=BOLD)
        top = pen.paragraph(canvas, x, top, width, said, NAME, 8) - 4
    return top


def tiles(
    canvas: Canvas,
    shown: Sequence[Tile],
    courses: Sequence[Course | None],
    x: float,
    top: float,
    width: float,
) -> float:
    """The tiles, three beside each other. Returns where they end."""
    across = (width - (ACROSS - 1) * GAP) / ACROSS
    for place, (found, course) in enumerate(zip(shown, courses, strict=True)):
        row, column = divmod(place, ACROSS)
        tile(canvas, found, course, x + column * (across + GAP), top - row * HEIGHT, across)
    return top - -(-len(shown) // ACROSS) * HEIGHT


def tile(canvas: Canvas, shown: Tile, course: Course | None, x: float, top: float, width: float) -> None:
    canvas.setStrokeColor(PALE)
    canvas.setLineWidth(1)
    canvas.line(x, top, x + width, top)
    pen.paragraph(canvas, x, top - 2, width, shown.name, NAME, 2, font=BOLD)
    base = top - 2 - 2 * NAME * pen.LEADING - NUMBER
    room = width - COURSE_WIDTH if course else width
    size = pen.fitting(shown.number, BOLD, room - 40, NUMBER, TINY)
    pen.text(canvas, x, base, shown.number, size, BOLD, width=room)
    after = x + pen.width_of(shown.number, BOLD, size) + 3
    pen.text(canvas, after, base, shown.period, TINY, colour=GREY, width=max(x + room - after, 1))
    if course:
        small_course(canvas, course, x + width - COURSE_WIDTH, base - 1)
    y = pen.paragraph(canvas, x, base - 2.5, width, shown.comparison, SMALL, 2)
    certainty(canvas, x, y, width, shown.certainty)


def certainty(canvas: Canvas, x: float, top: float, width: float, said: str) -> None:
    """How sure a number and its year are, a line each. The font has no ● and ○, so they are drawn."""
    for row in said.split(". "):
        top -= TINY * pen.LEADING
        at = x
        for part in filter(None, re.split("([●○])", row)):
            if part in "●○":
                canvas.setStrokeColor(GREY)
                canvas.setFillColor(GREY)
                canvas.setLineWidth(0.5)
                canvas.circle(at + SIGN / 2, top + 2.6, SIGN / 2 - 0.4, fill=int(part == "●"))
                at += SIGN
            else:
                pen.text(canvas, at, top + 1, part, TINY, colour=GREY, width=max(x + width - at, 1))
                at += pen.width_of(part, REGULAR, TINY)


def small_course(canvas: Canvas, course: Course, left: float, bottom: float) -> None:
    """The numbers over time; dashed where the years between are not known."""
    points = course.points
    low, high = axis_range(points)
    x = pen.scale(points[0].middle, points[-1].middle, left + 2, left + COURSE_WIDTH - 2)
    y = pen.scale(low, high, bottom, bottom + COURSE_HEIGHT)
    canvas.setStrokeColor(BLACK)
    canvas.setFillColor(BLACK)
    canvas.setLineWidth(0.8)
    for before, after in neighbours(points):
        canvas.setDash([] if follows(after, before) else [1.5, 1.5])
        canvas.line(x(before.middle), y(before.value), x(after.middle), y(after.value))
    canvas.setDash([])
    for point in points:
        canvas.circle(x(point.middle), y(point.value), DOT, stroke=0, fill=1)
