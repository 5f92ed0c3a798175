"""What prepare computes: 5 of 100 is 50 per 1,000, and Denmark has 20."""

import json

import pandas
import pytest

from data import derive, read, register, series
from tests import small_dataset

PERSONS = series.Factors(
    pandas.DataFrame({"dispersion": [], "degrees": []}, index=pandas.MultiIndex.from_arrays([[]] * 5)),
    pandas.DataFrame({"dispersion": [], "degrees": []}),
)
SOURCES = ("rapport", "anden", "tredje")


@pytest.fixture
def tables(tmp_path):
    return read.read_source(small_dataset.write_source(tmp_path))


def observed(tables):
    return derive.observations(tables, register.publish(tables))


def row(frame, area_id, year=2014):
    return frame[(frame["area_id"] == area_id) & (frame["period_start"] == year)].iloc[0]


def test_a_rate_is_computed_with_its_interval_and_called_derived(tables):
    area = row(observed(tables), "moelleby")
    assert (area["value"], area["derived"]) == (50.0, True)
    assert [area["low"], area["high"]] == pytest.approx([16.2348639, 116.68332079])


def test_a_share_has_wilsons_interval(tables):
    tables["observations"]["indicator_id"] = "ledige"
    area = row(observed(tables), "moelleby")
    assert area["value"] == 5.0
    assert [area["low"], area["high"]] == pytest.approx([2.1543, 11.1752], abs=1e-3)


def test_a_printed_value_stays_as_printed(tables):
    tables["observations"].loc[1, "value"] = 48.0
    area = row(observed(tables), "moelleby")
    assert (area["value"], area["derived"]) == (48.0, False)


def test_a_missing_number_stays_missing(tables):
    hidden = row(observed(tables), "moelleby", 2015)
    assert hidden[["value", "low", "high"]].isna().all()
    assert (hidden["status"], hidden["comparison"], hidden["derived"]) == ("hidden", "", False)


def test_an_area_is_compared_with_the_country_only_by_an_interval(tables):
    observations = observed(tables)
    assert [row(observations, area)["comparison"] for area in ("danmark", "moelleby", "kommune_0999")] == [
        "",
        "similar",
        "not_compared",
    ]
    assert row(observations, "moelleby")["reference"] == 20.0
    assert pandas.isna(row(observations, "danmark")["reference"])


@pytest.mark.parametrize(("count", "verdict"), [(15, "above"), (5, "similar"), (0, "similar")])
def test_the_comparison_follows_the_interval(tables, count, verdict):
    tables["observations"].loc[1, "count"] = count
    assert row(observed(tables), "moelleby")["comparison"] == verdict


@pytest.mark.parametrize("column", ["age_group", "breakdown", "edition"])
def test_another_definition_is_no_reference(tables, column):
    tables["observations"].loc[0, column] = "other"
    assert row(observed(tables), "moelleby")["comparison"] == "not_compared"


def test_the_country_of_the_same_source_is_the_reference(tables):
    tables["sources"] = pandas.concat([tables["sources"].assign(source_id=name) for name in SOURCES])
    other = tables["observations"].iloc[[0]].assign(source_id="anden", count=400)
    tables["observations"] = pandas.concat([tables["observations"], other], ignore_index=True)
    assert row(observed(tables), "moelleby")["reference"] == 20.0
    tables["observations"].loc[1, "source_id"] = "tredje"
    assert pandas.isna(row(observed(tables), "moelleby")["reference"])


def test_an_area_is_compared_with_its_municipality_too(tables):
    observations = observed(tables)
    area = row(observations, "moelleby")  # 16.2 to 116.7 against the 21.5 that is printed
    assert (area["municipality_reference"], area["municipality_comparison"]) == (21.5, "similar")
    for other in ("danmark", "kommune_0999"):
        assert pandas.isna(row(observations, other)["municipality_reference"])
        assert row(observations, other)["municipality_comparison"] == ""
    tables["observations"].loc[1, "count"] = 15
    assert row(observed(tables), "moelleby")["municipality_comparison"] == "above"


def test_an_area_without_a_municipality_is_not_compared_with_any(tables):
    tables["areas"].loc[tables["areas"]["area_id"] == "moelleby", "municipality_code"] = ""
    assert row(observed(tables), "moelleby")["municipality_comparison"] == ""


def test_another_definition_is_no_municipality_to_compare_with(tables):
    tables["observations"].loc[2, "age_group"] = "15-17"
    assert row(observed(tables), "moelleby")["municipality_comparison"] == "not_compared"


