"""Projektbank: every project with its goal, area, period and status, and one project on one sheet."""

import streamlit

from dashboard.projects import page
from dashboard.ui import address

choice = address.current()
if choice.has_controls:
    streamlit.title(choice.words("Projektbank"), anchor=False)
page.view(choice, page.read(choice.setting))
