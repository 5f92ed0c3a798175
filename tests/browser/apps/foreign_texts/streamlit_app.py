"""A page of foreign texts, started as the product is."""

from pathlib import Path

import streamlit

app = streamlit.App(Path(__file__).with_name("page.py"))
