"""The area map as an element of the page: the one place where the browser's part and Streamlit meet."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit

from dashboard.ui import assets

_element = streamlit.components.v2.component("area_map", js=assets.LOADER)


def area_map(data: Mapping[str, Any], key: str) -> None:
    """Show the map, which writes what a reader chooses to the address. `data` is `element_data.for_browser(...)`."""
    _element(key=key, data=dict(data))
