"""Møde: the agenda of views, built, kept, shared and started; a running meeting shows its spoken items here."""

import streamlit

from dashboard import selection, show_meeting, show_takeaway

choice = selection.current()
streamlit.title(choice.words("Møde"), anchor=False)
if choice.has_controls:
    show_takeaway.view(choice, show_meeting.view(choice))
