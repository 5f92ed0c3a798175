"""Sammenlign områder: up to six areas beside each other and the country, and the areas that are like the first."""

import streamlit

from dashboard.areas import shelf
from dashboard.compare import page
from dashboard.ui import address

choice = address.current()
book = shelf.book(choice.version)

streamlit.title(choice.words("Sammenlign områder"), anchor=False)
page.view(choice, book, page.chosen(choice, book))
