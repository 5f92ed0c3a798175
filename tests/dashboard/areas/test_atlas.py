"""Ways between levels, what can be shown where, and what is known of an area."""

from dataclasses import replace

import pandas
import pytest

from dashboard.area_map.colouring import offered
from dashboard.area_map.periods import bases, newest_shown
from dashboard.areas.atlas import Atlas
from dashboard.i18n.words import Words
from tests.levels import LEVELS, of_kinds

DANISH = Words("da")
AREAS = (
    pandas.DataFrame(
        [
            ("danmark", "Danmark", "country", ""),
            ("region_a", "Region A", "region", ""),
            ("kommune_0101", "By", "municipality", "0101"),
            ("kommune_0102", "Land", "municipality", "0102"),
            ("bydel", "Havnen", "district", "0101"),
            ("estate", "Åparken", "housing_area", "0101"),
            ("lost", "Væk", "housing_area", "0102"),
        ],
        columns=["area_id", "name", "level", "municipality_code"],
    )
    .pipe(of_kinds)
    .assign(aliases="", town="", valid_from=pandas.NA, geometry_kind="outline", geometry_note_da="", note_da="")
)
AREAS.loc[AREAS["area_id"].isin(["danmark", "lost"]), "geometry_kind"] = "none"
MEMBERSHIPS = pandas.DataFrame(
    [
        ("region_a", "danmark", "administrative"),
        ("kommune_0101", "region_a", "administrative"),
        ("kommune_0102", "region_a", "administrative"),
        ("bydel", "kommune_0101", "administrative"),
        ("estate", "bydel", "city_district"),
        ("estate", "kommune_0101", "administrative"),
        ("estate", "pool", "group"),
        ("lost", "kommune_0102", "administrative"),
    ],
    columns=["area_id", "parent_id", "kind"],
)
INDICATORS = pandas.DataFrame(
    {
        "indicator_id": ["charges", "residents", "invisible"],
        "name_da": ["Sigtelser", "Beboere", "Uden sted"],
    }
)


def observation(indicator_id: str, area_id: str, year: int, **more: object) -> dict[str, object]:
    return {
        "indicator_id": indicator_id,
        "area_id": area_id,
        "period_start": year,
        "period_end": year,
        "age_group": "all",
        "breakdown": "all",
        "edition": "",
        "value": 1.0,
        "status": "shown",
        "value_certainty": "A",
        "source_id": "s",
        "comparison": "not_compared",
        "municipality_comparison": "",
        **more,
    }


OBSERVATIONS = pandas.DataFrame(
    [
        observation("charges", "kommune_0101", 2015, comparison="above"),
        observation("charges", "kommune_0101", 2016),
        observation("charges", "kommune_0102", 2016),
        observation("charges", "region_a", 2016),
        observation("residents", "estate", 2016),
        observation("residents", "lost", 2016),
        observation("invisible", "lost", 2016),
    ]
)


@pytest.fixture
def known() -> Atlas:
    empty = pandas.DataFrame()
    return Atlas(
        observations=OBSERVATIONS,
        indicators=INDICATORS,
        areas=AREAS,
        memberships=MEMBERSHIPS,
        lists=empty,
        designations=empty,
        roles=empty,
        projects=empty,
        sources=empty,
        levels=LEVELS,
    )


def test_the_way_to_an_area_goes_from_large_to_small_without_groups_and_country(known: Atlas):
    assert known.paths["estate"] == ["region_a", "kommune_0101", "bydel", "estate"]
    assert known.paths["danmark"] == []


def test_what_lies_inside_an_area(known: Atlas):
    assert known.inside("housing_area", None) == ["estate", "lost"]
    assert known.inside("housing_area", "kommune_0101") == ["estate"]
    assert known.inside("municipality", "bydel") == []


def test_a_level_without_any_placed_area_cannot_be_drawn(known: Atlas):
    assert known.levels_of("charges") == ["region", "municipality"]
    nowhere = replace(known, areas=AREAS.assign(geometry_kind="none"))
    assert nowhere.levels_of("charges") == []


def test_the_way_down_keeps_the_indicator_where_it_can_and_names_another_where_it_cannot(known: Atlas):
    municipalities, estates = known.drill("region_a", "charges", DANISH)
    assert municipalities == {
        "label": "Region A: vis kommunerne",
        "changes": {"inden_for": "region_a", "niveau": "municipality", "omraade": None},
    }
    assert estates["label"] == "Region A: vis boligområderne (Beboere)"
    assert estates["changes"]["indikator"] == "residents"
    assert estates["changes"]["aar"] is None
    assert known.drill("estate", "charges", DANISH) == []


def test_rows_are_those_of_the_level_inside_the_area(known: Atlas):
    assert known.rows("charges", "municipality")["area_id"].tolist() == ["kommune_0101", "kommune_0101", "kommune_0102"]
    assert known.rows("residents", "housing_area", "kommune_0102")["area_id"].tolist() == ["lost"]


def test_periods_are_those_of_the_level(known: Atlas):
    assert known.periods("charges", "municipality") == ["2015", "2016"]
    assert known.periods("charges", "region") == ["2016"]


def test_colours_are_offered_only_where_they_say_something(known: Atlas):
    assert offered(known.rows("charges", "municipality")) == ["tal", "land", "aendring"]
    assert offered(known.rows("residents", "housing_area")) == ["tal"]


def test_periods_are_compared_with_those_that_are_as_long():
    rows = pandas.DataFrame({"period_start": [2015, 2016, 2015], "period_end": [2015, 2016, 2017]})
    assert bases(rows) == {"2015": ["2015", "2016"], "2016": ["2015", "2016"]}


def test_the_newest_period_with_a_number_to_show():
    rows = pandas.DataFrame(
        {
            "period_start": [2015, 2014, 2016],
            "period_end": [2015, 2016, 2016],
            "status": ["shown", "shown", "hidden"],
        }
    )
    assert newest_shown(rows) == "2014-2016"
    assert newest_shown(rows.iloc[:0]) is None
