"""Hand-made shapes: two squares that share a border, a point and an area without a place."""

import geopandas
import pandas
from shapely import Point, Polygon, box

from tests.levels import of_kinds

WEST = box(10.0, 56.0, 10.1, 56.1)
EAST = box(10.1, 56.0, 10.2, 56.1)
BOW_TIE = Polygon([(10.0, 56.0), (10.1, 56.1), (10.1, 56.0), (10.0, 56.1)])
SWAPPED = Point(56.05, 10.05)


def shape(area_id="westby", geometry=WEST, **changes):
    """One row of the contract's columns: by default an outline that keeps every rule."""
    row = {
        "area_id": area_id,
        "geometry_kind": "outline",
        "geometry_note_da": "",
        "geometry_note_en": "",
        "geometry_certainty": "A",
        "geometry_source_id": "dagi_2021",
        "boundary_year": 2021,
    }
    return row | changes | {"geometry": geometry}


def point(area_id="punktum", certainty="A", note="Skolen i området", geometry=None):
    return shape(
        area_id,
        geometry or Point(10.05, 56.05),
        geometry_kind="point",
        geometry_note_da=note,
        geometry_note_en="The school",
        geometry_certainty=certainty,
    )


def nowhere(area_id="ingensteds"):
    return shape(
        area_id,
        None,
        geometry_kind="none",
        geometry_note_da="Ingen adresse er kendt",
        geometry_note_en="No address is known",
        geometry_certainty="",
        geometry_source_id="",
        boundary_year=None,
    )


def frame(*rows, crs="EPSG:4326"):
    shapes = geopandas.GeoDataFrame(list(rows), geometry="geometry", crs=crs)
    return shapes.astype({"boundary_year": "Int64"})


def areas(*rows):
    """The numbers' table `areas`: (area_id, level, municipality_code) with everything else empty."""
    texts = ["name", "aliases", "town", "housing_organisation", "note_da", "note_en"]
    table = pandas.DataFrame(rows, columns=["area_id", "level", "municipality_code"])
    table = of_kinds(table).assign(**dict.fromkeys(texts, ""), valid_from=pandas.NA, valid_to=pandas.NA)
    return table.assign(name=table["area_id"].str.title()).astype({"valid_from": "Int64", "valid_to": "Int64"})
