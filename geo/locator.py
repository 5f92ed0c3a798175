"""The small map that says where an area lies: its municipality among its neighbours, and the area in it."""

from __future__ import annotations

from dataclasses import dataclass

import geopandas
import shapely
from shapely.geometry.base import BaseGeometry

from data.contracts import Level
from geo.contract import Kind
from geo.shapes import METRIC_CRS

MARGIN = 0.06  # of the extent, around the municipality
DETAIL = 500  # the map is drawn as if it had this many points across


@dataclass(frozen=True)
class Locator:
    """Shapes in metres (ETRS89 / UTM 32N, north up). `bounds` is a square: west, south, east, north.

    `kind` is what the area's own shape is; `area` is None where it has none, or is itself the frame.
    """

    bounds: tuple[float, float, float, float]
    frame: BaseGeometry
    neighbours: list[BaseGeometry]
    area: BaseGeometry | None
    kind: str

    @property
    def extent(self) -> float:
        return self.bounds[2] - self.bounds[0]


def locate(areas: geopandas.GeoDataFrame, area_id: str, frame_id: str) -> Locator | None:
    """Where `area_id` lies in the municipality or region `frame_id`; None where that has no shape.

    `areas`: the table `contract.ShapedArea`, in EPSG:4326.
    """
    by_id = areas.drop_duplicates("area_id", keep="last").set_index("area_id")
    if frame_id not in by_id.index or _missing(by_id.at[frame_id, "geometry"]):
        return None
    level, is_region = by_id.at[frame_id, "level"], by_id.at[frame_id, "level_kind"] == Level.REGION
    same_level = by_id[(by_id["level"] == level) & (by_id["municipality_code"].ne("") | is_region)]
    own_bounds = geopandas.GeoSeries([by_id.at[frame_id, "geometry"]], crs=areas.crs).to_crs(METRIC_CRS).total_bounds
    bounds = square(*own_bounds)
    window = shapely.box(*bounds)
    near = same_level.geometry[same_level.intersects(_in_degrees(window, areas))].to_crs(METRIC_CRS)
    simple = geopandas.GeoSeries(
        shapely.coverage_simplify(near.array, (bounds[2] - bounds[0]) / DETAIL), near.index, METRIC_CRS
    ).intersection(window)
    area = None if area_id == frame_id else by_id.loc[[area_id]].geometry.to_crs(METRIC_CRS).iloc[0]
    return Locator(
        bounds=bounds,
        frame=simple[frame_id],
        neighbours=[shape for other, shape in simple.items() if other != frame_id and not shape.is_empty],
        area=None if _missing(area) else area,
        kind=Kind(by_id.at[area_id, "geometry_kind"]).value,
    )


def square(west: float, south: float, east: float, north: float) -> tuple[float, float, float, float]:
    """The smallest square around a box, with a margin."""
    half = max(east - west, north - south) * (0.5 + MARGIN)
    x, y = (west + east) / 2, (south + north) / 2
    return x - half, y - half, x + half, y + half


def scale_bar(extent: float) -> int:
    """A round length in metres of at most a third of the extent: 1, 2 or 5 times a power of ten."""
    power = 1
    while power * 10 <= extent / 3:
        power *= 10
    return max(step * power for step in (1, 2, 5) if step * power <= extent / 3)


def _in_degrees(window: BaseGeometry, areas: geopandas.GeoDataFrame) -> BaseGeometry:
    return geopandas.GeoSeries([window], crs=METRIC_CRS).to_crs(areas.crs).iloc[0]


def _missing(shape: BaseGeometry | None) -> bool:
    return shape is None or shape.is_empty
