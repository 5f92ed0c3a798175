"""What the contract for shapes accepts, and how it tells what it does not."""

import geopandas
import pytest
from shapely import MultiPolygon, Point, Polygon, box

from data.errors import PreparedError, SourceError
from geo.contract import (
    GEOMETRY_COLUMNS,
    validate_background,
    validate_prepared_areas,
    validate_reference,
    validate_shapes,
)
from geo.read import join_areas
from tests.geo.frames import BOW_TIE, EAST, SWAPPED, WEST, areas, frame, nowhere, point, shape


def findings(shapes):
    with pytest.raises(SourceError) as error:
        validate_shapes(shapes, "fil.parquet")
    return error.value.findings


def only_finding(shapes):
    (finding,) = findings(shapes)
    return finding


def test_good_shapes_of_every_kind_pass_unchanged():
    shapes = frame(shape(), shape("oestby", MultiPolygon([EAST])), point(), nowhere())

    validated = validate_shapes(shapes, "fil.parquet")

    assert list(validated.columns) == ["area_id", *GEOMETRY_COLUMNS]
    assert validated["area_id"].tolist() == ["westby", "oestby", "punktum", "ingensteds"]
    assert validated.geometry.isna().tolist() == [False, False, False, True]


def test_another_coordinate_system_is_stored_as_4326():
    validated = validate_shapes(frame(shape()).to_crs("EPSG:25832"), "fil.parquet")

    assert validated.crs == "EPSG:4326"
    assert validated.total_bounds == pytest.approx([10.0, 56.0, 10.1, 56.1])


@pytest.mark.parametrize(
    ("row", "column", "expected"),
    [
        (shape(geometry=None), "geometry", "en figur, undtagen for none"),
        (shape(geometry=Polygon()), "geometry", "en figur, undtagen for none"),
        (nowhere() | {"geometry": WEST}, "geometry", "en figur, undtagen for none"),
        (shape(geometry=BOW_TIE), "geometry", "krydser sig selv"),
        (point(geometry=SWAPPED), "geometry", "de er byttet om"),
        (point(geometry=Point(13.4, 52.5)), "geometry", "et sted i Danmark"),
        (shape(geometry=Point(10.05, 56.05)), "geometry", "en flade for outline"),
        (point(geometry=WEST), "geometry", "et punkt for point"),
        (point(note=""), "geometry_note_da", "en note om, hvad der vises"),
        (nowhere() | {"geometry_note_en": ""}, "geometry_note_en", "hvorfor området ikke har et sted"),
        (point(certainty="C"), "geometry_note_da", "i nærheden"),
        (
            shape(geometry_kind="stand_in", geometry_note_da="Sognet", geometry_note_en="The parish"),
            "geometry_note_da",
            "ikke områdets egen afgrænsning",
        ),
        (point(note="<img src=x onerror=alert(1)>"), "geometry_note_da", "uden styretegn og HTML"),
        (point(note="=HYPERLINK(1)"), "geometry_note_da", "begynder med ="),
        (shape(geometry_certainty=""), "geometry_certainty", "en værdi, undtagen for none"),
        (shape(geometry_source_id=""), "geometry_source_id", "en værdi, undtagen for none"),
        (shape(boundary_year=None), "boundary_year", "en værdi, undtagen for none"),
        (nowhere() | {"boundary_year": 2021}, "boundary_year", "en værdi, undtagen for none"),
        (shape("Westby"), "area_id", "et id af a-z"),
        (shape(geometry_kind="omrids"), "geometry_kind", "outline, buildings, stand_in, point eller none"),
        (shape(geometry_certainty="D"), "geometry_certainty", "A, B, C eller tom"),
        (shape(boundary_year=21), "boundary_year", "et årstal"),
        (shape(geometry_note_da=None), "geometry_note_da", "en tekst"),
    ],
)
def test_a_fault_is_one_finding_with_its_place(row, column, expected):
    finding = only_finding(frame(shape("naboby", EAST), row))

    assert (finding.file, finding.row, finding.column) == ("fil.parquet", 3, column)
    assert expected in finding.expected.da


