"""Areas beside each other: their key figures, and their missing numbers in words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import pandas

from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.charts.lines import Group
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import tables
from dashboard.views.tables import Column
from data import query
from data.contracts import Indicator, Observation, Source, Status
from data.names import told_apart
from data.query import Period

MOST = 6  # more lines, or columns, than this cannot be told apart
Rows = Sequence[Observation]


@dataclass(frozen=True)
class KeyFigure:
    """One indicator beside each other: at most one number an area, by area id.

    `period` is the newest that all areas with a number share; None where they share none and each has its own newest.
    """

    indicator: Indicator
    age_group: str
    period: Period | None
    rows: Mapping[str, Observation]


def series(book: Atlas, indicators: Iterable[Indicator], area_ids: Sequence[str]) -> dict[str, tuple[Observation, ...]]:
    """By indicator, in the catalogue's order: the numbers of the areas and the country, one for each period.

    Each in the age group and breakdown that a map shows; only indicators of which one of the areas has a number.
    """
    every = (indicator.indicator_id for indicator in indicators)
    found = query.shown_series(book.observations, book.drawn, every, [*area_ids, COUNTRY])
    return {name: rows for name, rows in found.items() if shown(rows, area_ids)}


def shown(rows: Rows, area_ids: Collection[str]) -> list[Observation]:
    """The rows of some areas that show a number."""
    return [row for row in rows if row.status == Status.SHOWN and row.area_id in area_ids]


def key_figures(
    found: Mapping[str, Rows], indicators: Mapping[str, Indicator], area_ids: Sequence[str]
) -> list[KeyFigure]:
    """Every indicator of `found` (as from `series`) as a row of the areas and the country."""
    return [key_figure(indicators[name], rows, area_ids) for name, rows in found.items()]


def key_figure(indicator: Indicator, rows: Rows, area_ids: Sequence[str]) -> KeyFigure:
    """The numbers to set beside each other out of all periods. `rows`: one indicator, one age group, not empty."""
    period = common_period(shown(rows, area_ids))
    chosen = with_country([row for row in rows if query.span_of(row) == period]) if period else newest(rows)
    return KeyFigure(indicator, chosen[0].age_group, period, {row.area_id: row for row in chosen})


def newest(rows: Rows) -> list[Observation]:
    """The newest number of each area; without any the newest reason why."""
    ordered = sorted(rows, key=lambda row: (row.status == Status.SHOWN, row.period_end, row.period_start))
    last = {row.area_id: row for row in ordered}
    return [row for row in ordered if row is last[row.area_id]]


def with_country(rows: Rows) -> Rows:
    """The rows of one period; where the country has none, the number that its areas were compared with in prepare.

    That number is derived: the country is published by year, and areas as small as these by several years together.
    """
    compared = [row for row in rows if row.reference is not None]
    if any(row.area_id == COUNTRY for row in rows) or len({row.reference for row in compared}) != 1:
        return rows
    country = replace(
        compared[0],
        area_id=COUNTRY,
        value=compared[0].reference,
        status=Status.SHOWN,
        low=None,
        high=None,
        count=None,
        population=None,
        derived=True,
    )
    return [*rows, country]


def common_period(numbers: Rows) -> Period | None:
    """The newest period in which every area that has a number at all has one. `numbers`: rows that show one."""
    areas: defaultdict[Period, set[str]] = defaultdict(set)
    for row in numbers:
        areas[query.span_of(row)].add(row.area_id)
    every = {row.area_id for row in numbers}
    shared = (period for period, found in areas.items() if found == every)
    return max(shared, key=lambda period: period[::-1], default=None)


def cell(figure: KeyFigure, area_id: str, words: Words) -> str:
    """A number with its interval and, where they are not common to the row, its period and edition."""
    if area_id not in figure.rows:
        return words(labels.MISSING["not_collected"])
    row = figure.rows[area_id]
    text = number(row, figure.indicator, words)
    if figure.period is None:
        text = words("{number} i {period}", number=text, period=words.period(*query.span_of(row)))
    several = len({other.edition for other in figure.rows.values()}) > 1
    return f"{text}, {row.edition}" if several and row.edition else text


def number(row: Observation, indicator: Indicator, words: Words) -> str:
    """26,7 (24,1–29,3), or the word for a missing number."""
    if row.status != Status.SHOWN:
        return words(labels.MISSING[row.status])
    value = words.number(row.value, indicator.decimals)
    limits = labels.interval(row.low, row.high, indicator, words)
    return f"{value} ({limits})" if limits else value


def has_country(figures: Sequence[KeyFigure]) -> bool:
    """Whether the country has a number, or one that is withheld, beside any of the areas'."""
    countries = (figure.rows.get(COUNTRY) for figure in figures)
    return any(row is not None and row.status != Status.NOT_COLLECTED for row in countries)


