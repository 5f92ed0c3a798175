"""Områdeprofil: an area's numbers beside municipality and country, its lists and projects, and who works there."""

import streamlit

from dashboard import area_profile, selection, show_profile, store

choice = selection.current()
heading = streamlit.empty()
area_id = show_profile.chosen_area(choice)
if area_id is None:
    show_profile.none_chosen(choice, heading)
else:
    known = {name: store.table(choice.version, name) for name in area_profile.TABLES}
    own = area_profile.Profile(area_id, known, store.book(choice.version), choice.words)
    show_profile.view(choice, own, heading)
