"""Random registers of one municipality: few areas and small numbers, so that there is much to hide.

Three to five housing areas, up to two study areas (groups of them that may overlap), three to seven years. A register
has persons charged in one or two age groups and their charges, or a share that lies near nobody, in the middle or near
everybody: what is published together, since other indicators are protected for themselves and tell nothing of these.
Some areas lack a year, some populations are too few for a rate, and some municipalities have nothing but their areas.
"""

from __future__ import annotations

import itertools
import tempfile
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import numpy
import pandas

from data import read
from tests import small_dataset
from tests.attackers import Value

LAST = 2024
ESTATES = ("a", "b", "c", "d", "e")
GROUPS = ("g", "h")
MUNICIPALITY = "kommune_0999"
PERSONS, CHARGES, SHARE = "sigtede", "sigtelser", "trygge"
SHARES = 0.25  # of the registers; the others have crime
Series = tuple[str, str, numpy.ndarray, numpy.ndarray]  # indicator, age group, counts and population by area and year


@dataclass(frozen=True)
class Register:
    """Source tables with the smallest number that is shown, and the true number of every value."""

    tables: dict[str, pandas.DataFrame]
    minimum: int

    def truth(self, value: Value) -> float:
        """The persons, or charges, that a published value is the sum of."""
        series, area = (value.indicator_id, value.age_group), value.area_id
        places = [area] if area in self._areas else self._members[area]
        years = range(value.start, value.end + 1)
        return sum(self._counts.get((*series, place, year), 0.0) for place in places for year in years)

    @cached_property
    def _counts(self) -> dict[tuple[str, str, str, int], float]:
        rows = self.tables["observations"].dropna(subset="count")
        return rows.groupby(["indicator_id", "age_group", "area_id", "period_start"])["count"].sum().to_dict()

    @cached_property
    def _areas(self) -> set[str]:
        """Those that have figures of their own; a group is the sum of its members."""
        return {area for _, _, area, _ in self._counts}

    @cached_property
    def _members(self) -> dict[str, list[str]]:
        return self.tables["memberships"].groupby("parent_id")["area_id"].agg(list).to_dict()


@cache
def _base() -> dict[str, pandas.DataFrame]:
    """The source tables without observations and memberships, read once."""
    tables = small_dataset.rows()
    tables["sources"][0]["source_class"] = "register"
    country, municipality, estate = tables["areas"]
    groups = [{**estate, "area_id": name, "name": name, "level": "group"} for name in GROUPS]
    estates = [{**estate, "area_id": name, "name": name} for name in ESTATES]
    tables["areas"] = [country, municipality, *groups, *estates]
    persons = tables["indicators"][0]
    tables["indicators"] = [
        {**persons, "indicator_id": PERSONS},
        {**persons, "indicator_id": CHARGES, "counts": "charges"},
        {**persons, "indicator_id": SHARE, "unit": "percent", "multiplier": "100", "counts": "persons"}
        | {"theme": "safety"},
    ]
    tables["observations"] = tables["observations"][:1]  # for the types of the columns
    with tempfile.TemporaryDirectory() as folder:
        return read.read_source(small_dataset.write_source(Path(folder), tables))


def draw(seed: int) -> Register:
    """The register of a seed: always the same."""
    random = numpy.random.default_rng(seed)
    estates = ESTATES[: random.integers(3, 6)]
    years = range(LAST + 1 - int(random.integers(3, 8)), LAST + 1)
    ages = (["15-17", "18-24"], ["15-17"], ["all"])[random.integers(3)]
    shape = len(estates), len(years)
    population = _people(random, shape)
    missing = (random.random(shape) < 0.04) if random.random() < 0.3 else numpy.zeros(shape, dtype=bool)
    has_rest = random.random() < 0.5
    if random.random() < SHARES:
        drawn = [(SHARE, "all", random.binomial(population, random.choice([0.03, 0.5, 0.97])), population)]
    else:
        drawn = _crime(random, ages, population)
    rows = [
        row
        for indicator, age, counts, people in drawn
        for row in _rows(indicator, age, counts, people, missing, estates, years, has_rest, random)
    ]
    groups = {group: random.permutation(estates)[: random.integers(2, len(estates) + 1)] for group in GROUPS}
    members = [(area, group) for group, own in groups.items() if random.random() < 0.7 for area in sorted(own)]
    minimum = 5 if seed % 4 else int(random.choice([3, 4, 8]))
    return Register(_tables(rows, members), minimum)


def _crime(random: numpy.random.Generator, ages: list[str], population: numpy.ndarray) -> list[Series]:
    """Persons charged in each age group, and their charges: of the same group, of both together, or not told."""
    shape = population.shape
    drawn: list[Series] = []
    level = random.choice([0.3, 1, 2, 4]) * random.lognormal(0, 0.6, (shape[0], 1))
    charges = numpy.zeros(shape, dtype=int)
    for age in ages:
        persons = numpy.minimum(random.poisson(level, shape), population)
        drawn.append((PERSONS, age, persons, population))
        charges += persons + random.negative_binomial(1, 0.5, shape) * persons
        if len(ages) == 1 or random.random() < 0.5:
            drawn.append((CHARGES, age, persons + random.poisson(0.5 * persons), population))
    if len(ages) == 2 and random.random() < 0.5:
        drawn = [each for each in drawn if each[0] == PERSONS]
        drawn.append((CHARGES, "15-24", charges, 2 * population))
    return drawn


def _people(random: numpy.random.Generator, shape: tuple[int, int]) -> numpy.ndarray:
    """The population of every area and year: 20 to 200 persons, and about the same from year to year."""
    people = numpy.exp(random.uniform(numpy.log(20), numpy.log(200), (shape[0], 1)))
    return numpy.maximum(10, (people * random.uniform(0.9, 1.1, shape)).astype(int))


def _rows(
    indicator: str,
    age: str,
    counts: numpy.ndarray,
    people: numpy.ndarray,
    missing: numpy.ndarray,
    estates: tuple[str, ...],
    years: range,
    has_rest: bool,
    random: numpy.random.Generator,
) -> list[tuple[str, str, str, int, int, int]]:
    """One series: every area that is not missing, and the municipality."""
    rows = [
        (indicator, age, area, year, int(counts[n, t]), int(people[n, t]))
        for (n, area), (t, year) in itertools.product(enumerate(estates), enumerate(years))
        if not missing[n, t]
    ]
    for t, year in enumerate(years):
        rest = int(random.integers(0, 40)) + 60 * (indicator == CHARGES) if has_rest else 0
        others = 1000 if has_rest else 0
        rows.append(
            (indicator, age, MUNICIPALITY, year, int(counts[:, t].sum()) + rest, int(people[:, t].sum()) + others)
        )
    return rows


def _tables(
    rows: list[tuple[str, str, str, int, int, int]], members: list[tuple[str, str]]
) -> dict[str, pandas.DataFrame]:
    base = _base()
    columns = ["indicator_id", "age_group", "area_id", "period_start", "count", "population"]
    frame = pandas.DataFrame(rows, columns=columns)
    constant = {**small_dataset.OBSERVATION, "value": float("nan")}
    given = base["observations"]
    frame = frame.assign(period_end=frame["period_start"])
    frame = frame.assign(**{name: constant[name] for name in given.columns if name not in frame})
    memberships = pandas.DataFrame(members, columns=["area_id", "parent_id"])
    memberships = memberships.assign(kind="group", valid_from=pandas.NA, valid_to=pandas.NA)
    return {
        **base,
        "observations": frame[list(given.columns)].astype(given.dtypes.to_dict()),
        "memberships": memberships[list(base["memberships"].columns)],
    }
