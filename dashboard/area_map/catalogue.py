"""What the map can be coloured by: a file the browser keeps, one a version and language."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import streamlit

from dashboard import store
from dashboard.area_map import standing
from dashboard.area_map.colouring import colouring, offered
from dashboard.areas import shelf
from dashboard.areas.atlas import Atlas
from dashboard.i18n import labels
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import N_, Words
from data.contracts import Direction
from data.versions import Version

FIFTHS = (  # from the highest numbers to the lowest
    N_("Blandt den højeste femtedel"),
    N_("Blandt den næsthøjeste femtedel"),
    N_("Blandt den midterste femtedel"),
    N_("Blandt den næstlaveste femtedel"),
    N_("Blandt den laveste femtedel"),
)
GROUPS = {  # fifths of the areas; the first is worst off where an indicator has a good direction
    False: FIFTHS,
    True: FIFTHS[::-1],
}


def catalogue(book: Atlas, words: Words) -> dict[str, Any]:
    """What the map can be of, in the reader's language: levels by id, every official list, and every indicator with its
    name, unit, classes in each colouring, the colourings it has on each level, and the level it is first shown on.
    """
    return {
        "levels": {row.level: words.text(row.plural) for row in book.area_levels},
        "indicators": [
            *(standing.catalogued(book, series, words) for series in book.series.values()),
            *(catalogued(book, indicator_id, words) for indicator_id in book.indicator_ids),
        ],
    }


def catalogued(book: Atlas, indicator_id: str, words: Words) -> dict[str, Any]:
    """One indicator of the `catalogue`."""
    indicator, levels = book.indicators[indicator_id], book.levels(indicator_id)
    able = {level: offered(book.rows(indicator_id, level)) for level in levels}
    modes = {mode for of_level in able.values() for mode in of_level}
    return {
        "id": indicator_id,
        "title": words.text(indicator.name),
        "theme": words(labels.THEMES[indicator.theme]),
        "unit": words(UNITS[indicator.unit].after_numbers),
        "decimals": indicator.decimals,
        "groups": [words(name) for name in GROUPS[indicator.direction is Direction.HIGH_IS_GOOD]],
        "levels": able,
        "fullest": book.fullest(levels),
        "modes": {mode: colouring(mode, indicator, words).for_browser(words) for mode in sorted(modes)},
    }


@streamlit.cache_resource(max_entries=6, show_spinner=False, hash_funcs={Version: store.key})
def packed(version: Version, language: str) -> tuple[str, bytes]:
    """What the map can show of a version, as JSON under the hash of its content: see `catalogue`."""
    made = catalogue(shelf.book(version), Words(language))
    content = json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(content).hexdigest()[:12], content


def url(version: Version, language: str) -> str:
    """Where the browser finds the `catalogue`; it may keep it for ever."""
    return f"/kortkatalog/{version.dataset}/{version.name}/{language}/{packed(version, language)[0]}.json"
