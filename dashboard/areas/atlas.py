"""Areas, indicators and the numbers a map can draw, from the prepared tables of one version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import pandas

from dashboard.areas.area_tables import AreaTables
from dashboard.i18n.words import Words
from data import lists, names, query
from data.contracts import (
    AreaLevel,
    Indicator,
    Level,
    Membership,
    Observation,
    Status,
)
from data.levels import Levels
from data.lists import Series
from data.query import Period
from geo.contract import Kind, PlacedArea

ENCLOSING = (Level.REGION, Level.MUNICIPALITY, Level.DISTRICT)  # kinds of levels that a reader can go into
COUNTRY = "danmark"
FIRST_INDICATOR = "charges_per_1000_inhabitants"


@dataclass(frozen=True)
class Atlas(AreaTables):
    """What is known of areas in the prepared tables of one version."""

    @cached_property
    def series(self) -> dict[str, Series]:
        """By kind, the official lists that are known as a whole: first the kind that a map opens with."""
        return lists.series(self.lists, self.designations) if self.area_levels.marked in self.placed_levels else {}

    @cached_property
    def area_levels(self) -> Levels:
        """The levels of the dataset, from large to small."""
        return Levels.of(self.table(AreaLevel))

    def many(self, level: str, words: Words) -> str:
        """What the areas of a level are called."""
        return words.text(self.area_levels[level].plural)

    # Areas

    @cached_property
    def areas(self) -> dict[str, PlacedArea]:
        """Every area once, by its id: the newest, where a boundary has changed."""
        return {area.area_id: area for area in PlacedArea.of(query.once(self.tables[PlacedArea.TABLE]))}

    @cached_property
    def names(self) -> dict[str, str]:
        """By id, each of one area alone."""
        return names.unique(self.areas.values())

    @cached_property
    def area_ids(self) -> list[str]:
        """The country and every area a reader can look up, by name: housing areas without a place are there too."""
        drawn = [area_id for area_id, area in self.areas.items() if area.level_kind in query.DRAWN_LEVELS]
        return [COUNTRY, *self.by_name(drawn)]

    def by_name(self, area_ids: Sequence[str]) -> list[str]:
        return sorted(area_ids, key=lambda area_id: query.danish_order(self.names[area_id]))

    @cached_property
    def placed_levels(self) -> set[str]:
        """The levels on which some area has a place."""
        return {area.level for area in self.areas.values() if area.geometry_kind is not Kind.NONE}

    def area_label(self, area_id: str, words: Words) -> str:
        """Tåstrupgård · boligområde i Høje-Taastrup, with other spellings so that typing finds them too."""
        if area_id == COUNTRY:
            return self.many(self.areas[area_id].level, words)
        area = self.areas[area_id]
        aliases = f" ({area.aliases.replace('|', ', ')})" if area.aliases else ""
        return f"{area.name}{aliases} · {self.kind(area_id, words)}"

    def kind(self, area_id: str, words: Words) -> str:
        """What an area is and where: boligområde i Høje-Taastrup."""
        level, parent = self.one(area_id, words), self.parent_id(area_id)
        return words("{kind} i {place}", kind=level, place=self.names[parent]) if parent else level

    def one(self, area_id: str, words: Words) -> str:
        """What an area is: boligområde."""
        return words.text(self.area_levels[self.areas[area_id].level].name)

    def parent_id(self, area_id: str) -> str | None:
        """The municipality of an area within one, else None."""
        parent = self._municipalities.get(self.areas[area_id].municipality_code)
        return None if parent == area_id else parent

    def parent_name(self, area_id: str) -> str:
        """The name of the municipality that an area lies in; empty where it lies in none."""
        parent = self.parent_id(area_id)
        return self.names[parent] if parent else ""

    @cached_property
    def _municipalities(self) -> dict[str, str]:
        """Their ids by their codes."""
        found = (area for area in self.areas.values() if area.level_kind is Level.MUNICIPALITY)
        return {area.municipality_code: area.area_id for area in found}

    @cached_property
    def paths(self) -> dict[str, list[str]]:
        """The way to every area from the largest around it, the area itself last; none to the country."""
        around = query.parents(
            query.once(self.tables[PlacedArea.TABLE]), self.tables[Membership.TABLE], self.area_levels.order
        )
        return {area_id: [*around[area_id], area_id] if area_id in around else [] for area_id in self.areas}

    def inside(self, level: str, within: str | None) -> list[str]:
        """The areas of a level, all of them or those within an area."""
        ids = [area_id for area_id, area in self.areas.items() if area.level == level]
        return [area_id for area_id in ids if within is None or within in self.paths[area_id]]

    @cached_property
    def enclosing_ids(self) -> list[str]:
        """The country, and the areas a reader can go into."""
        return [COUNTRY, *(area_id for area_id, area in self.areas.items() if area.level_kind in ENCLOSING)]

    def without_place(self) -> list[str]:
        """The housing areas that no source places, by name."""
        estates = (area for area in self.areas.values() if area.level_kind is Level.HOUSING_AREA)
        return self.by_name([area.area_id for area in estates if area.geometry_kind is Kind.NONE])

    def boundary_years(self, level: str) -> list[int]:
        """From which years the shapes of a level are."""
        years = (self.areas[area_id].boundary_year for area_id in self.inside(level, None))
        return sorted({year for year in years if year is not None})

    # Indicators and their numbers

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The indicators by their id, in the catalogue's order."""
        return {indicator.indicator_id: indicator for indicator in self.table(Indicator)}

    @cached_property
    def drawn(self) -> pandas.DataFrame:
        """The rows of the table `Observation` that a map can draw."""
        return query.drawn(self.observations, self.tables[PlacedArea.TABLE])

    @cached_property
    def indicator_ids(self) -> list[str]:
        """The indicators that a map can draw, in the catalogue's order."""
        drawn = set(self.drawn["indicator_id"].unique())
        return [indicator_id for indicator_id in self.indicators if indicator_id in drawn]

    @property
    def first_indicator(self) -> str:
        """What the map opens with."""
        return FIRST_INDICATOR if FIRST_INDICATOR in self.indicator_ids else self.indicator_ids[0]

    @cached_property
    def _by_level(self) -> dict[str, dict[str, tuple[Observation, ...]]]:
        return {}

    def by_level(self, indicator_id: str) -> dict[str, tuple[Observation, ...]]:
        """What a map shows of an indicator: its rows, one a period and area, by level from large to small.

        They are kept, for every choice of a reader asks for them.
        """
        if indicator_id not in self._by_level:
            rows = Observation.of(query.main_rows(self.drawn, indicator_id))
            levels = {
                area_level.level: tuple(row for row in rows if self.areas[row.area_id].level == area_level.level)
                for area_level in self.area_levels
            }
            self._by_level[indicator_id] = {level: found for level, found in levels.items() if found}
        return self._by_level[indicator_id]

    def levels(self, indicator_id: str) -> list[str]:
        """The levels a map can draw the indicator on."""
        return [level for level in self.by_level(indicator_id) if level in self.placed_levels]

    def fullest(self, levels: Sequence[str]) -> str:
        """The level with most areas: where a map says most."""
        return max(levels, key=lambda level: len(self.inside(level, None)))

    def periods(self, indicator_id: str, level: str) -> list[str]:
        """The periods as the browser's file names them, oldest first: 2023, 2019-2021."""
        spans = {(row.period_end, row.period_start) for row in self.by_level(indicator_id)[level]}
        return [query.period_name(start, end) for end, start in sorted(spans)]

    def rows(self, indicator_id: str, level: str, within: str | None = None) -> tuple[Observation, ...]:
        """The numbers of the areas of a level in every period, one a period and area."""
        rows = self.by_level(indicator_id)[level]
        if within is None:
            return rows
        inside = set(self.inside(level, within))
        return tuple(row for row in rows if row.area_id in inside)

    def has_numbers(self, area_id: str) -> bool:
        """Whether a map can show any number of an area."""
        return bool(self.shown_in([area_id]))

    @cached_property
    def residents(self) -> dict[str, Observation]:
        """The newest number of residents of every area that has one."""
        rows = sorted(
            (
                row
                for indicator_id, indicator in self.indicators.items()
                if indicator.unit == "count" and indicator.likeness == "size"
                for found in self.by_level(indicator_id).values()
                for row in found
                if row.status == Status.SHOWN
            ),
            key=lambda row: row.period_end,
        )
        return {row.area_id: row for row in rows}

    def values(self, indicator_id: str, level: str, period: str, within: str | None = None) -> list[Observation]:
        """What the map shows in a period: a row for every area of the level, by name."""
        span = query.period_of(period)
        rows = {
            row.area_id: row for row in self.rows(indicator_id, level) if (row.period_start, row.period_end) == span
        }
        return [
            rows.get(area_id) or self._not_collected(indicator_id, area_id, span)
            for area_id in self.by_name(self.inside(level, within))
        ]

    def shown_in(self, area_ids: Sequence[str]) -> list[str]:
        """The indicators with a number to show of some areas, the one with most numbers first."""
        shown = self.drawn[self.drawn["area_id"].isin(area_ids) & (self.drawn["status"] == Status.SHOWN)]
        return [str(indicator_id) for indicator_id in shown["indicator_id"].value_counts().index]

    def number(self, indicator_id: str, area_id: str, period: str) -> Observation:
        """The number of one area in a period as a map would show it, on whatever level."""
        span, chosen = query.period_of(period), query.main_selection(self.drawn, indicator_id)
        rows = Observation.of(query.preferred(query.series(self.observations, indicator_id, [area_id], *chosen)))
        found = (row for row in rows if (row.period_start, row.period_end) == span)
        return next(found, None) or self._not_collected(indicator_id, area_id, span)

    def _not_collected(self, indicator_id: str, area_id: str, period: Period) -> Observation:
        chosen = query.main_selection(self.drawn, indicator_id)
        return query.not_collected(indicator_id, area_id, period, chosen)
