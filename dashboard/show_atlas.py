"""The area map's Streamlit side: its filters, the map, the card of one area and the table twin."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass

import pandas
import streamlit

from dashboard import atlas, cards, labels, maps, selection, show, show_map, store, tables
from dashboard.atlas import Atlas
from dashboard.selection import Choice
from data.contracts import Level

OVERLAID = (Level.REGION, Level.MUNICIPALITY)  # levels on which the housing areas lie as marks


@dataclass(frozen=True)
class MapChoice:
    """What the map shows. `period` is written as in the browser's file; no chosen area is the country."""

    indicator_id: str
    level: str
    period: str
    official_list: str
    area_id: str


def filters(choice: Choice, book: Atlas) -> MapChoice:
    """The row of choices above the map."""
    words = choice.words
    columns = streamlit.columns([2.6, 1.6, 1.4, 2, 2.4])
    with columns[0]:
        indicators = book.indicator_ids()
        first = atlas.FIRST_INDICATOR if atlas.FIRST_INDICATOR in indicators else indicators[0]
        indicator_id = selection.pick(
            "indikator", words("Indikator"), indicators, lambda name: words.pick(book.indicator(name), "name"), first
        )
    with columns[1]:
        levels = book.levels(indicator_id)
        level = selection.pick(
            "niveau", words("Niveau"), levels, lambda name: words(atlas.LEVELS[name][1]), book.fullest(levels)
        )
    with columns[2]:
        periods = book.periods(indicator_id, level)[::-1]
        period = selection.pick("aar", words("År"), periods, lambda name: name.replace("-", "–"))
    with columns[3]:
        lists = [atlas.NO_LIST, *book.list_ids()]
        official_list = selection.pick(
            "liste", words("Officiel liste"), lists, lambda name: book.list_label(name, words)
        )
    with columns[4]:
        area_id = selection.pick(
            "omraade", words("Find et område"), book.area_ids(), lambda name: book.area_label(name, words)
        )
    return MapChoice(indicator_id, level, period, official_list, area_id)


def view(choice: Choice, book: Atlas, chosen: MapChoice) -> None:
    """The map with its sentence, card, source, table twin and downloads."""
    words, version = choice.words, choice.version
    indicator = book.indicator(chosen.indicator_id)
    scale = maps.scale(indicator, words)
    values = book.values(chosen.indicator_id, chosen.level, chosen.period)
    rows = values[values["source_id"].notna()].astype({"derived": bool})
    sentence = atlas.sentence(values, indicator, chosen.period, chosen.level, words)
    source = cards.source_line(rows, book.sources, words)
    listed = book.listed(chosen.official_list)
    listed_label = book.list_label(chosen.official_list, words) if listed is not None else ""

    streamlit.markdown(show.plain(sentence))
    show_map.area_map(
        maps.element_data(
            scale, words, level=chosen.level, period=chosen.period,
            geometry=store.url(version, f"geometry-{chosen.level}"),
            values=store.url(version, f"values-{chosen.indicator_id}"),
            background=store.url(version, "background"),
            overlay=store.url(version, "geometry-housing_area") if chosen.level in OVERLAID else None,
            selected=None if chosen.area_id == atlas.COUNTRY else chosen.area_id,
            listed=listed, listed_label=listed_label, listed_unknown=not book.list_is_complete(chosen.official_list),
            source=source, projector=choice.projector,
        ),
        key="map",
        on_area_change=lambda area_id: selection.choose(omraade=area_id),
    )
    about(choice, book, chosen)
    unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
    columns = tables.observation_columns(unit, decimals, words)
    twin = tables.observations(values, book.names, book.sources, words)
    folded = streamlit.expander(words("Vis som tabel"), key="tabel-kort", on_change="rerun")
    if folded.open:  # a long table travels only to those who look at it
        with folded:
            show.grid(tables.to_display(twin, columns, words), scale.title)
    if chosen.level == Level.HOUSING_AREA or chosen.level in OVERLAID:
        without_place(choice, book)
    with streamlit.container(horizontal=True):
        show.download(
            choice, tables.to_csv(twin, columns, words, show.meta(choice, chosen.period)), scale.title, "kort"
        )
        streamlit.download_button(
            words("Hent kortet som én fil"),
            lambda: maps.standalone(
                scale, words, geometry=web_json(choice, f"geometry-{chosen.level}"),
                background=web_json(choice, "background"), observations=values, period=chosen.period,
                sentence=sentence, source=source, mark=show.mark(choice),
                listed=listed or (), listed_label=listed_label,
            ).encode(),
            f"kort_{chosen.indicator_id}_{chosen.period}_{version.name}.html", "text/html", key="html-kort",
            on_click="ignore", type="tertiary", icon=":material/download:",
        )


def about(choice: Choice, book: Atlas, chosen: MapChoice) -> None:
    """What is known of the chosen area: the indicator here and in its municipality, place, lists, other figures."""
    words = choice.words
    if chosen.area_id == atlas.COUNTRY:
        return
    figures, facts = streamlit.columns([1.6, 1], gap="large")
    with facts:
        for area_id in filter(None, (chosen.area_id, book.parent_id(chosen.area_id))):
            number = book.card(chosen.indicator_id, area_id, chosen.period)
            known = pandas.DataFrame([number._asdict()])
            source = cards.source_line(known, book.sources, words) if number.source_id else ""
            own_facts = book.facts(area_id, words) if area_id == chosen.area_id else []
            show.area(
                cards.area_card(number, book.names[area_id], book.indicator(chosen.indicator_id), source, words),
                own_facts, key=area_id,
            )
    with figures:
        rows = book.key_figures(chosen.area_id)
        show.view(
            choice,
            title=words("Nøgletal for {name}", name=book.names[chosen.area_id]),
            sentence=words.plural(
                "Ét nøgletal er kendt for området; det nyeste år vises.",
                "{n} nøgletal er kendt for området; det nyeste år vises for hvert.", len(rows),
            ),
            table=atlas.key_figure_texts(rows, book, words),
            columns=atlas.key_figure_columns(words),
            source=cards.source_line(rows, book.sources, words),
            key=f"noegletal-{chosen.area_id}",
        )


def without_place(choice: Choice, book: Atlas) -> None:
    """The housing areas that stand beside the map because no source places them."""
    names, words = book.without_place(), choice.words
    if names:
        title = words.plural("{n} boligområde uden placering", "{n} boligområder uden placering", len(names))
        with streamlit.expander(title):
            streamlit.markdown("\n".join(f"- {show.plain(name)}" for name in names))


def web_json(choice: Choice, name: str) -> dict:
    """A prepared file for the browser, read by the server for the map that is downloaded."""
    path = store.web_file(choice.version.dataset, choice.version.name, name)
    return json.loads(gzip.decompress(path.read_bytes()))
