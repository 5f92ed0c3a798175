"""Områdekort: an indicator on the map of Denmark, one area's card, and the same numbers as a table."""

import streamlit

from dashboard.area_map import page
from dashboard.areas import shelf
from dashboard.ui import address

choice = address.current()
atlas = shelf.book(choice.version)

streamlit.title(choice.words("Områdekort"), anchor=False)
page.view(choice, atlas, page.filters(choice, atlas))
