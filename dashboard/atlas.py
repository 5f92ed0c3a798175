"""What the area map can choose between and what it says, from the prepared tables of one version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pandas

from dashboard import labels
from dashboard.tables import Column
from dashboard.words import N_, Words
from data import query
from data.contracts import Level, Status

LEVELS = {  # one and many
    Level.COUNTRY: (N_("land"), N_("Hele landet")),
    Level.REGION: (N_("region"), N_("Regioner")),
    Level.MUNICIPALITY: (N_("kommune"), N_("Kommuner")),
    Level.DISTRICT: (N_("bydel eller lokalsamfund"), N_("Bydele og lokalsamfund")),
    Level.HOUSING_AREA: (N_("boligområde"), N_("Boligområder")),
    Level.GROUP: (N_("gruppe af områder"), N_("Grupper af områder")),
}
LIST_ANSWERS = {
    "on": N_("På listen: {lists}."),
    "not_on": N_("Ikke på listen: {lists}."),
    "not_collected": N_("Ikke opgjort: {lists}."),
}
NO_LIST = "ingen"
COUNTRY = "danmark"
FIRST_INDICATOR = "charges_per_1000_inhabitants"
TABLES = ("observations", "indicators", "areas", "lists", "designations", "roles", "sources")


@dataclass(frozen=True)
class Atlas:
    """The tables behind the map. `observations`, `indicators`, `lists` … are prepared tables of data.contracts."""

    observations: pandas.DataFrame
    indicators: pandas.DataFrame
    areas: pandas.DataFrame
    lists: pandas.DataFrame
    designations: pandas.DataFrame
    roles: pandas.DataFrame
    sources: pandas.DataFrame

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

    def indicator(self, indicator_id: str) -> Mapping[str, Any]:
        return self.indicators.set_index("indicator_id", drop=False).loc[indicator_id].to_dict()

    def indicator_ids(self) -> list[str]:
        """The indicators that a map can draw, in the catalogue's order."""
        return [name for name in self.indicators["indicator_id"] if name in set(self.drawn["indicator_id"])]

    def levels(self, indicator_id: str) -> list[str]:
        return [level.value for level in query.levels(self.drawn, self.areas, indicator_id)]

    def fullest(self, levels: Sequence[str]) -> str:
        """The level with most areas: where a map says most."""
        sizes = self.known["level"].value_counts()
        return max(levels, key=lambda level: sizes[level])

    def periods(self, indicator_id: str, level: str) -> list[str]:
        """The periods as the browser's file names them, oldest first: 2023, 2019-2021."""
        found = query.periods(
            self.drawn, self.areas, indicator_id, level, *query.main_selection(self.drawn, indicator_id)
        )
        return [f"{start}" if start == end else f"{start}-{end}" for start, end in found]

    def area_ids(self) -> list[str]:
        """The country and every area a reader can look up, by name: housing areas without a place are there too."""
        drawn = self.known[self.known["level"].isin(query.DRAWN_LEVELS)]
        return [COUNTRY, *drawn.sort_values("name", key=lambda names: names.map(query.danish_order)).index]

    def area_label(self, area_id: str, words: Words) -> str:
        """Tåstrupgård · boligområde i Høje-Taastrup, with other spellings so that typing finds them too."""
        if area_id == COUNTRY:
            return words(LEVELS[Level.COUNTRY][1])
        area = self.known.loc[area_id]
        aliases = f" ({area['aliases'].replace('|', ', ')})" if area["aliases"] else ""
        kind = words(LEVELS[area["level"]][0])
        parent = self.parent_id(area_id)
        within = words("{kind} i {place}", kind=kind, place=self.names[parent]) if parent else kind
        return f"{area['name']}{aliases} · {within}"

    def parent_id(self, area_id: str) -> str | None:
        """The municipality of an area within one, else None."""
        parent = f"kommune_{self.known.at[area_id, 'municipality_code']}"
        return parent if parent in self.names and parent != area_id else None

    def list_ids(self) -> list[str]:
        """The official lists of which at least one name is known, newest first."""
        known = self.lists[self.lists["list_id"].isin(self.designations["list_id"])]
        return known.sort_values(["list_date", "list_id"], ascending=False)["list_id"].tolist()

    def list_label(self, list_id: str, words: Words) -> str:
        if list_id == NO_LIST:
            return words("Ingen liste")
        row = self.lists.set_index("list_id").loc[list_id]
        return f"{words.pick(row, 'name')} {row['year']}"

    def listed(self, list_id: str) -> list[str] | None:
        if list_id == NO_LIST:
            return None
        return self.designations.loc[self.designations["list_id"] == list_id, "area_id"].tolist()

    def list_is_complete(self, list_id: str) -> bool:
        return list_id == NO_LIST or self.lists.set_index("list_id").at[list_id, "coverage"] == "complete"

    def values(self, indicator_id: str, level: str, period: str) -> pandas.DataFrame:
        """The table twin of the map: a row for every area of the level (see query.value_table)."""
        return query.value_table(
            self.drawn, self.areas, indicator_id, level, years(period),
            *query.main_selection(self.drawn, indicator_id),
        )

    def card(self, indicator_id: str, area_id: str, period: str) -> query.Card:
        return query.area_card(
            self.observations, indicator_id, area_id, years(period), *query.main_selection(self.drawn, indicator_id)
        )

    def facts(self, area_id: str, words: Words) -> list[str]:
        """What else is known of an area: its place in words, its part in a scheme, the official lists."""
        area = self.known.loc[area_id]
        found = [words.pick(area, "geometry_note"), words.pick(area, "note")]
        for role in self.roles[self.roles["area_id"] == area_id].to_dict("records"):
            found.append(f"{words.pick(role, 'scheme')}. {words.pick(role, 'note')}".strip())
        if area["level"] == Level.HOUSING_AREA:
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

    def key_figures(self, area_id: str) -> pandas.DataFrame:
        """The newest number of every indicator that has one for the area, in the catalogue's order."""
        rows = self.observations
        own = rows[(rows["area_id"] == area_id) & (rows["status"] == Status.SHOWN)]
        newest = query.preferred(own).sort_values(["period_end", "period_start"], ascending=False, kind="stable")
        order = {name: place for place, name in enumerate(self.indicators["indicator_id"])}
        return newest.drop_duplicates("indicator_id").sort_values("indicator_id", key=lambda names: names.map(order))

    def without_place(self) -> list[str]:
        """Names of the housing areas that no source places."""
        rows = self.known[(self.known["level"] == Level.HOUSING_AREA) & (self.known["geometry_kind"] == "none")]
        return rows.sort_values("name", key=lambda names: names.map(query.danish_order))["name"].tolist()


