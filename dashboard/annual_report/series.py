"""A number of the annual report over the periods, as a line of a chart."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.annual_report.report import Report
from dashboard.charts.lines import Line, Point, Style
from dashboard.i18n.words import Words
from data.contracts import AnnualFigure


def line_of(report: Report, rows: Sequence[AnnualFigure], unit_id: str, style: Style, words: Words) -> Line:
    """The line of the figures of a unit, the oldest first."""
    points = tuple(
        Point((row.period_start, row.period_end), row.value, interval_of(row)) for row in rows if row.value is not None
    )
    periods = tuple((row.period_start, row.period_end) for row in rows)
    return Line(report.unit_name(unit_id, words), style, points, periods)


def interval_of(row: AnnualFigure) -> tuple[float, float] | None:
    return None if row.low is None or row.high is None else (row.low, row.high)