def test_a_finding_names_the_area_and_what_is_wrong_with_it():
    found = only_finding(frame(shape(geometry=BOW_TIE))).found

    assert found.startswith("westby: Polygon 10 56 10.1 56.1, Self-intersection")


def test_a_point_nearby_says_so():
    assert len(validate_shapes(frame(point(certainty="C", note="I nærheden: skolen")), "fil.parquet")) == 1


def test_every_fault_is_told_at_once():
    faults = findings(frame(shape(geometry=BOW_TIE), point(note=""), shape("andeby", boundary_year=None)))

    assert [finding.row for finding in faults] == [2, 3, 4]


def test_missing_coordinate_system():
    finding = only_finding(frame(shape(), crs=None))

    assert (finding.row, finding.column) == (None, "geometry")
    assert "CRS" in finding.expected.en


def test_duplicate_id_is_found_on_both_rows():
    assert [(finding.row, finding.found) for finding in findings(frame(shape(), shape()))] == [
        (2, "westby"),
        (3, "westby"),
    ]


def test_unknown_and_missing_columns():
    shapes = frame(shape()).drop(columns="boundary_year").assign(cpr="0101011234")

    assert {(finding.column, finding.expected.en) for finding in findings(shapes)} == {
        ("cpr", "only the columns of the contract"),
        ("boundary_year", "a column of this name"),
    }


def test_text_instead_of_a_year():
    shapes = frame(shape()).astype({"boundary_year": "object"}).assign(boundary_year="for nylig")

    assert (only_finding(shapes).found, only_finding(shapes).column) == ("for nylig", "boundary_year")


def test_background_is_areas_around_denmark():
    land = geopandas.GeoDataFrame({"kind": ["land", "neighbour"]}, geometry=[WEST, EAST], crs="EPSG:4326")
    far = geopandas.GeoDataFrame({"kind": ["neighbour"]}, geometry=[box(-80, 30, -70, 40)], crs="EPSG:4326")

    assert len(validate_background(land, "background.parquet")) == 2
    with pytest.raises(SourceError, match="flader omkring Danmark"):
        validate_background(far, "background.parquet")


def parishes(name="Vor Frue", geometry=WEST, **columns):
    return geopandas.GeoDataFrame({"name": [name], **columns}, geometry=[geometry], crs="EPSG:4326")


def test_a_layer_to_orient_by_has_names_and_areas():
    assert validate_reference(parishes().to_crs("EPSG:25832"), "parish.parquet").crs == "EPSG:4326"


@pytest.mark.parametrize(
    ("layer", "column", "expected"),
    [
        (parishes("<b>Vor Frue</b>"), "name", "tekst uden styretegn og HTML"),
        (parishes(""), "name", "et navn"),
        (parishes(geometry=BOW_TIE), "geometry", "kant ikke krydser sig selv"),
        (parishes(geometry=Point(10, 56)), "geometry", "en flade"),
        (parishes(geometry=None), "geometry", "en figur"),
        (parishes(geometry=box(-80, 30, -70, 40)), "geometry", "et sted i Danmark"),
        (parishes(geometry=box(56.0, 10.0, 56.1, 10.1)), "geometry", "de er byttet om"),
        (parishes(kode="7001"), "kode", "kun kolonnerne i kontrakten"),
    ],
)
def test_a_fault_in_a_layer_to_orient_by_is_told(layer, column, expected):
    with pytest.raises(SourceError) as error:
        validate_reference(layer, "parish.parquet")
    (finding,) = error.value.findings
    assert (finding.file, finding.column) == ("parish.parquet", column)
    assert expected in finding.expected.da


def test_prepared_areas_keep_areas_that_are_never_drawn():
    table = areas(("danmark", "country", ""), ("westby", "housing_area", ""))

    prepared = validate_prepared_areas(join_areas(table, frame(shape())))

    assert prepared["geometry_kind"].tolist() == ["none", "outline"]


def test_prepared_areas_of_another_program_are_refused():
    prepared = join_areas(areas(("westby", "housing_area", "")), frame(shape()))

    with pytest.raises(PreparedError, match="boundary_year"):
        validate_prepared_areas(prepared.drop(columns="boundary_year"))
