"""The cells of a series of a register's figures, what is published of them, and which series count the same persons.

A cell is a housing area in a year, or what is left of a municipality, region or the country in it. Charges are what
the persons charged account for, at least one each: a cell of charges is its persons and their further charges.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, TypeVar

import pandas

from data import register_faults
from data.contracts import GivenIndicator, GivenObservation, Level, Publication, Status
from data.errors import Finding, SourceError, Text
from data.register_faults import FILE

YEARS = 3  # in a period of a single housing area
AREA, WHOLE, REST = "housing_area", "whole", "rest"  # the parts of a publication; the first two are keys of cells too
PARTS_PUBLISHED = {Publication.YEARS: WHOLE, Publication.PERIODS: AREA}
WINDOW, YEAR = "window", "year"
AMONG, SERIES_NAME, HOLDER = "among", "series", "holder"
FEWEST_MEMBERS = 2  # a group of one would publish the single years of its member
# What persons are counted by -> the events that each of them has at least one of.
EVENTS_OF = {"persons_charged": ("charges", "charges_and_suspicions")}

PARTS = Text("kommunens antal som summen af boligområderne og resten", "the municipality as the sum of areas and rest")
FEWER_PERSONS = Text(
    "mindst lige så mange sigtelser som sigtede personer", "at least as many charges as persons charged"
)

Years = TypeVar("Years", int, pandas.Series)
Grouping = tuple[str, str]  # a kind of published table: its key and its time


class Places(NamedTuple):
    """What the rules need to know of areas, by area id, and the members of every group."""

    kind: dict[str, Level]  # of its level
    published: dict[str, Publication]  # at its level
    municipality: dict[str, str]
    members: dict[str, list[str]]

    def part(self, area_id: str) -> str:
        """The part an area plays in a publication: housing_area, whole, rest, or none."""
        published = self.published[area_id]
        is_rest = area_id not in self.members and area_id in self.municipality
        return REST if published is Publication.SUMS and is_rest else PARTS_PUBLISHED.get(published, "")


class Windows(NamedTuple):
    """The periods of the housing areas by number: 0 ends with the newest year, -1 is the one before it."""

    newest: int
    figures: list[int]  # the years that have any

    def number(self, years: Years) -> Years:
        return -((self.newest - years) // YEARS)

    def years(self, number: Years) -> tuple[Years, Years]:
        last = self.newest + YEARS * number
        return last - YEARS + 1, last

    def name(self, number: float) -> str:
        return "-".join(map(str, self.years(int(number))))

    def due(self) -> dict[int, int]:
        """How many years have figures in each period that these cover from its first year to its last."""
        return {
            number: years
            for number, years in Counter(map(self.number, self.figures)).items()
            if self.figures[0] <= self.years(number)[0] and self.years(number)[1] <= self.figures[-1]
        }

    def are_complete(self, rows: pandas.DataFrame) -> pandas.Series:
        """Whether the area of each row has every year that is due in the period of the row.

        rows: `area_id`, year and window (the number of the period).
        """
        counted = rows[rows[YEAR].isin(self.figures)]
        years = counted.groupby(["area_id", WINDOW])[YEAR].transform("size").reindex(rows.index)
        return years == rows[WINDOW].map(self.due())


class Series(NamedTuple):
    """One series of figures: an indicator, age group, breakdown and edition.

    rows: `contracts.GivenObservation` with part (`Places.part`) and year. by_area: whether single areas are published.
    """

    indicator: GivenIndicator
    rows: pandas.DataFrame
    windows: Windows
    by_area: bool

    @property
    def name(self) -> str:
        return register_faults.name(self.indicator.indicator_id, self.rows["age_group"].iloc[0])

    @property
    def counts_persons(self) -> bool:
        """Whether nobody is counted twice in a year, so that a count is no larger than its population."""
        return self.indicator.unit == "percent" or self.indicator.counts.startswith("persons")

    def holds(self, persons: Series) -> bool:
        """Whether each of these persons has at least one of the events that this series counts."""
        same = ["breakdown", "edition"]
        first, last = register_faults.ages_of(self.rows["age_group"].iloc[0])
        of_persons = register_faults.ages_of(persons.rows["age_group"].iloc[0])
        return (
            self.indicator.counts in EVENTS_OF.get(persons.indicator.counts, ())
            and self.indicator.place == persons.indicator.place
            and bool((self.rows[same].iloc[0] == persons.rows[same].iloc[0]).all())
            and first <= of_persons[0]
            and of_persons[1] <= last
        )


class Keyed(NamedTuple):
    """The cells of a series with a column for each kind of published table, and these tables, finest first."""

    series: Series
    cells: pandas.DataFrame
    groupings: list[Grouping]


class Table(NamedTuple):
    """What is protected as one publication.

    cells: the columns of all groupings, count, population and among: the persons that a cell is counted among.
    columns: for each series its published tables, with the columns of `cells` each is broken down by.
    """

    cells: pandas.DataFrame
    columns: list[dict[Grouping, list[str]]]

    @property
    def groupings(self) -> list[list[str]]:
        return [list(columns) for columns in {tuple(c): None for tables in self.columns for c in tables.values()}]


def families(every: Sequence[Series]) -> list[list[Series]]:
    """Series that count the same persons together, those of persons first; the others alone."""
    found: list[list[Series]] = []
    taken: set[int] = set()
    for number in sorted(range(len(every)), key=lambda number: every[number].indicator.counts not in EVENTS_OF):
        series = every[number]
        if number in taken:
            continue
        events = [k for k, other in enumerate(every) if k not in taken and other.holds(series)]
        persons = [
            k
            for k, other in enumerate(every)
            if k not in taken
            and k != number
            and other.indicator == series.indicator
            and any(every[event].holds(other) for event in events)
        ]
        found.append([series, *(every[k] for k in [*persons, *events])])
        taken |= {number, *persons, *events}
    return found


def link(family: Sequence[Keyed]) -> Table:
    """The cells of series that count the same persons, as one table: persons, and the further events of each cell.

    family: as from `families`. Raises SourceError where there are fewer events than persons.
    """
    indicator_id = family[0].series.indicator.indicator_id
    persons = [each for each in family if each.series.indicator.indicator_id == indicator_id]
    by_series = [SERIES_NAME] if len(persons) > 1 else []
    columns = [{(key, time): [key, *by_series, time] for key, time in each.groupings} for each in persons]
    counted = pandas.concat(
        [
            each.cells.assign(
                **{
                    SERIES_NAME: each.series.name,
                    AMONG: each.cells[["count", "population"]].max(axis=1) if each.series.counts_persons else None,
                }
            )
            for each in persons
        ],
        ignore_index=True,
    )
    parts, findings = [], []
    for events in family[len(persons) :]:
        named = {key: f"{events.series.name} {key}" for key, _ in events.groupings}
        columns.append({(key, time): [named[key], time] for key, time in events.groupings})
        cells = events.cells.rename(columns=named)
        holder = _holders(counted, events.cells)
        inside = counted.groupby(holder)[["count", "population"]].sum().reindex(cells.index, fill_value=0)
        for key in named.values():
            counted[key] = holder.map(cells[key])
        further = cells.assign(**{name: cells[name] - inside[name] for name in inside.columns})
        fewer = events.cells[further["count"] < 0]
        findings += [
            Finding(FILE, register_faults.number(row), FEWER_PERSONS, column="count")
            for row in GivenObservation.of(fewer)
        ]
        parts.append(further)
    if findings:
        raise SourceError(findings)
    keys = {name for tables in columns for names in tables.values() for name in names}
    table = pandas.concat([counted, *parts], ignore_index=True)
    return Table(
        table[[*(name for name in table.columns if name in keys | {YEAR}), "count", "population", AMONG]], columns
    )


def _holders(persons: pandas.DataFrame, events: pandas.DataFrame) -> pandas.Series:
    """The row of `events` that each cell of persons is a part of, missing where none is.

    An area that events are not known of lies in the rest. A rest of persons in which there is an area that events are
    known of lies in nothing.
    """
    key = ["part", "area_id", YEAR]
    row = pandas.Series(events.index, pandas.MultiIndex.from_frame(events[key]))
    rest = pandas.Series(events.index, pandas.MultiIndex.from_frame(events[["area_id", YEAR]]))[
        (events["part"] == WHOLE).to_numpy()
    ]
    holder = row.reindex(pandas.MultiIndex.from_frame(persons[key])).set_axis(persons.index)
    of_whole = rest.reindex(pandas.MultiIndex.from_frame(persons[[WHOLE, YEAR]])).set_axis(persons.index)
    alone = events[(events["part"] == AREA) & ~row.index.isin(pandas.MultiIndex.from_frame(persons[key]))]
    mixed = pandas.MultiIndex.from_frame(persons[[WHOLE, YEAR]]).isin(
        pandas.MultiIndex.from_frame(alone[[WHOLE, YEAR]])
    )
    holder = holder.mask((persons["part"] == WHOLE).to_numpy() & mixed)
    return holder.fillna(of_whole.where(persons["part"] == AREA))


def keyed(series: Series, places: Places) -> Keyed:
    """A series as cells with a column for each kind of published table.

    A housing area has a key in the periods it has all of, a group in the years that all its members have.
    Raises SourceError where the numbers do not add up.
    """
    cells, windows = _cells_of(series.rows, places), series.windows
    is_area = cells["part"] == AREA
    cells = cells.assign(window=windows.number(cells[YEAR]))
    keys = {}
    if series.by_area:
        keys[AREA, WINDOW] = cells["area_id"].where(is_area & windows.are_complete(cells))
    for group, members in places.members.items():
        of_group = is_area & cells["area_id"].isin(members)
        complete = of_group & (of_group.groupby(cells[YEAR]).transform("sum") == len(members))
        if len(members) >= FEWEST_MEMBERS:
            keys[group, YEAR] = pandas.Series(group, cells.index, dtype="str").where(complete)
    keys[WHOLE, YEAR] = cells[WHOLE]
    keys = {grouping: key for grouping, key in keys.items() if key.notna().any()}
    return Keyed(series, cells.assign(**{column: key for (column, _), key in keys.items()}), list(keys))


def _cells_of(rows: pandas.DataFrame, places: Places) -> pandas.DataFrame:
    """Housing area x year, and what is left of each municipality, region and country: its count less its areas'.

    Adds the column whole: what the cell is a part of, missing where that has no figure for the year. Raises SourceError
    where the parts are more than the whole, or do not add up to it in a year in which every area has a figure.
    """
    shown = rows[rows["status"] == Status.SHOWN]
    areas, wholes = shown[shown["part"] == AREA], shown[shown["part"] == WHOLE]
    whole_years = pandas.MultiIndex.from_frame(wholes[["area_id", YEAR]])
    municipality = areas["area_id"].map(places.municipality).astype("str")
    inside = pandas.MultiIndex.from_arrays([municipality, areas[YEAR]]).isin(whole_years)
    areas = areas.assign(whole=municipality.where(inside))
    numbers = ["count", "population"]
    within = areas.groupby([WHOLE, YEAR])[numbers].sum().reindex(whole_years, fill_value=0)
    rest = wholes.assign(whole=wholes["area_id"], **{name: wholes[name] - within[name].array for name in numbers})
    given = shown[shown["part"] == REST]
    stated = given.groupby([given["area_id"].map(places.municipality), YEAR])["count"].sum().reindex(whole_years)
    partial = rest[YEAR].isin(rows.loc[(rows["part"] == AREA) & (rows["status"] != Status.SHOWN), YEAR])
    differs = (stated.notna() & (stated != rest["count"].array)).to_numpy(dtype=bool, na_value=False)
    wrong = (rest["count"] < 0) | (differs & ~partial)
    if wrong.any():
        raise SourceError(
            [
                Finding(FILE, register_faults.number(row), PARTS, column="count")
                for row in GivenObservation.of(rest[wrong])
            ]
        )
    return pandas.concat([areas, rest], ignore_index=True)
