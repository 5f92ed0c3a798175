"""What a reader takes away from a view as a file, and what a file says of itself."""

from __future__ import annotations

from collections.abc import Callable

import streamlit

from dashboard import store
from dashboard.ui import address
from dashboard.ui.address import Choice


def button(label: str, data: Callable[[], bytes], name: str, mime: str, key: str) -> None:
    """A button for a file, which is made when it is asked for."""
    streamlit.download_button(
        label, data, name, mime, key=key, on_click="ignore", type="tertiary", icon=":material/download:"
    )


def everything(choice: Choice, data: Callable[[], bytes]) -> None:
    """A button for all tables of the version in one file, which is made when it is asked for."""
    streamlit.download_button(
        choice.words("Hent alt"),
        data,
        f"omraadebarometer_{choice.dataset}_{choice.version.name}.zip",
        "application/zip",
        key="zip-all",
        on_click="ignore",
        icon=":material/folder_zip:",
        help=choice.words("Alle tabeller som CSV med koder og kilder, i én ZIP-fil"),
    )


def meta(choice: Choice, chosen: str = "") -> dict[str, str]:
    """What applies to a whole file: which data it comes from, and which choices made it."""
    words = choice.words
    facts = {
        words("Datasæt"): address.dataset_name(choice.dataset, words),
        words("Dataversion"): choice.version.name,
        words("Dannet"): words.date(choice.version.time),
    }
    optional = {words("Valg"): chosen, words("Bemærk"): mark(choice)}
    return facts | {heading: text for heading, text in optional.items() if text}


def mark(choice: Choice) -> str:
    return store.mark(choice.version, choice.words)
