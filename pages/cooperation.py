"""Samarbejde: who decides what, who meets how often, and which recommendations are followed."""

import streamlit

from dashboard.cooperation import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Samarbejde"), anchor=False)
page.view(choice)
