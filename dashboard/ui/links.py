"""Links between our pages, which keep what the reader has chosen."""

from __future__ import annotations

import streamlit

from dashboard.ui import address, navigation
from dashboard.ui.address import Choice
from dashboard.ui.address_keys import FILTERS


def page_link(choice: Choice, path: str, label: str, icon: str | None = None, **changes: str | None) -> None:
    """A link to one of our pages that keeps every choice but the changed ones. `path` as in `navigation.PAGES`."""
    record = navigation.page(path)
    page = streamlit.Page(record.script, title=choice.words(record.title), url_path=path)
    streamlit.page_link(page, label=label, icon=icon, query_params=address.query_params(**changes))


def item_link(choice: Choice, path: str, label: str, icon: str | None = None, **item: str | None) -> None:
    """`page_link` to one thing, such as `projekt=id`, without the filters of lists, which pages read differently."""
    page_link(choice, path, label, icon, **{**dict.fromkeys(FILTERS), **item})
