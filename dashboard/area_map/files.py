"""The map as files to keep: its table for a spreadsheet, and the map itself in one page."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.area_map import standalone
from dashboard.area_map.choices import MapChoice
from dashboard.area_map.subject import Subject
from dashboard.ui import downloads
from dashboard.ui.address import Choice
from dashboard.views import tables
from dashboard.views.tables import Column


def as_table(choice: Choice, chosen: MapChoice, shown: Subject) -> bytes:
    """What the map shows as CSV, with the official code of each area's municipality, empty where it lies in none."""
    rows, (area, *others) = shown.table()
    columns = [area, Column("code", choice.words("Kommunekode"), optional=True), *others]
    about = downloads.meta(choice, f"{shown.colouring.title}, {chosen.period_text(choice.words)}")
    return tables.to_csv(rows, columns, choice.words, about)


def as_page(choice: Choice, chosen: MapChoice, shown: Subject) -> bytes:
    """The map as one HTML page that needs no network."""
    words, areas = choice.words, store.features(choice.version, f"geometry-{chosen.level}")
    return standalone.standalone(
        shown.colouring,
        words,
        areas=areas,
        background=store.web_json(choice.version, "background"),
        readings=shown.readings(areas, chosen.period),
        unit=shown.unit,
        period=chosen.period_text(words),
        sentence=shown.caption.sentence(chosen.mode, chosen.period),
        source=shown.caption.source(chosen.period),
        mark=downloads.mark(choice),
    ).encode()


def page_button(choice: Choice, chosen: MapChoice, shown: Subject) -> None:
    """The button that makes and downloads the page."""
    streamlit.download_button(
        choice.words("Hent kortet (HTML)"),
        lambda: as_page(choice, chosen, shown),
        f"kort_{shown.name.replace(':', '_')}_{chosen.period}_{choice.version.name}.html",
        "text/html",
        key="html-kort",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
