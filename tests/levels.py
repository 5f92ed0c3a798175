"""Levels and layers as most datasets have them, for hand-made tables."""

from __future__ import annotations

import pandas

from data.contracts import AreaLevel, Layer
from data.errors import Text
from data.levels import Levels, with_kinds
from geo.layers import Layers
from tests import small_dataset

_TEXTS = pandas.DataFrame(small_dataset.LEVELS)
LEVELS = AreaLevel.validate(_TEXTS.assign(has_marks=_TEXTS["has_marks"] == "true"))
OWN_LEVELS = Levels.of(AreaLevel.of(LEVELS))


def of_kinds(areas: pandas.DataFrame) -> pandas.DataFrame:
    """The areas of a table with the kinds of their levels."""
    return with_kinds(areas, LEVELS)


def layer(level: str, file: str, area_ids: str = "", tolerance: float = 20, coverage: bool = True) -> Layer:
    return Layer(file.partition(".")[0], level, file, area_ids, None, None, tolerance, coverage, "", Text("", ""))


def lines(name: str) -> Layer:
    return Layer(name, "", f"{name}.parquet", "", None, None, 270, True, name, Text(name, name))


LAYERS = Layers.of(
    (
        layer("region", "region.parquet", "region_[a-z]+", 270),
        layer("municipality", "municipality.parquet", r"kommune_\d{4}", 270),
        layer("housing_area", "housing_area.geojson", tolerance=5, coverage=False),
        lines("parish"),
        lines("police_district"),
    )
)
