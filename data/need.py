"""Need against effort: how an area stands in a theme, which efforts are known there, and what is put first.

An area's newest known number of each indicator of a theme is held against its municipality or the country, as prepare
did (`derive.compare`: the 95 % interval of the number, against the other's number). A number that is surely on the bad
side is need.

| standing | rule |
|---|---|
| `worse`, `better` | a number is surely on that side, and none on the other |
| `mixed` | one number is surely worse and another surely better |
| `similar` | numbers were compared, and none differs surely |
| `not_compared` | numbers without an interval, or without a number of the other to hold them against |
| `not_judged` | numbers of which neither a high nor a low one is good |
| `hidden`, `too_few`, `not_relevant`, `not_collected` | there is no number, in the words of the contract |

An effort is known to run where a report of the last five years says so and its planned end has not passed. Whether an
area without one has none can be said only where such a report tells of its municipality at all; else nobody knows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import pandas

from data import query, unions
from data.contracts import Direction, Indicator, Observation, Priority, Status
from data.efforts import Effort, Places, State

WORSE_SIDE = {Direction.LOW_IS_GOOD: "above", Direction.HIGH_IS_GOOD: "below"}
COMPARED = ("above", "below", "similar")


class Reference(StrEnum):
    """What an area is held against."""

    MUNICIPALITY = "kommune"
    COUNTRY = "land"


class Standing(StrEnum):
    """How an area stands in a theme where there is a number, the most needy first; else its `Status` says why not."""

    WORSE = "worse"
    MIXED = "mixed"
    SIMILAR = "similar"
    BETTER = "better"
    NOT_COMPARED = "not_compared"
    NOT_JUDGED = "not_judged"


NEEDY = (Standing.WORSE, Standing.MIXED)
# From the most needy to what is not known; of a status that stands twice the first place counts.
RANKED: tuple[Standing | Status, ...] = (*Standing, Status.HIDDEN, Status.TOO_FEW, Status.NOT_RELEVANT, *Status)


class Cover(StrEnum):
    """What is known of the efforts in an area's theme."""

    COVERED = "covered"
    STARTING = "starting"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Number:
    """The newest known number of an indicator; `verdict` is of the number alone."""

    row: Observation
    verdict: Standing | Status
    reference: float | None


@dataclass(frozen=True)
class Cell:
    """An area in a theme. `numbers`: the worst first; `priorities` are those in force today."""

    area_id: str
    theme: str
    standing: Standing | Status
    numbers: tuple[Number, ...]
    efforts: tuple[Effort, ...]
    cover: Cover
    priorities: tuple[Priority, ...]

    @property
    def is_need(self) -> bool:
        return self.standing in NEEDY

    @property
    def is_gap(self) -> bool:
        """Need without a known effort, where somebody would know of one."""
        return self.is_need and self.cover is Cover.NONE

    @property
    def running(self) -> tuple[Effort, ...]:
        return tuple(effort for effort in self.efforts if effort.state is State.RUNNING)

    @property
    def worse(self) -> tuple[Number, ...]:
        return tuple(number for number in self.numbers if number.verdict is Standing.WORSE)


def latest(
    observations: pandas.DataFrame, drawn: pandas.DataFrame, area_ids: Collection[str]
) -> tuple[Observation, ...]:
    """The newest known number of each indicator for each of some areas, in the age group and breakdown that the map
    shows it in; without a known one the newest row, which says why.

    `observations`: the prepared table `Observation`; `drawn`: its rows that a map can draw.
    """
    return _newest(_main(observations, drawn, area_ids))


def latest_of_union(
    observations: pandas.DataFrame,
    drawn: pandas.DataFrame,
    members: Sequence[str],
    union_id: str,
    indicators: Mapping[str, Indicator],
) -> tuple[Observation, ...]:
    """`latest` of some areas counted together: the newest number that all of them show (`data.unions`).

    `observations` and `drawn` have the columns of `data.contracts.Observation`.
    """
    rows = Observation.of(_main(observations, drawn, members))
    return _newest(Observation.frame(unions.pooled(rows, members, union_id, indicators)))


def _main(observations: pandas.DataFrame, drawn: pandas.DataFrame, area_ids: Collection[str]) -> pandas.DataFrame:
    """The rows of some areas in the age group and breakdown that the map shows each indicator in, one a number."""
    rows = observations[observations["area_id"].isin(list(area_ids))]
    parts = []
    for indicator_id, part in rows.groupby("indicator_id", sort=False):
        age_group, breakdown = query.main_selection(drawn, str(indicator_id))
        parts.append(part[(part["age_group"] == age_group) & (part["breakdown"] == breakdown)])
    return query.preferred(pandas.concat(parts)) if parts else rows


