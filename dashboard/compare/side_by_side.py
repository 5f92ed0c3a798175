"""Areas beside each other: their key figures, their missing numbers in words, and why two areas are alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas

from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import Column
from data import query
from data.contracts import Status

MOST = 6  # more lines, or columns, than this cannot be told apart
RULE = N_(
    "Lighed måles på områdernes størrelse og på, hvem der bor der, i de nyeste tal, som begge områder har – hverken på "
    "kriminalitet eller tryghed. Tallene kan være fra forskellige år."
)
NOBODY = N_(
    "Ingen områder kan nævnes: {name} har ikke mindst to tal, hvoraf ét om, hvem der bor der, som også findes for et "
    "andet område af samme slags."
)


@dataclass(frozen=True)
class KeyFigure:
    """One indicator beside each other: `rows` holds at most one prepared observation an area, by area id.

    `period` is the newest that all areas with a number share; None where they share none and each has its own newest.
    """

    indicator: Mapping[str, Any]
    age_group: str
    period: query.Period | None
    rows: pandas.DataFrame


def series(book: Atlas, area_ids: Sequence[str]) -> dict[str, pandas.DataFrame]:
    """By indicator, in the catalogue's order: the observations of the areas and the country, one for each period.

    Each in the age group and breakdown that a map shows; only indicators of which one of the areas has a number.
    """
    wanted = [*area_ids, COUNTRY]
    own = book.observations[book.observations["area_id"].isin(wanted)]
    drawn = book.drawn[book.drawn["indicator_id"].isin(own["indicator_id"])]
    chosen = {name: query.main_selection(rows, name) for name, rows in drawn.groupby("indicator_id")}
    found = {
        name: query.preferred(query.series(own, name, wanted, *chosen[name]))
        for name in book.indicators
        if name in chosen
    }
    return {name: rows for name, rows in found.items() if len(shown(rows, area_ids))}


def shown(rows: pandas.DataFrame, area_ids: Sequence[str]) -> pandas.DataFrame:
    """The rows of some areas that show a number."""
    return rows[(rows["status"] == Status.SHOWN) & rows["area_id"].isin(list(area_ids))]


def key_figures(book: Atlas, found: Mapping[str, pandas.DataFrame], area_ids: Sequence[str]) -> list[KeyFigure]:
    """Every indicator of `found` (as from `series`) as a row of the areas and the country."""
    return [key_figure(book.indicator(name), rows, area_ids) for name, rows in found.items()]


def key_figure(indicator: Mapping[str, Any], rows: pandas.DataFrame, area_ids: Sequence[str]) -> KeyFigure:
    """The numbers to set beside each other out of all periods. `rows`: one indicator, one age group, not empty."""
    period = common_period(shown(rows, area_ids))
    if period:
        rows = with_country(rows[(rows["period_start"] == period[0]) & (rows["period_end"] == period[1])])
    else:  # the newest number; without any the newest reason why
        order = rows.assign(known=rows["status"] == Status.SHOWN).sort_values(["known", *query.IN_TIME], kind="stable")
        rows = order.drop_duplicates("area_id", keep="last")
    age_group = rows["age_group"].iloc[0]
    return KeyFigure(indicator, age_group, period, rows.set_index("area_id", drop=False))


def with_country(rows: pandas.DataFrame) -> pandas.DataFrame:
    """The rows of one period; where the country has none, the number that its areas were compared with in prepare.

    That number is derived: the country is published by year, and areas as small as these by several years together.
    """
    known = rows[rows["reference"].notna()]
    if (rows["area_id"] == COUNTRY).any() or known["reference"].nunique() != 1:
        return rows
    country = known.iloc[[0]].assign(
        area_id=COUNTRY,
        value=known["reference"],
        status=Status.SHOWN.value,
        low=None,
        high=None,
        count=pandas.NA,
        population=None,
        derived=True,
    )
    return pandas.concat([rows, country.astype(rows.dtypes.to_dict())])


def common_period(numbers: pandas.DataFrame) -> query.Period | None:
    """The newest period in which every area that has a number at all has one. `numbers`: rows that show one."""
    areas = numbers.groupby(query.IN_TIME)["area_id"].nunique()
    shared = areas.index[areas == numbers["area_id"].nunique()]
    if shared.empty:
        return None
    end, start = shared.max()
    return int(start), int(end)


def cell(figure: KeyFigure, area_id: str, words: Words) -> str:
    """A number with its interval and, where they are not common to the row, its period and edition."""
    if area_id not in figure.rows.index:
        return words(labels.MISSING["not_collected"])
    row = figure.rows.loc[area_id]
    text = number(row, figure.indicator, words)
    if figure.period is None:
        text = words("{number} i {period}", number=text, period=words.period(row["period_start"], row["period_end"]))
    several = figure.rows["edition"].nunique() > 1
    return f"{text}, {row['edition']}" if several and row["edition"] else text


def number(row: Mapping[str, Any], indicator: Mapping[str, Any], words: Words) -> str:
    """26,7 (24,1–29,3), or the word for a missing number."""
    if row["status"] != Status.SHOWN:
        return words(labels.MISSING[row["status"]])
    value, limits = words.number(row["value"], indicator["decimals"]), labels.interval(row, indicator, words)
    return f"{value} ({limits})" if limits else value


def has_country(figures: Sequence[KeyFigure]) -> bool:
    """Whether the country has a number, or one that is withheld, beside any of the areas'."""
    return any(
        (figure.rows.loc[figure.rows.index == COUNTRY, "status"] != Status.NOT_COLLECTED).any() for figure in figures
    )


