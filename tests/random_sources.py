"""Random source tables that mostly keep the contract, so that they come further than its first check.

Every table is drawn from the class that is its contract: a field takes one of its allowed values, an id that stands in
the table it refers to, a year, a number. Now and then a cell, a row or a table is odd: what a clerk's file may hold.

    python -m tests.random_sources 1000     as many sets of tables as asked, or until one ends in a traceback
"""

from __future__ import annotations

import sys
import tempfile
import time
import traceback
from enum import StrEnum
from pathlib import Path
from random import Random

import geopandas
from shapely.geometry import Point, box

from dashboard.prepare import command
from data.contracts import (
    DATE,
    DATE_OR_EMPTY,
    MEETING_PARTS,
    MONTH_OR_DATE,
    QUARTER,
    REFERENCES,
    SOURCE_TABLES,
    YEAR_OR_DATE,
    YEAR_OR_DATE_OR_EMPTY,
)
from data.contracts import (
    TRANSITION_OUTCOMES as OUTCOMES,
)
from data.errors import DataError, Text
from data.rows import Field, Row
from tests import small_dataset

Cells = dict[str, str]
Rows = dict[str, list[Cells]]

YEARS = range(2010, 2016)
NOT_SENT = dict.fromkeys(("sent_to", "sent_on", "decided_on"), "")
PARTS = [part for part, whole in MEETING_PARTS.items() if whole == "held"]
FIXED = ("levels", "layers", "areas", "indicators", "sources", "observations")
ODD = ("", "0", "-1", "1.234", "1,5", "abc", "99999999999", "2013-02-30", "æøå", "danmark", "NaN", "true", "1e9")
IN_YEARS = ("year", "valid_from", "valid_to", "before", "after", "start", "end")
WRITTEN = {
    DATE: ("2013-02-01", "2014-06-30"),
    DATE_OR_EMPTY: ("", "2013-02-01", "2014-06-30"),
    MONTH_OR_DATE: ("2013-02", "2014-06-30"),
    YEAR_OR_DATE: ("2013", "2014-06", "2014-06-30"),
    YEAR_OR_DATE_OR_EMPTY: ("", "2013", "2014-06-30"),
    QUARTER: ("2013-Q1", "2014-Q4"),
    r"^[a-z0-9_]+(-[0-9]+)?$": ("all", "15-17", "18-24"),
}
UNITS = {"per_1000": "1000", "per_10000": "10000", "percent": "100", "percent_change": "1", "count": "1"}


def tables(random: Random) -> Rows:
    """Rows of every table that has any."""
    rows: Rows = {"levels": [dict(row) for row in small_dataset.LEVELS], "layers": small_dataset.rows()["layers"]}
    rows["layers"][1]["file"] = "housing_area.parquet"
    rows["sources"] = _sources(random)
    rows["areas"] = _areas(random)
    rows["indicators"] = _indicators(random)
    rows["observations"] = _observations(random, rows)
    drawn = set(random.sample([name for name in SOURCE_TABLES if name not in FIXED], random.choice((0, 2, 8, 16))))
    for name in SOURCE_TABLES:  # those that others refer to come first
        if name in drawn:
            found = [_fitting(random, name, _row(random, name, rows), rows) for _ in range(random.randint(1, 6))]
            rows[name] = _unique(SOURCE_TABLES[name], [row for row in found if _is_filled(name, row)])
    rows["transition_outcomes"] = _every_outcome(rows.get("transition_outcomes", []))
    if random.random() < 0.3:
        _spoil(random, rows)
    return rows


def write(random: Random, rows: Rows, folder: Path) -> tuple[Path, Path]:
    """The folders of tables and of shapes."""
    return small_dataset.write_source(folder / "source", rows), _write_shapes(random, rows, folder / "geo")


