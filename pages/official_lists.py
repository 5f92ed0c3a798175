"""Officielle lister: how near each area was to another answer, and by which rule."""

import streamlit

from dashboard.official_lists import page
from dashboard.selection import bar
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Officielle lister"), anchor=False)
bar.unused(choice)
page.view(choice)
