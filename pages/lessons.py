"""Erfaringer: what stopped others and what helped, by theme, and why projects closed."""

import streamlit

from dashboard.lessons import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Erfaringer"), anchor=False)
page.view(choice)
