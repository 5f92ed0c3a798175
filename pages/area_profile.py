"""Områdeprofil: an area's numbers beside municipality and country, its lists and projects, and who works there."""

import streamlit

from dashboard import profile, selection, show_profile, store

choice = selection.current()
known = {name: store.table(choice.version, name) for name in profile.TABLES}
heading = streamlit.empty()
area_id = show_profile.chosen_area(choice)
if area_id is None:
    show_profile.none_chosen(choice, heading)
else:
    show_profile.view(choice, profile.Profile(area_id, known, choice.words), heading)
