"""Sigtede og sigtelser: groups against their controls and the country, the effect, single areas, municipalities."""

import streamlit

from dashboard import selection, show_charges

choice = selection.current()
streamlit.title(choice.words("Sigtede og sigtelser"), anchor=False)
material = show_charges.material(choice)
sections = [show_charges.groups, show_charges.municipalities]
for section in reversed(sections) if "kommune" in selection.query_params() else sections:  # what was asked for first
    section(choice, material)
