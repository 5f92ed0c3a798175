"""The levels of areas that a dataset has, from large to small."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

import pandas

from data.contracts import AreaLevel, Level

DRAWN = (Level.REGION, Level.MUNICIPALITY, Level.DISTRICT, Level.HOUSING_AREA)
WITHIN_MUNICIPALITY = (Level.DISTRICT, Level.HOUSING_AREA)


@dataclass(frozen=True)
class Levels:
    """The levels of one dataset, from large to small."""

    rows: tuple[AreaLevel, ...]

    @classmethod
    def of(cls, rows: Iterable[AreaLevel]) -> Levels:
        return cls(tuple(sorted(rows, key=lambda row: row.order)))

    def __iter__(self) -> Iterator[AreaLevel]:
        return iter(self.rows)

    def __getitem__(self, level: str) -> AreaLevel:
        return self.by_id[level]

    def __contains__(self, level: object) -> bool:
        return level in self.by_id

    @cached_property
    def by_id(self) -> dict[str, AreaLevel]:
        return {row.level: row for row in self.rows}

    @cached_property
    def order(self) -> dict[str, int]:
        """The place of each level among them, from large to small."""
        return {row.level: place for place, row in enumerate(self.rows)}

    def of_kind(self, *kinds: Level) -> list[AreaLevel]:
        return [row for row in self.rows if row.kind in kinds]

    def the(self, kind: Level) -> AreaLevel | None:
        """The level of a kind that a dataset has one of at most."""
        return next(iter(self.of_kind(kind)), None)

    @property
    def marked(self) -> str | None:
        """The level whose areas lie as marks on larger ones: the housing areas."""
        level = self.the(Level.HOUSING_AREA)
        return level.level if level else None

    @cached_property
    def overlaid(self) -> list[str]:
        """The levels on which they lie."""
        return [row.level for row in self.rows if row.has_marks and self.marked]

    @cached_property
    def drawn(self) -> list[AreaLevel]:
        """The levels that a map can show."""
        return self.of_kind(*DRAWN)


def with_kinds(areas: pandas.DataFrame, levels: pandas.DataFrame) -> pandas.DataFrame:
    """The table `GivenArea` as `Area`: with the kind of each area's level. `levels`: the table `AreaLevel`."""
    return areas.assign(level_kind=areas["level"].map(levels.set_index("level")["kind"]).astype("str"))
