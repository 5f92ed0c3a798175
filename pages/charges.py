"""Sigtede og sigtelser: groups against their controls and the country, the effect, single areas, municipalities."""

import streamlit

from dashboard.charges import page
from dashboard.ui import address, page_top

choice = address.current()
streamlit.title(choice.words("Sigtede og sigtelser"), anchor=False)
material = page.chosen_material(choice)
sections = [page.groups, page.municipalities]
with page_top.contents(choice):
    for section in reversed(sections) if "kommune" in address.query_params() else sections:  # what was asked for first
        section(choice, material)
