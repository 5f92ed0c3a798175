"""The area map's Streamlit side: the map, what is known of the chosen area, the table twin and the downloads."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import streamlit

from dashboard import store
from dashboard.area_map import caption as captions
from dashboard.area_map import (
    card,
    catalogue,
    choices,
    document,
    element,
    element_data,
    files,
    layers,
    tiles,
)
from dashboard.area_map.choices import FROM_BEFORE, MapChoice
from dashboard.area_map.subject import Subject, subject
from dashboard.areas.atlas import COUNTRY, Atlas
from dashboard.i18n.markdown import plain
from dashboard.official_lists import status as list_status
from dashboard.ui import address, area_search, links, menu, sharing, view_layout
from dashboard.ui.address import Choice, Stage
from dashboard.views.view import View
from data import number_key
from geo.contract import Kind


def filters(choice: Choice, atlas: Atlas) -> MapChoice:
    """The choices in the address, with the field that finds an area; all others stand in the map itself."""
    return choices.read(choice, atlas, area_search.find_area(choice, lambda found: go_to(atlas, found)))


def go_to(atlas: Atlas, area_id: str) -> None:
    """Choose an area that was typed, on its own level where the indicator has that, and leave what it is not in."""
    asked = streamlit.query_params
    indicator_id, level, within = asked.get("indikator"), atlas.areas[area_id].level, asked.get("inden_for")
    is_list = "liste" in asked or not (FROM_BEFORE | {"indikator"}) & asked.keys()
    if level == atlas.area_levels.marked and is_list:
        return address.choose(omraade=area_id)  # a list shows it as it is
    levels = atlas.levels(indicator_id if indicator_id in atlas.indicator_ids else atlas.first_indicator)
    address.choose(
        omraade=area_id,
        liste=None,
        niveau=level if level in levels else asked.get("niveau"),
        inden_for=within if within in atlas.paths[area_id] else None,
    )


def heading(choice: Choice, atlas: Atlas, chosen: MapChoice) -> str:
    """The page's name; on a projector where, what and when, for nobody sees the page around it."""
    words = choice.words
    if not choice.projector:
        return words("Områdekort")
    where = atlas.names[chosen.within] if chosen.within else atlas.area_label(COUNTRY, words)
    title = subject(choice.version, atlas, chosen, words).colouring.title
    return plain(" · ".join((where, title, chosen.period_text(words))))


def view(choice: Choice, atlas: Atlas, chosen: MapChoice) -> None:
    """The map, what is known of the chosen area, and the same numbers as a table and as files."""
    shown = subject(choice.version, atlas, chosen, choice.words)

    def draw() -> None:
        element.area_map(for_element(choice, atlas, chosen, shown), key="map")

    if not choice.has_controls:
        made: View = document.view(choice.version, atlas, chosen, shown, choice.words)
        view_layout.show(choice, replace(made, body=draw))
        return
    draw()
    beside_the_map(choice, atlas, chosen)
    table_and_files(choice, atlas, chosen, shown)
    without_place(choice, atlas)
    streamlit.html(menu.answers(choice.words))


