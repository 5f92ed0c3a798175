"""The layers of a map: one record a layer, one file in `geo/source/<dataset>/`.

To add a layer or a level, add its record here and its file; contract, reader and simplification loop over `LAYERS`, the
areas that have numbers, and `REFERENCE_LAYERS`, borders to orient by that have a name and no numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from data.contracts import Level

BACKGROUND_FILE = "background.parquet"


@dataclass(frozen=True)
class Layer:
    """Areas of one level that are published together.

    `area_ids` is the pattern of their ids: every known id of the pattern must have a shape. A layer without a pattern
    (housing areas) takes the ids that no other layer takes, and its file must always be there.
    """

    layer_id: str
    level: Level
    file: str
    min_count: int
    max_count: int
    tolerance: float  # metres; the detail that `geo.shapes.simplify` may take away for the browser
    area_ids: str | None = None
    coverage: bool = True  # the areas share borders and never overlap

    def owes(self, area_id: str) -> bool:
        """Whether an area of this id must have its shape in this layer."""
        return self.area_ids is not None and re.fullmatch(self.area_ids, area_id) is not None

    def may_hold(self, area_id: str) -> bool:
        """Whether an area of this id may stand in this layer."""
        return self.owes(area_id) if self.area_ids else not any(layer.owes(area_id) for layer in LAYERS)


@dataclass(frozen=True)
class ReferenceLayer:
    """Borders to orient by, drawn on request. A dataset need not have the file."""

    layer_id: str
    file: str
    tolerance: float  # metres, as for `Layer`


LAYERS = (
    Layer("region", Level.REGION, "region.parquet", 1, 5, tolerance=270, area_ids=r"region_[a-z]+"),
    Layer("municipality", Level.MUNICIPALITY, "municipality.parquet", 1, 99, tolerance=270, area_ids=r"kommune_\d{4}"),
    Layer("kbh_bydel", Level.DISTRICT, "kbh_bydel.parquet", 10, 10, tolerance=20, area_ids=r"kbh_bydel_\d{2}"),
    Layer(
        "aarhus_lokalsamfund",
        Level.DISTRICT,
        "aarhus_lokalsamfund.parquet",
        24,
        24,
        tolerance=20,
        area_ids=r"aarhus_lokalsamfund_\d{2}",
    ),
    Layer("eks_distrikt", Level.DISTRICT, "eks_distrikt.parquet", 6, 6, tolerance=20, area_ids=r"eks_distrikt_\d"),
    Layer("housing_area", Level.HOUSING_AREA, "housing_area.geojson", 1, 2000, tolerance=5, coverage=False),
)
REFERENCE_LAYERS = (
    ReferenceLayer("parish", "parish.parquet", tolerance=400),
    ReferenceLayer("police_district", "police_district.parquet", tolerance=270),
)
