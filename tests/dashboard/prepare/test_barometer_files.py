"""What the browser gets of an instrument on a level: lists in the order of the areas' names, and nothing of others."""

import pandas
import pytest

from dashboard.prepare import barometer_files
from data.contracts import BarometerCell, Break, Indicator, IndicatorSet, Level, Observation, Status
from geo.contract import PlacedArea
from tests.levels import LEVELS
from tests.records import record

MUNICIPALITY = {"level": "municipality", "level_kind": Level.MUNICIPALITY}
AREAS = [
    record(PlacedArea, area_id="oeby", name="Øby", municipality_code="0001", **MUNICIPALITY),
    record(PlacedArea, area_id="aaby", name="Åby", municipality_code="0002", **MUNICIPALITY),
    record(PlacedArea, area_id="by", name="By", municipality_code="0003", **MUNICIPALITY),
    record(
        PlacedArea,
        area_id="parken",
        name="Parken",
        municipality_code="0001",
        level="housing_area",
        level_kind=Level.HOUSING_AREA,
    ),
]
NUMBER = {
    "indicator_id": "ledige",
    "age_group": "all",
    "breakdown": "all",
    "value_certainty": "A",
    "period_certainty": "B",
    "period_start": 2023,
    "period_end": 2023,
}


def cell(area_id: str, value: float | None, **cells: object) -> BarometerCell:
    status = Status.SHOWN if value is not None else Status.HIDDEN
    return record(BarometerCell, **{**NUMBER, "area_id": area_id, "value": value, "status": status, **cells})


@pytest.fixture
def tables() -> dict[str, pandas.DataFrame]:
    cells = [
        cell("oeby", 12.3456, comparison="above", reference=5.0, verdict="increasing"),
        cell("by", None),
        cell("parken", 7.0),
    ]
    lines = [("egen", 2, "ledige"), ("egen", 1, ""), ("andet", 1, "husleje")]
    return {
        "areas": PlacedArea.frame(AREAS),
        "levels": LEVELS,
        "breaks": Break.frame([]),
        "indicators": Indicator.frame([record(Indicator, indicator_id="ledige", decimals=1)]),
        "observations": Observation.frame([]),
        "barometer": BarometerCell.frame(cells),
        "indicator_sets": IndicatorSet.frame(
            record(IndicatorSet, instrument=name, order=order, indicator_id=indicator_id)
            for name, order, indicator_id in lines
        ),
    }


def test_a_file_has_the_areas_of_its_level_by_name_and_the_cells_as_they_are_shown(
    tables: dict[str, pandas.DataFrame],
) -> None:
    found = barometer_files.build(tables)["barometer-egen-municipality"]
    assert found["names"] == ["By", "Øby", "Åby"]
    column = found["columns"]["ledige"]
    assert column["v"] == [None, 12.3, None]
    assert [None if place is None else found["statuses"][place] for place in column["s"]] == ["hidden", "shown", None]
    assert found["comparisons"][column["c_country"][1]] == "above"
    assert (column["r_country"][1], found["verdicts"][column["t"][1]]) == (5.0, "increasing")
    assert found["certainties"][column["k"][1]] == "B"  # the weaker of number and year


def test_an_area_within_a_municipality_says_which(tables: dict[str, pandas.DataFrame]) -> None:
    found = barometer_files.build(tables)["barometer-egen-housing_area"]
    assert (found["names"], found["within"]) == (["Parken"], ["Øby"])


def test_an_indicator_without_numbers_has_no_column(tables: dict[str, pandas.DataFrame]) -> None:
    assert barometer_files.build(tables)["barometer-andet-municipality"]["columns"] == {}
