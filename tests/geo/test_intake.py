"""Shapes as offices have them: in any CRS or none, under the ids or names of the areas; and what is refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import geopandas
import pytest
from shapely import Point, Polygon, box

from data.intake import handed
from data.intake.areas import Areas, KnownArea
from data.intake.dataset import DENMARK
from data.intake.handed import HandedFile, Use
from geo import intake
from geo.intake import Shapes

AREAS = Areas((KnownArea("0101", "Grønne Gård", ("0101",)), KnownArea("0102", "Møllevangen", ("0102",))))
SQUARES = [box(723_000, 6_177_000, 723_200, 6_177_200), box(724_000, 6_177_000, 724_200, 6_177_200)]


def frame(crs: str = "EPSG:25832") -> geopandas.GeoDataFrame:
    columns = {"objekt": [7, 8], "omr_nr": [101, 102], "navn": ["Grønne Gård", "Et andet navn"]}
    return geopandas.GeoDataFrame(columns, geometry=SQUARES, crs="EPSG:25832").to_crs(crs)


def read(path: Path) -> Shapes:
    return intake.read([HandedFile(path.name, Use.SHAPES, handed.EMPTY, path)])


def zipped(folder: Path, left_out: str = "") -> Path:
    parts = folder / "dele"
    parts.mkdir()
    frame().to_file(parts / "kort.shp")
    with zipfile.ZipFile(folder / "kort.zip", "w") as archive:
        for part in parts.iterdir():
            if part.suffix != left_out:
                archive.write(part, f"mappe/{part.name}")
    return folder / "kort.zip"


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:25832", "EPSG:25833", "EPSG:3857"])
@pytest.mark.parametrize("suffix", ["gpkg", "geojson"])
def test_a_file_in_any_crs_lies_where_it_should(tmp_path: Path, crs: str, suffix: str) -> None:
    frame(crs).to_file(tmp_path / f"kort.{suffix}")
    (layer,) = read(tmp_path / f"kort.{suffix}").layers
    west, south, _, _ = intake.placed(layer, layer.crs).total_bounds
    assert (round(west, 2), round(south, 2)) == (12.55, 55.69)


def test_a_shapefile_tells_its_crs_by_its_prj(tmp_path: Path) -> None:
    (layer,) = read(zipped(tmp_path)).layers
    assert (layer.layer, layer.crs) == ("kort", "EPSG:25832")


def test_the_crs_of_a_shapefile_without_prj_is_guessed_by_where_it_would_lie(tmp_path: Path) -> None:
    (layer,) = read(zipped(tmp_path, ".prj")).layers
    assert (layer.crs, intake.guess(layer, DENMARK)) == ("", "EPSG:25832")
    assert intake.guess(layer, (-10.0, 40.0, -5.0, 45.0)) == ""


def test_the_attribute_that_names_most_areas_is_theirs(tmp_path: Path) -> None:
    frame().to_file(tmp_path / "kort.gpkg")
    (layer,) = read(tmp_path / "kort.gpkg").layers
    named = intake.names(layer, AREAS)
    assert named is not None
    assert (named.column, named.said) == ("omr_nr", ("101", "102"))


@pytest.mark.parametrize("part", [".shx", ".dbf"])
def test_a_shapefile_without_its_parts_is_told(tmp_path: Path, part: str) -> None:
    shapes = read(zipped(tmp_path, part))
    assert [lost.why for lost in shapes.not_read] == [intake.NO_SHAPEFILE]


def test_a_zip_file_that_leads_out_of_its_folder_is_not_unpacked(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "kort.zip", "w") as archive:
        archive.writestr("../../kort.shp", b"x")
    assert not read(tmp_path / "kort.zip").layers
    assert not list(tmp_path.parent.glob("kort.shp"))


@pytest.mark.parametrize("name", ["kort.gpkg", "kort.geojson", "kort.zip"])
@pytest.mark.parametrize("content", [b"\x00" * 50, b"PK\x05\x06" + bytes(18), b"{}", b"SQLite format 3\x00kappet"])
def test_a_damaged_file_is_told_and_raises_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    shapes = read(tmp_path / name)
    assert (shapes.layers, len(shapes.not_read)) == ([], 1)


def test_geojson_cut_off_in_the_middle_is_not_read_in_part(tmp_path: Path) -> None:
    whole = json.dumps(json.loads(frame("EPSG:4326").to_json()))
    (tmp_path / "kort.geojson").write_text(whole[: len(whole) * 2 // 3])
    assert [lost.why for lost in read(tmp_path / "kort.geojson").not_read] == [intake.NOT_GEOJSON]


def test_heights_are_left_out(tmp_path: Path) -> None:
    shapes = [Polygon([(12, 55, 1), (12.1, 55, 1), (12.1, 55.1, 1)]), Point(12, 55, 3)]
    geopandas.GeoDataFrame({"navn": ["a", "b"]}, geometry=shapes, crs="EPSG:4326").to_file(tmp_path / "kort.gpkg")
    placed = [intake.placed(layer, layer.crs) for layer in read(tmp_path / "kort.gpkg").layers]
    assert not any(frame.geometry.has_z.any() for frame in placed)
