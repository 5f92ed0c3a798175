"""The prepared tables of one version that tell of areas, as rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

import pandas

from data import lists
from data.contracts import (
    AreaLevel,
    AreaRelation,
    AreaSuccession,
    Departure,
    Designation,
    Indicator,
    ListRule,
    Membership,
    Observation,
    OfficialList,
    Project,
    Role,
    Source,
)
from data.lists import Standing
from data.rows import Row
from geo.contract import PlacedArea

R = TypeVar("R", bound=Row)
ROWS: tuple[type[Row], ...] = (
    Observation,
    Indicator,
    PlacedArea,
    Membership,
    AreaRelation,
    AreaSuccession,
    OfficialList,
    Designation,
    Departure,
    ListRule,
    Role,
    Project,
    Source,
    AreaLevel,
)
TABLES = tuple(row.TABLE for row in ROWS)


@dataclass(frozen=True)
class AreaTables:
    """The `tables` of one version, by the names in `TABLES`. Everything is made when it is asked for, and once."""

    tables: Mapping[str, pandas.DataFrame]

    @property
    def observations(self) -> pandas.DataFrame:
        """The table `Observation`."""
        return self.tables[Observation.TABLE]

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        return self.table(Source)

    def table(self, row: type[R]) -> tuple[R, ...]:
        """The rows of one of the tables."""
        return row.of(self.tables[row.TABLE])

    @cached_property
    def lists(self) -> tuple[OfficialList, ...]:
        return self.table(OfficialList)

    @cached_property
    def named_lists(self) -> list[OfficialList]:
        """The official lists that some area is known to have stood on."""
        named = {designation.list_id for designation in self.designations}
        return [official for official in self.lists if official.list_id in named]

    @cached_property
    def designations(self) -> tuple[Designation, ...]:
        return self.table(Designation)

    @cached_property
    def _departures(self) -> tuple[Departure, ...]:
        return self.table(Departure)

    @cached_property
    def fewest_residents(self) -> int:
        """Of an area on any of the lists, whatever its rule; 0 where no rule is known."""
        return min((rule.minimum_residents for rule in self.table(ListRule)), default=0)

    def standings(self, area_id: str) -> list[Standing]:
        """Every official list in time, with whether the area stood on it."""
        return lists.standings(self.lists, self.designations, self._departures, area_id)

    @cached_property
    def roles(self) -> tuple[Role, ...]:
        return self.table(Role)

    @cached_property
    def relations(self) -> tuple[AreaRelation, ...]:
        return self.table(AreaRelation)

    @cached_property
    def successions(self) -> tuple[AreaSuccession, ...]:
        return self.table(AreaSuccession)

    @cached_property
    def projects(self) -> tuple[Project, ...]:
        return self.table(Project)
