"""Områdeprofil: an area's numbers beside municipality and country, its lists and projects, and who works there."""

import streamlit

from dashboard import store
from dashboard.area_profile import page, profile
from dashboard.areas import shelf
from dashboard.ui import address

choice = address.current()
heading = streamlit.empty()
area_id = page.chosen_area(choice)
if area_id is None:
    page.none_chosen(choice, heading)
else:
    known = {name: store.table(choice.version, name) for name in profile.TABLES}
    own = profile.Profile(area_id, known, shelf.book(choice.version), choice.words)
    page.view(choice, own, heading)
