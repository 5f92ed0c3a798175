"""The contract for shapes: columns, coordinate system, and rules that tie an area's shape to what is said of it.

`geometry_kind` says what a reader sees, and so what the map may claim:

outline   the area's own published outline
buildings a ring around the area's addresses; drawn dashed, never as an official boundary
stand_in  a small official district that bears the area's name; drawn dashed, never as the area's own boundary
point     a place in, on the street of, or near the area
none      no place is known; the note says why, and the area stands in the list beside the map

`geometry_certainty` is A for a named object or outline, B for an object on the estate's street or a district of the
same name, C for something nearby, and empty for none.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar, TypeAlias

import geopandas
import numpy
import pandas
import pandera.pandas as pandera
import shapely
from shapely.geometry.base import BaseGeometry

from data.contracts import CERTAINTIES, Area
from data.errors import Finding, PreparedError, SourceError, Text
from data.rows import Filled, Key, Row, Stored, at_least, at_most, matches, one_of

STORED_CRS = "EPSG:4326"
LANGUAGES = ("da", "en")
Extent = tuple[float, float, float, float]  # west, south, east, north in degrees
DENMARK: Extent = (8.0, 54.5, 15.3, 57.8)  # Skagen, Gedser, Blåvand and Christiansø fit
UNSAFE = r"[\x00-\x1f]|<[/!?a-zA-Z]|^[=+@-]"  # in a web page or a spreadsheet
SURROUNDINGS: Extent = (5.0, 53.0, 18.0, 60.0)  # what the background may show
AROUND = 3.0  # degrees that the background of another extent may reach beyond it


class Kind(StrEnum):
    """What the shape of an area is."""

    OUTLINE = "outline"
    BUILDINGS = "buildings"
    STAND_IN = "stand_in"
    POINT = "point"
    NONE = "none"


class Place(Row):
    """What is known of the shape of an area, without the shape itself."""

    KEY: ClassVar[tuple[str, ...]] = ("area_id",)

    area_id: Key
    geometry_kind: Kind
    geometry_note: Text
    geometry_certainty: Annotated[str, one_of("", *CERTAINTIES)]
    geometry_source_id: Annotated[str, matches(r"^[a-z0-9_]*$")]
    boundary_year: Annotated[int | None, at_least(1900), at_most(2100)]


class Shape(Place):
    """One row an area: its shape and what is known of it."""

    geometry: Annotated[BaseGeometry | None, Stored("geometry")]


class Background(Row):
    """Land to orient by: Denmark and its neighbours."""

    kind: Annotated[str, one_of("land", "neighbour")]
    geometry: Annotated[BaseGeometry, Stored("geometry")]


class Reference(Row):
    """A layer to orient by: one row a parish, a police district …"""

    name: Filled
    geometry: Annotated[BaseGeometry, Stored("geometry")]


class PlacedArea(Area, Place):
    """An area and what is known of its shape: what pages read."""

    KEY = Area.KEY


class ShapedArea(PlacedArea, Shape):
    """The table `areas` of a prepared version: every area with its shape, or with kind none."""

    KEY = Area.KEY


FAILURE = ["column", "check", "failure_case", "index"]  # of pandera's failure cases
SHAPE_COLUMNS = Shape.columns()
GEOMETRY_COLUMNS = SHAPE_COLUMNS[1:]

COLUMN = Text("en kolonne med dette navn", "a column of this name")
KNOWN_COLUMN = Text("kun kolonnerne i kontrakten", "only the columns of the contract")
UNIQUE = Text("hvert area_id én gang", "each area_id once")
CRS = Text("et koordinatsystem (CRS), fx EPSG:4326 eller EPSG:25832", "a CRS, such as EPSG:4326 or EPSG:25832")
VALUES = {
    "area_id": Text("et id af a-z, 0-9 og _", "an id of a-z, 0-9 and _"),
    "geometry_kind": Text(
        "outline, buildings, stand_in, point eller none", "outline, buildings, stand_in, point or none"
    ),
    "geometry_certainty": Text("A, B, C eller tom", "A, B, C or empty"),
    "geometry_source_id": Text("et id fra sources.csv eller tom", "an id from sources.csv, or empty"),
    "boundary_year": Text("et årstal mellem 1900 og 2100", "a year between 1900 and 2100"),
    "geometry": Text("en figur", "a shape"),
    "kind": Text("land eller neighbour", "land or neighbour"),
    "name": Text("et navn", "a name"),
}
TEXT = Text("en tekst, om så tom", "a text, if only an empty one")
PLAIN = Text(
    "tekst uden styretegn og HTML, der ikke begynder med = + - eller @",
    "text without control characters and HTML that does not begin with = + - or @",
)


Mask: TypeAlias = "pandas.Series[bool]"
Check = Callable[[geopandas.GeoDataFrame], Mask]


@dataclass(frozen=True)
class Rule:
    """A rule on every row: the column to blame, what is expected, and which rows break it."""

    column: str
    expected: Text
    broken: Check


def is_placed(shapes: geopandas.GeoDataFrame) -> Mask:
    """Which rows have a `geometry` to draw."""
    placed: Mask = ~(shapes.geometry.isna() | shapes.geometry.is_empty)
    return placed


def _has_kind(shapes: geopandas.GeoDataFrame, *kinds: Kind) -> Mask:
    found: Mask = shapes["geometry_kind"].isin(kinds)
    return found


def _is_type(shapes: geopandas.GeoDataFrame) -> Mask:
    """Whether the shape is a point for kind point and an area for an outline or stand-in."""
    is_point: Mask = shapes.geom_type == "Point"
    is_area: Mask = shapes.geom_type.isin(["Polygon", "MultiPolygon"])
    return is_point.where(_has_kind(shapes, Kind.POINT), is_area)


def _is_within(shapes: geopandas.GeoDataFrame, box: Extent) -> Mask:
    bounds = shapes.geometry.bounds
    west, south, east, north = box
    within: Mask = (bounds.minx >= west) & (bounds.miny >= south) & (bounds.maxx <= east) & (bounds.maxy <= north)
    return within


def _is_swapped(shapes: geopandas.GeoDataFrame, extent: Extent = DENMARK) -> Mask:
    """Whether latitude stands before longitude."""
    west, south, east, north = extent
    return is_placed(shapes) & _is_within(shapes, (south, west, north, east))


def _says(shapes: geopandas.GeoDataFrame, words: str) -> Mask:
    said: Mask = shapes["geometry_note_da"].str.contains(words, case=False, regex=False)
    return said


def _filled_except_none(column: str) -> Check:
    """Filled in for an area with a place, empty for one without."""
    return lambda shapes: (shapes[column].isna() | (shapes[column].astype("str") == "")) != _has_kind(shapes, Kind.NONE)


def _unsaid(column: str, *kinds: Kind) -> Check:
    """Empty for an area of these kinds, which owe a text."""
    return lambda shapes: (shapes[column] == "") & _has_kind(shapes, *kinds)


def _unsafe(column: str) -> Check:
    """What a web page or a spreadsheet would run."""
    return lambda shapes: shapes[column].str.contains(UNSAFE)


VALID = Rule(
    "geometry",
    Text("en gyldig figur, hvis kant ikke krydser sig selv", "a valid shape whose edge does not cross itself"),
    lambda shapes: is_placed(shapes) & ~shapes.is_valid,
)
NOT_SWAPPED = Rule(
    "geometry",
    Text("længdegrad før breddegrad; de er byttet om", "longitude before latitude; they are swapped"),
    _is_swapped,
)
IN_DENMARK = Rule(
    "geometry",
    Text(
        "et sted i Danmark (længde 8 til 15,3, bredde 54,5 til 57,8)",
        "a place in Denmark (longitude 8 to 15.3, latitude 54.5 to 57.8)",
    ),
    lambda shapes: is_placed(shapes) & ~_is_within(shapes, DENMARK) & ~_is_swapped(shapes),
)
RULES = (
    Rule(
        "geometry",
        Text("en figur, undtagen for none", "a shape, except for none"),
        lambda shapes: is_placed(shapes) == _has_kind(shapes, Kind.NONE),
    ),
    VALID,
    Rule(
        "geometry",
        Text(
            "et punkt for point og en flade for outline, buildings og stand_in",
            "a point for point, and an area for outline, buildings and stand_in",
        ),
        lambda shapes: is_placed(shapes) & ~_is_type(shapes),
    ),
    NOT_SWAPPED,
    IN_DENMARK,
    *(
        Rule(
            f"geometry_note_{language}",
            Text("en note om, hvad der vises", "a note on what is shown"),
            _unsaid(f"geometry_note_{language}", Kind.BUILDINGS, Kind.STAND_IN, Kind.POINT),
        )
        for language in LANGUAGES
    ),
    *(
        Rule(
            f"geometry_note_{language}",
            PLAIN,
            _unsafe(f"geometry_note_{language}"),
        )
        for language in LANGUAGES
    ),
    Rule(
        "geometry_note_da",
        Text(
            "ordene »ikke områdets egen afgrænsning« for stand_in",
            "the words »ikke områdets egen afgrænsning« for stand_in",
        ),
        lambda shapes: _has_kind(shapes, Kind.STAND_IN) & ~_says(shapes, "ikke områdets egen afgrænsning"),
    ),
    Rule(
        "geometry_note_da",
        Text(
            "ordene »ikke en officiel afgrænsning« for buildings",
            "the words »ikke en officiel afgrænsning« for buildings",
        ),
        lambda shapes: _has_kind(shapes, Kind.BUILDINGS) & ~_says(shapes, "ikke en officiel afgrænsning"),
    ),
    Rule(
        "geometry_note_da",
        Text("ordene »i nærheden« for et punkt med sikkerhed C", "the words »i nærheden« for a point of certainty C"),
        lambda shapes: (shapes["geometry_certainty"] == "C") & ~_says(shapes, "i nærheden"),
    ),
    *(
        Rule(
            column,
            Text("en værdi, undtagen for none, som ingen har", "a value, except for none, which has none"),
            _filled_except_none(column),
        )
        for column in ("geometry_certainty", "geometry_source_id", "boundary_year")
    ),
)
REASONS = tuple(
    Rule(
        f"geometry_note_{language}",
        Text("en note om, hvorfor området ikke har et sted", "a note on why the area has no place"),
        _unsaid(f"geometry_note_{language}", Kind.NONE),
    )
    for language in LANGUAGES
)
BACKGROUND_RULES = (
    VALID,
    Rule(
        "geometry",
        Text("flader omkring Danmark", "areas around Denmark"),
        lambda land: ~_is_within(land, SURROUNDINGS) | ~land.geom_type.isin(["Polygon", "MultiPolygon"]),
    ),
)
REFERENCE_RULES = (
    Rule("name", PLAIN, lambda layer: layer["name"].str.contains(UNSAFE)),
    VALID,
    Rule(
        "geometry",
        Text("en flade", "an area"),
        lambda layer: ~is_placed(layer) | ~layer.geom_type.isin(["Polygon", "MultiPolygon"]),
    ),
    NOT_SWAPPED,
    IN_DENMARK,
)


def inside(rules: tuple[Rule, ...], extent: Extent) -> tuple[Rule, ...]:
    """The rules with another extent in the place of Denmark's."""
    if extent == DENMARK:
        return rules
    west, south, east, north = extent
    limits = f"{west:g}, {south:g}, {east:g}, {north:g}"
    within = Rule(
        "geometry",
        Text(
            f"et sted inden for datasættets område ({limits})", f"a place within the extent of the dataset ({limits})"
        ),
        lambda shapes: is_placed(shapes) & ~_is_within(shapes, extent),
    )
    return tuple(within if rule is IN_DENMARK else rule for rule in rules if rule is not NOT_SWAPPED)


