"""The committed shapes of the dataset `published`."""

import gzip

import geopandas
import pandas
import pytest
import shapely

from data.contracts import Layer, Level
from data.read import read_source
from geo import shapes
from geo.contract import Kind, is_placed, validate_prepared_areas
from geo.layers import Layers
from geo.read import join_areas, read_background, read_layers, read_reference_layers

METRES = "EPSG:25832"
LARGEST_STAND_IN = 4.0  # km², the rule in geo/source/published/README.md


@pytest.fixture(scope="module")
def tables(root):
    return read_source(root / "data/source/published")


@pytest.fixture(scope="module")
def layers(tables):
    return Layers.of(Layer.of(tables["layers"]))


@pytest.fixture(scope="module")
def areas(root, tables, layers):
    read = read_layers(root / "geo/source/published", layers, set(tables["areas"]["area_id"]))
    return validate_prepared_areas(join_areas(tables["areas"], read))


@pytest.fixture(scope="module")
def housing(areas):
    return areas[areas["level"] == Level.HOUSING_AREA]


@pytest.fixture(scope="module")
def background(root):
    return read_background(root / "geo/source/published")


@pytest.mark.parametrize(("level", "count"), [(Level.REGION, 5), (Level.MUNICIPALITY, 99), (Level.DISTRICT, 10 + 24)])
def test_every_administrative_area_has_its_outline(areas, level, count):
    of_level = areas[areas["level"] == level]

    assert len(of_level) == count
    assert set(of_level["geometry_kind"]) == {"outline"}


def test_every_housing_area_is_accounted_for(housing):
    assert shapes.unaccounted(housing, housing["area_id"]) == []
    assert housing["geometry_kind"].value_counts().to_dict() == {"point": 42, "none": 22, "stand_in": 5, "outline": 2}


def test_only_published_outlines_are_called_outlines(housing):
    outlines = housing.loc[housing["geometry_kind"] == Kind.OUTLINE, "area_id"]

    assert set(outlines) == {"indre_noerrebro", "ydre_noerrebro"}


def test_stand_ins_are_small_and_called_districts(housing):
    stand_ins = housing[housing["geometry_kind"] == Kind.STAND_IN]

    assert (stand_ins.to_crs(METRES).area / 1e6).max() < LARGEST_STAND_IN
    assert stand_ins["geometry_note_da"].str.startswith("Distrikt, ikke områdets egen afgrænsning: ").all()
    assert stand_ins["geometry_note_en"].str.startswith("A district, not the area's own boundary: ").all()


def test_what_is_only_nearby_says_so_in_both_languages(housing):
    nearby = housing[housing["geometry_certainty"] == "C"]

    assert len(nearby) == 13
    assert nearby["geometry_note_da"].str.startswith("I nærheden: ").all()
    assert nearby["geometry_note_en"].str.startswith("Nearby: ").all()


def test_two_areas_share_a_point_only_where_their_notes_say_so(housing):
    points = housing[housing["geometry_kind"] == Kind.POINT]
    shared = points[points.geometry.to_wkt().duplicated(keep=False)]

    assert set(shared["area_id"]) == {"charlotteager", "charlottekvarteret"}
    assert shared["geometry_note_da"].str.contains("samme punkt som Charlotte").all()


def test_every_source_of_a_shape_is_in_the_table_of_sources(root, areas):
    sources = pandas.read_csv(root / "data/source/published/sources.csv")

    assert set(areas.loc[is_placed(areas), "geometry_source_id"]) <= set(sources["source_id"])


def test_regions_are_their_municipalities(areas):
    regions, municipalities = (
        areas[areas["level"] == level].union_all() for level in (Level.REGION, Level.MUNICIPALITY)
    )

    assert regions.symmetric_difference(municipalities).area == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("level", [Level.REGION, Level.MUNICIPALITY, Level.DISTRICT])
def test_simplified_layers_have_no_gap_and_no_overlap(areas, layers, level):
    before = areas[areas["level"] == level]
    after = shapes.simplify(before, layers.at(level))

    assert after.is_valid.all()
    assert shapely.coverage_is_valid(after.geometry.array)
    metric = after.to_crs(METRES)
    assert metric.area.sum() == pytest.approx(before.to_crs(METRES).area.sum(), rel=0.005)


def test_no_island_municipality_is_lost(areas, layers):
    simplified = shapes.simplify(areas[areas["level"] == Level.MUNICIPALITY], layers.at("municipality"))
    christiansoe = simplified[simplified["area_id"] == "kommune_0411"].to_crs(METRES)

    assert 0.1 < christiansoe.area.item() / 1e6 < 1


def test_municipalities_are_light_enough_for_a_telephone(areas, layers):
    municipalities = areas[areas["level"] == Level.MUNICIPALITY]
    names = municipalities.set_index("area_id")["name"].to_dict()

    text = shapes.encode(
        shapes.area_features(shapes.simplify(municipalities, layers.at("municipality")), names, names, {})
    )

    assert len(gzip.compress(text, 9)) <= 90_000


def test_background_has_the_same_coast_as_the_municipalities(areas, background, layers):
    municipalities = shapes.simplify(areas[areas["level"] == Level.MUNICIPALITY], layers.at("municipality"))
    simplified = shapes.simplify_background(background, layers.tolerance).set_index("kind").geometry

    uncovered = municipalities.union_all().symmetric_difference(simplified["land"])
    assert geopandas.GeoSeries([uncovered], crs="EPSG:4326").to_crs(METRES).area.item() < 1e6
    assert not simplified["land"].overlaps(simplified["neighbour"])


@pytest.mark.parametrize(("name", "count", "most_kilobytes"), [("parish", 2139, 250), ("police_district", 12, 50)])
def test_a_layer_to_orient_by_is_whole_shares_its_borders_and_is_small(root, layers, name, count, most_kilobytes):
    layer = read_reference_layers(root / "geo/source/published", layers)[name]
    (tolerance,) = [record.tolerance for record in layers.to_orient_by if record.layer_id == name]

    simplified = shapes.simplify_layer(layer, tolerance)

    assert len(layer) == count
    assert simplified.is_valid.all() and not simplified.is_empty.any()
    assert shapely.coverage_is_valid(simplified.geometry.array)
    assert len(gzip.compress(shapes.encode(shapes.layer_features(simplified)))) < most_kilobytes * 1000
