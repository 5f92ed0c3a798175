"""The lines of a chart over time: the numbers of a group in the order of time, under its name and in its looks.

A chart shows one measure, and a line one edition of a register.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Protocol

from dashboard.charts import theme
from data.contracts import Break, Observation
from data.query import Period, span_of


class Number(Protocol):
    """A value with its 95 % interval where it has one."""

    @property
    def value(self) -> float: ...

    @property
    def interval(self) -> tuple[float, float] | None: ...


@dataclass(frozen=True)
class Style:
    colour: str
    symbol: str
    dash: str


@dataclass(frozen=True)
class Point:
    """The number of a period, with its 95 % interval where it has one."""

    period: Period
    value: float
    interval: tuple[float, float] | None = None

    @property
    def middle(self) -> float:
        return middle(self.period)


@dataclass(frozen=True)
class Group:
    """What one line is drawn from: the observations of an area, its name, and the part it plays.

    `role` is a key of theme.GROUP_COLOURS, or any other text for a group without a colour of its own.
    """

    name: str
    role: str
    rows: tuple[Observation, ...]


@dataclass(frozen=True)
class Line:
    """One line: its `points` in the order of time, and all `periods` it is told of, those without a number too."""

    name: str
    style: Style
    points: tuple[Point, ...]
    periods: tuple[Period, ...]

    @property
    def is_two_points(self) -> bool:
        """Two points with years between them that nobody has published."""
        return len(self.points) == 2 and not self.is_unbroken

    @property
    def is_unbroken(self) -> bool:
        return all(follows(point, before) for before, point in neighbours(self.points))

    @property
    def has_band(self) -> bool:
        """A band needs an interval at every point of an unbroken line; else the intervals are bars."""
        return len(self.points) > 2 and self.is_unbroken and all(point.interval for point in self.points)


def grouped(rows: Iterable[Observation], names: Mapping[str, str], roles: Mapping[str, str]) -> list[Group]:
    """A group for each area in `roles` that has rows, in that order, under its name."""
    by_area: dict[str, list[Observation]] = {area: [] for area in roles}
    for row in rows:
        if row.area_id in by_area:
            by_area[row.area_id].append(row)
    return [Group(names.get(area, area), roles[area], tuple(found)) for area, found in by_area.items() if found]


def lines(groups: Sequence[Group]) -> list[Line]:
    """A line for each group. Raises ValueError where two measures, or two editions in one line, are mixed."""
    one_measure(row for group in groups for row in group.rows)
    if any(len({row.edition for row in group.rows}) > 1 for group in groups):
        raise ValueError("two editions of a register in one line")
    looks = styles([group.role for group in groups])
    return [line(group.name, style, group.rows) for group, style in zip(groups, looks, strict=True)]


def one_measure(rows: Iterable[Observation]) -> None:
    """Raises ValueError where the rows of a chart are of two indicators."""
    measures = sorted({row.indicator_id for row in rows})
    if len(measures) > 1:
        raise ValueError(f"two measures in one chart: {measures}")


def line(name: str, style: Style, rows: Iterable[Observation]) -> Line:
    ordered = sorted(rows, key=lambda row: row.period_start)
    found = tuple(point for row in ordered if (point := point_of(row)))
    return Line(name, style, found, tuple(map(span_of, ordered)))


def point_of(row: Observation) -> Point | None:
    """The number of a row; None where it has none."""
    if row.value is None:
        return None
    interval = None if row.low is None or row.high is None else (row.low, row.high)
    return Point(span_of(row), row.value, interval)


def styles(roles: Iterable[str]) -> list[Style]:
    """The colour, symbol and dash of every group; hotspot, control and country look the same everywhere."""
    looks = zip(theme.COMPARE_COLOURS, theme.COMPARE_SYMBOLS, theme.COMPARE_DASHES, strict=True)
    others: Iterator[tuple[str, str, str]] = cycle(looks)
    return [
        Style(theme.GROUP_COLOURS[role], theme.GROUP_SYMBOLS[role], theme.GROUP_DASHES[role])
        if role in theme.GROUP_COLOURS
        else Style(*next(others))
        for role in roles
    ]


def neighbours(points: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    return zip(points, points[1:], strict=False)


def follows(point: Point, before: Point) -> bool:
    """Whether no year lies between two points."""
    return point.period[0] <= before.period[1] + 1


def middle(period: Period) -> float:
    """Where a period stands on the year axis: a single year at itself, a longer period at its middle."""
    return sum(period) / 2


def periods(drawn: Iterable[Line]) -> list[Period]:
    """Every period of some lines once, in the order of time."""
    return sorted({period for line in drawn for period in line.periods})


def within(breaks: Iterable[Break], drawn: Iterable[Line]) -> list[Break]:
    """The breaks that fall inside the years of some lines."""
    shown = periods(drawn)
    first, last = min(start for start, _ in shown), max(end for _, end in shown)
    return [found for found in breaks if first < found.year <= last]


def value_range(drawn: Iterable[Line]) -> tuple[float, float]:
    """The value axis of some lines, with room for their intervals."""
    return axis_range(point for line in drawn for point in line.points)


def axis_range(numbers: Iterable[Number]) -> tuple[float, float]:
    """A value axis: always with 0 on it, and air above the highest number or interval."""
    values = [0.0, *(value for number in numbers for value in (number.value, *(number.interval or ())))]
    low, high = min(values), max(values)
    air = 0.12 * (high - low or 1.0)
    return (low - air if low < 0 else 0.0), high + air
