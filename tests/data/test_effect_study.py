"""The effect on areas of one's own choice, held against published examples and against scipy and statsmodels."""

import math
import string

import numpy as np
import pandas
import pytest
import statsmodels.api as statsmodels
from scipy import stats

from data import effect, effect_study
from data.effect_panel import Panel
from data.effect_study import Placebo, Span, Verdict

SPAN = Span(2009, 2010)
YEARS = ((2009, 2009), (2010, 2010))


def panel(rates, periods=YEARS, population=1000.0):
    """A panel of areas a, b, c … with as many events as their rates say."""
    count = np.array(rates, dtype=float) * population / 1000
    names = tuple(string.ascii_lowercase[: len(count)])
    return Panel(names, periods, count, np.full(count.shape, population))


@pytest.mark.parametrize(
    ("treated", "control", "difference"),
    [((75, 50), (70, 65), -20), ((75, 50), (25, 20), -20), ((70, 65), (25, 20), 0)],
)
def test_the_handbooks_numbers(treated, control, difference):
    """Sigtede pr. 1.000 unge in hotspot areas, control areas and the country, 2009 and 2013 (the handbook, p. 16)."""
    found = effect_study.study(panel([treated, control]), ["a"], ["b"], SPAN)
    assert found.difference.difference == pytest.approx(difference)
    assert found.rates == pytest.approx((*treated, *control))


def test_card_and_krueger_1994():
    """Full-time employment a restaurant, New Jersey and Pennsylvania before and after (table 3, rows 1, 2 and 4)."""
    found = effect.difference_in_differences(20.44, 21.03, 23.33, 21.17, per=1)
    assert found.difference == pytest.approx(2.76, abs=0.011)  # the printed means are rounded
    of_changes = effect_study.of_means_apart(0.59 - -2.16, 0.54, 1.25, (321, 78))
    assert of_changes.se == pytest.approx(1.36, abs=0.005)
    assert of_changes.low > 0  # t is 2.03 in the article


def test_the_interval_of_single_areas_is_welchs(seed=7):
    random = np.random.default_rng(seed)
    treated, control = random.normal(-5, 4, 6), random.normal(0, 9, 11)
    found = effect_study.of_changes(treated, control)
    welch = stats.ttest_ind(treated, control, equal_var=False)
    limits = welch.confidence_interval(0.95)
    assert (found.low, found.high) == pytest.approx((limits.low, limits.high))
    assert found.difference / found.se == pytest.approx(welch.statistic)


def test_the_mean_of_single_areas_is_the_interaction_of_a_regression():
    rates = np.array([[75, 50], [60, 58], [70, 65], [40, 44], [52, 49]], dtype=float)
    treated, after = np.array([1, 1, 0, 0, 0]).repeat(2), np.tile([0, 1], 5)
    design = np.column_stack([np.ones(10), treated, after, treated * after])
    fit = statsmodels.OLS(rates.ravel(), design).fit()
    found = effect_study.study(panel(rates), ["a", "b"], ["c", "d", "e"], SPAN)
    assert found.single.difference == pytest.approx(fit.params[-1])


def test_the_interval_from_counts_is_the_formula_of_poisson_counts():
    found = effect_study.study(panel([(75, 50), (70, 65)]), ["a"], ["b"], SPAN)
    assert found.difference.se == pytest.approx(math.sqrt(75 + 50 + 70 + 65))
    assert found.ratio.se == pytest.approx(math.sqrt(1 / 75 + 1 / 50 + 1 / 70 + 1 / 65))
    assert found.ratio.ratio == pytest.approx((50 / 75) / (65 / 70))


def test_events_in_clusters_widen_the_interval():
    alone = effect_study.study(panel([(75, 50), (70, 65)]), ["a"], ["b"], SPAN)
    clustered = panel([(75, 50), (70, 65)])
    wide = Panel(clustered.areas, clustered.periods, clustered.count, clustered.population, 1000, dispersion=4)
    assert effect_study.study(wide, ["a"], ["b"], SPAN).difference.se == pytest.approx(2 * alone.difference.se)


def test_one_treated_area_has_no_interval_from_single_areas():
    found = effect_study.study(panel([(75, 50), (70, 65), (60, 50)]), ["a"], ["b", "c"], SPAN)
    assert found.single.difference == pytest.approx(-25 - (-5 - 10) / 2)
    assert np.isnan(found.single.low)


