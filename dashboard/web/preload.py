"""What the browser should fetch while Streamlit starts, instead of asking for one thing after the other.

A page's elements are known before its script has run: their scripts are named in the document, and for the map as it
opens also its files.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from dashboard import store
from dashboard.area_map import catalogue
from dashboard.areas import shelf
from dashboard.ui import assets
from dashboard.ui.address_keys import KEYS
from data.errors import DataError

ELEMENTS = {
    "kort": ("map/map.js", "search/search.js"),
    "omraade": ("search/search.js",),
    "sammenlign": ("search/search.js",),
    "moede": ("meeting/editor.js",),
}
STYLES = {"kort": ("vendor/leaflet/leaflet.css", "map/map.css")}
MAP = "kort"
MAP_CHOICES = {key.name for key in KEYS.values() if key.picks_files}
IMPORT = re.compile(r"""(?:from|import)\s*["'](\.{1,2}/[^"']+\.js)["']""")


def links(path: str, language: str, choices: Iterable[str]) -> str:
    """The links for the head of a page's document. `choices` are the names in the address."""
    page = path.strip("/") or MAP
    found = modules(page)
    if page == MAP and not MAP_CHOICES & set(choices):
        found += "".join(f'<link rel="preload" as="fetch" crossorigin href="{url}">' for url in map_files(language))
    return found


@lru_cache(maxsize=16)
def modules(page: str) -> str:
    """Links to the scripts and styles of a page's elements, with all that they import."""
    scripts = [assets.url(name) for name in imported(assets.FOLDER, ELEMENTS.get(page, ()))]
    styles = [assets.url(name) for name in STYLES.get(page, ())]
    return "".join(
        [
            *(f'<link rel="modulepreload" href="{url}">' for url in scripts),
            *(f'<link rel="preload" as="style" href="{url}">' for url in styles),
        ]
    )


def imported(folder: Path, names: Iterable[str]) -> list[str]:
    """Scripts of a folder and all that they import from it, each once."""
    found: list[str] = []
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        if name not in found and (folder / name).is_file():
            found.append(name)
            beside = posixpath.dirname(name)
            named = IMPORT.findall((folder / name).read_text(encoding="utf-8"))
            waiting += [posixpath.normpath(posixpath.join(beside, path)) for path in named]
    return found


def map_files(language: str) -> Iterator[str]:
    """The files of the map as it opens; none where there is no data, of which the page itself tells."""
    try:
        version = store.current(store.datasets()[0])
        book = shelf.book(version)
        indicator_id = book.first_indicator
        level = book.fullest(book.levels(indicator_id))
        yield catalogue.url(version, language)
        overlay = book.area_levels.marked if level in book.area_levels.overlaid else None
        shapes = {f"geometry-{shown}" for shown in (level, overlay) if shown}
        for name in (*sorted(shapes), f"values-{indicator_id}", "background", "marks", "search"):
            yield store.url(version, name)
    except DataError:
        return
