"""Faults of the annual report of housing: departments without a place, numbers of nobody, years that are missing.

Every sentence says how the row is mended.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas

from data.contracts import SECTORS, WHOLE, Level, Status
from data.errors import Text
from data.faults import Fault

A_UNIT = Text(
    f"et id fra departments.csv, eller {' eller '.join(SECTORS)} for sektorens øvrige boliger",
    f"an id from departments.csv, or {' or '.join(SECTORS)} for the other dwellings of the sector",
)
SAME_MUNICIPALITY = Text("afdelingens kommune i departments.csv", "the department's municipality in departments.csv")
A_CATEGORY = Text("en kategori af parameteren i annual_parameters.csv", "a category of it in annual_parameters.csv")
ONE_UNIT = Text("samme enhed for alle kategorier af parameteren", "the same unit for every category of the parameter")
A_MUNICIPALITY = Text("en kommune", "a municipality")
A_HOUSING_AREA = Text("et boligområde", "a housing area")
LIES = Text("within eller near, når et boligområde er nævnt", "within or near, as a housing area is named")
AREA_OF = Text("et boligområde, når lies er udfyldt", "a housing area, as lies is filled in")
SHARE = Text("antal og befolkning, når status er shown", "count and population, as the status is shown")
RENT = Text("værdi og kvadratmeter (population), når status er shown", "value and square metres (population), as shown")
NO_NUMBER = Text("et tomt felt, når status ikke er shown", "an empty field, as the status is not shown")
AT_MOST = Text("højst befolkningen", "at most the population")
ALL_CATEGORIES = Text(
    "et tal for hver kategori af parameteren det år, eller en anden status",
    "a number for every category of the parameter that year, or another status",
)
ONE_POPULATION = Text(
    "samme befolkning i alle kategorier, og ikke flere i dem tilsammen",
    "the same population in every category, and no more in all of them together",
)
EVERY_YEAR = Text(
    "tal for hvert år fra det første til det sidste: skriv rækker for {year}, om så med status not_collected",
    "numbers for every year from the first to the last: write rows for {year}, if only with status not_collected",
)
NO_AREA = Text(
    "intet område: en boligafdeling står i departments.csv, for tal for den og for boligområdet kan trækkes fra "
    "hinanden",
    "no area: a housing department stands in departments.csv, for its numbers and the housing area's can be subtracted",
)
RESERVED = Text("et andet id end en sektors eller kommunens", "another id than that of a sector or the municipality")


def findings(tables: Mapping[str, pandas.DataFrame]) -> Iterator[Fault]:
    """The faulty fields of a column with what was expected.

    tables: those that could be read, by name, with the columns of `contracts.Department`, `AnnualParameter`,
    `GivenAnnualFigure`, `GivenArea` and `AreaLevel`.
    """
    if {"departments", "areas", "levels"} <= set(tables):
        yield from _of_departments(tables["departments"], tables["areas"], tables["levels"])
    if {"annual_figures", "departments", "annual_parameters"} <= set(tables):
        figures, parameters = tables["annual_figures"], tables["annual_parameters"]
        unit = parameters.drop_duplicates("parameter_id").set_index("parameter_id")["unit"]
        yield parameters.loc[parameters["unit"] != parameters["parameter_id"].map(unit), "unit"], ONE_UNIT
        if len(figures):  # of a column without a field pandas does not know the type
            yield from _of_units(figures, tables["departments"])
            yield from _of_numbers(figures, figures["parameter_id"].map(unit))
            yield from _of_categories(figures, parameters)
            yield from _of_years(figures)


def _of_departments(
    departments: pandas.DataFrame, areas: pandas.DataFrame, levels: pandas.DataFrame
) -> Iterator[Fault]:
    kinds = levels.drop_duplicates("level").set_index("level")["kind"]
    kind = areas["level"].map(kinds)
    yield areas.loc[kind == Level.DEPARTMENT, "level"], NO_AREA
    by_id = kind.groupby(areas["area_id"]).last()
    for column, wanted, expected in (
        ("municipality_id", Level.MUNICIPALITY, A_MUNICIPALITY),
        ("area_id", Level.HOUSING_AREA, A_HOUSING_AREA),
    ):
        named = departments[column]
        is_another = named.isin(by_id.index) & (named.map(by_id) != wanted)
        yield named[is_another], expected
    has_area = departments["area_id"] != ""
    yield departments.loc[has_area & (departments["lies"] == ""), "lies"], LIES
    yield departments.loc[~has_area & (departments["lies"] != ""), "area_id"], AREA_OF
    yield departments.loc[departments["department_id"].isin({*SECTORS, WHOLE}), "department_id"], RESERVED


def _of_units(figures: pandas.DataFrame, departments: pandas.DataFrame) -> Iterator[Fault]:
    home = departments.drop_duplicates("department_id").set_index("department_id")["municipality_id"]
    unit = figures["unit_id"]
    is_department = unit.isin(home.index)
    yield unit[~is_department & ~unit.isin(SECTORS)], A_UNIT
    yield figures.loc[is_department & (unit.map(home) != figures["municipality_id"]), "unit_id"], SAME_MUNICIPALITY


def _of_numbers(figures: pandas.DataFrame, unit: pandas.Series) -> Iterator[Fault]:
    count, population, value = (figures[name].astype("float64") for name in ("count", "population", "value"))
    shown, is_share = figures["status"] == Status.SHOWN, unit == "percent"
    yield figures.loc[shown & is_share & (count.isna() | population.isna()), "count"], SHARE
    yield figures.loc[shown & ~is_share & (value.isna() | population.isna()), "value"], RENT
    yield figures.loc[~shown & (count.notna() | value.notna()), "count"], NO_NUMBER
    yield figures.loc[count > population, "count"], AT_MOST


def _of_categories(figures: pandas.DataFrame, parameters: pandas.DataFrame) -> Iterator[Fault]:
    """Categories that nobody knows, that are missing, or in which together there are more than there are persons."""
    named = pandas.MultiIndex.from_frame(parameters[["parameter_id", "category"]])
    is_known = pandas.MultiIndex.from_frame(figures[["parameter_id", "category"]]).isin(named)
    yield figures.loc[~is_known & figures["parameter_id"].isin(parameters["parameter_id"]), "category"], A_CATEGORY
    by = [figures[name] for name in ("parameter_id", "municipality_id", "unit_id", "year")]
    due = figures["parameter_id"].map(parameters.groupby("parameter_id")["category"].nunique())
    shown = figures["category"].where(figures["status"] == Status.SHOWN)
    found = shown.groupby(by).transform("nunique")
    yield figures.loc[(found > 0) & (found < due) & shown.notna(), "category"], ALL_CATEGORIES
    persons = figures["population"].astype("float64").groupby(by)
    too_many = figures["count"].astype("float64").groupby(by).transform("sum") > persons.transform("min")
    yield figures.loc[(due > 1) & ((persons.transform("nunique") > 1) | too_many), "population"], ONE_POPULATION


def _of_years(figures: pandas.DataFrame) -> Iterator[Fault]:
    """Years without a single number between the first and the last of a parameter: told at the year after the gap."""
    years = figures.drop_duplicates(["parameter_id", "municipality_id", "year"]).sort_values("year", kind="stable")
    before = years.groupby(["parameter_id", "municipality_id"])["year"].shift()
    for gap in years.index[(years["year"] - before > 1).fillna(False).astype(bool)]:
        missing = int(before[gap]) + 1
        expected = Text(EVERY_YEAR.da.format(year=missing), EVERY_YEAR.en.format(year=missing))
        yield years.loc[[gap], "year"], expected
