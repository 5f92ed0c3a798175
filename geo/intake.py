"""Shapes as they are handed in: GeoPackage, zipped shapefile, GeoParquet and GeoJSON in any CRS, with their attributes.

Nothing is unpacked outside a folder of its own, and no zip file that would grow beyond reason is opened.
"""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

import geopandas
import pandas
import pyogrio
import shapely
from pyproj import CRS

from data.errors import Text
from data.intake.archives import MOST_UNPACKED, refusal
from data.intake.areas import Areas
from data.intake.handed import HandedFile
from data.intake.sheets import text
from geo.contract import STORED_CRS
from geo.read import UNREADABLE

SHAPEFILE_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg", ".qix", ".sbn", ".sbx")
GUESSES = ("EPSG:4326", "EPSG:25832", "EPSG:25833", "EPSG:3857")  # of shapes that do not tell their CRS, in this order
MOST_SHAPES = 100_000
MOST_POINTS = 20_000_000

UNREADABLE_SHAPES = Text("filen kan ikke læses som et kort", "the file cannot be read as a map")
NO_SHAPEFILE = Text(
    "der er ingen shapefile (.shp, .shx og .dbf) i zip-filen",
    "there is no shapefile (.shp, .shx and .dbf) in the zip file",
)
NOT_GEOJSON = Text("filen er ikke GeoJSON", "the file is not GeoJSON")
NO_SHAPES = Text("der er ingen figurer i filen", "there are no shapes in the file")
TOO_MANY = Text("filen har for mange figurer eller punkter", "the file has too many shapes or points")


@dataclass(frozen=True)
class ShapeFile:
    """One layer of a file. `frame` has the attributes and the shapes as they are, in the file's own CRS.

    crs: empty where the file does not tell, or tells one that is not known. is_of_buildings: points that an outline is
    to be built around.
    """

    file: str
    layer: str
    frame: geopandas.GeoDataFrame
    crs: str
    is_of_buildings: bool = False


@dataclass(frozen=True)
class NotRead:
    """A file, or a layer of one, that cannot be used, and why."""

    file: str
    why: Text


@dataclass
class Shapes:
    """Everything that was read."""

    layers: list[ShapeFile] = field(default_factory=list)
    not_read: list[NotRead] = field(default_factory=list)


class UnreadableShapesError(Exception):
    def __init__(self, why: Text) -> None:
        super().__init__(why.da)
        self.why = why


def read(files: Iterable[HandedFile]) -> Shapes:
    """The layers of all files; those that cannot be read are told of."""
    shapes = Shapes()
    for file in files:
        assert file.path is not None
        try:
            shapes.layers += _layers(file.path, file.name)
        except UnreadableShapesError as error:
            shapes.not_read.append(NotRead(file.name, error.why))
    return shapes


def placed(shapes: ShapeFile, crs: str) -> geopandas.GeoDataFrame:
    """The frame, with any columns, in EPSG:4326, read in the CRS it is said to have. Raises UnreadableShapesError where
    that is none.
    """
    try:
        frame = shapes.frame.set_crs(crs, allow_override=True).to_crs(STORED_CRS)
    except UNREADABLE as error:
        raise UnreadableShapesError(UNREADABLE_SHAPES) from error
    return frame.set_geometry(shapely.force_2d(frame.geometry.array))


def guess(shapes: ShapeFile, extent: tuple[float, float, float, float]) -> str:
    """The first of the usual CRSs in which all of the shapes lie within the extent (degrees); empty where none does."""
    for crs in GUESSES:
        try:
            west, south, east, north = placed(shapes, crs).total_bounds
        except UnreadableShapesError:
            continue
        if extent[0] <= west <= east <= extent[2] and extent[1] <= south <= north <= extent[3]:
            return crs
    return ""


@dataclass(frozen=True)
class Named:
    """The attribute that names the areas, and what it says of every shape."""

    column: str
    said: tuple[str, ...]


def names(shapes: ShapeFile, areas: Areas) -> Named | None:
    """The attribute of whose values most are known as areas; nothing where none is."""
    best, most = None, 0
    for column in shapes.frame.columns.drop(shapes.frame.geometry.name):
        said = tuple("" if pandas.isna(value) else text(value) for value in shapes.frame[column].tolist())
        areas_known = sum(areas.knows(value) for value in set(said))
        if areas_known > most:
            best, most = Named(str(column), said), areas_known
    return best


