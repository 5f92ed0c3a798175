"""The names and numbers at the ends of a chart's lines, moved apart where they would meet."""

from __future__ import annotations

import html
import math
import textwrap
from collections.abc import Sequence

from plotly import graph_objects

from dashboard.charts.lines import Line
from dashboard.charts.theme import CHARACTER_WIDTH, Sizes
from dashboard.i18n.words import Words

LABEL_CHARACTERS, LABEL_LINES = 16, 4


def add_end_labels(
    figure: graph_objects.Figure,
    drawn: Sequence[Line],
    limits: tuple[float, float],
    words: Words,
    sizes: Sizes,
    decimals: int,
) -> None:
    """Each line's last value and name at its end; where there are only two points, the first value too."""
    drawn = [line for line in drawn if line.points]
    names = [end_name(line.name) for line in drawn]
    numbers = [words.number(line.points[-1].value, decimals) for line in drawn]
    row = sizes.axis * 1.3 * (limits[1] - limits[0]) / (sizes.chart_height - 4 * sizes.axis)
    gap = row * max(map(len, names), default=1)
    labels = [
        f"<b>{number}</b> " + "<br>".join(map(html.escape, name)) for number, name in zip(numbers, names, strict=True)
    ]
    add_labels(figure, drawn, -1, labels, gap, "left", sizes)
    pairs = [line for line in drawn if line.is_two_points]
    add_starts(figure, pairs, [words.number(line.points[0].value, decimals) for line in pairs], row, sizes)
    widths = [len(number) + 1 + max(map(len, name)) for number, name in zip(numbers, names, strict=True)]
    figure.update_layout(margin_r=int(max(widths, default=0) * sizes.axis * CHARACTER_WIDTH) + sizes.mark)


def end_name(name: str) -> list[str]:
    """The name as lines; of a very long one the beginning and the end, which tell it from others and have room."""
    found = textwrap.wrap(name, LABEL_CHARACTERS) or [""]
    return found if len(found) <= LABEL_LINES else [*found[: LABEL_LINES - 1], f"… {found[-1]}"]


def add_starts(
    figure: graph_objects.Figure, pairs: Sequence[Line], numbers: Sequence[str], row: float, sizes: Sizes
) -> None:
    """The first value of each line over its point, where the axis has no number; under it where another is near."""
    values = [line.points[0].value for line in pairs]
    for line, value, number in zip(pairs, values, numbers, strict=True):
        is_under = any(value < other < value + 2 * row for other in values)
        figure.add_annotation(
            x=line.points[0].middle,
            y=value,
            text=f"<b>{number}</b>",
            yanchor="top" if is_under else "bottom",
            yshift=-sizes.mark * 0.6 if is_under else sizes.mark * 0.6,
            showarrow=False,
            font={"color": line.style.colour, "size": sizes.axis},
        )


def add_labels(
    figure: graph_objects.Figure,
    drawn: Sequence[Line],
    end: int,
    texts: Sequence[str],
    gap: float,
    anchor: str,
    sizes: Sizes,
) -> None:
    """A text beside each line's first (0) or last (-1) point, moved apart where they would meet."""
    points = [line.points[end] for line in drawn]
    heights = spread([point.value for point in points], gap)
    for line, point, height, text in zip(drawn, points, heights, texts, strict=True):
        add_label(figure, line, point.middle, height, text, anchor, sizes)


def add_label(
    figure: graph_objects.Figure, line: Line, x: float, y: float, text: str, anchor: str, sizes: Sizes
) -> None:
    shift = sizes.mark if anchor == "left" else -sizes.mark
    figure.add_annotation(
        x=x,
        y=y,
        text=text,
        xanchor=anchor,
        align="left",
        yanchor="middle",
        xshift=shift,
        showarrow=False,
        font={"color": line.style.colour, "size": sizes.axis},
    )


def spread(values: Sequence[float], gap: float) -> list[float]:
    """Heights for labels beside `values`: no two closer than `gap`. [50, 51] by 4 -> [48.5, 52.5]."""
    order = sorted(range(len(values)), key=lambda index: values[index])
    placed: dict[int, float] = {}
    floor = -math.inf
    for index in order:
        placed[index] = max(values[index], floor)
        floor = placed[index] + gap
    lift = sum(placed[index] - values[index] for index in order) / len(order) if order else 0.0
    return [placed[index] - lift for index in range(len(values))]
