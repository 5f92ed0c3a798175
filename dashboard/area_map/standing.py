"""An official list on the map: who is new on it, who stayed, who left, in words, as a table and as marks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas

from dashboard.area_map.caption import Caption
from dashboard.area_map.colouring import LIST, Colouring
from dashboard.area_map.standalone import Reading
from dashboard.areas.atlas import Atlas
from dashboard.charts import theme
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views import sentences
from dashboard.views.sentences import Citation
from dashboard.views.tables import Column
from data.contracts import Status
from data.lists import Edition, Move, Series
from geo.features import Feature

MOVES = {  # word, colour and shape of a mark, in the order of the legend
    Move.NEW: (N_("ny på listen"), "#b85000", "diamond"),
    Move.STAYED: (N_("på listen"), theme.ACCENT, "disc"),
    Move.LEFT: (N_("gået ud af listen"), "#ffffff", "ring"),
    Move.OFF: (N_("ikke på listen"), "#ffffff", "dot"),
}
PREFIX = "liste:"  # before the kind, where a list and an indicator stand in one catalogue


def colouring(series: Series, words: Words) -> Colouring:
    """The marks of a list; its title is the newest name of the list."""
    return Colouring(
        LIST,
        words("Officiel liste: {name}", name=words.text(series.newest.official.name)),
        tuple(colour for _, colour, _ in MOVES.values()),
        tuple(words(word) for word, _, _ in MOVES.values()),
        codes=tuple(MOVES),
        shapes=tuple(shape for *_, shape in MOVES.values()),
    )


def caption(atlas: Atlas, series: Series, words: Words) -> Caption:
    """What is said of every list of a series. Names of areas are held open by their ids, so that each can be a link."""
    named = {area_id: atlas.names[area_id] for edition in series.editions for area_id in edition.moves}
    return Caption(
        {LIST: {edition.period: sentence(atlas, edition, words) for edition in series.editions}},
        {edition.period: source(atlas, series, edition, words) for edition in series.editions},
        areas=named,
    )


def sentence(atlas: Atlas, edition: Edition, words: Words) -> str:
    """Who came, who left since which list, how many there are."""
    official, before = edition.official, edition.before
    new, left = (atlas.by_name(edition.those(move)) for move in (Move.NEW, Move.LEFT))
    day = labels.day(official.list_date, words)
    said = []
    if before:
        since = labels.day(before.list_date, words)
        said = [
            words("Kommet på listen {day}: {names}.", day=day, names=held_open(new))
            if new
            else words("Ingen nye på listen {day}.", day=day),
            words("Gået ud siden {day}: {names}.", day=since, names=held_open(left))
            if left
            else words("Ingen er gået ud siden {day}.", day=since),
        ]
    on = len(new) + len(edition.those(Move.STAYED))
    name = words.text(official.name)
    said.append(
        words.plural("{name}: {n} område.", "{name}: {n} områder.", on, name=name)
        if before
        else words.plural("{name}, {day}: {n} område.", "{name}, {day}: {n} områder.", on, name=name, day=day)
    )
    return " ".join(said)


def held_open(area_ids: Iterable[str]) -> str:
    return ", ".join(f"{{{area_id}}}" for area_id in area_ids)


def source(atlas: Atlas, series: Series, edition: Edition, words: Words) -> str:
    """Where a list is from, and under the newest, which have come since whose names are not known."""
    cited = [Citation(official.source_id) for official in (edition.official, edition.before) if official]
    said = [sentences.source_line(cited, atlas.sources, words)]
    if series.later and edition is series.newest:
        years = ", ".join(dict.fromkeys(str(official.year) for official in series.later))
        said.append(words("Navnene på senere lister ({years}) er ikke opgjort.", years=years))
    return " ".join(said)


def move(edition: Edition, area_id: str) -> Move:
    return edition.moves.get(area_id, Move.OFF)


def readings(areas: Iterable[Feature], edition: Edition, words: Words) -> dict[str, Reading]:
    """What is said of every area that has a place, by its id."""
    found = {}
    for area in areas:
        word, colour, shape = MOVES[move(edition, area.id)]
        found[area.id] = Reading(area.id, area.name, area.kind, Status.SHOWN, words(word), colour, shape)
    return found


def table(atlas: Atlas, edition: Edition, words: Words) -> tuple[pandas.DataFrame, list[Column]]:
    """Every housing area with its standing on a list, in the order of the legend; those without a place are there too.

    Columns: `area`, `municipality`, `standing`, `code` (of the municipality), `area_id`, all text.
    """
    order = list(MOVES)
    area_ids = atlas.by_name(atlas.inside(atlas.area_levels.marked or "", None))
    rows = [
        (
            atlas.names[area_id],
            atlas.parent_name(area_id),
            words(MOVES[move(edition, area_id)][0]),
            atlas.areas[area_id].municipality_code,
            area_id,
        )
        for area_id in sorted(area_ids, key=lambda area_id: order.index(move(edition, area_id)))
    ]
    columns = [
        Column("area", words("Område")),
        Column("municipality", words("Kommune")),
        Column("standing", f"{words.text(edition.official.name)}, {labels.day(edition.official.list_date, words)}"),
        Column("area_id", words("Område (kode)"), "code"),
    ]
    fields = ["area", "municipality", "standing", "code", "area_id"]
    return pandas.DataFrame(rows, columns=fields, dtype=object), columns


def catalogued(atlas: Atlas, series: Series, words: Words) -> dict[str, Any]:
    """A list as an entry of the map's catalogue, with its marks in every year, as in a file of values."""
    level, coloured = atlas.area_levels.marked or "", colouring(series, words)
    return {
        "id": PREFIX + series.kind,
        "list": series.kind,
        "title": coloured.title,
        "theme": words("Officielle lister"),
        "unit": "",
        "decimals": 0,
        "groups": [],
        "levels": {level: [LIST]},
        "fullest": level,
        "modes": {LIST: coloured.for_browser(words)},
        "unplaced": {area_id: atlas.names[area_id] for area_id in atlas.without_place()},
        "values": values(atlas, series, level),
    }


def values(atlas: Atlas, series: Series, level: str) -> Mapping[str, Any]:
    """The marks of every list of a series, in the form of `web_files.indicator_values`."""
    codes = list(MOVES)
    return {
        "indicator": PREFIX + series.kind,
        "statuses": [Status.SHOWN],
        "comparisons": codes,
        "levels": {
            level: {
                "periods": [edition.period for edition in series.editions],
                "areas": {
                    area_id: {
                        "v": [None] * len(series.editions),
                        "s": [0] * len(series.editions),
                        "c": [codes.index(move(edition, area_id)) for edition in series.editions],
                    }
                    for area_id in atlas.inside(level, None)
                },
            }
        },
    }
