"""The map in a document: a view whose picture is drawn on the server."""

from __future__ import annotations

from collections.abc import Sequence

from shapely.geometry.base import BaseGeometry

from dashboard import store
from dashboard.area_map import element_data, layers, pictures
from dashboard.area_map.caption import boundaries
from dashboard.area_map.choices import MapChoice
from dashboard.area_map.periods import as_text
from dashboard.area_map.subject import Subject
from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import Words
from dashboard.views.view import View
from data.contracts import Level
from data.versions import Version
from geo.features import Feature


def view(version: Version, atlas: Atlas, chosen: MapChoice, shown: Subject, words: Words) -> View:
    """The map as a view of a document: a picture for the map, and its table."""
    title, told = shown.colouring.title, shown.caption
    rows, columns = shown.table()
    notes = (told.source(chosen.period), boundaries(atlas, chosen.level, words))
    source, sentence = " ".join(filter(None, notes)), told.sentence(chosen.mode, chosen.period)
    return View(
        title=f"{title}, {chosen.period_text(words)}",
        key="kort",
        sentence=sentence,
        table=rows,
        columns=columns,
        source=source,
        alt=f"{title}. {sentence}",
        picture=lambda: pictures.picture(drawing(version, atlas, chosen, shown, source, words)),
    )


def drawing(
    version: Version, atlas: Atlas, chosen: MapChoice, shown: Subject, source: str, words: Words
) -> pictures.Drawing:
    """What the picture of the map is drawn from: the same files, rows and words as the map in the browser."""
    areas, marks = store.features(version, f"geometry-{chosen.level}"), store.web_json(version, "marks")
    maps, lines = sides(areas, chosen, shown, words), chosen.drawn_lines(atlas.area_levels, words)
    return pictures.Drawing(
        title=shown.colouring.title,
        unit=shown.unit,
        colouring=shown.colouring,
        sides=maps,
        missing=element_data.unclassed(words),
        areas=areas,
        background=store.features(version, "background"),
        lines={layer.label: store.features(version, layer.file) for layer in lines},
        signs={(layer.sign, layer.label): layers.marked(layer, marks) for layer in chosen.layers if layer.sign},
        places=places(version, atlas, chosen.level),
        chosen=chosen.area_id,
        has_spots=atlas.area_levels[chosen.level].kind is Level.HOUSING_AREA,
        notes=[*stand_in_notes(maps, words), source],
    )


def sides(areas: Sequence[Feature], chosen: MapChoice, shown: Subject, words: Words) -> list[pictures.Side]:
    """The periods of the map with their headings: two side by side where the reader has split it."""
    headings = [(chosen.period, chosen.period_text(words))]
    if chosen.times.base and chosen.times.split:
        headings = [(period, as_text(period, words)) for period in (chosen.times.base, chosen.period)]
    return [pictures.Side(heading, shown.readings(areas, period)) for period, heading in headings]


def places(version: Version, atlas: Atlas, level: str) -> dict[str, BaseGeometry]:
    """Where the housing areas lie that are marks on a level of larger areas."""
    if level not in atlas.area_levels.overlaid:
        return {}
    estates = store.features(version, f"geometry-{atlas.area_levels.marked}")
    return {feature.id: feature.shape for feature in estates}


def stand_in_notes(maps: Sequence[pictures.Side], words: Words) -> list[str]:
    """What dashes mean, where any area is a stand-in or a ring around buildings."""
    drawn = {reading.kind for side in maps for reading in side.readings.values() if not reading.shape}
    return [
        words("Stiplet: {text}", text=words(text)) for kind, text in element_data.UNOFFICIAL.items() if kind in drawn
    ]
