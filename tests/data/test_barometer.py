"""The barometer's cells, on few areas: the latest known number, and what it is held against."""

import pandas
import pytest

from data import barometer
from data.contracts import BarometerCell, Likeness, Observation, Trend
from tests import small_dataset

AREAS = ["hav", "kær", "mose", "sø"]


def observation(area_id: str, year: int, count: int | None, population: float | None, **cells: object) -> dict:
    """100 · count / population in per cent, with limits ten points to each side."""
    value = None if count is None or population is None else 100 * count / population
    limits = {} if value is None else {"low": value - 10, "high": value + 10}
    empty = dict.fromkeys(Observation.columns(), "")
    return {
        **empty,
        **dict.fromkeys(("reference", "municipality_reference", "rank_group", "value", "low", "high")),
        "indicator_id": "ledige",
        "area_id": area_id,
        "period_start": year,
        "period_end": year,
        "age_group": "all",
        "breakdown": "all",
        "value": value,
        **limits,
        "count": count,
        "population": population,
        "status": "hidden" if count is None else "shown",
        "value_certainty": "A",
        "derived": True,
        **cells,
    }


def frame(*rows: dict) -> pandas.DataFrame:
    return pandas.DataFrame(list(rows)).astype({"count": "Int64", "rank_group": "Int64"})


UNITS = pandas.Series({"ledige": "percent", "boliger": "count"})


def test_the_latest_number_that_is_shown_counts_and_else_the_newest_row() -> None:
    rows = frame(
        observation("hav", 2021, 20, 100),
        observation("hav", 2023, None, None),
        observation("kær", 2021, None, None),
        observation("kær", 2022, None, None),
    )
    found = barometer.latest(rows).set_index("area_id")
    assert found.loc["hav", ["period_end", "status"]].tolist() == [2021, "shown"]
    assert found.loc["kær", ["period_end", "status"]].tolist() == [2022, "hidden"]


def test_areas_together_are_their_sums_of_the_same_period() -> None:
    rows = frame(
        observation("hav", 2023, 10, 100),
        observation("kær", 2023, 60, 300),
        observation("mose", 2021, 99, 100),
        observation("sø", 2023, None, None),
    )
    found = barometer.held_against(barometer.latest(rows), rows, ["hav", "kær", "sø"], UNITS).set_index("area_id")
    assert found.loc["hav", "held_reference"] == 100 * 70 / 400  # the hidden number takes no part
    assert pandas.isna(found.loc["mose", "held_reference"])  # nobody has its year
    assert found["held_comparison"].to_dict() == {"hav": "similar", "kær": "similar", "mose": "", "sø": ""}


def test_an_interval_above_the_value_is_above_and_one_area_alone_is_no_group() -> None:
    rows = frame(observation("hav", 2023, 50, 100), observation("kær", 2023, 0, 100), observation("sø", 2023, 10, 100))
    found = barometer.held_against(rows, rows, ["kær", "sø"], UNITS).set_index("area_id")
    assert found["held_reference"].tolist() == [5.0, 5.0, 5.0]
    assert found.loc["hav", "held_comparison"] == "above"
    alone = barometer.held_against(rows, rows, ["kær"], UNITS)
    assert alone["held_reference"].isna().all()
    assert set(alone["held_comparison"]) == {""}


def test_counts_that_are_no_share_have_no_value_together() -> None:
    rows = frame(
        observation("hav", 2023, 5, 1, indicator_id="boliger"), observation("sø", 2023, 5, 1, indicator_id="boliger")
    )
    found = barometer.held_against(rows, rows, ["hav", "sø"], UNITS)
    assert found["held_reference"].isna().all()


def test_a_course_is_of_one_edition_and_since_the_last_change_of_definition() -> None:
    years = {2019: 90, 2020: 10, 2021: 20, 2022: 40, 2023: 20}
    rows = frame(
        *(observation("hav", year, count, 100) for year, count in years.items()),
        observation("kær", 2022, 1, 100),
        observation("kær", 2023, 1, 100),
    )
    assert barometer.sparks(rows, {"ledige": 2020}) == {"hav": "9izi"}
    assert barometer.sparks(rows, {}) == {"hav": "z48g8"}
    assert barometer.sparks(rows.iloc[:0], {}) == {}


