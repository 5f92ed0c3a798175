"""Pictures of success criteria: how far each is, project by project and kind by kind, and one of them over time.

A kind of result has one fill and pattern wherever it is drawn, so that ordinary jobs look the same in every project.
"""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle
from typing import Any

import pandas
from babel.dates import format_skeleton
from plotly import graph_objects

from dashboard.charts import theme
from dashboard.charts.theme import CHARACTER_WIDTH, Sizes
from dashboard.charts.time_series import TICKS, template
from dashboard.criteria.cards import decimals_of
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data import scorecards

LINE_CHARACTERS = 46  # of a row's text: what a telephone has room for
BAR_LINES = 1.5  # the height of a bar, and the air under it, in lines of text
AIR_LINES = 1.2
LEGEND_LINES = 1.9
LINE_HEIGHT = 1.3  # of the type size
DARK, MIDDLE, PALE = theme.SEQUENTIAL[-1], theme.SEQUENTIAL[2], theme.SEQUENTIAL[0]


@dataclass(frozen=True)
class Look:
    """The fill of a bar, the pattern on it and its edge; told apart in greyscale too."""

    fill: str
    shape: str = ""
    edge: str = theme.TEXT


Drawn = tuple[str, Look, pandas.DataFrame]  # parts of bars with the name and look they have in the legend
PLAIN, HATCHED, TRACK = Look(MIDDLE), Look("rgba(255,255,255,0.35)", "/"), Look("white", edge="#c9d2dc")
LOOKS = (Look(DARK), Look(PALE, "."), Look(PALE, "|"), Look(MIDDLE, "x"), Look(PALE, "-"), Look(MIDDLE, "+"))
UNDIVIDED, DOUBLED = N_("ikke delt op efter slags"), N_("talt to steder (skraveret)")


def kind_looks(results: pandas.DataFrame) -> dict[str, Look]:
    """The look of every kind (its Danish name) that some criterion counts beside another kind, in the order they come.

    `results`: data.contracts.Result of the whole dataset, so that a filter changes no look.
    """
    counted = results[results["counted"] & results["served"]]
    mixed = counted.groupby("criterion_id")["kind_da"].transform("nunique").gt(1)
    kinds = dict.fromkeys(kind for kind in counted["kind_da"] if kind and kind in set(counted.loc[mixed, "kind_da"]))
    return dict(zip(kinds, cycle(LOOKS), strict=False))


def progress_bars(
    progress: pandas.DataFrame, looks: Mapping[str, Look], *, words: Words, sizes: Sizes
) -> graph_objects.Figure:
    """How far every criterion is on the way from its baseline (0 where none is given) to its target (the line).

    `progress` as `criterion_tables.progress` makes it; `looks` as `kind_looks`. Each project's number is a part of the
    bar, in the look of its kind; what the source counts twice is hatched over it.
    """
    texts = {criterion: row_text(rows, words) for criterion, rows in progress.groupby("criterion", sort=False)}
    bottoms, height = row_bottoms([text.count("<br>") + 1 for text in texts.values()])
    places = dict(zip(texts, bottoms, strict=True))
    segments = stacked(progress)
    drawn = by_look(segments, looks, words)
    longest = max(110.0, (segments["base"] + segments["width"]).max() * 1.05)
    legend_lines = LEGEND_LINES * len(drawn) + AIR_LINES if len(drawn) > 1 else 0
    figure = graph_objects.Figure(
        layout={
            "template": template(words, sizes),
            "barmode": "overlay",
            "margin": {"t": 4, "b": sizes.axis * 5},
            "height": int((height + legend_lines) * sizes.axis * LINE_HEIGHT) + sizes.axis * 5 + 4,
        }
    )
    add_bars(figure, TRACK, [100.0] * len(texts), [0.0] * len(texts), list(bottoms))
    for _, look, rows in drawn:
        add_bars(figure, look, rows["width"], rows["base"], rows["criterion"].map(places), hover_texts(rows, words))
    if legend_lines:
        add_legend(figure, drawn, height + AIR_LINES, longest, sizes)
    figure.add_shape(type="line", x0=100, x1=100, y0=0, y1=height, line={"color": theme.TEXT, "width": sizes.line})
    for criterion, text in texts.items():
        figure.add_annotation(
            x=0,
            xref="paper",
            y=places[criterion] + BAR_LINES + 0.1,
            text=text,
            xanchor="left",
            yanchor="bottom",
            align="left",
            showarrow=False,
            font={"size": sizes.axis, "color": theme.TEXT},
            borderpad=0,
            bgcolor="rgba(255,255,255,0.9)",
        )
    figure.update_xaxes(
        range=[0, longest],
        automargin=False,
        nticks=TICKS,
        ticks="",
        ticksuffix=words.share(1).removeprefix(words.number(100)),
        title={"text": words("Pct. af vejen til målet<br>(den lodrette streg)"), "standoff": sizes.axis},
        linewidth=0,
        zeroline=False,
    )
    figure.update_yaxes(visible=False, range=[0, height + legend_lines])
    return figure