def _newest(rows: pandas.DataFrame) -> tuple[Observation, ...]:
    if rows.empty:
        return ()
    order = ["is_known", "period_end", "period_start"]
    ranked_rows = rows.assign(is_known=rows["status"] == Status.SHOWN).sort_values(order, kind="stable")
    return Observation.of(ranked_rows.drop_duplicates(["area_id", "indicator_id"], keep="last"))


def number(row: Observation, indicator: Indicator, reference: Reference) -> Number:
    is_municipal = reference is Reference.MUNICIPALITY
    comparison = row.municipality_comparison if is_municipal else row.comparison
    held = row.municipality_reference if is_municipal else row.reference
    return Number(row, verdict(row, comparison, indicator.direction), held)


def verdict(row: Observation, comparison: str, direction: Direction) -> Standing | Status:
    if row.status is not Status.SHOWN:
        return row.status
    if direction is Direction.NO_JUDGEMENT:
        return Standing.NOT_JUDGED
    if comparison not in COMPARED:
        return Standing.NOT_COMPARED
    if comparison == "similar":
        return Standing.SIMILAR
    return Standing.WORSE if comparison == WORSE_SIDE[direction] else Standing.BETTER


def standing(verdicts: Iterable[Standing | Status]) -> Standing | Status:
    """Of a theme, from those of its numbers."""
    found = set(verdicts)
    if {Standing.WORSE, Standing.BETTER} <= found:
        return Standing.MIXED
    order = (Standing.WORSE, Standing.BETTER, *RANKED)
    return next((each for each in order if each in found), Status.NOT_COLLECTED)


def cover(found: Iterable[Effort], is_told_of: bool) -> Cover:
    """`is_told_of`: whether a report of the last five years tells of efforts in the municipality at all."""
    states = {effort.state for effort in found}
    if State.RUNNING in states:
        return Cover.COVERED
    if State.STARTING in states:
        return Cover.STARTING
    return Cover.NONE if is_told_of else Cover.UNKNOWN


@dataclass(frozen=True)
class Desk:
    """What the cells are made of: numbers, the efforts asked for, priorities in force, and where areas lie.

    `told_of`: the municipalities of whose efforts somebody tells (`Places.told_of`).
    """

    numbers: Sequence[Observation]
    indicators: Mapping[str, Indicator]
    efforts: Sequence[Effort]
    priorities: Sequence[Priority]
    places: Places
    told_of: frozenset[str]

    def cells(self, area_ids: Sequence[str], themes: Sequence[str], reference: Reference) -> list[Cell]:
        """A cell for each area and theme, in their orders."""
        numbers = self._numbers(reference)
        return [
            self._cell(area_id, theme, numbers.get((area_id, theme), ())) for area_id in area_ids for theme in themes
        ]

    def _numbers(self, reference: Reference) -> dict[tuple[str, str], tuple[Number, ...]]:
        found: defaultdict[tuple[str, str], list[Number]] = defaultdict(list)
        for row in self.numbers:
            indicator = self.indicators[row.indicator_id]
            found[row.area_id, indicator.theme].append(number(row, indicator, reference))
        return {
            key: tuple(sorted(of_cell, key=lambda each: RANKED.index(each.verdict))) for key, of_cell in found.items()
        }

    def _cell(self, area_id: str, theme: str, numbers: tuple[Number, ...]) -> Cell:
        found = tuple(each for each in self.places.efforts_in(area_id, self.efforts) if theme in each.themes)
        is_told_of = self.places.municipality.get(area_id, area_id) in self.told_of
        return Cell(
            area_id,
            theme,
            standing(each.verdict for each in numbers),
            numbers,
            found,
            cover(found, is_told_of),
            tuple(row for row in self.priorities if row.area_id == area_id and row.theme in ("", theme)),
        )


def ranked(cells: Iterable[Cell]) -> list[Cell]:
    """The cells with the greatest need first: what is put first, then numbers surely worse, then how far from the
    other, in parts of its number.
    """
    return sorted(
        cells, key=lambda cell: (not cell.priorities, -len(cell.worse), -max(map(distance, cell.worse), default=0))
    )


def distance(found: Number) -> float:
    if found.row.value is None or not found.reference:
        return 0.0
    return abs(found.row.value - found.reference) / abs(found.reference)
