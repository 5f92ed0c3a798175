"""What the area map can choose between and what it says, from the prepared tables of one version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas

from dashboard.i18n.words import N_, Words
from data import query
from data.contracts import AreaLevel, Level, Status
from data.levels import Levels

LIST_ANSWERS = {
    "on": N_("På listen: {lists}."),
    "not_on": N_("Ikke på listen: {lists}."),
    "not_collected": N_("Ikke opgjort: {lists}."),
}
ENCLOSING = (Level.REGION, Level.MUNICIPALITY, Level.DISTRICT)  # kinds of levels that a reader can go into
COUNTRY = "danmark"
FIRST_INDICATOR = "charges_per_1000_inhabitants"
TABLES = (
    "observations",
    "indicators",
    "areas",
    "memberships",
    "lists",
    "designations",
    "roles",
    "projects",
    "sources",
    "levels",
)


@dataclass(frozen=True)
class Atlas:
    """The tables behind the map. `observations`, `indicators`, `lists` … are prepared tables of data.contracts."""

    observations: pandas.DataFrame
    indicators: pandas.DataFrame
    areas: pandas.DataFrame
    memberships: pandas.DataFrame
    lists: pandas.DataFrame
    designations: pandas.DataFrame
    roles: pandas.DataFrame
    projects: pandas.DataFrame
    sources: pandas.DataFrame
    levels: pandas.DataFrame

    @cached_property
    def area_levels(self) -> Levels:
        """The levels of the dataset, from large to small."""
        return Levels.of(AreaLevel.of(self.levels))

    def many(self, level: str, words: Words) -> str:
        """What the areas of a level are called."""
        return words.text(self.area_levels[level].plural)

    def kind_of(self, area_id: str) -> Level:
        """What kind of level an area is of."""
        return Level(self.known.at[area_id, "level_kind"])

    @cached_property
    def known(self) -> pandas.DataFrame:
        """Every area once, by its id."""
        return query.once(self.areas).set_index("area_id")

    @cached_property
    def names(self) -> dict[str, str]:
        return self.known["name"].to_dict()

    @cached_property
    def drawn(self) -> pandas.DataFrame:
        return query.drawn(self.observations, self.areas)

    @cached_property
    def catalogue(self) -> dict[str, dict[str, Any]]:
        """The indicators by their id, in the catalogue's order."""
        return self.indicators.set_index("indicator_id", drop=False).to_dict("index")

    def indicator(self, indicator_id: str) -> Mapping[str, Any]:
        return self.catalogue[indicator_id]

    @cached_property
    def indicator_ids(self) -> list[str]:
        """The indicators that a map can draw, in the catalogue's order."""
        drawn = set(self.drawn["indicator_id"].unique())
        return [name for name in self.catalogue if name in drawn]

    @property
    def first_indicator(self) -> str:
        """What the map opens with."""
        return FIRST_INDICATOR if FIRST_INDICATOR in self.indicator_ids else self.indicator_ids[0]

    @cached_property
    def _by_level(self) -> dict[str, dict[str, pandas.DataFrame]]:
        return {}

    def by_level(self, indicator_id: str) -> dict[str, pandas.DataFrame]:
        """What a map shows of an indicator: its rows, one a period and area, by level from large to small.

        They are kept, for every choice of a reader asks for them.
        """
        if indicator_id not in self._by_level:
            rows = query.main_rows(self.drawn, indicator_id)
            level = rows["area_id"].map(self.known["level"])
            self._by_level[indicator_id] = {
                row.level: rows[level == row.level] for row in self.area_levels if (level == row.level).any()
            }
        return self._by_level[indicator_id]

    @cached_property
    def placed_levels(self) -> set[str]:
        """The levels on which some area has a place."""
        return set(self.known.loc[self.known["geometry_kind"] != "none", "level"])

    def levels_of(self, indicator_id: str) -> list[str]:
        """The levels a map can draw the indicator on."""
        return [level for level in self.by_level(indicator_id) if level in self.placed_levels]

    @cached_property
    def sizes(self) -> dict[str, int]:
        """How many areas a level has."""
        return self.known["level"].value_counts().to_dict()

    def fullest(self, levels: Sequence[str]) -> str:
        """The level with most areas: where a map says most."""
        return max(levels, key=self.sizes.get)

    def periods(self, indicator_id: str, level: str) -> list[str]:
        """The periods as the browser's file names them, oldest first: 2023, 2019-2021."""
        spans = self.by_level(indicator_id)[level][query.IN_TIME].drop_duplicates()
        return [query.period_name(start, end) for end, start in sorted(spans.itertuples(index=False, name=None))]

    @cached_property
    def area_ids(self) -> list[str]:
        """The country and every area a reader can look up, by name: housing areas without a place are there too."""
        drawn = self.known[self.known["level_kind"].isin(query.DRAWN_LEVELS)]
        return [COUNTRY, *drawn.sort_values("name", key=lambda names: names.map(query.danish_order)).index]

    def area_label(self, area_id: str, words: Words) -> str:
        """Tåstrupgård · boligområde i Høje-Taastrup, with other spellings so that typing finds them too."""
        if area_id == COUNTRY:
            return self.many(self.known.at[area_id, "level"], words)
        area = self.known.loc[area_id]
        aliases = f" ({area['aliases'].replace('|', ', ')})" if area["aliases"] else ""
        return f"{area['name']}{aliases} · {self.kind(area_id, words)}"

    def kind(self, area_id: str, words: Words) -> str:
        """What an area is and where: boligområde i Høje-Taastrup."""
        level = words.text(self.area_levels[self.known.at[area_id, "level"]].name)
        parent = self.parent_id(area_id)
        return words("{kind} i {place}", kind=level, place=self.names[parent]) if parent else level

    def parent_id(self, area_id: str) -> str | None:
        """The municipality of an area within one, else None."""
        parent = self.municipality_ids.get(self.known.at[area_id, "municipality_code"])
        return None if parent == area_id else parent

    @cached_property
    def municipality_ids(self) -> dict[str, str]:
        """The municipalities by their code."""
        found = self.known[self.known["level_kind"] == Level.MUNICIPALITY]
        return dict(zip(found["municipality_code"], found.index, strict=True))

    @cached_property
    def paths(self) -> dict[str, list[str]]:
        """The way to every area from the largest around it, the area itself last; none to the country."""
        around = query.parents(self.known.reset_index(), self.memberships, self.area_levels.order)
        return {area_id: [*around[area_id], area_id] if area_id in around else [] for area_id in self.known.index}

    def inside(self, level: str, within: str | None) -> list[str]:
        """The areas of a level, all of them or those within an area."""
        ids = self.known.index[self.known["level"] == level]
        return [area_id for area_id in ids if within is None or within in self.paths[area_id]]

    def drill(self, area_id: str, indicator_id: str, words: Words) -> list[dict[str, Any]]:
        """The levels below an area that hold areas of it: the words of a button, and the choices it changes.

        Where the indicator has no numbers there, the indicator that has most is shown.
        """
        order, found = self.area_levels.order, []
        for level in self.area_levels.drawn:
            inside = self.inside(level.level, area_id)
            shown = self.drawn[self.drawn["area_id"].isin(inside) & (self.drawn["status"] == Status.SHOWN)]
            is_below = order[level.level] > order[self.known.at[area_id, "level"]]
            if not (is_below and level.inside.da) or shown.empty:
                continue
            label = words("{name}: vis {areas}", name=self.names[area_id], areas=words.text(level.inside))
            changes = {"inden_for": area_id, "niveau": level.level}
            if indicator_id not in set(shown["indicator_id"]):
                fullest = shown["indicator_id"].value_counts().idxmax()
                label += f" ({words.pick(self.indicator(fullest), 'name')})"
                changes |= {"indikator": fullest, "aar": None, "fra": None, "farver": None}
            found.append({"label": label, "changes": changes | {"omraade": None}})
        return found

    @cached_property
    def enclosing_ids(self) -> list[str]:
        """The country, and the areas a reader can go into."""
        return [COUNTRY, *self.known.index[self.known["level_kind"].isin(ENCLOSING)]]

    def rows(self, indicator_id: str, level: str, within: str | None = None) -> pandas.DataFrame:
        """The numbers of the areas of a level in every period, one a period and area."""
        rows = self.by_level(indicator_id)[level]
        return rows if within is None else rows[rows["area_id"].isin(self.inside(level, within))]

    def values(self, indicator_id: str, level: str, period: str, within: str | None = None) -> pandas.DataFrame:
        """The table twin of the map: a row for every area of the level (see query.value_table)."""
        table = query.value_table(
            self.drawn,
            self.areas,
            indicator_id,
            level,
            query.period_of(period),
            *query.main_selection(self.drawn, indicator_id),
        )
        return table[table["area_id"].isin(self.inside(level, within))].reset_index(drop=True)

    def card(self, indicator_id: str, area_id: str, period: str) -> query.Card:
        return query.area_card(
            self.observations,
            indicator_id,
            area_id,
            query.period_of(period),
            *query.main_selection(self.drawn, indicator_id),
        )

    def facts(self, area_id: str, words: Words) -> list[str]:
        """What else is known of an area: its place in words, its part in a scheme, the official lists."""
        area = self.known.loc[area_id]
        found = [words.pick(area, "geometry_note"), words.pick(area, "note")]
        for role in self.roles[self.roles["area_id"] == area_id].to_dict("records"):
            found.append(f"{words.pick(role, 'scheme')}. {words.pick(role, 'note')}".strip())
        if area["level_kind"] == Level.HOUSING_AREA:
            found.append(self.list_history(area_id, words))
        return [text for text in found if text]

    def list_history(self, area_id: str, words: Words) -> str:
        """The years on and off the official lists; a year is only "off" where the whole list is known."""
        history = query.designations_of(self.lists, self.designations, area_id)
        kinds = self.lists.loc[self.lists["list_id"].isin(self.designations["list_id"]), "kind"]
        named = history[history["kind"].isin(kinds)]
        parts = []
        for answer, text in LIST_ANSWERS.items():
            rows = named[named["answer"] == answer]
            years = rows.groupby(f"name_{words.language}", sort=False)["year"].agg(lambda own: ", ".join(map(str, own)))
            if len(years):
                parts.append(words(text, lists="; ".join(f"{name} {own}" for name, own in years.items())))
        return " ".join(parts)

    def without_place(self) -> list[str]:
        """The housing areas that no source places, by name."""
        rows = self.known[(self.known["level_kind"] == Level.HOUSING_AREA) & (self.known["geometry_kind"] == "none")]
        return rows.sort_values("name", key=lambda names: names.map(query.danish_order)).index.tolist()
