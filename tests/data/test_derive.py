"""What prepare computes: 5 of 100 is 50 per 1,000, and Denmark has 20."""

import json

import pandas
import pytest

from data import derive, read
from data.errors import SourceError
from tests import small_dataset


@pytest.fixture
def tables(tmp_path):
    return read.read_source(small_dataset.write_source(tmp_path))


def row(frame, area_id, year=2014):
    return frame[(frame["area_id"] == area_id) & (frame["period_start"] == year)].iloc[0]


def test_a_rate_is_computed_with_its_interval_and_called_derived(tables):
    area = row(derive.observations(tables), "moelleby")
    assert (area["value"], area["derived"]) == (50.0, True)
    assert [area["low"], area["high"]] == pytest.approx([16.2348639, 116.68332079])


def test_a_share_has_wilsons_interval(tables):
    tables["observations"]["indicator_id"] = "ledige"
    area = row(derive.observations(tables), "moelleby")
    assert area["value"] == 5.0
    assert [area["low"], area["high"]] == pytest.approx([2.1543, 11.1752], abs=1e-3)


def test_a_printed_value_stays_as_printed(tables):
    tables["observations"].loc[1, "value"] = 48.0
    area = row(derive.observations(tables), "moelleby")
    assert (area["value"], area["derived"]) == (48.0, False)


def test_a_missing_number_stays_missing(tables):
    hidden = row(derive.observations(tables), "moelleby", 2015)
    assert hidden[["value", "low", "high"]].isna().all()
    assert (hidden["status"], hidden["comparison"], hidden["derived"]) == ("hidden", "", False)


def test_an_area_is_compared_with_the_country_only_by_an_interval(tables):
    observations = derive.observations(tables)
    assert [row(observations, area)["comparison"] for area in ("danmark", "moelleby", "kommune_0999")] == [
        "", "similar", "not_compared"
    ]
    assert row(observations, "moelleby")["reference"] == 20.0
    assert pandas.isna(row(observations, "danmark")["reference"])


@pytest.mark.parametrize(("count", "verdict"), [(15, "above"), (5, "similar"), (0, "similar")])
def test_the_comparison_follows_the_interval(tables, count, verdict):
    tables["observations"].loc[1, "count"] = count
    assert row(derive.observations(tables), "moelleby")["comparison"] == verdict


@pytest.mark.parametrize("column", ["age_group", "breakdown", "edition"])
def test_another_definition_is_no_reference(tables, column):
    tables["observations"].loc[0, column] = "other"
    assert row(derive.observations(tables), "moelleby")["comparison"] == "not_compared"


def test_the_country_of_the_same_source_is_the_reference(tables):
    other = tables["observations"].iloc[[0]].assign(source_id="anden", count=400)
    tables["observations"] = pandas.concat([tables["observations"], other], ignore_index=True)
    assert row(derive.observations(tables), "moelleby")["reference"] == 20.0
    tables["observations"].loc[1, "source_id"] = "tredje"
    assert pandas.isna(row(derive.observations(tables), "moelleby")["reference"])


def test_rows_lie_in_reading_order(tables):
    shuffled = {**tables, "observations": tables["observations"].iloc[::-1].reset_index(drop=True)}
    pandas.testing.assert_frame_equal(derive.observations(shuffled), derive.observations(tables))


def test_class_breaks_are_those_of_all_drawn_areas_and_years(tables):
    catalogue = derive.indicators(tables, derive.observations(tables)).set_index("indicator_id")
    assert json.loads(catalogue.loc["sigtede", "class_breaks"]) == [36.0]  # 21.5 and 50; not the country's 20
    assert json.loads(catalogue.loc["ledige", "class_breaks"]) == []


def comparison(**changes):
    record = {"comparison_id": "c", "indicator_id": "sigtede", "age_group": "all", "edition": "", "treated_id": "t",
              "control_id": "k", "before": 2009, "after": 2013}
    return pandas.DataFrame([{**record, **changes}])


def groups(tables, **columns):
    """The handbook: hotspots 75 -> 50, control 70 -> 65, Denmark 25 -> 20."""
    base = tables["observations"].iloc[[2]].drop(columns=["area_id", "value", "period_start", "period_end"])
    cells = pandas.DataFrame({"area_id": ["t", "t", "k", "k", "danmark", "danmark"],
                              "period_start": [2009, 2013] * 3, "value": [75.0, 50.0, 70.0, 65.0, 25.0, 20.0]})
    return cells.merge(base, how="cross").assign(period_end=cells["period_start"], **columns)


def test_the_handbooks_effect_without_counts_has_no_interval(tables):
    tables["comparisons"] = comparison()
    effects = derive.effects(tables, groups(tables)).set_index("reference_id")
    assert effects["difference"].to_dict() == {"k": -20.0, "danmark": -20.0}
    assert effects[["low", "high"]].isna().all(axis=None)


def test_counts_give_the_effect_an_interval(tables):
    tables["comparisons"] = comparison()
    counts = groups(tables, population=1000.0).assign(count=lambda cells: cells["value"].astype("Int64"))
    effect = derive.effects(tables, counts).set_index("reference_id").loc["k"]
    assert effect["difference"] == pytest.approx(-20.0)
    assert [effect["low"], effect["high"]] == pytest.approx([-51.60, 11.60], abs=0.01)  # 1.96 x sqrt(75+50+70+65)


def test_a_comparison_that_cannot_be_made_is_refused(tables):
    tables["comparisons"] = comparison(after=2012)
    with pytest.raises(SourceError, match="comparisons.csv, række 2"):
        derive.effects(tables, groups(tables))
