"""The server entry: `streamlit run streamlit_app.py`. The user interface itself is `dashboard/app.py`."""

from pathlib import Path

import streamlit

from dashboard import server

app = streamlit.App(
    Path(__file__).parent / "dashboard" / "app.py",
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
    on_script_error=server.on_script_error,
)
