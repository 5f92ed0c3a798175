"""The area map's Streamlit side: its filters, the map with what it says, the table twin and the downloads."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas
import streamlit
from shapely.geometry import shape

from dashboard import store
from dashboard.area_map import (
    card,
    catalogue,
    colouring,
    element,
    element_data,
    layers,
    pictures,
    standalone,
    tiles,
)
from dashboard.area_map import sentences as map_sentences
from dashboard.area_map.colouring import Colouring
from dashboard.area_map.layers import Layer
from dashboard.area_map.periods import bases, newest_shown
from dashboard.areas import atlas, shelf
from dashboard.areas.atlas import Atlas
from dashboard.i18n import labels
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address, area_search, downloads, links, view_layout
from dashboard.ui.address import Choice, Stage
from dashboard.views import sentences, tables
from data import query
from data.contracts import Level, Observation, Status
from data.versions import Version

OVERLAID = (Level.REGION, Level.MUNICIPALITY)  # levels on which the housing areas lie as marks
KEPT = 256  # captions, of a few KB each


@dataclass(frozen=True)
class MapChoice:
    """What the map shows, by the names in the address. Periods are written as in the browser's file; no chosen area
    and nothing gone into is the country.
    """

    indicator_id: str
    level: str
    within: str | None
    period: str
    mode: str
    base: str | None
    split: bool
    offered: dict[str, Layer]
    layers: list[Layer]
    area_id: str


def filters(choice: Choice, known: Atlas) -> MapChoice:
    """The choices in the address, with the field that finds an area; all others stand in the map itself."""
    area_id = area_search.find_area(choice, lambda found: go_to(known, found))
    found = map_layers(choice, known)
    chosen = address.read_many("lag", choice.words("Lag"), list(found))
    indicator_id = read_indicator(choice, known)
    level = read_level(choice, known, indicator_id)
    within = gone_into(choice, known, level)
    return MapChoice(
        indicator_id,
        level,
        within,
        *times(choice, known, indicator_id, level, within),
        found,
        [found[name] for name in chosen],
        area_id,
    )


def go_to(known: Atlas, area_id: str) -> None:
    """Choose an area that was typed, on its own level where the indicator has that, and leave what it is not in."""
    asked = streamlit.query_params
    indicator_id = asked.get("indikator")
    level = known.known.at[area_id, "level"]
    levels = known.levels(indicator_id if indicator_id in known.indicator_ids else known.first_indicator)
    within = asked.get("inden_for")
    address.choose(
        omraade=area_id,
        niveau=level if level in levels else asked.get("niveau"),
        inden_for=within if within in known.paths[area_id] else None,
    )


def read_indicator(choice: Choice, known: Atlas) -> str:
    words = choice.words
    return address.read(
        "indikator",
        words("Indikator"),
        known.indicator_ids,
        lambda name: words.pick(known.indicator(name), "name"),
        known.first_indicator,
    )


def read_level(choice: Choice, known: Atlas, indicator_id: str) -> str:
    """The level, one that the indicator has numbers and shapes for; a link to another is answered with a sentence."""
    words, levels = choice.words, known.levels(indicator_id)
    fullest, asked = known.fullest(levels), choice.address.get("niveau")
    if asked not in atlas.LEVELS or asked in levels:
        return address.read("niveau", words("Niveau"), levels, lambda name: words(atlas.LEVELS[name][1]), fullest)
    choice.messages.warning(
        words(
            "»{indicator}« har ingen tal, som et kort kan vise, på niveauet {asked}. Her vises {shown}.",
            indicator=plain(words.pick(known.indicator(indicator_id), "name")),
            asked=words(atlas.LEVELS[asked][1]).lower(),
            shown=words(atlas.LEVELS[fullest][1]).lower(),
        )
    )
    return fullest


def map_layers(choice: Choice, known: Atlas) -> dict[str, Layer]:
    """Every layer that can be switched on, with the background of tiles where one is set up."""
    words = choice.words
    found = layers.layers(
        known.lists,
        known.designations,
        known.roles,
        known.projects,
        known.placed_levels,
        store.web_names(choice.version),
        words,
    )
    if background := tiles.config():
        found[layers.TILES] = Layer(layers.TILES, background.name)
    return found


def gone_into(choice: Choice, known: Atlas, level: str) -> str | None:
    """The area whose parts are shown; where the level has none in it, a sentence and the whole country."""
    words = choice.words
    within = address.read("inden_for", words("Vis inden for"), known.enclosing_ids, lambda name: known.names[name])
    if within == atlas.COUNTRY:
        return None
    if known.inside(level, within):
        return within
    choice.messages.warning(
        words(
            "I {name} er der ingen {many} at vise. Her vises hele landet.",
            name=plain(known.names[within]),
            many=words(atlas.LEVELS[level][1]).lower(),
        )
    )
    return None


def times(
    choice: Choice, known: Atlas, indicator_id: str, level: str, within: str | None
) -> tuple[str, str, str | None, bool]:
    """Period, colouring, the period to compare with, and whether the two stand side by side."""
    words, rows = choice.words, known.rows(indicator_id, level, within)
    periods = known.periods(indicator_id, level)[::-1]
    period = address.read(
        "aar", words("perioderne med tal"), periods, lambda name: as_text(name, words), newest_shown(rows) or periods[0]
    )
    modes = colouring.offered(rows)
    mode = address.read("farver", words("Farverne viser"), modes, lambda name: words(colouring.NAMES[name]))
    alike = bases(rows).get(period, [])
    if not alike:
        return period, mode, None, False
    first = next(other for other in alike if other != period)
    base = address.read("fra", words("Ændring siden"), alike, lambda name: as_text(name, words), first)
    return period, mode, base, mode != colouring.CHANGE and choice.address.get("delt") == "ja"


def as_text(period: str, words: Words) -> str:
    """2019-2021 as readers see it: 2019–2021."""
    return words.period(*query.period_of(period))


def view(choice: Choice, known: Atlas, chosen: MapChoice) -> None:
    """The map, what is known of the chosen area, and the same numbers as a table and as files."""
    told = caption(choice.version, chosen.indicator_id, chosen.level, chosen.within, chosen.base or "", choice.language)

    def draw() -> None:
        element.area_map(for_element(choice, known, chosen, told), key="map", on_choice=take)

    if not choice.has_controls:
        view_layout.view(choice, **document_view(choice, known, chosen, told), body=draw)
        return
    draw()
    beside_the_map(choice, known, chosen)
    twin(choice, known, chosen, told)
    without_place(choice, known)


def take(changes: dict[str, str | None]) -> None:
    """What a reader chose in the map, written to the address; `side` is a page to go to."""
    page = changes.pop("side", None)
    if page:
        address.go(page, **changes)
    else:
        address.choose(**changes)


def for_element(choice: Choice, known: Atlas, chosen: MapChoice, told: Mapping[str, Any]) -> dict[str, Any]:
    """Everything the map in the browser needs. `told` as from `caption`."""
    words, version = choice.words, choice.version
    background = tiles.config() if any(layer.layer_id == layers.TILES for layer in chosen.layers) else None
    crumbs = [{"id": None, "name": words(atlas.LEVELS[Level.COUNTRY][1])}]
    crumbs += [{"id": area_id, "name": known.names[area_id]} for area_id in known.paths.get(chosen.within, [])]
    return element_data.for_browser(
        words,
        files=element_data.Files(
            catalogue=catalogue.url(version, choice.language),
            geometry=store.url_of(version, "geometry-{level}"),
            values=store.url_of(version, "values-{indicator}"),
            background=store.url(version, "background"),
            marks=store.url(version, "marks"),
        ),
        overlaid=OVERLAID,
        choice={
            "indikator": chosen.indicator_id,
            "niveau": chosen.level,
            "aar": chosen.period,
            "farver": chosen.mode,
            "fra": chosen.base,
            "delt": "ja" if chosen.split else None,
            "omraade": None if chosen.area_id == atlas.COUNTRY else chosen.area_id,
            "inden_for": chosen.within,
            "lag": ",".join(layer.layer_id for layer in chosen.layers) or None,
        },
        layers=[{"id": layer_id, "label": layer.label} for layer_id, layer in chosen.offered.items()],
        sentences=told["sentences"],
        sources=told["sources"],
        boundaries=boundaries(choice, known, chosen.level),
        signs=[layer.sign_for_browser() for layer in chosen.layers if layer.sign],
        lines=[
            {**layer.line_for_browser(), "url": store.url(version, layer.file)}
            for layer in [*layers.always(chosen.level, words), *chosen.layers]
            if layer.file and layers.is_drawn(layer, chosen.level)
        ],
        tiles=background and background.for_browser(),
        crumbs=crumbs,
        about=about(known, chosen, words),
        projector=choice.projector,
        meeting=choice.stage is Stage.MEETING,
    )


@streamlit.cache_data(max_entries=KEPT, show_spinner=False, hash_funcs={Version: store.key})
def caption(
    version: Version, indicator_id: str, level: str, within: str | None, base: str, language: str
) -> dict[str, dict[str, Any]]:
    """What the map says in every period: `sentences` by colouring and period, `sources` by period."""
    known, words = shelf.book(version), Words(language)
    indicator, rows = known.indicator(indicator_id), known.rows(indicator_id, level, within)
    total, many = len(known.inside(level, within)), words(atlas.LEVELS[level][1])
    return {
        "sentences": {
            mode: map_sentences.sentences(
                rows, known.periods(indicator_id, level), total, indicator, mode, base, many, words
            )
            for mode in colouring.offered(rows)
        },
        "sources": {
            query.period_name(*period): sentences.source_line(Observation.of(own), known.sources, words)
            for period, own in rows.groupby(map_sentences.PERIOD)
        },
    }


def boundaries(choice: Choice, known: Atlas, level: str) -> str:
    """From which years the borders are."""
    areas = known.known[known.known["level"] == level]
    years = sorted(areas["boundary_year"].dropna().astype(int).unique())
    return choice.words("Områdegrænser fra {years}.", years=", ".join(map(str, years))) if years else ""


def about(known: Atlas, chosen: MapChoice, words: Words) -> dict[str, Any]:
    """What the map's card says of the chosen area besides its number: facts, the levels below, ways to other pages."""
    area_id = chosen.area_id
    if area_id == atlas.COUNTRY:
        return {"area": None}
    links = [
        {"label": words("Åbn områdeprofilen"), "page": "omraade", "changes": {}},
        {"label": words("Sammenlign med andre områder"), "page": "sammenlign", "changes": {"omraader": area_id}},
    ]
    if parent := known.parent_id(area_id):
        links.append(
            {
                "label": words("Sigtelser i {name}", name=known.names[parent]),
                "page": "sigtelser",
                "changes": {"kommune": parent},
            }
        )
    return {
        "area": area_id,
        "facts": known.facts(area_id, words),
        "links": links,
        "drill": known.drill(area_id, chosen.indicator_id, words),
    }


