"""Områdekort: an indicator on the map of Denmark, one area's card, and the same numbers as a table."""

import streamlit

from dashboard.area_map import page
from dashboard.areas import shelf
from dashboard.selection import bar
from dashboard.ui import address

choice = address.current()
atlas = shelf.book(choice.version)

with streamlit.container(horizontal=True, vertical_alignment="center", key="map-head"):
    place = streamlit.empty()
    chosen = page.filters(choice, atlas)
    place.title(page.heading(choice, atlas, chosen), anchor=False, width="content")
bar.unused(choice)
page.view(choice, atlas, chosen)
