"""What is known of one area among the prepared tables: where it lies, its numbers, its official lists and its sources.

The page and the A4 sheet both show what stands here, in `key_figures` and in `area_work`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas

from dashboard.areas import atlas
from dashboard.areas.atlas import Atlas
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views import sentences, tables
from data import lists as official_lists
from data import query
from data.contracts import Designation, Level, OfficialList, Status
from data.lists import Standing
from geo.contract import PlacedArea

TABLES = (*atlas.TABLES, "criteria", "criterion_statuses", "results", "action_cards")
SAME_SERIES = ["indicator_id", "age_group", "breakdown", "edition"]
SOURCE_FIELDS = ["source_id", "page"]
GEOMETRY = {
    "outline": N_("Den offentliggjorte afgrænsning."),
    "stand_in": N_("Stiplet: et distrikt med områdets navn, ikke områdets egen afgrænsning."),
    "point": N_("Et punkt i eller ved området; afgrænsningen er ikke offentliggjort."),
    "none": N_("Ingen kilde placerer området på et kort."),
}
Tables = Mapping[str, pandas.DataFrame]  # prepared tables by the names in TABLES


def area_ids(book: Atlas) -> list[str]:
    """The areas that have a profile, by name: all that a map can draw, and housing areas without a place."""
    return [area_id for area_id in book.area_ids if area_id != atlas.COUNTRY]


@dataclass(frozen=True)
class Profile:
    """One area among the prepared `tables` of one version, in one language. `book`: the atlas of the same tables."""

    area_id: str
    tables: Tables
    book: Atlas
    words: Words

    @cached_property
    def area(self) -> PlacedArea:
        return self.book.areas[self.area_id]

    @property
    def name(self) -> str:
        return self.area.name

    @cached_property
    def municipality_id(self) -> str | None:
        """The municipality of an area within one, else None."""
        return self.book.parent_id(self.area_id)

    @cached_property
    def sources(self) -> pandas.DataFrame:
        return self.tables["sources"]

    def subtitle(self) -> str:
        """boligområde · Høje-Taastrup · Region Hovedstaden · AKB."""
        kind = self.book.one(self.area_id, self.words)
        municipality = self.book.names[self.municipality_id] if self.municipality_id else ""
        return " · ".join(filter(None, (kind, municipality, self.region(), self.area.housing_organisation)))

    def region(self) -> str:
        around = (self.book.areas[area_id] for area_id in self.around)
        return ", ".join(area.name for area in around if area.level_kind is Level.REGION)

    @cached_property
    def around(self) -> list[str]:
        """The ids of the areas that this one lies in, the largest first."""
        return self.book.paths[self.area_id][:-1]

    @cached_property
    def inside(self) -> set[str]:
        """The ids of the areas that lie in this one."""
        return {area for area, path in self.book.paths.items() if self.area_id in path} - {self.area_id}

    # Numbers

    @cached_property
    def observations(self) -> pandas.DataFrame:
        """The area's own rows, one a number, of each indicator in the age group and breakdown it is shown in."""
        rows = self.tables["observations"]
        own = query.preferred(rows[rows["area_id"] == self.area_id])
        kept = [
            chosen[chosen["edition"] == chosen["edition"].max()]
            for _, part in own.groupby("indicator_id", sort=False)
            for chosen in [self._as_shown(part)]
        ]
        if not kept:
            return own
        order = {name: place for place, name in enumerate(self.tables["indicators"]["indicator_id"])}
        return pandas.concat(kept).sort_values(
            ["indicator_id", *query.IN_TIME],
            kind="stable",
            key=lambda own: own.map(order) if own.name == "indicator_id" else own,
        )

    def _as_shown(self, rows: pandas.DataFrame) -> pandas.DataFrame:
        """The rows in the selection a map shows the indicator in, else in the area's own main one."""
        indicator_id = rows["indicator_id"].iloc[0]
        for known in (self.book.drawn, rows):
            age_group, breakdown = query.main_selection(known, indicator_id)
            chosen = rows[(rows["age_group"] == age_group) & (rows["breakdown"] == breakdown)]
            if (chosen["status"] == Status.SHOWN).any():
                return chosen
        return chosen if len(chosen) else rows.iloc[:1]

    @cached_property
    def newest(self) -> pandas.DataFrame:
        """The newest number of every indicator; where none can be shown, the newest row that says why."""
        ranked = self.observations.assign(shown=self.observations["status"] == Status.SHOWN)
        ranked = ranked.sort_values(["shown", *query.IN_TIME], ascending=False, kind="stable")
        chosen = ranked.drop_duplicates("indicator_id").index
        return self.observations.loc[self.observations.index.isin(chosen)]

    def measure(self, row: Mapping[str, Any]) -> str:
        """What a row counts, with its age group and breakdown."""
        name = labels.measure(self.book.indicator(row["indicator_id"]), row["age_group"], self.words)
        if row["breakdown"] == "all":
            return name
        return f"{name}, {labels.codes(labels.BREAKDOWNS, row['breakdown'], self.words)}"

    @cached_property
    def line_names(self) -> dict[str, str]:
        """What the area and those it is held against are called in charts, by their role there."""
        names = {"area": self.words("Området"), "municipality": self.words("Kommunen"), "country": self.words("Landet")}
        return names | ({"area": names["municipality"]} if self.area.level_kind is Level.MUNICIPALITY else {})

    @cached_property
    def comparable(self) -> pandas.DataFrame:
        """The numbers of the area, its municipality and the country."""
        rows = self.tables["observations"]
        return rows[rows["area_id"].isin([self.area_id, self.municipality_id, atlas.COUNTRY])]

    @cached_property
    def trends(self) -> list[pandas.DataFrame]:
        """A series for each indicator with two periods or more: prepared rows with `role` and `name` of their line."""
        shown = self.observations[self.observations["status"] == Status.SHOWN]
        return [
            self._series(own)
            for _, own in shown.groupby("indicator_id", sort=False)
            if len(own[query.IN_TIME].drop_duplicates()) > 1
        ]

    def _series(self, own: pandas.DataFrame) -> pandas.DataFrame:
        """The area's rows with those of its municipality and the country in the same years."""
        rows = self.comparable
        for column in SAME_SERIES:
            rows = rows[rows[column] == own[column].iloc[0]]
        rows = rows[
            rows["status"].eq(Status.SHOWN)
            & rows["period_start"].ge(own["period_start"].min())
            & rows["period_end"].le(own["period_end"].max())
        ]
        roles = {"area": self.area_id, "municipality": self.municipality_id, "country": atlas.COUNTRY}
        if self.book.indicator(own["indicator_id"].iloc[0])["unit"] == "count":  # a whole is always the larger one
            roles = {"area": self.area_id}
        parts = [
            query.preferred(rows[rows["area_id"] == area_id]).assign(role=role, name=self.line_names[role])
            for role, area_id in roles.items()
            if area_id
        ]
        return pandas.concat(parts)

    # Lists

    @cached_property
    def history(self) -> pandas.DataFrame:
        """Every official list of the kinds of which at least one is known; empty for all but housing areas."""
        lists, designations = self.tables["lists"], self.tables["designations"]
        rows = query.designations_of(lists, designations, self.area_id)
        kinds = lists.loc[(lists["coverage"] != "absent") | lists["list_id"].isin(designations["list_id"]), "kind"]
        return rows[rows["kind"].isin(kinds) & (self.area.level_kind is Level.HOUSING_AREA)]

    @cached_property
    def standings(self) -> list[Standing]:
        """Where the area stands on the lists of `history`."""
        shown = set(self.history["list_id"])
        every = official_lists.standings(
            OfficialList.of(self.tables[OfficialList.TABLE]),
            Designation.of(self.tables[Designation.TABLE]),
            self.area_id,
        )
        return [standing for standing in every if standing.official.list_id in shown]

    def history_sentence(self) -> str:
        words, on = self.words, self.history[self.history["answer"] == "on"]
        unknown = int(self.history["answer"].eq("not_collected").sum())
        gap = (
            words.plural(
                "For {n} liste vides det ikke, om området stod på den: den kendes ikke i sin helhed.",
                "For {n} lister vides det ikke, om området stod på dem: de kendes ikke i deres helhed.",
                unknown,
            )
            if unknown
            else ""
        )
        if on.empty:
            return f"{words('Området har ikke stået på nogen af de lister, der kendes i deres helhed.')} {gap}".strip()
        last = on.iloc[-1]
        known = words.plural(
            "Området har stået på {n} af listerne: {name} pr. {day}.",
            "Området har stået på {n} af listerne, senest {name} pr. {day}.",
            len(on),
            name=words.pick(last, "name"),
            day=labels.day(last["list_date"], words),
        )
        return f"{known} {gap}".strip()

    # Place and sources

    def place_sentence(self) -> str:
        """What the map of the area shows: its outline, a stand-in, a point, or nothing, and what is known of it."""
        note = self.words.text(self.area.geometry_note)
        return f"{self.words(GEOMETRY[self.area.geometry_kind])} {note}".strip()

    def place_sources(self) -> pandas.DataFrame:
        """source_id and page of the shapes on the area's map."""
        ids = [area for area in (self.area_id, self.municipality_id) if area]
        sources = dict.fromkeys(self.book.areas[area_id].geometry_source_id for area_id in ids)
        return pandas.DataFrame({"source_id": list(sources), "page": ""})

    def source_line(self, rows: pandas.DataFrame) -> str:
        """Sources of `rows`, each page once; those without one are left out."""
        cited = rows[rows["source_id"] != ""]
        pages = cited.assign(page=cited["page"].str.split(", ")).explode("page", ignore_index=True)
        return sentences.source_line(pages, self.sources, self.words)

    def sources_of(self, frames: Iterable[pandas.DataFrame]) -> str:
        """Every source of several tables in one line, without their certainty."""
        return self.source_line(pandas.concat([frame[SOURCE_FIELDS] for frame in frames]))

    def citation(self, row: Mapping[str, Any]) -> str:
        """The source and page of one row."""
        title = self.sources.set_index("source_id")["title"].get(row["source_id"], row["source_id"])
        return tables.citation(title, row["page"], self.words)
