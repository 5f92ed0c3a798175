"""Projektbank: every project with its goal, area, period and status, and one project on one sheet."""

import streamlit

from dashboard import selection, show_projects

choice = selection.current()
if choice.has_controls:
    streamlit.title(choice.words("Projektbank"), anchor=False)
show_projects.view(choice, show_projects.bank(choice))
