"""The figures of the dataset `example`: who lives where, and how many of them each indicator counts."""

from __future__ import annotations

from typing import NamedTuple

import numpy
import pandas

from data.contracts import Status
from data.example.chance import random_stream
from data.example.places import KINDS, MUNICIPALITY

YEARS = range(2007, 2025)
BASE_YEAR = 2015  # whose residents are drawn; other years grow from it
CRIME_TURN = (2009, 2013)  # years of the old and of the new level
EXTRA_CHARGES = 1.2  # charges beyond the first, per person charged
SURVEY_FROM = 2016
LATE_IN_SURVEY = (3, 2020)  # the smallest areas, and the first year in which they are asked
AGES = {
    "aged_10_14": (0.090, 0.085, 0.075, 0.058, 0.058),
    "aged_15_17": (0.062, 0.058, 0.047, 0.036, 0.036),
    "aged_18_24": (0.100, 0.100, 0.100, 0.090, 0.088),
}
Levels = tuple[tuple[float, float], ...]


class Series(NamedTuple):
    """How one indicator is drawn: its level by kind of place before and after, and who it is out of."""

    indicator_id: str
    age_group: str
    population: str
    levels: Levels  # per `per` of the population
    spread: float  # how much a strained area has more of it (below 0: less)
    per: int = 100
    turn: tuple[int, int] = (2015, 2024)  # level from … to, straight in between
    events: bool = False  # one person can have several
    jump: tuple[int, float] = (YEARS.stop, 1)  # a change of definition: from this year, times


CHARGED = (
    Series(
        "persons_charged_per_1000",
        "15-17",
        "aged_15_17",
        ((75, 50), (70, 65), (42, 38), (22, 18), (25, 20)),
        0.22,
        1000,
        CRIME_TURN,
    ),
    Series(
        "persons_charged_per_1000",
        "18-24",
        "aged_18_24",
        ((60, 56), (58, 54), (40, 37), (26, 23), (28, 25)),
        0.20,
        1000,
        CRIME_TURN,
    ),
)
SUSPICIONS = Series(
    "suspicions_per_1000",
    "10-14",
    "aged_10_14",
    ((26, 18), (24, 21), (14, 12), (7, 6), (8, 6)),
    0.25,
    1000,
    CRIME_TURN,
    events=True,
    jump=(2016, 1.2),
)
CONDITIONS = (
    Series("outside_labour_market_pct", "all", "aged_18_64", ((42, 34), (38, 33), (27, 23), (14, 11), (17, 14)), 0.12),
    Series("spare_time_job_pct", "15-17", "aged_15_17", ((22, 31), (23, 26), (29, 32), (42, 44), (38, 40)), -0.12),
    Series(
        "basic_education_pct",
        "all",
        "aged_30_59",
        ((50, 47), (47, 45), (38, 36), (17, 15), (19, 17)),
        0.10,
        jump=(2018, 1.2),
    ),
    Series("youth_education_pct", "18-24", "aged_18_24", ((58, 66), (60, 64), (66, 70), (80, 82), (77, 79)), -0.05),
    Series("low_income_pct", "all", "aged_25_64", ((24, 21), (22, 20), (16, 14), (7, 7), (9, 9)), 0.15),
    Series("under_18_pct", "all", "residents", ((34, 32), (32, 31), (27, 26), (20, 19), (20, 19)), 0.04),
    Series("moves_out_pct", "all", "dwellings", ((16, 13), (14, 13), (12, 11), (9, 9), (10, 10)), 0.10),
    Series("association_members_pct", "7-17", "aged_7_17", ((28, 37), (30, 33), (40, 43), (62, 64), (58, 60)), -0.10),
    Series("gp_consultation_pct", "all", "aged_18_plus", ((78, 79), (78, 78), (79, 79), (82, 82), (81, 81)), 0.02),
    Series("safe_pct", "all", "asked", ((70, 78), (73, 76), (82, 84), (91, 91), (88, 88)), -0.04),
)
AMOUNTS = ("residents", "dwellings")


def people(places: pandas.DataFrame) -> pandas.DataFrame:
    """Who lives in every place in every year, in persons: what the series are out of.

    places: as `places.draw` gives them. Columns in addition: year, aged_10_14, aged_15_17, aged_18_24, aged_7_17,
    aged_18_plus, aged_18_64, aged_25_64, aged_30_59, dwellings and asked (in the survey; 0 in years without one).
    """
    people = places.merge(pandas.DataFrame({"year": YEARS}), how="cross")
    random = random_stream("people")
    people["residents"] = _whole(people["residents"] * (1 + people["growth"]) ** (people["year"] - BASE_YEAR))
    for age, shares in AGES.items():
        share = people["kind"].map(dict(zip(KINDS, shares, strict=True)))
        people[age] = _whole(people["residents"] * share * random.normal(1, 0.03, len(people)))
    under_7 = _whole(1.35 * people["aged_10_14"])
    people["aged_7_17"] = _whole(1.6 * people["aged_10_14"]) + people["aged_15_17"]
    people["aged_18_plus"] = people["residents"] - people["aged_7_17"] - under_7
    people["aged_18_64"] = _whole(0.82 * people["aged_18_plus"])
    people["aged_25_64"] = people["aged_18_64"] - people["aged_18_24"]
    people["aged_30_59"] = _whole(0.74 * people["aged_25_64"])
    people["dwellings"] = _whole(people["residents"] / 2.2)
    people["asked"] = _asked(people)
    return people


