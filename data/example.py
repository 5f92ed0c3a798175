"""The dataset `example`: Eksempelkommune, a municipality that does not exist, with figures drawn from a seed.

    python -m data.example      writes data/source/example/, the same bytes every time

It shows what the product does with complete data, and it tests it: its source has class `fictitious`, so disclosure
control applies as to a register. Texts stand in `example.toml`; here are the figures. 40 housing areas and the rest
of the municipality are drawn one by one, and the municipality is their sum; the country is drawn by itself. Groups
get no rows: they are summed from their members.

Persons charged aged 15-17 follow the handbook's result: about 75 to 50 per 1,000 in the hotspot areas, 70 to 65 in
the control areas, 25 to 20 in the country from 2009 to 2013; at 18-24 the two groups move together. The seed is
chosen so that the pooled figures of 2007-2009 and 2013 lie near these levels; all other chance is left as drawn.
"""

from __future__ import annotations

import tomllib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy
import pandas

from data.contracts import MEETING_PARTS, MEETINGS, SOURCE_TABLES, Level, Status
from data.register import MINIMUM
from data.validate import PER

SEED = 151
FOLDER = Path(__file__).parent / "source" / "example"
SOURCE = "fiktiv"
SCHEME = "eksempelkommune"
MUNICIPALITY = "kommune_9999"
CODE = "9999"

YEARS = range(2007, 2025)
BASE_YEAR = 2015  # whose residents are drawn; other years grow from it
INTERVENTION = (2010, 2014)
CRIME_TURN = (2009, 2013)  # years of the old and of the new level
REST_RESIDENTS, COUNTRY_RESIDENTS = 120_000, 5_650_000
EXTRA_CHARGES = 1.2  # charges beyond the first, per person charged
SURVEY_FROM = 2016
LATE_IN_SURVEY = (3, 2020)  # the smallest areas, and the first year in which they are asked

# The kinds of places; all numbers given by kind stand in this order.
KINDS = ("hotspot", "control", "other", "rest", "country")
GROUPS = {"hotspot": "hotspotomraader", "control": "kontrolomraader"}
ESTATES = {"hotspot": (8, 5000, 7500), "control": (12, 3500, 6500), "other": (20, 480, 2600)}  # number, residents
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


class Rule(NamedTuple):
    """The invented rule of a list: more than so many per cent outside the labour market and with basic schooling."""

    outside: int
    basic: int
    years: range
    unless_on: str = ""


MEETING_YEARS = (2019, 2024)
PLANNED_MEETINGS = (45, 70)  # of each kind in a year
AGREEMENTS = 2.2  # per meeting held
MEETING_SHARES = {  # of the whole it is a part of, in the first and in the last year
    "held": (0.72, 0.88),
    "youth_present": (0.70, 0.84),
    "adult_present": (0.42, 0.66),
    "agreements_reached": (0.48, 0.66),
}

FEWEST_RESIDENTS = 1000  # of an area on a list
LISTS = {
    "udsat": Rule(34, 53, range(2018, 2025)),
    "parallelsamfund": Rule(37, 56, range(2021, 2025)),
    "forebyggelse": Rule(27, 47, range(2021, 2025), unless_on="udsat"),
}


