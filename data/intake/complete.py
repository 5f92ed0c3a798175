"""What was not handed in and can be derived: levels, municipality, country, memberships, texts in English, layers."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

from data.charges import COUNTRY
from data.contracts import SOURCE_TABLES, Level, Status
from data.errors import Text
from data.intake import fields, said, words
from data.intake.dataset import Dataset, LevelGiven, municipality_code
from data.intake.desk import Desk
from data.intake.entries import Entry, Tables
from data.intake.messages import Place

OFFICIAL = Path(__file__).parents[1] / "source" / "published" / "areas.csv"  # has all Danish municipalities
DRAWN = (Level.REGION, Level.MUNICIPALITY, Level.DISTRICT, Level.HOUSING_AREA)
TOLERANCES = {Level.REGION: "270", Level.MUNICIPALITY: "270", Level.DISTRICT: "20", Level.HOUSING_AREA: "5"}
MULTIPLIERS = {"per_1000": "1000", "per_10000": "10000", "per_100000": "100000", "percent": "100"}
FIRST_WORDS = {
    "certainty": "A",
    "value_certainty": "A",
    "period_certainty": "A",
    "breakdown": "all",
    "age_group": "all",
}


@cache
def official_municipalities() -> dict[str, str]:
    """The names of the Danish municipalities by their code."""
    if not OFFICIAL.is_file():
        return {}
    with OFFICIAL.open(encoding="utf-8", newline="") as file:
        return {row["municipality_code"]: row["name"] for row in csv.DictReader(file) if row["level"] == "municipality"}


def areas(entries: list[Entry], desk: Desk) -> None:
    """Level and municipality of the areas that do not say them, the municipalities and the country themselves."""
    dataset = desk.dataset
    for entry in _in_other_forms(entries):
        entry.cells["level"] = _level(entry["level"], dataset)
        entry.cells["municipality_code"] = municipality_code(entry["municipality_code"]) or _code_of(entry, dataset)
    _add_municipalities(entries, desk)
    _add_country(entries, desk)


def _level(written: str, dataset: Dataset) -> str:
    """The id of a level by its id, its name or the Danish word for its kind; the finest where nothing is said."""
    if not written:
        return dataset.finest.level
    for level in dataset.levels:
        if words.plain(written) in map(words.plain, (level.level, level.name.da, level.name.en, level.plural.da)):
            return level.level
    kind = words.codes("areas", "level").get(words.plain(written), "")
    found = dataset.of_kind(Level(kind)) if kind in set(Level) else None
    return found.level if found else words.slug(written)


def _code_of(entry: Entry, dataset: Dataset) -> str:
    """A municipality's code by its name, or the dataset's own."""
    name = words.plain(entry["municipality_name"]).removesuffix("kommune")
    by_name = {words.plain(name): code for code, name in official_municipalities().items()}
    if name and dataset.is_danish and name in by_name:
        return by_name[name]
    level = _kind_of(entry, dataset)
    return "" if level in (Level.COUNTRY, Level.REGION, Level.GROUP) else dataset.municipality_code


def _kind_of(entry: Entry, dataset: Dataset) -> Level | None:
    return next((level.kind for level in dataset.levels if level.level == entry["level"]), None)


def _add_municipalities(entries: list[Entry], desk: Desk) -> None:
    """A row for each municipality that areas lie in and that is not among them."""
    dataset = desk.dataset
    level = dataset.of_kind(Level.MUNICIPALITY)
    if level is None:
        return
    there = {entry["municipality_code"] for entry in entries if entry["level"] == level.level}
    for code in sorted({entry["municipality_code"] for entry in _in_other_forms(entries)} - there - {""}):
        lying = [entry for entry in entries if entry["municipality_code"] == code]
        name = _municipality_name(code, lying, dataset)
        if not name:
            desk.report.say(said.UNKNOWN_MUNICIPALITY, [entry.place("municipality_code") for entry in lying], code)
            name = f"Kommune {code}"
        cells = {"area_id": f"{level.level if not dataset.is_danish else 'kommune'}_{words.slug(code)}", "name": name}
        entries.append(Entry({**cells, "level": level.level, "municipality_code": code}))
        _tell(desk, Text(f"{level.name.da} {name}", f"{level.name.en} {name}"))


def _municipality_name(code: str, lying: list[Entry], dataset: Dataset) -> str:
    if code == dataset.municipality_code and dataset.municipality_name:
        return dataset.municipality_name
    official = official_municipalities().get(code, "") if dataset.is_danish else ""
    return official or ("" if dataset.is_danish else next((entry["municipality_name"] for entry in lying), ""))


def _add_country(entries: list[Entry], desk: Desk) -> None:
    level = desk.dataset.of_kind(Level.COUNTRY)
    if level is None:
        return
    given = [entry for entry in entries if entry["level"] == level.level]
    for entry in _in_other_forms(given[:1]):  # pages know the country by one id, whichever it is
        entry.cells["_given_id"], entry.cells["area_id"] = entry["_given_id"] or entry["area_id"], COUNTRY
    if given or (entries and not _in_other_forms(entries)):
        return
    name = desk.dataset.country
    entries.append(Entry({"area_id": COUNTRY, "name": name, "level": level.level}))
    _tell(desk, Text(f"{level.name.da} {name}", f"{level.name.en} {name}"))


def memberships(tables: Tables, desk: Desk) -> None:
    """Each area in its municipality, where no membership says so."""
    level = desk.dataset.of_kind(Level.MUNICIPALITY)
    if level is None:
        return
    parents = {
        entry["municipality_code"]: entry["area_id"] for entry in tables["areas"] if entry["level"] == level.level
    }
    said_already = {entry["area_id"] for entry in tables["memberships"] if entry["kind"] in ("", "administrative")}
    for entry in _in_other_forms(tables["areas"]):
        parent = parents.get(entry["municipality_code"])
        if parent and parent != entry["area_id"] and entry["area_id"] not in said_already:
            cells = {"area_id": entry["area_id"], "parent_id": parent, "kind": "administrative"}
            tables["memberships"].append(Entry(cells))


def levels(tables: Tables, dataset: Dataset) -> None:
    """`levels` and `layers` by the settings: the levels that the areas have, and a file of shapes for each."""
    used = {entry["level"] for entry in tables["areas"]}
    levels_used = [level for level in dataset.levels if level.level in used]
    tables["levels"] = [Entry(_level_cells(order, level)) for order, level in enumerate(levels_used, start=1)]
    tables["layers"] = [Entry(_layer_cells(level)) for level in levels_used if level.kind in DRAWN]


def _level_cells(order: int, level: LevelGiven) -> dict[str, str]:
    return {
        "level": level.level,
        "order": str(order),
        "kind": level.kind.value,
        "name_da": level.name.da,
        "name_en": level.name.en,
        "plural_da": level.plural.da,
        "plural_en": level.plural.en,
        "inside_da": level.inside.da,
        "inside_en": level.inside.en,
        "published": level.published,
        "has_marks": "true" if level.has_marks else "false",
        "borders": level.borders,
    }


def _layer_cells(level: LevelGiven) -> dict[str, str]:
    file = {"layer_id": level.level, "level": level.level, "file": f"{level.level}.parquet"}
    return {**file, "tolerance": TOLERANCES[level.kind], "coverage": "false"}


def indicators(entries: list[Entry], desk: Desk) -> None:
    """What an indicator need not say: no judgement, one decimal, the multiplier of its unit, its name as definition."""
    for entry in _in_other_forms(entries):
        unit = entry["unit"]
        defaults = {
            "theme": "population",
            "definition_da": entry["name_da"],
            "multiplier": MULTIPLIERS.get(unit, "1"),
            "direction": "no_judgement",
            "counts": "persons",
            "place": "residence" if entry["counts"].startswith("persons") else "none",
            "decimals": "0" if unit == "count" else "1",
            "scale": "quantiles",
        }
        for column, default in defaults.items():
            if not entry[column]:
                entry.cells[column] = default
                if column in ("theme", "direction"):
                    name = words.column_word("indicators", column)
                    told = words.code_words("indicators", column).get(default, default)
                    desk.report.say(
                        said.DERIVED.filled(what=Text(f"{name} »{told}«", f"{column} {default}")),
                        entry.place(),
                        entry["name_da"],
                    )


def observations(tables: Tables, desk: Desk) -> None:
    """The source, page and status of the numbers that do not say theirs."""
    sources = [entry["source_id"] for entry in tables["sources"]]
    for entry in _in_other_forms(tables["observations"]):
        plan = entry.plan
        if not entry["source_id"]:
            given = desk.answers.text("sheets", plan.name, "source_id") if plan else ""
            entry.cells["source_id"] = given or (sources[0] if len(sources) == 1 else "")
        if plan and not entry["page"]:
            entry.cells["page"] = f"{plan.sheet.file}, ark {plan.sheet.name}" if plan.sheet.name else plan.sheet.file
        if not entry["status"]:
            entry.cells["status"] = Status.SHOWN.value
        if entry["status"] != Status.SHOWN:
            entry.cells |= {"value": "", "count": ""}
        told = entry["_told"]
        if told and not entry["note_da"]:
            entry.cells["note_da"] = f"Opgjort: {told}"
            entry.cells["note_en"] = f"As of: {told}"


def others(tables: Tables, desk: Desk) -> None:
    """What every other table need not say: the dataset's own scheme, the only source, today's truths."""
    sources = [entry["source_id"] for entry in tables["sources"]]
    fill: dict[str, Callable[[Entry], str]] = {
        "scheme": lambda _: desk.dataset.dataset_id,
        "scheme_da": lambda _: desk.dataset.name.da,
        "source_id": lambda _: sources[0] if len(sources) == 1 else "",
        "certainty": lambda _: "A",
        "served": lambda _: "true",
        "counted": lambda _: "true",
        "double_counted": lambda _: "false",
        "target_group_da": lambda _: "Ikke oplyst",
    }
    for table, entries in tables.items():
        columns = set(SOURCE_TABLES[table].columns())
        for entry in _in_other_forms(entries):
            for column, value in fill.items():
                if column in columns and not entry[column]:
                    entry.cells[column] = value(entry)
    for entry in _in_other_forms(tables["projects"]):
        entry.cells["status"] = entry["status"] or "running"
        entry.cells["as_of"] = entry["as_of"] or _year_of(tables)
        entry.cells["period"] = entry["period"] or "-".join(filter(None, (entry["start"][:4], entry["end"][:4])))
    for entry in _in_other_forms(tables["memberships"]):
        entry.cells["kind"] = entry["kind"] or "administrative"


def _year_of(tables: Tables) -> str:
    """The year that the figures are from: the latest one of the sources, else of the numbers."""
    years = [entry["published"][:4] for entry in tables["sources"] if entry["published"][:4].isdigit()]
    years = years or [entry["period_end"] for entry in tables["observations"]]
    return max(years, default="")


def texts(tables: Tables) -> None:
    """Every English text that was not given is the Danish one; other empty fields hold what their column begins as."""
    for table, entries in tables.items():
        for column in SOURCE_TABLES[table].columns():
            kind = fields.kind(table, column)
            for entry in _in_other_forms(entries):
                if entry[column]:
                    continue
                if column.endswith("_en"):
                    entry.cells[column] = entry[f"{column.removesuffix('_en')}_da"]
                elif column in FIRST_WORDS and kind.is_required:
                    entry.cells[column] = FIRST_WORDS[column]
                elif kind.type == "truth":
                    entry.cells[column] = "false"


def _in_other_forms(entries: Iterable[Entry]) -> list[Entry]:
    """The rows that are not in the contract's own form: those are complete, or at fault."""
    return [entry for entry in entries if not entry.is_contract]


def _tell(desk: Desk, what: Text) -> None:
    desk.report.say(said.DERIVED.filled(what=what), Place("(afledt)"), what.da)


@cache
def official_source(source_id: str) -> dict[str, str]:
    """The row of a source of the published figures; nothing where there is none."""
    path = OFFICIAL.with_name("sources.csv")
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return next((row for row in csv.DictReader(file) if row["source_id"] == source_id), {})