def with_estates(tables, values, **columns):
    """The small dataset with estates a, b, c … that have these printed values in 2014."""
    names = [chr(ord("a") + number) for number in range(len(values))]
    estate = tables["areas"][tables["areas"]["area_id"] == "moelleby"]
    areas = pandas.concat([estate.assign(area_id=name) for name in names])
    number = tables["observations"].iloc[[1]].assign(count=pandas.NA, **columns)
    numbers = pandas.concat(
        [number.assign(area_id=name, value=value) for name, value in zip(names, values, strict=True)]
    )
    return {
        **tables,
        "areas": pandas.concat([tables["areas"], areas], ignore_index=True),
        "observations": pandas.concat([tables["observations"], numbers], ignore_index=True),
    }


def groups_of(tables):
    return observed(tables).set_index(["area_id", "period_start"])["rank_group"].dropna().to_dict()


def test_areas_of_a_level_are_grouped_by_rank_the_worst_first(tables):
    tables = with_estates(tables, [10.0, 20.0, 30.0, 40.0])  # Mølleby has 50
    assert groups_of(tables) == {("moelleby", 2014): 1, ("d", 2014): 2, ("c", 2014): 3, ("b", 2014): 4, ("a", 2014): 5}
    tables["indicators"]["direction"] = "high_is_good"
    assert groups_of(tables)["a", 2014] == 1


def test_four_areas_and_another_definition_have_no_group(tables):
    assert groups_of(with_estates(tables, [10.0, 20.0, 30.0])) == {}
    assert groups_of(with_estates(tables, [10.0, 20.0, 30.0, 40.0], edition="2018")) == {}


def test_the_surest_source_is_the_one_that_is_ranked(tables):
    tables = with_estates(tables, [10.0, 20.0, 30.0, 40.0])
    tables["sources"] = pandas.concat([tables["sources"].assign(source_id=name) for name in SOURCES])
    unsure = tables["observations"].iloc[[-1]].assign(value=99.0, source_id="anden", value_certainty="C")
    tables["observations"] = pandas.concat([tables["observations"], unsure], ignore_index=True)
    rows = observed(tables).query("area_id == 'd'").set_index("value")["rank_group"]
    assert rows[40.0] == 2 and pandas.isna(rows[99.0])


def test_rows_lie_in_reading_order(tables):
    shuffled = {**tables, "observations": tables["observations"].iloc[::-1].reset_index(drop=True)}
    pandas.testing.assert_frame_equal(observed(shuffled), observed(tables))


def test_class_breaks_are_those_of_all_drawn_areas_and_years(tables):
    catalogue = derive.indicators(tables, observed(tables)).set_index("indicator_id")
    assert json.loads(catalogue.loc["sigtede", "class_breaks"]) == [36.0]  # 21.5 and 50; not the country's 20
    assert json.loads(catalogue.loc["ledige", "class_breaks"]) == []


def test_changes_are_between_periods_of_equal_length_in_one_edition():
    rows = pandas.DataFrame(
        [
            ("a", 2010, 2010, "", 50.0),
            ("a", 2011, 2011, "", 47.0),
            ("a", 2014, 2014, "", 30.0),
            ("a", 2012, 2014, "", 99.0),
            ("a", 2015, 2015, "ny", 10.0),
            ("b", 2010, 2010, "", 5.0),
        ],
        columns=["area_id", "period_start", "period_end", "edition", "value"],
    )
    assert sorted(derive.changes(rows)) == [-20, -17, -3]


def test_change_breaks_are_those_of_all_drawn_areas_and_pairs_of_periods(tables):
    later = tables["observations"].iloc[[2]].assign(period_start=2015, period_end=2015, value=26.5)
    tables["observations"] = pandas.concat([tables["observations"], later], ignore_index=True)
    catalogue = derive.indicators(tables, observed(tables)).set_index("indicator_id")
    assert json.loads(catalogue.loc["sigtede", "change_breaks"]) == [-10, -5, 5, 10]
    assert json.loads(catalogue.loc["ledige", "change_breaks"]) == []


def years_of(tables, counts, population=10_000.0, area_id="moelleby", first=2011):
    """Single years of one area with these counts; None is a hidden one."""
    base = tables["observations"].iloc[[1]].drop(columns=["area_id", "period_start", "period_end", "count", "status"])
    years = pandas.DataFrame(
        {
            "period_start": range(first, first + len(counts)),
            "count": pandas.array(counts, "Int64"),
            "status": ["hidden" if count is None else "shown" for count in counts],
        }
    )
    rows = years.merge(base, how="cross")
    return rows.assign(area_id=area_id, period_end=rows["period_start"], population=population)


def trend_of(tables, rows):
    (trend,) = derive.trends(tables, rows).to_dict("records")
    return trend