def beside_the_map(choice: Choice, known: Atlas, chosen: MapChoice) -> None:
    """The card of a chosen area that this map does not draw, because it has no place or is of another level."""
    words, area_id = choice.words, chosen.area_id
    own = known.known.loc[area_id]
    drawn = own["level"] == chosen.level or (own["level"] == Level.HOUSING_AREA and chosen.level in OVERLAID)
    if area_id == atlas.COUNTRY or (drawn and own["geometry_kind"] != "none"):
        return
    number = known.card(chosen.indicator_id, area_id, chosen.period)
    source = sentences.source_line([number], known.sources, words) if number.source_id else ""
    told = about(known, chosen, words)
    number_card = card.area_card(number, known.names[area_id], known.indicator(chosen.indicator_id), source, words)
    card.show(number_card, told["facts"], key=area_id)
    with streamlit.container(horizontal=True):
        for link in told["links"]:
            links.page_link(choice, link["page"], link["label"], **link["changes"])


def twin(choice: Choice, known: Atlas, chosen: MapChoice, told: Mapping[str, Any]) -> None:
    """The map as a table, and the map and the table as files. `told` as from `caption`."""
    words, version = choice.words, choice.version
    indicator = known.indicator(chosen.indicator_id)
    own = colouring.colouring(chosen.mode, indicator, words)
    view_layout.folded_table(choice, lambda: twin_table(choice, known, chosen), own.title, "kort")
    shown = shown_period(chosen, words)

    def as_table() -> bytes:
        rows, columns = twin_table(choice, known, chosen)
        return tables.to_csv(rows, columns, words, downloads.meta(choice, f"{own.title}, {shown}"))

    def as_map() -> bytes:
        return standalone.standalone(
            indicator,
            own,
            words,
            geometry=web_json(choice, f"geometry-{chosen.level}"),
            background=web_json(choice, "background"),
            rows=map_rows(known, chosen),
            period=shown,
            sentence=told["sentences"][chosen.mode].get(chosen.period, ""),
            source=told["sources"].get(chosen.period, ""),
            mark=downloads.mark(choice),
        ).encode()

    with streamlit.container(horizontal=True):
        downloads.download(choice, as_table, own.title, "kort")
        streamlit.download_button(
            words("Hent kortet som én fil"),
            as_map,
            f"kort_{chosen.indicator_id}_{chosen.period}_{version.name}.html",
            "text/html",
            key="html-kort",
            on_click="ignore",
            type="tertiary",
            icon=":material/download:",
        )
        view_layout.add_to_agenda(choice, "kort")


