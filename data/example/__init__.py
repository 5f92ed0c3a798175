"""The dataset `example`: Eksempelkommune, a municipality that does not exist, with figures drawn from a seed.

    python -m data.example      writes data/source/example/, the same bytes every time

It shows what the product does with complete data, and it tests it: its source has class `fictitious`, so disclosure
control applies as to a register. Texts stand in `texts.toml`, `cooperation.toml`, `instruments.toml` and
`housing.toml`; the modules here draw the figures.

40 housing areas and the rest of the municipality are drawn one by one, and the municipality is their sum; the country
is drawn by itself. Groups get no rows: they are summed from their members.

Persons charged aged 15-17 follow the handbook's result: about 75 to 50 per 1,000 in the hotspot areas, 70 to 65 in
the control areas, 25 to 20 in the country from 2009 to 2013; at 18-24 the two groups move together. The seed is
chosen so that the pooled figures of 2007-2009 and 2013 lie near these levels; all other chance is left as drawn.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import numpy
import pandas

from data.contracts import SOURCE_TABLES
from data.example import cooperation, efforts, figures, housing, lists, places
from data.example.chance import SEED
from data.example.figures import CRIME_TURN
from data.example.places import GROUPS, INTERVENTION
from data.validate import PER

FOLDER = Path(__file__).parents[1] / "source" / "example"
SOURCE = "fiktiv"
SCHEME = "eksempelkommune"
REPORTED = "2024-12-31"
# Written, with nothing drawn.
TEXTS = ("transition_facts", "anchoring", "lessons", "assessments", "reports", "evaluations")


@cache
def tables() -> dict[str, pandas.DataFrame]:
    """Every source table of the dataset by name, with the columns of `contracts.SOURCE_ROWS`, as texts."""
    texts, of_housing = (_texts(name) for name in ("texts", "housing"))
    drawn = places.draw(texts)
    numbers = figures.observations(figures.people(drawn))
    official, designations = lists.lists(texts["lists"], numbers)
    ids = {estate.name: estate.area_id for estate in places.estates(drawn)}
    areas_of = {row["project_id"]: [ids[name] for name in row["areas"]] for row in texts["projects"]}
    records: dict[str, Iterable[Mapping[str, Any]]] = {
        "sources": [{**row, **_with_seed(row)} for row in texts["sources"]],
        "indicators": [
            {"multiplier": PER.get(row["unit"], 1), "scale": "quantiles", **row} for row in texts["indicators"]
        ],
        "levels": texts["levels"],
        "layers": texts["layers"],
        "areas": places.areas(texts, drawn),
        "memberships": places.memberships(texts, drawn),
        "area_relations": [
            {**row, "area_id": ids[row["area"]], "other_id": ids[row["other"]]} for row in texts["area_relations"]
        ],
        "area_successions": [
            {**row, "area_id": ids[row["area"]], "successor_id": ids[row["successor"]]}
            for row in texts["area_successions"]
        ],
        "roles": places.roles(texts, drawn),
        "observations": _records(numbers),
        "lists": official,
        "designations": designations,
        "departures": lists.departures(official, designations),
        "list_rules": lists.rules(texts["lists"]),
        "list_criteria": lists.criteria(dict(zip(numbers["indicator_id"], numbers["age_group"], strict=True))),
        "breaks": texts["breaks"],
        **tomllib.loads((Path(__file__).parent / "instruments.toml").read_text(encoding="utf-8")),
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
            {**row, "areas": areas_of[row["project_id"]], "coded_by": "source", "as_of": REPORTED, "certainty": "A"}
            for row in texts["projects"]
        ],
        "criteria": [{"number": n, **row} for n, row in enumerate(texts["criteria"], start=1)],
        "results": [result for row in texts["criteria"] for result in efforts.results(row)],
        "outcomes": [outcome for row in texts["outcomes"] for outcome in efforts.outcomes(row)],
        "milestones": texts["milestones"],
        **cooperation.records(ids, (estate.area_id for estate in places.estates(drawn) if estate.kind == "hotspot")),
        "transition_meetings": efforts.meetings(),
        "transition_outcomes": efforts.transition_outcomes(),
        **{name: [{"certainty": "A", **row} for row in texts[name]] for name in TEXTS},
        "grants": [
            {"certainty": "A", "as_of": REPORTED, "areas": areas_of[row["project_id"]], **row}
            for row in texts["grants"]
        ],
        "priorities": [
            {"certainty": "A", "as_of": row["decided_on"], "area_id": ids[row["area"]], **row}
            for row in texts["priorities"]
        ],
        "corrections": texts["corrections"],
        "area_facts": [{"certainty": "A", "area_id": ids[row["area"]], **row} for row in texts["area_facts"]],
        "departments": housing.departments(list(places.estates(drawn))),
        "annual_parameters": [
            {"certainty": "A", "order": order, **row} for order, row in enumerate(of_housing["annual_parameters"], 1)
        ],
        "annual_figures": housing.figures(),
        **{name: of_housing[name] for name in ("source_updates", "remarks")},
        "accepted_questions": [],
    }
    return {name: _table(name, rows) for name, rows in records.items()}


def _texts(name: str) -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / f"{name}.toml").read_text(encoding="utf-8"))


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


def _records(frame: pandas.DataFrame) -> Iterator[dict[str, Any]]:
    for row in frame.itertuples(index=False, name=None):
        yield dict(zip(frame.columns, row, strict=True))


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
