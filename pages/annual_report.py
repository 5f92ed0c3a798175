"""Boligsocial årsrapport: every housing department against its municipality, the non-profit sector and the rest."""

import streamlit

from dashboard.annual_report import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Boligsocial årsrapport"), anchor=False)
page.view(choice)
