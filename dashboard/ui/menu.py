"""The menu: a group of pages behind each word, in HTML of our own, whose links carry every choice of the reader.

`static/shell/menu.js` opens the groups and `shell.js` follows the links, so neither waits for the server.
"""

from __future__ import annotations

import html

from dashboard.i18n.words import Words
from dashboard.ui import links, navigation
from dashboard.ui.navigation import Group, PageRecord


def menu(current: str, words: Words) -> str:
    """The landmark. A group of several pages is a button that unfolds them, one of a single page its link."""
    items = "".join(
        _single(group, pages[0], current, words) if len(pages) == 1 else _group(group, pages, current, words)
        for group, pages in navigation.grouped()
    )
    return f'<nav aria-label="{html.escape(words("Sider"))}"><ul>{items}</ul></nav>'


def _single(group: Group, page: PageRecord, current: str, words: Words) -> str:
    label = f' aria-label="{html.escape(words(page.title))}"'
    return f"<li>{_link(page, current, html.escape(words(group.title)), label)}</li>"


def _group(group: Group, pages: list[PageRecord], current: str, words: Words) -> str:
    marked = ' aria-current="true"' if current in {page.path for page in pages} else ""
    rows = "".join(f"<li>{_link(page, current, html.escape(words(page.title)))}</li>" for page in pages)
    button = f'<button type="button" aria-expanded="false"{marked}>{html.escape(words(group.title))}</button>'
    return f"<li>{button}<ul hidden>{rows}</ul></li>"


def _link(page: PageRecord, current: str, text: str, label: str = "") -> str:
    marked = ' aria-current="page"' if page.path == current else ""
    return f'<a class="own" href="{html.escape(links.href(page.path))}"{label}{marked}>{text}</a>'


def answers(words: Words) -> str:
    """What each group answers, a line each, with the ways to its pages: the foot of the start page."""
    rows = "".join(
        f"<div><dt>{html.escape(words(group.title))}</dt><dd>{html.escape(words(group.answers))} "
        f"{' · '.join(_link(page, '', html.escape(words(page.title))) for page in pages)}</dd></div>"
        for group, pages in navigation.grouped()
    )
    return f'<dl class="answers">{rows}</dl>'
