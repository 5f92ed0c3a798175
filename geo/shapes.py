"""Shapes for the browser: simplified so that neighbours still meet, then GeoJSON that is the same bytes every time."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import geopandas
import numpy
import shapely

from data.contracts import Layer
from geo.contract import STORED_CRS, Background, Kind, Reference, Shape, is_placed

METRIC_CRS = "EPSG:25832"  # ETRS89 / UTM 32N, metres, Denmark's own
DECIMALS = 5  # about a metre


def simplify(shapes: geopandas.GeoDataFrame, layers: Sequence[Layer]) -> geopandas.GeoDataFrame:
    """The table `Shape` of one level with less detail, in EPSG:4326. Points and missing shapes stay as they are.

    `layers` are those of the level. Their tolerance in metres is the square root of the area of the corners removed
    (Visvalingam-Whyatt) for areas that share borders, the greatest distance (Douglas-Peucker) for others.
    """
    tolerance = min(layer.tolerance for layer in layers)
    return _simplify(shapes, tolerance, coverage=all(layer.coverage for layer in layers))


def simplify_background(land: geopandas.GeoDataFrame, tolerance: float) -> geopandas.GeoDataFrame:
    """The table `Background` with less detail, one row a kind, in EPSG:4326. `tolerance` as in `simplify`, in metres.

    Its land comes as one part a municipality: simplified as they are, its coast is theirs, and no strip of it shows.
    """
    parts = _simplify(land, tolerance, coverage=True)
    return parts.dissolve("kind", method="coverage", as_index=False)


def simplify_layer(layer: geopandas.GeoDataFrame, tolerance: float) -> geopandas.GeoDataFrame:
    """The table `Reference` with less detail, in EPSG:4326; its areas share borders. `tolerance` as in `simplify`."""
    return _simplify(layer, tolerance, coverage=True)


def area_features(
    shapes: geopandas.GeoDataFrame,
    names: Mapping[str, str],
    municipalities: Mapping[str, str],
    within: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """A GeoJSON FeatureCollection of the areas of a table `Shape` that have a place, by id, so that it compresses well.

    `names`, `municipalities` and `within` give an area's name, the name of its municipality and the ids of the areas it
    lies in by area_id; an area without a municipality has an empty one. `boundary_years` are the years of the shapes.
    """
    placed = shapes[is_placed(shapes)].sort_values("area_id")
    collection = _collection(
        {
            "type": "Feature",
            "id": area.area_id,
            "properties": {
                "name": names[area.area_id],
                "kind": area.geometry_kind.value,
                "note_da": area.geometry_note.da,
                "note_en": area.geometry_note.en,
                "municipality": municipalities.get(area.area_id, ""),
                "within": list(within.get(area.area_id, ())),
            },
            "geometry": _geometry(area.geometry),
        }
        for area in Shape.of(placed)
    )
    return collection | {"boundary_years": sorted(placed["boundary_year"].dropna().unique().tolist())}


def background_features(land: geopandas.GeoDataFrame) -> dict[str, Any]:
    """A GeoJSON FeatureCollection of a table `Background`, each feature with its `kind`: land or neighbour."""
    return _collection(
        {"type": "Feature", "properties": {"kind": part.kind}, "geometry": _geometry(part.geometry)}
        for part in Background.of(land)
    )


def layer_features(layer: geopandas.GeoDataFrame) -> dict[str, Any]:
    """A GeoJSON FeatureCollection of a table `Reference`, each feature with its `name`."""
    return _collection(
        {"type": "Feature", "properties": {"name": part.name}, "geometry": _geometry(part.geometry)}
        for part in Reference.of(layer)
    )


def encode(content: Mapping[str, Any] | list[Any]) -> bytes:
    """GeoJSON, or other JSON, as compact UTF-8."""
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def unaccounted(shapes: geopandas.GeoDataFrame, area_ids: Iterable[str]) -> list[str]:
    """The areas that a table `Shape` gives neither a place nor a reason why not, sorted."""
    has_reason = (shapes["geometry_kind"] == Kind.NONE) & (shapes["geometry_note_da"] != "")
    return sorted(set(area_ids) - set(shapes.loc[is_placed(shapes) | has_reason, "area_id"]))


def _simplify(shapes: geopandas.GeoDataFrame, tolerance: float, *, coverage: bool) -> geopandas.GeoDataFrame:
    is_area = shapes.geom_type.isin(["Polygon", "MultiPolygon"])
    areas = shapes.geometry[is_area].to_crs(METRIC_CRS)
    if coverage:
        areas = geopandas.GeoSeries(shapely.coverage_simplify(areas.array, tolerance), areas.index, METRIC_CRS)
    else:
        areas = areas.simplify(tolerance)
    simplified = shapes.to_crs(STORED_CRS)
    simplified.loc[is_area, "geometry"] = areas.to_crs(STORED_CRS)
    rounded = shapely.transform(simplified.geometry.array, lambda degrees: numpy.round(degrees, DECIMALS))
    return simplified.set_geometry(geopandas.GeoSeries(rounded, simplified.index, STORED_CRS))


def _geometry(shape: shapely.Geometry) -> dict[str, Any]:
    """A shape as GeoJSON, its rings turned as RFC 7946 asks."""
    geometry: dict[str, Any] = shapely.geometry.mapping(shapely.orient_polygons(shape))
    return geometry


def _collection(features: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return {"type": "FeatureCollection", "features": list(features)}
