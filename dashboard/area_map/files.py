"""The map as files to keep: its table for a spreadsheet, and the map itself in one page."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.area_map import colouring, standalone, twin
from dashboard.area_map.caption import Caption
from dashboard.area_map.choices import MapChoice
from dashboard.areas.atlas import Atlas
from dashboard.ui import downloads
from dashboard.ui.address import Choice
from dashboard.views import tables
from dashboard.views.tables import Column


def as_table(choice: Choice, atlas: Atlas, chosen: MapChoice, title: str) -> bytes:
    """The map's numbers as CSV, with the official code of each area's municipality, empty where it lies in none."""
    rows, (area, *others) = twin.table(atlas, chosen, choice.words)
    rows["code"] = [atlas.areas[number.area_id].municipality_code for number in twin.shown(atlas, chosen)]
    columns = [area, Column("code", choice.words("Kommunekode"), optional=True), *others]
    about = downloads.meta(choice, f"{title}, {chosen.period_text(choice.words)}")
    return tables.to_csv(rows, columns, choice.words, about)


def as_page(choice: Choice, atlas: Atlas, chosen: MapChoice, told: Caption) -> bytes:
    """The map as one HTML page that needs no network."""
    indicator, words = atlas.indicators[chosen.indicator_id], choice.words
    return standalone.standalone(
        indicator,
        colouring.colouring(chosen.mode, indicator, words),
        words,
        areas=store.features(choice.version, f"geometry-{chosen.level}"),
        background=store.web_json(choice.version, "background"),
        numbers=twin.shown(atlas, chosen),
        period=chosen.period_text(words),
        sentence=told.sentence(chosen.mode, chosen.period),
        source=told.source(chosen.period),
        mark=downloads.mark(choice),
    ).encode()


def page_button(choice: Choice, atlas: Atlas, chosen: MapChoice, told: Caption) -> None:
    """The button that makes and downloads the page."""
    streamlit.download_button(
        choice.words("Hent kortet (HTML)"),
        lambda: as_page(choice, atlas, chosen, told),
        f"kort_{chosen.indicator_id}_{chosen.period}_{choice.version.name}.html",
        "text/html",
        key="html-kort",
        on_click="ignore",
        type="tertiary",
        icon=":material/download:",
    )
