"""Succeskriterier: which are met, which are not, which have no project, and what each status rests on."""

import streamlit

from dashboard import selection, show_criteria

choice = selection.current()
streamlit.title(choice.words("Succeskriterier"), anchor=False)
show_criteria.page(choice)
