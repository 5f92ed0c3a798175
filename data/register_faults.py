"""Figures from registers that disclosure control cannot take in, so that prepare refuses them.

Each rule keeps something out that would be published beside the protected numbers and could tell them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import NamedTuple

import pandas

from data.contracts import OF_PERSONS, GivenIndicator, GivenObservation, Status
from data.errors import Finding, Text

FILE = "observations*.csv"
AMOUNTS = (("count", "residents"), ("count", "dwellings"))  # public for every area, however small
NUMBER = ["indicator_id", "area_id", "period_start", "age_group", "breakdown"]
AGES = re.compile(r"(?P<first>\d+)-(?P<last>\d+)|under_(?P<under>\d+)|(?P<plus>\d+)_plus")
OLDEST = 200


class Printed(NamedTuple):
    """A table printed as it stands: what names a row, and its number of persons."""

    names: list[str]
    number: str


PRINTED = {
    "outcomes": Printed(["project_id", "outcome_da"], "persons"),
    "results": Printed(["criterion_id", "project_id", "as_of"], "value"),
}

AMOUNT = Text(
    "antal og befolkning til en rate eller andel, eller antal beboere eller boliger",
    "count and population of a rate or share, or a number of residents or dwellings",
)
NO_COUNT = Text("antal og befolkning, så tallet kan diskretioneres", "count and population, for disclosure control")
ONE_YEAR = Text("ét år: perioder lægges sammen af prepare", "a single year: prepare sums them to periods")
ONCE = Text("hvert tal én gang, i én udgave fra én kilde", "each number once, in one edition from one source")
PLACE = Text(
    "et boligområde, en kommune, en region, landet eller resten af en kommune (en gruppe uden medlemmer)",
    "a housing area, a municipality, a region, the country or the rest of a municipality (a group without members)",
)
NO_OVERLAP = Text("aldersgrupper, der ikke overlapper", "age groups that do not overlap")
PERCENT = ("%", "pct.")  # units of a criterion whose results are no counts
ONE_BREAKDOWN = Text("én opdeling af hvert tal", "one breakdown of each number")


def of_amounts(rows: pandas.DataFrame, indicators: Mapping[str, GivenIndicator]) -> Iterator[Finding]:
    """Rows of `contracts.GivenObservation` without a rate or share: only residents and dwellings need no control."""
    for indicator_id in rows.loc[rows["status"] == Status.SHOWN, "indicator_id"].unique():
        if (indicators[indicator_id].unit, indicators[indicator_id].counts) not in AMOUNTS:
            yield Finding(FILE, indicator_id, AMOUNT, column="indicator_id")


def of_young_persons(measures: pandas.DataFrame, minimum: int) -> Iterator[Finding]:
    """Few young persons in a quarter, or few left beside those that were contacted.

    measures: `contracts.ProcessMeasure`; the `value` of one of days counts nobody.
    """
    names = ["area_id", "quarter", "measure", "age_group"]
    of_persons = measures[measures["measure"].isin(OF_PERSONS)]
    contacted = of_persons[of_persons["measure"] != "days_to_contact"]
    expected = Text(f"0 eller mindst {minimum}: læg tal sammen", f"0 or at least {minimum}: add numbers together")
    for column, rows, values in (
        ("out_of", of_persons, of_persons["out_of"]),
        ("value", contacted, contacted["value"]),
        ("out_of − value", contacted, contacted["out_of"] - contacted["value"]),
    ):
        for key in rows.loc[(values > 0) & (values < minimum), names].itertuples(index=False, name=None):
            yield Finding("process_measures.csv", ", ".join(map(str, key)), expected, column=column)


def of_printed(table: str, rows: pandas.DataFrame, minimum: int) -> Iterator[Finding]:
    """Small numbers in a table of `PRINTED`, and small growth from one date to the next of the same result, which tells
    how many came in between. A result that ever falls is no sum of persons so far, and its changes tell of nobody.

    rows: `contracts.Outcome` or `Result`, as `table` says. A zero is not small.
    """
    names, column = PRINTED[table]
    expected = Text(f"0 eller mindst {minimum}: læg tal sammen", f"0 or at least {minimum}: add numbers together")
    small = rows.loc[(rows[column] > 0) & (rows[column] < minimum), names]
    for key in small.itertuples(index=False, name=None):
        yield Finding(f"{table}.csv", ", ".join(map(str, key)), expected, column=column)
    if table == "results":
        growth = rows.sort_values("as_of", kind="stable").groupby(names[:-1])["value"].diff()
        never_falls = growth.groupby([rows[name] for name in names[:-1]]).transform("min") >= 0
        small = rows.loc[(growth.between(1, minimum - 1) & never_falls).reindex(rows.index), names]
        for key in small.itertuples(index=False, name=None):
            yield Finding("results.csv", ", ".join(map(str, key)), growth_of(minimum), column="value")


def of_shares(rows: pandas.DataFrame, minimum: int) -> Iterator[Finding]:
    """Results in per cent of so many persons that they tell of a few of them. rows: `contracts.Result`."""
    persons = rows["persons"].astype("float64")
    behind = (rows["value"].astype("float64") * persons / 100).round()
    is_small = behind.between(1, minimum - 1) | (persons - behind).between(1, minimum - 1)
    expected = Text(
        f"ingen andel, der røber 1–{minimum - 1} personer", f"no share that gives 1–{minimum - 1} persons away"
    )
    for key in rows.loc[is_small, PRINTED["results"].names].itertuples(index=False, name=None):
        yield Finding("results.csv", ", ".join(map(str, key)), expected, column="persons")


def growth_of(minimum: int) -> Text:
    return Text(
        f"samme tal som på datoen før eller mindst {minimum} flere eller færre: udelad en af datoerne",
        f"the same number as on the date before, or at least {minimum} more or fewer: leave out one of the dates",
    )


def of_rates(rows: pandas.DataFrame, is_known_part: pandas.Series) -> Iterator[Finding]:
    """Rows of rates and shares that no equation can hold.

    rows: `contracts.GivenObservation`. is_known_part: whether prepare knows the part of each row's area.
    """
    shown = rows["status"] == Status.SHOWN
    for column, faulty, expected in (
        ("count", shown & (rows["count"].isna() | rows["population"].isna()), NO_COUNT),
        ("period_end", rows["period_start"] != rows["period_end"], ONE_YEAR),
        ("area_id", rows.duplicated(NUMBER), ONCE),
        ("area_id", ~is_known_part, PLACE),
    ):
        for row in GivenObservation.of(rows[faulty]):
            yield Finding(FILE, number(row), expected, column=column)
    yield from _sums_of_series(rows)


def number(row: GivenObservation) -> str:
    """A number as a finding names it."""
    return f"{name(row.indicator_id, row.age_group)}, {row.area_id}, {row.period_start}"


def name(indicator_id: str, age_group: str) -> str:
    """A series as a finding names it."""
    return f"{indicator_id} {age_group}"


def _sums_of_series(rows: pandas.DataFrame) -> Iterator[Finding]:
    """Series of one indicator whose sums or differences are series too."""
    for indicator_id, series in rows.groupby("indicator_id"):
        ages, breakdowns = sorted(series["age_group"].unique(), key=ages_of), sorted(series["breakdown"].unique())
        if any(ages_of(one)[1] >= ages_of(next_one)[0] for one, next_one in pairwise(ages)):
            yield Finding(FILE, f"{indicator_id}: {', '.join(ages)}", NO_OVERLAP, column="age_group")
        if len(breakdowns) > 1:
            yield Finding(FILE, f"{indicator_id}: {', '.join(breakdowns)}", ONE_BREAKDOWN, column="breakdown")


def ages_of(age_group: str) -> tuple[int, int]:
    """The first and the last age of a group; a group of another name may be anybody."""
    found = AGES.fullmatch(age_group)
    if found is None:
        return 0, OLDEST
    if found["under"]:
        return 0, int(found["under"]) - 1
    return (int(found["plus"]), OLDEST) if found["plus"] else (int(found["first"]), int(found["last"]))
