"""The barometer as an element of the page: the one place where the browser's part and Streamlit meet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit

from dashboard.ui import assets

_element = streamlit.components.v2.component("barometer", js=assets.LOADER)


def barometer(data: Mapping[str, Any], key: str) -> None:
    """Show the barometer, which writes what a reader chooses to the address. `data`: `element_data.for_browser`."""
    _element(key=key, data=dict(data))
