"""Områdeprofil: an area's numbers beside municipality and country, its lists and projects, and who works there."""

import streamlit

from dashboard import store
from dashboard.area_profile import page
from dashboard.area_profile.profile import TABLES, Profile
from dashboard.areas import shelf
from dashboard.ui import address

choice = address.current()
heading = streamlit.empty()
area_id = page.chosen_area(choice)
if area_id is None:
    page.none_chosen(choice, heading)
else:
    tables = {name: store.table(choice.version, name) for name in TABLES}
    profile = Profile(area_id, tables, shelf.book(choice.version), choice.words)
    page.view(choice, profile, heading)
