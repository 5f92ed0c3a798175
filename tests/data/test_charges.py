"""Rows on crime are put into charts that hold one measure, one age group and one edition."""

from dataclasses import replace

import pandas

from data import charges
from data.contracts import Area, Comparison, Indicator, Level, Membership, Observation, Trend
from tests.records import record

AREAS = [
    record(Area, area_id=area, level_kind=Level(level))
    for area, level in (
        ("danmark", "country"),
        ("kommune_0169", "municipality"),
        ("hotspot", "group"),
        ("kontrol", "group"),
        ("andre", "group"),
    )
]
INDICATORS = [
    record(Indicator, indicator_id=name, theme="crime", unit=unit, counts=counts)
    for name, unit, counts in (
        ("sigtede", "per_1000", "persons_charged"),
        ("sigtelser", "per_1000", "charges"),
        ("anmeldelser", "per_1000", "reported_offences"),
        ("faldet", "percent_change", "charges"),
    )
]
PAIR = record(Comparison, indicator_id="sigtede", age_group="under_18", treated_id="hotspot", control_id="kontrol")


def rows(*made: tuple[str, str, str, int], **more: object) -> pandas.DataFrame:
    return Observation.frame(
        [
            record(
                Observation,
                indicator_id=indicator,
                area_id=area,
                age_group=age,
                period_start=year,
                period_end=year,
                breakdown="all",
                value=1.0,
                **more,
            )
            for indicator, area, age, year in made
        ],
    )


def areas(chart: charges.Rows) -> list[str]:
    return [row.area_id for row in chart]


def ages(chart: charges.Rows) -> list[str]:
    return [row.age_group for row in chart]


def test_a_comparison_shows_its_two_groups_and_the_country_and_nothing_else() -> None:
    made = rows(
        ("sigtede", "hotspot", "under_18", 2009),
        ("sigtede", "kontrol", "under_18", 2009),
        ("sigtede", "danmark", "under_18", 2009),
        ("sigtede", "andre", "under_18", 2009),
        ("sigtede", "hotspot", "15-17", 2009),
        ("sigtelser", "hotspot", "under_18", 2009),
    )
    assert areas(charges.compared(made, PAIR)) == ["danmark", "hotspot", "kontrol"]
    assert list(charges.roles(PAIR)) == ["hotspot", "kontrol", "danmark"]


def test_changes_of_different_periods_stand_in_different_charts_the_compared_groups_first() -> None:
    made = rows(
        ("faldet", "andre", "all", 2006), ("faldet", "hotspot", "all", 2009), ("faldet", "kontrol", "all", 2009)
    )
    compared, others = charges.changes(made, INDICATORS, [PAIR])
    assert [areas(chart) for chart in compared] == [["hotspot", "kontrol"]]
    assert [areas(chart) for chart in others] == [["andre"]]


def test_other_series_leave_out_what_a_comparison_shows_single_points_and_reported_offences() -> None:
    made = rows(
        ("sigtede", "hotspot", "under_18", 2009),
        ("sigtede", "hotspot", "under_18", 2013),
        ("sigtede", "andre", "10-14", 2011),
        ("sigtede", "andre", "10-14", 2017),
        ("sigtede", "andre", "18_plus", 2011),
        ("anmeldelser", "andre", "all", 2011),
        ("anmeldelser", "andre", "all", 2012),
    )
    (chart,) = charges.other_series(made, INDICATORS, AREAS, [PAIR])
    assert ages(chart) == ["10-14", "10-14"]


def test_municipal_rates_of_charges_are_charts_of_one_age_group_with_the_country() -> None:
    made = rows(
        ("sigtelser", "kommune_0169", "all", 2015),
        ("sigtelser", "danmark", "all", 2015),
        ("sigtelser", "danmark", "15-17", 2015),
        ("anmeldelser", "kommune_0169", "all", 2015),
    )
    (chart,) = charges.municipal(made, INDICATORS, AREAS)
    assert areas(chart) == ["kommune_0169", "danmark"]
    assert set(ages(chart)) == {"all"}


AGES = [replace(PAIR, age_group=age) for age in ("15-17", "18-24")]


def test_ages_can_be_chosen_only_where_the_same_groups_are_compared_at_several() -> None:
    other = replace(PAIR, indicator_id="sigtelser", age_group="10-14")
    assert charges.ages([*AGES, other]) == ["15-17", "18-24"]
    assert charges.ages([PAIR, other]) == []


def test_the_chosen_age_and_those_nobody_chooses_between_are_kept() -> None:
    made = rows(*(("sigtede", "hotspot", age, 2009) for age in ("15-17", "18-24", "10-14")))
    kept = Observation.of(charges.numbers_at_age(made, ["15-17", "18-24"], "18-24"))
    assert ages(kept) == ["18-24", "10-14"]
    assert charges.at_age(Observation.of(made), ["15-17", "18-24"], "18-24") == list(kept)


def test_groups_look_in_every_chart_as_they_do_where_they_are_compared() -> None:
    made = Observation.of(
        rows(
            ("sigtede", "andre", "all", 2009), ("sigtede", "kontrol", "all", 2009), ("sigtede", "danmark", "all", 2009)
        )
    )
    assert charges.roles_in(made, [PAIR]) == {"andre": "area", "kontrol": "control", "danmark": "country"}
    assert charges.roles_in(made[:1], [PAIR]) == {"andre": "area", "danmark": "country"}


MEMBERSHIPS = [
    record(Membership, area_id="moelleby", parent_id="hotspot", kind="group"),
    record(Membership, area_id="nyby", parent_id="kontrol", kind="group"),
    record(Membership, area_id="moelleby", parent_id="kommune_0169", kind="administrative"),
]


def test_a_single_area_plays_the_part_of_its_group() -> None:
    assert charges.area_roles(MEMBERSHIPS, PAIR) == {"moelleby": "hotspot", "nyby": "control"}


def test_single_areas_are_shown_where_they_have_counts() -> None:
    estates = [record(Area, area_id="moelleby", level_kind=Level.HOUSING_AREA)]
    points = ("sigtede", "moelleby", "under_18", 2009), ("sigtede", "hotspot", "under_18", 2009)
    made = rows(*points, count=5)
    assert areas(charges.single_areas(made, estates, PAIR)) == ["moelleby"]
    assert charges.single_areas(rows(*points), estates, PAIR) == ()
    ((pair, found),) = charges.single_area_charts(made, estates, [PAIR, PAIR])
    assert (pair.treated_id, len(found)) == ("hotspot", 1)


def test_a_trend_belongs_to_a_comparison_of_the_same_measure_and_age() -> None:
    trends = [
        record(Trend, indicator_id="sigtede", age_group=age, breakdown="all", area_id=area)
        for age, area in (("under_18", "a"), ("15-17", "b"))
    ]
    assert [row.area_id for row in charges.trends_of(trends, PAIR)] == ["a"]
