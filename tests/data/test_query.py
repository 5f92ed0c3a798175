"""Picking from the prepared tables, on frames small enough to read."""

import pandas
import pytest

from data import query
from data.contracts import Observation, Status
from tests.records import record

AREAS = pandas.DataFrame(
    {
        "area_id": ["danmark", "kommune_0751", "aaparken", "oestervang", "moellevang"],
        "name": ["Danmark", "Aarhus", "Åparken", "Østervang", "Møllevang"],
        "aliases": ["", "", "", "", "Vangen|Gl. Mølle"],
        "level": ["country", "municipality", "housing_area", "housing_area", "housing_area"],
        "level_kind": ["country", "municipality", "housing_area", "housing_area", "housing_area"],
        "municipality_code": ["", "0751", "0751", "", "0751"],
        "town": ["", "", "Aarhus V", "Esbjerg", ""],
        "valid_from": pandas.array([None] * 5, dtype="Int64"),
    }
)


def observations(*rows):
    """Rows as (area, year, value, changes)."""
    base = {
        "indicator_id": "sigtede",
        "age_group": "all",
        "breakdown": "all",
        "low": 1.0,
        "high": 9.0,
        "count": 5,
        "population": 100.0,
        "reference": 20.0,
        "comparison": "similar",
        "derived": True,
        "source_id": "rapport",
        "page": "7",
        "value_certainty": "A",
        "period_certainty": "A",
    }
    return Observation.frame(
        record(
            Observation,
            **base | {"area_id": area, "period_start": year, "period_end": year, "value": value} | changes,
        )
        for area, year, value, changes in rows
    )


TWO_YEARS = observations(
    ("aaparken", 2015, 40.0, {}),
    ("aaparken", 2014, 50.0, {}),
    ("moellevang", 2014, None, {"status": Status.HIDDEN}),
    ("danmark", 2013, 20.0, {}),
)


def test_a_series_is_in_order_of_area_and_time():
    rows = query.series(TWO_YEARS, "sigtede", ["moellevang", "aaparken"])
    assert rows[["area_id", "period_start"]].to_numpy().tolist() == [
        ["aaparken", 2014],
        ["aaparken", 2015],
        ["moellevang", 2014],
    ]


def test_editions_are_kept_apart():
    rows = observations(("aaparken", 2014, 50.0, {"edition": "2015"}), ("aaparken", 2014, 48.0, {"edition": "2018"}))
    assert query.series(rows, "sigtede", ["aaparken"])["value"].tolist() == [50.0, 48.0]
    assert query.series(rows, "sigtede", ["aaparken"], edition="2015")["value"].tolist() == [50.0]
    assert query.preferred(rows)["value"].tolist() == [48.0]


def test_a_surer_source_is_preferred_in_the_same_edition():
    rows = observations(("aaparken", 2014, 24.0, {"value_certainty": "B"}), ("aaparken", 2014, 22.0, {}))
    assert query.preferred(rows)["value"].tolist() == [22.0]


@pytest.mark.parametrize(("name", "period"), [("2014", (2014, 2014)), ("2019-2021", (2019, 2021))])
def test_a_period_has_one_name(name: str, period: query.Period):
    assert query.period_name(*period) == name
    assert query.period_of(name) == period


def test_the_main_selection_is_all_or_else_what_has_most_rows():
    young = observations(
        *(("aaparken", year, 1.0, {"age_group": "15-17"}) for year in (2014, 2015)),
        ("aaparken", 2014, 1.0, {"age_group": "18_plus"}),
    )
    assert query.main_selection(TWO_YEARS, "sigtede") == ("all", "all")
    assert query.main_selection(young, "sigtede") == ("15-17", "all")


def test_the_main_rows_are_one_for_each_number_of_the_main_selection():
    rows = observations(
        ("aaparken", 2014, 50.0, {"edition": "2015"}),
        ("aaparken", 2014, 48.0, {"edition": "2018"}),
        ("aaparken", 2014, 9.0, {"age_group": "15-17"}),
    )
    assert query.main_rows(rows, "sigtede")["value"].tolist() == [48.0]


def test_only_areas_of_a_map_are_drawn():
    assert query.drawn(TWO_YEARS, AREAS)["area_id"].tolist() == ["aaparken", "aaparken", "moellevang"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("åparken", ["aaparken"]),
        ("AAPARK", ["aaparken"]),
        ("østervang", ["oestervang"]),
        ("oester", ["oestervang"]),
        ("ostervang", ["oestervang"]),
        ("aparken", ["aaparken"]),
        ("moelle", ["moellevang"]),
        ("gl. mølle", ["moellevang"]),
        ("aarhus", ["kommune_0751", "moellevang", "aaparken"]),
        ("esbjerg", ["oestervang"]),
        ("vang", ["moellevang"]),
        ("", []),
        ("  ", []),
        ("xyz", []),
        ("(", []),
    ],
)
def test_search_knows_names_aliases_places_and_danish_letters(text, found):
    assert query.search(AREAS, text)["area_id"].tolist() == found


def test_an_area_with_two_boundaries_is_found_once():
    twice = pandas.concat([AREAS, AREAS[AREAS["area_id"] == "aaparken"].assign(valid_from=2020)])
    assert query.search(twice, "åpa")["valid_from"].tolist() == [2020]
