"""What the map can be coloured by."""

from __future__ import annotations

import pandas

from dashboard.area_map import catalogue
from dashboard.areas import atlas
from dashboard.i18n.words import Words
from tests.dashboard.area_map.test_standalone import INDICATOR
from tests.levels import LEVELS

DANISH = Words("da")


def catalogued(**changes: object) -> dict:
    """An indicator of the catalogue: 20 municipalities above the country in 2015, fewer in 2016."""
    record = {**INDICATOR, "indicator_id": "charges", "theme": "crime", **changes}
    areas = pandas.DataFrame(
        {
            "area_id": ["a", "b"],
            "name": ["A", "B"],
            "level": "municipality",
            "level_kind": "municipality",
            "municipality_code": ["0101", "0102"],
            "valid_from": None,
            "geometry_kind": "outline",
        }
    )
    rows = pandas.DataFrame(
        {
            "indicator_id": "charges",
            "area_id": ["a", "b", "a"],
            "period_start": [2015, 2015, 2016],
            "period_end": [2015, 2015, 2016],
            "age_group": "all",
            "breakdown": "all",
            "edition": "",
            "status": "shown",
            "value_certainty": "A",
            "comparison": ["above", "similar", "above"],
            "municipality_comparison": "",
        }
    )
    empty = {name: pandas.DataFrame() for name in atlas.TABLES}
    book = atlas.Atlas(
        **{**empty, "indicators": pandas.DataFrame([record]), "areas": areas, "observations": rows, "levels": LEVELS}
    )
    return catalogue.catalogue(book, DANISH)["indicators"][0]


def test_the_catalogue_says_what_an_indicator_can_be_coloured_by_on_each_level():
    entry = catalogued()
    assert entry["levels"] == {"municipality": ["tal", "land", "aendring"]}
    assert entry["modes"]["tal"]["labels"] == ["højst 10", "over 10 til 20", "over 20"]
    assert "kommune" not in entry["modes"]
    assert (entry["title"], entry["theme"], entry["unit"]) == ("Sigtede", "Kriminalitet", "pr. 1.000")


def test_a_count_has_no_unit_behind_it_and_the_first_group_is_named_by_what_is_good():
    assert catalogued(unit="count")["unit"] == ""
    assert "gruppe 1 har de højeste tal" in catalogued()["group"]
    assert "gruppe 1 har de laveste tal" in catalogued(direction="high_is_good")["group"]
