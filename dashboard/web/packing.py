"""Our scripts for the browser in few files: over HTTP/1.1 a browser asks for six files at a time, and on a slow line
each takes as long as the way there and back, however small it is.

A script that the page or an element asks for (`ENTRIES`) is sent with all that it alone imports. What several import,
or what is not ours, keeps an address of its own, so that it is there once.

It reads the few forms of `import` and `export` that our scripts have, and leaves a script that has another as it is.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dashboard.ui import assets

ENTRIES = ("shell/shell.js", "map/map.js", "search/search.js", "meeting/editor.js", "meeting/bar.js")
IMPORT = re.compile(r'^import\s+(?:(\{[^}]*\}|\* as \w+)\s+from\s+)?"(\.{1,2}/[^"]+\.js)"\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?function|class|const) (\w+)", re.MULTILINE)
OTHER = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


@lru_cache(maxsize=len(ENTRIES))
def packed(name: str) -> str | None:
    """The text of an entry with what it alone imports; None for what is no entry or cannot be packed."""
    return pack(assets.FOLDER, name, ENTRIES) if name in ENTRIES else None


def pack(folder: Path, entry: str, entries: tuple[str, ...]) -> str | None:
    inside = [name for name in order(folder, entry) if is_of_one(folder, name, entries)]
    outside = [name for name in order(folder, entry) if name not in inside]
    here = posixpath.dirname(entry)
    heads = [
        f'import * as {known_as(name)} from "{relative(name, here)}"'
        for name in outside
        if any(name in imports(folder, one) for one in inside)
    ]
    parts = [body(folder, name, is_entry=name == entry) for name in inside]
    return None if None in parts else "\n".join([*heads, *filter(None, parts)])


def files(folder: Path, entry: str, entries: tuple[str, ...] = ENTRIES) -> list[str]:
    """What the browser asks for, for the sake of an entry: itself, and what keeps an address of its own."""
    return [entry, *(name for name in order(folder, entry) if not is_of_one(folder, name, entries))]


def is_of_one(folder: Path, name: str, entries: tuple[str, ...]) -> bool:
    """Whether only one entry needs a script, and it is ours."""
    return not name.startswith("vendor/") and sum(name in order(folder, entry) for entry in entries) == 1


@lru_cache(maxsize=64)
def order(folder: Path, entry: str) -> tuple[str, ...]:
    """A script and all that it imports, each after what it imports itself."""
    found: dict[str, None] = {}

    def visit(name: str) -> None:
        if name not in found and (folder / name).is_file():
            for other in imports(folder, name):
                visit(other)
            found[name] = None

    visit(entry)
    return tuple(found)


@lru_cache(maxsize=256)
def imports(folder: Path, name: str) -> tuple[str, ...]:
    if name.startswith("vendor/"):
        return ()
    text = (folder / name).read_text(encoding="utf-8")
    return tuple(address(name, path) for _names, path in IMPORT.findall(text))


def address(importer: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), path))


def relative(name: str, folder: str) -> str:
    path = posixpath.relpath(name, folder)
    return path if path.startswith(".") else f"./{path}"


def known_as(name: str) -> str:
    """map/panel.js -> map_panel_js: what a script's exports are called within a pack."""
    return re.sub(r"\W", "_", name)


def body(folder: Path, name: str, *, is_entry: bool) -> str | None:
    """A script as a part of a pack: in a scope of its own, but the entry, whose exports are those of the pack."""
    text = (folder / name).read_text(encoding="utf-8")
    taken = "\n".join(taking(name, text))
    text = IMPORT.sub("", text)
    if is_entry:
        return f"{taken}\n{text}"
    given = [match[1] for match in EXPORT.findall(text)]
    text = EXPORT.sub(r"\1 \2", text)
    if OTHER.search(text):
        return None
    return f"const {known_as(name)} = (() => {{\n{taken}\n{text}\nreturn {{ {', '.join(given)} }}\n}})()"


def taking(name: str, text: str) -> Iterator[str]:
    """What a script imports, from the other parts of the pack."""
    for names, path in IMPORT.findall(text):
        source = known_as(address(name, path))
        if names.startswith("*"):
            yield f"const {names.removeprefix('* as ')} = {source}"
        elif names:
            yield f"const {names.replace(' as ', ': ')} = {source}"
