"""Rows on crime are put into charts that hold one measure, one age group and one edition."""

import pandas

from data import charges

AREAS = pandas.DataFrame(
    {
        "area_id": ["danmark", "kommune_0169", "hotspot", "kontrol", "andre"],
        "level_kind": ["country", "municipality", "group", "group", "group"],
    }
)
INDICATORS = pandas.DataFrame(
    {
        "indicator_id": ["sigtede", "sigtelser", "anmeldelser", "faldet"],
        "theme": "crime",
        "unit": ["per_1000", "per_1000", "per_1000", "percent_change"],
        "counts": ["persons_charged", "charges", "reported_offences", "charges"],
    }
)
COMPARISONS = pandas.DataFrame(
    [
        {
            "indicator_id": "sigtede",
            "age_group": "under_18",
            "edition": "",
            "treated_id": "hotspot",
            "control_id": "kontrol",
        }
    ]
)


def rows(*made: tuple[str, str, str, int]) -> pandas.DataFrame:
    frame = pandas.DataFrame(made, columns=["indicator_id", "area_id", "age_group", "period_start"])
    return frame.assign(period_end=frame["period_start"], breakdown="all", edition="", value=1.0)


def test_a_comparison_shows_its_two_groups_and_the_country_and_nothing_else() -> None:
    made = rows(
        ("sigtede", "hotspot", "under_18", 2009),
        ("sigtede", "kontrol", "under_18", 2009),
        ("sigtede", "danmark", "under_18", 2009),
        ("sigtede", "andre", "under_18", 2009),
        ("sigtede", "hotspot", "15-17", 2009),
        ("sigtelser", "hotspot", "under_18", 2009),
    )
    assert charges.compared(made, COMPARISONS.iloc[0])["area_id"].tolist() == ["danmark", "hotspot", "kontrol"]
    assert list(charges.roles(COMPARISONS.iloc[0])) == ["hotspot", "kontrol", "danmark"]


def test_changes_of_different_periods_stand_in_different_charts_the_compared_groups_first() -> None:
    made = rows(
        ("faldet", "andre", "all", 2006), ("faldet", "hotspot", "all", 2009), ("faldet", "kontrol", "all", 2009)
    )
    own, others = charges.changes(made, INDICATORS, COMPARISONS)
    assert [chart["area_id"].tolist() for chart in own] == [["hotspot", "kontrol"]]
    assert [chart["area_id"].tolist() for chart in others] == [["andre"]]


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
    (chart,) = charges.other_series(made, INDICATORS, AREAS, COMPARISONS)
    assert chart["age_group"].tolist() == ["10-14", "10-14"]


def test_municipal_rates_of_charges_are_charts_of_one_age_group_with_the_country() -> None:
    made = rows(
        ("sigtelser", "kommune_0169", "all", 2015),
        ("sigtelser", "danmark", "all", 2015),
        ("sigtelser", "danmark", "15-17", 2015),
        ("anmeldelser", "kommune_0169", "all", 2015),
    )
    (chart,) = charges.municipal(made, INDICATORS, AREAS)
    assert chart["area_id"].tolist() == ["kommune_0169", "danmark"]
    assert chart["age_group"].unique().tolist() == ["all"]


AGES = pandas.concat([COMPARISONS.assign(age_group=age) for age in ("15-17", "18-24")])


def test_ages_can_be_chosen_only_where_the_same_groups_are_compared_at_several() -> None:
    other = COMPARISONS.assign(indicator_id="sigtelser", age_group="10-14")
    assert charges.ages(pandas.concat([AGES, other])) == ["15-17", "18-24"]
    assert charges.ages(pandas.concat([COMPARISONS, other])) == []


def test_the_chosen_age_and_those_nobody_chooses_between_are_kept() -> None:
    made = rows(*(("sigtede", "hotspot", age, 2009) for age in ("15-17", "18-24", "10-14")))
    assert charges.at_age(made, ["15-17", "18-24"], "18-24")["age_group"].tolist() == ["18-24", "10-14"]


def test_groups_look_in_every_chart_as_they_do_where_they_are_compared() -> None:
    made = rows(
        ("sigtede", "andre", "all", 2009), ("sigtede", "kontrol", "all", 2009), ("sigtede", "danmark", "all", 2009)
    )
    assert charges.roles_in(made, COMPARISONS) == {"andre": "area", "kontrol": "control", "danmark": "country"}
    assert charges.roles_in(made[:1], COMPARISONS) == {"andre": "area", "danmark": "country"}


MEMBERSHIPS = pandas.DataFrame(
    {
        "area_id": ["moelleby", "nyby", "moelleby"],
        "parent_id": ["hotspot", "kontrol", "kommune_0169"],
        "kind": ["group", "group", "administrative"],
    }
)


def test_a_single_area_plays_the_part_of_its_group() -> None:
    assert charges.area_roles(MEMBERSHIPS, COMPARISONS.iloc[0]) == {"moelleby": "hotspot", "nyby": "control"}


def test_single_areas_are_shown_where_they_have_counts() -> None:
    areas = AREAS[:1].assign(area_id="moelleby", level="housing_area", valid_from=pandas.NA)
    made = rows(("sigtede", "moelleby", "under_18", 2009), ("sigtede", "hotspot", "under_18", 2009)).assign(count=5)
    assert charges.single_areas(made, areas, COMPARISONS.iloc[0])["area_id"].tolist() == ["moelleby"]
    assert charges.single_areas(made.assign(count=None), areas, COMPARISONS.iloc[0]).empty
    ((comparison, found),) = charges.single_area_charts(made, areas, pandas.concat([COMPARISONS, COMPARISONS]))
    assert (comparison["treated_id"], len(found)) == ("hotspot", 1)


def test_a_trend_belongs_to_a_comparison_of_the_same_measure_and_age() -> None:
    trends = pandas.DataFrame(
        {
            "indicator_id": ["sigtede", "sigtede"],
            "age_group": ["under_18", "15-17"],
            "breakdown": "all",
            "edition": "",
            "area_id": ["a", "b"],
        }
    )
    assert charges.trends_of(trends, COMPARISONS.iloc[0])["area_id"].tolist() == ["a"]
