"""The map element with the choices a page would make; the area stands in the address, as in the product."""

from __future__ import annotations

import streamlit

from dashboard import maps, show_map
from dashboard.words import Words

words = Words("da")
streamlit.set_page_config(layout="wide")


def choose(area_id: str | None) -> None:
    if area_id:
        streamlit.query_params["omraade"] = area_id
    else:
        streamlit.query_params.pop("omraade", None)


with streamlit.container(horizontal=True):
    indicator = streamlit.selectbox("Indikator", ["first", "second", "missing"])
    period = streamlit.selectbox("Periode", ["2015", "2016-2018", "2019"])
    level = streamlit.selectbox("Niveau", ["municipality", "housing_area"])
    overlay = streamlit.toggle("Boligområder")
    projector = streamlit.toggle("Projektor")

streamlit.button("Find", on_click=lambda: choose("housing_area_001"))
show_map.area_map(
    maps.element_data(
        maps.Scale(f"Indikator {indicator}", "pr. 1.000", 1, (10.0, 20.0, 30.0, 40.0)),
        words,
        level=level,
        period=period,
        geometry=f"/filer/geometry-{level}.json",
        values=f"/filer/values-{indicator}.json",
        background="/filer/background.json",
        overlay="/filer/geometry-housing_area.json" if overlay and level == "municipality" else None,
        selected=streamlit.query_params.get("omraade"),
        listed=["housing_area_001", "municipality_002"],
        listed_label="Listen 2019",
        source="Kilde: prøvetal",
        projector=projector,
    ),
    key="map",
    on_area_change=choose,
)
streamlit.text(f"Valgt: {streamlit.query_params.get('omraade', 'intet')}")
