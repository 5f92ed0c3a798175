"""Succeskriterier: which are met, which are not, which have no project, and what each status rests on."""

import streamlit

from dashboard.criteria import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Succeskriterier"), anchor=False)
page.page(choice)
