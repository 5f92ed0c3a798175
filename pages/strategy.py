"""Strategi: from political goal to effort, milestone and success criterion; what is due, has slipped or is missing."""

import streamlit

from dashboard import selection, show_strategy

choice = selection.current()
streamlit.title(choice.words("Strategi"), anchor=False)
show_strategy.view(choice, show_strategy.filters(choice))
