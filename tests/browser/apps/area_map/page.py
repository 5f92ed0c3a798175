"""The map element with the choices a page would make; what a reader chooses in it stands in the address."""

from __future__ import annotations

import streamlit

from dashboard.area_map import element as show_map
from dashboard.area_map import element_data
from dashboard.i18n.words import Words
from tests.browser.apps.area_map.files import MODES, PERIODS

ASKED = streamlit.query_params
words = Words("da")
streamlit.set_page_config(layout="wide")


def choose(changes: dict[str, str | None]) -> None:
    ASKED.from_dict({name: value for name, value in {**ASKED.to_dict(), **changes}.items() if value is not None})


with streamlit.container(horizontal=True):
    overlay = streamlit.toggle("Boligområder")
    projector = streamlit.toggle("Projektor")
    tiled = streamlit.toggle("Baggrundskort")

streamlit.button("Find", on_click=lambda: choose({"omraade": "housing_area_001"}))
show_map.area_map(
    element_data.for_browser(
        words,
        files=element_data.Files(
            "/filer/catalogue.json",
            "/filer/geometry-{level}.json",
            "/filer/values-{indicator}.json",
            "/filer/background.json",
            "/filer/marks.json",
        ),
        address=ASKED.to_dict(),
        layers=[{"id": "list_2019", "label": "Listen 2019"}, {"id": "sogne", "label": "Sogne"}],
        overlaid=["municipality"] if overlay else [],
        marked="housing_area",
        choice={
            "indikator": ASKED.get("indikator", "first"),
            "niveau": ASKED.get("niveau", "municipality"),
            "aar": ASKED.get("aar", "2015"),
            "farver": ASKED.get("farver", "tal"),
            "fra": ASKED.get("fra"),
            "delt": ASKED.get("delt"),
            "omraade": ASKED.get("omraade"),
            "inden_for": ASKED.get("inden_for"),
            "lag": ASKED.get("lag"),
        },
        sentences={mode: {own: f"Sætning om {mode} i {own}." for own in PERIODS} for mode in MODES},
        sources={own: f"Kilde: prøvetal {own}." for own in PERIODS},
        boundaries="Grænser fra 2021.",
        signs=[{"id": "lists:list_2019", "sign": "L19", "label": "Listen 2019", "list": True, "complete": True}],
        lines=[{"id": "lines", "label": "Linjer", "dash": True, "url": "/filer/geometry-lines.json"}],
        tiles={"url": "/fliser/{z}/{x}/{y}", "attribution": "Fliser: prøve", "max_zoom": 10} if tiled else None,
        crumbs=[{"id": None, "name": "Hele landet"}, {"id": "region_1", "name": "Region 1"}]
        if "inden_for" in ASKED
        else [],
        about={
            "area": ASKED.get("omraade"),
            "facts": ["En kendsgerning."],
            "links": [{"label": "Åbn områdeprofilen", "page": "omraade", "changes": {"kommune": "x"}}],
            "drill": [{"label": "Vis det mindre", "changes": {"inden_for": "region_1", "omraade": None}}],
        },
        projector=projector,
    ),
    key="map",
)
streamlit.text(f"Valgt: {ASKED.get('omraade', 'intet')}")
streamlit.text(f"Valg: {sorted(ASKED.to_dict().items())}")
