"""The server entry, an ASGI application: `uvicorn streamlit_app:app`. The user interface itself is `dashboard/app.py`.

`streamlit run streamlit_app.py` starts it too, but leaves the kernel's delay of small packets on (Nagle), so that each
of the hundred files of a first visit waits some 40 ms for an acknowledgement.
"""

from pathlib import Path

import streamlit

from dashboard.web import server

app = streamlit.App(
    Path(__file__).parent / "dashboard" / "app.py",
    routes=server.ROUTES,
    middleware=server.MIDDLEWARE,
    on_script_error=server.on_script_error,
    exception_handlers=server.EXCEPTION_HANDLERS,
)
