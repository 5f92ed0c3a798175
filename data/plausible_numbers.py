"""Numbers that contradict themselves or their unit: ages, decimals, shares, rates, counts, years, CPR numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import numpy
import pandas

from data import measures
from data.contracts import Level, SourceClass
from data.doubts import Doubt, bound, fault, fields, plain, question, text
from data.errors import Text
from data.validate import PER

Tables = Mapping[str, pandas.DataFrame]
MONTHS = {
    **{name: place + 1 for place, name in enumerate("jan feb mar apr maj jun jul aug sep okt nov dec".split())},
    **{"may": 5, "oct": 10},
}
AGES = re.compile(r"(?P<first>[a-z0-9_]+)-(?P<last>[0-9]+)")
QUARTERS = 4  # a population may be a mean of quarters: whole, half and quarter persons
UNDER_ONE = 3  # numbers, before a whole source is asked about
SLACK = 0.02  # between a printed rate and its own count and population, beside its rounding


def doubts(tables: Tables, today: date) -> Iterator[Doubt]:
    """What the numbers themselves cannot be."""
    for table in ("observations", "comparisons", "list_criteria", "process_measures"):
        if table in tables:
            yield from _ages(tables[table])
    if {"observations", "indicators"} <= set(tables):
        rows = with_catalogue(tables)
        yield from _decimals(rows)
        yield from _under_one(rows)
        yield from _against_counts(rows)
        yield from _persons(rows, tables)
        late = rows[rows["period_end"] > today.year]
        expected = Text(f"højst {today.year}: året er ikke forbi", f"at most {today.year}: the year is not over")
        yield from fault("future_year", fields(late, "period_end", lambda _row: expected))


def with_catalogue(tables: Tables) -> pandas.DataFrame:
    """The observations with `unit`, `counts`, `multiplier`, `decimals` and `level` of their indicator and area."""
    rows = tables["observations"]
    catalogue = tables["indicators"].drop_duplicates("indicator_id").set_index("indicator_id")
    told = {name: rows["indicator_id"].map(catalogue[name]) for name in ("unit", "counts", "multiplier", "decimals")}
    numbers = {name: rows[name].astype("float64") for name in ("value", "count", "population")}
    levels = pandas.Series("", rows.index)
    if {"areas", "levels"} <= set(tables):
        kinds = tables["levels"].drop_duplicates("level").set_index("level")["kind"]
        areas = tables["areas"].drop_duplicates("area_id").set_index("area_id")["level"].map(kinds)
        levels = rows["area_id"].map(areas)
    return rows.assign(**told, **numbers, level=levels.astype("str").fillna(""))


def named(row: Any) -> str:
    """An observation as a finding names it."""
    period = row.period_start if row.period_start == row.period_end else f"{row.period_start}–{row.period_end}"
    age = "" if row.age_group == "all" else f" {row.age_group}"
    kind = "" if row.breakdown == "all" else f" {row.breakdown}"
    return f"{row.indicator_id}{age}{kind}, {row.area_id}, {period}"


def _ages(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """Excel's dates (okt-14 for 10-14) and ages in the wrong order (24-18)."""
    meant = rows["age_group"].map({age: _meant(age) for age in rows["age_group"].unique()})
    wrong = rows.assign(meant=meant)[meant.notna() & (meant != rows["age_group"])]
    yield from fault(
        "age_group",
        fields(
            wrong,
            "age_group",
            lambda row: Text(f"en aldersgruppe, her {row.meant}", f"an age group, here {row.meant}"),
        ),
    )


def _meant(age_group: str) -> str | None:
    """The age group that was meant, where the text is two ages; None where it is a name."""
    found = AGES.fullmatch(age_group)
    if found is None:
        return None
    first = MONTHS.get(found["first"][:3], found["first"])
    if not str(first).isdigit():
        return None
    return "-".join(map(str, sorted((int(first), int(found["last"])))))


