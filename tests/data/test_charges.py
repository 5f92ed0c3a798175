"""Rows on crime are put into charts that hold one measure, one age group and one edition."""

import pandas

from data import charges

AREAS = pandas.DataFrame({
    "area_id": ["danmark", "kommune_0169", "hotspot", "kontrol", "andre"],
    "level": ["country", "municipality", "group", "group", "group"],
})
INDICATORS = pandas.DataFrame({
    "indicator_id": ["sigtede", "sigtelser", "anmeldelser", "faldet"],
    "theme": "crime",
    "unit": ["per_1000", "per_1000", "per_1000", "percent_change"],
    "counts": ["persons_charged", "charges", "reported_offences", "charges"],
})
COMPARISONS = pandas.DataFrame([{
    "indicator_id": "sigtede", "age_group": "under_18", "edition": "", "treated_id": "hotspot", "control_id": "kontrol",
}])


def rows(*made: tuple[str, str, str, int]) -> pandas.DataFrame:
    frame = pandas.DataFrame(made, columns=["indicator_id", "area_id", "age_group", "period_start"])
    return frame.assign(period_end=frame["period_start"], breakdown="all", edition="", value=1.0)


def test_a_comparison_shows_its_two_groups_and_the_country_and_nothing_else() -> None:
    made = rows(("sigtede", "hotspot", "under_18", 2009), ("sigtede", "kontrol", "under_18", 2009),
                ("sigtede", "danmark", "under_18", 2009), ("sigtede", "andre", "under_18", 2009),
                ("sigtede", "hotspot", "15-17", 2009), ("sigtelser", "hotspot", "under_18", 2009))
    assert charges.compared(made, COMPARISONS.iloc[0])["area_id"].tolist() == ["danmark", "hotspot", "kontrol"]
    assert list(charges.roles(COMPARISONS.iloc[0])) == ["hotspot", "kontrol", "danmark"]


def test_changes_of_different_periods_stand_in_different_charts_the_compared_groups_first() -> None:
    made = rows(("faldet", "andre", "all", 2006), ("faldet", "hotspot", "all", 2009),
                ("faldet", "kontrol", "all", 2009))
    own, others = charges.changes(made, INDICATORS, COMPARISONS)
    assert [chart["area_id"].tolist() for chart in own] == [["hotspot", "kontrol"]]
    assert [chart["area_id"].tolist() for chart in others] == [["andre"]]


def test_other_series_leave_out_what_a_comparison_shows_single_points_and_reported_offences() -> None:
    made = rows(("sigtede", "hotspot", "under_18", 2009), ("sigtede", "hotspot", "under_18", 2013),
                ("sigtede", "andre", "10-14", 2011), ("sigtede", "andre", "10-14", 2017),
                ("sigtede", "andre", "18_plus", 2011), ("anmeldelser", "andre", "all", 2011),
                ("anmeldelser", "andre", "all", 2012))
    (chart,) = charges.other_series(made, INDICATORS, AREAS, COMPARISONS)
    assert chart["age_group"].tolist() == ["10-14", "10-14"]


def test_municipal_rates_of_charges_are_found_with_their_municipalities() -> None:
    made = rows(("sigtelser", "kommune_0169", "all", 2015), ("sigtelser", "danmark", "all", 2015),
                ("anmeldelser", "kommune_0169", "all", 2015))
    assert charges.municipal(made, INDICATORS, AREAS) == {"sigtelser": ["kommune_0169"]}