def row_text(rows: pandas.DataFrame, words: Words) -> str:
    """The name of a criterion and its share; under it the numbers that the bar is made of."""
    first = rows.iloc[0]
    share = words.share(first["share"]) or first["status_text"]
    parts = " + ".join(f"{row.project} {number(row.value, words)}" for row in rows.dropna(subset="value").itertuples())
    single = ": ".join(filter(None, [first["project"], first["reached_text"]]))
    equals = (
        words("{parts} = {reached} (vores sum)", parts=parts, reached=first["reached_text"])
        if len(rows) > 1
        else single
    )
    name, sums = (textwrap.wrap(text, LINE_CHARACTERS) for text in (f"{first['criterion']}: {share}", equals))
    bold = [f"<b>{html.escape(part)}</b>" for part in name]
    return "<br>".join([*bold, *map(html.escape, sums)])


def number(value: float, words: Words) -> str:
    return words.number(value, decimals_of(value))


def row_bottoms(lines: list[int]) -> tuple[list[float], float]:
    """Where each row's bar stands above the axis, first row on top, and the height of all, in lines of text."""
    heights = [count + BAR_LINES + AIR_LINES for count in lines]
    total = sum(heights)
    return [total - sum(heights[: row + 1]) + AIR_LINES for row in range(len(heights))], total


def stacked(progress: pandas.DataFrame) -> pandas.DataFrame:
    """The parts with a number, with `base` and `width` in per cent of the way: they add to the criterion's share."""
    rows = progress.dropna(subset=["value", "share"])
    whole = rows.groupby("criterion")["value"].transform("sum")
    alike = 1 / rows.groupby("criterion")["value"].transform("size")
    width = 100 * rows["share"] * (rows["value"] / whole.where(whole.ne(0))).fillna(alike)
    width = width.clip(lower=0)  # a way back is told in words: a bar cannot show it
    return rows.assign(width=width, base=width.groupby(rows["criterion"]).cumsum() - width)


def by_look(segments: pandas.DataFrame, looks: Mapping[str, Look], words: Words) -> list[Drawn]:
    """The parts of each look: the kinds that are told apart, all others, and over them what is counted twice."""
    kinds = {kind: segments[segments["kind_da"] == kind] for kind in looks}
    drawn = [(rows["kind"].iloc[0], looks[kind], rows) for kind, rows in kinds.items() if len(rows)]
    others, doubled = segments[~segments["kind_da"].isin(looks)], segments[segments["double_counted"]]
    drawn += [(words(UNDIVIDED), PLAIN, others)] if len(others) else []
    return drawn + ([(words(DOUBLED), HATCHED, doubled)] if len(doubled) else [])


def hover_texts(rows: pandas.DataFrame, words: Words) -> list[str]:
    return [
        html.escape(" ".join(filter(None, [row.project, number(row.value, words), row.kind])))
        for row in rows.itertuples()
    ]


def add_bars(
    figure: graph_objects.Figure,
    look: Look,
    widths: Sequence[float],
    bases: Sequence[float],
    bottoms: Sequence[float],
    hover: Sequence[str] = (),
) -> None:
    figure.add_bar(
        x=list(widths),
        base=list(bases),
        y=[bottom + BAR_LINES / 2 for bottom in bottoms],
        width=BAR_LINES,
        orientation="h",
        hovertext=list(hover),
        hoverinfo="text" if hover else "skip",
        marker={
            "color": look.fill,
            "line": {"color": look.edge, "width": 1},
            "pattern": {
                "shape": look.shape,
                "fillmode": "overlay",
                "fgcolor": theme.TEXT,
                "fgopacity": 1,
                "solidity": 0.25,
                "size": 9,
            },
        },
    )


