"""Bybarometer: areas and indicators by theme, held against a reference, and one area's numbers on a spine."""

import streamlit

from dashboard.barometer import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Bybarometer"), anchor=False)
page.view(choice)
