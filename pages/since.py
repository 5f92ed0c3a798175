"""Siden sidst: what moved since a date, a meeting, a report or a version of the data?"""

import streamlit

from dashboard.since import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Siden sidst"), anchor=False)
page.view(choice)
