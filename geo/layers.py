"""The layers of a dataset: one file each in `geo/source/<dataset>/`, told of in `data/source/<dataset>/layers.csv`.

Layers of areas have a level; the others are borders to orient by, which have a name and no numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from data.contracts import Layer

BACKGROUND_FILE = "background.parquet"


@dataclass(frozen=True)
class Layers:
    rows: tuple[Layer, ...]

    @classmethod
    def of(cls, rows: Iterable[Layer]) -> Layers:
        return cls(tuple(rows))

    @cached_property
    def of_areas(self) -> list[Layer]:
        return [layer for layer in self.rows if layer.level]

    @cached_property
    def to_orient_by(self) -> list[Layer]:
        return [layer for layer in self.rows if not layer.level]

    @property
    def files(self) -> set[str]:
        return {BACKGROUND_FILE, *(layer.file for layer in self.rows)}

    def at(self, level: str) -> list[Layer]:
        return [layer for layer in self.rows if layer.level == level]

    @property
    def tolerance(self) -> float:
        """Of the land behind the areas, in metres."""
        return max(layer.tolerance for layer in self.of_areas)

    def may_hold(self, layer: Layer, area_id: str) -> bool:
        """Whether an area of this id may stand in the layer."""
        return owes(layer, area_id) if layer.area_ids else not any(owes(other, area_id) for other in self.of_areas)


def owes(layer: Layer, area_id: str) -> bool:
    """Whether an area of this id must have its shape in the layer."""
    return bool(layer.area_ids) and re.fullmatch(layer.area_ids, area_id) is not None
