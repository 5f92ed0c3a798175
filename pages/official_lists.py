"""Officielle lister: how near each area was to another answer, and by which rule."""

import streamlit

from dashboard.official_lists import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Officielle lister"), anchor=False)
page.view(choice)