def around(extent: Extent) -> tuple[Rule, ...]:
    """The rules of the background of a dataset with this extent."""
    if extent == DENMARK:
        return BACKGROUND_RULES
    west, south, east, north = extent
    box = (west - AROUND, south - AROUND, east + AROUND, north + AROUND)
    near = Rule(
        "geometry",
        Text("flader omkring datasættets område", "areas around the extent of the dataset"),
        lambda land: ~_is_within(land, box) | ~land.geom_type.isin(["Polygon", "MultiPolygon"]),
    )
    return (VALID, near)


def validate_shapes(shapes: geopandas.GeoDataFrame, file: str, extent: Extent = DENMARK) -> geopandas.GeoDataFrame:
    """The shapes in EPSG:4326 with the columns of `Shape`. Raises SourceError with every fault found."""
    return _validate(shapes, file, Shape, inside(RULES + REASONS, extent))


def validate_background(land: geopandas.GeoDataFrame, file: str, extent: Extent = DENMARK) -> geopandas.GeoDataFrame:
    """The background in EPSG:4326 with the columns of `Background`. Raises SourceError with every fault found."""
    return _validate(land, file, Background, around(extent))


def validate_reference(layer: geopandas.GeoDataFrame, file: str, extent: Extent = DENMARK) -> geopandas.GeoDataFrame:
    """A layer to orient by in EPSG:4326 with the columns of `Reference`. Raises SourceError with every fault found."""
    return _validate(layer, file, Reference, inside(REFERENCE_RULES, extent))


