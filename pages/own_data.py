"""Egne data: an office hands its figures in and publishes them. Only where a setting says so."""

import streamlit

from dashboard.own_data import page
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Egne data"), anchor=False)
page.view(choice)
