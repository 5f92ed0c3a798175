"""Hand-made lines: each point is the role and name of its line, a year and a value."""

from collections.abc import Sequence

from dashboard.charts import lines
from dashboard.charts.lines import Group, Line
from data.contracts import Observation
from tests.records import record

Point = tuple[str, str, int, float | None]


def observed(year: int, value: float | None, **more: object) -> Observation:
    return record(
        Observation, **{"indicator_id": "sigtede", "period_start": year, "period_end": year, "value": value} | more
    )


def groups(points: Sequence[Point], **more: object) -> list[Group]:
    found: dict[tuple[str, str], list[Observation]] = {}
    for role, name, year, value in points:
        found.setdefault((role, name), []).append(observed(year, value, **more))
    return [Group(name, role, tuple(rows)) for (role, name), rows in found.items()]


def made(*points: Point, **more: object) -> list[Line]:
    return lines.lines(groups(points, **more))