def years(period: str) -> query.Period:
    """2019-2021 -> (2019, 2021)."""
    return int(period[:4]), int(period[-4:])


def sentence(table: pandas.DataFrame, indicator: Mapping[str, Any], period: str, level: str, words: Words) -> str:
    """What the map shows in one sentence: how many areas lie above and below the country, else the span of values."""
    shown = table[table["status"] == Status.SHOWN]
    many = words(LEVELS[level][1]).lower()
    unit = words(labels.UNITS[indicator["unit"]])
    values = {
        "name": words.pick(indicator, "name"), "period": period.replace("-", "–"), "many": many, "unit": unit,
        "n": words.number(len(shown)), "all": words.number(len(table)),
    }
    if shown.empty:
        return words("{name}, {period}: ingen {many} har et tal. Vælg et andet år eller niveau.", **values)
    compared = shown["comparison"].value_counts()
    reference = shown["reference"].dropna()
    if len(reference) and {"above", "below"} & set(compared.index):
        return words(
            "{name}, {period}: {above} af {n} {many} med et tal ligger over hele landet ({reference}), "
            "{below} ligger under.",
            above=words.number(compared.get("above", 0)), below=words.number(compared.get("below", 0)),
            reference=words.number(reference.iloc[0], indicator["decimals"]), **values,
        )
    low, high = (words.number(bound, indicator["decimals"]) for bound in (shown["value"].min(), shown["value"].max()))
    return words(
        "{name}, {period}: {n} af {all} {many} har et tal, fra {low} til {high} ({unit}).", low=low, high=high, **values
    )


def key_figure_texts(rows: pandas.DataFrame, book: Atlas, words: Words) -> pandas.DataFrame:
    """Key figures as texts: name, number with unit, period, comparison, certainty."""
    names = {"name": [], "number": []}
    for row in rows.itertuples():
        indicator = book.indicator(row.indicator_id)
        names["name"].append(labels.measure(indicator, row.age_group, words))
        names["number"].append(labels.amount(row.value, indicator, words))
    return pandas.DataFrame({
        **names,
        "period": [words.period(row.period_start, row.period_end) for row in rows.itertuples()],
        "comparison": [words(labels.COMPARISONS[code]) for code in rows["comparison"].replace("not_compared", "")],
        "certainty": [labels.certainty(row.value_certainty, row.period_certainty, words) for row in rows.itertuples()],
    })


def key_figure_columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Nøgletal")),
        Column("number", words("Tal")),
        Column("period", words("Periode")),
        Column("comparison", words("Sammenlignet med landet"), optional=True),
        Column("certainty", words("Sikkerhed")),
    ]
