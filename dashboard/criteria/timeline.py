"""One success criterion over time: a point a date, the target, the way that was expected, and the milestones."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from typing import Any

import pandas
from babel.dates import format_skeleton
from plotly import graph_objects

from dashboard.charts import theme
from dashboard.charts.theme import CHARACTER_WIDTH, Sizes
from dashboard.charts.time_series import TICKS, template
from dashboard.criteria.amounts import number
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data import scorecards
from data.contracts import Criterion, Milestone
from data.scorecards import Point

MONTHS = 4  # more of them collide on a telephone


def timeline(
    criterion: Criterion, points: Sequence[Point], milestones: Sequence[Milestone], *, words: Words, sizes: Sizes
) -> graph_objects.Figure:
    """One criterion over time. `milestones` in order.

    The thin dotted line goes from point to point and says nothing of the time between.
    """
    days = [scorecards.last_day(point.as_of) for point in points]
    ends = [pandas.Timestamp(day) for day in (criterion.start_date, criterion.end_date) if day]
    dates = [*days, *(pandas.Timestamp(step.due) for step in milestones), *ends]
    first, last = spanned(min(dates), max(dates))
    figure = graph_objects.Figure(layout={"template": template(words, sizes), "height": sizes.chart_height})
    add_milestones(figure, milestones, sizes)
    add_expected(figure, criterion, days, words, sizes)
    add_target(figure, criterion, words, sizes)
    figure.add_scatter(
        x=days,
        y=[point.reached for point in points],
        mode="lines+markers+text",
        hoverinfo="skip",
        cliponaxis=False,
        line={"color": theme.ACCENT, "width": 1.5, "dash": "dot"},
        marker={"size": sizes.mark * 1.3, "color": theme.ACCENT, "symbol": "circle"},
        text=[f"<b>{number(point.reached, words)}</b>" for point in points],
        textposition=["bottom center" if is_under(point, criterion) else "top center" for point in points],
        textfont={"size": sizes.axis, "color": theme.ACCENT},
    )
    figure.update_xaxes(range=[first, last], **date_ticks(first, last, days, words))
    figure.update_yaxes(range=[0, highest(criterion, points)], nticks=TICKS)
    add_unit(figure, criterion, words, sizes)
    return figure


def highest(criterion: Criterion, points: Sequence[Point]) -> float:
    """The top of the axis: everything drawn, with air over it."""
    drawn = [criterion.target or 0.0, criterion.baseline or 0.0, 1.0, *(point.reached for point in points)]
    return 1.18 * max(drawn)


def add_milestones(figure: graph_objects.Figure, milestones: Sequence[Milestone], sizes: Sizes) -> None:
    """An upright line at each milestone with its number."""
    colour = theme.GROUP_COLOURS["difference"]
    for position, step in enumerate(milestones, start=1):
        due = pandas.Timestamp(step.due)
        figure.add_vline(x=due, line={"color": colour, "width": 2, "dash": "longdash"})
        above = {"yref": "paper", "yanchor": "bottom", "xanchor": "center"}
        add_text(figure, due, 1.0, f"◆ {position}", sizes, colour, **above)


def add_target(figure: graph_objects.Figure, criterion: Criterion, words: Words, sizes: Sizes) -> None:
    """The line of the target with its number beside it; nothing where there is none."""
    if criterion.target is None:
        return
    figure.add_hline(y=criterion.target, line={"color": theme.TEXT, "width": sizes.line})
    name = words("mål {value}", value=number(criterion.target, words))
    add_text(figure, 1, criterion.target, name, sizes, theme.TEXT, xref="paper", xanchor="left", xshift=6)
    figure.update_layout(margin_r=int(len(name) * sizes.axis * CHARACTER_WIDTH) + 12)


def add_unit(figure: graph_objects.Figure, criterion: Criterion, words: Words, sizes: Sizes) -> None:
    """What is counted, above the upright axis."""
    add_text(
        figure,
        0,
        1.0,
        html.escape(words.text(criterion.unit)),
        sizes,
        theme.QUIET,
        xref="paper",
        yref="paper",
        yanchor="bottom",
        xanchor="left",
        yshift=sizes.axis * 1.8,
    )


def spanned(first: pandas.Timestamp, last: pandas.Timestamp) -> tuple[pandas.Timestamp, pandas.Timestamp]:
    """The dates with air on both sides; a single date stands in the middle of a year."""
    air = max((last - first) * 0.05, pandas.Timedelta(days=45 if last > first else 183))
    return first - air, last + air


def date_ticks(
    first: pandas.Timestamp, last: pandas.Timestamp, days: Sequence[pandas.Timestamp], words: Words
) -> dict[str, Sequence[object]]:
    """Ticks with month and year: at the ends of years, where most results are from, so that one of 31 December 2024
    never stands at 2025; where there are too few of them, at the dates of the results.
    """
    ends = [pandas.Timestamp(year, 12, 31) for year in range(first.year, last.year + 1)]
    ends = [day for day in ends if first <= day <= last]
    shown = ends[:: math.ceil(len(ends) / MONTHS)] if len(ends) > 2 else sorted(set(days))[-MONTHS:]
    return {"tickvals": shown, "ticktext": [format_skeleton("yMMM", day, locale=words.locale) for day in shown]}


def add_expected(
    figure: graph_objects.Figure, criterion: Criterion, days: Sequence[pandas.Timestamp], words: Words, sizes: Sizes
) -> None:
    """The straight way from baseline to target, and how far along it the latest figure should have been."""
    if criterion.target is None or not (criterion.start_date and criterion.end_date):
        return
    start, end = pandas.Timestamp(criterion.start_date), pandas.Timestamp(criterion.end_date)
    figure.add_scatter(
        x=[start, end],
        mode="lines",
        line={"color": theme.QUIET, "width": sizes.line * 0.7, "dash": "dash"},
        y=[scorecards.start_value(criterion), criterion.target],
        hoverinfo="skip",
    )
    if days and max(days) < end:
        add_due(figure, criterion, max(days), words, sizes)


def add_due(
    figure: graph_objects.Figure, criterion: Criterion, day: pandas.Timestamp, words: Words, sizes: Sizes
) -> None:
    """What should have been reached at a day, as a sign with its number."""
    value = scorecards.expected(criterion, day.date().isoformat())
    if value is None:
        return
    figure.add_scatter(
        x=[day],
        y=[value],
        mode="markers",
        hoverinfo="skip",
        marker={
            "size": sizes.mark * 1.2,
            "color": "white",
            "symbol": "diamond",
            "line": {"color": theme.QUIET, "width": 2},
        },
    )
    add_text(
        figure,
        day,
        value,
        words("forventet {value}", value=number(round(value, 1), words)),
        sizes,
        theme.QUIET,
        xanchor="left",
        xshift=sizes.mark,
        yshift=sizes.axis if is_falling(criterion) else -sizes.axis,
    )


def is_falling(criterion: Criterion) -> bool:
    """Whether the way to the target leads down."""
    return criterion.target is not None and criterion.target < scorecards.start_value(criterion)


def is_under(point: Point, criterion: Criterion) -> bool:
    """Whether a point lies under the expected way, so that its number is written under it."""
    value = scorecards.expected(criterion, point.as_of)
    return value is not None and point.reached < value


def add_text(
    figure: graph_objects.Figure,
    x: pandas.Timestamp | float,
    y: float,
    text: str,
    sizes: Sizes,
    colour: str,
    **place: Any,
) -> None:
    figure.add_annotation(x=x, y=y, text=text, showarrow=False, font={"size": sizes.axis, "color": colour}, **place)


def timeline_alt(title: str, criterion: Criterion, points: Sequence[Point], words: Words) -> str:
    """The sentence that stands for a criterion over time."""
    said = "; ".join(f"{labels.day(point.as_of, words)}: {number(point.reached, words)}" for point in points)
    goal = number(criterion.target, words) or words("ikke opgjort")
    return words("{title}: {points}. Målet: {target}.", title=title, points=said, target=goal)


def timeline_note(milestones: Sequence[Milestone], has_several: bool, words: Words) -> str:
    """How to read the picture: the dotted line, and each milestone (title, due, status) under its number."""
    dotted = words("Linjen forbinder opgørelserne; tiden imellem er ukendt.")
    notes = [dotted] if has_several else []
    notes += [
        words(
            "◆ {n}: {title} (milepæl, frist {day}, {status}).",
            n=position,
            title=words.text(step.title),
            day=labels.day(step.due, words),
            status=words(labels.MILESTONE_STATUSES[step.status]),
        )
        for position, step in enumerate(milestones, start=1)
    ]
    return " ".join(notes)
