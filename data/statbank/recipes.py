"""Which cells of a table become which numbers.

STRAF44  decisions by municipality and single age 15–24 per 1,000 youths of that age (FOLK1A). A decision is not a
         charge, and a person can have several in a year.
STRAF22  charges and reported offences by municipality per 1,000 inhabitants (FOLK1A).
FOLK1A   inhabitants by municipality, the mean of the year's four quarters.
Any other table is taken as it is: by area and year, everything else in total unless it is chosen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.errors import Text
from data.statbank.api import CONTENT, Cell, Client, Selection, StatBankError, TableInfo, Variable
from data.statbank.kept import fetch

POPULATION = "FOLK1A"
AREA, AGE = "OMRÅDE", "ALDER"
YOUNG = [str(age) for age in range(15, 25)]
AGES = {**{age: (age,) for age in YOUNG}, "15-17": tuple(YOUNG[:3]), "18-24": tuple(YOUNG[3:])}
COUNTRY = "000"
MUNICIPALITY = re.compile(r"[1-8]\d\d")
YEAR = re.compile(r"(\d{4})(?:[KQM](\d{1,2}))?")
QUARTERS = 4

Told = Callable[[str], None]
Place = tuple[str, int]  # code of the area, year
Numbers = Mapping[Place, float]


@dataclass(frozen=True)
class Figures:
    """One indicator of a table, of an age group: `counts` and `populations` by area and year; amounts have none."""

    info: TableInfo
    indicator_id: str
    age_group: str
    counts: Numbers
    populations: Numbers | None
    certainty: str = "A"  # C where we have taken a mean


@dataclass(frozen=True)
class Request:
    """What to ask of which StatBank: `chosen` codes by variable, where everything together is not what is wanted."""

    client: Client
    folder: Path
    told: Told
    chosen: Mapping[str, Sequence[str]]

    def numbers(self, info: TableInfo, selection: Selection) -> list[Cell]:
        return fetch(self.client, info, selection, self.folder, self.told)


def figures(request: Request, table: str) -> list[Figures]:
    """The figures of a table by its recipe. Raises StatBankError."""
    info = request.client.info(table)
    recipe = {"STRAF44": _decisions, "STRAF22": _offences, POPULATION: _inhabitants}.get(info.table.upper(), _any)
    return recipe(request, info)


def place_of(info: TableInfo) -> str:
    """Whether a table counts by residence or by place of offence, as it says itself; `none` where it does not say."""
    told = f"{info.title} {info.told}".lower()
    if "bopæl" in told:
        return "residence"
    return "offence" if "gerningssted" in told or "begået" in told else "none"


def _decisions(request: Request, info: TableInfo) -> list[Figures]:
    cells = request.numbers(info, _selection(info, {AGE: YOUNG}, request.chosen))
    people = _population(request, YOUNG)
    counts = _by_year(cells, info, AGE, _sum)
    return [
        Figures(info, "decisions_per_1000_youths", name, _added(counts, ages), _added(people, ages))
        for name, ages in AGES.items()
    ]


def _offences(request: Request, info: TableInfo) -> list[Figures]:
    kinds = next((variable for variable in info.variables if {"ANM", "SIG"} <= set(variable.values)), None)
    if kinds is None:
        raise StatBankError(
            Text(f"{info.table} har ingen variabel med ANM og SIG", f"{info.table} has no variable of ANM and SIG")
        )
    cells = request.numbers(info, _selection(info, {kinds.name: ["ANM", "SIG"]}, request.chosen))
    counts, people = _by_year(cells, info, kinds.name, _sum), _population(request, None)
    named = {"SIG": "charges_per_1000_inhabitants", "ANM": "reported_offences_per_1000_inhabitants"}
    return [Figures(info, name, "all", counts[kind], people[""]) for kind, name in named.items() if kind in counts]


def _inhabitants(request: Request, info: TableInfo) -> list[Figures]:
    cells = request.numbers(info, _selection(info, {}, request.chosen))
    return [Figures(info, "inhabitants", "all", _by_year(cells, info, None, _mean).get("", {}), None, "C")]


def _any(request: Request, info: TableInfo) -> list[Figures]:
    cells = request.numbers(info, _selection(info, {}, request.chosen))
    indicator_id = re.sub(r"[^a-z0-9]+", "_", info.table.lower())
    return [Figures(info, indicator_id, "all", _by_year(cells, info, None, _sum).get("", {}), None)]


def _population(request: Request, ages: Sequence[str] | None) -> Mapping[str, Numbers]:
    """The mean of each year's quarters by age, or of all ages under the empty text."""
    info = request.client.info(POPULATION)
    cells = request.numbers(info, _selection(info, {AGE: ages} if ages else {}, {}))
    return _by_year(cells, info, AGE if ages else None, _mean)


