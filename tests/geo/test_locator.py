"""The small map: a square around the municipality, its neighbours cut at the edge, a round scale bar."""

import geopandas
import pytest
import shapely

from geo import locator
from geo.contract import STORED_CRS

AREAS = geopandas.GeoDataFrame(
    {
        "area_id": ["kommune_1", "kommune_2", "parken", "ukendt"],
        "level": ["municipality", "municipality", "housing_area", "housing_area"],
        "level_kind": ["municipality", "municipality", "housing_area", "housing_area"],
        "municipality_code": ["0001", "0002", "0001", "0001"],
        "geometry_kind": ["outline", "outline", "point", "none"],
    },
    geometry=[
        shapely.box(10.0, 55.0, 10.2, 55.1),
        shapely.box(10.2, 55.0, 10.4, 55.1),
        shapely.Point(10.1, 55.05),
        None,
    ],
    crs=STORED_CRS,
)


def test_the_map_is_a_square_around_the_municipality() -> None:
    shown = locator.locate(AREAS, "parken", "kommune_1")
    west, south, east, north = shown.bounds
    assert east - west == pytest.approx(north - south)
    assert shapely.box(*shown.bounds).contains(shown.frame)
    assert shown.frame.contains(shown.area)
    assert shown.kind == "point"


def test_neighbours_are_cut_at_the_edge_of_the_map() -> None:
    shown = locator.locate(AREAS, "parken", "kommune_1")
    (neighbour,) = shown.neighbours
    assert shapely.box(*shown.bounds).buffer(0.01).contains(neighbour)


def test_an_area_without_a_place_or_that_is_the_frame_has_no_shape_of_its_own() -> None:
    assert locator.locate(AREAS, "ukendt", "kommune_1").area is None
    assert locator.locate(AREAS, "kommune_1", "kommune_1").area is None


def test_without_a_frame_there_is_no_map() -> None:
    assert locator.locate(AREAS, "parken", "ukendt") is None
    assert locator.locate(AREAS, "parken", "kommune_3") is None


@pytest.mark.parametrize(("extent", "bar"), [(30_000, 10_000), (14_999, 2_000), (15_000, 5_000), (900, 200)])
def test_the_scale_bar_is_round_and_at_most_a_third(extent: float, bar: int) -> None:
    assert locator.scale_bar(extent) == bar
