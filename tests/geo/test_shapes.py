"""Simplified shapes still meet, and GeoJSON is complete and the same every time."""

import json

import geopandas
import numpy
import pytest
import shapely
from shapely import box

from geo.shapes import (
    area_features,
    background_features,
    encode,
    layer_features,
    simplify,
    simplify_background,
    simplify_layer,
    unaccounted,
)
from tests.geo.frames import EAST, WEST, frame, nowhere, point, shape
from tests.levels import LAYERS

METRES = "EPSG:25832"


@pytest.fixture
def neighbours():
    """Two areas of 10 x 10 km whose common border waves by 20 m, a point every 100 m."""
    northing = numpy.arange(0, 10_001, 100)
    border = [(10_000 + 20 * (-1) ** (y // 100), y) for y in northing.tolist()]
    west = shapely.Polygon([(0, 0), *border, (0, 10_000)])
    east = shapely.Polygon([(20_000, 0), *border, (20_000, 10_000)])
    moved = [shapely.transform(area, lambda c: c + (560_000, 6_200_000)) for area in (west, east)]
    return frame(shape("kommune_0001", moved[0]), shape("kommune_0002", moved[1]), crs=METRES)


def test_simplified_neighbours_still_share_their_border(neighbours):
    simplified = simplify(neighbours, LAYERS.at("municipality"))

    assert simplified.crs == "EPSG:4326"
    assert len(simplified.get_coordinates()) < len(neighbours.get_coordinates()) / 4
    assert shapely.coverage_is_valid(simplified.geometry.array)
    metric = simplified.to_crs(METRES)
    assert metric.union_all().area == pytest.approx(metric.area.sum(), rel=1e-9)
    assert metric.area.sum() == pytest.approx(neighbours.area.sum(), rel=0.001)


def test_coordinates_have_five_decimals(neighbours):
    coordinates = simplify(neighbours, LAYERS.at("municipality")).get_coordinates().to_numpy()

    assert numpy.array_equal(coordinates, numpy.round(coordinates, 5))


def test_points_and_missing_shapes_stay(neighbours):
    simplified = simplify(frame(shape(), point(), nowhere()), LAYERS.at("housing_area"))

    assert simplified["area_id"].tolist() == ["westby", "punktum", "ingensteds"]
    assert simplified.geometry.iloc[1].equals(shapely.Point(10.05, 56.05))
    assert simplified.geometry.isna().tolist() == [False, False, True]


def test_housing_areas_may_overlap():
    inner = shape("inderst", box(10.02, 56.02, 10.04, 56.04))

    simplified = simplify(frame(shape(), inner), LAYERS.at("housing_area"))

    assert simplified.geometry.iloc[0].covers(simplified.geometry.iloc[1])


def test_background_is_one_row_a_kind_with_the_coast_of_the_municipalities(neighbours):
    land = geopandas.GeoDataFrame({"kind": ["land", "land"]}, geometry=neighbours.geometry.array, crs=METRES)

    background = simplify_background(land, LAYERS.tolerance)

    coast = simplify(neighbours, LAYERS.at("municipality")).union_all()
    assert background["kind"].tolist() == ["land"]
    assert background.geometry.iloc[0].equals(coast)


def test_features_carry_what_the_map_says_of_an_area():
    shapes = frame(point(), nowhere(), shape())

    within = {"punktum": ["region_midtjylland", "kommune_0751"]}

    collection = area_features(shapes, {"punktum": "Punktum", "westby": "Vestby"}, {"punktum": "Aarhus"}, within)

    assert [feature["id"] for feature in collection["features"]] == ["punktum", "westby"]
    assert collection["features"][0] == {
        "type": "Feature",
        "id": "punktum",
        "properties": {
            "name": "Punktum",
            "kind": "point",
            "note_da": "Skolen i området",
            "note_en": "The school",
            "municipality": "Aarhus",
            "within": ["region_midtjylland", "kommune_0751"],
        },
        "geometry": {"type": "Point", "coordinates": (10.05, 56.05)},
    }
    assert collection["features"][1]["properties"]["within"] == []


def test_features_tell_the_years_of_the_boundaries_that_are_drawn():
    shapes = frame(shape(boundary_year=2023), shape("oestby", EAST, boundary_year=2019), point(), nowhere())

    assert area_features(shapes, dict.fromkeys(shapes["area_id"], ""), {}, {})["boundary_years"] == [2019, 2021, 2023]


def test_outer_rings_turn_counter_clockwise():
    clockwise = shapely.Polygon(WEST.exterior.coords[::-1] if WEST.exterior.is_ccw else WEST.exterior.coords)

    (feature,) = area_features(frame(shape(geometry=clockwise)), {"westby": ""}, {}, {})["features"]

    assert shapely.LinearRing(feature["geometry"]["coordinates"][0]).is_ccw


def test_background_features_have_a_kind():
    land = geopandas.GeoDataFrame({"kind": ["land", "neighbour"]}, geometry=[WEST, EAST], crs="EPSG:4326")

    assert [part["properties"] for part in background_features(land)["features"]] == [
        {"kind": "land"},
        {"kind": "neighbour"},
    ]


def test_a_layer_to_orient_by_is_simplified_with_its_borders_shared_and_has_names_alone(neighbours):
    simplified = simplify_layer(neighbours[["geometry"]].assign(name=["Vor Frue", "Sankt Olai"]), 400)

    assert len(simplified.get_coordinates()) < len(neighbours.get_coordinates()) / 4
    assert shapely.coverage_is_valid(simplified.geometry.array)
    assert [part["properties"] for part in layer_features(simplified)["features"]] == [
        {"name": "Vor Frue"},
        {"name": "Sankt Olai"},
    ]


def test_encoded_bytes_are_compact_and_do_not_depend_on_the_order_of_rows(neighbours):
    names = {"kommune_0001": "Ærø", "kommune_0002": "Læsø"}
    backwards = neighbours.iloc[::-1].reset_index(drop=True)

    texts = {
        encode(area_features(simplify(rows, LAYERS.at("municipality")), names, {}, {}))
        for rows in (neighbours, backwards)
    }

    assert len(texts) == 1
    text = texts.pop()
    assert "Ærø".encode() in text and b": " not in text
    assert len(json.loads(text)["features"]) == 2


def test_unaccounted_are_those_with_neither_place_nor_reason():
    shapes = frame(shape(), nowhere(), nowhere("tavs") | {"geometry_note_da": ""})

    assert unaccounted(shapes, ["westby", "ingensteds", "tavs", "glemt"]) == ["glemt", "tavs"]
