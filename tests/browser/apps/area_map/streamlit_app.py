"""The map element alone, started as the product is."""

from pathlib import Path

import streamlit

from tests.browser.apps.area_map.server import MIDDLEWARE, ROUTES

app = streamlit.App(Path(__file__).with_name("page.py"), routes=ROUTES, middleware=MIDDLEWARE)