def document_view(choice: Choice, known: Atlas, chosen: MapChoice, told: Mapping[str, Any]) -> dict[str, Any]:
    """The parts of the map as a view of a document: a picture for the map, and its table. `told` as from `caption`."""
    own = colouring.colouring(chosen.mode, known.indicator(chosen.indicator_id), choice.words)
    rows, columns = twin_table(choice, known, chosen)
    notes = (told["sources"].get(chosen.period, ""), boundaries(choice, known, chosen.level))
    source = " ".join(note for note in notes if note)
    return {
        "title": f"{own.title}, {shown_period(chosen, choice.words)}",
        "key": "kort",
        "sentence": told["sentences"][chosen.mode].get(chosen.period, ""),
        "table": rows,
        "columns": columns,
        "source": source,
        "alt": f"{own.title}. {told['sentences'][chosen.mode].get(chosen.period, '')}",
        "picture": lambda: pictures.png(picture_sheet(choice, known, chosen, own, source)),
    }


def picture_sheet(choice: Choice, known: Atlas, chosen: MapChoice, own: Colouring, source: str) -> pictures.Sheet:
    """What the picture of the map is drawn from: the same files, rows and words as the map in the browser."""
    words, indicator = choice.words, known.indicator(chosen.indicator_id)
    geometry, marks = web_json(choice, f"geometry-{chosen.level}"), web_json(choice, "marks")
    periods = [chosen.base, chosen.period] if chosen.split else [chosen.period]
    sides = []
    for period in periods:
        rows = map_rows(known, replace(chosen, period=period)).set_index("area_id", drop=False)
        found = [feature for feature in geometry["features"] if feature["id"] in rows.index]
        sides.append(
            pictures.Side(
                as_text(period, words) if chosen.split else shown_period(chosen, words),
                {one["id"]: standalone.reading(one, rows, indicator, own, words) for one in found},
            )
        )
    drawn = [
        layer
        for layer in (*layers.always(chosen.level, words), *chosen.layers)
        if layer.file and layers.is_drawn(layer, chosen.level)
    ]
    stand_in = any(reading.kind == "stand_in" for side in sides for reading in side.readings.values())
    places = web_json(choice, f"geometry-{Level.HOUSING_AREA}")["features"] if chosen.level in OVERLAID else []
    return pictures.Sheet(
        title=own.title,
        unit=words(UNITS[indicator["unit"]].after_numbers),
        colouring=own,
        sides=sides,
        missing=element_data.unclassed(words),
        geometry=geometry,
        background=web_json(choice, "background"),
        lines={layer.label: web_json(choice, layer.file) for layer in drawn},
        signs={(layer.sign, layer.label): layers.marked(layer, marks) for layer in chosen.layers if layer.sign},
        places={feature["id"]: shape(feature["geometry"]) for feature in places},
        chosen=chosen.area_id,
        has_spots=chosen.level == Level.HOUSING_AREA,
        notes=[*([words("Stiplet: {text}", text=element_data.texts(words)["stand_in"])] if stand_in else []), source],
    )


