"""Bar charts: changes in per cent, numbers of persons, and the sentence that stands for each of them."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plotly import graph_objects

from dashboard.charts import theme
from dashboard.charts.lines import one_measure, styles
from dashboard.charts.theme import Sizes
from dashboard.charts.time_series import template
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.contracts import Observation

CHARACTERS = 46  # of a name on one line of a telephone
ROW, LINE = 3.2, 1.3  # of the type size: a bar with a name of one line above it and air; a further line of the name


@dataclass(frozen=True)
class Bar:
    """A change under its name; `role` is the part its area plays (`lines.Group`)."""

    name: str
    role: str
    value: float


def changes(rows: Sequence[Observation], names: Mapping[str, str], roles: Mapping[str, str], words: Words) -> list[Bar]:
    """The observations that have a number as bars, each named by its area, age group and kind of offence.

    Raises ValueError where two measures are mixed.
    """
    one_measure(rows)
    return [
        Bar(bar_name(row, names, words), roles.get(row.area_id, "other"), row.value)
        for row in rows
        if row.value is not None
    ]


def bar_name(row: Observation, names: Mapping[str, str], words: Words) -> str:
    parts = [names.get(row.area_id, row.area_id)]
    if row.age_group != "all":
        parts.append(labels.age_group(row.age_group, words))
    if row.breakdown != "all":
        parts.append(labels.codes(labels.BREAKDOWNS, row.breakdown, words))
    return ", ".join(parts)


def change_range(values: Iterable[float | None]) -> tuple[float, float]:
    """The scale of charts of changes that are compared: zero and every value, with room for the numbers beside bars."""
    found = [value for value in values if value is not None]
    edge = 1.25 * max(map(abs, found), default=1)
    return (-edge if any(value < 0 for value in found) else 0, edge if any(value > 0 for value in found) else 0)


def change_bars(
    changes: Sequence[Bar], scale: tuple[float, float], *, words: Words, sizes: Sizes, decimals: int = 0
) -> graph_objects.Figure:
    """Changes in per cent as bars from zero, each with its name and number. `scale` as of `change_range`."""
    bars = changes[::-1]  # Plotly counts rows from below
    values = [bar.value for bar in bars]
    names = [textwrap.wrap(bar.name, CHARACTERS) or [""] for bar in bars]
    rows = [1 + (len(name) - 1) * LINE / ROW for name in names]
    places = [sum(rows[:position]) for position in range(len(rows))]
    figure = graph_objects.Figure(
        layout={
            "template": template(words, sizes),
            "height": bars_height(sum(rows), sizes, ROW),
            "margin_t": 0,
        }
    )
    figure.add_bar(
        x=values,
        y=places,
        width=0.4,
        orientation="h",
        hoverinfo="skip",
        cliponaxis=False,
        marker_color=[style.colour for style in styles(bar.role for bar in bars)],
        text=[f"<b>{change(value, words, decimals)}</b>" for value in values],
        textposition="outside",
        textfont={"size": sizes.axis, "color": theme.TEXT},
    )
    for place, name in zip(places, names, strict=True):
        add_row_label(figure, place, "<br>".join(map(html.escape, name)), sizes)
    figure.update_xaxes(visible=False, range=list(scale))
    figure.update_yaxes(visible=False, range=[-0.3, sum(rows) - 0.3])
    figure.add_vline(x=0, line={"color": theme.QUIET, "width": 1.5})
    return figure


def bars_height(rows: float, sizes: Sizes, lines_a_row: float) -> int:
    """Room for the rows of a bar chart: each a bar, the lines of its name above it, and air."""
    return int(sizes.axis * lines_a_row * max(rows, 1)) + 16


def add_row_label(figure: graph_objects.Figure, place: float, text: str, sizes: Sizes) -> None:
    """The name of a bar, above it and from the left edge: it keeps its full width on a telephone."""
    figure.add_annotation(
        x=0,
        xref="paper",
        y=place + 0.22,
        text=text,
        xanchor="left",
        yanchor="bottom",
        align="left",
        showarrow=False,
        font={"size": sizes.axis, "color": theme.TEXT},
        bgcolor="rgba(255,255,255,0.85)",
    )


def change(value: float, words: Words, decimals: int = 0) -> str:
    return words.signed(value, decimals) + words.of_language.percent


@dataclass(frozen=True)
class Count:
    """A number of persons under its name, and the heading of its group; no heading where `group` is empty."""

    group: str
    name: str
    value: int


def count_bars(counts: Sequence[Count], *, words: Words, sizes: Sizes, most: int = 1) -> graph_objects.Figure:
    """Numbers of persons as bars from zero in the order given, each with its name and number, under its heading.

    `most`: the largest number of the figures that have one scale.
    """
    heads = [
        bool(count.group) and (before is None or before.group != count.group)
        for before, count in zip((None, *counts), counts, strict=False)
    ]
    texts = [count_label(count, is_head) for count, is_head in zip(counts, heads, strict=True)]
    heights = [text.count("<br>") + 2.3 + is_head for text, is_head in zip(texts, heads, strict=True)]
    total = sum(heights)
    bottoms = [total - sum(heights[: position + 1]) + 0.4 for position in range(len(heights))]
    values = [count.value for count in counts]
    figure = graph_objects.Figure(
        layout={
            "template": template(words, sizes),
            "height": int(total * sizes.axis * 1.3) + 16,
            "margin_t": 0,
        }
    )
    figure.add_bar(
        x=values,
        y=[bottom + 0.4 for bottom in bottoms],
        width=0.8,
        orientation="h",
        hoverinfo="skip",
        marker_color=theme.ACCENT,
        cliponaxis=False,
        textposition="outside",
        constraintext="none",
        text=[f"<b>{words.number(value)}</b>" for value in values],
        textfont={"size": sizes.axis, "color": theme.TEXT},
    )
    for bottom, text in zip(bottoms, texts, strict=True):
        add_count_label(figure, bottom, text, sizes)
    figure.update_xaxes(visible=False, range=[0, max([*values, most]) * 1.2])
    figure.update_yaxes(visible=False, range=[0, total])
    return figure


def count_label(count: Count, is_head: bool) -> str:
    head = [f"<b>{html.escape(count.group)}</b>"] if is_head else []
    return "<br>".join([*head, *map(html.escape, textwrap.wrap(count.name, CHARACTERS))])


def add_count_label(figure: graph_objects.Figure, bottom: float, text: str, sizes: Sizes) -> None:
    figure.add_annotation(
        x=0,
        xref="paper",
        y=bottom + 0.85,
        text=text,
        xanchor="left",
        yanchor="bottom",
        align="left",
        showarrow=False,
        font={"size": sizes.axis, "color": theme.TEXT},
    )


def change_alt(title: str, changes: Sequence[Bar], words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a chart of changes."""
    return f"{title}. {'; '.join(f'{bar.name}: {change(bar.value, words, decimals)}' for bar in changes)}."


def count_alt(title: str, counts: Sequence[Count], words: Words) -> str:
    """The sentence that stands for bars of numbers."""
    parts = [f"{count.group + ': ' if count.group else ''}{count.name} {words.number(count.value)}" for count in counts]
    return f"{title}. {'; '.join(parts)}."