def for_element(choice: Choice, atlas: Atlas, chosen: MapChoice, shown: Subject) -> dict[str, Any]:
    """Everything the map in the browser needs."""
    words, version, told = choice.words, choice.version, shown.caption
    background = tiles.config() if any(layer.layer_id == layers.TILES for layer in chosen.layers) else None
    around = atlas.paths[chosen.within] if chosen.within else []
    return element_data.for_browser(
        words,
        files=element_data.Files(
            catalogue=catalogue.url(version, choice.language),
            geometry=store.url_of(version, "geometry-{level}"),
            values=store.url_of(version, "values-{indicator}"),
            background=store.url(version, "background"),
            marks=store.url(version, "marks"),
        ),
        address=choice.address,
        overlaid=atlas.area_levels.overlaid,
        marked=atlas.area_levels.marked,
        choice={
            "indikator": shown.name,
            "niveau": chosen.level,
            "aar": chosen.period,
            "farver": chosen.mode,
            "fra": chosen.times.base,
            "delt": "ja" if chosen.times.split else None,
            "omraade": None if chosen.area_id == COUNTRY else chosen.area_id,
            "inden_for": chosen.within,
            "lag": ",".join(layer.layer_id for layer in chosen.layers) or None,
        },
        layers=[{"id": layer_id, "label": layer.label} for layer_id, layer in chosen.offered.items()],
        sentences=told.sentences,
        sources=told.sources,
        country=told.country,
        named=told.areas,
        boundaries=captions.boundaries(atlas, chosen.level, words),
        signs=[layer.sign_for_browser() for layer in chosen.layers if layer.sign],
        lines=[
            {**layer.line_for_browser(), "url": store.url(version, layer.file)}
            for layer in chosen.drawn_lines(atlas.area_levels, words)
        ],
        tiles=background.for_browser() if background else None,
        crumbs=[
            {"id": None, "name": atlas.area_label(COUNTRY, words)},
            *({"id": area_id, "name": atlas.names[area_id]} for area_id in around),
        ],
        about=captions.about_for_browser(about(choice, atlas, chosen)),
        projector=choice.projector,
        meeting=choice.stage is Stage.MEETING,
        embedded=choice.stage is Stage.EMBEDDED,
    )


def about(choice: Choice, atlas: Atlas, chosen: MapChoice) -> captions.About | None:
    """What the card says of the chosen area, of a number also how it can be checked."""
    area_id, words = chosen.area_id, choice.words
    number = "" if chosen.series else number_key.name(atlas.number(chosen.indicator_id, area_id, chosen.period))
    criteria = list_status.short(choice.setting, area_id)
    return captions.about(atlas, area_id, chosen.indicator_id, words, criteria, number)


def beside_the_map(choice: Choice, atlas: Atlas, chosen: MapChoice) -> None:
    """The card of a chosen area that this map does not draw, because it has no place or is of another level."""
    words, area_id = choice.words, chosen.area_id
    told = about(choice, atlas, chosen)
    if told is None or is_drawn(atlas, chosen):
        return
    if chosen.series:
        card.show_facts(atlas.names[area_id], told.facts, key=area_id)
    else:
        number = atlas.number(chosen.indicator_id, area_id, chosen.period)
        source = captions.source_line([number], atlas, words) if number.source_id else ""
        number_card = card.area_card(number, atlas.names[area_id], atlas.indicators[chosen.indicator_id], source, words)
        card.show(number_card, told.facts, key=area_id)
    with streamlit.container(horizontal=True):
        for link in told.links:
            links.page_link(choice, link.page, plain(link.label), **link.changes)


def is_drawn(atlas: Atlas, chosen: MapChoice) -> bool:
    """Whether the map draws the chosen area, as a shape or as a mark."""
    area, levels = atlas.areas[chosen.area_id], atlas.area_levels
    is_marked = area.level == levels.marked and chosen.level in levels.overlaid
    return area.geometry_kind is not Kind.NONE and (area.level == chosen.level or is_marked)


def table_and_files(choice: Choice, atlas: Atlas, chosen: MapChoice, shown: Subject) -> None:
    """The map as a table, and the map and the table as files."""
    title = shown.colouring.title
    view_layout.folded_table(choice, shown.table, title, "kort")
    with streamlit.container(horizontal=True, key="onwards-kort"):
        sharing.share(choice, files.shared(choice, atlas, chosen, shown))
        view_layout.add_to_agenda(choice, "kort")


def without_place(choice: Choice, atlas: Atlas) -> None:
    """The housing areas that stand beside the map because no source places them, each with the way to its profile."""
    unplaced, words = atlas.without_place(), choice.words
    if unplaced:
        title = words.plural("{n} boligområde uden placering", "{n} boligområder uden placering", len(unplaced))
        with streamlit.expander(title):
            for area_id in unplaced:
                links.page_link(choice, "omraade", plain(atlas.names[area_id]), omraade=area_id)
