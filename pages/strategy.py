"""Strategi: from political goal to effort, milestone and success criterion; what is due, has slipped or is missing."""

import streamlit

from dashboard.strategy import filters, page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Strategi"), anchor=False)
page.view(choice, filters.filters(choice))