def _layers(path: Path, name: str) -> list[ShapeFile]:
    if path.suffix.lower() == ".parquet":
        return [_parquet(path, name)]
    if path.suffix.lower() != ".zip":
        if path.suffix.lower() in (".json", ".geojson"):
            _hold_to_geojson(path)
        return _read(path, name)
    unwanted = refusal(path)
    if unwanted:
        raise UnreadableShapesError(unwanted)
    with tempfile.TemporaryDirectory() as folder:
        unpacked = _unpacked(path, Path(folder))
        return [replace(layer, layer=inner) for shp, inner in unpacked.items() for layer in _read(shp, name)]


def _unpacked(path: Path, folder: Path) -> dict[Path, str]:
    """The shapefiles of a zip file by their own names, each with its parts under plain names in `folder`."""
    left = MOST_UNPACKED
    found: dict[Path, str] = {}
    numbers: dict[str, int] = {}
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                inner = Path(member.filename.replace("\\", "/"))
                if inner.suffix.lower() not in SHAPEFILE_PARTS or inner.name.startswith("."):
                    continue
                number = numbers.setdefault(inner.with_suffix("").as_posix(), len(numbers))
                target = folder / f"{number}{inner.suffix.lower()}"
                with archive.open(member) as stream:
                    content = stream.read(left + 1)
                left -= len(content)
                if left < 0:
                    raise UnreadableShapesError(TOO_MANY)
                target.write_bytes(content)
                if target.suffix == ".shp":
                    found[target] = inner.stem
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError, EOFError) as error:
        raise UnreadableShapesError(UNREADABLE_SHAPES) from error
    needed = (".dbf", ".shx")
    whole = {shp: name for shp, name in found.items() if all(shp.with_suffix(part).exists() for part in needed)}
    if not whole:
        raise UnreadableShapesError(NO_SHAPEFILE)
    return whole


def _hold_to_geojson(path: Path) -> None:
    """GDAL reads what there is of a file that is cut off in the middle, and follows other formats by their content."""
    try:
        content = json.loads(path.read_text(encoding="utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UnreadableShapesError(NOT_GEOJSON) from error
    if not isinstance(content, dict) or content.get("type") not in ("FeatureCollection", "Feature"):
        raise UnreadableShapesError(NOT_GEOJSON)


def _read(path: Path, name: str) -> list[ShapeFile]:
    try:
        listed = [str(layer) for layer, kind in pyogrio.list_layers(path) if kind]
        layers = [ShapeFile(name, layer, *_frame(path, layer)) for layer in listed]
    except UnreadableShapesError:
        raise
    except Exception as error:  # GDAL raises of many kinds for a damaged file
        raise UnreadableShapesError(UNREADABLE_SHAPES) from error
    if not any(len(layer.frame) for layer in layers):
        raise UnreadableShapesError(NO_SHAPES)
    return [layer for layer in layers if len(layer.frame)]


def _parquet(path: Path, name: str) -> ShapeFile:
    try:
        frame = geopandas.read_parquet(path)
    except UNREADABLE as error:
        raise UnreadableShapesError(UNREADABLE_SHAPES) from error
    if frame.empty:
        raise UnreadableShapesError(NO_SHAPES)
    return ShapeFile(name, path.stem, _held(frame), _told(frame.crs))


def _frame(path: Path, layer: str) -> tuple[geopandas.GeoDataFrame, str]:
    if pyogrio.read_info(path, layer=layer)["features"] > MOST_SHAPES:
        raise UnreadableShapesError(TOO_MANY)
    frame = _held(geopandas.read_file(path, layer=layer))
    return frame, _told(frame.crs)


def _held(frame: geopandas.GeoDataFrame) -> geopandas.GeoDataFrame:
    if shapely.get_num_coordinates(frame.geometry.array).sum() > MOST_POINTS:
        raise UnreadableShapesError(TOO_MANY)
    return frame


def _told(crs: CRS | None) -> str:
    return crs.to_string() if crs is not None else ""
