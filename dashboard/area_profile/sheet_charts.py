"""What an area's sheet draws beside its texts: small charts over time with their legend, and the official lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from dashboard.area_profile.profile import Series
from dashboard.area_profile.strip import Cell
from dashboard.charts import theme
from dashboard.charts.end_labels import spread
from dashboard.charts.lines import Line, middle, periods, value_range
from dashboard.documents import pen
from dashboard.documents.pen import BLACK, BOLD, GREY, LIGHT, PALE, REGULAR, Scale
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.lists import Answer

TINY, SMALL = 5.8, 6.4
CHART_HEIGHT = 74
STRIP_CELL, STRIP_ROW = 13, 9


def legend(canvas: Canvas, lines: Iterable[Line], right: float, y: float) -> None:
    """The lines' names with their strokes, each once, ending at `right`."""
    x = right
    for line in reversed(list({line.name: line for line in lines}.values())):
        x -= pen.width_of(line.name, REGULAR, SMALL)
        pen.text(canvas, x, y, line.name, SMALL)
        x -= 28
        pen.stroke(canvas, line, 1.1)
        canvas.line(x, y + 2, x + 24, y + 2)
        pen.symbol(canvas, line.style.symbol, x + 12, y + 2, 2)
        x -= 10


def trend(canvas: Canvas, series: Series, words: Words, x: float, top: float, width: float) -> None:
    """One small chart: 0 at the bottom, first and last period below, the last number of every line beside it."""
    lines, decimals = series.lines, series.indicator.decimals
    title = f"{series.title} ({labels.unit(series.indicator, words)})"
    pen.paragraph(canvas, x, top, width, title, SMALL, 2)
    low, high = value_range(lines)
    pairs = [line for line in lines if line.is_two_points]
    left, right = x + (26 if pairs else 4), x + width - 36
    bottom, height = top - CHART_HEIGHT + 16, CHART_HEIGHT - 36
    every = periods(lines)
    years = [middle(period) for period in every]
    scale_x = pen.scale(min(years), max(years), left, right)
    scale_y = pen.scale(low, high, bottom, bottom + height)
    canvas.setStrokeColor(PALE)
    canvas.setLineWidth(0.5)
    canvas.line(left - 3, scale_y(0), right + 3, scale_y(0))
    for line in lines:
        pen.line(canvas, line, scale_x, scale_y)
    ends(canvas, words, lines, -1, scale_y, right + 7, decimals)
    ends(canvas, words, pairs, 0, scale_y, x + 2, decimals)
    pen.text(canvas, left - 3, bottom - 8, words.period(*every[0]), TINY, colour=GREY)
    pen.text(canvas, right + 3, bottom - 8, words.period(*every[-1]), TINY, colour=GREY, align="right")


def ends(
    canvas: Canvas, words: Words, lines: Sequence[Line], point: int, scale_y: Scale, x: float, decimals: int
) -> None:
    """The lines' first (0) or last (-1) numbers with their marks, moved apart where they would meet."""
    values = [line.points[point].value for line in lines]
    heights = spread([scale_y(value) for value in values], TINY * 1.15)
    for line, value, y in zip(lines, values, heights, strict=True):
        pen.stroke(canvas, line, 0.5)
        pen.symbol(canvas, line.style.symbol, x, y, 1.5)
        pen.text(canvas, x + 3.5, y - 2, words.number(value, decimals), TINY)


def list_strip(canvas: Canvas, drawn: Sequence[Cell], left: float, right: float, y: float) -> float:
    """The official lists from `y` down: years across, a row for each list of a name. Returns where they end."""
    scale_x = pen.scale(min(cell.left for cell in drawn), max(cell.right for cell in drawn), left, right)
    for year in sorted({cell.year for cell in drawn}):
        pen.text(canvas, scale_x(year), y, str(year), TINY, align="centre", colour=GREY)
    y -= 2
    for _, row in groupby(sorted(drawn, key=lambda cell: cell.row), key=lambda cell: cell.row):
        cells = list(row)
        heading, first = cells[0].heading, scale_x(min(cell.left for cell in cells))
        if pen.width_of(heading, REGULAR, SMALL) > first - left - 4:  # no room for it before the first cell
            pen.text(canvas, left, y - 7, heading, SMALL, width=right - left)
            y -= STRIP_ROW
        else:
            pen.text(canvas, left, y - 8, heading, SMALL)
        for cell in cells:
            list_cell(canvas, cell, scale_x(cell.left) + 0.8, y - STRIP_CELL, scale_x(cell.right) - 0.8)
        y -= STRIP_CELL + 2
    return y


def list_cell(canvas: Canvas, cell: Cell, left: float, bottom: float, right: float) -> None:
    """A list's answer: filled, empty, or hatched with a question mark, with the list's month and day."""
    on = cell.answer is Answer.ON
    canvas.setStrokeColor(BLACK)
    canvas.setLineWidth(0.6)
    canvas.setFillColor({Answer.ON: theme.TEXT, Answer.NOT_ON: "white", Answer.NOT_COLLECTED: LIGHT}[cell.answer])
    canvas.setDash([1, 1.5] if cell.answer is Answer.NOT_COLLECTED else [])
    canvas.rect(left, bottom, right - left, STRIP_CELL, fill=1)
    canvas.setDash([])
    ink, middle = ("white" if on else BLACK), (left + right) / 2
    if cell.answer is Answer.NOT_COLLECTED:
        pen.text(canvas, middle, bottom + 6.5, "?", 6, BOLD, align="centre")
    else:
        canvas.setStrokeColor(ink)
        canvas.setFillColor(ink)
        canvas.circle(middle, bottom + 8.6, 2, fill=int(on))
    pen.text(canvas, middle, bottom + 1.8, short_day(cell.date), 4.6, align="centre", colour=ink)


def short_day(date: str) -> str:
    """2018-12-01 -> 1/12, 2013-06 -> 6: the day and month of a list under its year."""
    return "/".join(str(int(part)) for part in reversed(date.split("-")[1:]))
