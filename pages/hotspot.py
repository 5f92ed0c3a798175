"""Hotspottavle: the handbook's checklist, the work by quarter, under and over 18, and the hotspot areas."""

import streamlit

from dashboard.hotspot import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Hotspottavle"), anchor=False)
page.view(choice)
