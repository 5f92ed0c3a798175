"""How the work runs from quarter to quarter: what can be seen long before the figures of crime can tell anything."""

from __future__ import annotations

import html
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas
from plotly import graph_objects

from dashboard.charts import frame, theme, time_series
from dashboard.charts.theme import Sizes
from dashboard.i18n import cooperation_labels, labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.contracts import PROCESS_MEASURES, ProcessMeasure

DAYS = "days_to_contact"
LOOKS = {"all": ("circle", "solid"), "under_18": ("circle", "solid"), "18_plus": ("square", "dash")}
OTHER_LOOK = ("diamond", "dot")
WIDTH, HEIGHT = 25, 17  # of the type size: one fits on a telephone, three beside each other on a desk
TITLE_CHARACTERS, TITLE_TALL = 42, 1.4
ROOM = 3.4  # quarters, for the names of the lines behind their ends
EDGE = 0.7  # quarters


@dataclass(frozen=True)
class Quarter:
    """A measure of a quarter, summed over the areas: a share in per cent, or days. `value` and `out_of` as given."""

    measure: str
    age_group: str
    quarter: str
    value: float
    out_of: int

    @property
    def drawn(self) -> float:
        return self.value if self.measure == DAYS or not self.out_of else 100 * self.value / self.out_of


def quarters(rows: Iterable[ProcessMeasure]) -> list[Quarter]:
    """The measures by quarter, in the order of the contract; numbers are added over areas, days only if there is one.

    A median of several areas cannot be made from their medians: it is left out.
    """
    cells: dict[tuple[str, str, str], list[ProcessMeasure]] = {}
    for row in rows:
        cells.setdefault((row.measure, row.age_group, row.quarter), []).append(row)
    found = [
        Quarter(*key, value=sum(row.value for row in given), out_of=sum(row.out_of for row in given))
        for key, given in cells.items()
        if key[0] != DAYS or len(given) == 1
    ]
    return sorted(
        found, key=lambda row: (PROCESS_MEASURES.index(row.measure), row.age_group != "under_18", row.quarter)
    )


def told(row: Quarter, words: Words) -> str:
    """18 af 26 (69 %), or 10 dage."""
    if row.measure == DAYS:
        return words.plural("{n} dag", "{n} dage", round(row.value))
    if not row.out_of:
        return words("ingen")
    return words(
        "{n} af {all} ({share})",
        n=words.number(row.value),
        all=words.number(row.out_of),
        share=words.share(row.value / row.out_of),
    )


def quarter_name(quarter: str, words: Words) -> str:
    """2026-Q3 -> 3. kvartal 2026."""
    year, _, number = quarter.partition("-Q")
    return words("{n}. kvartal {year}", n=number, year=year)


def period(rows: Sequence[Quarter], words: Words) -> str:
    """The first and the last quarter with a count; empty without any."""
    if not rows:
        return ""
    ends = dict.fromkeys((min(row.quarter for row in rows), max(row.quarter for row in rows)))
    return "–".join(quarter_name(quarter, words) for quarter in ends)


def panels(rows: Sequence[Quarter], words: Words, sizes: Sizes) -> dict[str, graph_objects.Figure]:
    """A small chart a measure, by its text alternative."""
    found = {}
    for measure in dict.fromkeys(row.measure for row in rows):
        of_measure = [row for row in rows if row.measure == measure]
        title = words(cooperation_labels.PROCESS_MEASURES[measure])
        by_age = {age: [row for row in of_measure if row.age_group == age] for age in ages(of_measure)}
        told_lines = "; ".join(f"{labels.age_group(age, words)} {span(given, words)}" for age, given in by_age.items())
        found[f"{title}. {told_lines}."] = figure(title, by_age, words, sizes)
    return found


def ages(rows: Iterable[Quarter]) -> list[str]:
    return list(dict.fromkeys(row.age_group for row in rows))


def span(rows: Sequence[Quarter], words: Words) -> str:
    """Fra 12 af 24 (50 %) i 1. kvartal 2025 til 18 af 26 (69 %) i 3. kvartal 2026."""
    first, last = rows[0], rows[-1]
    return words(
        "fra {before} i {start} til {after} i {end}",
        before=told(first, words),
        start=quarter_name(first.quarter, words),
        after=told(last, words),
        end=quarter_name(last.quarter, words),
    )