def _decimals(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """Decimals in a number of people: three of them are a Danish thousand point."""
    for column, counted in (("value", rows["unit"] == "count"), ("population", pandas.Series(True, rows.index))):
        number = rows[column]
        parts = counted & number.notna() & ~_is_whole(number * QUARTERS) & ~rows["counts"].eq("mean")
        thousand = parts & _is_whole(number * 1000) & ~_is_whole(number * 100)
        yield from fault(
            "thousand_point",
            fields(
                rows[thousand],
                column,
                bound(
                    lambda row, column: Text(
                        f"et antal uden tusindtalspunktum, her {plain(round(getattr(row, column) * 1000))}",
                        f"a number without a thousand point, here {plain(round(getattr(row, column) * 1000))}",
                    ),
                    column,
                ),
                bound(lambda row, column: f"{named(row)}: {plain(getattr(row, column))}", column),
            ),
        )
        yield from fault(
            "decimals",
            fields(
                rows[parts & ~thousand],
                column,
                bound(
                    lambda row, column: Text(
                        f"et helt antal, her {round(getattr(row, column))}, eller uden tusindtalspunktum",
                        f"a whole number, here {round(getattr(row, column))}, or without a thousand point",
                    ),
                    column,
                ),
            ),
        )


def _is_whole(number: pandas.Series) -> pandas.Series:
    return pandas.Series(numpy.isclose(number, number.round(), rtol=0, atol=1e-6), number.index)


def _under_one(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """Shares written as 0–1 and rates written per person, by indicator and source."""
    for unit, factor, most in (("percent", 100, 1.0), ("per_1000", 1000, 0.5), ("per_10000", 10000, 0.5)):
        printed = rows[(rows["unit"] == unit) & rows["value"].notna() & (rows["value"] != 0)]
        for (indicator_id, source_id), group in printed.groupby(["indicator_id", "source_id"]):
            if (group["value"] <= most).all() and not _is_whole(group["value"]).all():
                yield from question(
                    "share_or_rate_under_one",
                    f"{indicator_id}_{source_id}",
                    fields(
                        group,
                        "value",
                        bound(
                            lambda row, factor, unit: Text(
                                f"{_per(unit)[0]}, her {plain(row.value * factor)}",
                                f"{_per(unit)[1]}, here {plain(row.value * factor)}",
                            ),
                            factor,
                            unit,
                        ),
                        lambda row: f"{named(row)}: {plain(row.value)}",
                    ),
                )


def _per(unit: str) -> tuple[str, str]:
    if unit == "percent":
        return "procent fra 0 til 100", "per cent from 0 to 100"
    per = "1.000" if unit == "per_1000" else "10.000"
    return f"et tal pr. {per}", f"a number per {per.replace('.', ',')}"


def _against_counts(rows: pandas.DataFrame) -> Iterator[Doubt]:
    """A printed rate or share beside its own count and population: outside its own interval, or not their quotient."""
    given = rows[rows["unit"].isin(list(PER)) & rows[["value", "count", "population"]].notna().all(axis="columns")]
    given = given[(given["count"] >= 0) & (given["population"] > 0)]
    given = given[(given["unit"] != "percent") | (given["count"] <= given["population"])]
    if given.empty:
        return
    parts = []
    for is_share in (True, False):
        part = given[(given["unit"] == "percent") == is_share]
        for unit_per, group in part.groupby(part["unit"].map(PER)):
            measured = (measures.share if is_share else measures.rate)(group["count"], group["population"], unit_per)
            parts.append(group.assign(own=measured.value, low=measured.low, high=measured.high))
    rated = pandas.concat(parts)
    rounding = 0.5 * 10.0 ** -rated["decimals"].astype("float64") + SLACK * rated["own"]
    outside = (rated["value"] < rated["low"] - rounding) | (rated["value"] > rated["high"] + rounding)
    off = ~outside & ((rated["value"] - rated["own"]).abs() > rounding)
    yield from fault(
        "outside_own_interval",
        fields(
            rated[outside],
            "value",
            lambda row: Text(
                f"et tal i intervallet {row.low:.1f}–{row.high:.1f}, som antal og befolkning giver, her {row.own:.1f}",
                f"a number in the interval {row.low:.1f}–{row.high:.1f} of count and population, here {row.own:.1f}",
            ),
            lambda row: f"{named(row)}: {plain(row.value)}",
        ),
    )
    for indicator_id, group in rated[off].groupby("indicator_id"):
        yield from question(
            "rate_not_of_counts",
            str(indicator_id),
            fields(
                group,
                "value",
                lambda row: Text(
                    f"det, som antal og befolkning giver: {row.own:.1f}",
                    f"what count and population give: {row.own:.1f}",
                ),
                lambda row: f"{named(row)}: {plain(row.value)}",
            ),
        )


def _persons(rows: pandas.DataFrame, tables: Tables) -> Iterator[Doubt]:
    """More persons than people, and single persons in a source that is said to be public."""
    persons = rows["counts"].astype("str").str.startswith("persons")
    more = rows[persons & (rows["count"] > rows["population"])]
    yield from fault(
        "count_above_population",
        fields(
            more,
            "count",
            lambda row: Text(
                f"højst befolkningen, her {plain(row.population)}",
                f"at most the population, here {plain(row.population)}",
            ),
        ),
    )
    if "sources" not in tables:
        return
    classes = tables["sources"].drop_duplicates("source_id").set_index("source_id")["source_class"]
    public = rows["source_id"].map(classes) == SourceClass.PUBLISHED
    small = rows["level"].isin([Level.HOUSING_AREA, Level.DISTRICT])
    alone = rows[persons & public & small & rows["count"].between(1, 2)]
    for source_id, group in alone.groupby("source_id"):
        expected = text(
            "mindst 3 personer i en offentlig kilde: er tallene fra et register, er kildens source_class register",
            "at least 3 persons in a public source: if the figures are a register's, its source_class is register",
        )
        found = fields(group, "count", expected, named)
        yield from question("one_person_published", str(source_id), found)
