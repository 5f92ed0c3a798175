"""What a screen reader is told of a page, as sentences: read from Chromium's accessibility tree.

    python -m tests.browser.read_aloud                          every page, on both datasets
    python -m tests.browser.read_aloud --pages kort sigtelser

The exit code is 1 where a control, a figure or a table has no name, or a Danish page says something in English.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page, sync_playwright

from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.finders import open_page
from tests.browser.server import running
from tests.browser.test_danish import ENGLISH, NAMES
from tests.browser.test_pages import PATHS, address, wait_until_drawn
from tests.browser.visitors import visitor

CONTROLS = {
    "button": "Knap",
    "checkbox": "Afkrydsning",
    "combobox": "Liste",
    "DisclosureTriangle": "Fold ud",
    "link": "Link",
    "menuitem": "Menupunkt",
    "option": "Valgmulighed",
    "radio": "Valg",
    "searchbox": "Søgefelt",
    "slider": "Skyder",
    "spinbutton": "Talfelt",
    "switch": "Kontakt",
    "tab": "Faneblad",
    "textbox": "Felt",
}
PICTURES = {"figure": "Figur", "image": "Billede", "graphics-document": "Figur", "img": "Billede"}
TABLES = ("table", "grid", "treegrid")
CELLS = ("cell", "gridcell", "rowheader", "columnheader")
TEXTS = ("StaticText", "text")


@dataclass(frozen=True)
class Said:
    """One sentence, and what it is of: `role` as the tree calls it, `name` empty where it has none."""

    role: str
    name: str
    sentence: str


class Tree:
    """A page's accessibility tree."""

    def __init__(self, page: Page) -> None:
        self.session = page.context.new_cdp_session(page)
        nodes = self.session.send("Accessibility.getFullAXTree")["nodes"]
        self.nodes: dict[str, dict[str, Any]] = {node["nodeId"]: node for node in nodes}
        self.root = nodes[0]

    def children(self, node: dict[str, Any]) -> list[dict[str, Any]]:
        return [self.nodes[child] for child in node.get("childIds", []) if child in self.nodes]

    def said(self) -> list[Said]:
        return list(self._said(self.root))

    def _said(self, node: dict[str, Any]) -> Iterator[Said]:
        role, name = _role(node), _text(node, "name")
        if role in TABLES:
            yield from self._table(node, name)
        elif role == "heading":
            yield Said(role, name, f"Overskrift {_property(node, 'level')}: {name}.")
        elif role in CONTROLS:
            value = self._step(node) if role == "slider" else _text(node, "value")
            yield Said(
                role, name, _sentence(f"{CONTROLS[role]}: {name or '(uden navn)'}{f', {value}' if value else ''}")
            )
        elif role in PICTURES:
            below = list(self._below(node))
            if name or not below:  # one whose picture and caption follow needs no name besides
                yield Said(role, name, _sentence(f"{PICTURES[role]}: {name or '(uden navn)'}"))
            yield from below
        elif role in TEXTS:
            if name:
                yield Said(role, name, name)
        elif role == "paragraph":
            words = " ".join(self._words(node).split())
            yield Said(role, words, words)
            yield from (each for each in self._below(node) if each.role in CONTROLS)
        else:
            yield from self._below(node)

    def _step(self, slider: dict[str, Any]) -> str:
        """Where a slider stands in words: Chromium tells a screen reader, and not the tree of its developer tools."""
        told = self.session.send("DOM.describeNode", {"backendNodeId": slider["backendDOMNodeId"]})
        found = told["node"]["attributes"]
        return dict(zip(found[::2], found[1::2], strict=True)).get("aria-valuetext") or _text(slider, "value")

    def _below(self, node: dict[str, Any]) -> Iterator[Said]:
        for child in self.children(node):
            yield from self._said(child)

    def _words(self, node: dict[str, Any]) -> str:
        if _role(node) in TEXTS:
            return _text(node, "name")
        return " ".join(map(self._words, self.children(node)))

    def _table(self, node: dict[str, Any], name: str) -> Iterator[Said]:
        """Its name and size, then each row with the heading of each cell."""
        rows = [found for found in self._rows(node) if found]
        heads = [_text(cell, "name") for cell in rows[0]] if rows else []
        named = name.rstrip(".") or "(uden navn)"
        yield Said("table", name, f"Tabel: {named}, {max(len(rows) - 1, 0)} rækker og {len(heads)} kolonner.")
        for row in rows[1:]:
            cells = [_text(cell, "name") or self._words(cell) for cell in row]
            told = [f"{head}: {cell}" if head else cell for head, cell in zip(heads, cells, strict=False)]
            yield Said("row", "; ".join(cells), _sentence("; ".join(told)))

    def _rows(self, node: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
        for child in self.children(node):
            if _role(child) == "row":
                yield [cell for cell in self.children(child) if _role(cell) in CELLS]
            else:
                yield from self._rows(child)


def _sentence(text: str) -> str:
    return f"{text.removesuffix('.')}."


def _role(node: dict[str, Any]) -> str:
    return "" if node.get("ignored") else str(node.get("role", {}).get("value", ""))


def _text(node: dict[str, Any], field: str) -> str:
    return str(node.get(field, {}).get("value", "")).strip()


def _property(node: dict[str, Any], name: str) -> Any:
    return next((each["value"].get("value") for each in node.get("properties", []) if each["name"] == name), "")


def read(page: Page) -> list[Said]:
    """Everything a page says, in the order it is read."""
    return Tree(page).said()


def faults(said: list[Said]) -> list[str]:
    """What is badly read on a Danish page: no name, or English."""
    unnamed = [
        f"no name: {each.role}" for each in said if not each.name and each.role in (*CONTROLS, *PICTURES, "table")
    ]
    english = [each.sentence[:100] for each in said if ENGLISH.search(NAMES.sub("", each.sentence))]
    return [*unnamed, *(f"English: {sentence}" for sentence in english)]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", nargs="+", choices=PATHS, default=PATHS)
    asked = parser.parse_args()
    wrong: list[str] = []
    told: Counter[str] = Counter()
    with running() as server, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        for dataset in ("published", "example"):
            for path in asked.pages:
                with visitor(browser, server, viewport={"width": 1280, "height": 800}) as page:
                    open_page(page, address(path, dataset))
                    wait_until_drawn(page, path, dataset)
                    said = read(page)
                print(f"\n# {address(path, dataset)}", *(each.sentence for each in said), sep="\n", flush=True)
                found = faults(said)
                wrong += [f"{address(path, dataset)}: {fault}" for fault in found]
                told.update(each.role for each in said)
        browser.close()
    print(f"\n{told.total()} sentences: {told['table']} tables with {told['row']} rows, {told['heading']} headings")
    print(f"{len(wrong)} badly read", *dict.fromkeys(wrong), sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
