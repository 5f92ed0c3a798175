"""The spine of one area: each number between the lowest and the highest of its level, with the reference in the middle.

As the spine charts of Public Health England's Fingertips: every row is stretched by itself, so that the reference
stands on one line; the number farther from it, lowest or highest, reaches the edge. Right is higher, not better.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plotly import graph_objects

from dashboard.barometer.choices import Asked
from dashboard.barometer.element_data import COMPARED, SIGNS, position
from dashboard.charts import theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.barometer_summary import Spread
from data.contracts import Indicator

ROW = 3.4  # of the type size
OUTER, INNER = "#d9e0e7", "#aab7c4"
UNSHADED = "#ffffff"


@dataclass(frozen=True)
class SpineLine:
    """A row of the spine as texts and numbers."""

    indicator: str
    period: str
    unit: str
    value: float
    low: float | None
    high: float | None
    held: float | None
    compared: str
    lowest: float
    lower: float
    median: float
    upper: float
    highest: float
    count: int
    indicator_id: str
    area_id: str


def figure(
    spreads: Sequence[Spread], asked: Asked, indicators: Mapping[str, Indicator], words: Words, sizes: Sizes
) -> graph_objects.Figure:
    chart = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "height": int(sizes.axis * (ROW * len(spreads) + 2)),
            "margin": {"t": sizes.axis, "b": sizes.axis, "l": sizes.mark, "r": sizes.mark},
            "showlegend": False,
            "xaxis": {"range": [-1.08, 1.08], "visible": False},
            "yaxis": {"range": [len(spreads) - 0.3, -0.7], "visible": False},
        }
    )
    for place, spread in enumerate(spreads):
        add_row(chart, place, spread, asked, indicators[spread.cell.indicator_id], words, sizes)
    chart.add_shape(type="line", x0=0, x1=0, y0=-0.25, y1=len(spreads) - 0.55, line={"color": theme.TEXT, "width": 2})
    return chart


def middle(spread: Spread) -> float:
    """What stands in the middle: the reference's number, or where it has none the median of the areas."""
    return spread.median if spread.held is None else spread.held


def scaled(number: float, spread: Spread) -> float:
    """From -1 to 1: the lowest or the highest is at the edge, the reference at 0."""
    centre = middle(spread)
    reach = max(abs(spread.lowest - centre), abs(spread.highest - centre))
    return (number - centre) / reach if reach else 0.0


def add_row(
    chart: graph_objects.Figure, place: int, spread: Spread, asked: Asked, indicator: Indicator, words: Words,
    sizes: Sizes,
) -> None:  # fmt: skip
    cell, shades = spread.cell, dict(zip(COMPARED, theme.compared(indicator.direction), strict=True))
    for low, high, colour in ((spread.lowest, spread.highest, OUTER), (spread.lower, spread.upper, INNER)):
        chart.add_shape(
            type="rect",
            x0=scaled(low, spread),
            x1=scaled(high, spread),
            y0=place - 0.05,
            y1=place + 0.25,
            fillcolor=colour,
            line={"width": 0},
            layer="below",
        )
    limits = None if cell.low is None or cell.high is None or cell.value is None else (cell.low, cell.high)
    at = scaled(cell.value or 0.0, spread)
    chart.add_scatter(
        x=[at],
        y=[place + 0.1],
        mode="markers",
        hoverinfo="skip",
        marker={
            "size": sizes.mark * 1.5,
            "color": shades.get(spread.comparison, UNSHADED),
            "line": {"color": theme.TEXT, "width": 2},
            "symbol": "circle",
        },
        error_x=None
        if limits is None
        else {
            "type": "data",
            "symmetric": False,
            "array": [scaled(limits[1], spread) - at],
            "arrayminus": [at - scaled(limits[0], spread)],
            "color": theme.TEXT,
            "thickness": 2,
        },
    )
    chart.add_annotation(
        x=-1.06,
        y=place - 0.3,
        xanchor="left",
        showarrow=False,
        align="left",
        font={"size": sizes.axis},
        text=label(spread, asked, indicator, words),
    )


def label(spread: Spread, asked: Asked, indicator: Indicator, words: Words) -> str:
    """Alene grundskole 41,2 % (2023) ▲ over landet."""
    cell = spread.cell
    parts = [
        html.escape(words.text(indicator.name)),
        f"<b>{html.escape(labels.quantity(cell.value, indicator, words))}</b>",
        f"({words.period(cell.period_start, cell.period_end)})",
        SIGNS[spread.comparison],
        html.escape(position(spread.comparison, asked, words)),
    ]
    return " ".join(part for part in parts if part)


def line(spread: Spread, asked: Asked, indicator: Indicator, words: Words) -> SpineLine:
    cell = spread.cell
    return SpineLine(
        indicator=words.text(indicator.name),
        period=words.period(cell.period_start, cell.period_end),
        unit=labels.unit(indicator, words),
        value=cell.value or 0.0,
        low=cell.low,
        high=cell.high,
        held=spread.held,
        compared=position(spread.comparison, asked, words),
        lowest=spread.lowest,
        lower=spread.lower,
        median=spread.median,
        upper=spread.upper,
        highest=spread.highest,
        count=spread.count,
        indicator_id=cell.indicator_id,
        area_id=cell.area_id,
    )


def columns(words: Words) -> list[Column]:
    headings = {
        "value": words("Værdi"),
        "low": words("Nedre grænse (95 %)"),
        "high": words("Øvre grænse (95 %)"),
        "held": words("Sammenligningens værdi"),
        "lowest": words("Laveste"),
        "lower": words("Nedre kvartil"),
        "median": words("Median"),
        "upper": words("Øvre kvartil"),
        "highest": words("Højeste"),
    }
    return [
        Column("indicator", words("Nøgletal")),
        Column("period", words("Periode")),
        Column("unit", words("Enhed")),
        *(Column(field, heading, "number", 2, field in ("low", "high", "held")) for field, heading in headings.items()),
        Column("compared", words("Sammenligning")),
        Column("count", words("Områder med tal"), "number"),
        Column("area_id", words("Område (kode)"), "code"),
        Column("indicator_id", words("Nøgletal (kode)"), "code"),
    ]


def sentence(spreads: Sequence[Spread], asked: Asked, name: str, words: Words) -> str:
    """How many of the numbers lie above and below, and where the middle is no reference."""
    above, below = (sum(spread.comparison == code for spread in spreads) for code in ("above", "below"))
    compared = sum(spread.comparison in COMPARED for spread in spreads)
    parts = [
        words(
            "{name} er {above} på {n} og {below} på {m} af {all} nøgletal, der kan sammenlignes.",
            name=name,
            above=position("above", asked, words),
            below=position("below", asked, words),
            n=words.number(above),
            m=words.number(below),
            all=words.number(compared),
        )
        if compared
        else words("Ingen af tallene for {name} kan sammenlignes: de har ikke noget 95 %-interval.", name=name),
        words(
            "Hver bjælke går fra det laveste til det højeste af områdernes tal, den mørke del er den midterste "
            "halvdel; midterlinjen er sammenligningen, og højre er højere, ikke bedre."
        ),
    ]
    without = sum(spread.held is None for spread in spreads)
    if without:
        parts.append(
            words(
                "Sammenligningen har intet tal på {n} af {all}: dér er midterlinjen områdernes median.",
                n=words.number(without),
                all=words.number(len(spreads)),
            )
        )
    return " ".join(parts)