def matrix(figures: Sequence[KeyFigure], area_ids: Sequence[str], words: Words) -> pandas.DataFrame:
    """Key figures as texts, one a row: name, unit, period, and a column named by its id for each of `area_ids`."""
    return pandas.DataFrame(
        [
            {
                "name": labels.measure(figure.indicator, figure.age_group, words),
                "unit": words(labels.UNITS[figure.indicator["unit"]]),
                "period": words.period(*figure.period) if figure.period else words("står ved tallet"),
                **{area_id: cell(figure, area_id, words) for area_id in area_ids},
            }
            for figure in figures
        ]
    )


def matrix_columns(names: Mapping[str, str], area_ids: Sequence[str], words: Words) -> list[Column]:
    facts = [Column("name", words("Nøgletal")), Column("unit", words("Enhed")), Column("period", words("Periode"))]
    return facts + [Column(area_id, names[area_id]) for area_id in area_ids]


def numbers(figures: Sequence[KeyFigure], words: Words) -> pandas.DataFrame:
    """The prepared observations of all key figures, one a row, with `indicator` and `unit` as texts."""
    return pandas.concat(
        [
            figure.rows.assign(
                indicator=labels.measure(figure.indicator, figure.age_group, words),
                unit=words(labels.UNITS[figure.indicator["unit"]]),
            )
            for figure in figures
        ],
        ignore_index=True,
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
    """The areas' names and the country's; two of the same name also say what they are."""
    chosen = {area_id: book.names[area_id] for area_id in (*area_ids, COUNTRY)}
    twice = [name for name in chosen.values() if list(chosen.values()).count(name) > 1]
    return {
        area_id: f"{name} ({book.kind(area_id, words)})" if name in twice else name for area_id, name in chosen.items()
    }


def roles(area_ids: Sequence[str]) -> dict[str, str]:
    """The part of every line in a chart: the areas in the order they were chosen, the country last."""
    return {**dict.fromkeys(area_ids, "area"), COUNTRY: "country"}


def by_edition(lines: pandas.DataFrame) -> pandas.DataFrame:
    """The series of a chart (`figures.grouped`) with a line for each edition where an area has several."""
    several = lines.groupby("area_id")["edition"].transform("nunique") > 1
    named = several & (lines["edition"] != "")
    return lines.assign(name=lines["name"].mask(named, lines["name"] + " (" + lines["edition"] + ")"))


def has_trend(rows: pandas.DataFrame, area_ids: Sequence[str]) -> bool:
    """Whether one of the areas has numbers of several periods."""
    return bool(shown(rows, area_ids).groupby("area_id")["period_end"].nunique().gt(1).any())


def fullest(found: Mapping[str, pandas.DataFrame], area_ids: Sequence[str]) -> str:
    """The first indicator of `found` that most of the areas have a number of."""
    return max(found, key=lambda name: shown(found[name], area_ids)["area_id"].nunique())


def missing(rows: pandas.DataFrame, names: Mapping[str, str], words: Words) -> str:
    """The numbers a chart does not show, in words: which area, why and when."""
    parts = []
    for area_id, name in names.items():
        own = rows[rows["area_id"] == area_id]
        if own.empty:
            parts.append(words("{name}: {reason}.", name=name, reason=words(labels.MISSING["not_collected"])))
        for reason, gaps in own[own["status"] != Status.SHOWN].groupby("status"):
            years = [words.period(*pair) for pair in zip(gaps["period_start"], gaps["period_end"], strict=True)]
            parts.append(
                words(
                    "{name}: {reason} i {years}.",
                    name=name,
                    reason=words(labels.MISSING[reason]),
                    years=", ".join(years),
                )
            )
    return " ".join(parts)


def point_sentence(figure: KeyFigure, names: Mapping[str, str], words: Words) -> str:
    """Every area's number of one key figure in a sentence, the unit and the common period first."""
    unit = words(labels.UNITS[figure.indicator["unit"]])
    head = f"{unit}, {words.period(*figure.period)}" if figure.period else unit
    return f"{head}: " + "; ".join(f"{name} {cell(figure, area_id, words)}" for area_id, name in names.items()) + "."


def likeness(book: Atlas, area_ids: Sequence[str]) -> pandas.DataFrame:
    """The newest number of each area on everything that makes areas alike (`data.similar`), sizes first."""
    alike = [indicator for indicator in book.indicators.values() if indicator.likeness]
    catalogue = [row.indicator_id for row in sorted(alike, key=lambda row: row.likeness, reverse=True)]
    found = series(book, area_ids)
    parts = [shown(found[name], area_ids) for name in catalogue if name in found]
    rows = pandas.concat([book.observations.iloc[:0], *parts])
    newest = rows.sort_values(query.IN_TIME, kind="stable").drop_duplicates(["indicator_id", "area_id"], keep="last")
    order = {name: place for place, name in enumerate(catalogue)}
    return newest.sort_values("indicator_id", key=lambda names: names.map(order), kind="stable")


def shared_numbers(numbers: pandas.DataFrame, area_id: str, other_id: str) -> pandas.DataFrame:
    """What both of two areas have of `likeness`: a row an indicator, every column with `_own` and `_other`."""
    own, other = (numbers[numbers["area_id"] == name].set_index("indicator_id") for name in (area_id, other_id))
    return own.join(other, how="inner", lsuffix="_own", rsuffix="_other")


def grounds(shared: pandas.DataFrame, book: Atlas, words: Words) -> str:
    """What two areas were compared on: 2 tal: Beboere, Alene grundskole. `shared` as from `shared_numbers`."""
    names = ", ".join(words.pick(book.indicator(name), "name") for name in shared.index)
    return words.plural(
        "Sammenlignet på {n} tal: {names}.", "Sammenlignet på {n} tal: {names}.", len(shared), names=names
    )


def reason(shared: pandas.DataFrame, book: Atlas, words: Words) -> str:
    """Why two areas are alike: Beboere: 2.106 mod 2.300 (2023); … `shared` as from `shared_numbers`."""
    parts = []
    for row in shared.itertuples():
        indicator = book.indicator(row.Index)
        own, other = (labels.amount(value, indicator, words) for value in (row.value_own, row.value_other))
        year, other_year = (
            words.period(row.period_start_own, row.period_end_own),
            words.period(row.period_start_other, row.period_end_other),
        )
        years = year if year == other_year else words("{other} mod {own}", other=other_year, own=year)
        parts.append(
            words(
                "{name}: {other} mod {own} ({years})",
                name=words.pick(indicator, "name"),
                other=other,
                own=own,
                years=years,
            )
        )
    return "; ".join(parts) + "."
