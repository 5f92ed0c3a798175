"""What a map is of, an indicator or an official list: what is drawn, told and filed of either."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import pandas

from dashboard.area_map import caption as captions
from dashboard.area_map import colouring, standalone, standing, twin
from dashboard.area_map.caption import Caption
from dashboard.area_map.choices import MapChoice
from dashboard.area_map.colouring import Colouring
from dashboard.area_map.standalone import Reading
from dashboard.areas.atlas import Atlas
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.lists import Series
from data.versions import Version
from geo.features import Feature


@dataclass(frozen=True)
class Subject:
    """`name` is the catalogue's id of it; `readings` are those of some areas in a period, `table` that of the map."""

    name: str
    unit: str
    colouring: Colouring
    caption: Caption
    readings: Callable[[Iterable[Feature], str], dict[str, Reading]]
    table: Callable[[], tuple[pandas.DataFrame, list[Column]]]


def subject(version: Version, atlas: Atlas, chosen: MapChoice, words: Words) -> Subject:
    """What the map is of that a reader has chosen."""
    if chosen.series:
        return of_list(atlas, chosen.series, chosen.period, words)
    indicator = atlas.indicators[chosen.indicator_id]
    coloured = colouring.colouring(chosen.mode, indicator, words)
    return Subject(
        chosen.indicator_id,
        words(UNITS[indicator.unit].after_numbers),
        coloured,
        captions.caption(version, chosen.indicator_id, chosen.level, chosen.within, chosen.times.base, words.language),
        lambda areas, period: standalone.read(areas, twin.shown(atlas, chosen, period), indicator, coloured, words),
        lambda: twin.table(atlas, chosen, words),
    )


def of_list(atlas: Atlas, series: Series, period: str, words: Words) -> Subject:
    return Subject(
        standing.PREFIX + series.kind,
        "",
        standing.colouring(series, words),
        standing.caption(atlas, series, words),
        lambda areas, period: standing.readings(areas, series.at(period), words),
        lambda: standing.table(atlas, series.at(period), words),
    )
