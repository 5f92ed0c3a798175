"""Bar charts: changes in per cent, how far criteria are, and the sentence that stands for each of them."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Mapping

import pandas
from plotly import graph_objects

from dashboard import labels, theme
from dashboard.figures import TICKS, styles, template
from dashboard.theme import Sizes
from dashboard.words import Words

SEGMENTS = ((theme.SEQUENTIAL[-1], "white"), (theme.SEQUENTIAL[1], theme.TEXT))  # fill and ink, in turn


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
        layout={"template": template(words, sizes), "height": bars_height(len(rows), sizes, 3.2), "bargap": 0.6,
                "margin_t": 0}
    )
    figure.add_bar(
        x=rows["value"], y=list(range(len(rows))), orientation="h", hoverinfo="skip", cliponaxis=False,
        marker_color=[style.colour for style in styles(rows["role"])],
        text=[f"<b>{change(value, words, decimals)}</b>" for value in rows["value"]],
        textposition="outside", textfont={"size": sizes.axis, "color": theme.TEXT},
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
        x=0, xref="paper", y=position + 0.22, text=text, xanchor="left", yanchor="bottom", align="left",
        showarrow=False, font={"size": sizes.axis, "color": theme.TEXT}, bgcolor="rgba(255,255,255,0.85)",
    )


def change(value: float, words: Words, decimals: int = 0) -> str:
    return words.signed(value, decimals) + (" %" if words.language == "da" else "%")


def progress_bars(progress: pandas.DataFrame, *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """How far every criterion is: the projects' numbers one after the other, in per cent of the target (the line).

    `progress`: criterion, project, value, target, double_counted; a criterion without a value still has its row.
    """
    criteria = list(progress["criterion"].drop_duplicates())[::-1]
    figure = graph_objects.Figure(
        layout={
            "template": template(words, sizes), "barmode": "stack", "bargap": 0.66, "margin_t": 0,
            "height": bars_height(len(criteria), sizes, 5) + sizes.axis * 4,
            "uniformtext": {"minsize": sizes.axis - 2, "mode": "hide"},
        }
    )
    for order, rows in progress.dropna(subset="value").groupby(progress.groupby("criterion").cumcount()):
        add_segments(figure, rows, criteria, order, words, sizes)
    shares = (100 * progress["value"] / progress["target"]).groupby(progress["criterion"]).sum()
    figure.add_vline(x=100, line={"color": theme.TEXT, "width": sizes.line})
    for position, criterion in enumerate(criteria):
        text = "<br>".join(html.escape(part) for part in textwrap.wrap(criterion, 44))
        add_row_label(figure, position, f"{text} <b>{words.share(shares[criterion] / 100)}</b>", sizes)
    figure.update_xaxes(
        range=[0, max(110, shares.max() * 1.05)], ticksuffix=" %", nticks=TICKS, ticks="",
        title={"text": words("Nået i pct. af målet (den lodrette streg)"), "standoff": sizes.axis}, linewidth=0,
        zeroline=False,
    )
    figure.update_yaxes(visible=False, range=[-0.3, len(criteria) - 0.3])
    return figure


def add_segments(
    figure: graph_objects.Figure,
    rows: pandas.DataFrame,
    criteria: list[str],
    order: int,
    words: Words,
    sizes: Sizes,
) -> None:
    """The n-th project of every criterion. What the source counts twice is hatched."""
    fill, ink = SEGMENTS[order % len(SEGMENTS)]
    labels = [f"{row.project} {words.number(row.value)}" for row in rows.itertuples()]
    figure.add_bar(
        x=100 * rows["value"] / rows["target"],
        y=[criteria.index(criterion) for criterion in rows["criterion"]],
        orientation="h",
        text=[html.escape(label) for label in labels],
        hovertext=[html.escape(label) for label in labels],
        hoverinfo="text",
        textposition="inside",
        insidetextanchor="start",
        textfont={"color": ink, "size": sizes.axis},
        marker={
            "color": fill, "line": {"color": "white", "width": 2},
            "pattern": {"shape": ["/" if double else "" for double in rows["double_counted"]], "fillmode": "overlay",
                        "fgcolor": theme.QUIET, "fgopacity": 0.6, "solidity": 0.1, "size": 10},
        },
    )


def change_alt(title: str, changes: pandas.DataFrame, words: Words, decimals: int = 0) -> str:
    """The sentence that stands for a chart of changes."""
    rows = changes.dropna(subset="value")
    parts = [f"{row.name}: {change(row.value, words, decimals)}" for row in rows.itertuples(index=False)]
    return f"{title}. {'; '.join(parts)}."


def progress_alt(title: str, progress: pandas.DataFrame, words: Words) -> str:
    """The sentence that stands for the progress bars."""
    parts = []
    for criterion, rows in progress.groupby("criterion", sort=False):
        reached = rows["value"].sum(min_count=1)
        share = words.share(reached / rows["target"].iloc[0]) or words("ikke opgjort")
        parts.append(f"{criterion}: {share}")
    return words("{title}, nået i forhold til målet. {parts}.", title=title, parts="; ".join(parts))
