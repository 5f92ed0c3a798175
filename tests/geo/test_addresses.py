"""Addresses put into the areas they lie in, by year."""

import pandas
from shapely import box

from geo import addresses
from geo.read import join_areas
from tests.geo.frames import areas, frame, point, shape

ROWS = (("vest", "municipality", "0001"), ("westby", "housing_area", "0001"), ("punktum", "housing_area", "0001"))
TOWN, ESTATE = box(10.0, 56.0, 10.2, 56.1), box(10.0, 56.0, 10.1, 56.1)


def at(*points):
    return pandas.DataFrame(points, columns=["address_id", "x", "y"])


def placed(table, found):
    shapes = frame(shape("vest", TOWN), shape("westby", ESTATE), point("punktum"))
    rows = addresses.places(found, join_areas(table, shapes), crs="EPSG:4326").to_pylist()
    return sorted(tuple(row.values()) for row in rows)


def test_an_address_lies_in_every_level_around_it():
    assert placed(areas(*ROWS), at(("a1", 10.05, 56.05), ("a2", 10.15, 56.05), ("a3", 11, 56))) == [
        ("a1", "vest", 0, 9999),
        ("a1", "westby", 0, 9999),
        ("a2", "vest", 0, 9999),
    ]


def test_an_area_holds_its_addresses_in_its_own_years():
    table = areas(*ROWS)
    table.loc[table["area_id"] == "westby", ["valid_from", "valid_to"]] = [2012, 2015]
    assert ("a1", "westby", 2012, 2015) in placed(table, at(("a1", 10.05, 56.05)))
