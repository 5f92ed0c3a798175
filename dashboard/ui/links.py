"""Links between our pages, which keep what the reader has chosen."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlencode

import pandas
import streamlit
from streamlit.navigation.page import StreamlitPage

from dashboard import store
from dashboard.i18n import languages
from dashboard.i18n.words import Words
from dashboard.ui import address, navigation
from dashboard.ui.address import Choice
from dashboard.ui.address_keys import FILTERS
from dashboard.views.tables import Column


def page_link(choice: Choice, path: str, label: str, icon: str | None = None, **changes: str | None) -> None:
    """A link to one of our pages that keeps every choice but the changed ones. `path` as in `navigation.PAGES`."""
    page = target(path, choice.words(navigation.page(path).title))
    streamlit.page_link(page, label=label, icon=icon, query_params=address.query_params(**changes))


@lru_cache(maxsize=64)  # a page of cards has a hundred links, and a link only reads it
def target(path: str, title: str) -> StreamlitPage:
    return streamlit.Page(navigation.page(path).script, title=title, url_path=path)


def item_link(choice: Choice, path: str, label: str, icon: str | None = None, **item: str | None) -> None:
    """`page_link` to one thing, such as `projekt=id`, without the filters of lists, which pages read differently."""
    page_link(choice, path, label, icon, **{**dict.fromkeys(FILTERS), **item})


def href(path: str, **changes: str | None) -> str:
    """The address that `page_link` goes to, for a link in HTML of our own; `shell.js` follows it."""
    choices = urlencode(address.query_params(**changes))
    return f"{path}?{choices}" if choices else path


def check_href(dataset: str, language: str, number: str) -> str:
    """Where one number is told in full, by its name (`data.number_key`). It depends on nothing else the reader chose,
    so that it can stand in what is kept.
    """
    in_dataset = {} if dataset == store.datasets()[0] else {"datasaet": dataset}
    return f"data?{urlencode({'tal': number, **in_dataset, **languages.in_address(language)})}"


def checks(rows: pandas.DataFrame, columns: Sequence[Column], words: Words) -> dict[str, list[str]]:
    """Where each row's number is told in full, by the heading of the column of kind `check`; `rows` has the
    fields of `columns`.
    """
    found = {column.heading: rows[column.field] for column in columns if column.kind == "check"}
    if not found:
        return {}
    dataset = address.current().dataset  # that of the view, as is the language
    return {
        heading: [check_href(dataset, words.language, name) if name else "" for name in names]
        for heading, names in found.items()
    }


def item_href(path: str, **item: str | None) -> str:
    """The address that `item_link` goes to."""
    return href(path, **{**dict.fromkeys(FILTERS), **item})
