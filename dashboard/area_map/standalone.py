"""A map in one HTML file to download: it needs no network and forbids itself any request."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import folium
from folium.utilities import JsCode
from jinja2 import Environment, FileSystemLoader

from dashboard.area_map.colouring import CHANGE, Colouring
from dashboard.area_map.element_data import UNOFFICIAL, texts, unclassed
from dashboard.area_map.numbers import Number
from dashboard.i18n import labels, missing
from dashboard.i18n.words import Words
from dashboard.ui import assets
from data.contracts import Indicator, Status
from geo.features import Feature


def safe(text: object) -> str:
    """Text that stays text wherever folium puts it: in markup, in an attribute, in a script's backtick string."""
    return html.escape(str(text)).translate({ord(sign): f"&#{ord(sign)};" for sign in "`${}"})


_TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True)


_NAME_SHAPE = JsCode("""
    function (feature, layer) {
        layer.on("add", () => {
            const shape = layer.getElement()
            shape.setAttribute("role", "img")
            shape.setAttribute("aria-label", SPOKEN[feature.id])
            shape.tabIndex = 0
        })
    }
""")


@dataclass(frozen=True)
class Reading:
    """What the stand-alone map says about an area."""

    area_id: str
    name: str
    kind: str
    status: str
    text: str
    fill: str
    shape: str = ""


def standalone(
    colouring: Colouring,
    words: Words,
    *,
    areas: Sequence[Feature],
    background: Mapping[str, Any],
    readings: Mapping[str, Reading],
    unit: str,
    period: str,
    sentence: str,
    source: str,
    mark: str = "",
) -> str:
    """One HTML file with map, legend, table and source that needs no network: it forbids itself any request.

    Of the `areas` only those in `readings` are drawn, on the `background`, a GeoJSON collection. `period` is written as
    readers see it, `sentence` says what the map shows, `source` source and date, and `mark` stands above both ("Fiktive
    tal").
    """
    by_name = sorted(readings.values(), key=lambda reading: reading.name)
    statuses = {reading.status for reading in by_name}
    figure = _folium_map(areas, readings, background).get_root()
    assert isinstance(figure, folium.Figure)
    figure.render()
    return _TEMPLATES.get_template("standalone_map.html").render(
        language=words.language,
        title=colouring.title,
        when=", ".join(filter(None, (unit, period))),
        sentence=sentence,
        source=source,
        mark=mark,
        unofficial=[kind for kind in UNOFFICIAL if any(reading.kind == kind for reading in by_name)],
        classes=list(zip(colouring.colours, colouring.labels, strict=True)),
        missing=[entry for status, entry in unclassed(words).items() if status in statuses],
        patterns=missing.WORDS.values(),
        readings=by_name,
        spoken={reading.area_id: f"{reading.name}: {reading.text}" for reading in by_name},
        words={"area": words("Område"), "table": words("Tallene i en tabel"), **texts(words)},
        leaflet_css=_static("vendor/leaflet/leaflet.css"),
        map_css=_static("shared/colours.css") + _static("map/map.css"),
        leaflet_js=_static("vendor/leaflet/leaflet.js").replace("//# sourceMappingURL=leaflet.js.map", ""),
        map_html=figure.html.render(),
        map_script=figure.script.render(),
    )


def _static(name: str) -> str:
    return (assets.FOLDER / name).read_text(encoding="utf-8")


def read(
    areas: Iterable[Feature], numbers: Iterable[Number], indicator: Indicator, colouring: Colouring, words: Words
) -> dict[str, Reading]:
    """What is said of every area that has both a shape and a number, by its id. ValueError when one has two numbers."""
    by_area: dict[str, Number] = {}
    for number in numbers:
        if number.area_id in by_area:
            raise ValueError(f"two numbers for {number.area_id}")
        by_area[number.area_id] = number
    return {
        area.id: reading(area, by_area[area.id], indicator, colouring, words) for area in areas if area.id in by_area
    }


def reading(area: Feature, number: Number, indicator: Indicator, colouring: Colouring, words: Words) -> Reading:
    """What is said of one area."""
    status, place = number.status, None
    if status != Status.SHOWN or number.value is None:
        text = words(missing.WORDS[status].word)
    else:
        place = colouring.place(number.value, number.observation)
        text = labels.quantity(number.value, indicator, words)
        text = f"+{text}" if colouring.mode == CHANGE and number.value > 0 else text
        if colouring.codes:
            status = status if place is not None else missing.NOT_COMPARED.code
            text += f" ({colouring.labels[place] if place is not None else words(missing.NOT_COMPARED.word)})"
    fill = colouring.colours[place] if place is not None else missing.WORDS[status].fill
    return Reading(area.id, area.name, area.kind, status, text, fill)


def _folium_map(areas: Iterable[Feature], readings: Mapping[str, Reading], background: Mapping[str, Any]) -> folium.Map:
    """The map itself. Folium reads what it is given as a template once more, so no text reaches it but `safe` ones."""

    def shape(area: Feature) -> dict[str, Any]:
        reading = readings[area.id]
        tip = f"<strong>{safe(reading.name)}</strong><br>{safe(reading.text)}"
        return {"type": "Feature", "id": area.id, "geometry": area.geometry, "properties": {"tip": tip}}

    def style(feature: Mapping[str, Any]) -> dict[str, Any]:
        reading = readings[feature["id"]]
        return {"fillColor": reading.fill, "fillOpacity": 1, "className": f"area {reading.kind}"}

    made = folium.Map(tiles=None, attributionControl=False, zoomSnap=0.25, min_zoom=5, max_zoom=14)
    land = folium.GeoJson(
        dict(background),
        interactive=False,
        control=False,
        style_function=lambda feature: {"stroke": False, "className": feature["properties"]["kind"]},
    )
    by_name = sorted((area for area in areas if area.id in readings), key=lambda area: area.name)
    shapes = folium.GeoJson(
        {"type": "FeatureCollection", "features": [shape(area) for area in by_name]},
        style_function=style,
        on_each_feature=_NAME_SHAPE,
        marker=folium.CircleMarker(radius=8),
        smooth_factor=0.7,
        tooltip=folium.GeoJsonTooltip(fields=["tip"], labels=False, class_name="tip"),
    )
    for layer in (land, shapes):
        layer.add_to(made)
    corners = [[edge for edge in corner if edge is not None] for corner in shapes.get_bounds()]
    made.fit_bounds(corners, padding=(12, 12))
    return made
