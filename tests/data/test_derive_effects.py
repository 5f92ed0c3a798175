"""The effects that prepare computes, on the handbook: hotspots 75 -> 50, control 70 -> 65, Denmark 25 -> 20."""

import pandas
import pytest

from data import derive_effects, read
from data.contracts import Comparison, Difference, Effect
from data.errors import SourceError
from tests import small_dataset


@pytest.fixture
def tables(tmp_path):
    return read.read_source(small_dataset.write_source(tmp_path))


def comparison(**changes):
    record = {
        "comparison_id": "c",
        "indicator_id": "sigtede",
        "age_group": "all",
        "edition": "",
        "treated_id": "t",
        "control_id": "k",
        "before": 2009,
        "after": 2013,
        "start": pandas.NA,
    }
    rest = dict.fromkeys(Comparison.columns(), "") | {"end": pandas.NA}
    return pandas.DataFrame([{**rest, **record, **changes}])


def groups(tables, **columns):
    """The handbook: hotspots 75 -> 50, control 70 -> 65, Denmark 25 -> 20."""
    base = tables["observations"].iloc[[2]].drop(columns=["area_id", "value", "period_start", "period_end"])
    cells = pandas.DataFrame(
        {
            "area_id": ["t", "t", "k", "k", "danmark", "danmark"],
            "period_start": [2009, 2013] * 3,
            "value": [75.0, 50.0, 70.0, 65.0, 25.0, 20.0],
        }
    )
    return cells.merge(base, how="cross").assign(period_end=cells["period_start"], **columns)


def test_the_handbooks_effect_without_counts_has_no_interval(tables):
    tables["comparisons"] = comparison()
    effects = derive_effects.effects(tables, groups(tables)).set_index("reference_id")
    assert effects["difference"].to_dict() == {"k": -20.0, "danmark": -20.0}
    assert effects[["low", "high"]].isna().all(axis=None)


def test_counts_give_the_effect_an_interval(tables):
    tables["comparisons"] = comparison()
    counts = groups(tables, population=1000.0).assign(count=lambda cells: cells["value"].astype("Int64"))
    effect = derive_effects.effects(tables, counts).set_index("reference_id").loc["k"]
    assert effect["difference"] == pytest.approx(-20.0)
    assert [effect["low"], effect["high"]] == pytest.approx([-51.60, 11.60], abs=0.01)  # 1.96 x sqrt(75+50+70+65)


def test_a_comparison_that_cannot_be_made_is_refused(tables):
    tables["comparisons"] = comparison(after=2012)
    with pytest.raises(SourceError, match="comparisons.csv, række 2"):
        derive_effects.effects(tables, groups(tables))


def yearly(tables, treated, control, first=2006, **columns):
    """Single years with these rates per 1,000, counted among 1,000; None is a hidden one."""
    base = groups(tables).iloc[[0]].drop(columns=["area_id", "period_start", "period_end", "value", "count", "status"])
    rows = pandas.concat(
        [
            pandas.DataFrame(
                {
                    "area_id": area,
                    "period_start": range(first, first + len(rates)),
                    "count": pandas.array(rates, "Int64"),
                }
            )
            for area, rates in (("t", treated), ("k", control))
        ],
        ignore_index=True,
    )
    rows["value"] = rows["count"].astype("float64")
    rows["status"] = rows["count"].isna().map({True: "hidden", False: "shown"})
    rows = rows.merge(base.drop(columns="population"), how="cross")
    return rows.assign(period_end=rows["period_start"], population=1000.0, **columns)


def test_the_ratio_rests_on_all_years_before_and_after_and_says_its_model(tables):
    tables["comparisons"] = comparison()
    observations = yearly(tables, [80, 80, 80, 80, 9, 9, 9, 40, 40], [60, 60, 60, 60, 7, 7, 7, 60, 60])
    effect = derive_effects.effects(tables, observations).loc[0]
    assert effect["ratio"] == pytest.approx(0.5)  # 40/80 over 60/60; 2010-2012 lie between and are in neither
    assert (effect["ratio_model"], effect["ratio_reason"]) == ("quasi_poisson", "")
    assert effect["ratio_low"] < 0.5 < effect["ratio_high"]


def test_one_year_on_each_side_is_said_to_be_poisson(tables):
    tables["comparisons"] = comparison()
    counts = groups(tables, population=1000.0).assign(count=lambda cells: cells["value"].astype("Int64"))
    effect = derive_effects.effects(tables, counts).set_index("reference_id").loc["k"]
    assert effect["ratio"] == pytest.approx((50 / 75) / (65 / 70))
    assert effect["ratio_model"] == "poisson"


def test_without_counts_there_is_no_ratio_and_no_yearly_difference(tables):
    tables["comparisons"] = comparison()
    effects = Effect.validate(derive_effects.effects(tables, groups(tables)))
    assert effects[["ratio", "ratio_low", "ratio_high", "parallel_low", "parallel_high"]].isna().all(axis=None)
    assert (effects["ratio_model"] == "").all() and (effects["ratio_reason"] == "missing").all()
    assert Difference.validate(derive_effects.differences(tables, groups(tables))).empty


def test_a_hidden_year_leaves_no_ratio_and_a_hidden_cell_no_effect(tables):
    tables["comparisons"] = comparison()
    control = [60] * 8
    ratio = derive_effects.effects(tables, yearly(tables, [80, None, 80, 80, 80, 80, 80, 40], control)).loc[0]
    assert (ratio["difference"], ratio["ratio_reason"]) == (-40.0, "missing")
    assert derive_effects.effects(tables, yearly(tables, [80, 80, 80, None, 80, 80, 80, 40], control)).empty


def test_yearly_differences_have_an_interval_and_placebo_effects_before_the_start_alone(tables):
    tables["comparisons"] = comparison(start=2009)
    observations = yearly(tables, [80, 80, 90, 100, 50], [60, 60, 60, 60, None])
    tables["comparisons"]["after"] = 2008
    rows = derive_effects.differences(tables, observations).set_index("year")
    assert rows["difference"].to_dict() == pytest.approx({2006: 20, 2007: 20, 2008: 30, 2009: 40})
    assert rows.loc[2006, "high"] - 20 == pytest.approx(1.959964 * 140**0.5)
    assert rows["placebo"].dropna().to_dict() == pytest.approx({2007: 5, 2008: 10})  # (80 + 90) / 2 - 80 and 90 - 80
    assert ((rows["placebo_low"] < rows["placebo"]) == rows["placebo"].notna()).all()


def test_parallel_slopes_before_the_start_hold_1_in_their_interval(tables):
    tables["comparisons"] = comparison()
    observations = yearly(tables, [80, 84, 88, 92, 90, 90, 90, 50], [60, 63, 66, 69, 60, 60, 60, 60])
    effect = derive_effects.effects(tables, observations).loc[0]
    assert effect["parallel_low"] < 1 < effect["parallel_high"]