def _asked(people: pandas.DataFrame) -> pandas.Series:
    """Adults asked in the survey: every other year, and the smallest areas from a later year on."""
    asked = _whole((0.03 * people["residents"]).clip(40, 1500))
    size = people.groupby("area_id")["residents"].transform("mean").rank(method="dense")
    late = (size <= LATE_IN_SURVEY[0]) & (people["year"] < LATE_IN_SURVEY[1])
    return asked.where((people["year"] >= SURVEY_FROM) & (people["year"] % 2 == 0) & ~late, 0)


def _whole(numbers: pandas.Series) -> pandas.Series:
    return numbers.round().astype("int64")


def observations(people: pandas.DataFrame) -> pandas.DataFrame:
    """All observations: the series of single places, the municipality as their sum, amounts of districts too.

    `people` is what `people` gives. The columns are those of `contracts.GivenObservation` that are not empty.
    """
    charged = [_drawn(series, people) for series in CHARGED]
    recent = people[people["year"] >= BASE_YEAR]
    parts = [
        *charged,
        *map(_charges, charged),
        _drawn(SUSPICIONS, people),
        *(_drawn(series, recent) for series in CONDITIONS),
        *(_amounts(name, recent) for name in AMOUNTS),
    ]
    order = ["indicator_id", "age_group", "area_id", "period_start"]
    return (
        pandas.concat(parts)
        .sort_values(order, ignore_index=True)
        .assign(
            period_end=lambda rows: rows["period_start"],
            breakdown="all",
            status=Status.SHOWN.value,
            value_certainty="A",
            period_certainty="A",
        )
    )


def _drawn(series: Series, people: pandas.DataFrame) -> pandas.DataFrame:
    """The counts of one series: binomial where persons are counted, Poisson where one can have several."""
    rows = people[people[series.population] > 0]
    population = rows[series.population]
    expected = (_level(series, rows) * _strain(series.spread, rows) / series.per).clip(upper=0.97)
    random = random_stream(series.indicator_id, series.age_group)
    count = random.poisson(population * expected) if series.events else random.binomial(population, expected)
    drawn = pandas.DataFrame(
        {
            "indicator_id": series.indicator_id,
            "area_id": rows["area_id"],
            "period_start": rows["year"],
            "age_group": series.age_group,
            "count": count,
            "population": population,
        }
    )
    return _with_municipality(drawn, ["count", "population"])


def _level(series: Series, rows: pandas.DataFrame) -> pandas.Series:
    """The level of each row's kind in its year."""
    levels = dict(zip(KINDS, series.levels, strict=True))
    level = [
        numpy.interp(year, series.turn, levels[kind]) for year, kind in zip(rows["year"], rows["kind"], strict=True)
    ]
    year, factor = series.jump
    return pandas.Series(level, rows.index) * numpy.where(rows["year"] >= year, factor, 1.0)


def _strain(spread: float, rows: pandas.DataFrame) -> pandas.Series:
    """What an area's strain multiplies its level by; 1 on average over the residents of its kind and year."""
    strain = numpy.exp(spread * rows["strain"])
    kind = [rows["kind"], rows["year"]]
    total = (strain * rows["residents"]).groupby(kind).transform("sum")
    multiplier: pandas.Series = strain * rows["residents"].groupby(kind).transform("sum") / total
    return multiplier


def _charges(persons: pandas.DataFrame) -> pandas.DataFrame:
    """The charges against these persons, at least one each."""
    charges = persons[persons["area_id"] != MUNICIPALITY].assign(indicator_id="charges_per_1000_youths")
    random = random_stream("charges", persons["age_group"].iloc[0])
    charges["count"] += random.poisson(EXTRA_CHARGES * charges["count"])
    return _with_municipality(charges, ["count", "population"])


def _amounts(name: str, people: pandas.DataFrame) -> pandas.DataFrame:
    """Residents or dwellings of every place, district and the municipality; the rest is spread over the districts."""
    rows = pandas.DataFrame(
        {
            "indicator_id": name,
            "area_id": people["area_id"],
            "period_start": people["year"],
            "age_group": "all",
            "value": people[name],
        }
    )
    of_district = people.groupby(["district", "year"])[name].sum().unstack("year")
    rest = people[people["kind"] == "rest"].set_index("year")[name]
    borders = numpy.linspace(0, 1, len(of_district) + 1)
    parts = numpy.diff(numpy.rint(numpy.outer(borders, rest)), axis=0).astype("int64")
    districts = (of_district + parts).melt(ignore_index=False, value_name="value").reset_index()
    districts["area_id"] = [f"eks_distrikt_{int(district)}" for district in districts["district"]]
    districts = districts.rename(columns={"year": "period_start"}).assign(indicator_id=name, age_group="all")
    return pandas.concat([_with_municipality(rows, ["value"]), districts[rows.columns]])


def _with_municipality(rows: pandas.DataFrame, numbers: list[str]) -> pandas.DataFrame:
    """The rows and their sum over the housing areas and the rest, which is the municipality."""
    same = ["indicator_id", "period_start", "age_group"]
    total = rows[rows["area_id"] != "danmark"].groupby(same, as_index=False)[numbers].sum()
    return pandas.concat([rows, total.assign(area_id=MUNICIPALITY)])
