"""The map as a table."""

from dashboard.area_map import colouring, twin
from dashboard.area_map.choices import MapChoice, Times
from dashboard.areas.atlas import COUNTRY
from dashboard.i18n.words import Words
from dashboard.views import tables
from data.contracts import Indicator, Level, Observation
from geo.contract import Kind, PlacedArea
from tests.dashboard.areas.atlases import atlas
from tests.records import record

DANISH = Words("da")
PLACE = {"level": Level.MUNICIPALITY, "geometry_kind": Kind.OUTLINE}
SAME = {"indicator_id": "charges", "area_id": "a", "age_group": "all", "breakdown": "all", "value_certainty": "A"}
ATLAS = atlas(
    record(Indicator, indicator_id="charges", name="Sigtelser", unit="per_1000"),
    record(PlacedArea, area_id="a", name="By", **PLACE),
    record(PlacedArea, area_id="b", name="Land", **PLACE),
    record(Observation, **SAME, period_start=2015, period_end=2015, value=10.0, low=9.0, high=11.0),
    record(Observation, **SAME, period_start=2016, period_end=2016, value=20.0, low=19.0, high=21.0),
)


def shown(mode: str) -> dict[str, list[str]]:
    """The table as readers see it, by heading."""
    times = Times("2016", mode, "2015", False)
    rows, columns = twin.table(
        ATLAS, MapChoice(None, "charges", Level.MUNICIPALITY, None, times, {}, [], COUNTRY), DANISH
    )
    return tables.to_display(rows, columns, DANISH).to_dict("list")


def test_an_area_without_a_number_stands_in_the_table_with_its_period():
    found = shown(colouring.NUMBER)
    assert found["Område"] == ["By", "Land"]
    assert found["Periode"] == ["2016", "2016"]
    assert found["Værdi (pr. 1.000)"] == ["20", "ikke opgjort"]


def test_a_change_stands_between_its_two_numbers_with_a_verdict():
    found = shown(colouring.CHANGE)
    assert found["2015 (pr. 1.000)"] == ["10", "ikke opgjort"]
    assert found["2016 (pr. 1.000)"] == ["20", "ikke opgjort"]
    assert found["Ændring (pr. 1.000)"] == ["10", "ikke opgjort"]
    assert found["Vurdering"] == ["steget mere, end tilfældige udsving kan forklare", ""]
