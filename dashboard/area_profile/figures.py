"""The charts of an area's profile: its key figures beside larger areas, and small charts of one indicator over time."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import replace

import pandas
from plotly import graph_objects

from dashboard.area_profile import key_figures
from dashboard.area_profile.key_figures import Figures, KeyFigure
from dashboard.area_profile.profile import Profile
from dashboard.charts import dots, frame, time_series
from dashboard.charts.dots import Dot, Row
from dashboard.charts.end_labels import add_end_labels
from dashboard.charts.lines import Line, point_of, styles, value_range
from dashboard.charts.theme import Sizes
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.contracts import Break

WIDTH, HEIGHT = 25, 17  # of the type size
LEFT = 4  # of the type size: room for the numbers of the value axis, the same in all, so that they line up
CHARACTERS = 50  # of a row's name on one line of a telephone
TITLE_CHARACTERS, TITLE_ROWS = 40, 2
TOLD = ("name", "number", *(whole.cell for whole in key_figures.WHOLES))  # columns of the table of key figures


def comparison(profile: Profile, shown: Figures, sizes: Sizes) -> graph_objects.Figure | None:
    """The key figures that have an interval, as dots beside the municipality's and the country's; None without any."""
    scales: dict[str, list[Row]] = {}
    for figure in shown:
        if figure.has_interval and figure.indicator.unit != "count":
            scales.setdefault(labels.unit(figure.indicator, profile.words), []).append(row(profile, figure))
    return dots.figure(scales, words=profile.words, sizes=sizes, legend=True) if scales else None


def comparison_alt(table: pandas.DataFrame, shown: Figures, words: Words) -> str:
    """The sentence that stands for the picture: every number with its interval and what it is held against.

    `table`: the columns of `key_figures.table`, a row for each of `shown`.
    """
    parts = [
        ", ".join(filter(None, (f"{name} {number}", *beside)))
        for figure, name, number, *beside in zip(shown, *(table[column] for column in TOLD), strict=True)
        if figure.has_interval
    ]
    return f"{words('Nøgletal')}. {'; '.join(parts)}."


def row(profile: Profile, figure: KeyFigure) -> Row:
    """A key figure and what it is held against; the area's own dot and interval on top."""
    amount = labels.quantity(figure.row.value, figure.indicator, profile.words)
    label = "<br>".join(html.escape(part) for part in textwrap.wrap(f"{amount} {figure.name}", CHARACTERS))
    looks = dict(zip(profile.line_names, styles(profile.line_names), strict=True))
    found = [
        Dot(profile.line_names[whole.role], looks[whole.role], beside.value)
        for whole in reversed(key_figures.WHOLES)
        if (beside := figure.held.get(whole.role)) and beside.value is not None
    ]
    if point := point_of(figure.row):
        found.append(Dot(profile.line_names["area"], looks["area"], point.value, point.interval))
    return Row(label.replace(amount, f"<b>{amount}</b>", 1), tuple(found))


def panel(
    drawn: Sequence[Line],
    title: str,
    *,
    unit: str,
    words: Words,
    sizes: Sizes,
    decimals: int = 0,
    breaks: Sequence[Break] = (),
) -> graph_objects.Figure:
    """One indicator over time under its title; each line is named at its end. `breaks` are named elsewhere."""
    limits = value_range(drawn)
    small = replace(sizes, line=sizes.line - 1, mark=sizes.mark * 2 // 3, chart_height=sizes.axis * HEIGHT)
    heading = [html.escape(part) for part in textwrap.wrap(title, TITLE_CHARACTERS)]
    top = 1.4 * (max(len(heading), TITLE_ROWS) + 1) + 0.8
    figure = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "width": sizes.axis * WIDTH,
            "height": sizes.axis * (HEIGHT + top),
            "margin": {"t": int(sizes.axis * top), "l": sizes.axis * LEFT, "b": 0},
        }
    )
    name = f"<b>{'<br>'.join(heading)}</b><br>{html.escape(unit)}"
    frame.add_name(figure, name, sizes, xshift=-sizes.axis * LEFT, borderpad=0)
    for line in drawn:
        time_series.add_interval(figure, line)
        time_series.add_line(figure, line, unit, words, small, decimals)
    frame.add_break_lines(figure, breaks)
    add_end_labels(figure, drawn, limits, words, small, decimals)
    figure.update_yaxes(range=list(limits), nticks=4, automargin=False)
    figure.update_xaxes(**time_series.end_ticks(drawn, words))
    return figure
