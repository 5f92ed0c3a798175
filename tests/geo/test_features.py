"""Shapes written for the browser are read again as they were."""

from geo import features, shapes
from tests.geo.frames import EAST, frame, nowhere, point, shape


def test_features_say_what_was_written_of_placed_areas() -> None:
    table = frame(shape("eastby", EAST), point(), nowhere())
    written = shapes.area_features(table, {"eastby": "Østby", "punktum": "Punktum"}, {}, {})
    east, dot = features.features(written)
    assert (east.id, east.name, east.kind) == ("eastby", "Østby", "outline")
    assert east.shape.equals(EAST)
    assert (dot.kind, dot.shape.geom_type) == ("point", "Point")


def test_what_a_file_does_not_say_is_empty() -> None:
    background = {"features": [{"type": "Feature", "properties": {"kind": "land"}, "geometry": EAST.__geo_interface__}]}
    (land,) = features.features(background)
    assert (land.id, land.name, land.kind) == ("", "", "land")
