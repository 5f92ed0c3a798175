"""The bars of success criteria: how far each is, project by project and kind by kind.

A kind of result has one fill and pattern wherever it is drawn, so that ordinary jobs look the same in every project.
"""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle

from plotly import graph_objects

from dashboard.charts import theme
from dashboard.charts.theme import Sizes
from dashboard.charts.time_series import TICKS, template
from dashboard.criteria.amounts import number
from dashboard.criteria.progress import Number, by_criterion
from dashboard.i18n.words import N_, Words
from data import scorecards
from data.contracts import Result

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


@dataclass(frozen=True)
class Segment:
    """The part of a bar that is a number: where it begins and how long it is, in per cent of the way."""

    number: Number
    base: float
    width: float


@dataclass(frozen=True)
class Drawn:
    """Parts of bars with the name and look they have in the legend."""

    name: str
    look: Look
    segments: Sequence[Segment]


PLAIN, HATCHED, TRACK = Look(MIDDLE), Look("rgba(255,255,255,0.35)", "/"), Look("white", edge="#c9d2dc")
LOOKS = (Look(DARK), Look(PALE, "."), Look(PALE, "|"), Look(MIDDLE, "x"), Look(PALE, "-"), Look(MIDDLE, "+"))
UNDIVIDED, DOUBLED = N_("ikke delt op efter slags"), N_("talt to steder (skraveret)")


def kind_looks(results: Iterable[Result]) -> dict[str, Look]:
    """The look of every kind (its Danish name) that some criterion counts beside another kind, in the order they come.

    `results`: those of the whole dataset, so that a filter changes no look.
    """
    counted = [result for result in results if result.counted and result.served]
    beside = [{result.kind.da for result in rows} for rows in scorecards.by_criterion(counted).values()]
    mixed = {kind for kinds in beside if len(kinds) > 1 for kind in kinds if kind}
    told_apart = dict.fromkeys(result.kind.da for result in counted if result.kind.da in mixed)
    return dict(zip(told_apart, cycle(LOOKS), strict=False))


def progress_bars(
    progress: Sequence[Number], looks: Mapping[str, Look], *, words: Words, sizes: Sizes, longest: float
) -> graph_objects.Figure:
    """How far every criterion is on the way from its baseline (0 where none is given) to its target (the line).

    `looks` as `kind_looks`. Each project's number is a part of the bar, in the look of its kind; what the source counts
    twice is hatched over it. `longest` as of `reach`, of all figures that have one scale.
    """
    texts = {criterion: row_text(numbers, words) for criterion, numbers in by_criterion(progress).items()}
    bottoms, height = row_bottoms([text.count("<br>") + 1 for text in texts.values()])
    places = dict(zip(texts, bottoms, strict=True))
    segments = stacked(progress)
    drawn = by_look(segments, looks, words)
    legend_lines = LEGEND_LINES * len(drawn) + AIR_LINES if len(drawn) > 1 else 0
    figure = graph_objects.Figure(
        layout={
            "template": template(words, sizes),
            "barmode": "overlay",
            "margin": {"t": 4, "b": sizes.axis * 5},
            "height": int((height + legend_lines) * sizes.axis * LINE_HEIGHT) + sizes.axis * 5 + 4,
        }
    )
    add_bars(figure, TRACK, [100.0] * len(texts), [0.0] * len(texts), bottoms)
    for part in drawn:
        add_segments(figure, part, places, words)
    if legend_lines:
        add_legend(figure, drawn, height + AIR_LINES, longest, sizes)
    figure.add_shape(type="line", x0=100, x1=100, y0=0, y1=height, line={"color": theme.TEXT, "width": sizes.line})
    for criterion, text in texts.items():
        add_name(figure, places[criterion] + BAR_LINES + 0.1, text, sizes)
    set_axes(figure, longest, height + legend_lines, words, sizes)
    return figure


def reach(progress: Sequence[Number]) -> float:
    """How far the scale goes, in per cent of the way: past the target and past every bar."""
    return max([110.0, *((segment.base + segment.width) * 1.05 for segment in stacked(progress))])


def set_axes(figure: graph_objects.Figure, longest: float, height: float, words: Words, sizes: Sizes) -> None:
    """Per cent of the way along the bottom; nothing up the side, for the names stand above the bars."""
    figure.update_xaxes(
        range=[0, longest],
        automargin=False,
        nticks=TICKS,
        ticks="",
        ticksuffix=words.share(1).removeprefix(words.number(100)),
        title={"text": words("% af vejen til målet<br>(den lodrette streg)"), "standoff": sizes.axis},
        linewidth=0,
        zeroline=False,
    )
    figure.update_yaxes(visible=False, range=[0, height])


