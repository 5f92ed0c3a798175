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

import streamlit

from dashboard import store
from dashboard.area_map import catalogue, layers
from dashboard.area_map import first_picture as area_map_picture
from dashboard.areas import shelf
from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import Words
from dashboard.ui import assets
from dashboard.ui.address_keys import KEYS
from dashboard.web import development, guard, packing
from data.errors import DataError
from data.versions import Version

ELEMENTS = {
    "kort": ("map/map.js", "search/search.js"),
    "omraade": ("search/search.js",),
    "sammenlign": ("search/search.js",),
    "moede": ("meeting/editor.js",),
}
STYLES = {"kort": ("vendor/leaflet/leaflet.css", "map/map.css")}
# Of Streamlit, which asks for each when the first of its kind has come: what the elements need, and what stands around.
PARTS = ("BidiComponent", "Html")
LATER = ("Checkbox", "ButtonGroup", "Button", "PageLink", "Radio")
MODULE = '<link rel="modulepreload" fetchpriority="low" href="{}">'
MAP = "kort"
MAP_CHOICES = {key.name for key in KEYS.values() if key.picks_files}
IMPORT = re.compile(r"""(?:from|import)\s*["'](\.{1,2}/[^"']+\.js)["']""")


def links(path: str, language: str, choices: Iterable[str]) -> str:
    """The links for the head of a page's document. `choices` are the names in the address."""
    page = path.strip("/") or MAP
    opens_as_ever = page == MAP and not MAP_CHOICES & set(choices)  # a choice opens other files
    return modules(page) + (data_links(language) if opens_as_ever else "") + later(page)


def data_links(language: str) -> str:
    tag = '<link rel="preload" as="fetch" crossorigin fetchpriority="low" href="{}">'
    return "".join(map(tag.format, map_files(language)))


def first_picture(path: str, language: str, choices: Iterable[str]) -> str:
    """The map as it opens, drawn into the document; empty on other pages and where something is chosen."""
    if (path.strip("/") or MAP) != MAP or set(choices) - {"sprog"}:
        return ""
    try:
        drawn = _drawn(store.current(store.datasets()[0]), language)
    except DataError:  # the page itself tells
        return ""
    return f"<style>{assets.text('shell/first.css')}</style>{drawn}" if drawn else ""


@streamlit.cache_resource(max_entries=6, show_spinner=False, hash_funcs={Version: store.key})
def _drawn(version: Version, language: str) -> str:
    return area_map_picture.document_part(version, language)


@lru_cache(maxsize=16)
def modules(page: str) -> str:
    """Links to the scripts and styles of a page's elements. The scripts wait for Streamlit's own, which start the page:
    over HTTP/1.1 a browser asks for six files at a time.
    """
    scripts = [assets.url(name) for name in scripts_of(page)]
    scripts += parts(guard.STREAMLIT_FILES, PARTS) if scripts else []
    styles = [assets.url(name) for name in STYLES.get(page, ())]
    tags = [MODULE.format(url) for url in scripts]
    return "".join([*tags, *(f'<link rel="preload" as="style" href="{url}">' for url in styles)])


@lru_cache(maxsize=16)
def later(page: str) -> str:
    """Links to what stands around the elements, after all that is needed to use them."""
    needed = parts(guard.STREAMLIT_FILES, PARTS)
    found = parts(guard.STREAMLIT_FILES, LATER) if ELEMENTS.get(page) else []
    return "".join(MODULE.format(url) for url in found if url not in needed)


def scripts_of(page: str) -> list[str]:
    """Our own scripts of a page's elements, each once; a developer gets them as they are written."""
    names = ELEMENTS.get(page, ())
    if development.is_on():
        return imported(assets.FOLDER, names)
    return list(dict.fromkeys(file for name in names for file in packing.files(assets.FOLDER, name)))


def parts(files: Path, names: Iterable[str]) -> list[str]:
    """The addresses of some of Streamlit's scripts and what they import, but for those its document asks for."""
    folder = files / "static" / "js"
    found = imported(folder, [path.name for name in names for path in folder.glob(f"{name}.*.js")])
    document = (files / "index.html").read_text(encoding="utf-8")
    return [f"/static/js/{name}" for name in found if f"/static/js/{name}" not in document]


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
        yield catalogue.url(version, language)
        for name in (*opening(book), "background", "marks", "search"):
            yield store.url(version, name)
    except DataError:
        return


def opening(book: Atlas) -> list[str]:
    """The files of what the map opens with: of a list, whose marks stand in the catalogue, the shapes alone."""
    marked, levels = book.area_levels.marked, book.area_levels
    if book.series:
        around = [layer.file for layer in layers.always(levels, marked or "", Words())]
        return [f"geometry-{marked}", *around]
    level = book.fullest(book.levels(book.first_indicator))
    shapes = {f"geometry-{shown}" for shown in (level, marked if level in levels.overlaid else None) if shown}
    return [*sorted(shapes), f"values-{book.first_indicator}"]
