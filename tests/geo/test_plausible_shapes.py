"""Outlines that cannot be true, and a background that the areas do not lie on: each with what it should have been."""

import geopandas
import pytest
from shapely import Polygon, box

from data.errors import SourceError
from geo import plausible
from geo.read import join_areas
from tests.geo.frames import areas, frame, point, shape

WEST_TOWN, EAST_TOWN = box(10.0, 56.0, 10.2, 56.1), box(10.2, 56.0, 10.4, 56.1)
TOWNS = [shape("vest", WEST_TOWN), shape("oest", EAST_TOWN)]
SMALL = box(10.05, 56.05, 10.06, 56.055)
LAND = geopandas.GeoDataFrame({"kind": ["land"]}, geometry=[box(9, 55, 11, 57)], crs="EPSG:4326")


def placed(*shapes, codes=None):
    """Two municipalities beside each other and these areas, in the western one unless `codes` say so."""
    rows = [("vest", "municipality", "0001"), ("oest", "municipality", "0002")]
    rows += [(row["area_id"], "housing_area", (codes or {}).get(row["area_id"], "0001")) for row in shapes]
    return join_areas(areas(*rows), frame(*TOWNS, *shapes))


def doubts(*shapes, background=LAND, codes=None):
    return list(plausible.doubts(placed(*shapes, codes=codes), background))


def only(*shapes, **given):
    (doubt,) = doubts(*shapes, **given)
    (finding,) = doubt.findings
    return doubt, finding.sentence()


def test_outlines_as_they_should_be_are_asked_nothing():
    assert doubts(shape("a", SMALL), shape("b", box(10.07, 56.05, 10.08, 56.055)), point("c")) == []


def test_two_areas_of_one_outline_are_a_fault():
    doubt, told = only(shape("a", SMALL), shape("b", SMALL))
    assert doubt.is_fault
    assert "fandt »b = a«, ventede bs egen afgrænsning" in told


def test_a_stand_in_may_be_the_district_of_two_areas():
    district = {
        "geometry_kind": "stand_in",
        "geometry_note_da": "ikke områdets egen afgrænsning",
        "geometry_note_en": "x",
    }
    assert doubts(shape("a", SMALL, **district), shape("b", SMALL, **district)) == []


def test_an_outline_of_many_square_kilometres_is_asked_about():
    doubt, told = only(shape("a", box(10.01, 56.01, 10.19, 56.09)))
    assert not doubt.is_fault
    assert "fandt »a: 100 km²«, ventede et boligområde under 5 km²" in told


def test_an_outline_mostly_outside_its_municipality_is_a_fault():
    doubt, told = only(shape("a", box(10.199, 56.05, 10.209, 56.055)))
    assert doubt.is_fault
    assert "fandt »a: 90 % uden for Vest«, ventede en afgrænsning i Vest" in told


def test_two_ids_that_are_swapped_are_told_with_each_other():
    with pytest.raises(SourceError) as error:
        placed(shape("a", box(10.3, 56.05, 10.31, 56.055)), shape("b", SMALL), codes={"b": "0002"})
    assert "a: 0001«, ventede et sted i områdets egen kommune: er dets id byttet om med b?" in str(error.value)


def test_two_swapped_outlines_that_touch_their_own_municipality_are_a_fault():
    mostly_east, mostly_west = box(10.199, 56.05, 10.209, 56.055), box(10.191, 56.06, 10.201, 56.065)
    told = [
        finding.sentence()
        for doubt in doubts(shape("a", mostly_east), shape("b", mostly_west), codes={"b": "0002"})
        for finding in doubt.findings
        if doubt.rule == "outline_swapped"
    ]
    assert [word in told[0] for word in ("fandt »a«", "byttet om med b?")] == [True, True]
    assert len(told) == 2


def test_a_background_that_does_not_hold_the_areas_is_a_fault():
    elsewhere = geopandas.GeoDataFrame({"kind": ["land"]}, geometry=[box(14, 55, 15, 55.5)], crs="EPSG:4326")
    doubt, told = only(shape("a", SMALL), background=elsewhere)
    assert doubt.is_fault
    assert "fandt »0 af 3 områder ligger på baggrunden«, ventede land under områderne i background.parquet" in told


def test_a_ring_that_is_not_closed_is_told_in_words(tmp_path):
    """GDAL reads what shapely would refuse: the file itself is looked at."""
    from geo import read

    ring = [[10.05, 56.05], [10.06, 56.05], [10.06, 56.06]]
    (tmp_path / "a.geojson").write_text(
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"area_id": "a"}, '
        f'"geometry": {{"type": "Polygon", "coordinates": [{ring}]}}}}]}}'
    )
    with pytest.raises(SourceError) as error:
        read._read_file(tmp_path / "a.geojson")
    assert "en lukket figur: det sidste punkt skal være det første (10.05, 56.05)" in str(error.value)


def test_a_self_crossing_outline_is_told_where_it_crosses():
    from geo.contract import validate_shapes

    bow_tie = Polygon([(10.0, 56.0), (10.1, 56.1), (10.1, 56.0), (10.0, 56.1)])
    with pytest.raises(SourceError) as error:
        validate_shapes(frame(shape("a", bow_tie)), "a.geojson")
    assert "Self-intersection" in str(error.value)
    assert "kant ikke krydser sig selv" in str(error.value)
