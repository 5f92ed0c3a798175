"""What a screen of the barometer's cells says in few words, and where one area lies among the others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas

from data.barometer import moved
from data.contracts import COMPARISONS, BarometerCell, Status
from data.query import period_name


@dataclass(frozen=True)
class ColumnSummary:
    """One indicator over some areas: how many have a number, how they compare, and the first and last year of them."""

    indicator_id: str
    shown: int
    above: int
    similar: int
    below: int
    first: int
    last: int
    newest: str  # the newest period, as the browser's files name it

    @property
    def compared(self) -> int:
        return self.above + self.similar + self.below


@dataclass(frozen=True)
class Movement:
    """The areas whose change on an indicator is more than chance, in one direction."""

    indicator_id: str
    verdict: str
    area_ids: tuple[str, ...]


@dataclass(frozen=True)
class Spread:
    """One area's cell beside the numbers of all areas of the screen: lowest, quartiles, median and highest.

    `held` and `comparison` are the reference's value and how the area compares with it.
    """

    cell: BarometerCell
    held: float | None
    comparison: str
    count: int
    lowest: float
    lower: float
    median: float
    upper: float
    highest: float


def columns(found: pandas.DataFrame) -> list[ColumnSummary]:
    """A summary of every indicator that any area has a number of. found: `BarometerCell` with `held_comparison`."""
    shown = found[found["status"] == Status.SHOWN]
    return [_column(str(name), rows) for name, rows in shown.groupby("indicator_id")]


def _column(indicator_id: str, rows: pandas.DataFrame) -> ColumnSummary:
    compared = rows["held_comparison"].value_counts()
    newest = rows.sort_values(["period_end", "period_start"]).iloc[-1]
    return ColumnSummary(
        indicator_id=indicator_id,
        shown=len(rows),
        above=int(compared.get("above", 0)),
        similar=int(compared.get("similar", 0)),
        below=int(compared.get("below", 0)),
        first=int(rows["period_start"].min()),
        last=int(rows["period_end"].max()),
        newest=period_name(int(newest["period_start"]), int(newest["period_end"])),
    )


def movements(found: pandas.DataFrame) -> list[Movement]:
    """Who moved more than chance, where most did first. found: `BarometerCell`."""
    groups = moved(found).groupby(["indicator_id", "verdict"])["area_id"]
    told = [Movement(str(name), str(verdict), tuple(ids)) for (name, verdict), ids in groups]
    return sorted(told, key=lambda movement: (-len(movement.area_ids), movement.indicator_id))


def spreads(found: pandas.DataFrame, area_id: str, order: Sequence[str]) -> list[Spread]:
    """Where an area lies on every indicator in `order` that it has a number of.

    found: `BarometerCell` of all the areas, with `held_reference` and `held_comparison`.
    """
    return list(_spreads(found[found["status"] == Status.SHOWN], area_id, order))


def _spreads(shown: pandas.DataFrame, area_id: str, order: Sequence[str]) -> Iterator[Spread]:
    for indicator_id in order:
        rows = shown[shown["indicator_id"] == indicator_id]
        mine = rows[rows["area_id"] == area_id]
        if mine.empty:
            continue
        (cell,) = BarometerCell.of(mine)
        held = mine["held_reference"].iloc[0]
        parts = rows["value"].astype("float64").quantile([0, 0.25, 0.5, 0.75, 1]).tolist()
        reference = None if pandas.isna(held) else float(held)
        yield Spread(cell, reference, str(mine["held_comparison"].iloc[0]), len(rows), *parts)


def verdicts(found: pandas.DataFrame, order: Sequence[str]) -> dict[str, dict[str, Any]]:
    """By indicator how the areas in `order` compare (`codes`: a place in `COMPARISONS` each) and what with (`values`,
    by period). found: `BarometerCell` with `held_reference` and `held_comparison`.
    """
    told: dict[str, dict[str, Any]] = {}
    for indicator_id, rows in found.groupby("indicator_id"):
        codes = dict(zip(rows["area_id"], rows["held_comparison"].map(COMPARISONS.index), strict=True))
        held = rows.dropna(subset="held_reference")
        spans = zip(held["period_start"], held["period_end"], held["held_reference"], strict=True)
        values = {period_name(start, end): round(float(value), 2) for start, end, value in spans}
        told[str(indicator_id)] = {
            "codes": "".join(str(codes.get(area_id, 0)) for area_id in order),
            "values": values,
        }
    return told