def test_a_gap_in_a_course_stays_a_gap() -> None:
    rows = frame(
        *(observation("hav", year, 10, 100) for year in (2020, 2021, 2023)), observation("hav", 2022, None, None)
    )
    assert barometer.sparks(rows, {}) == {"hav": "zz-z"}


def test_the_fullest_level_is_where_most_is_compared() -> None:
    found = pandas.DataFrame(
        {
            "area_id": ["by", "hav", "kær"],
            "status": "shown",
            "comparison": ["above", "not_compared", ""],
        }
    )
    level_of = {"by": "municipality", "hav": "housing_area", "kær": "housing_area"}
    levels = ["municipality", "housing_area"]
    assert barometer.fullest_level(found, level_of, levels) == "municipality"
    assert barometer.fullest_level(found.iloc[1:], level_of, levels) == "housing_area"
    assert barometer.fullest_level(found.iloc[:0], level_of, levels) == "housing_area"


@pytest.fixture
def tables() -> dict[str, pandas.DataFrame]:
    """Two municipalities in a region, with numbers, and an instrument of one number."""
    areas = pandas.DataFrame(
        {
            "area_id": ["norden", "aaby", "oeby"],
            "level": ["region", "municipality", "municipality"],
            "level_kind": ["region", "municipality", "municipality"],
            "municipality_code": ["", "0001", "0002"],
            "valid_from": pandas.array([None] * 3, dtype="Int64"),
        }
    )
    return {
        "areas": areas,
        "levels": pandas.DataFrame(list(small_dataset.LEVELS)).astype({"order": int, "has_marks": bool}),
        "memberships": pandas.DataFrame({"area_id": ["aaby", "oeby"], "parent_id": "norden", "kind": "administrative"}),
        "indicators": pandas.DataFrame({"indicator_id": ["ledige"], "unit": ["percent"]}),
        "indicator_sets": pandas.DataFrame({"indicator_id": ["ledige", "", "husleje"]}),
    }


def test_a_cell_has_its_region_its_likes_and_its_verdict(tables: dict[str, pandas.DataFrame]) -> None:
    observations = frame(
        observation("norden", 2023, 80, 100), observation("aaby", 2023, 40, 100), observation("oeby", 2023, 80, 100)
    )
    trend = {**dict.fromkeys(Trend.columns()), "indicator_id": "ledige", "area_id": "aaby", "age_group": "all"}
    trends = pandas.DataFrame(
        [{**trend, "breakdown": "all", "edition": "", "first": 2019, "last": 2023, "verdict": "decreasing"}]
    )
    alike = pandas.DataFrame([["aaby", "oeby", 1, 0.1, 2]], columns=Likeness.columns())
    found = barometer.cells(tables, observations, trends, alike).set_index("area_id")
    assert list(found.reset_index()) == ["area_id", *(name for name in BarometerCell.columns() if name != "area_id")]
    assert found.loc["aaby", ["region_reference", "region_comparison", "verdict"]].tolist() == [
        80,
        "below",
        "decreasing",
    ]
    assert found.loc["oeby", ["region_comparison", "verdict", "similar_areas"]].tolist() == ["similar", "", 0]
    assert found.loc["aaby", ["similar_areas", "similar_comparison"]].tolist() == [1, ""]  # one is no group
    assert barometer.moved(found.reset_index())["area_id"].tolist() == ["aaby"]


def test_without_an_instrument_there_are_no_cells(tables: dict[str, pandas.DataFrame]) -> None:
    observations = frame(observation("aaby", 2023, 40, 100))
    none = pandas.DataFrame(columns=Likeness.columns())
    empty = {**tables, "indicator_sets": tables["indicator_sets"].iloc[:0]}
    found = barometer.cells(empty, observations, pandas.DataFrame(columns=Trend.columns()), none)
    assert found.empty
    BarometerCell.validate(found)