def shown_period(chosen: MapChoice, words: Words) -> str:
    """The period of the map in words; for a change from which to which."""
    shown = as_text(chosen.period, words)
    if chosen.mode != colouring.CHANGE:
        return shown
    return words("fra {from} til {to}", **{"from": as_text(chosen.base, words), "to": shown})


def map_rows(known: Atlas, chosen: MapChoice) -> pandas.DataFrame:
    """What the map shows of every area of the level, by name: as `Atlas.values`, for a change its size and limits."""
    values = known.values(chosen.indicator_id, chosen.level, chosen.period, chosen.within)
    if chosen.mode != colouring.CHANGE:
        return values
    before = known.values(chosen.indicator_id, chosen.level, chosen.base, chosen.within)
    pairs = map_sentences.change(before, values).set_index("area_id").reindex(values["area_id"])
    missing = before.set_index("area_id")["status"].reindex(values["area_id"]).reset_index(drop=True)
    status = values["status"].where(values["status"] != Status.SHOWN, missing)
    uncompared = (status == Status.SHOWN) & pairs["value"].isna().to_numpy()
    return values.assign(
        status=status.mask(uncompared, "not_compared"),
        **{name: pairs[name].to_numpy() for name in ("before", "after", "value", "low", "high")},
    )


def twin_table(choice: Choice, known: Atlas, chosen: MapChoice) -> tuple[pandas.DataFrame, list[tables.Column]]:
    """The map as a table: its rows and their columns."""
    words, indicator = choice.words, known.indicator(chosen.indicator_id)
    unit, decimals = words(labels.UNITS[indicator["unit"]]), int(indicator["decimals"])
    rows = tables.observations(map_rows(known, chosen), known.names, known.sources, words)
    columns = tables.observation_columns(unit, decimals, words)
    if chosen.mode != colouring.CHANGE:
        return rows, columns
    verdicts = [map_sentences.verdict(low, high, words) for low, high in zip(rows["low"], rows["high"], strict=True)]
    return rows.assign(verdict=verdicts), tables.change_columns(
        unit, decimals, as_text(chosen.base, words), as_text(chosen.period, words), words
    )


def without_place(choice: Choice, known: Atlas) -> None:
    """The housing areas that stand beside the map because no source places them, each with the way to its profile."""
    unplaced, words = known.without_place(), choice.words
    if unplaced:
        title = words.plural("{n} boligområde uden placering", "{n} boligområder uden placering", len(unplaced))
        with streamlit.expander(title):
            for area_id in unplaced:
                links.page_link(choice, "omraade", known.names[area_id], omraade=area_id)


def web_json(choice: Choice, name: str) -> dict[str, Any]:
    """A prepared file for the browser, read by the server for the map that is downloaded."""
    path = store.web_file(choice.version.dataset, choice.version.name, name)
    return json.loads(gzip.decompress(path.read_bytes()))
