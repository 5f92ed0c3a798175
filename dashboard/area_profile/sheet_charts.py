"""The pictures of an area's sheet as SVG: small charts over time, numbers beside larger areas', the official lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from dashboard.area_profile.key_figures import KeyFigure
from dashboard.area_profile.profile import Series
from dashboard.area_profile.strip import Cell
from dashboard.charts import theme
from dashboard.charts.lines import point_of
from dashboard.documents import small_charts, svg
from dashboard.documents.svg import BLACK, GREY, LIGHT, PALE
from dashboard.i18n.words import Words
from data.lists import Answer

TINY, SMALL = 6.4, 7.0
WIDTH = 527.0  # of the sheet
PICTURE_WIDTH, PICTURE_HEIGHT = 40.0, 14.0
CELL, ROW = 14.0, 10.0  # heights of the strip of lists


def trend(series: Series, words: Words) -> str:
    """One small chart of a profile's number over the years."""
    return small_charts.trend(series.lines, series.breaks, series.indicator.decimals, words)


def comparison(figure: KeyFigure) -> str:
    """A number as a disc with its interval on its own scale from 0, a bar for the municipality, an open diamond for the
    country; nothing where it would stand alone, or is a count.
    """
    point, row = point_of(figure.row), figure.row
    wholes = [whole for whole in (row.municipality_reference, row.reference) if whole is not None]
    if not point or figure.indicator.unit == "count" or not (point.interval or wholes):
        return ""
    numbers = [0.0, point.value, *(point.interval or ()), *wholes]
    x, y = svg.scale(min(numbers), max(numbers) or 1.0, 3, PICTURE_WIDTH - 4), PICTURE_HEIGHT / 2
    parts = [
        svg.line([(x(min(numbers)), y), (x(max(numbers)), y)], PALE, 0.6),
        svg.line([(x(0), y - 3), (x(0), y + 3)], PALE, 0.6),
    ]
    if point.interval:
        parts.append(svg.line([(x(edge), y) for edge in point.interval], BLACK, 1.1))
    if row.municipality_reference is not None:
        parts.append(svg.line([(x(row.municipality_reference), y + up) for up in (-5, 5)], BLACK, 0.9))
    if row.reference is not None:
        parts.append(svg.mark("diamond", x(row.reference), y, 3, "none", BLACK, 0.9))
    parts.append(svg.disc(x(point.value), y, 2, BLACK))
    return svg.picture(PICTURE_WIDTH, PICTURE_HEIGHT, parts)


def list_strip(drawn: Sequence[Cell]) -> str:
    """The official lists: years across, a row for each list of a name, whose heading stands over it."""
    x = svg.scale(min(cell.left for cell in drawn), max(cell.right for cell in drawn), 0, WIDTH)
    parts = [
        svg.text(x(year), TINY, str(year), TINY, anchor="middle", colour=GREY)
        for year in sorted({cell.year for cell in drawn})
    ]
    top = TINY + 2
    for _, row in groupby(sorted(drawn, key=lambda cell: cell.row), key=lambda cell: cell.row):
        cells = list(row)
        first = x(min(cell.left for cell in cells))
        if len(cells[0].heading) * SMALL * theme.CHARACTER_WIDTH > first:  # no room for it before the first cell
            parts.append(svg.text(0, top + SMALL, cells[0].heading, SMALL))
            top += ROW
        else:
            parts.append(svg.text(0, top + 9.5, cells[0].heading, SMALL))
        for cell in cells:
            parts += list_cell(cell, x(cell.left) + 0.8, top, x(cell.right) - 0.8)
        top += CELL + 2
    return svg.picture(WIDTH, top, parts)


def list_cell(cell: Cell, left: float, top: float, right: float) -> Iterator[str]:
    """A list's answer: filled, empty, or dashed with a question mark, with the list's month and day."""
    on, unknown = cell.answer is Answer.ON, cell.answer is Answer.NOT_COLLECTED
    fill = theme.TEXT if on else LIGHT if unknown else "#ffffff"
    ink, centre = ("#ffffff" if on else BLACK), (left + right) / 2
    yield svg.box(left, top, right - left, CELL, fill, BLACK, "1 1.5" if unknown else "")
    if unknown:
        yield svg.text(centre, top + 6.6, "?", 6.4, bold=True, anchor="middle")
    else:
        yield svg.disc(centre, top + 4.4, 2, ink if on else "none", ink, 0.6)
    yield svg.text(centre, top + 12.2, short_day(cell.date), 5.2, anchor="middle", colour=ink)


def short_day(date: str) -> str:
    """2018-12-01 -> 1/12, 2013-06 -> 6: the day and month of a list under its year."""
    return "/".join(str(int(part)) for part in reversed(date.split("-")[1:]))