def add_name(figure: graph_objects.Figure, bottom: float, text: str, sizes: Sizes) -> None:
    """The text of a criterion above its bar."""
    figure.add_annotation(
        x=0,
        xref="paper",
        y=bottom,
        text=text,
        xanchor="left",
        yanchor="bottom",
        align="left",
        showarrow=False,
        font={"size": sizes.axis, "color": theme.TEXT},
        borderpad=0,
        bgcolor="rgba(255,255,255,0.9)",
    )


def row_text(numbers: Sequence[Number], words: Words) -> str:
    """The name of a criterion and its share; under it the numbers that the bar is made of."""
    first = numbers[0]
    parts = " + ".join(f"{row.project} {number(row.value, words)}" for row in numbers if row.value is not None)
    single = ": ".join(filter(None, [first.project, first.reached_text]))
    equals = (
        words("{parts} = {reached} (beregnet af os)", parts=parts, reached=first.reached_text)
        if len(numbers) > 1
        else single
    )
    name, sums = (
        textwrap.wrap(text, LINE_CHARACTERS) for text in (f"{first.criterion}: {share(first, words)}", equals)
    )
    bold = [f"<b>{html.escape(part)}</b>" for part in name]
    return "<br>".join([*bold, *map(html.escape, sums)])


def share(number: Number, words: Words) -> str:
    """How far the criterion is, or the status of one that has no number."""
    return words.share(number.share) or number.status_text


def row_bottoms(lines: list[int]) -> tuple[list[float], float]:
    """Where each row's bar stands above the axis, first row on top, and the height of all, in lines of text."""
    heights = [count + BAR_LINES + AIR_LINES for count in lines]
    total = sum(heights)
    return [total - sum(heights[: row + 1]) + AIR_LINES for row in range(len(heights))], total


def stacked(progress: Iterable[Number]) -> list[Segment]:
    """The numbers as parts of their bars: the parts of a criterion add to its share."""
    return [segment for numbers in by_criterion(progress).values() for segment in stacked_bar(numbers)]


def stacked_bar(numbers: Sequence[Number]) -> list[Segment]:
    there = [(row, row.value, row.share) for row in numbers if row.value is not None and row.share is not None]
    whole, base, segments = sum(value for _, value, _ in there), 0.0, []
    for row, value, way in there:
        part = value / whole if whole else 1 / len(there)
        width = max(100 * way * part, 0.0)  # a way back is told in words: a bar cannot show it
        segments.append(Segment(row, base, width))
        base += width
    return segments


def by_look(segments: Sequence[Segment], looks: Mapping[str, Look], words: Words) -> list[Drawn]:
    """The parts of each look: the kinds that are told apart, all others, and over them what is counted twice."""
    kinds = {kind: [segment for segment in segments if segment.number.kind_da == kind] for kind in looks}
    parts = [Drawn(found[0].number.kind, looks[kind], found) for kind, found in kinds.items() if found]
    others = [segment for segment in segments if segment.number.kind_da not in looks]
    doubled = [segment for segment in segments if segment.number.double_counted]
    parts += [Drawn(words(UNDIVIDED), PLAIN, others), Drawn(words(DOUBLED), HATCHED, doubled)]
    return [part for part in parts if part.segments]


def add_segments(figure: graph_objects.Figure, part: Drawn, places: Mapping[str, float], words: Words) -> None:
    """The segments of one look, each in the bar of its criterion. `places`: the bottom of each bar."""
    add_bars(
        figure,
        part.look,
        [segment.width for segment in part.segments],
        [segment.base for segment in part.segments],
        [places[segment.number.criterion] for segment in part.segments],
        [hover_text(segment.number, words) for segment in part.segments],
    )


def hover_text(row: Number, words: Words) -> str:
    return html.escape(" ".join(filter(None, [row.project, number(row.value, words), row.kind])))


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
    for position, part in enumerate(reversed(drawn)):
        height = bottom + position * LEGEND_LINES
        add_bars(figure, part.look, [longest * 0.07], [0.0], [height])
        figure.add_annotation(
            x=longest * 0.085,
            y=height + BAR_LINES / 2,
            text=html.escape(part.name),
            xanchor="left",
            yanchor="middle",
            showarrow=False,
            font={"size": sizes.axis, "color": theme.TEXT},
        )


def progress_alt(title: str, progress: Iterable[Number], words: Words) -> str:
    """The sentence that stands for the progress bars."""
    parts = [f"{name}: {share(numbers[0], words)}" for name, numbers in by_criterion(progress).items()]
    return words("{title}, nået i forhold til målet. {parts}.", title=title, parts="; ".join(parts))
