"""The files that the barometer is drawn from in the browser: for each instrument and level every area's cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas

from data import barometer, names, query
from data.barometer import COLUMNS
from data.contracts import (
    COMPARISONS,
    AreaLevel,
    BarometerCell,
    Break,
    Indicator,
    IndicatorSet,
    Level,
    Observation,
    Status,
)
from data.levels import Levels
from geo.contract import PlacedArea

STATUSES, VERDICTS = list(Status), ["", "increasing", "decreasing", "no_change", "too_small", "cannot_calculate"]
CERTAINTIES = ["A", "B", "C"]
Tables = Mapping[str, pandas.DataFrame]


def build(tables: Tables) -> dict[str, Any]:
    """The content of every file by its name. `tables`: those of `contracts.PREPARED_TABLES`, areas as `ShapedArea`."""
    areas = {area.area_id: area for area in PlacedArea.of(query.once(tables[PlacedArea.TABLE]))}
    named = names.unique(areas.values())
    towns = {area.municipality_code: area.name for area in areas.values() if area.level_kind is Level.MUNICIPALITY}
    columns = of_indicators(tables)
    instruments: dict[str, list[str]] = {}
    for line in sorted(IndicatorSet.of(tables[IndicatorSet.TABLE]), key=lambda line: line.order):
        instruments.setdefault(line.instrument, []).append(line.indicator_id)
    files: dict[str, Any] = {}
    for level in Levels.of(AreaLevel.of(tables[AreaLevel.TABLE])).drawn:
        ids = sorted(
            (area_id for area_id, area in areas.items() if area.level == level.level),
            key=lambda area_id: (query.danish_order(named[area_id]), area_id),
        )
        around = [towns.get(areas[area_id].municipality_code, "") for area_id in ids]
        shown = {indicator_id: _cut(column, ids) for indicator_id, column in columns.items()}
        for instrument, indicator_ids in instruments.items():
            files[barometer.file_name(instrument, level.level)] = {
                "areas": ids,
                "names": [named[area_id] for area_id in ids],
                "within": [
                    "" if place == named[area_id] else place for area_id, place in zip(ids, around, strict=True)
                ],
                "statuses": STATUSES,
                "comparisons": list(COMPARISONS),
                "verdicts": VERDICTS,
                "certainties": CERTAINTIES,
                "columns": {each: shown[each] for each in indicator_ids if shown.get(each)},
            }
    return files


def of_indicators(tables: Tables) -> dict[str, dict[str, dict[str, Any]]]:
    """The cell of every area by indicator and area id, as a file has them."""
    drawn = query.drawn(tables[Observation.TABLE], tables[PlacedArea.TABLE])
    since = {row.applies_to: row.year for row in sorted(Break.of(tables[Break.TABLE]), key=lambda row: row.year)}
    cells = dict(list(tables[BarometerCell.TABLE].groupby("indicator_id")))
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for indicator in Indicator.of(tables[Indicator.TABLE]):
        if indicator.indicator_id in cells:
            courses = barometer.sparks(query.main_rows(drawn, indicator.indicator_id), since)
            rows = BarometerCell.of(cells[indicator.indicator_id])
            found[indicator.indicator_id] = {
                row.area_id: _cell(row, indicator.decimals, courses.get(row.area_id, "")) for row in rows
            }
    return found


def _cell(row: BarometerCell, decimals: int, course: str) -> dict[str, Any]:
    """One cell: v value, lo and hi, s status, y period, k certainty (the weaker of number and year), t verdict, g group
    by rank, p course, and of each reference its value (r) and how the cell compares with it (c).
    """
    return {
        "v": _rounded(row.value, decimals),
        "lo": _rounded(row.low, decimals),
        "hi": _rounded(row.high, decimals),
        "s": STATUSES.index(row.status),
        "y": query.period_name(row.period_start, row.period_end),
        "k": CERTAINTIES.index(max(row.value_certainty, row.period_certainty)),
        "t": VERDICTS.index(row.verdict),
        "g": row.rank_group,
        "p": course,
        **{f"r_{key}": _rounded(getattr(row, value), decimals) for key, (value, _) in COLUMNS.items()},
        **{f"c_{key}": COMPARISONS.index(getattr(row, compared)) for key, (_, compared) in COLUMNS.items()},
    }


def _cut(column: Mapping[str, Mapping[str, Any]], ids: list[str]) -> dict[str, Any] | None:
    """The cells of some areas as lists by field, null where an area has none; None where no area has one."""
    found = [column.get(area_id) for area_id in ids]
    fields = next((list(cell) for cell in found if cell), None)
    return {field: [cell[field] if cell else None for cell in found] for field in fields} if fields else None


def _rounded(number: float | None, decimals: int) -> float | None:
    return None if number is None else round(number, decimals)
