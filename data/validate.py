"""Whether source tables keep the contract: values, keys, references, and rules between columns.

The tables come from `data.read`, their index telling the file and the spreadsheet row of every record.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import pandas
import pandera.pandas as pandera
from pandera.errors import SchemaError, SchemaErrors

from data import (
    annual_faults,
    cooperation_faults,
    instrument_faults,
    remark_faults,
    succession_faults,
    validate_efforts,
    validate_need,
)
from data.contracts import DATES, PUBLISHABLE, REFERENCES, SINGLE_LEVELS, SOURCE_TABLES, Status
from data.errors import Finding, Text
from data.faults import at

PER = {"per_1000": 1000, "per_10000": 10000, "per_100000": 100000, "percent": 100}  # of a rate or share, by unit
VALUES = ("count", "mean", "amount", "index")  # units whose value nothing is computed from

UNIQUE = Text("én række for hver {key}", "one row for each {key}")
REFERENCE = Text("en værdi, der findes i {file}, kolonne {column}", "a value found in {file}, column {column}")
PERIOD_ORDER = Text("et slut, der ikke ligger før begyndelsen ({start})", "an end not before its start ({start})")
NOT_NEGATIVE = Text("et tal, der ikke er negativt", "a number that is not negative")
AT_MOST_100 = Text("højst 100 procent", "at most 100 per cent")
PEOPLE = Text("en befolkning over 0", "a population above 0")
AT_MOST_POPULATION = Text("højst befolkningen, når enheden er percent", "at most the population of a percentage")
POPULATION = Text("en befolkning at måle antallet af personer mod", "a population to measure the persons against")
NO_NUMBER = Text("et tomt felt, når status ikke er shown", "an empty field, as the status is not shown")
NUMBER = Text("en værdi eller antal og befolkning, når status er shown", "a value, or count and population, when shown")
VALUE = Text("en værdi, når status er shown", "a value, as the status is shown")
LIST_TOTAL = Text("{n} områder, når listen er complete", "{n} areas, as the list is complete")
MULTIPLIER = Text("den multiplikator, der hører til enheden", "the multiplier that belongs to the unit")
REAL_DATE = Text("en dato, der findes", "a date that exists")
ONE_LEVEL = Text("højst ét niveau af denne slags", "at most one level of this kind")
OWN_PLACE = Text("et tal for hvert niveau", "a number of its own for each level")
PUBLISHED = Text("højst det, der kan diskretioneres på niveauet", "at most what can be controlled at the level")
PATTERN = Text("et regulært udtryk", "a regular expression")
NAMED_LINES = Text("et navn, når laget ikke har et niveau", "a name, as the layer has no level")
ANOTHER_AREA = Text("et andet område end area_id", "another area than area_id")
PAIR_ONCE = Text("hvert par af områder én gang", "each pair of areas once")
APPLIES_TO = Text("en indikator eller lists", "an indicator, or lists")


def findings(tables: dict[str, pandas.DataFrame], earlier: Iterable[Finding] = ()) -> list[Finding]:
    """Every fault of the tables; a field with one of the `earlier` faults is not told again.

    tables: as they can be read, by name, each with the columns of its row class in `contracts.SOURCE_ROWS` and
    the index file, row.
    """
    earlier = list(earlier)
    told = {(finding.file, finding.row, finding.column) for finding in earlier}
    unparsed = {(finding.file, finding.row) for finding in earlier}
    new: list[Finding] = []
    for finding in _all(tables, unparsed):
        place = (finding.file, finding.row, finding.column)
        if place not in told:
            told.add(place)
            new.append(finding)
    return new


def _all(tables: dict[str, pandas.DataFrame], unparsed: set[tuple[str, int | None]]) -> Iterator[Finding]:
    for name, frame in tables.items():
        if frame.empty:  # pandera takes as long for a table without rows, and most of a small dataset have none
            continue
        yield from _values(frame, SOURCE_TABLES[name].schema())
        yield from _dates(frame, SOURCE_TABLES[name].schema())
        yield from _duplicates(frame, SOURCE_TABLES[name].schema().unique)
        if {"valid_from", "valid_to"} <= set(frame):
            yield from _wrong_order(frame, "valid_from", "valid_to")
    yield from _references(tables)
    if "levels" in tables:
        yield from _level_faults(tables["levels"])
    if "layers" in tables:
        yield from _layer_faults(tables["layers"])
    if "indicators" in tables:
        due = tables["indicators"]["unit"].map(PER)
        multiplier = tables["indicators"]["multiplier"]
        yield from at(multiplier[due.notna() & (due != multiplier.astype("float64"))], MULTIPLIER)
    if {"observations", "indicators"} <= set(tables):
        lost = tables["observations"].index.isin(list(unparsed))  # a number lost in reading is told
        yield from _observation_faults(tables["observations"][~lost], tables["indicators"])
    if {"lists", "designations"} <= set(tables):
        yield from _list_faults(tables["lists"], tables["designations"])
    if {"breaks", "indicators"} <= set(tables):
        applies_to = tables["breaks"]["applies_to"]
        yield from at(applies_to[~applies_to.isin({"lists", *tables["indicators"]["indicator_id"]})], APPLIES_TO)
    if "area_relations" in tables:
        yield from _relation_faults(tables["area_relations"])
    yield from validate_efforts.findings(tables)
    yield from validate_need.findings(tables)
    for faults in (cooperation_faults, instrument_faults, annual_faults, remark_faults, succession_faults):
        for fields, expected in faults.findings(tables):
            yield from at(fields, expected)


def _values(frame: pandas.DataFrame, schema: pandera.DataFrameSchema) -> Iterator[Finding]:
    """Values outside what the contract allows for their column. Duplicate keys are told by `_duplicates`."""
    try:
        schema.validate(frame.reset_index(drop=True), lazy=True)
    except SchemaErrors as errors:
        for error in errors.schema_errors:
            if error.schema.name in frame:
                positions = [row for row in error.failure_cases["index"] if row is not None]
                yield from at(frame[error.schema.name].iloc[positions], _allowed(error))


def _allowed(error: SchemaError) -> Text:
    """What the contract allows, in words."""
    check = getattr(error.check, "name", "")
    rule = getattr(error.check, "statistics", {})
    if check == "isin":
        values = ", ".join(f"»{value}«" for value in rule["allowed_values"])
        return Text(f"en af {values}", f"one of {values}")
    if check == "str_matches":
        return Text(f"mønsteret {rule['pattern']}", f"the pattern {rule['pattern']}")
    if check == "greater_than_or_equal_to":
        return Text(f"mindst {rule['min_value']}", f"at least {rule['min_value']}")
    if check == "less_than_or_equal_to":
        return Text(f"højst {rule['max_value']}", f"at most {rule['max_value']}")
    return Text("et felt, der er udfyldt", "a field that is filled in")


def _dates(frame: pandas.DataFrame, schema: pandera.DataFrameSchema) -> Iterator[Finding]:
    """Dates of the right pattern that no calendar has: 2005-13, 2023-02-30."""
    for name, column in schema.columns.items():
        if any(check.statistics.get("pattern") in DATES for check in column.checks):
            yield from at(frame.loc[~frame[name].map(_is_date).astype(bool), name], REAL_DATE)


def _is_date(text: str) -> bool:
    """Whether a date, a month or a year is real, or the field empty."""
    try:
        return not text or bool(date.fromisoformat(f"{text}-01-01"[:10]))
    except ValueError:
        return False


def _duplicates(frame: pandas.DataFrame, key: list[str]) -> list[Finding]:
    again = frame[frame.duplicated(key)]
    expected = Text(UNIQUE.da.format(key=", ".join(key)), UNIQUE.en.format(key=", ".join(key)))
    return [
        Finding(file, ", ".join("" if pandas.isna(value) else str(value) for value in record), expected, row)
        for (file, row), record in zip(again.index, again[key].itertuples(index=False), strict=True)
    ]


def _references(tables: dict[str, pandas.DataFrame]) -> Iterator[Finding]:
    for (table, column), (target, target_column) in REFERENCES.items():
        if {table, target} <= set(tables) and not tables[table].empty:
            fields = tables[table][column]
            unknown = fields[(fields != "") & ~fields.isin(tables[target][target_column])]
            yield from at(unknown, _reference(target, target_column))
    if {"projects", "areas"} <= set(tables):
        ids = tables["projects"]["areas"].str.split("|").explode()
        yield from at(ids[(ids != "") & ~ids.isin(tables["areas"]["area_id"])], _reference("areas", "area_id"))


def _reference(table: str, column: str) -> Text:
    places = {"file": f"{table}.csv", "column": column}
    return Text(REFERENCE.da.format(**places), REFERENCE.en.format(**places))


def _wrong_order(frame: pandas.DataFrame, start: str, end: str) -> list[Finding]:
    wrong = (frame[end] < frame[start]).fillna(False).astype(bool)
    return at(frame.loc[wrong, end], Text(PERIOD_ORDER.da.format(start=start), PERIOD_ORDER.en.format(start=start)))


def _observation_faults(observations: pandas.DataFrame, indicators: pandas.DataFrame) -> Iterator[Finding]:
    """Numbers that cannot be, and numbers and statuses that contradict each other."""
    catalogue = indicators.drop_duplicates("indicator_id").set_index("indicator_id")
    unit = observations["indicator_id"].map(catalogue["unit"])
    counts = observations["indicator_id"].map(catalogue["counts"]).astype("str")
    persons = counts.str.startswith("persons").fillna(False).astype(bool)
    value, count, population = (observations[name].astype("float64") for name in ("value", "count", "population"))
    shown = observations["status"] == Status.SHOWN
    missing = observations["status"].isin(set(Status) - {Status.SHOWN})
    is_value = unit.isin(VALUES)
    computable = count.notna() & population.notna() & (unit != "count")
    yield from _wrong_order(observations, "period_start", "period_end")
    for column, faulty, expected in (
        ("count", count < 0, NOT_NEGATIVE),
        ("value", (value < 0) & (unit != "percent_change"), NOT_NEGATIVE),
        ("value", (value > 100) & (unit == "percent"), AT_MOST_100),
        ("population", population <= 0, PEOPLE),
        ("count", (count > population) & (unit == "percent"), AT_MOST_POPULATION),
        ("population", persons & count.notna() & population.isna() & (unit != "count"), POPULATION),
        ("value", missing & value.notna(), NO_NUMBER),
        ("count", missing & count.notna(), NO_NUMBER),
        ("value", shown & value.isna() & is_value, VALUE),
        ("value", shown & value.isna() & ~computable & ~is_value, NUMBER),
    ):
        yield from at(observations.loc[faulty, column], expected)


def _level_faults(levels: pandas.DataFrame) -> Iterator[Finding]:
    """Levels that no rule can tell apart, and more than a register may publish at a level of the kind."""
    yield from at(levels.loc[levels["kind"].isin(SINGLE_LEVELS) & levels.duplicated("kind"), "kind"], ONE_LEVEL)
    yield from at(levels.loc[levels.duplicated("order"), "order"], OWN_PLACE)
    most = levels["kind"].map({kind.value: published.value for kind, published in PUBLISHABLE.items()})
    yield from at(
        levels.loc[most.notna() & (levels["published"] != "") & (levels["published"] != most), "published"], PUBLISHED
    )


def _layer_faults(layers: pandas.DataFrame) -> Iterator[Finding]:
    """Patterns that are none, and lines to orient by that a reader could not switch on."""
    yield from at(layers.loc[~layers["area_ids"].map(_is_pattern).astype(bool), "area_ids"], PATTERN)
    lines = layers["level"] == ""
    for column in ("borders", "name_da"):
        yield from at(layers.loc[lines & (layers[column] == ""), column], NAMED_LINES)


def _is_pattern(text: str) -> bool:
    try:
        return bool(re.compile(text))
    except re.error:
        return False


def _list_faults(lists: pandas.DataFrame, designations: pandas.DataFrame) -> Iterator[Finding]:
    """A list said to be complete must have all its areas: only then may the product say "not on the list"."""
    counts = lists["list_id"].map(designations.groupby("list_id").size()).fillna(0).astype(int)
    total = lists["areas_total"]
    short = (lists["coverage"] == "complete") & (total != counts).fillna(True).astype(bool)
    rows = zip(lists.index[short], lists.loc[short, "list_id"], total[short], counts[short], strict=True)
    for (file, row), list_id, due, n in rows:
        expected = Text(LIST_TOTAL.da.format(n=due), LIST_TOTAL.en.format(n=due))
        yield Finding(file, f"{list_id}: {n}", expected, row, "coverage")


def _relation_faults(relations: pandas.DataFrame) -> Iterator[Finding]:
    """An area that is part of itself, and two that are each part of the other."""
    area_ids, others = relations["area_id"], relations["other_id"]
    yield from at(others[area_ids == others], ANOTHER_AREA)
    pairs = pandas.Series([frozenset(pair) for pair in zip(area_ids, others, strict=True)], index=relations.index)
    turned = pairs.duplicated() & ~relations.duplicated(["area_id", "other_id"])
    yield from at(others[turned], PAIR_ONCE)
