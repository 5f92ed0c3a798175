"""A small chart over time for a sheet of paper, as SVG: it reads in black and white."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dashboard.charts.end_labels import spread
from dashboard.charts.lines import Line, follows, middle, neighbours, periods, value_range
from dashboard.documents import svg
from dashboard.documents.svg import DASHES, GREY, PALE, Scale
from dashboard.i18n.words import Words
from data.contracts import Break

TINY = 6.4
WIDTH, HEIGHT = 170.0, 52.0


def trend(lines: Sequence[Line], breaks: Iterable[Break], decimals: int, words: Words) -> str:
    """0 at the bottom, first and last period below, the last number of every line beside it."""
    low, high = value_range(lines)
    pairs = [line for line in lines if line.is_two_points]
    left, right, bottom = (28 if pairs else 4), WIDTH - 38, HEIGHT - 11
    every = periods(lines)
    years = [middle(period) for period in every]
    x, y = svg.scale(min(years), max(years), left, right), svg.scale(low, high, bottom, 4)
    parts = [svg.line([(left - 3, y(0)), (right + 3, y(0))], PALE, 0.5)]
    parts += [svg.line([(x(each.year - 0.5), end) for end in (4, bottom)], GREY, 0.5, "5 2") for each in breaks]
    for line in lines:
        parts += course(line, x, y)
    parts += ends(words, lines, -1, y, right + 7, decimals)
    parts += ends(words, pairs, 0, y, 2, decimals)
    under = HEIGHT - 2
    parts.append(svg.text(left - 3, under, words.period(*every[0]), TINY, colour=GREY))
    parts.append(svg.text(right + 3, under, words.period(*every[-1]), TINY, colour=GREY, anchor="end"))
    return svg.picture(WIDTH, HEIGHT, parts)


def course(line: Line, x: Scale, y: Scale) -> Iterator[str]:
    """A line as on the page: broken at a gap, two points joined by a thin dotted line, intervals as bars."""
    colour, dash = line.style.colour, DASHES["dot"] if line.is_two_points else DASHES.get(line.style.dash, "")
    for before, after in neighbours(line.points):
        if line.is_two_points or follows(after, before):
            ends = [(x(point.middle), y(point.value)) for point in (before, after)]
            yield svg.line(ends, colour, 0.6 if line.is_two_points else 1.1, dash)
    for point in line.points:
        across = x(point.middle)
        if point.interval:
            yield svg.line([(across, y(edge)) for edge in point.interval], colour, 0.4)
        yield svg.mark(line.style.symbol, across, y(point.value), 1.5, colour)


def ends(words: Words, lines: Sequence[Line], point: int, y: Scale, x: float, decimals: int) -> Iterator[str]:
    """The lines' first (0) or last (-1) numbers with their marks, moved apart where they would meet."""
    values = [line.points[point].value for line in lines]
    heights = spread([y(value) for value in values], TINY * 1.15)
    lower = max(0.0, TINY - 2.2 - min(heights, default=TINY))  # several near the top would stand above the picture
    for line, value, down in zip(lines, values, (height + lower for height in heights), strict=True):
        yield svg.mark(line.style.symbol, x, down, 1.5, line.style.colour)
        yield svg.text(x + 3.5, down + 2.2, words.number(value, decimals), TINY)