def add_legend(
    figure: graph_objects.Figure, drawn: Sequence[Drawn], bottom: float, longest: float, sizes: Sizes
) -> None:
    """What each look means, a line each above the bars: it keeps its words on a telephone and in a document."""
    for position, (name, look, _) in enumerate(reversed(drawn)):
        height = bottom + position * LEGEND_LINES
        add_bars(figure, look, [longest * 0.07], [0.0], [height])
        add_text(
            figure,
            longest * 0.085,
            height + BAR_LINES / 2,
            html.escape(name),
            sizes,
            theme.TEXT,
            xanchor="left",
            yanchor="middle",
        )


def progress_alt(title: str, progress: pandas.DataFrame, words: Words) -> str:
    """The sentence that stands for the progress bars."""
    parts = [
        f"{criterion}: {words.share(rows['share'].iloc[0]) or rows['status_text'].iloc[0]}"
        for criterion, rows in progress.groupby("criterion", sort=False)
    ]
    return words("{title}, nået i forhold til målet. {parts}.", title=title, parts="; ".join(parts))


def timeline(
    criterion: Mapping[str, Any],
    points: pandas.DataFrame,
    milestones: pandas.DataFrame,
    *,
    words: Words,
    sizes: Sizes,
) -> graph_objects.Figure:
    """One criterion over time: a point a date, the target, the way that was expected, and the milestones.

    `criterion`: a row of data.contracts.Criterion; `points`: as_of, reached; `milestones`: due, in order. The thin
    dotted line goes from point to point and says nothing of the time between.
    """
    days = points["as_of"].map(scorecards.last_day)
    start, end = (
        pandas.Timestamp(criterion[field]) if criterion[field] else None for field in ("start_date", "end_date")
    )
    dates = [day for day in (*days, *pandas.to_datetime(milestones["due"]), start, end) if day is not None]
    first, last = spanned(min(dates), max(dates))
    top = 1.18 * max(filter(pandas.notna, [*points["reached"], criterion["target"], criterion["baseline"], 1.0]))
    figure = graph_objects.Figure(layout={"template": template(words, sizes), "height": sizes.chart_height})
    for position, due in enumerate(pandas.to_datetime(milestones["due"]), start=1):
        figure.add_vline(x=due, line={"color": theme.GROUP_COLOURS["difference"], "width": 2, "dash": "dot"})
        add_text(
            figure,
            due,
            1.0,
            f"◆ {position}",
            sizes,
            theme.GROUP_COLOURS["difference"],
            yref="paper",
            yanchor="bottom",
            xanchor="center",
        )
    add_expected(figure, criterion, days, words, sizes)
    if pandas.notna(criterion["target"]):
        figure.add_hline(y=criterion["target"], line={"color": theme.TEXT, "width": sizes.line})
        name = words("mål {value}", value=number(criterion["target"], words))
        add_text(figure, 1, criterion["target"], name, sizes, theme.TEXT, xref="paper", xanchor="left", xshift=6)
        figure.update_layout(margin_r=int(len(name) * sizes.axis * CHARACTER_WIDTH) + 12)
    figure.add_scatter(
        x=days,
        y=points["reached"],
        mode="lines+markers+text",
        hoverinfo="skip",
        cliponaxis=False,
        line={"color": theme.ACCENT, "width": 1.5, "dash": "dot"},
        marker={"size": sizes.mark * 1.3, "color": theme.ACCENT, "symbol": "circle"},
        text=[f"<b>{number(value, words)}</b>" for value in points["reached"]],
        textposition=["bottom center" if is_under(row, criterion) else "top center" for row in points.itertuples()],
        textfont={"size": sizes.axis, "color": theme.ACCENT},
    )
    figure.update_xaxes(range=[first, last], **date_ticks(first, last, days, words))
    figure.update_yaxes(range=[0, top], nticks=TICKS)
    add_text(
        figure,
        0,
        1.0,
        html.escape(words.pick(criterion, "unit")),
        sizes,
        theme.QUIET,
        xref="paper",
        yref="paper",
        yanchor="bottom",
        xanchor="left",
        yshift=sizes.axis * 1.8,
    )
    return figure


