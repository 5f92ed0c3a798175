"""The area map as an element of the page: the one place where the browser's part and Streamlit meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit

from dashboard.ui import assets
from dashboard.ui.address_keys import KEYS

# What a reader can choose in the map, by the names in the address; `side` is a page to go to.
CHOICES = {*(key.name for key in KEYS.values() if key.pages), "side"}

_element = streamlit.components.v2.component("area_map", js=assets.LOADER)


def area_map(data: Mapping[str, Any], key: str, on_choice: Callable[[dict[str, str | None]], None]) -> None:
    """Show the map and hand what a reader chooses in it to `on_choice`, by the names in the address; None drops one.

    `data` is `element_data.for_browser(...)`. The map shows the choices it is given in `data["choice"]`: the callback
    runs before the page does, so it stores them where the page reads them from.
    """

    def chosen() -> None:
        told = streamlit.session_state[key].choice or {}
        on_choice(
            {
                name: value
                for name, value in told.items()
                if name in CHOICES and (value is None or isinstance(value, str))
            }
        )

    _element(key=key, data=dict(data), on_choice_change=chosen)
