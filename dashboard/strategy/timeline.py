"""The milestones of a strategy on a line of time: a row each, its date, when it was judged, and how it went."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import accumulate

from plotly import graph_objects

from dashboard.charts import theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words
from dashboard.strategy.deadlines import Deadline

SYMBOLS = {"reached": "circle", "planned": "circle-open", "late": "triangle-down", "dropped": "square"}
COLOURS = {"reached": theme.ACCENT, "planned": theme.ACCENT, "late": "#b5451b", "dropped": theme.QUIET}
JUDGED_SYMBOL = "line-ns-open"
LINE = 1.35  # of the type size: a line of a row's name
NAME_CHARACTERS = 42  # two such lines of 14 px fit on a telephone
DOTS = 0.75  # from a row's name down to its signs, in lines
AIR = 1.0
HEAD, FOOT = 1.6, 1.8  # the names of the upright lines above, the years below


def timeline(
    rows: Sequence[Deadline], *, today: date, meeting: date, words: Words, sizes: Sizes
) -> graph_objects.Figure:
    """The milestones as a chart.

    The sign stands at the date it is due, its form says the status, and the word stands with the name; a short upright
    stroke is the day it was judged. Upright lines: today and the meeting.
    """
    names = ["<br>".join(map(html.escape, textwrap.wrap(name(row), NAME_CHARACTERS))) for row in rows]
    heights = [text.count("<br>") + 1 + DOTS + AIR for text in names]
    line, total = sizes.axis * LINE, sum(heights)
    chart = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "height": int(line * (total + HEAD + FOOT)),
            "margin": {"t": int(line * HEAD), "b": int(line * FOOT), "l": sizes.mark, "r": sizes.mark},
        }
    )
    for row, text, bottom in zip(rows, names, accumulate(heights), strict=True):
        add_row(chart, row, text, bottom - AIR, words, sizes)
    add_days(chart, today, meeting, words, sizes)
    chart.update_yaxes(range=[total, 0], visible=False)
    chart.update_xaxes(type="date", range=span(rows, today, meeting), tickformat="%Y", dtick=year_step(rows, meeting))
    return chart


def name(row: Deadline) -> str:
    """✓ Nået: De første 50 unge har et fritidsjob."""
    return f"{row.status_text}: {row.title}"


def add_row(chart: graph_objects.Figure, row: Deadline, text: str, level: float, words: Words, sizes: Sizes) -> None:
    """One milestone: its name and below it its two dates, joined where they differ."""
    days, status = [day for day in (row.dated.due, row.dated.judged) if day], row.dated.status
    chart.add_annotation(
        x=0,
        xref="paper",
        y=level - DOTS,
        xanchor="left",
        yanchor="bottom",
        align="left",
        text=text,
        showarrow=False,
        borderpad=0,
        font={"size": sizes.axis, "color": theme.TEXT},
        bgcolor="rgba(255,255,255,0.85)",
    )
    chart.add_shape(
        type="line",
        x0=0,
        x1=1,
        xref="paper",
        y0=level,
        y1=level,
        layer="below",
        line={"color": time_series.GRID, "width": 2},
    )
    hover = words("Frist {due}, {judged}.", due=row.day, judged=row.judged_text)
    chart.add_scatter(
        x=days,
        y=[level] * len(days),
        mode="lines+markers",
        cliponaxis=False,
        line={"color": COLOURS[status], "width": sizes.line / 2},
        marker={
            "symbol": [SYMBOLS[status], JUDGED_SYMBOL][: len(days)],
            "size": sizes.mark * 1.5,
            "color": COLOURS[status],
            "line": {"width": sizes.line, "color": COLOURS[status]},
        },
        text=[html.escape(f"{row.title}. {hover}")] * len(days),
        hovertemplate="%{text}<extra></extra>",
    )


def add_days(chart: graph_objects.Figure, today: date, meeting: date, words: Words, sizes: Sizes) -> None:
    """The two upright lines, their names turned away from each other so that they never meet."""
    first, last = sorted(((today, words("I dag"), "dash"), (meeting, words("Møde"), "solid")), key=lambda day: day[0])
    for (day, text, dash), anchor in ((first, "right"), (last, "left")):
        chart.add_shape(
            type="line",
            x0=day.isoformat(),
            x1=day.isoformat(),
            y0=0,
            y1=1,
            yref="paper",
            layer="below",
            line={"color": theme.TEXT, "width": 2, "dash": dash},
        )
        chart.add_annotation(
            x=day.isoformat(),
            y=1,
            yref="paper",
            xanchor=anchor,
            yanchor="bottom",
            text=f"<b>{text}</b>",
            showarrow=False,
            font={"size": sizes.axis, "color": theme.TEXT},
        )


def span(rows: Sequence[Deadline], today: date, meeting: date) -> list[str]:
    """From the first date to the last, with room for the names at the ends."""
    days = [date.fromisoformat(day) for row in rows for day in (row.dated.due, row.dated.judged) if day]
    first, last = min(*days, today, meeting), max(*days, today, meeting)
    room = (last - first) / 8 + timedelta(days=30)
    return [(first - room).isoformat(), (last + room).isoformat()]


def year_step(rows: Sequence[Deadline], meeting: date) -> str:
    """Whole years between the ticks, so that there are not too many of them."""
    years = meeting.year - min(int(row.dated.due[:4]) for row in rows) + 1
    return f"M{12 * max(1, -(-years // time_series.TICKS))}"


def timeline_alt(rows: Sequence[Deadline], words: Words) -> str:
    """The sentence that stands for the chart: every milestone with its status and dates."""
    parts = [f"{name(row)} – " + words("frist {due}, {judged}", due=row.day, judged=row.judged_text) for row in rows]
    return words("Milepæle efter frist. {list}.", list="; ".join(parts))


def reading_note(words: Words) -> str:
    return words(
        "Tegnet står ved fristen, og dets form viser status. Den korte lodrette streg er dagen, hvor der blev "
        "gjort status."
    )
