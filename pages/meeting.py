"""Møde: the agenda of views, built, kept, shared and started; a running meeting shows its spoken items here."""

import streamlit

from dashboard.meeting import page, takeaway
from dashboard.ui import address

choice = address.current()
streamlit.title(choice.words("Møde"), anchor=False)
if choice.has_controls:
    takeaway.view(choice, page.view(choice))
