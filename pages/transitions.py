"""Overgange: the meetings on the way to adulthood, what came of them, and what the model takes."""

import streamlit

from dashboard.transitions import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Overgange"), anchor=False)
page.view(choice)