@cache
def tables() -> dict[str, pandas.DataFrame]:
    """Every source table of the dataset by name, as texts in the columns of the contract."""
    texts = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
    areas = _places(texts)
    numbers = _observations(_people(areas))
    lists, designations = _lists(texts["lists"], numbers)
    ids = areas.set_index("name")["area_id"]
    records: dict[str, Iterable[Mapping[str, Any]]] = {
        "sources": [{**row, **_with_seed(row)} for row in texts["sources"]],
        "indicators": [{"multiplier": PER.get(row["unit"], 1), **row} for row in texts["indicators"]],
        "levels": texts["levels"],
        "layers": texts["layers"],
        "areas": _areas(texts, areas),
        "memberships": _memberships(texts, areas),
        "roles": [
            {
                "area_id": row.area_id,
                "role": row.kind,
                **texts["scheme"],
                "valid_from": INTERVENTION[0],
                "valid_to": INTERVENTION[1],
                "certainty": "A",
            }
            for row in areas.itertuples()
            if row.kind in GROUPS
        ],
        "observations": numbers.to_dict("records"),
        "lists": lists,
        "designations": designations,
        "breaks": texts["breaks"],
        "comparisons": [
            {
                "treated_id": GROUPS["hotspot"],
                "control_id": GROUPS["control"],
                "before": CRIME_TURN[0],
                "after": CRIME_TURN[1],
                "start": INTERVENTION[0],
                "end": INTERVENTION[1],
                **row,
            }
            for row in texts["comparisons"]
        ],
        "goals": texts["goals"],
        "projects": [
            {**row, "areas": [ids[name] for name in row["areas"]], "as_of": "2024-12-31", "certainty": "A"}
            for row in texts["projects"]
        ],
        "criteria": [{"number": n, **row} for n, row in enumerate(texts["criteria"], start=1)],
        "results": [result for row in texts["criteria"] for result in _results(row)],
        "outcomes": [outcome for row in texts["outcomes"] for outcome in _outcomes(row)],
        "milestones": texts["milestones"],
        "action_cards": [{**row, "area_id": ids[row["area"]]} for row in texts["action_cards"]],
        "transition_meetings": _meetings(),
    }
    return {name: _table(name, rows) for name, rows in records.items()}


def write(folder: Path = FOLDER) -> None:
    """Write the source files, one a table and one for each kind of observations."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def files() -> dict[str, str]:
    """The content of every source file by its name."""
    frames = dict(tables())
    observations = frames.pop("observations")
    youths = observations["indicator_id"].str.contains("_per_1000")
    frames["observations_youth_crime"] = observations[youths]
    frames["observations_living_conditions"] = observations[~youths]
    return {f"{name}.csv": frame.to_csv(index=False, lineterminator="\n") for name, frame in frames.items()}


def random_stream(*name: object) -> numpy.random.Generator:
    """A stream of chance for each thing that is drawn: to add one does not change the others."""
    return numpy.random.default_rng([SEED, zlib.crc32(" ".join(map(str, name)).encode())])


def _places(texts: Mapping[str, Any]) -> pandas.DataFrame:
    """What figures are drawn for, one row each: the housing areas, the rest of the municipality, and the country.

    `strain` is how much harder than its kind an area has it, about -2 to 2.
    """
    names = [
        (name, row["town"], district)
        for district, row in enumerate(texts["districts"], start=1)
        for name in row["areas"]
    ]
    areas = pandas.DataFrame(names, columns=["name", "town", "district"])
    random = random_stream("places")
    kinds = [kind for kind, (number, _, _) in ESTATES.items() for _ in range(number)]
    areas["kind"] = random.permutation(kinds)
    low, high = (areas["kind"].map({kind: row[side] for kind, row in ESTATES.items()}) for side in (1, 2))
    areas["residents"] = random.uniform(low, high)
    areas["growth"] = random.normal(0.003, 0.006, len(areas))
    areas["strain"] = random.normal(size=len(areas))
    areas["organisation"] = random.choice(texts["housing_organisations"]["names"], len(areas))
    areas["area_id"] = [f"eks_omraade_{n:02}" for n in range(1, len(areas) + 1)]
    others = pandas.DataFrame(
        {
            "area_id": ["eks_udenfor", "danmark"],
            "name": ["", ""],
            "kind": ["rest", "country"],
            "strain": 0.0,
            "residents": [REST_RESIDENTS, COUNTRY_RESIDENTS],
            "growth": [0.003, 0.005],
        }
    )
    return pandas.concat([areas, others], ignore_index=True)


def _people(places: pandas.DataFrame) -> pandas.DataFrame:
    """Who lives in every place in every year: a row for each, with the populations that the series are out of."""
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


def _observations(people: pandas.DataFrame) -> pandas.DataFrame:
    """All observations: the series of single places, the municipality as their sum, amounts of districts too."""
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
    level = [numpy.interp(row.year, series.turn, levels[row.kind]) for row in rows.itertuples()]
    year, factor = series.jump
    return pandas.Series(level, rows.index) * numpy.where(rows["year"] >= year, factor, 1.0)


def _strain(spread: float, rows: pandas.DataFrame) -> pandas.Series:
    """What an area's strain multiplies its level by; 1 on average over the residents of its kind and year."""
    strain = numpy.exp(spread * rows["strain"])
    kind = [rows["kind"], rows["year"]]
    total = (strain * rows["residents"]).groupby(kind).transform("sum")
    return strain * rows["residents"].groupby(kind).transform("sum") / total


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
    districts = (of_district + parts).stack().rename("value").reset_index()
    districts["area_id"] = [f"eks_distrikt_{int(district)}" for district in districts["district"]]
    districts = districts.rename(columns={"year": "period_start"}).assign(indicator_id=name, age_group="all")
    return pandas.concat([_with_municipality(rows, ["value"]), districts[rows.columns]])