def _selection(
    info: TableInfo, wanted: Mapping[str, Sequence[str]], chosen: Mapping[str, Sequence[str]]
) -> dict[str, Sequence[str]]:
    """Codes of every variable: municipalities and the country, all times, what is wanted or chosen, else the total."""
    selection: dict[str, Sequence[str]] = {}
    given = {name.upper(): codes for name, codes in {**wanted, **chosen}.items()}
    for name, codes in given.items():
        unknown = [code for code in codes if code not in info.variable(name).values]
        if unknown:
            told = ", ".join(unknown)
            raise StatBankError(
                Text(f"{info.table} har ikke {name} {told}", f"{info.table} has no {name} {told}"), "EXTRACT-NOTFOUND"
            )
    for variable in info.variables:
        if variable.name.upper() in given:
            selection[variable.name] = given[variable.name.upper()]
        elif variable.is_time:
            selection[variable.name] = list(variable.values)
        elif variable.name.upper() == AREA:
            selection[variable.name] = [code for code in variable.values if _is_area(code)]
        else:
            selection[variable.name] = [variable.total]
    return selection


def _is_area(code: str) -> bool:
    return code == COUNTRY or MUNICIPALITY.fullmatch(code) is not None


def _by_year(
    cells: Iterable[Cell], info: TableInfo, by: str | None, together: Callable[[float, int], float]
) -> dict[str, dict[Place, float]]:
    """The cells of each code of `by`, by area and year; a year without all its quarters or months is left out.

    together: what is made of a year's sum and its number of quarters or months.
    """
    sums: defaultdict[tuple[str, str, int], float] = defaultdict(float)
    times: defaultdict[tuple[str, str, int], set[str]] = defaultdict(set)
    due = parts(info.time)
    for cell in cells:
        value, time = number(cell[CONTENT]), cell[info.time.name.upper()]
        year = YEAR.fullmatch(time)
        if value is not None and year:
            key = cell[by.upper()] if by else "", cell.get(AREA, COUNTRY), int(year[1])
            sums[key] += value
            times[key].add(time)
    result: dict[str, dict[Place, float]] = {}
    for key in sorted(sums):
        if len(times[key]) >= due:
            code, area, of_year = key
            result.setdefault(code, {})[area, of_year] = together(sums[key], len(times[key]))
    return result


def parts(time: Variable) -> int:
    """How many times a year has in a table: 1, 4 quarters or 12 months."""
    first = next(iter(time.values), "")
    return 12 if "M" in first else QUARTERS if "K" in first or "Q" in first else 1


def number(text: str) -> float | None:
    """A cell's number; None for `..`, which the StatBank writes where there is none."""
    try:
        return float(text.replace(",", "."))
    except ValueError:
        return None


def _mean(total: float, times: int) -> float:
    return total / times


def _sum(total: float, _times: int) -> float:
    return total


def _added(by_age: Mapping[str, Numbers], ages: Iterable[str]) -> dict[Place, float]:
    """The sum over ages, in the areas and years that every age has."""
    numbers = [by_age.get(age, {}) for age in ages]
    places = set(numbers[0]).intersection(*numbers[1:])
    return {place: sum(each[place] for each in numbers) for place in sorted(places)}
