"""The area map as an element of the page: the one place where the browser's part and Streamlit meet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit

# Streamlit sends this text at every run, so it only fetches the real script, which the browser keeps for ever.
_SCRIPT = """
export default async function (component) {
  const { parentElement, data } = component
  parentElement.querySelector(".unloaded")?.remove()
  let module
  try {
    module = await import(new URL(data.script, document.baseURI))
  } catch {
    const notice = document.createElement("p")
    notice.className = "unloaded"
    notice.setAttribute("role", "alert")
    notice.textContent = data.texts.failed
    parentElement.append(notice)
    return
  }
  return module.default(component)
}
"""

_element = streamlit.components.v2.component("area_map", js=_SCRIPT)


def area_map(data: Mapping[str, Any], key: str, on_area_change: Callable[[str | None], None]) -> None:
    """Show the map and hand the area a reader chooses in it to `on_area_change`; None when the choice is taken back.

    `data` is `maps.element_data(...)`. The map shows the choice it is given in `data["selected"]`: the callback runs
    before the page does, so it stores the area id where the page reads it from.
    """

    def changed() -> None:
        on_area_change(streamlit.session_state[key].area or None)

    _element(key=key, data=dict(data), on_area_change=changed)
