"""From degrees to the units of a picture: Web Mercator, as on the page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy
from shapely.geometry.base import BaseGeometry

from dashboard.documents.svg import Point
from geo.contract import DENMARK

MARGIN = 10


class Frame:
    """The place of one map in a picture: whole and in the middle."""

    def __init__(self, bounds: tuple[float, float, float, float], width: float, height: float) -> None:
        self.west, south, east, north = bounds
        south, self.north = mercator(south), mercator(north)
        room_x, room_y = width - 2 * MARGIN, height - 2 * MARGIN
        self.factor = min(room_x / max(east - self.west, 1e-6), room_y / max(self.north - south, 1e-6))
        self.left = (width - (east - self.west) * self.factor) / 2
        self.top = (height - (self.north - south) * self.factor) / 2

    def placed(self, coordinates: Sequence[Sequence[float]]) -> list[Point]:
        points = numpy.asarray([point[:2] for point in coordinates], dtype=float)
        x = self.left + (points[:, 0] - self.west) * self.factor
        y = self.top + (self.north - mercator(points[:, 1])) * self.factor
        return list(zip(x.tolist(), y.tolist(), strict=True))

    def across(self, shape: BaseGeometry) -> float:
        """The longer side of a shape."""
        west, south, east, north = shape.bounds
        (left, top), (right, bottom) = self.placed([(west, north), (east, south)])
        return max(right - left, bottom - top)


def mercator(latitude: Any) -> Any:
    return numpy.degrees(numpy.arctanh(numpy.sin(numpy.radians(latitude))))


def bounds(shapes: Iterable[BaseGeometry]) -> tuple[float, float, float, float]:
    """Around all shapes; a single point gets some land around it."""
    edges = [shape.bounds for shape in shapes if not shape.is_empty] or [DENMARK]
    west, south = (min(edge[at] for edge in edges) for at in (0, 1))
    east, north = (max(edge[at] for edge in edges) for at in (2, 3))
    air = max(0.02, 0.02 * (east - west))
    return west - air, south - air / 2, east + air, north + air / 2
