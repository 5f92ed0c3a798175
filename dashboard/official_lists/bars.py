"""The numbers of one area as bars against the lines of a list: each on a scale of its own, so that the lines meet."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from plotly import graph_objects

from dashboard.charts import theme
from dashboard.charts.theme import Sizes
from dashboard.charts.time_series import GRID, template
from dashboard.i18n.words import N_, Words

READING = N_(
    "Hver søjle måles mod sit eget kriteriums grænse, den lodrette streg; på den grå side af den er kriteriet opfyldt."
)
LONGEST = 2.0  # of a threshold: a longer bar is cut, its number is not
CHARACTERS = 46  # of a bold line on a telephone
PLAIN = 55  # and of one that is not


@dataclass(frozen=True)
class Bar:
    """A criterion: its name with the line, its number and side in words, and the number as a share of the line."""

    name: str
    told: str
    share: float | None
    is_met: bool | None
    is_below: bool = False  # the criterion is met under the line

    @property
    def lines(self) -> list[str]:
        named = [f"<b>{html.escape(text)}</b>" for text in textwrap.wrap(self.name, CHARACTERS)]
        return [*named, *map(html.escape, textwrap.wrap(self.told, PLAIN))]


def figure(drawn: Sequence[Bar], *, words: Words, sizes: Sizes) -> graph_objects.Figure:
    """A row a criterion: its words, and under them the bar with the line across it."""
    heights = [len(bar.lines) + 1.9 for bar in drawn]
    total = sum(heights)
    tops = [total - sum(heights[:position]) for position in range(len(heights))]
    bottoms = [top - height for top, height in zip(tops, heights, strict=True)]
    chart = graph_objects.Figure(
        layout={
            "template": template(words, sizes),
            "height": int(total * sizes.axis * 1.35) + 8,
            "margin": {"t": 0, "l": 0, "r": 0, "b": 0},
        }
    )
    sized = [(min(bar.share, LONGEST), bottom, bar) for bar, bottom in zip(drawn, bottoms, strict=True) if bar.share]
    chart.add_bar(
        x=[share for share, _, _ in sized],
        y=[bottom + 1.2 for _, bottom, _ in sized],
        width=0.8,
        orientation="h",
        hoverinfo="skip",
        marker={
            "color": [theme.ACCENT if bar.is_met else "rgba(255,255,255,0)" for _, _, bar in sized],
            "line": {"color": theme.ACCENT, "width": 1.5},
        },
    )
    for bar, top, bottom in zip(drawn, tops, bottoms, strict=True):
        chart.add_annotation(
            x=0,
            xref="paper",
            y=top,
            xanchor="left",
            yanchor="top",
            align="left",
            borderpad=0,
            showarrow=False,
            text="<br>".join(bar.lines),
            font={"size": sizes.axis, "color": theme.TEXT},
        )
        met = (0, 1) if bar.is_below else (1, LONGEST)
        chart.add_shape(
            x0=met[0], x1=met[1], y0=bottom + 0.6, y1=bottom + 1.8, fillcolor=GRID, line_width=0, layer="below"
        )
        chart.add_shape(x0=1, x1=1, y0=bottom + 0.5, y1=bottom + 1.9, line={"color": theme.TEXT, "width": sizes.line})
    chart.update_xaxes(visible=False, range=[0, LONGEST])
    chart.update_yaxes(visible=False, range=[0, total])
    return chart


def alt(title: str, drawn: Sequence[Bar]) -> str:
    """The sentence that stands for the bars."""
    return f"{title}. {'; '.join(f'{bar.name}: {bar.told}' for bar in drawn)}."
