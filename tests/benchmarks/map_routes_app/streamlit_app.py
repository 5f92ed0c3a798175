"""The page of the map benchmark; MAP_STRICT=0 leaves the security policy out."""

import os
from pathlib import Path

import streamlit

from tests.browser.apps.area_map.server import MIDDLEWARE, ROUTES

strict = os.environ.get("MAP_STRICT") != "0"
app = streamlit.App(Path(__file__).with_name("page.py"), routes=ROUTES, middleware=MIDDLEWARE if strict else [])