def matrix(figures: Sequence[KeyFigure], area_ids: Sequence[str], words: Words) -> pandas.DataFrame:
    """Key figures as texts, one a row: name, unit, period, and a column named by its id for each of `area_ids`."""
    return pandas.DataFrame(
        [
            {
                "name": labels.measure(figure.indicator, figure.age_group, words),
                "unit": labels.unit(figure.indicator, words),
                "period": words.period(*figure.period) if figure.period else words("står ved tallet"),
                **{area_id: cell(figure, area_id, words) for area_id in area_ids},
            }
            for figure in figures
        ]
    )


def matrix_columns(names: Mapping[str, str], area_ids: Sequence[str], words: Words) -> list[Column]:
    facts = [Column("name", words("Nøgletal")), Column("unit", words("Enhed")), Column("period", words("Periode"))]
    return facts + [Column(area_id, names[area_id]) for area_id in area_ids]


def numbers(figures: Sequence[KeyFigure]) -> list[Observation]:
    """The numbers of all key figures."""
    return [row for figure in figures for row in figure.rows.values()]


def number_table(
    figures: Sequence[KeyFigure], names: Mapping[str, str], sources: Iterable[Source], words: Words
) -> pandas.DataFrame:
    """The table of `tables.several_columns`: a row for each of `numbers`."""
    table = tables.observation_table(numbers(figures), names, sources, words)
    return table.assign(
        indicator=[
            labels.measure(figure.indicator, figure.age_group, words) for figure in figures for _ in figure.rows
        ],
        unit=[labels.unit(figure.indicator, words) for figure in figures for _ in figure.rows],
    )


def summary(figures: Sequence[KeyFigure], words: Words) -> str:
    """How many key figures there are, how many of one period in all areas, and whether the country is there."""
    shared = sum(figure.period is not None for figure in figures)
    parts = [words.plural("{n} nøgletal.", "{n} nøgletal.", len(figures))]
    parts.append(
        words("Hvert af dem er fra samme periode i alle de områder, der har tallet.")
        if shared == len(figures)
        else words(
            "{shared} er fra samme periode i alle de områder, der har tallet; ved de øvrige står perioden ved tallet.",
            shared=words.number(shared),
        )
    )
    if not has_country(figures):
        parts.append(words("Ingen af dem er opgjort for hele landet i samme periode og på samme måde."))
    return " ".join(parts)


def names(book: Atlas, area_ids: Sequence[str], words: Words) -> dict[str, str]:
    """The areas' names and the country's; two of one name also say what they are, or what tells them apart."""
    chosen = (book.areas[area_id] for area_id in (*area_ids, COUNTRY))
    return told_apart(chosen, lambda area: book.kind(area.area_id, words))


def roles(area_ids: Sequence[str]) -> dict[str, str]:
    """The part of every line in a chart: the areas in the order they were chosen, the country last."""
    return {**dict.fromkeys(area_ids, "area"), COUNTRY: "country"}


def by_edition(groups: Iterable[Group]) -> list[Group]:
    """The lines of a chart with one for each edition where an area has several."""
    return [part for group in groups for part in editions(group)]


def editions(group: Group) -> list[Group]:
    found: defaultdict[str, list[Observation]] = defaultdict(list)
    for row in group.rows:
        found[row.edition].append(row)
    if len(found) == 1:
        return [group]
    return [
        Group(f"{group.name} ({edition})" if edition else group.name, group.role, tuple(rows))
        for edition, rows in found.items()
    ]


def has_trend(rows: Rows, area_ids: Sequence[str]) -> bool:
    """Whether one of the areas has numbers of several periods."""
    periods: defaultdict[str, set[int]] = defaultdict(set)
    for row in shown(rows, area_ids):
        periods[row.area_id].add(row.period_end)
    return any(len(several) > 1 for several in periods.values())


def fullest(found: Mapping[str, Rows], area_ids: Sequence[str]) -> str:
    """The first indicator of `found` that most of the areas have a number of."""
    return max(found, key=lambda name: len({row.area_id for row in shown(found[name], area_ids)}))


def missing(rows: Rows, names: Mapping[str, str], words: Words) -> str:
    """The numbers a chart does not show, in words: which area, why and when."""
    told = (gaps([row for row in rows if row.area_id == area_id], name, words) for area_id, name in names.items())
    return " ".join(filter(None, told))


def gaps(rows: Rows, name: str, words: Words) -> str:
    """The periods of an area without a number, by the reason why; empty where none is missing."""
    if not rows:
        return words("{name}: {reason}.", name=name, reason=words(labels.MISSING["not_collected"]))
    periods: defaultdict[Status, list[str]] = defaultdict(list)
    for row in rows:
        if row.status != Status.SHOWN:
            periods[row.status].append(words.period(*query.span_of(row)))
    return " ".join(
        words("{name}: {reason} i {years}.", name=name, reason=words(labels.MISSING[reason]), years=", ".join(found))
        for reason, found in sorted(periods.items())
    )


def point_sentence(figure: KeyFigure, names: Mapping[str, str], words: Words) -> str:
    """Every area's number of one key figure in a sentence, the unit and the common period first."""
    unit = labels.unit(figure.indicator, words)
    head = f"{unit}, {words.period(*figure.period)}" if figure.period else unit
    return f"{head}: " + "; ".join(f"{name} {cell(figure, area_id, words)}" for area_id, name in names.items()) + "."
