"""The prepared files that ship are those that prepare makes of the sources that ship, and keep every contract."""

import gzip
import io
import json

import geopandas
import pandas
import pytest
from pandas.testing import assert_frame_equal

from dashboard.prepare import command
from data import versions
from data.contracts import PREPARED_TABLES
from data.query import DRAWN_LEVELS
from geo.contract import validate_prepared_areas

NUMBER = ["indicator_id", "area_id", "period_start", "period_end"]
DATASETS = ("published", "example")
PARQUET = b"PAR1"


@pytest.fixture(scope="module", params=DATASETS)
def version(request):
    return versions.current(command.PREPARED, request.param)


@pytest.fixture(scope="module")
def areas(version):
    return versions.read_table(version, "areas", geopandas.read_parquet)


def test_the_version_that_ships_is_undamaged(version):
    assert version.problem is None


def test_prepare_makes_the_same_version_of_the_sources(version):
    contents = command.build(command.SOURCE / version.dataset, command.GEO_SOURCE / version.dataset)
    assert set(contents) == set(version.files)
    changed = [
        name for name, content in contents.items() if not is_same((version.folder / name).read_bytes(), content.data)
    ]
    assert changed == [], "run `python -m dashboard.prepare`"


def is_same(shipped: bytes, made: bytes) -> bool:
    """The same bytes, or the same table but for the last digit of a number: processors add in different orders."""
    if shipped == made or not shipped.startswith(PARQUET):
        return shipped == made
    before, now = (pandas.read_parquet(io.BytesIO(content)) for content in (shipped, made))
    try:
        assert_frame_equal(before, now, rtol=1e-12)
    except AssertionError:
        return False
    return True


@pytest.mark.parametrize("name", sorted(set(PREPARED_TABLES) - {"areas"}))
def test_a_table_keeps_its_contract(version, name):
    PREPARED_TABLES[name].validate(versions.read_table(version, name))


def test_the_areas_keep_their_contract(areas):
    validate_prepared_areas(areas)


def test_every_number_has_a_source_and_every_missing_number_a_word(version):
    observations = versions.read_table(version, "observations")
    sources = versions.read_table(version, "sources")
    assert observations["source_id"].isin(sources["source_id"]).all()
    assert ((observations["status"] == "shown") == observations["value"].notna()).all()


def test_an_interval_holds_its_value(version):
    known = versions.read_table(version, "observations").dropna(subset=["low", "high"])
    assert ((known["low"] <= known["value"]) & (known["value"] <= known["high"])).all()


def test_the_handbooks_result_is_reproduced():
    version = versions.current(command.PREPARED, "published")
    effects = versions.read_table(version, "effects").set_index(["comparison_id", "reference_id"])
    assert effects.loc[("hotspot_2009_2013", "kontrolomraader"), "difference"] == -20.0
    assert effects.loc[("hotspot_2009_2013", "danmark"), "difference"] == -20.0


def test_the_browser_has_the_same_numbers_as_the_tables(version, areas):
    levels = areas.drop_duplicates("area_id").set_index("area_id")["level"]
    observations = versions.read_table(version, "observations")
    known = observations.dropna(subset=["value"]).groupby(NUMBER)["value"].agg(list).to_dict()
    for indicator in versions.read_table(version, "indicators")["indicator_id"]:
        values = json.loads(gzip.decompress(version.path(f"web/values-{indicator}.json.gz").read_bytes()))
        assert set(values["levels"]) <= set(DRAWN_LEVELS)
        for level, content in values["levels"].items():
            for area, own in content["areas"].items():
                assert levels[area] == level
                for period, value in zip(content["periods"], own["v"], strict=True):
                    years = [int(year) for year in period.split("-")]
                    numbers = known.get((indicator, area, years[0], years[-1]), [])
                    assert value is None or any(value == pytest.approx(number, abs=5e-4) for number in numbers)


def test_every_shape_on_a_map_has_a_name_and_every_estate_a_place_or_a_reason(version, areas):
    drawn = areas[areas["level"].isin(DRAWN_LEVELS)]
    for level in DRAWN_LEVELS:
        shapes = json.loads(gzip.decompress(version.path(f"web/geometry-{level}.json.gz").read_bytes()))["features"]
        placed = drawn[(drawn["level"] == level) & (drawn["geometry_kind"] != "none")]
        assert {shape["id"] for shape in shapes} == set(placed["area_id"])
        assert all(shape["properties"]["name"] for shape in shapes)
    unplaced = drawn[(drawn["level"] == "housing_area") & (drawn["geometry_kind"] == "none")]
    assert (unplaced["geometry_note_da"] != "").all()
