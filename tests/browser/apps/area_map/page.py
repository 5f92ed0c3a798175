"""The map element with the choices a page would make; what a reader chooses in it stands in the address."""

from __future__ import annotations

import streamlit

from dashboard import colouring, maps, show_map
from dashboard.words import Words

ASKED = streamlit.query_params
words = Words("da")
streamlit.set_page_config(layout="wide")


def choose(changes: dict[str, str | None]) -> None:
    ASKED.from_dict({name: value for name, value in {**ASKED.to_dict(), **changes}.items() if value is not None})


def indicator(name: str) -> dict[str, object]:
    return {
        "name_da": f"Indikator {name}", "unit": "per_1000", "decimals": 1, "direction": "low_is_good",
        "class_breaks": "[10, 20, 30, 40]", "change_breaks": "[-10, -2, 2, 10]",
    }


with streamlit.container(horizontal=True):
    name = streamlit.selectbox("Indikator", ["first", "second", "missing"])
    period = streamlit.selectbox("Periode", ["2015", "2016-2018", "2019"], disabled="aar" in ASKED)
    level = streamlit.selectbox("Niveau", ["municipality", "housing_area"])
    overlay = streamlit.toggle("Boligområder")
    projector = streamlit.toggle("Projektor")
    tiled = streamlit.toggle("Baggrundskort")

streamlit.button("Find", on_click=lambda: choose({"omraade": "housing_area_001"}))
modes = [colouring.NUMBER, colouring.COUNTRY, colouring.CHANGE]
periods = ["2015", "2016-2018", "2019"]
show_map.area_map(
    maps.element_data(
        indicator(name), [colouring.colouring(mode, indicator(name), words) for mode in modes], words,
        files=maps.Files(
            geometry=f"/filer/geometry-{level}.json", values=f"/filer/values-{name}.json",
            background="/filer/background.json", marks="/filer/marks.json",
            overlay="/filer/geometry-housing_area.json" if overlay and level == "municipality" else None,
        ),
        level=level,
        choice={
            "aar": ASKED.get("aar", period), "farver": ASKED.get("farver", "tal"), "fra": ASKED.get("fra"),
            "delt": ASKED.get("delt"), "omraade": ASKED.get("omraade"), "inden_for": ASKED.get("inden_for"),
        },
        sentences={mode: {own: f"Sætning om {mode} i {own}." for own in periods} for mode in modes},
        sources={own: f"Kilde: prøvetal {own}." for own in periods},
        boundaries="Grænser fra 2021.",
        signs=[{"id": "lists:list_2019", "sign": "L19", "label": "Listen 2019", "list": True, "complete": True}],
        lines=[{"id": "lines", "label": "Linjer", "dash": True, "url": "/filer/geometry-lines.json"}],
        tiles={"url": "/fliser/{z}/{x}/{y}", "attribution": "Fliser: prøve", "max_zoom": 10} if tiled else None,
        crumbs=[{"id": None, "name": "Hele landet"}, {"id": "region_1", "name": "Region 1"}]
        if "inden_for" in ASKED else [],
        about={"area": ASKED.get("omraade"), "facts": ["En kendsgerning."],
               "links": [{"label": "Åbn områdeprofilen", "page": "omraade", "changes": {"kommune": "x"}}],
               "drill": [{"label": "Vis det mindre", "changes": {"inden_for": "region_1", "omraade": None}}]},
        projector=projector,
    ),
    key="map",
    on_choice=choose,
)
streamlit.text(f"Valgt: {ASKED.get('omraade', 'intet')}")
streamlit.text(f"Valg: {sorted(ASKED.to_dict().items())}")
