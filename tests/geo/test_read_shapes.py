"""Reading the shapes of a dataset: good folders, bad files, ids, and the join with the areas."""

import json
from dataclasses import replace

import geopandas
import pytest
from shapely import Point, box

from data.errors import SourceError
from geo.layers import Layers
from geo.read import join_areas, read_background, read_layers, read_reference_layers
from tests.geo.frames import EAST, WEST, areas, frame, nowhere, point, shape
from tests.levels import LAYERS

IDS = {"danmark", "kommune_0001", "kommune_0002", "westby", "ingensteds"}


def write(shapes, path):
    """A file as the layer is kept: GeoParquet, or GeoJSON for housing areas."""
    if path.suffix == ".parquet":
        shapes.to_parquet(path)
    else:
        path.write_text(shapes.to_json(drop_id=True), encoding="utf-8")


@pytest.fixture
def folder(tmp_path):
    """A small dataset: two municipalities and two housing areas, one of them without a place."""
    write(frame(shape("kommune_0001"), shape("kommune_0002", EAST)), tmp_path / "municipality.parquet")
    write(frame(shape("westby", box(10.01, 56.01, 10.02, 56.02)), nowhere()), tmp_path / "housing_area.geojson")
    return tmp_path


def findings(folder, known_ids=IDS, layers=LAYERS):
    with pytest.raises(SourceError) as error:
        read_layers(folder, layers, known_ids)
    return [(finding.file, finding.row, finding.found) for finding in error.value.findings]


def test_layers_are_read_as_one_frame(folder):
    shapes = read_layers(folder, LAYERS, IDS)

    assert shapes["area_id"].tolist() == ["kommune_0001", "kommune_0002", "westby", "ingensteds"]
    assert shapes.crs == "EPSG:4326"
    assert str(shapes["boundary_year"].dtype) == "Int64"


def test_a_housing_area_must_have_its_file(folder):
    (folder / "housing_area.geojson").unlink()

    assert findings(folder) == [("housing_area.geojson", None, "")]


def test_a_layer_of_known_areas_must_have_its_file(folder):
    assert findings(folder, IDS | {"region_sjaelland"}) == [("region.parquet", None, "")]


def test_a_known_area_must_have_its_shape(folder):
    assert findings(folder, IDS | {"kommune_0003"}) == [("municipality.parquet", None, "kommune_0003")]


def test_unknown_area(folder):
    assert findings(folder, IDS - {"kommune_0002"}) == [("municipality.parquet", 3, "kommune_0002")]


def test_an_area_stands_in_its_own_layer_only(folder):
    write(frame(shape("westby"), shape("kommune_0001")), folder / "housing_area.geojson")

    assert findings(folder) == [("housing_area.geojson", 3, "kommune_0001")]


def test_unregistered_file(folder):
    write(frame(shape()), folder / "sogne.parquet")

    assert findings(folder) == [("sogne.parquet", None, "sogne.parquet")]


def test_a_layer_to_orient_by_need_not_be_there(folder):
    assert read_reference_layers(folder, LAYERS) == {}
    parish = geopandas.GeoDataFrame({"name": ["Vor Frue"]}, geometry=[WEST], crs="EPSG:4326")
    parish.to_parquet(folder / "parish.parquet")

    assert read_reference_layers(folder, LAYERS)["parish"]["name"].tolist() == ["Vor Frue"]
    assert len(read_layers(folder, LAYERS, IDS)) == 4


def test_faults_of_all_layers_to_orient_by_are_told_at_once(folder):
    (folder / "parish.parquet").write_bytes(b"PAR1")
    write(frame(shape()), folder / "police_district.parquet")

    with pytest.raises(SourceError) as error:
        read_reference_layers(folder, LAYERS)
    assert {finding.file for finding in error.value.findings} == {"parish.parquet", "police_district.parquet"}


def test_too_many_areas(folder):
    small = [replace(layer, max_count=1) if layer.layer_id == "municipality" else layer for layer in LAYERS.rows]

    assert findings(folder, layers=Layers.of(small)) == [("municipality.parquet", None, "2")]


