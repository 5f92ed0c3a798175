"""The annual report of housing in the dataset `example`: departments, and what is counted of each since 2000.

Departments are drawn one by one within their housing areas or near them; the other non-profit dwellings, and those that
are not, are what is left of the municipality. Every number is drawn by chance around a level that moves in time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy

from data.contracts import NON_PROFIT, OTHER, Status
from data.example.chance import random_stream
from data.example.places import MUNICIPALITY, Estate

YEARS = range(2000, 2024)
BUILT_LATE = (1, 2008)  # the place of a department among them, and the first year it has tenants
# Residents in the first year, and how much they grow a year.
REMAINDERS = {NON_PROFIT: (31_000, 0.002), OTHER: (148_000, 0.004)}
DEPARTMENTS, SMALLEST = 18, 40  # the last of them is so small that numbers of it are hidden
RESIDENTS_OF_DWELLING, SQUARE_METRES, OF_WORKING_AGE = 2.1, 76, 0.62


@dataclass(frozen=True)
class Unit:
    """A department, or the remainder of a sector. `strain`: how much harder than its sector it has it."""

    unit_id: str
    sector: str
    residents: float
    growth: float
    strain: float
    first_year: int = YEARS.start


@dataclass(frozen=True)
class Share:
    """How a share is drawn: from the first year's level to the last's by sector, and how strain changes it."""

    categories: tuple[str, ...]
    of: str
    levels: Mapping[str, tuple[tuple[float, ...], tuple[float, ...]]]
    spread: tuple[float, ...]


# Shares of the categories in per cent, the last category of several takes what is left.
SHARES = {
    "moving_out": Share(("all",), "dwellings", {NON_PROFIT: ((16,), (12,)), OTHER: ((10,), (9,))}, (0.10,)),
    "cash_benefit": Share(("all",), "working_age", {NON_PROFIT: ((17,), (11,)), OTHER: ((3.5,), (2.5,))}, (0.20,)),
    "age": Share(
        ("0_17", "18_29", "30_64", "65_plus"),
        "residents",
        {NON_PROFIT: ((29, 18, 39), (25, 18, 40)), OTHER: ((23, 13, 48), (20, 14, 44))},
        (0.06, 0.04, -0.03),
    ),
    "nationality": Share(
        ("western", "non_western", "danish"),
        "residents",
        {NON_PROFIT: ((4, 22), (5, 34)), OTHER: ((2.5, 2.5), (4.5, 5))},
        (0.04, 0.22),
    ),
    "family": Share(
        ("single_with", "couple_with", "single", "couple"),
        "dwellings",
        {NON_PROFIT: ((13, 17, 46), (12, 16, 49)), OTHER: ((4, 24, 31), (4, 23, 33))},
        (0.14, 0.02, -0.03),
    ),
}
RENT = (520, 905, 45)  # kr. per square metre a year in the first and the last year, and how much it differs


def departments(estates: list[Estate]) -> Iterator[dict[str, Any]]:
    """The records of `contracts.Department`: one in each of the first housing areas, the last two near one."""
    for place, estate in enumerate(estates[:DEPARTMENTS]):
        yield {
            "department_id": _id(place),
            "name": f"Afdeling {place + 1}, {estate.name}",
            "municipality_id": MUNICIPALITY,
            "sector": NON_PROFIT,
            "housing_organisation": estate.organisation,
            "area_id": estate.area_id,
            "lies": "within" if place < DEPARTMENTS - 2 else "near",
        }


def figures() -> Iterator[dict[str, Any]]:
    """The records of `contracts.GivenAnnualFigure`."""
    for unit in _units():
        for year in range(unit.first_year, YEARS.stop):
            same = {"municipality_id": MUNICIPALITY, "unit_id": unit.unit_id, "year": year, "certainty": "A"}
            people = _people(unit, year)
            yield {**same, "parameter_id": "rent", "category": "all", **_rent(unit, year, people)}
            for name, share in SHARES.items():
                counts = _counts(unit, year, name, share, people[share.of])
                for category, count in zip(share.categories, counts, strict=True):
                    yield {
                        **same,
                        "parameter_id": name,
                        "category": category,
                        "count": int(count),
                        "population": people[share.of],
                        "status": Status.SHOWN.value,
                    }


def _id(place: int) -> str:
    return f"eks_afdeling_{place + 1:02}"


def _units() -> Iterator[Unit]:
    random = random_stream("departments")
    for place in range(DEPARTMENTS):
        residents = SMALLEST if place == DEPARTMENTS - 1 else random.uniform(380, 1900)
        first_year = BUILT_LATE[1] if place == BUILT_LATE[0] else YEARS.start
        yield Unit(_id(place), NON_PROFIT, residents, random.normal(0.001, 0.004), random.normal(), first_year)
    for sector, (residents, growth) in REMAINDERS.items():
        yield Unit(sector, sector, residents, growth, 0.0)


def _people(unit: Unit, year: int) -> dict[str, int]:
    """Who and what there is: residents, those of working age, dwellings and square metres."""
    residents = round(unit.residents * (1 + unit.growth) ** (year - YEARS.start))
    dwellings = round(residents / RESIDENTS_OF_DWELLING)
    return {
        "residents": residents,
        "working_age": round(OF_WORKING_AGE * residents),
        "dwellings": dwellings,
        "square_metres": SQUARE_METRES * dwellings,
    }


def _rent(unit: Unit, year: int, people: Mapping[str, int]) -> dict[str, Any]:
    """The mean rent of a department; nobody collects that of other dwellings than non-profit ones."""
    if unit.sector == OTHER:
        return {"status": Status.NOT_COLLECTED.value}
    first, last, spread = RENT
    level = numpy.interp(year, (YEARS.start, YEARS.stop - 1), (first, last)) + spread * _own(unit, "rent")
    noise = random_stream("rent", unit.unit_id, year).normal(0, 4)
    return {"value": round(level + noise, 0), "population": people["square_metres"], "status": Status.SHOWN.value}


def _counts(unit: Unit, year: int, name: str, share: Share, of: int) -> numpy.ndarray:
    """How many of `of` are in each category."""
    first, last = share.levels[unit.sector]
    done = (year - YEARS.start) / (len(YEARS) - 1)
    level = numpy.array(first) + (numpy.array(last) - numpy.array(first)) * done
    chances = level / 100 * numpy.exp(numpy.array(share.spread) * (unit.strain + 0.4 * _own(unit, name)))
    random = random_stream(name, unit.unit_id, year)
    if len(share.categories) == 1:
        return numpy.array([random.binomial(of, chances[0])])
    drawn: numpy.ndarray = random.multinomial(of, [*chances, 1 - chances.sum()])
    return drawn


def _own(unit: Unit, name: str) -> float:
    """What is a department's own in one parameter; the remainders are the mean of many."""
    return 0.0 if unit.unit_id in REMAINDERS else float(random_stream("own", name, unit.unit_id).normal())
