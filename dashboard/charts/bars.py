"""Bar charts: changes in per cent, numbers of persons, and the sentence that stands for each of them."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping

import pandas
from plotly import graph_objects

from dashboard.charts import theme
from dashboard.charts.theme import Sizes
from dashboard.charts.time_series import styles, template
from dashboard.i18n import labels
from dashboard.i18n.words import Words


def changes(
    rows: pandas.DataFrame, names: Mapping[str, str], roles: Mapping[str, str], words: Words
) -> pandas.DataFrame:
    """Observations as the bars of `change_bars`: each named by its area, age group and kind of offence."""
    ages = ["" if group == "all" else f", {labels.age_group(group, words)}" for group in rows["age_group"]]
    kinds = ["" if kind == "all" else f", {labels.codes(labels.BREAKDOWNS, kind, words)}" for kind in rows["breakdown"]]
    return rows.assign(
        role=rows["area_id"].map(roles).fillna("other"),
        name=rows["area_id"].map(names).fillna(rows["area_id"]) + ages + kinds,
    )


def change_bars(changes: pandas.DataFrame, *, words: Words, sizes: Sizes, decimals: int = 0) -> graph_objects.Figure:
    """Changes in per cent as bars from zero, each with its name and number.

    `changes`: indicator_id, role, name, value. Raises ValueError if two measures are mixed.
    """
    if changes["indicator_id"].nunique() > 1:
        raise ValueError(f"two measures in one chart: {sorted(changes['indicator_id'].unique())}")
    rows = changes.dropna(subset="value").iloc[::-1]
    figure = graph_objects.Figure(
        layout={
            "template": template(words, sizes),
            "height": bars_height(len(rows), sizes, 3.2),
            "bargap": 0.6,
            "margin_t": 0,
        }
    )
    figure.add_bar(
        x=rows["value"],
        y=list(range(len(rows))),
        orientation="h",
        hoverinfo="skip",
        cliponaxis=False,
        marker_color=[style.colour for style in styles(rows["role"])],
        text=[f"<b>{change(value, words, decimals)}</b>" for value in rows["value"]],
        textposition="outside",
        textfont={"size": sizes.axis, "color": theme.TEXT},
    )
    for position, name in enumerate(rows["name"]):
        add_row_label(figure, position, html.escape(name), sizes)
    edge = rows["value"].abs().max() * 1.25 if len(rows) else 1
    low, high = (-edge if rows["value"].lt(0).any() else 0), (edge if rows["value"].gt(0).any() else 0)
    figure.update_xaxes(visible=False, range=[low, high])
    figure.update_yaxes(visible=False, range=[-0.3, len(rows) - 0.3])
    figure.add_vline(x=0, line={"color": theme.QUIET, "width": 1.5})
    return figure


def bars_height(rows: int, sizes: Sizes, lines_a_row: float) -> int:
    """Room for the rows of a bar chart: each a bar, the lines of its name above it, and air."""
    return int(sizes.axis * lines_a_row * max(rows, 1)) + 16


def add_row_label(figure: graph_objects.Figure, position: int, text: str, sizes: Sizes) -> None:
    """The name of a bar, above it and from the left edge: it keeps its full width on a telephone."""
    figure.add_annotation(
        x=0,
        xref="paper",
        y=position + 0.22,
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


def count_bars(counts: pandas.DataFrame, *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """Numbers of persons as bars from zero, each with its name and number, under the heading of its group.

    `counts`: group (may be empty), name, value; in the order they are drawn.
    """
    rows = counts.reset_index(drop=True)
    heads = rows["group"].ne(rows["group"].shift()) & rows["group"].ne("")
    texts = [
        "<br>".join(
            [*([f"<b>{html.escape(row.group)}</b>"] if is_head else []), *map(html.escape, textwrap.wrap(row.name, 46))]
        )
        for row, is_head in zip(rows.itertuples(index=False), heads, strict=True)
    ]
    heights = [text.count("<br>") + 2.3 + is_head for text, is_head in zip(texts, heads, strict=True)]
    total = sum(heights)
    bottoms = [total - sum(heights[: position + 1]) + 0.4 for position in range(len(heights))]
    figure = graph_objects.Figure(
        layout={
            "template": template(words, sizes),
            "height": int(total * sizes.axis * 1.3) + 16,
            "margin_t": 0,
        }
    )
    figure.add_bar(
        x=rows["value"],
        y=[bottom + 0.4 for bottom in bottoms],
        width=0.8,
        orientation="h",
        hoverinfo="skip",
        marker_color=theme.ACCENT,
        cliponaxis=False,
        textposition="outside",
        constraintext="none",
        text=[f"<b>{words.number(value)}</b>" for value in rows["value"]],
        textfont={"size": sizes.axis, "color": theme.TEXT},
    )
    for bottom, text in zip(bottoms, texts, strict=True):
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
    figure.update_xaxes(visible=False, range=[0, max(rows["value"].max(), 1) * 1.2])
    figure.update_yaxes(visible=False, range=[0, total])
    return figure


def change_alt(title: str, changes: pandas.DataFrame, words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a chart of changes."""
    rows = changes.dropna(subset="value")
    parts = [f"{row.name}: {change(row.value, words, decimals)}" for row in rows.itertuples(index=False)]
    return f"{title}. {'; '.join(parts)}."


def count_alt(title: str, counts: pandas.DataFrame, words: Words) -> str:
    """The sentence that stands for bars of numbers."""
    parts = [
        f"{row.group + ': ' if row.group else ''}{row.name} {words.number(row.value)}"
        for row in counts.itertuples(index=False)
    ]
    return f"{title}. {'; '.join(parts)}."
