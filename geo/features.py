"""What stands in a file of shapes for the browser, read again by the server."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True)
class Feature:
    """One shape with what is said of it; what the file does not say is empty. `geometry` is GeoJSON."""

    id: str
    name: str
    kind: str
    geometry: Mapping[str, Any]

    @property
    def shape(self) -> BaseGeometry:
        return shapely.geometry.shape(self.geometry)


def features(collection: Mapping[str, Any]) -> list[Feature]:
    """The features of a GeoJSON collection of `geo.shapes`, in its order."""
    return [_feature(**one) for one in collection["features"]]


def _feature(geometry: Mapping[str, Any], properties: Mapping[str, Any], id: str = "", **_: Any) -> Feature:
    return Feature(id, properties.get("name", ""), properties.get("kind", ""), geometry)
