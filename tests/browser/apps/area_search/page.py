"""The search element on a page that keeps the choice in the address: once to find an area, once to add one."""

from __future__ import annotations

from types import SimpleNamespace

import streamlit

from dashboard.areas import shelf
from dashboard.i18n.words import Words
from dashboard.ui import area_search
from tests.browser.apps.area_search.files import AREAS
from tests.levels import OWN_LEVELS

shelf.book = lambda _version: SimpleNamespace(area_levels=OWN_LEVELS)  # there is no prepared version here
NAMES = {area[0]: area[1] for area in AREAS}
version = SimpleNamespace(dataset="proeve", name="1", path=lambda _name: None)
choice = SimpleNamespace(version=version, words=Words("da"), has_controls=True)
area = streamlit.query_params.get("omraade", "")
added = [area_id for area_id in streamlit.query_params.get("omraader", "").split(",") if area_id]

streamlit.set_page_config(layout="wide")
streamlit.title("Søgning")
area_search.area_search(
    choice,
    key="find",
    label="Find et område",
    value=NAMES.get(area, ""),
    placeholder="Skriv et navn",
    on_choose=lambda area_id: streamlit.query_params.update(omraade=area_id),
)
area_search.area_search(
    choice,
    key="add",
    label="Tilføj et område",
    left_out=["danmark", *added],
    on_choose=lambda area_id: streamlit.query_params.update(omraader=",".join([*added, area_id])),
)
streamlit.text(f"Fundet: {area or 'intet'}")
streamlit.text(f"Tilføjet: {', '.join(added) or 'intet'}")
