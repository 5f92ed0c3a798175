"""Sammenlign områder: up to six areas beside each other and the country, and the areas that are like the first."""

import streamlit

from dashboard import selection, show_compare, store

choice = selection.current()
book = store.book(choice.version)

streamlit.title(choice.words("Sammenlign områder"), anchor=False)
show_compare.view(choice, book, show_compare.chosen(choice, book))
