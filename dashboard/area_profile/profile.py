"""What is known of one area among the prepared tables: where it lies, its numbers, its official lists and its sources.

The page and the A4 sheet both show what stands here, in `key_figures`, `verdict`, `tiles` and `work`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

import pandas

from dashboard.areas import area_tables, atlas, facts, relations, successions
from dashboard.areas.atlas import Atlas
from dashboard.areas.relations import Related
from dashboard.charts import lines as line_charts
from dashboard.charts.lines import Group, Line
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views import sentences, tables
from dashboard.views.sentences import Citation, Cited
from data import area_numbers, query
from data.contracts import Break, Indicator, Level, Observation, Source, Status
from data.lists import Answer, Standing
from geo.contract import PlacedArea

OWN_TABLES = ("trends", "criteria", "criterion_statuses", "results", "action_cards", "area_facts", "breaks")
TABLES = (*area_tables.TABLES, *OWN_TABLES)
GEOMETRY = {
    "outline": N_("Den offentliggjorte afgrænsning."),
    "buildings": N_("Stiplet: en bygningskreds om områdets adresser, ikke en officiel afgrænsning."),
    "stand_in": N_("Stiplet: et distrikt med områdets navn, ikke områdets egen afgrænsning."),
    "point": N_("Et punkt i eller ved området; afgrænsningen er ikke offentliggjort."),
    "none": N_("Ingen kilde placerer området på et kort."),
}
Tables = Mapping[str, pandas.DataFrame]  # prepared tables by the names in TABLES


@dataclass(frozen=True)
class Series:
    """An indicator over time: the area's numbers, and those of larger areas in the same years, a group a line."""

    indicator: Indicator
    title: str
    groups: tuple[Group, ...]
    definitions: tuple[Break, ...] = ()

    @property
    def rows(self) -> tuple[Observation, ...]:
        return tuple(row for group in self.groups for row in group.rows)

    @cached_property
    def lines(self) -> list[Line]:
        return line_charts.lines(self.groups)

    @property
    def breaks(self) -> list[Break]:
        """The changes of its definition within its years."""
        return line_charts.within(self.definitions, self.lines) if self.lines else []


def area_ids(book: Atlas) -> list[str]:
    """The areas that have a profile, by name: all that a map can draw, and housing areas without a place."""
    return [area_id for area_id in book.area_ids if area_id != atlas.COUNTRY]