def figure(title: str, by_age: Mapping[str, Sequence[Quarter]], words: Words, sizes: Sizes) -> graph_objects.Figure:
    """A line an age group, told apart by sign and dash; its name stands at its end."""
    heading = [html.escape(part) for part in textwrap.wrap(title, TITLE_CHARACTERS)]
    chart = graph_objects.Figure(
        layout={
            "template": time_series.template(words, sizes),
            "width": sizes.axis * WIDTH,
            "height": sizes.axis * HEIGHT,
            "margin": {"t": int(sizes.axis * TITLE_TALL * 3), "l": 8, "r": 8, "b": 8},
        }
    )
    frame.add_name(chart, f"<b>{'<br>'.join(heading)}</b>", sizes)
    names = sorted({row.quarter for rows in by_age.values() for row in rows})
    for age, rows in by_age.items():
        symbol, dash = LOOKS.get(age, OTHER_LOOK)
        chart.add_scatter(
            x=[names.index(row.quarter) for row in rows],
            y=[row.drawn for row in rows],
            mode="lines+markers",
            line={"color": theme.ACCENT, "width": sizes.line, "dash": dash},
            marker={"symbol": symbol, "size": sizes.mark, "color": theme.ACCENT},
            text=[html.escape(f"{labels.age_group(age, words)}: {told(row, words)}") for row in rows],
            hovertemplate="%{text}<extra></extra>",
        )
        if len(by_age) > 1:
            chart.add_annotation(
                x=len(names) - 1,
                y=rows[-1].drawn,
                text=html.escape(labels.age_group(age, words)),
                showarrow=False,
                xanchor="left",
                xshift=sizes.mark,
                font={"size": sizes.axis, "color": theme.TEXT},
            )
    measure = next(iter(by_age.values()))[0].measure
    room = ROOM if len(by_age) > 1 else EDGE
    per_cent = words.share(1).removeprefix(words.number(100))
    chart.update_yaxes(rangemode="tozero", ticksuffix="" if measure == DAYS else per_cent, nticks=5)
    ends = sorted({0, len(names) - 1})
    chart.update_xaxes(
        range=[-EDGE, len(names) - 1 + room],
        zeroline=False,
        tickvals=ends,
        ticktext=[short_name(names[place], words) for place in ends],
    )
    return chart


def short_name(quarter: str, words: Words) -> str:
    """2026-Q3 -> 3. kv. 2026."""
    year, _, number = quarter.partition("-Q")
    return words("{n}. kv. {year}", n=number, year=year)


def sentence(rows: Sequence[Quarter], words: Words) -> str:
    """The newest quarter: each measure once, with its age groups."""
    last = max(row.quarter for row in rows)
    newest = [row for row in rows if row.quarter == last]
    parts = []
    for measure in dict.fromkeys(row.measure for row in newest):
        found = [row for row in newest if row.measure == measure]
        ages_told = (f"{told(row, words)}, {labels.age_group(row.age_group, words)}" for row in found)
        numbers = told(found[0], words) if found[0].age_group == "all" else "; ".join(ages_told)
        parts.append(f"{words(cooperation_labels.PROCESS_MEASURES[measure])}: {numbers}")
    return words("{quarter}. {list}.", quarter=quarter_name(last, words), list=". ".join(parts))


def table(rows: Sequence[Quarter], words: Words) -> pandas.DataFrame:
    """The twin of the charts: the columns of `columns`."""
    return pandas.DataFrame(
        [
            {
                "measure": words(cooperation_labels.PROCESS_MEASURES[row.measure]),
                "age": labels.age_group(row.age_group, words),
                "quarter": quarter_name(row.quarter, words),
                "told": told(row, words),
            }
            for row in rows
        ],
        columns=["measure", "age", "quarter", "told"],
    )


def columns(words: Words) -> list[Column]:
    return [
        Column("measure", words("Hvad der måles")),
        Column("age", words("Alder")),
        Column("quarter", words("Kvartal")),
        Column("told", words("Resultat")),
    ]