def build(random: Random) -> bool:
    """Whether a random set is accepted; one that is refused is refused in words."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            command.build(*write(random, tables(random), Path(folder)))
        except DataError:
            return False
    return True


def _sources(random: Random) -> list[Cells]:
    classes = random.choice((("published",), ("register",), ("published", "register"), ("fictitious",)))
    (given,) = small_dataset.rows()["sources"]
    return [{**given, "source_id": f"kilde_{place}", "source_class": each} for place, each in enumerate(classes)]


def _areas(random: Random) -> list[Cells]:
    """Housing areas and what there may be around them: now and then without a country or a municipality."""
    empty = {**small_dataset.EMPTY_AREA, "municipality_code": ""}
    found = []
    if random.random() < 0.8:
        found.append({**empty, "area_id": "danmark", "name": "Danmark", "level": "country"})
    codes = random.choice(((), ("0999",), ("0999", "0998")))
    for code in codes:
        area = {"area_id": f"kommune_{code}", "name": f"By {code}", "level": "municipality", "municipality_code": code}
        found.append({**empty, **area})
    for place in range(random.randint(0, 5)):
        code = random.choice((*codes, "0997") if random.random() < 0.1 else codes or ("0999",))
        area = {"area_id": f"omraade_{place}", "name": f"Område {place}", "municipality_code": code}
        found.append({**empty, **area, "level": random.choice(("housing_area", "housing_area", "district"))})
    if random.random() < 0.4:
        found.append({**empty, "area_id": "gruppen", "name": "Gruppen", "level": "group"})
    return found


def _indicators(random: Random) -> list[Cells]:
    found = []
    for place in range(random.randint(0, 3)):
        unit = random.choice(list(UNITS))
        named = {"indicator_id": f"tal_{place}", "name_da": f"Tal {place}", "name_en": f"Number {place}"}
        counts = random.choice(("persons_charged", "charges", "residents", "persons"))
        drawn = {"unit": unit, "multiplier": UNITS[unit], "counts": counts, "theme": random.choice(("crime", "income"))}
        chosen = {"scale": random.choice(("quantiles", "natural", "equal", "pretty", "head_tail"))}
        likeness = {"likeness": random.choice(("", "size", "composition"))}
        found.append({**small_dataset.INDICATOR, **named, **drawn, **chosen, **likeness})
    return found


def _observations(random: Random, rows: Rows) -> list[Cells]:
    """Numbers in years or in periods of unequal length, by areas that may all be of one level."""
    if not rows["indicators"] or not rows["areas"] or random.random() < 0.05:
        return []
    is_public = all(source["source_class"] == "published" for source in rows["sources"])
    lengths = random.choice(((0,), (0, 2), (2,), (0, 1, 3))) if is_public or random.random() < 0.1 else (0,)
    ages = ("all", "15-17") if is_public or random.random() < 0.1 else ("all",)
    of_areas = random.choice((rows["areas"], [area for area in rows["areas"] if area["level"] == "housing_area"]))
    found = []
    for indicator in rows["indicators"]:
        for area in of_areas:
            for year in YEARS:
                if random.random() < 0.8:
                    found.append(
                        _observation(random, indicator, area, year, random.choice(lengths), random.choice(ages), rows)
                    )
    return _unique(SOURCE_TABLES["observations"], found)


def _observation(random: Random, indicator: Cells, area: Cells, year: int, length: int, age: str, rows: Rows) -> Cells:
    population = random.choice((20, 100, 1000, 50000))
    count = random.choice((0, 1, 3, population // 10, population // 2))
    numbers = {"value": "", "count": str(count), "population": str(population)}
    if indicator["unit"] in ("count", "percent_change") or random.random() < 0.1:
        numbers = {"value": str(random.choice((0, 1.5, 40, 99))), "count": "", "population": ""}
    status = "shown"
    if random.random() < 0.1:
        status = random.choice(("hidden", "not_collected", "not_relevant", "too_few"))
        numbers = dict.fromkeys(numbers, "")
    place = {"indicator_id": indicator["indicator_id"], "area_id": area["area_id"]}
    time = {"period_start": str(year), "period_end": str(year + length)}
    source = {"source_id": random.choice(rows["sources"])["source_id"], "status": status}
    return {**small_dataset.OBSERVATION, **place, **time, "age_group": age, **numbers, **source}


def _row(random: Random, table: str, rows: Rows) -> Cells:
    cells: Cells = {}
    for field in SOURCE_TABLES[table]._fields:
        for column in field.columns:
            cells[column] = _cell(random, table, field, column, rows)
    return cells


def _cell(random: Random, table: str, field: Field, column: str, rows: Rows) -> str:
    """A value that the contract allows for a field; empty now and then where it may be."""
    if (table, column) in REFERENCES:
        target, key = REFERENCES[table, column]
        ids = [row[key] for row in rows.get(target, [])]
        may_be_empty = field.kind is str and not field.checks
        return random.choice(ids) if ids and not (may_be_empty and random.random() < 0.4) else ""
    if field.is_optional and random.random() < 0.4:
        return ""
    for check in field.checks:
        if "allowed_values" in check.statistics:
            return str(random.choice(list(check.statistics["allowed_values"])))
        if check.statistics.get("pattern") in WRITTEN:
            return random.choice(WRITTEN[check.statistics["pattern"]])
    if field.kind is bool:
        return random.choice(("true", "false"))
    if field.kind in (int, float):
        return str(random.choice((*YEARS,) if column in IN_YEARS else (1, 5, 12, 40)))
    if issubclass(field.kind, StrEnum):
        return str(random.choice(list(field.kind)))
    return random.choice(("et", "to", "tre")) if field.kind is not Text else "Tekst"


def _fitting(random: Random, table: str, row: Cells, rows: Rows) -> Cells:
    """The row with what rules between its columns ask of it; no row where another table lacks what it needs."""
    municipalities = [area["area_id"] for area in rows["areas"] if area["level"] == "municipality"]
    if table.startswith("transition_") and "area_id" in row:
        row["area_id"] = random.choice(municipalities or [""])
    places = "|".join(area["area_id"] for area in rows["areas"][:2])
    applies_to = random.choice(("lists", *(indicator["indicator_id"] for indicator in rows["indicators"])))
    of_criteria = random.choice(rows.get("criteria") or [{}]).get("criterion_id", "")
    rules: dict[str, Cells] = {
        "projects": {"areas": places, "start": "2013", "end": "2014-06-30"},
        "grants": {"areas": places, "start": "2013", "end": "2014-06-30", "project_id": ""},
        "area_facts": {"start": "2013", "end": "2014-06-30"},
        "lists": {"coverage": "partial"},
        "breaks": {"applies_to": applies_to},
        "anchoring": {"covers": "structure", "project_id": ""},
        "lessons": {"project_id": ""},
        "memberships": {"valid_to": ""},
        "roles": {"valid_to": ""},
        "action_cards": {"status": "open", "closed": "", "opened": "2013-02-01", "due": "2014-06-30", **NOT_SENT},
        "bodies": {"is_top": "true", "parent_id": ""},
        "assessments": {"subject": "criterion", "subject_id": of_criteria},
        "transition_meetings": {"young": "40", "held": "12", **dict.fromkeys(PARTS, "5")},
        "process_measures": {"value": "5", "out_of": "12"},
    }
    return {**row, **rules.get(table, {})}


def _every_outcome(rows: list[Cells]) -> list[Cells]:
    """Each municipality and year with all its outcomes."""
    return _unique(
        SOURCE_TABLES["transition_outcomes"], [{**row, "outcome": each} for row in rows for each in OUTCOMES]
    )


def _is_filled(table: str, row: Cells) -> bool:
    """Whether everything that must refer to another row does."""
    keys = [field.name for field in SOURCE_TABLES[table]._fields if field.kind is str and field.checks]
    return all(row[key] for key in keys if (table, key) in REFERENCES or key == "subject_id")


def _unique(model: type[Row], rows: list[Cells]) -> list[Cells]:
    return list({tuple(row[name] for name in model.KEY): row for row in rows}.values())


def _spoil(random: Random, rows: Rows) -> None:
    """One table loses its rows, or one cell is odd."""
    name = random.choice([name for name, given in rows.items() if given])
    if random.random() < 0.3:
        rows[name] = []
    else:
        row = random.choice(rows[name])
        row[random.choice(list(row))] = random.choice(ODD)


def _write_shapes(random: Random, rows: Rows, folder: Path) -> Path:
    """A square a municipality; every other area is an outline or a point in one, or has no place."""
    small_dataset.write_shapes(folder)
    notes = {
        "geometry_note_da": "Et kort, i nærheden",
        "geometry_note_en": "A map",
        "geometry_certainty": "A",
        "geometry_source_id": random.choice([row["source_id"] for row in rows["sources"]] or ["kilde_0"]),
        "boundary_year": 2021,
    }
    of_level: dict[str, list[str]] = {"municipality": [], "housing_area": []}
    for area in rows["areas"]:
        of_level.setdefault(area["level"], []).append(area["area_id"])
    areas = [area for area in rows["areas"] if area["level"] in ("housing_area", "district")]
    drawn = areas if random.random() < 0.9 else areas[1:]
    squares = [box(9 + place, 55, 10 + place, 56) for place, _ in enumerate(of_level["municipality"])]
    west = {f"kommune_{code}": place for place, code in enumerate(("0999", "0998"))}
    east = [9.5 + west.get(f"kommune_{area['municipality_code']}", 0) for area in drawn]
    places = [Point(x, 55.5) if random.random() < 0.7 else box(x - 0.1, 55.4, x + 0.1, 55.6) for x in east]
    kinds = ["point" if shape.geom_type == "Point" else "outline" for shape in places]
    _frame(of_level["municipality"], ["outline"] * len(squares), squares, notes).to_parquet(
        folder / "municipality.parquet"
    )
    (folder / "housing_area.geojson").unlink()
    _frame([area["area_id"] for area in drawn], kinds, places, notes).to_parquet(folder / "housing_area.parquet")
    return folder


def _frame(ids: list[str], kinds: list[str], shapes: list[object], notes: dict[str, object]) -> geopandas.GeoDataFrame:
    columns = {"area_id": ids, "geometry_kind": kinds, **{name: [given] * len(ids) for name, given in notes.items()}}
    frame = geopandas.GeoDataFrame(columns, geometry=shapes, crs="EPSG:4326")
    return frame.astype({"boundary_year": "Int64"})


def main(given: list[str]) -> int:
    """Try as many sets as asked; the first that ends in a traceback is told by its seed."""
    asked, first = int(given[0]) if given else 100, int(given[1]) if len(given) > 1 else 0
    command.say = lambda sentence: None
    accepted, began = 0, time.monotonic()
    for seed in range(first, first + asked):
        try:
            accepted += build(Random(seed))
        except Exception:
            traceback.print_exc()
            print(f"seed {seed}: a traceback after {seed - first} sets")
            return 1
    print(f"{asked} sets from seed {first}: {accepted} accepted, {asked - accepted} refused in words, no traceback,")
    print(f"in {time.monotonic() - began:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
