"""The key figures of an area's sheet: a row each, with a picture of the number and what it is held against."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from dashboard.area_profile.key_figures import Held, KeyFigure, Whole
from dashboard.area_profile.sheet_charts import SMALL, TINY
from dashboard.charts.lines import point_of
from dashboard.documents import pen
from dashboard.documents.pen import BOLD, GREY, PALE, REGULAR
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data.contracts import Indicator, Status

SMALLEST, BODY = 5.2, 7.2
ROW = 18.5  # of the table of key figures
NUMBER, PICTURE, BESIDE = 75, 43, 66  # widths of its columns; the rest is for the names
SHORT_COMPARISONS = {
    "above": N_("området højere"),
    "below": N_("området lavere"),
    "similar": N_("uden sikker forskel"),
}


def figure_row(
    canvas: Canvas, figure: KeyFigure, told: Sequence[Whole], edges: Sequence[float], y: float, words: Words
) -> None:
    """One row of the table: the number, a picture of it on its own scale from 0, what it is held against."""
    row = figure.row
    canvas.setStrokeColor(PALE)
    canvas.setLineWidth(0.5)
    canvas.line(edges[0], y, edges[-1], y)
    width = edges[1] - edges[0] - 5
    size = SMALL if len(pen.wrapped(figure.name, REGULAR, SMALL, width, 3)) < 3 else SMALLEST
    pen.paragraph(canvas, edges[0], y - 1.5, width, figure.name, size, 2)
    width = edges[2] - edges[1] - 3
    shown = row.status == Status.SHOWN
    number = labels.quantity(row.value, figure.indicator, words) if shown else words(labels.MISSING[row.status])
    pen.text(canvas, edges[1], y - 8, number, BODY, BOLD, width=width)
    interval = labels.interval(row.low, row.high, figure.indicator, words) if shown else ""
    period = words.period(row.period_start, row.period_end)
    detail = f"{period} · {interval}" if interval else period
    pen.text(canvas, edges[1], y - 15.5, detail, TINY, colour=GREY, width=width)
    picture(canvas, figure, edges[2] + 3, y - ROW / 2, edges[3] - edges[2] - 14)
    for x, whole in zip(edges[3:-1], told, strict=True):
        if whole.role in figure.held:
            beside(canvas, figure.held[whole.role], figure.indicator, x, y, words)


def picture(canvas: Canvas, figure: KeyFigure, x: float, y: float, width: float) -> None:
    """A number with its interval beside the larger areas'; nothing where it would stand alone, or is a count."""
    point, wholes = point_of(figure.row), (figure.row.municipality_reference, figure.row.reference)
    if point and figure.indicator.unit != "count" and (point.interval or wholes != (None, None)):
        pen.comparison(canvas, point.value, point.interval, *wholes, x, y, width)


def beside(canvas: Canvas, held: Held, indicator: Indicator, x: float, y: float, words: Words) -> None:
    """The number of a larger area, or why it has none, and how the area's own lies to it."""
    shown = held.status == Status.SHOWN
    number = words.number(held.value, indicator.decimals)
    pen.text(canvas, x, y - 8, number if shown else words(labels.MISSING[held.status]), SMALL, width=BESIDE - 2)
    if held.comparison in SHORT_COMPARISONS:
        short = words(SHORT_COMPARISONS[held.comparison])
        pen.text(canvas, x, y - 15.5, short, TINY, colour=GREY, width=BESIDE - 2)
