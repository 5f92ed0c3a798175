"""The same map by four routes, chosen in the address: ?route=floor|element|folium|folium_by_address.

The button steps to the next period. `floor` draws no map: what Streamlit itself costs.
"""

from __future__ import annotations

import gzip
import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

import folium
import streamlit
from branca.element import MacroElement
from jinja2 import Template
from streamlit_folium import st_folium

from dashboard.area_map import colouring, element_data
from dashboard.area_map import element as show_map
from dashboard.i18n.words import Words
from dashboard.ui import assets
from data.contracts import Direction, Indicator
from tests.browser.apps.area_map.files import PERIODS
from tests.records import record

INDICATOR = record(
    Indicator,
    name="Indikator",
    unit="per_1000",
    decimals=1,
    direction=Direction.LOW_IS_GOOD,
    class_breaks="[10, 20, 30, 40]",
)
SCALE = colouring.colouring(colouring.NUMBER, INDICATOR, Words("da"))
LEVEL = "municipality"


@lru_cache
def file(name: str) -> dict[str, Any]:
    return json.loads(gzip.decompress((Path(os.environ["MAP_FILES"]) / f"{name}.json.gz").read_bytes()))


def colours(at: int) -> dict[str, str]:
    areas = file("values-second")["levels"][LEVEL]["areas"]
    values = {area_id: series["v"][at] for area_id, series in areas.items()}
    return {area_id: "#ffffff" if value is None else SCALE.colour(value) for area_id, value in values.items()}


class AreasByAddress(MacroElement):
    """What folium lacks: geometry fetched by the browser itself, each area kept under its id for a later restyling."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        fetch({{ this.address|tojson }}).then((answer) => answer.json()).then((collection) => {
            window.areas = {}
            L.geoJSON(collection, {
                style: (feature) => ({fillOpacity: 1, weight: 1, fillColor: (window.fills ?? {})[feature.id]}),
                onEachFeature: (feature, layer) => { window.areas[feature.id] = layer },
            }).addTo({{ this._parent.get_name() }})
        })
        {% endmacro %}
        """
    )

    def __init__(self, address: str) -> None:
        super().__init__()
        self.address = address


class Restyle(MacroElement):
    """The small element that follows each choice: nothing but a colour an area."""

    _template = Template(
        """
        {% macro script(this, kwargs) %}
        window.fills = {{ this.fills|tojson }}
        for (const [id, fillColor] of Object.entries(window.fills)) (window.areas ?? {})[id]?.setStyle({fillColor})
        {% endmacro %}
        """
    )

    def __init__(self, fills: dict[str, str]) -> None:
        super().__init__()
        self.fills = fills


def folium_map() -> folium.Map:
    made = folium.Map(location=(56.1, 10.5), zoom_start=7, tiles=None)
    made.default_js = [("leaflet", assets.url("vendor/leaflet/leaflet.js"))]
    made.default_css = [("leaflet", assets.url("vendor/leaflet/leaflet.css"))]
    return made


def show(route: str, at: int) -> None:
    if route == "element":
        data = element_data.for_browser(
            Words("da"),
            sentences={},
            sources={},
            files=element_data.Files(
                "/filer/catalogue.json",
                "/filer/geometry-{level}.json",
                "/filer/values-{indicator}.json",
                "/filer/background.json",
                "/filer/marks.json",
            ),
            choice={"indikator": "second", "niveau": LEVEL, "aar": PERIODS[at], "farver": colouring.NUMBER},
            address=streamlit.query_params.to_dict(),
        )
        show_map.area_map(data, "map")
    elif route == "folium":
        fills = colours(at)
        group = folium.FeatureGroup(name="areas")
        folium.GeoJson(
            file(f"geometry-{LEVEL}"),
            style_function=lambda area: {"fillColor": fills.get(area["id"], "#ffffff"), "fillOpacity": 1, "weight": 1},
        ).add_to(group)
        st_folium(folium_map(), key="map", feature_group_to_add=group, returned_objects=["last_object_clicked"])
    elif route == "folium_by_address":
        made, group = folium_map(), folium.FeatureGroup(name="fills")
        AreasByAddress(f"/filer/geometry-{LEVEL}.json").add_to(made)
        Restyle(colours(at)).add_to(group)
        st_folium(made, key="map", feature_group_to_add=group, returned_objects=["last_object_clicked"])


at = streamlit.session_state.setdefault("at", 0)
if streamlit.button("Næste"):
    at = streamlit.session_state.at = (at + 1) % len(PERIODS)
show(streamlit.query_params.get("route", "element"), at)
streamlit.text(f"Periode {PERIODS[at]}")
