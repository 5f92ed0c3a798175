"""Områdekort: an indicator on the map of Denmark, one area's card, and the same numbers as a table."""

import streamlit

from dashboard import atlas, selection, show_atlas, store

choice = selection.current()
book = atlas.Atlas(**{name: store.table(choice.version, name) for name in atlas.TABLES})

streamlit.title(choice.words("Områdekort"), anchor=False)
show_atlas.view(choice, book, show_atlas.filters(choice, book))
