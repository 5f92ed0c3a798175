"""What the browser gets beside shapes: numbers with their origin, marks, the search, and what lies in what."""

from dataclasses import replace
from typing import Any

import pytest

from dashboard.prepare import web_files
from data import query
from data.contracts import Designation, Level, Membership, Observation, Project, Role, Source, Status, Trend
from geo.contract import PlacedArea
from tests.levels import LEVELS, OWN_LEVELS
from tests.records import record

AREAS = [
    record(PlacedArea, area_id=area_id, name=name, level=level, level_kind=level, municipality_code=code)
    for area_id, name, level, code in (
        ("danmark", "Danmark", Level.COUNTRY, ""),
        ("region_midtjylland", "Midtjylland", Level.REGION, ""),
        ("kommune_0751", "Aarhus", Level.MUNICIPALITY, "0751"),
        ("kommune_0999", "Øby", Level.MUNICIPALITY, "0999"),
        ("distrikt", "Vest", Level.DISTRICT, "0751"),
        ("aaparken", "Åparken", Level.HOUSING_AREA, "0751"),
        ("aebletoften", "Æbletoften", Level.HOUSING_AREA, "0751"),
        ("gruppe", "Alle", Level.GROUP, ""),
    )
]
SOURCES = [
    record(Source, source_id=source_id, title=title)
    for source_id, title in (("rapport", "Rapporten"), ("avis", "Avisen"))
]
SAME = {"indicator_id": "sigtede", "age_group": "all", "breakdown": "all"}
ROW = {
    "low": 40.0,
    "high": 60.0,
    "comparison": "above",
    "derived": True,
    "source_id": "rapport",
    "page": "7",
    "value_certainty": "A",
}


def observation(area: str, start: int, end: int, value: float | None, changes: dict[str, Any]) -> Observation:
    period = {"period_start": start, "period_end": end}
    return record(Observation, **{**SAME, **ROW, "area_id": area, **period, "value": value, **changes})


def values(*rows, level="housing_area", trends=()):
    """What the browser gets of observations as (area, start, end, value, changes) and trends as (area, verdict,
    changes); all of it, and the areas of one level.
    """
    tables = {
        "areas": PlacedArea.frame(AREAS),
        "levels": LEVELS,
        "observations": Observation.frame(observation(*row) for row in rows),
        "sources": Source.frame(SOURCES),
        "trends": Trend.frame(
            record(Trend, **{**SAME, "area_id": area, "verdict": verdict, **changes})
            for area, verdict, changes in trends
        ),
    }
    found = web_files.indicator_values(web_files.Book.of(tables), "sigtede", decimals=2)
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
    memberships = [
        record(Membership, area_id=area_id, parent_id=parent_id, kind=kind)
        for area_id, parent_id, kind in (
            ("kommune_0751", "region_midtjylland", "administrative"),
            ("aaparken", "distrikt", "city_district"),
            ("aaparken", "gruppe", "group"),
            ("distrikt", "aaparken", "administrative"),
        )
    ]
    within = query.parents(PlacedArea.frame(AREAS), Membership.frame(memberships), OWN_LEVELS.order)
    assert within["aaparken"] == ["region_midtjylland", "kommune_0751", "distrikt"]
    assert within["aebletoften"] == ["region_midtjylland", "kommune_0751"]
    assert within["kommune_0751"] == ["region_midtjylland"]
    assert within["kommune_0999"] == within["region_midtjylland"] == []


def test_marks_are_areas_on_lists_in_roles_and_with_projects():
    marks = web_files.marks(
        [record(Designation, list_id="udsat_2018", area_id=area_id) for area_id in ("aebletoften", "aaparken")],
        [record(Role, role="hotspot", area_id="aaparken")] * 2,
        [
            record(Project, name=name, areas=areas)
            for name, areas in (("B", "aaparken|distrikt"), ("A", "aaparken"), ("C", ""))
        ],
    )
    assert marks["lists"] == {"udsat_2018": ["aaparken", "aebletoften"]}
    assert (marks["roles"]["hotspot"], marks["roles"]["control"]) == (["aaparken"], [])
    assert marks["projects"] == {"aaparken": ["A", "B"], "distrikt": ["B"]}


def test_the_search_has_the_country_and_all_drawn_areas_in_danish_order():
    areas = {area.area_id: area for area in AREAS}
    areas["danmark"] = replace(areas["danmark"], aliases="Hele landet")
    areas["aaparken"] = replace(areas["aaparken"], town="Aarhus V")
    found = web_files.search_index(areas)
    assert [row[1] for row in found] == ["Aarhus", "Danmark", "Midtjylland", "Vest", "Æbletoften", "Øby", "Åparken"]
    assert found[1] == ["danmark", "Danmark", "Hele landet", "country", "", ""]
    assert found[-1] == ["aaparken", "Åparken", "", "housing_area", "Aarhus", "Aarhus V"]


@pytest.mark.parametrize(("value", "expected"), [(47.12345, 47.12), (None, None)])
def test_values_are_rounded_and_a_missing_one_is_null(value, expected):
    changes = {} if value else {"status": Status.HIDDEN, "low": None, "high": None, "comparison": ""}
    _, areas = values(("aaparken", 2014, 2014, value, changes), ("aebletoften", 2014, 2014, 9.0, {}))
    assert areas["aaparken"]["v"] == [expected]
    assert areas["aaparken"]["s"] == [0 if value else 1]