def validate_prepared_areas(areas: geopandas.GeoDataFrame, extent: Extent = DENMARK) -> geopandas.GeoDataFrame:
    """The table `ShapedArea` of a prepared version, in EPSG:4326. Raises PreparedError if it is anything else.

    A country or group is of kind none without a reason: it is never drawn.
    """
    try:
        return _validate(areas, "areas.parquet", ShapedArea, inside(RULES, extent))
    except SourceError as error:
        raise PreparedError(error.text) from error


def _validate(
    frame: geopandas.GeoDataFrame, file: str, model: type[Row], rules: tuple[Rule, ...]
) -> geopandas.GeoDataFrame:
    """Columns and types first, for the rules between columns can only be asked of a frame that has them."""
    try:
        frame = model.validate(frame.reset_index(drop=True))
    except pandera.errors.SchemaErrors as error:
        raise SourceError(_schema_findings(error.failure_cases, file)) from error
    if frame.crs is None:
        raise SourceError([Finding(file, "None", CRS, column="geometry")])
    frame = frame.to_crs(STORED_CRS)
    findings = [finding for rule in rules for finding in _rule_findings(frame, file, rule)]
    if findings:
        raise SourceError(findings)
    return frame


def _schema_findings(failures: pandas.DataFrame, file: str) -> list[Finding]:
    """One finding a faulty cell, however many of the column's checks it failed; whole columns only if no cell is."""
    findings: dict[tuple[str, int | None], Finding] = {}
    in_order = failures.sort_values("index", na_position="last", kind="stable")[FAILURE]
    for column, check, case, index in in_order.itertuples(index=False, name=None):
        row = None if pandas.isna(index) else int(index) + 2
        found, expected = str(case), VALUES.get(column, TEXT)
        if check == "column_in_dataframe":
            column, found, expected = found, "", COLUMN
        elif check == "column_in_schema":
            column, expected = found, KNOWN_COLUMN
        elif check == "multiple_fields_uniqueness":
            expected = UNIQUE
        if row is not None or column not in {blamed for blamed, _ in findings}:
            findings.setdefault((column, row), Finding(file, found, expected, row, column))
    return list(findings.values())


def _rule_findings(frame: geopandas.GeoDataFrame, file: str, rule: Rule) -> list[Finding]:
    broken = frame[numpy.asarray(rule.broken(frame), dtype=bool)]
    return [
        Finding(file, _describe(row, rule.column), rule.expected, position + 2, rule.column)
        for position, row in broken.iterrows()
    ]


def _describe(row: pandas.Series, column: str) -> str:
    """The value that broke a rule, with the area's id since shapes are seldom seen as rows."""
    value = row[column]
    if column == "geometry" and value is not None:
        bounds = " ".join(f"{degrees:.5g}" for degrees in value.bounds)
        fault = "" if value.is_valid else f", {shapely.is_valid_reason(value)}"
        value = f"{value.geom_type} {bounds}{fault}"
    return f"{row.iloc[0]}: {'' if value is None or value is pandas.NA else value}"
