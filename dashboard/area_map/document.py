"""The map in a document: a view whose picture is drawn on the server."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from dashboard import store
from dashboard.area_map import colouring, element_data, layers, pictures, standalone, twin
from dashboard.area_map.caption import Caption, boundaries
from dashboard.area_map.choices import MapChoice
from dashboard.area_map.colouring import Colouring
from dashboard.area_map.periods import as_text
from dashboard.areas.atlas import Atlas
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import Words
from dashboard.views.view import View
from data.contracts import Level
from data.versions import Version

OVERLAID = (Level.REGION, Level.MUNICIPALITY)  # levels on which the housing areas lie as marks


def view(version: Version, atlas: Atlas, chosen: MapChoice, told: Caption, words: Words) -> View:
    """The map as a view of a document: a picture for the map, and its table."""
    coloured = colouring.colouring(chosen.mode, atlas.indicators[chosen.indicator_id], words)
    rows, columns = twin.table(atlas, chosen, words)
    notes = (told.source(chosen.period), boundaries(atlas, chosen.level, words))
    source, sentence = " ".join(filter(None, notes)), told.sentence(chosen.mode, chosen.period)
    return View(
        title=f"{coloured.title}, {chosen.period_text(words)}",
        key="kort",
        sentence=sentence,
        table=rows,
        columns=columns,
        source=source,
        alt=f"{coloured.title}. {sentence}",
        picture=lambda: pictures.png(sheet(version, atlas, chosen, coloured, source, words)),
    )


def sheet(
    version: Version, atlas: Atlas, chosen: MapChoice, coloured: Colouring, source: str, words: Words
) -> pictures.Sheet:
    """What the picture of the map is drawn from: the same files, rows and words as the map in the browser."""
    indicator = atlas.indicators[chosen.indicator_id]
    geometry, marks = store.web_json(version, f"geometry-{chosen.level}"), store.web_json(version, "marks")
    maps = sides(geometry, atlas, chosen, coloured, words)
    return pictures.Sheet(
        title=coloured.title,
        unit=words(UNITS[indicator.unit].after_numbers),
        colouring=coloured,
        sides=maps,
        missing=element_data.unclassed(words),
        geometry=geometry,
        background=store.web_json(version, "background"),
        lines={layer.label: store.web_json(version, layer.file) for layer in chosen.drawn_lines(words)},
        signs={(layer.sign, layer.label): layers.marked(layer, marks) for layer in chosen.layers if layer.sign},
        places=places(version, chosen.level),
        chosen=chosen.area_id,
        has_spots=chosen.level == Level.HOUSING_AREA,
        notes=[*stand_in_notes(maps, words), source],
    )


def sides(
    geometry: Mapping[str, Any], atlas: Atlas, chosen: MapChoice, coloured: Colouring, words: Words
) -> list[pictures.Side]:
    """The periods of the map with their headings: two side by side where the reader has split it."""
    headings = [(chosen.period, chosen.period_text(words))]
    if chosen.times.base and chosen.times.split:
        headings = [(period, as_text(period, words)) for period in (chosen.times.base, chosen.period)]
    indicator = atlas.indicators[chosen.indicator_id]
    return [
        pictures.Side(heading, standalone.read(geometry, twin.shown(atlas, chosen, period), indicator, coloured, words))
        for period, heading in headings
    ]


def places(version: Version, level: Level) -> dict[str, BaseGeometry]:
    """Where the housing areas lie that are marks on a level of larger areas."""
    if level not in OVERLAID:
        return {}
    estates = store.web_json(version, f"geometry-{Level.HOUSING_AREA}")
    return {feature["id"]: shape(feature["geometry"]) for feature in estates["features"]}


def stand_in_notes(maps: Sequence[pictures.Side], words: Words) -> list[str]:
    """What dashes mean, where any area is a stand-in."""
    is_drawn = any(reading.kind == "stand_in" for side in maps for reading in side.readings.values())
    return [words("Stiplet: {text}", text=words(element_data.STAND_IN))] if is_drawn else []
