"""A whole version is read by programs that are not ours: Frictionless, csvw, and two readers of JSON-stat."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from csvw import CSVW, TableGroup
from frictionless import Package
from jsonstat_validator import validate_jsonstat
from pyjstat import pyjstat

from dashboard import store
from dashboard.data_and_method import everything
from dashboard.files import jsonstat, package, schema
from dashboard.i18n.words import LANGUAGES, Words
from data.contracts import Goal, Observation, Status
from data.versions import Version
from tests.records import record

FACTS = {"Datasæt": "Offentliggjorte tal", "Bemærk": "=1+1"}


@pytest.fixture(scope="module", params=[("published", "da"), ("example", "en")], ids="-".join)
def unpacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    dataset, language = request.param
    folder = tmp_path_factory.mktemp(dataset)
    content = everything.write(store.current(dataset), Words(language), FACTS)
    zipfile.ZipFile(io.BytesIO(content)).extractall(folder)
    return folder


def test_frictionless_finds_every_table_as_the_descriptor_says(unpacked: Path) -> None:
    found = Package(str(unpacked / package.PACKAGE)).validate()
    assert found.flatten(["rowNumber", "fieldName", "type", "message"]) == []
    assert {task.name for task in found.tasks} == set(schema.TABLES)


def test_csv_on_the_web_reads_every_row_by_its_type(unpacked: Path) -> None:
    assert CSVW(str(unpacked / package.GROUP), validate=True).is_valid
    tables = {str(table.url): table for table in TableGroup.from_file(str(unpacked / package.GROUP)).tables}
    rows = list(tables["observations.csv"].iterdicts(strict=True))
    values = [row["value"] for row in rows if row["value"] is not None]
    assert {type(row["period_start"]) for row in rows} == {int}
    assert any(value != int(value) for value in values)


def test_two_readers_of_json_stat_find_the_numbers(unpacked: Path) -> None:
    found = sorted((unpacked / package.CUBES).glob("*.json"))
    assert found
    for path in found:
        assert validate_jsonstat(json.loads(path.read_text(encoding="utf-8")))
    smallest = min(found, key=lambda path: path.stat().st_size)
    read = pyjstat.Dataset.read(smallest.read_text(encoding="utf-8")).write("dataframe")
    assert read["value"].notna().any()


def test_a_cube_has_every_number_in_its_place_and_a_status_where_there_is_none() -> None:
    version = store.current("published")
    names = package.names_of(version, Words())
    source = next(iter(names.sources))
    indicator = next(iter(names.indicators))
    given = {"indicator_id": indicator, "source_id": source, "age_group": "all", "breakdown": "all"}
    rows = [
        record(Observation, **given, area_id="a", period_start=2009, period_end=2009, value=1.5, low=1.0, high=2.0),
        record(Observation, **given, area_id="b", period_start=2009, period_end=2011, value=None, status=Status.HIDDEN),
    ]
    made = jsonstat.cube(rows)
    assert made.cells == 2 * 2 * 5  # areas, periods, measures
    told = jsonstat.dataset(made, names)
    assert told["value"] == {"0": 1.5, "1": 1.0, "2": 2.0}
    assert told["status"] == {str(3 * 5): "hidden"}
    assert list(told["dimension"]["period"]["category"]["label"].values()) == ["2009", "2009–2011"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_contract_is_told_as_it_is(language: str) -> None:
    told = schema.table_schema(Goal, Words(language).of_language, {"Datasæt": "x"})
    fields = {field["name"]: field for field in told["fields"]}
    assert list(fields) == [*Goal.columns(), "Datasæt"]
    assert fields["goal_id"]["constraints"] == {"required": True, "pattern": "^[a-z0-9_]+$"}
    assert told["primaryKey"] == ["goal_id"]
    assert {"fields": ["source_id"], "reference": {"resource": "sources", "fields": ["source_id"]}} in told[
        "foreignKeys"
    ]


def test_a_key_that_may_have_gaps_is_none_to_others() -> None:
    assert "edition" in Observation.KEY
    assert schema.key(Observation) == []


def test_what_is_described_is_what_a_version_has(monkeypatch: pytest.MonkeyPatch) -> None:
    version: Version = store.current("published")
    for name, row in schema.TABLES.items():
        assert set(row.columns()) == set(store.table(version, name).columns), name
