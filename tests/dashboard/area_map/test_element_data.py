"""The map element gets words, addresses and choices, and a word for every missing number."""

from __future__ import annotations

import json
import re

from dashboard.area_map import element_data
from dashboard.i18n import missing
from dashboard.i18n.words import Words
from dashboard.ui import assets

DANISH = Words("da")


CHOICE = {"indikator": "charges", "niveau": "municipality", "aar": "2016-2018", "farver": "tal", "omraade": None}


def element() -> dict:
    return element_data.for_browser(
        DANISH,
        files=element_data.Files("c", "g-{level}", "v-{indicator}", "b", "m"),
        choice=CHOICE,
        address={"indikator": "charges"},
        sentences={},
        sources={},
    )


def test_the_words_for_areas_without_a_class_have_a_pattern_each():
    entries = element_data.unclassed(DANISH)
    assert set(entries) == {"hidden", "not_collected", "not_relevant", "too_few", "not_compared"}
    for part in ("label", "pattern", "drawing", "image"):
        assert len({entry[part] for entry in entries.values()}) == 5


def test_the_map_draws_patterns_in_the_same_ink_as_the_pictures():
    rule = re.search(r"\.drawing \{([^}]*)\}", (assets.FOLDER / "map" / "map.css").read_text(encoding="utf-8"))[1]
    assert f"stroke: {missing.INK};" in rule and f"stroke-width: {missing.THICKNESS};" in rule


def test_the_element_gets_choices_and_addresses_but_no_numbers_of_areas():
    data = element()
    assert len(json.dumps(data).encode()) < 7_000
    assert data["choice"]["aar"] == "2016-2018"
    assert data["files"]["values"] == "v-{indicator}"


def test_every_text_the_scripts_ask_for_is_given():
    scripts = "".join(path.read_text(encoding="utf-8") for path in (assets.FOLDER / "map").glob("*.js"))
    asked = set(re.findall(r"texts\.(\w+)", scripts)) | {
        "increased",
        "decreased",
        "unsure",
        "failed",
        "retry",
        "interval",
        "interval_below_zero",
    }
    assert {"keys", "play", "ranking", "path"} <= asked <= set(element_data.texts(DANISH))