def _with_municipality(rows: pandas.DataFrame, numbers: list[str]) -> pandas.DataFrame:
    """The rows and their sum over the housing areas and the rest, which is the municipality."""
    same = ["indicator_id", "period_start", "age_group"]
    total = rows[rows["area_id"] != "danmark"].groupby(same, as_index=False)[numbers].sum()
    return pandas.concat([rows, total.assign(area_id=MUNICIPALITY)])


def _areas(texts: Mapping[str, Any], places: pandas.DataFrame) -> Iterator[dict[str, Any]]:
    yield from texts["other_areas"]
    for number, district in enumerate(texts["districts"], start=1):
        yield {
            "area_id": f"eks_distrikt_{number}",
            "name": district["name"],
            "level": Level.DISTRICT.value,
            "municipality_code": CODE,
            "town": district["town"],
        }
    for row in _estates(places):
        yield {
            "area_id": row.area_id,
            "name": row.name,
            "level": Level.HOUSING_AREA.value,
            "municipality_code": CODE,
            "town": row.town,
            "housing_organisation": row.organisation,
        }


def _estates(places: pandas.DataFrame) -> Iterator[tuple]:
    return places[places["kind"].isin(ESTATES)].itertuples(index=False)


def _memberships(texts: Mapping[str, Any], places: pandas.DataFrame) -> list[dict[str, str]]:
    pairs = [(MUNICIPALITY, "region_eksempel", "administrative"), ("eks_udenfor", MUNICIPALITY, "administrative")]
    pairs += [(f"eks_distrikt_{n}", MUNICIPALITY, "administrative") for n in range(1, len(texts["districts"]) + 1)]
    for row in _estates(places):
        pairs.append((row.area_id, MUNICIPALITY, "administrative"))
        pairs.append((row.area_id, f"eks_distrikt_{int(row.district)}", "city_district"))
        if row.kind in GROUPS:
            pairs.append((row.area_id, GROUPS[row.kind], "group"))
    return [dict(zip(("area_id", "parent_id", "kind"), pair, strict=True)) for pair in pairs]


def _lists(
    texts: Mapping[str, Mapping[str, str]], numbers: pandas.DataFrame
) -> tuple[list[dict[str, Any]], list[dict[str, str]]]:
    """The lists of every year and the areas on them, by the invented rules on the figures of the same year."""
    lists, designations = [], []
    for kind, rule in LISTS.items():
        words = {name: text.format(**rule._asdict()) for name, text in texts[kind].items()}
        for year in rule.years:
            on = _listed(rule, numbers, year)
            lists.append(
                {
                    "list_id": f"{kind}_{year}",
                    "kind": kind,
                    "year": year,
                    "list_date": f"{year}-12-01",
                    "areas_total": len(on),
                    "coverage": "complete",
                    "certainty": "A",
                    **words,
                }
            )
            designations += [{"list_id": f"{kind}_{year}", "area_id": area, "certainty": "A"} for area in on]
    return lists, designations


