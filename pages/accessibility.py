"""Tilgængelighed: the statement that the law asks of a public site."""

import streamlit

from dashboard.accessibility import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Tilgængelighedserklæring"), anchor=False)
page.view(choice)