def test_a_trend_rests_on_the_five_latest_years(tables):
    trend = trend_of(tables, years_of(tables, [900, 100, 200, 300, 400, 500]))
    assert (trend["first"], trend["last"], trend["verdict"]) == (2012, 2016, "increasing")


def test_a_hidden_year_is_missing_and_four_years_are_no_trend(tables):
    trend = trend_of(tables, years_of(tables, [100, 200, None, 300, 400]))
    assert trend["verdict"] == "cannot_calculate"
    assert pandas.isna(trend["first"]) and pandas.isna(trend["last"])
    assert trend_of(tables, years_of(tables, [500, 400, None, 300, 200, 100]))["first"] == 2011


def test_a_trend_does_not_cross_a_change_of_definition(tables):
    rows = years_of(tables, [100, 200, 300, 400, 500, 600, 700])
    assert trend_of(tables, rows)["first"] == 2013
    tables["breaks"] = pandas.DataFrame({"applies_to": ["sigtede"], "year": [2014]})
    assert trend_of(tables, rows)["verdict"] == "cannot_calculate"


def test_a_small_area_is_too_small_and_not_unchanged(tables):
    assert trend_of(tables, years_of(tables, [5] * 5, population=100.0))["verdict"] == "too_small"
    assert trend_of(tables, years_of(tables, [500] * 5))["verdict"] == "no_change"


def test_periods_of_three_years_are_the_points_where_there_are_no_single_years(tables):
    rows = years_of(tables, [500, 400, 300, 200, 100])
    rows["period_start"] = 2010 + 3 * (rows["period_start"] - 2011)
    rows["period_end"] = rows["period_start"] + 2
    trend = trend_of(tables, rows)
    assert (trend["first"], trend["last"], trend["verdict"]) == (2010, 2024, "decreasing")


def test_values_without_counts_have_no_trend(tables):
    rows = years_of(tables, [1] * 5).assign(count=pandas.NA, value=20.0)
    assert derive.trends(tables, rows).empty


def test_without_a_country_nothing_is_compared_with_it(tables):
    tables["areas"] = tables["areas"][tables["areas"]["level_kind"] != "country"]
    tables["observations"] = tables["observations"][tables["observations"]["area_id"] != "danmark"]
    area = row(observed(tables), "moelleby")
    assert (area["comparison"], area["municipality_comparison"]) == ("", "similar")


def charges_of(tables, counts, **rows):
    """The small dataset with charges instead of persons charged, in single years of Mølleby."""
    tables["indicators"]["counts"] = "charges"
    return years_of(tables, counts, **rows)


VARYING = [300, 500, 320, 520, 310, 500, 290, 510, 300]  # about 400: χ² is some 204 over 5 degrees of freedom


def test_events_have_wider_intervals_than_persons(tables):
    rows = charges_of(tables, VARYING)
    factors = series.factors(tables, rows)
    narrow, wide = (
        row(derive.measure(rows, tables["indicators"], PERSONS), "moelleby"),
        row(derive.measure(rows, tables["indicators"], factors), "moelleby"),
    )
    assert factors.of(rows)["dispersion"].iloc[0] == pytest.approx(40.9, abs=0.1)
    assert factors.of(rows)["degrees"].iloc[0] == 5
    assert wide["value"] == narrow["value"]
    assert (wide["high"] - wide["low"]) / (narrow["high"] - narrow["low"]) == pytest.approx(
        40.9**0.5 * 2.57 / 1.96, rel=0.1
    )


def test_a_trend_of_events_is_judged_by_their_own_variation(tables):
    rising = [300, 500, 320, 520, 300, 350, 400, 450, 500]
    rows = years_of(tables, rising)
    assert trend_of(tables, rows)["verdict"] == "increasing"
    assert trend_of(tables, charges_of(tables, rising))["verdict"] != "increasing"
    assert trend_of(tables, rows)["dispersion"] > 10


def test_the_factor_is_stored_with_the_indicator(tables):
    def stored(rows):
        catalogue = derive.indicators(tables, derive.measure(rows, tables["indicators"], PERSONS))
        return catalogue.set_index("indicator_id").loc["sigtede", "dispersion"]

    assert stored(years_of(tables, VARYING)) == 1
    assert stored(charges_of(tables, VARYING)) == pytest.approx(40.9, abs=0.1)
    assert pandas.isna(stored(charges_of(tables, VARYING[:3])))


def test_a_change_of_definition_is_no_variation(tables):
    jump = [400] * 3 + [800] * 7
    rows = charges_of(tables, jump)
    assert series.factors(tables, rows).of(rows)["dispersion"].iloc[0] > 10
    tables["breaks"] = pandas.DataFrame({"applies_to": ["sigtede"], "year": [2014]})
    assert series.factors(tables, rows).of(rows)["dispersion"].iloc[0] == 1
