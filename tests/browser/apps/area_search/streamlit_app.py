"""The search element alone, started as the product is."""

from pathlib import Path

import streamlit
from starlette.routing import Route

from dashboard.web.files import own_file
from tests.browser.apps.area_map.server import MIDDLEWARE, map_file

ROUTES = [Route("/filer/proeve/1/{name}.json", map_file), Route("/statisk/{version}/{name:path}", own_file)]
app = streamlit.App(Path(__file__).with_name("page.py"), routes=ROUTES, middleware=MIDDLEWARE)
