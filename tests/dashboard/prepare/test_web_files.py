"""What the browser gets beside shapes: numbers with their origin, marks, the search, and what lies in what."""

import pandas
import pytest

from dashboard.prepare import web_files
from data import query
from tests.levels import LEVELS, OWN_LEVELS, of_kinds

AREAS = (
    pandas.DataFrame(
        [
            ("danmark", "Danmark", "country", ""),
            ("region_midtjylland", "Midtjylland", "region", ""),
            ("kommune_0751", "Aarhus", "municipality", "0751"),
            ("kommune_0999", "Øby", "municipality", "0999"),
            ("distrikt", "Vest", "district", "0751"),
            ("aaparken", "Åparken", "housing_area", "0751"),
            ("aebletoften", "Æbletoften", "housing_area", "0751"),
            ("gruppe", "Alle", "group", ""),
        ],
        columns=["area_id", "name", "level", "municipality_code"],
    )
    .pipe(of_kinds)
    .assign(aliases="", town="", valid_from=pandas.array([pandas.NA] * 8, dtype="Int64"))
)
ROW = {
    "indicator_id": "sigtede",
    "age_group": "all",
    "breakdown": "all",
    "edition": "",
    "low": 40.0,
    "high": 60.0,
    "status": "shown",
    "comparison": "above",
    "municipality_comparison": "",
    "rank_group": pandas.NA,
    "derived": True,
    "source_id": "rapport",
    "page": "7",
    "value_certainty": "A",
}
TREND = {"indicator_id": "sigtede", "age_group": "all", "breakdown": "all", "edition": ""}


def tables(*rows, trends=()):
    """Prepared tables of observations as (area, start, end, value, changes) and trends as (area, verdict, changes)."""
    observations = [
        {**ROW, "area_id": area, "period_start": start, "period_end": end, "value": value, **changes}
        for area, start, end, value, changes in rows
    ]
    verdicts = [{**TREND, "area_id": area, "verdict": verdict, **changes} for area, verdict, changes in trends]
    return {
        "areas": AREAS,
        "levels": LEVELS,
        "observations": pandas.DataFrame(observations).astype({"rank_group": "Int64"}),
        "sources": pandas.DataFrame({"source_id": ["rapport", "avis"], "title": ["Rapporten", "Avisen"]}),
        "trends": pandas.DataFrame(verdicts, columns=[*TREND, "area_id", "verdict"]),
    }


def values(*rows, level="housing_area", trends=()):
    found = web_files.indicator_values(tables(*rows, trends=trends), "sigtede", decimals=2)
    return found, found["levels"][level]["areas"]


def test_each_number_tells_where_it_comes_from():
    found, areas = values(
        ("aaparken", 2014, 2014, 50.0, {}),
        ("aaparken", 2016, 2016, 48.0, {"derived": False, "source_id": "avis", "page": ""}),
        ("aebletoften", 2015, 2015, 9.0, {}),
    )
    assert found["origins"] == [("Avisen", "", "A", 0), ("Rapporten", "7", "A", 1)]
    assert [areas[area]["o"] for area in ("aaparken", "aebletoften")] == [[1, None, 0], [None, 1, None]]


def test_numbers_of_two_editions_are_told_apart():
    _, areas = values(
        ("aaparken", 2014, 2014, 50.0, {}),
        ("aaparken", 2015, 2015, 48.0, {"edition": "ny"}),
        ("aebletoften", 2014, 2014, 9.0, {}),
    )
    assert areas["aaparken"]["e"] == [0, 1]
    assert "e" not in areas["aebletoften"]


def test_group_and_municipality_are_there_only_where_an_area_has_them():
    _, areas = values(
        ("aaparken", 2014, 2014, 50.0, {"rank_group": 1, "municipality_comparison": "above"}),
        ("aaparken", 2015, 2015, 48.0, {}),
        ("aebletoften", 2014, 2014, 9.0, {}),
    )
    assert (areas["aaparken"]["g"], areas["aaparken"]["m"]) == ([1, None], [1, 0])
    assert not {"g", "m"} & set(areas["aebletoften"])


def test_the_trend_is_that_of_the_latest_edition_or_empty():
    rows = [("aaparken", 2014, 2014, 50.0, {}), ("aebletoften", 2014, 2014, 9.0, {})]
    trends = [
        ("aaparken", "decreasing", {"edition": "2018"}),
        ("aaparken", "increasing", {"edition": "2015"}),
        ("aebletoften", "increasing", {"age_group": "15-17"}),
    ]
    _, areas = values(*rows, trends=trends)
    assert (areas["aaparken"]["t"], areas["aebletoften"]["t"]) == ("decreasing", "")


def test_an_area_lies_in_all_that_is_above_it_from_large_to_small():
    memberships = pandas.DataFrame(
        [
            ("kommune_0751", "region_midtjylland", "administrative"),
            ("aaparken", "distrikt", "city_district"),
            ("aaparken", "gruppe", "group"),
            ("distrikt", "aaparken", "administrative"),
        ],
        columns=["area_id", "parent_id", "kind"],
    )
    within = query.parents(AREAS, memberships, OWN_LEVELS.order)
    assert within["aaparken"] == ["region_midtjylland", "kommune_0751", "distrikt"]
    assert within["aebletoften"] == ["region_midtjylland", "kommune_0751"]
    assert within["kommune_0751"] == ["region_midtjylland"]
    assert within["kommune_0999"] == within["region_midtjylland"] == []


def test_marks_are_areas_on_lists_in_roles_and_with_projects():
    marks = web_files.marks(
        {
            "designations": pandas.DataFrame({"list_id": ["udsat_2018"] * 2, "area_id": ["aebletoften", "aaparken"]}),
            "roles": pandas.DataFrame({"role": ["hotspot", "hotspot"], "area_id": ["aaparken", "aaparken"]}),
            "projects": pandas.DataFrame({"name": ["B", "A", "C"], "areas": ["aaparken|distrikt", "aaparken", ""]}),
        }
    )
    assert marks["lists"] == {"udsat_2018": ["aaparken", "aebletoften"]}
    assert (marks["roles"]["hotspot"], marks["roles"]["control"]) == (["aaparken"], [])
    assert marks["projects"] == {"aaparken": ["A", "B"], "distrikt": ["B"]}


def test_the_search_has_the_country_and_all_drawn_areas_in_danish_order():
    towns, aliases = [*[""] * 5, "Aarhus V", "", ""], ["Hele landet", *[""] * 7]
    found = web_files.search_index(AREAS.assign(aliases=aliases, town=towns))
    assert [row[1] for row in found] == ["Aarhus", "Danmark", "Midtjylland", "Vest", "Æbletoften", "Øby", "Åparken"]
    assert found[1] == ["danmark", "Danmark", "Hele landet", "country", "", ""]
    assert found[-1] == ["aaparken", "Åparken", "", "housing_area", "Aarhus", "Aarhus V"]


@pytest.mark.parametrize(("value", "expected"), [(47.12345, 47.12), (None, None)])
def test_values_are_rounded_and_a_missing_one_is_null(value, expected):
    changes = {} if value else {"status": "hidden", "low": None, "high": None, "comparison": ""}
    _, areas = values(("aaparken", 2014, 2014, value, changes), ("aebletoften", 2014, 2014, 9.0, {}))
    assert areas["aaparken"]["v"] == [expected]
    assert areas["aaparken"]["s"] == [0 if value else 1]