@pytest.mark.parametrize("name", ["municipality.parquet", "housing_area.geojson"])
@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda content: b"", id="empty"),
        pytest.param(lambda content: content[: len(content) // 2], id="half"),
        pytest.param(lambda content: content[:-4], id="last four bytes gone"),
        pytest.param(lambda content: b"<!doctype html><title>404</title>", id="an error page"),
        pytest.param(lambda content: b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", id="lfs pointer"),
        pytest.param(lambda content: b'{"type":"Topology"}', id="other JSON"),
        pytest.param(lambda content: b"PAR1" + b"\xff" * 64 + b"PAR1", id="noise"),
    ],
)
def test_a_damaged_or_foreign_file_is_a_finding(folder, name, damage):
    path = folder / name
    path.write_bytes(damage(path.read_bytes()))

    ((file, row, found),) = findings(folder)

    assert (file, row) == (name, None)
    assert str(folder) not in found


def test_a_folder_in_the_place_of_a_file_is_a_finding(folder):
    (folder / "housing_area.geojson").unlink()
    (folder / "housing_area.geojson").mkdir()

    assert findings(folder) == [("housing_area.geojson", None, "")]


def test_a_table_without_shapes_is_a_finding(folder):
    frame(shape()).drop(columns="geometry").to_parquet(folder / "municipality.parquet")

    ((file, _, _),) = findings(folder)

    assert file == "municipality.parquet"


def test_faults_of_all_files_are_told_at_once(folder):
    (folder / "municipality.parquet").write_bytes(b"")
    write(frame(point(geometry=Point(56.05, 10.05))), folder / "housing_area.geojson")

    assert [file for file, _, _ in findings(folder)] == ["municipality.parquet", "housing_area.geojson"]


def test_background(tmp_path):
    land = geopandas.GeoDataFrame({"kind": ["land"]}, geometry=[WEST], crs="EPSG:4326")
    land.to_parquet(tmp_path / "background.parquet")

    assert read_background(tmp_path)["kind"].tolist() == ["land"]


def test_missing_background(tmp_path):
    with pytest.raises(SourceError, match="background.parquet"):
        read_background(tmp_path)


def test_join_gives_every_area_its_shape_or_kind_none():
    table = areas(("danmark", "country", ""), ("kommune_0001", "municipality", "0001"))

    joined = join_areas(table, frame(shape("kommune_0001")))

    assert joined["area_id"].tolist() == ["danmark", "kommune_0001"]
    assert joined["geometry_kind"].tolist() == ["none", "outline"]
    assert joined["geometry_note_da"].tolist() == ["", ""]
    assert joined["boundary_year"].isna().tolist() == [True, False]


def test_an_area_that_has_changed_keeps_its_shape_in_both_rows():
    table = areas(("westby", "housing_area", ""), ("westby", "housing_area", ""))
    table["valid_from"] = [2010, 2018]

    assert join_areas(table, frame(shape())).geometry.notna().tolist() == [True, True]


def test_an_area_outside_its_municipality_is_a_finding():
    table = areas(
        ("kommune_0001", "municipality", "0001"),
        ("inde", "housing_area", "0001"),
        ("ude", "housing_area", "0001"),
        ("uden_kommune", "housing_area", "0009"),
    )
    outside = Point(10.15, 56.05)
    shapes = frame(
        shape("kommune_0001"), point("inde"), point("ude", geometry=outside), point("uden_kommune", geometry=outside)
    )

    with pytest.raises(SourceError) as error:
        join_areas(table, shapes)

    assert [finding.found for finding in error.value.findings] == ["ude: 0001"]


def test_geojson_keeps_danish_letters_and_empty_texts(folder):
    content = json.loads((folder / "housing_area.geojson").read_text(encoding="utf-8"))
    content["features"][0]["properties"]["geometry_note_da"] = "Ærøskøbing på Ærø"
    (folder / "housing_area.geojson").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    notes = read_layers(folder, LAYERS, IDS).set_index("area_id")["geometry_note_da"]

    assert (notes["westby"], notes["kommune_0001"]) == ("Ærøskøbing på Ærø", "")
