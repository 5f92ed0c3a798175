"""Shapes that nobody handed in: the outlines of municipalities, and the land behind everything."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import geopandas
import shapely

from data.intake.draft import Draft
from data.intake.entries import Entry
from geo.contract import STORED_CRS
from geo.layers import BACKGROUND_FILE
from geo.shapes import METRIC_CRS

OFFICIAL = Path(__file__).parent / "source" / "published"
AROUND = 500.0  # metres around the areas of a municipality without an outline


def around(entry: Entry, entries: list[Entry], shapes: Mapping[str, shapely.Geometry]) -> shapely.Geometry | None:
    """An outline around the areas of a municipality."""
    code = entry["municipality_code"]
    lying = [
        shapes[other["area_id"]]
        for other in entries
        if other["municipality_code"] == code and other["area_id"] in shapes
    ]
    if not lying:
        return None
    hull = geopandas.GeoSeries([shapely.union_all(lying).convex_hull], crs=STORED_CRS).to_crs(METRIC_CRS)
    return hull.buffer(AROUND).to_crs(STORED_CRS).iloc[0]


@cache
def _official_frame() -> geopandas.GeoDataFrame | None:
    path = OFFICIAL / "municipality.parquet"
    return geopandas.read_parquet(path).set_index("area_id") if path.is_file() else None


def official(codes: Iterable[str]) -> dict[str, shapely.Geometry]:
    """The official outlines of the Danish municipalities of some codes."""
    frame = _official_frame()
    if frame is None:
        return {}
    wanted = {f"kommune_{code}": code for code in codes}
    return {wanted[area_id]: frame.geometry[area_id] for area_id in frame.index if area_id in wanted}


def background(draft: Draft, layers: Mapping[str, geopandas.GeoDataFrame]) -> geopandas.GeoDataFrame:
    """The land: Denmark where the dataset lies there, else everything that its areas cover.

    layers: frames of any columns, by their file; the answer has the column `kind`.
    """
    denmark = OFFICIAL / BACKGROUND_FILE
    if draft.dataset.is_danish and denmark.is_file():
        return geopandas.read_parquet(denmark)
    shapes = [shape for frame in layers.values() for shape in frame.geometry if shape is not None]
    polygons = [shape if shape.geom_type != "Point" else shape.buffer(0.01) for shape in shapes]
    land = (
        shapely.union_all([polygon.buffer(0) for polygon in polygons])
        if polygons
        else shapely.box(*draft.dataset.extent)
    )
    return geopandas.GeoDataFrame({"kind": ["land"]}, geometry=[land], crs=STORED_CRS)