@dataclass(frozen=True)
class Profile:
    """One area among the prepared `tables` of one version, in one language. `book`: the atlas of the same tables;
    `criteria`: on how many of a list's criteria it was over the line, and when.
    """

    area_id: str
    tables: Tables
    book: Atlas
    words: Words
    criteria: str = ""

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

    @property
    def sources(self) -> tuple[Source, ...]:
        return self.book.sources

    def header_line(self) -> str:
        """Høje-Taastrup · 1.587 beboere (2023): where the area lies, and how many live there."""
        is_estate = self.area.level_kind is Level.HOUSING_AREA
        kind = "" if is_estate else self.book.one(self.area_id, self.words)
        place = self.book.names[self.municipality_id] if self.municipality_id else self.region()
        return " · ".join(filter(None, (kind, place, self.residents())))

    def residents(self) -> str:
        """1.587 beboere (2023), or that nobody has counted them."""
        row = self.book.residents.get(self.area_id)
        if row is None:
            return self.words("antal beboere er ikke opgjort")
        return self.words(
            "{number} beboere ({year})",
            number=self.words.number(row.value),
            year=self.words.period(row.period_start, row.period_end),
        )

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

    @cached_property
    def related(self) -> list[Related]:
        """The areas that sources name instead of this one: parts of it, what it is a part of, and other names."""
        return relations.related(self.book, self.area_id)

    @cached_property
    def here(self) -> set[str]:
        """The ids of the areas of which what is told holds for this one: itself, those in it, and related ones."""
        return {self.area_id, *self.inside, *(other.area_id for other in self.related)}

    # Numbers

    @cached_property
    def observations(self) -> tuple[Observation, ...]:
        """The area's own rows, one a number, of each indicator in the age group and breakdown it is shown in."""
        rows = area_numbers.numbers_of(self.tables[Observation.TABLE], self.book.drawn, self.area_id)
        order = list(self.book.indicators)
        return tuple(sorted(rows, key=lambda row: (order.index(row.indicator_id), row.period_end, row.period_start)))

    @cached_property
    def newest(self) -> tuple[Observation, ...]:
        """The newest number of every indicator; where none can be shown, the newest row that says why."""
        return tuple(max(rows, key=newness) for rows in self._by_indicator(self.observations))

    def measure(self, row: Observation) -> str:
        """What a row counts, with its age group and breakdown."""
        name = labels.measure(self.book.indicators[row.indicator_id], row.age_group, self.words)
        if row.breakdown == "all":
            return name
        return f"{name}, {labels.codes(labels.BREAKDOWNS, row.breakdown, self.words)}"

    @cached_property
    def line_names(self) -> dict[str, str]:
        """What the area and those it is held against are called in charts, by their role there."""
        names = {"area": self.words("Området"), "municipality": self.words("Kommunen"), "country": self.words("Landet")}
        return names | ({"area": names["municipality"]} if self.area.level_kind is Level.MUNICIPALITY else {})

    @cached_property
    def wholes(self) -> dict[str, str]:
        """The ids of the larger areas that this one is held against, by their role in charts."""
        municipality = {"municipality": self.municipality_id} if self.municipality_id else {}
        return {**municipality, "country": atlas.COUNTRY}

    def withheld_of_wholes(self) -> tuple[Observation, ...]:
        """The rows in which the larger areas that this one is held against say why they have no number. Not kept:
        every profile would keep the same.
        """
        rows = self.tables[Observation.TABLE]
        return Observation.of(rows[rows["area_id"].isin(list(self.wholes.values())) & rows["status"].ne(Status.SHOWN)])

    @cached_property
    def trends(self) -> list[Series]:
        """Each indicator with two periods or more."""
        shown = (row for row in self.observations if row.status == Status.SHOWN)
        return [self._series(rows) for rows in self._by_indicator(shown) if len(set(map(query.span_of, rows))) > 1]

    def _series(self, rows: Sequence[Observation]) -> Series:
        """The area's rows with those of its municipality and the country in the same years."""
        indicator, roles = self.book.indicators[rows[0].indicator_id], {self.area_id: "area"}
        if indicator.unit != "count":  # a whole is always the larger one
            roles |= {area_id: role for role, area_id in self.wholes.items()}
        found = area_numbers.numbers_beside(self.tables[Observation.TABLE], rows, roles)
        names = {area_id: self.line_name(role, found, area_id, spans_of(rows)) for area_id, role in roles.items()}
        breaks = (row for row in Break.of(self.tables[Break.TABLE]) if row.applies_to == indicator.indicator_id)
        groups = line_charts.grouped(found, names, roles)
        return Series(indicator, self.measure(rows[0]), tuple(groups), tuple(breaks))

    def line_name(self, role: str, rows: Iterable[Observation], area_id: str, spans: set[int]) -> str:
        """What a line is called; where it counts other periods than the area's own line, how many years at a time."""
        name, found = self.line_names[role], spans_of(row for row in rows if row.area_id == area_id)
        if area_id == self.area_id or found == spans or len(found) != 1:
            return name
        (years,) = found
        return self.words.plural("{name} (enkelte år)", "{name} ({n} år ad gangen)", years, name=name)

    def _by_indicator(self, rows: Iterable[Observation]) -> list[list[Observation]]:
        return [list(found) for _, found in groupby(rows, key=lambda row: row.indicator_id)]

    # Lists

    @cached_property
    def standings(self) -> list[Standing]:
        """Where a housing area stands on every list of the kinds of which at least one is known; none for others."""
        if self.area.level_kind != Level.HOUSING_AREA:
            return []
        every = relations.standings(self.book, self.area_id)
        named = {official.kind for official in self.book.named_lists}
        kinds = named | {official.kind for official in self.book.lists if official.coverage != "absent"}
        return [standing for standing in every if standing.official.kind in kinds]

    def history_sentence(self) -> str:
        """On how many lists the area stood, under which name, and what the lists cannot tell."""
        words = self.words
        on = [standing.official for standing in self.standings if standing.answer is Answer.ON]
        stood = (
            words.plural(
                "Området har stået på {n} af listerne: {name} pr. {day}.",
                "Området har stået på {n} af listerne, senest {name} pr. {day}.",
                len(on),
                name=words.text(on[-1].name),
                day=labels.day(on[-1].list_date, words),
            )
            if on
            else words("Området har ikke stået på nogen af de lister, der kendes i deres helhed.")
        )
        unknown = self.unknown_lists
        gap = (
            words.plural(
                "For {n} liste vides det ikke, om området stod på den: den kendes ikke i sin helhed.",
                "For {n} lister vides det ikke, om området stod på dem: de kendes ikke i deres helhed.",
                unknown,
            )
            if unknown
            else ""
        )
        through = facts.through(self.book, self.standings, words)
        too_small = facts.too_small(self.book, self.area_id, words)
        related = relations.sentence(self.book, self.area_id, words) if through else ""
        return " ".join(filter(None, (stood, related, through, too_small, gap)))

    @property
    def unknown_lists(self) -> int:
        """Of how many lists nobody knows whether the area stood on them."""
        return sum(standing.answer is Answer.NOT_COLLECTED for standing in self.standings)

    # Place and sources

    def place_sentence(self) -> str:
        """What the map of the area shows: its outline, a stand-in, a point, or nothing, and what is known of it."""
        note = self.words.text(self.area.geometry_note)
        note = f"{note}." if note and not note.endswith(".") else note
        return f"{self.words(GEOMETRY[self.area.geometry_kind])} {note}".strip()

    def place_sources(self) -> list[Citation]:
        """The sources of the shapes on the area's map."""
        ids = filter(None, (self.area_id, self.municipality_id))
        return [Citation(self.book.areas[area_id].geometry_source_id) for area_id in ids]

    def list_sources(self) -> list[Citation]:
        """The sources of the official lists, and of what the area is to others."""
        lists_of = [Citation(standing.official.source_id) for standing in self.standings]
        related = [Citation(other.row.source_id, other.row.page) for other in self.related]
        changes = [Citation(row.source_id, row.page) for row in successions.rows(self.book, self.area_id)]
        return [*lists_of, *related, *changes]

    def source_line(self, rows: Iterable[Cited]) -> str:
        """Sources of `rows`, each page once; those without one are left out."""
        return sentences.source_line([row for row in rows if row.source_id], self.sources, self.words)

    def citation(self, row: Cited) -> str:
        """The source and page of one row."""
        names = tables.source_names(self.sources)
        return tables.citation(names.get(row.source_id, row.source_id), row.page, self.words)


def spans_of(rows: Iterable[Observation]) -> set[int]:
    """How many years the numbers are counted over."""
    return {row.period_end - row.period_start + 1 for row in rows}


def newness(row: Observation) -> tuple[bool, int, int]:
    """A number before a reason why there is none, then the later period."""
    return row.status == Status.SHOWN, row.period_end, row.period_start