def test_the_years_before_tell_whether_the_groups_ran_in_parallel():
    years = tuple((year, year) for year in range(2005, 2011))
    same = panel([(100, 90, 80, 70, 60, 50), (100, 90, 80, 70, 60, 50)], years, 100_000)
    apart = panel([(100, 85, 72, 61, 52, 50), (100, 100, 100, 100, 100, 50)], years, 100_000)
    parallel_found = effect_study.study(same, ["a"], ["b"], SPAN)
    assert parallel_found.slopes.ratio == pytest.approx(1)
    assert parallel_found.false_starts["year"].tolist() == [2006, 2007, 2008, 2009]
    assert parallel_found.false_starts["difference"].to_numpy() == pytest.approx(0)
    assert effect_study.study(apart, ["a"], ["b"], SPAN).slopes.high < 1


# placebo

NOTHING = pandas.DataFrame(index=list("abcdefgh"))


def test_every_other_area_is_tried_as_if_treated():
    """Five free areas that all stay at their level: every placebo effect is 0, and the effect of 40 is alone."""
    given = panel([(60, 20), (60, 60), (61, 61), (62, 62), (63, 63), (64, 64)])
    found = effect_study.placebo_areas(given, NOTHING, ["a"], SPAN)
    assert found.groups == (("b",), ("c",), ("d",), ("e",), ("f",))
    assert found.differences == pytest.approx([0] * 5)
    assert found.share(-40) == pytest.approx(1 / 6)
    assert found.share(0) == 1


def test_a_placebo_gets_the_control_that_the_rule_proposes_for_it():
    """Two areas nearest in level: `b` falls by 9 where `c` and `d` stay."""
    given = panel([(60, 20), (50, 41), (51, 51), (52, 52), (90, 80)])
    found = effect_study.placebo_areas(given, NOTHING, ["a"], SPAN)
    assert dict(zip(found.groups, found.differences, strict=True))[("b",)] == pytest.approx(-9)


def test_all_groups_of_a_size_are_tried_or_many_the_same_every_time():
    assert len(effect_study.drawn("abcd", 2, 6)) == 6
    many = [f"area_{number:02}" for number in range(40)]
    once, again = (effect_study.drawn(many, 4, math.comb(40, 4)) for _ in range(2))
    assert once == again
    assert len(set(once)) == effect_study.MOST_PLACEBOS


def test_a_hidden_area_is_no_placebo():
    given = panel([(60, 20), (60, 60), (61, 61), (62, np.nan), (63, 63), (64, 64)])
    assert ("d",) not in effect_study.placebo_areas(given, NOTHING, ["a"], SPAN).groups


def test_too_few_areas_give_no_placebo():
    found = effect_study.placebo_areas(panel([(60, 20), (60, 60), (61, 61)]), NOTHING, ["a"], SPAN)
    assert found.possible == 0
    assert found.share(-40) == 1


# what it is worth


def judged(rates, control, periods=YEARS, population=1000.0):
    given = panel(rates, periods, population)
    found = effect_study.study(given, ["a"], control, SPAN)
    return effect_study.verdict(found, effect_study.placebo_areas(given, NOTHING, ["a"], SPAN))


STEADY = [(60, 60)] * 20
RESTLESS = [(60, 20), (60, 100)] * 4


def test_an_effect_larger_than_chance_and_than_what_areas_do():
    given = panel([(60, 10), *STEADY], population=10_000.0)
    found = effect_study.study(given, ["a"], given.areas[1:], SPAN)
    placebo = effect_study.placebo_areas(given, pandas.DataFrame(index=list(given.areas)), ["a"], SPAN)
    assert placebo.share(-50) == pytest.approx(1 / 21)
    assert effect_study.verdict(found, placebo) == Verdict.LARGER


def test_an_effect_that_areas_without_an_effort_have_too():
    assert judged([(60, 20), *RESTLESS[:7]], ["b", "c"], population=10_000.0) == Verdict.USUAL


def test_an_effect_within_the_chance_of_events():
    assert judged([(6, 5), *[(6, 6)] * 5], ["b", "c"]) == Verdict.CHANCE


def test_groups_that_parted_before():
    years = tuple((year, year) for year in range(2005, 2011))
    rates = [(100, 85, 72, 61, 52, 20), *[(100, 100, 100, 100, 100, 100)] * 5]
    assert judged(rates, ["b", "c"], years, 100_000.0) == Verdict.APART


def test_without_any_placebo_no_effect_is_larger():
    found = effect_study.study(panel([(60, 10), (60, 60)], population=10_000.0), ["a"], ["b"], SPAN)
    assert effect_study.verdict(found, Placebo(np.array([]), (), 0)) == Verdict.USUAL


def test_the_difference_against_each_possible_control_area():
    given = panel([(60, 20), (60, 60), (60, 50), (62, np.nan)])
    assert effect_study.against_each(given, ["a"], SPAN) == pytest.approx([-40, -30])
