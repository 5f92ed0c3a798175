"""Rows of a register counted by area, year and age group: written once, for every engine that Narwhals knows.

A frame of charges has `pseudonym`, `date`, `offence`, `age`, `address_id`; one of people `pseudonym`, `year`, `age`,
`address_id`; one of places `address_id`, `area_id`, `valid_from`, `valid_to` (years, both included). What could not be
read as a date or a number is missing. A row that stands twice is counted once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from typing import Any

import narwhals as nw

OLDEST = 120
BY = ["area_id", "year", "age_group"]
CHARGE = ["pseudonym", "date", "offence", "age", "address_id"]
PERSON = ["pseudonym", "year", "age", "address_id"]
Frame = nw.LazyFrame[Any]


@dataclass(frozen=True)
class Ages:
    """An age group by its first and last age, both included."""

    name: str
    first: int
    last: int


@dataclass(frozen=True)
class Limits:
    """The years that are counted, and the age groups, which may not overlap."""

    first: int
    last: int
    ages: Sequence[Ages]


def charges(rows: Frame, places: Frame, limits: Limits) -> Frame:
    """Persons charged and charges by area, year and age group: `persons`, `events`. A person counts once a year."""
    dated = rows.with_columns(year=nw.col("date").dt.year())
    once = dated.group_by([*CHARGE, "year"]).agg(times=nw.len())  # faster than `unique`, which numbers the rows
    return _placed(once, places, limits).group_by(BY).agg(persons=nw.col("pseudonym").n_unique(), events=nw.len())


def people(rows: Frame, places: Frame, limits: Limits) -> Frame:
    """People by area, year and age group: `population`."""
    return _placed(rows, places, limits).group_by(BY).agg(population=nw.col("pseudonym").n_unique())


def faults(rows: Frame, places: Frame, limits: Limits) -> Frame:
    """One row of counts: all rows, and those with an impossible date or age, an address that nobody knows, and those
    that stand once more. `rows` of charges or of people.
    """
    columns = rows.collect_schema().names()
    dated = rows if "year" in columns else rows.with_columns(year=nw.col("date").dt.year())
    key = PERSON if "offence" not in columns else CHARGE
    addresses_placed = places.select("address_id").unique(keep="any").with_columns(known=nw.lit(1))
    once = dated.group_by([*key, *([] if key is PERSON else ["year"])]).agg(times=nw.len())
    flags = once.join(addresses_placed, on="address_id", how="left").with_columns(
        odd_year=_flag(nw.col("year").is_null() | ~nw.col("year").is_between(limits.first, limits.last)),
        odd_age=_flag(nw.col("age").is_null() | ~nw.col("age").is_between(0, OLDEST)),
        unknown=_flag(nw.col("known").is_null()),
    )
    told = [(nw.col(flag) * nw.col("times")).sum().alias(flag) for flag in ("odd_year", "odd_age", "unknown")]
    return flags.select(nw.col("times").sum().alias("all"), *told, (nw.col("times") - 1).sum().alias("again"))


def unknown(rows: Frame, places: Frame, most: int) -> Frame:
    """The addresses that nobody knows, with their number of rows, the most frequent first."""
    counted = rows.group_by("address_id").agg(times=nw.len())
    missing = counted.join(places.select("address_id"), on="address_id", how="anti")
    return missing.sort("times", "address_id", descending=[True, False]).head(most)


def _placed(rows: Frame, places: Frame, limits: Limits) -> Frame:
    """The rows that can be counted, with their area and age group."""
    whole = rows.filter(nw.col("year").is_between(limits.first, limits.last), nw.col("age").is_between(0, OLDEST)).join(
        places, on="address_id", how="inner"
    )
    valid = whole.filter(nw.col("year") >= nw.col("valid_from"), nw.col("year") <= nw.col("valid_to"))
    return valid.with_columns(age_group=_age_group(limits.ages)).filter(nw.col("age_group") != "")


def _age_group(ages: Sequence[Ages]) -> nw.Expr:
    def chosen(rest: nw.Expr, group: Ages) -> nw.Expr:
        return nw.when(nw.col("age").is_between(group.first, group.last)).then(nw.lit(group.name)).otherwise(rest)

    return reduce(chosen, ages, nw.lit(""))


def _flag(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))
