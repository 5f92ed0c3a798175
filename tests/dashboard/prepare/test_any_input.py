"""No source tables end in a traceback: they are accepted, or refused in words."""

from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.prepare import command
from data import query, read
from data.contracts import AreaLevel
from data.errors import SourceError
from data.levels import Levels
from tests import random_sources, small_dataset


@pytest.fixture(autouse=True)
def silent(monkeypatch):
    monkeypatch.setattr(command, "say", lambda sentence: None)


def observed(area, start, end, **cells):
    years = {"period_start": str(start), "period_end": str(end)}
    return {**small_dataset.OBSERVATION, "area_id": area, **years, "count": "20", "population": "300", **cells}


def build(folder, tables):
    small_dataset.write_source(folder / "source", tables)
    return command.build(folder / "source", small_dataset.write_shapes(folder / "geo"))


def test_a_register_may_have_housing_areas_and_no_whole(tmp_path):
    tables = small_dataset.rows()
    tables["sources"][0]["source_class"] = "register"
    tables["areas"] = [area for area in tables["areas"] if area["level"] == "housing_area"]
    tables["layers"] = [layer for layer in tables["layers"] if layer["level"] != "municipality"]
    tables["observations"] = [observed("moelleby", year, year) for year in (2012, 2013, 2014)]
    geo = small_dataset.write_shapes(tmp_path / "geo")
    (geo / "municipality.parquet").unlink()
    assert command.build(small_dataset.write_source(tmp_path / "source", tables), geo)


def test_periods_of_unequal_length_with_counts_are_taken_as_they_are(tmp_path):
    tables = small_dataset.rows()
    periods = ((2010, 2010), (2011, 2013), (2012, 2015))
    tables["observations"] = [observed(area, *years) for area in ("moelleby", "danmark") for years in periods]
    assert build(tmp_path, tables)["trends.parquet"].rows == 2


@pytest.mark.parametrize("emptied", ["memberships", "areas"])
def test_without_memberships_or_areas_nothing_has_a_parent(tmp_path, emptied):
    tables = read.read_source(small_dataset.write_source(tmp_path))
    tables[emptied] = tables[emptied].iloc[:0]
    order = Levels.of(AreaLevel.of(tables["levels"])).order
    parents = query.parents(tables["areas"], tables["memberships"], order)
    assert parents.get("moelleby", []) == (["kommune_0999"] if emptied == "memberships" else [])


def test_without_a_municipality_and_memberships_nothing_has_a_parent(tmp_path):
    tables = small_dataset.rows()
    tables["areas"] = [area for area in tables["areas"] if area["level"] != "municipality"]
    tables["observations"] = []
    read_back = read.read_source(small_dataset.write_source(tmp_path, tables))
    order = Levels.of(AreaLevel.of(read_back["levels"])).order
    assert query.parents(read_back["areas"], read_back["memberships"], order) == {"moelleby": []}


def test_a_dataset_may_have_no_observation(tmp_path):
    assert build(tmp_path, {**small_dataset.rows(), "observations": []})["observations.parquet"].rows == 0


@pytest.mark.parametrize("emptied", sorted(small_dataset.rows()))
def test_a_table_without_rows_is_accepted_or_refused_in_words(tmp_path, emptied):
    try:
        build(tmp_path, {**small_dataset.rows(), emptied: []})
    except SourceError as error:
        assert error.findings


@pytest.mark.slow
@settings(max_examples=15, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False))
def test_no_generated_tables_end_in_a_traceback(random: Random):
    random_sources.build(random)
