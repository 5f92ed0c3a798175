"""Forankring: what becomes of the efforts when their money ends."""

import streamlit

from dashboard.anchoring import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Forankring"), anchor=False)
page.view(choice)
