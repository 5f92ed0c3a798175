"""The map as a table: what it shows of every area of its level."""

from __future__ import annotations

from collections.abc import Iterable

import pandas

from dashboard.area_map import sentences
from dashboard.area_map.choices import MapChoice
from dashboard.area_map.numbers import Number, changed_numbers, numbers
from dashboard.area_map.periods import as_text
from dashboard.areas.atlas import Atlas
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import tables
from dashboard.views.tables import Column
from data.contracts import Observation

CHANGES = ["before", "after", "value", "low", "high", "status", "verdict"]


def shown(atlas: Atlas, chosen: MapChoice, period: str | None = None) -> list[Number]:
    """What the map shows of every area of the level, by name, in the chosen period or another."""

    def values(period: str) -> list[Observation]:
        return atlas.values(chosen.indicator_id, chosen.level, period, chosen.within)

    after = values(period or chosen.period)
    return numbers(after) if chosen.changed_since is None else changed_numbers(values(chosen.changed_since), after)


def table(atlas: Atlas, chosen: MapChoice, words: Words) -> tuple[pandas.DataFrame, list[Column]]:
    """What the map shows as a table: the columns of `tables.observation_table` and `code`, the official code of each
    area's municipality; for a change those of `changes` too.
    """
    indicator, found = atlas.indicators[chosen.indicator_id], shown(atlas, chosen)
    unit = words(labels.UNITS[indicator.unit])
    observations = (number.observation for number in found)
    rows = tables.observation_table(observations, atlas.names, atlas.sources, words)
    rows["code"] = [atlas.areas[number.area_id].municipality_code for number in found]
    if chosen.changed_since is None:
        return rows, tables.observation_columns(unit, indicator.decimals, words)
    before, after = (as_text(period, words) for period in (chosen.changed_since, chosen.period))
    columns = tables.change_columns(unit, indicator.decimals, before, after, words)
    return rows.assign(**changes(found, words)), columns


def changes(found: Iterable[Number], words: Words) -> pandas.DataFrame:
    """The columns `CHANGES` of what the map shows, in the indicator's unit: `status` says why there is no change."""
    return pandas.DataFrame([change_row(number, words) for number in found], columns=CHANGES)


def change_row(number: Number, words: Words) -> tuple[str | float | None, ...]:
    change = number.change
    if change is None:
        return None, None, None, None, None, number.status, ""
    verdict = sentences.verdict(change.low, change.high, words)
    return change.before, change.after, change.value, change.low, change.high, number.status, verdict