def _listed(rule: Rule, numbers: pandas.DataFrame, year: int) -> list[str]:
    """The housing areas that the rule puts on its list."""
    rows = numbers[(numbers["period_start"] == year) & numbers["area_id"].str.startswith("eks_omraade_")]
    number = rows["value"].fillna(100 * rows["count"] / rows["population"])
    figures = rows.assign(number=number).pivot(index="area_id", columns=["indicator_id", "age_group"], values="number")
    figures = figures.droplevel("age_group", axis=1)[["residents", "outside_labour_market_pct", "basic_education_pct"]]
    on = figures[(figures > [FEWEST_RESIDENTS - 1, rule.outside, rule.basic]).all(axis=1)].index.tolist()
    return [area for area in on if area not in _listed(LISTS[rule.unless_on], numbers, year)] if rule.unless_on else on


def _results(criterion: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What each project has reached at the end of each year, on a drawn way from the baseline to its last number."""
    for reached in criterion.get("reached", []):
        first, last = reached["years"]
        steps = random_stream(criterion["criterion_id"], reached["project_id"]).dirichlet([4.0] * (last - first + 1))
        start = criterion["baseline"]
        way = numpy.rint(start + (reached["value"] - start) * steps.cumsum()).astype(int)
        for year, value in zip(range(first, last + 1), way, strict=True):
            yield {
                "double_counted": False,
                **reached,
                "criterion_id": criterion["criterion_id"],
                "as_of": f"{year}-12-31",
                "value": value,
                "served": True,
                "counted": True,
            }


def _outcomes(group: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The persons of a group spread over its outcomes by chance, none with too few to show, and their total."""
    shares = group["shares"]
    random = random_stream(group["project_id"], group["group_da"])
    chances = [outcome["share"] for outcome in shares]
    persons = random.multinomial(group["persons"], chances)
    while ((persons > 0) & (persons < MINIMUM)).any():
        persons = random.multinomial(group["persons"], chances)
    total = {"outcome_da": "I alt", "outcome_en": "Total"}
    rows = [*zip(shares, persons, strict=True), (total, group["persons"])]
    for order, (outcome, number) in enumerate(rows, start=1):
        yield {**group, **outcome, "order": order, "persons": number, "is_total": outcome is total}


def _meetings() -> Iterator[dict[str, Any]]:
    """The statutory meetings of every year, from the first year's shares to the last one's."""
    for year in range(MEETING_YEARS[0], MEETING_YEARS[1] + 1):
        for meeting in MEETINGS:
            random = random_stream("meetings", meeting, year)
            share = {part: numpy.interp(year, MEETING_YEARS, shares) for part, shares in MEETING_SHARES.items()}
            numbers = {"planned": int(random.integers(*PLANNED_MEETINGS))}
            numbers["held"] = _part(random, numbers["planned"], share["held"])
            numbers["agreements"] = int(random.poisson(AGREEMENTS * numbers["held"]))
            numbers |= {
                part: _part(random, numbers[whole], share[part])
                for part, whole in MEETING_PARTS.items()
                if part != "held"
            }
            yield {"area_id": MUNICIPALITY, "year": year, "meeting": meeting, **numbers}


def _part(random: numpy.random.Generator, whole: int, share: float) -> int:
    """A drawn part of a whole, where neither the part nor the rest has too few to show."""
    part = random.binomial(whole, share)
    while 0 < part < MINIMUM or 0 < whole - part < MINIMUM:
        part = random.binomial(whole, share)
    return int(part)


def _with_seed(source: Mapping[str, str]) -> dict[str, str]:
    return {note: source[note].format(seed=SEED) for note in ("note_da", "note_en")}


def _table(name: str, records: Iterable[Mapping[str, Any]]) -> pandas.DataFrame:
    """A table of the contract as texts; a column that no record gives is empty."""
    columns = SOURCE_TABLES[name].columns()
    constant = {"source_id": SOURCE, "scheme": SCHEME}
    rows = [{column: _text(record.get(column, constant.get(column, ""))) for column in columns} for record in records]
    return pandas.DataFrame(rows, columns=columns, dtype="str")


def _text(field: object) -> str:
    """A field as a source file has it."""
    if isinstance(field, list):
        return "|".join(field)
    if isinstance(field, bool):
        return str(field).lower()
    if isinstance(field, float):
        return "" if numpy.isnan(field) else f"{field:g}" if field % 1 else f"{field:.0f}"
    return str(field)


if __name__ == "__main__":
    write()
