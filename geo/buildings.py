"""An outline of an area from its addresses, where nobody has one: a ring around buildings, never called official."""

from __future__ import annotations

from collections.abc import Sequence

import geopandas
import shapely

from data.errors import Text
from data.intake.draft import Draft
from geo.contract import STORED_CRS
from geo.intake import ShapeFile
from geo.shapes import METRIC_CRS

FEWEST = 3  # places; fewer would point at somebody's home
AROUND = 30.0  # metres from an address to the edge: about half a block
CONCAVE = 0.4  # of a concave hull: 0 follows every address, 1 is the convex hull
NOTE = Text(
    "Bygningskreds om {n} adresser, ikke en officiel afgrænsning.",
    "A ring around the buildings at {n} addresses, not an official boundary.",
)


def layers(draft: Draft) -> list[ShapeFile]:
    """The addresses that were handed in, as layers of points; the CRS is that of degrees, else told or asked for."""
    found = []
    for plan, points in draft.addresses:
        frame = geopandas.GeoDataFrame(
            {"area": [area for area, _, _ in points]}, geometry=[shapely.Point(x, y) for _, x, y in points]
        )
        is_degrees = all(abs(x) <= 180 and abs(y) <= 90 for _, x, y in points)
        found.append(ShapeFile(plan.sheet.file, plan.sheet.name, frame, STORED_CRS if is_degrees else "", True))
    return found


def outline(places: Sequence[shapely.Point]) -> shapely.Geometry:
    """The buffered concave hull of places in EPSG:4326, in the same; of one place a disc."""
    metric = geopandas.GeoSeries([shapely.MultiPoint(list(places))], crs=STORED_CRS).to_crs(METRIC_CRS).iloc[0]
    hull = shapely.concave_hull(metric, ratio=CONCAVE)
    whole = shapely.union(hull.buffer(AROUND), metric.buffer(AROUND))
    return geopandas.GeoSeries([whole], crs=METRIC_CRS).to_crs(STORED_CRS).iloc[0]
