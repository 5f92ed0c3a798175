"""Ways between levels, what can be shown where, and what is known of an area."""

import pytest

from dashboard.areas.atlas import Atlas, Way
from dashboard.i18n.words import Words
from data.contracts import Designation, Indicator, Level, Membership, Observation, OfficialList, Status
from geo.contract import Kind, PlacedArea
from tests.dashboard.areas.atlases import atlas
from tests.records import record

DANISH = Words("da")


def area(area_id: str, name: str, level: Level, code: str = "", kind: Kind = Kind.OUTLINE) -> PlacedArea:
    return record(PlacedArea, area_id=area_id, name=name, level=level, municipality_code=code, geometry_kind=kind)


def member(area_id: str, parent_id: str, kind: str = "administrative") -> Membership:
    return record(Membership, area_id=area_id, parent_id=parent_id, kind=kind)


def observation(indicator_id: str, area_id: str, year: int, **more: object) -> Observation:
    return record(
        Observation,
        **{
            "indicator_id": indicator_id,
            "area_id": area_id,
            "period_start": year,
            "period_end": year,
            "age_group": "all",
            "breakdown": "all",
            "value": 1.0,
            "value_certainty": "A",
            "source_id": "s",
            "comparison": "not_compared",
            **more,
        },
    )


AREAS = [
    area("danmark", "Danmark", Level.COUNTRY, kind=Kind.NONE),
    area("region_a", "Region A", Level.REGION),
    area("kommune_0101", "By", Level.MUNICIPALITY, "0101"),
    area("kommune_0102", "Land", Level.MUNICIPALITY, "0102"),
    area("bydel", "Havnen", Level.DISTRICT, "0101"),
    area("estate", "Åparken", Level.HOUSING_AREA, "0101"),
    area("lost", "Væk", Level.HOUSING_AREA, "0102", Kind.NONE),
]
ROWS = [
    member("region_a", "danmark"),
    member("kommune_0101", "region_a"),
    member("kommune_0102", "region_a"),
    member("bydel", "kommune_0101"),
    member("estate", "bydel", "city_district"),
    member("estate", "kommune_0101"),
    member("estate", "pool", "group"),
    member("lost", "kommune_0102"),
    record(Indicator, indicator_id="charges", name="Sigtelser"),
    record(Indicator, indicator_id="residents", name="Beboere"),
    record(Indicator, indicator_id="invisible", name="Uden sted"),
    observation("charges", "kommune_0101", 2015, comparison="above"),
    observation("charges", "kommune_0101", 2016),
    observation("charges", "kommune_0102", 2016),
    observation("charges", "region_a", 2016),
    observation("residents", "estate", 2016),
    observation("residents", "lost", 2016),
    observation("invisible", "lost", 2016),
]


@pytest.fixture
def known() -> Atlas:
    return atlas(*AREAS, *ROWS)


def test_the_way_to_an_area_goes_from_large_to_small_without_groups_and_country(known: Atlas):
    assert known.paths["estate"] == ["region_a", "kommune_0101", "bydel", "estate"]
    assert known.paths["danmark"] == []


def test_what_lies_inside_an_area(known: Atlas):
    assert known.inside(Level.HOUSING_AREA, None) == ["estate", "lost"]
    assert known.inside(Level.HOUSING_AREA, "kommune_0101") == ["estate"]
    assert known.inside(Level.MUNICIPALITY, "bydel") == []


def test_a_level_without_any_placed_area_cannot_be_drawn(known: Atlas):
    assert known.levels("charges") == [Level.REGION, Level.MUNICIPALITY]
    nowhere = atlas(*(area(one.area_id, one.name, one.level, kind=Kind.NONE) for one in AREAS), *ROWS)
    assert nowhere.levels("charges") == []


def test_the_way_down_keeps_the_indicator_where_it_can_and_names_another_where_it_cannot(known: Atlas):
    municipalities, estates = known.drill("region_a", "charges", DANISH)
    assert municipalities == Way(
        "Region A: vis kommunerne", {"inden_for": "region_a", "niveau": "municipality", "omraade": None}
    )
    assert estates.label == "Region A: vis boligområderne (Beboere)"
    assert estates.changes["indikator"] == "residents"
    assert estates.changes["aar"] is None
    assert known.drill("estate", "charges", DANISH) == []


def test_rows_are_those_of_the_level_inside_the_area(known: Atlas):
    charged = known.rows("charges", Level.MUNICIPALITY)
    assert [row.area_id for row in charged] == ["kommune_0101", "kommune_0101", "kommune_0102"]
    assert [row.area_id for row in known.rows("residents", Level.HOUSING_AREA, "kommune_0102")] == ["lost"]


def test_periods_are_those_of_the_level(known: Atlas):
    assert known.periods("charges", Level.MUNICIPALITY) == ["2015", "2016"]
    assert known.periods("charges", Level.REGION) == ["2016"]


def test_every_area_of_a_level_has_a_row_in_a_period_and_says_where_it_has_no_number(known: Atlas):
    town, country = known.values("charges", Level.MUNICIPALITY, "2015")
    assert (town.area_id, town.value, town.status) == ("kommune_0101", 1.0, Status.SHOWN)
    assert (country.area_id, country.value, country.status) == ("kommune_0102", None, Status.NOT_COLLECTED)
    assert (country.period_start, country.period_end) == (2015, 2015)


def test_one_area_has_its_number_on_whatever_level(known: Atlas):
    assert known.number("invisible", "lost", "2016").value == 1.0
    assert known.number("charges", "estate", "2016").status is Status.NOT_COLLECTED


def test_lists_that_no_area_is_known_to_stand_on_are_not_named():
    lists = [record(OfficialList, list_id=list_id) for list_id in ("ghetto_2015", "udsat_2019")]
    assert [one.list_id for one in atlas(*lists, record(Designation, list_id="ghetto_2015")).named_lists] == [
        "ghetto_2015"
    ]


def test_a_year_is_off_a_list_only_where_the_whole_list_is_known():
    lists = [
        record(OfficialList, list_id=f"udsat_{year}", kind="udsat", name=name, year=year, coverage=coverage)
        for year, name, coverage in (
            (2018, "Udsatte områder", "partial"),
            (2019, "Udsatte områder", "complete"),
            (2020, "Udsatte områder", "absent"),
            (2021, "Udsatte områder", "complete"),
        )
    ]
    found = atlas(*lists, record(Designation, list_id="udsat_2018", area_id="estate"))
    assert found.list_history("estate", DANISH) == (
        "På listen: Udsatte områder 2018. Ikke på listen: Udsatte områder 2019, 2021. "
        "Ikke opgjort: Udsatte områder 2020."
    )
