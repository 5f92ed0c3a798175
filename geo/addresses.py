"""Addresses with coordinates put into the areas whose outline they lie in, in the years that the outline holds."""

from __future__ import annotations

import geopandas
import numpy
import pandas
import pyarrow
import shapely

from data.contracts import Level
from geo.contract import Kind, is_placed
from geo.shapes import METRIC_CRS

EVER, ALWAYS = 0, 9999  # years of an area without `valid_from` or `valid_to`
DRAWN = (Kind.OUTLINE, Kind.BUILDINGS, Kind.STAND_IN)


def places(addresses: pandas.DataFrame, areas: geopandas.GeoDataFrame, crs: str = METRIC_CRS) -> pyarrow.Table:
    """The area of each address: `address_id`, `area_id`, `valid_from`, `valid_to` (years, both included).

    addresses: `address_id`, `x`, `y` in `crs`. areas: the table `contract.ShapedArea`; housing areas, districts and
    municipalities with an outline count. An address on a border between two areas of one level lies in the first by id.
    An address may lie in several levels, and in different areas over time. One that lies nowhere has no row.
    """
    held = areas[is_placed(areas) & areas["geometry_kind"].isin(DRAWN) & areas["level_kind"].isin(list(Level))]
    held = held.to_crs(crs).sort_values(["area_id", "valid_from"], na_position="first")
    points = shapely.points(addresses["x"].to_numpy(dtype=float), addresses["y"].to_numpy(dtype=float))
    which, shape = shapely.STRtree(held.geometry.to_numpy()).query(points, predicate="intersects")
    found = pandas.DataFrame(
        {
            "address_id": addresses["address_id"].astype("str").to_numpy()[which],
            "area_id": held["area_id"].to_numpy()[shape],
            "valid_from": _years(held["valid_from"], EVER)[shape],
            "valid_to": _years(held["valid_to"], ALWAYS)[shape],
            "level": held["level"].to_numpy()[shape],
        }
    )
    once = found.sort_values(["address_id", "level", "valid_from", "area_id"], kind="stable")
    once = once.drop_duplicates(["address_id", "level", "valid_from"])
    return pyarrow.Table.from_pandas(once.drop(columns="level"), preserve_index=False)


def _years(years: pandas.Series, empty: int) -> numpy.ndarray:
    return years.astype("float64").fillna(empty).to_numpy().astype("int64")
