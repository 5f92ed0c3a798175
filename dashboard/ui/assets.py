"""Our own scripts and styles: vendored or written here, served under an address that changes with their content."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "static"

# The script of an element of the page. Streamlit sends it at every run, so it only fetches the real one, whose address
# is `data.script` and which the browser keeps for ever; if it does not come, `data.texts.failed` says so.
LOADER = """
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


@lru_cache(maxsize=1)
def version() -> str:
    """A hash over every file in the folder, so that browsers may keep a file for ever."""
    digest = hashlib.sha256()
    for path in sorted(path for path in FOLDER.rglob("*") if path.is_file()):
        digest.update(path.relative_to(FOLDER).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def url(name: str) -> str:
    """The address of a file: `url("map/map.js")` -> `/statisk/<version>/map/map.js`."""
    return f"/statisk/{version()}/{name}"


def text(name: str) -> str:
    """The content of a file that is written into a document."""
    return (FOLDER / name).read_text(encoding="utf-8")
