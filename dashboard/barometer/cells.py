"""The barometer's cells of a version: which of them a choice shows, and what they are held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas

from dashboard.areas import shelf
from dashboard.views.kept import Setting, kept
from data import barometer, barometer_summary, query
from data.barometer import Reference
from data.barometer_summary import ColumnSummary, Movement, Spread
from data.contracts import BarometerCell, Indicator, Observation
from data.versions import Version

if TYPE_CHECKING:
    from dashboard.barometer.choices import Asked

TABLES = (BarometerCell.TABLE, Observation.TABLE)


def frame(version: Version) -> pandas.DataFrame:
    """The table `BarometerCell`, shared: it must not be changed."""
    return shelf.tables(version, TABLES)[BarometerCell.TABLE]


@kept
def _held(setting: Setting, reference: Reference, area_ids: tuple[str, ...]) -> pandas.DataFrame:
    """The table `BarometerCell` with `held_reference` and `held_comparison`, shared: it must not be changed."""
    version = setting.version
    if reference is not Reference.CHOSEN:
        return barometer.held(frame(version), reference)
    found = shelf.tables(version, TABLES)
    units = pandas.Series({name: row.unit for name, row in shelf.facts(version).indicators.items()})
    return barometer.held_against(frame(version), found[Observation.TABLE], area_ids, units)


def held(setting: Setting, asked: Asked) -> pandas.DataFrame:
    """Every cell of the version (`BarometerCell`) with `held_reference` and `held_comparison`, shared."""
    return _held(setting, asked.reference, asked.against)


def of_level(setting: Setting, asked: Asked) -> pandas.DataFrame:
    """The cells of all areas of the level (`BarometerCell`, held against the reference) on the instrument."""
    level = shelf.book(setting.version).inside(asked.level, None)
    return barometer.of(held(setting, asked), asked.instrument.indicator_ids, level)


def shown(setting: Setting, asked: Asked) -> pandas.DataFrame:
    """The cells that a choice shows (`BarometerCell`, held against the reference): of its areas and its themes."""
    found = of_level(setting, asked)
    lines = (line for line in asked.instrument.lines if not asked.themes or line.theme in asked.themes)
    ids = [line.indicator_id for line in lines]
    return barometer.of(found, ids, asked.only or shelf.book(setting.version).inside(asked.level, None))


def levels(version: Version, indicator_ids: Sequence[str]) -> list[str]:
    """The levels on which any area has a cell of some indicators, from large to small."""
    areas, found = shelf.book(version).areas, frame(version)
    having = {areas[area_id].level for area_id in found.area_id[found.indicator_id.isin(list(indicator_ids))].unique()}
    return [level.level for level in shelf.book(version).area_levels if level.level in having]


def fullest_level(version: Version, indicator_ids: Sequence[str]) -> str:
    """Where the barometer says most: see `data.barometer`."""
    found = frame(version)
    level_of = {area_id: area.level for area_id, area in shelf.book(version).areas.items()}
    rows = found[found.indicator_id.isin(list(indicator_ids))]
    return barometer.fullest_level(rows, level_of, levels(version, indicator_ids))


@kept
def has_reference(setting: Setting, asked: Asked) -> bool:
    """Whether the reference has a number for any of the areas of the level."""
    return bool(of_level(setting, asked).held_reference.notna().any())


@kept
def columns(setting: Setting, asked: Asked) -> Sequence[ColumnSummary]:
    """Every indicator with numbers on the screen, summed up."""
    return tuple(barometer_summary.columns(shown(setting, asked)))


@kept
def level_columns(setting: Setting, asked: Asked) -> Sequence[ColumnSummary]:
    """Every indicator with numbers on the level, whichever themes are shown: the browser chooses among them."""
    return tuple(barometer_summary.columns(of_level(setting, asked)))


@kept
def verdicts(setting: Setting, asked: Asked) -> dict[str, dict[str, Any]]:
    """How every area compares with the chosen ones, by indicator: `codes`, a sign an area as in the prepared file, and
    `values`, what they are held against in each period.
    """
    book = shelf.book(setting.version)
    order = sorted(book.inside(asked.level, None), key=lambda name: (query.danish_order(book.names[name]), name))
    return barometer_summary.verdicts(of_level(setting, asked), order)


@kept
def counts(setting: Setting, asked: Asked) -> dict[str, int]:
    """How many areas of the level have a number, by indicator."""
    return {column.indicator_id: column.shown for column in level_columns(setting, asked)}


@kept
def movements(setting: Setting, asked: Asked) -> Sequence[Movement]:
    return tuple(barometer_summary.movements(shown(setting, asked)))


@kept
def spreads(setting: Setting, asked: Asked) -> Sequence[Spread]:
    """The chosen area's numbers among those of the level, in the order of the instrument. What is only counted, such as
    residents, is not held against a whole country.
    """
    indicators = shelf.facts(setting.version).indicators
    found = barometer_summary.spreads(of_level(setting, asked), asked.area_id, asked.instrument.indicator_ids)
    return tuple(replace(each, held=None) if is_count(each, indicators) else each for each in found)


def is_count(spread: Spread, indicators: Mapping[str, Indicator]) -> bool:
    return indicators[spread.cell.indicator_id].unit == "count"
