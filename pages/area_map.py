"""Områdekort: an indicator on the map of Denmark, one area's card, and the same numbers as a table."""

import streamlit

from dashboard import selection, show_atlas, store

choice = selection.current()
known = store.book(choice.version)

streamlit.title(choice.words("Områdekort"), anchor=False)
show_atlas.view(choice, known, show_atlas.filters(choice, known))
