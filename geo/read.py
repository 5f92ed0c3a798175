"""Read the shapes of a dataset and put them on its areas; every fault of every file is told at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas
import pandas
import pyarrow
import shapely
from pyogrio.errors import DataSourceError
from pyproj.exceptions import ProjError

from data.contracts import Layer, Level
from data.errors import Finding, SourceError, Text
from data.levels import WITHIN_MUNICIPALITY
from geo import contract, plausible
from geo.layers import BACKGROUND_FILE, Layers, owes

UNREADABLE = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    pyarrow.ArrowException,
    shapely.errors.ShapelyError,
    DataSourceError,
    ProjError,
)

MISSING_FILE = Text("en fil med dette navn", "a file of this name")
READABLE = Text("en hel fil med figurer (GeoParquet eller GeoJSON)", "a whole file of shapes (GeoParquet or GeoJSON)")
REGISTERED = Text("kun filer, der står i layers.csv", "only files that stand in layers.csv")
KNOWN_AREA = Text("et area_id fra areas.csv, som hører til dette lag", "an area_id from areas.csv of this layer")
SHAPE_OF_AREA = Text("en figur for området", "a shape of the area")
IN_MUNICIPALITY = Text("et sted i områdets egen kommune", "a place in the area's own municipality")


def read_layers(
    folder: Path, layers: Layers, known_ids: set[str], extent: contract.Extent = contract.DENMARK
) -> geopandas.GeoDataFrame:
    """The shapes of all layers of a dataset, one row an area, in EPSG:4326 with the columns of `contract.Shape`.

    Raises SourceError for a missing, unreadable or unregistered file, a broken contract, an area that is not among
    `known_ids`, and a known area without the shape its layer owes it.
    """
    findings = _unregistered(folder, layers)
    found = []
    for layer in layers.of_areas:
        try:
            found.append(_read_layer(folder, layer, layers, known_ids, extent))
        except SourceError as error:
            findings += error.findings
    if findings:
        raise SourceError(findings)
    shapes = pandas.concat([shapes for shapes in found if shapes is not None], ignore_index=True)
    return geopandas.GeoDataFrame(shapes, geometry="geometry", crs=contract.STORED_CRS)


def read_background(folder: Path, extent: contract.Extent = contract.DENMARK) -> geopandas.GeoDataFrame:
    """Land of Denmark and its neighbours in EPSG:4326: the table `contract.Background`.

    Raises SourceError for a missing or unreadable file, or with every fault found.
    """
    return contract.validate_background(_read_file(folder / BACKGROUND_FILE), BACKGROUND_FILE, extent)


def read_reference_layers(
    folder: Path, layers: Layers, extent: contract.Extent = contract.DENMARK
) -> dict[str, geopandas.GeoDataFrame]:
    """The layers to orient by that the dataset has, by layer id: tables `contract.Reference` in EPSG:4326.

    Raises SourceError with every fault of every file that is there.
    """
    findings: list[Finding] = []
    found = {}
    for layer in layers.to_orient_by:
        try:
            if (folder / layer.file).exists():
                read = _read_file(folder / layer.file)
                found[layer.layer_id] = contract.validate_reference(read, layer.file, extent)
        except SourceError as error:
            findings += error.findings
    if findings:
        raise SourceError(findings)
    return found


def join_areas(areas: pandas.DataFrame, shapes: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    """The table `Area` as `contract.ShapedArea`; an area without a shape (a country, a group) gets kind none.

    `shapes` has the columns of `contract.Shape`.

    Raises SourceError for a housing area or district that lies outside its own municipality.
    """
    joined = areas.merge(shapes, on="area_id", how="left", validate="many_to_one")
    joined["geometry_kind"] = joined["geometry_kind"].fillna(contract.Kind.NONE)
    texts = [column for column in contract.GEOMETRY_COLUMNS if column.startswith("geometry_")]
    joined[texts] = joined[texts].fillna("")
    joined = geopandas.GeoDataFrame(joined, geometry="geometry", crs=shapes.crs)
    findings = _misplaced(joined)
    if findings:
        raise SourceError(findings)
    return joined


def _unregistered(folder: Path, layers: Layers) -> list[Finding]:
    shape_files = [path.name for path in sorted(folder.glob("*")) if path.suffix in (".parquet", ".geojson", ".json")]
    return [Finding(name, name, REGISTERED) for name in shape_files if name not in layers.files]


def _read_layer(
    folder: Path, layer: Layer, layers: Layers, known_ids: set[str], extent: contract.Extent
) -> geopandas.GeoDataFrame | None:
    """One layer by its contract; None where the dataset has no area of it and no file for it."""
    owed = {area_id for area_id in known_ids if owes(layer, area_id)}
    if layer.area_ids and not owed and not (folder / layer.file).exists():
        return None
    shapes = contract.validate_shapes(_read_file(folder / layer.file), layer.file, extent)
    ids = shapes["area_id"]
    stray = ~ids.isin(known_ids) | ~ids.map(lambda area_id: layers.may_hold(layer, area_id))
    findings = [Finding(layer.file, area_id, KNOWN_AREA, row + 2, "area_id") for row, area_id in ids[stray].items()]
    findings += [Finding(layer.file, area_id, SHAPE_OF_AREA, column="area_id") for area_id in sorted(owed - set(ids))]
    least, most = layer.min_count or 0, layer.max_count or len(shapes)
    if not least <= len(shapes) <= most:
        findings.append(Finding(layer.file, str(len(shapes)), Text(f"{least}-{most} områder", f"{least}-{most} areas")))
    if findings:
        raise SourceError(findings)
    return shapes


def _read_file(path: Path) -> geopandas.GeoDataFrame:
    """A file of shapes, or SourceError: missing, cut off, or something else under the same name."""
    if not path.is_file():
        raise SourceError([Finding(path.name, "", MISSING_FILE)])
    try:
        if path.suffix == ".parquet":
            return geopandas.read_parquet(path, page_checksum_verification=True)
        given = json.loads(path.read_text(encoding="utf-8"))  # GDAL reads what there is of a file cut off in the middle
        unclosed = list(_unclosed(path.name, given))
        if unclosed:
            raise SourceError(unclosed)
        return geopandas.read_file(path)
    except UNREADABLE as error:
        reason = (str(error).splitlines() or [""])[0].replace(f"{path.parent}/", "")
        raise SourceError([Finding(path.name, f"{type(error).__name__}: {reason[:120]}", READABLE)]) from error


def _unclosed(file: str, given: object) -> Iterator[Finding]:
    """The rings of a GeoJSON file that do not end where they begin: GDAL would draw them as they are."""
    features = given.get("features") if isinstance(given, dict) else None
    for place, feature in enumerate(features if isinstance(features, list) else []):
        geometry = feature.get("geometry") if isinstance(feature, dict) else None
        for ring in _rings(geometry) if isinstance(geometry, dict) else ():
            if len(ring) > 1 and ring[0] != ring[-1]:
                first = ", ".join(map(str, ring[0]))
                expected = Text(
                    f"en lukket figur: det sidste punkt skal være det første ({first})",
                    f"a closed shape: the last point must be the first ({first})",
                )
                yield Finding(file, ", ".join(map(str, ring[-1])), expected, place + 2, "geometry")


def _rings(geometry: dict[str, Any]) -> Iterator[list[Any]]:
    coordinates = geometry.get("coordinates")
    if not isinstance(coordinates, list):
        return
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(geometry.get("type")), [])
    yield from (ring for polygon in polygons for ring in polygon if isinstance(ring, list) and ring)


def _misplaced(areas: geopandas.GeoDataFrame) -> list[Finding]:
    """The districts and housing areas whose shape does not meet the shape of their municipality."""
    municipalities = areas[areas["level_kind"] == Level.MUNICIPALITY].set_index("municipality_code").geometry
    within = areas[
        areas["level_kind"].isin(WITHIN_MUNICIPALITY)
        & contract.is_placed(areas)
        & areas["municipality_code"].isin(municipalities.index)
    ]
    outlines = geopandas.GeoSeries(municipalities.loc[within["municipality_code"]].to_numpy(), within.index, areas.crs)
    swapped = plausible.swapped_places(areas) if not within.intersects(outlines).all() else {}
    expected = {area_id: plausible.swapped_with(other) for area_id, other in swapped.items()}
    return [
        Finding("areas.csv", f"{area_id}: {code}", expected.get(area_id, IN_MUNICIPALITY), column="municipality_code")
        for area_id, code in within.loc[~within.intersects(outlines), ["area_id", "municipality_code"]].to_numpy()
    ]