def spanned(first: pandas.Timestamp, last: pandas.Timestamp) -> tuple[pandas.Timestamp, pandas.Timestamp]:
    """The dates with air on both sides; a single date stands in the middle of a year."""
    air = max((last - first) * 0.05, pandas.Timedelta(days=45 if last > first else 183))
    return first - air, last + air


def date_ticks(first: pandas.Timestamp, last: pandas.Timestamp, days: pandas.Series, words: Words) -> dict[str, list]:
    """Ticks at the beginning of years; where there are too few of them, at the dates of the results."""
    years = [year for year in range(first.year, last.year + 1) if first <= pandas.Timestamp(year, 1, 1) <= last]
    if len(years) > 2:
        shown = years[:: math.ceil(len(years) / TICKS)]
        return {"tickvals": [pandas.Timestamp(year, 1, 1) for year in shown], "ticktext": [str(year) for year in shown]}
    shown = sorted(set(days))[-TICKS:]
    return {"tickvals": shown, "ticktext": [format_skeleton("yMMM", day, locale=words.locale) for day in shown]}


def add_expected(
    figure: graph_objects.Figure, criterion: Mapping[str, Any], days: pandas.Series, words: Words, sizes: Sizes
) -> None:
    """The straight way from baseline to target, and how far along it the latest figure should have been."""
    if pandas.isna(criterion["target"]) or not (criterion["start_date"] and criterion["end_date"]):
        return
    line = {"color": theme.QUIET, "width": sizes.line * 0.7, "dash": "dash"}
    figure.add_scatter(
        x=pandas.to_datetime([criterion["start_date"], criterion["end_date"]]),
        mode="lines",
        line=line,
        y=[scorecards.start_value(criterion), criterion["target"]],
        hoverinfo="skip",
    )
    if days.empty or days.max() >= pandas.Timestamp(criterion["end_date"]):
        return
    latest, criterion_falls = days.max(), criterion["target"] < scorecards.start_value(criterion)
    value = scorecards.expected(criterion, latest.date().isoformat())
    figure.add_scatter(
        x=[latest],
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
        latest,
        value,
        words("forventet {value}", value=number(round(value, 1), words)),
        sizes,
        theme.QUIET,
        xanchor="left",
        xshift=sizes.mark,
        yshift=sizes.axis if criterion_falls else -sizes.axis,
    )


def is_under(point: tuple, criterion: Mapping[str, Any]) -> bool:
    """Whether a point lies under the expected way, so that its number is written under it."""
    value = scorecards.expected(criterion, point.as_of)
    return value is not None and point.reached < value


def add_text(
    figure: graph_objects.Figure,
    x: Any,
    y: float,
    text: str,
    sizes: Sizes,
    colour: str,
    **place: Any,  # noqa: ANN401
) -> None:
    figure.add_annotation(x=x, y=y, text=text, showarrow=False, font={"size": sizes.axis, "color": colour}, **place)


def timeline_alt(title: str, criterion: Mapping[str, Any], points: pandas.DataFrame, words: Words) -> str:
    """The sentence that stands for a criterion over time."""
    said = "; ".join(f"{labels.day(row.as_of, words)}: {number(row.reached, words)}" for row in points.itertuples())
    goal = number(criterion["target"], words) if pandas.notna(criterion["target"]) else words("ikke opgjort")
    return words("{title}: {points}. Målet: {target}.", title=title, points=said, target=goal)


def timeline_note(milestones: pandas.DataFrame, has_several: bool, words: Words) -> str:
    """How to read the picture: the dotted line, and each milestone (title, due, status) under its number."""
    dotted = words("Den prikkede linje går fra opgørelse til opgørelse; tiden imellem kendes ikke.")
    notes = [dotted] if has_several else []
    notes += [
        words(
            "◆ {n}: {title} (milepæl, frist {day}, {status}).",
            n=position,
            title=row.title,
            day=labels.day(row.due, words),
            status=words(labels.MILESTONE_STATUSES[row.status]),
        )
        for position, row in enumerate(milestones.itertuples(), start=1)
    ]
    return " ".join(notes)
