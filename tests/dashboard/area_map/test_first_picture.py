"""The server's own picture of the map: what is on it, and where."""

from __future__ import annotations

from datetime import date

from dashboard.area_map import first_picture
from data.contracts import OfficialList
from data.lists import Edition, Move
from geo.features import Feature
from tests.records import record

SQUARE = {"type": "Polygon", "coordinates": [[[9, 55], [10, 55], [10, 56], [9, 56], [9, 55]]]}
ISLET = {"type": "Polygon", "coordinates": [[[11, 55], [11.01, 55], [11.01, 55.01], [11, 55.01], [11, 55]]]}


def point(area_id: str, longitude: float, latitude: float) -> Feature:
    return Feature(area_id, area_id, "point", {"type": "Point", "coordinates": [longitude, latitude]})


def drawn() -> str:
    edition = Edition(record(OfficialList, year=date(2022, 1, 1).year), None, {"a": Move.NEW, "b": Move.LEFT})
    land = [Feature("", "", "land", SQUARE), Feature("", "", "land", ISLET)]
    areas = [point("a", 9.5, 55.5), point("b", 9.6, 55.5), point("c", 9.7, 55.5)]
    return first_picture.drawing(land, areas, edition, 'Liste "<b>')


def test_north_is_up_and_west_is_left() -> None:
    west, south = first_picture.place(8, 55)
    east, north = first_picture.place(12, 57)
    assert 0 <= west < east <= first_picture.WIDTH
    assert 0 <= north < south <= first_picture.HEIGHT


def test_the_land_is_drawn_without_islets_and_every_area_has_its_mark() -> None:
    svg = drawn()
    assert svg.count("M140,") == 1  # the square's corner in the west; the islet is too small to see
    assert svg.count("<path") == 2  # the land and the diamond
    assert svg.count('fill="#b85000"') == 1
    assert svg.count("<circle") == 2
    assert svg.index("#b85000") > svg.rindex("<circle")  # what is new lies on top


def test_what_it_says_is_escaped() -> None:
    assert 'aria-label="Liste &quot;&lt;b&gt;"' in drawn()
