"""Handlingskort: what teams have agreed to do, what is late, and what was sent up and decided."""

import streamlit

from dashboard.action_cards import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Handlingskort"), anchor=False)
page.view(choice)
