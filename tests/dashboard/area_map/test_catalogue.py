"""What the map can be coloured by."""

from __future__ import annotations

from dataclasses import replace

from dashboard.area_map import catalogue
from dashboard.i18n.words import Words
from data.contracts import Direction, Level, Observation
from geo.contract import Kind, PlacedArea
from tests.dashboard.area_map.test_standalone import INDICATOR
from tests.dashboard.areas.atlases import atlas
from tests.records import record

DANISH = Words("da")


def row(area_id: str, year: int, comparison: str) -> Observation:
    return record(
        Observation,
        indicator_id="charges",
        area_id=area_id,
        period_start=year,
        period_end=year,
        age_group="all",
        breakdown="all",
        comparison=comparison,
    )


def catalogued(**changes: object) -> dict:
    """An indicator of the catalogue: 20 municipalities above the country in 2015, fewer in 2016."""
    areas = [
        record(PlacedArea, area_id=area_id, name=area_id, level=Level.MUNICIPALITY, geometry_kind=Kind.OUTLINE)
        for area_id in ("a", "b")
    ]
    rows = [row("a", 2015, "above"), row("b", 2015, "similar"), row("a", 2016, "above")]
    indicator = replace(INDICATOR, indicator_id="charges", theme="crime", **changes)
    return catalogue.catalogue(atlas(indicator, *areas, *rows), DANISH)["indicators"][0]


def test_the_catalogue_says_what_an_indicator_can_be_coloured_by_on_each_level():
    entry = catalogued()
    assert entry["levels"] == {"municipality": ["tal", "land", "aendring"]}
    assert entry["modes"]["tal"]["labels"] == ["højst 10", "over 10 til 20", "over 20"]
    assert "kommune" not in entry["modes"]
    assert (entry["title"], entry["theme"], entry["unit"]) == ("Sigtede", "Kriminalitet", "pr. 1.000")


def test_a_count_has_no_unit_behind_it_and_the_first_group_is_named_by_what_is_good():
    assert catalogued(unit="count")["unit"] == ""
    assert (fifths := catalogued()["groups"])[0] == "Blandt den højeste femtedel"
    assert catalogued(direction=Direction.HIGH_IS_GOOD)["groups"] == fifths[::-1]
