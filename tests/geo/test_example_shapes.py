"""The shapes of the dataset `example`: what the module draws, on an island of its own."""

import geopandas
import pandas
import pytest
import shapely

from data.contracts import Layer, Level
from data.read import read_source
from geo import example, shapes
from geo.layers import Layers
from geo.read import join_areas, read_background, read_layers

METRES = "EPSG:25832"


@pytest.fixture(scope="module")
def tables(root):
    return read_source(root / "data/source/example")


@pytest.fixture(scope="module")
def areas(root, tables):
    layers = Layers.of(Layer.of(tables["layers"]))
    read = read_layers(root / "geo/source/example", layers, set(tables["areas"]["area_id"]))
    return join_areas(tables["areas"], read).to_crs(METRES).set_index("area_id")


def of_level(areas, level):
    return areas[areas["level"] == level]


def test_the_committed_files_are_what_the_module_draws(root):
    drawn = example.layers()
    assert {path.name for path in (root / "geo/source/example").iterdir()} == set(drawn)
    for name, layer in drawn.items():
        path = root / "geo/source/example" / name
        read = geopandas.read_parquet if name.endswith(".parquet") else geopandas.read_file
        committed = read(path)
        assert committed.geometry.geom_equals_exact(layer.geometry, tolerance=1e-9).all()
        columns = [column for column in layer.columns if column != "geometry"]
        pandas.testing.assert_frame_equal(
            pandas.DataFrame(committed[columns]), pandas.DataFrame(layer[columns]), check_dtype=False
        )


def test_drawing_twice_gives_the_same_bytes(tmp_path):
    for folder in ("first", "second"):
        example.write(tmp_path / folder)
    contents = [
        {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()} for folder in ("first", "second")
    ]
    assert contents[0] == contents[1]


def test_every_drawn_level_has_an_outline_that_is_called_invented(areas):
    drawn = areas[areas["geometry_kind"] == "outline"]
    assert drawn["level"].value_counts().to_dict() == {
        "housing_area": 40,
        "district": 6,
        "municipality": 1,
        "region": 1,
    }
    assert drawn["geometry_note_da"].str.contains("Opdigtet").all()
    assert drawn["geometry_note_en"].str.contains("invented").all()
    assert set(drawn["geometry_source_id"]) == {"fiktiv"}


def test_the_districts_partition_the_island(areas):
    districts = of_level(areas, Level.DISTRICT).geometry
    island = areas.loc["kommune_9999", "geometry"]
    assert shapely.coverage_is_valid(districts.array)
    assert shapely.union_all(districts.array).symmetric_difference(island).area < 1
    assert set(districts.geom_type) == {"Polygon"}


def test_every_housing_area_lies_in_its_own_district(areas, tables):
    parents = tables["memberships"].query("kind == 'city_district'").set_index("area_id")["parent_id"]
    estates = of_level(areas, Level.HOUSING_AREA)
    districts = areas.loc[parents[estates.index], "geometry"]
    assert shapely.contains(districts.to_numpy(), estates.geometry.to_numpy()).all()


def test_housing_areas_are_of_a_real_size_and_apart(areas):
    estates = of_level(areas, Level.HOUSING_AREA).geometry
    assert (estates.area / 1e6).between(0.05, 0.6).all()
    near = shapely.STRtree(estates.to_numpy()).query(estates.to_numpy(), predicate="dwithin", distance=50)
    assert (near[0] == near[1]).all()


def test_the_island_is_far_from_all_real_land(root, areas):
    island = areas.loc["kommune_9999", "geometry"]
    real = read_background(root / "geo/source/published").to_crs(METRES)
    assert real.distance(island).min() > 10_000


def test_the_background_is_the_island(root, areas):
    land = read_background(root / "geo/source/example").to_crs(METRES)
    assert land["kind"].tolist() == ["land"]
    assert land.geometry.iloc[0].symmetric_difference(areas.loc["kommune_9999", "geometry"]).area < 1


def test_simplified_districts_still_share_their_borders(tables, areas):
    layers = Layers.of(Layer.of(tables["layers"])).at(Level.DISTRICT)
    simple = shapes.simplify(of_level(areas, Level.DISTRICT).reset_index(), layers)
    assert shapely.coverage_is_valid(simple.geometry.array)
