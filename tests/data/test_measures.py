import itertools

import numpy as np
import pandas
import pytest
import statsmodels.api as statsmodels
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from data import measures, trends
from data.contracts import Direction
from data.measures import Judgement, Position
from data.trends import Verdict

RISING = ([994, 1023, 1199, 1332, 1367], [40299, 41527, 42811, 44064, 44701])
FLAT = ([209, 213, 213, 239, 210], [1017, 1087, 1119, 1117, 1139])

cells = st.lists(st.tuples(st.integers(0, 5000), st.integers(1, 100_000)), min_size=1, max_size=20)
part_of_whole = st.integers(1, 10_000).flatmap(lambda total: st.tuples(st.integers(0, total), st.just(total)))


def about(*values):
    return pytest.approx(values, rel=1e-6, nan_ok=True)


# rate


@pytest.mark.parametrize(
    ("count", "population", "value", "low", "high"),
    [
        (1, 100, 10, 0.25317808, 55.71643391),
        (5, 100, 50, 16.2348639, 116.68332079),
        (10, 200, 50, 23.93724957, 91.95729303),
        (222, 3215, 69.05132193, 60.26574878, 78.75729371),
        (0, 1000, 0, 0, 3.688879454),
    ],
)
def test_rate_per_1000_with_its_interval(count, population, value, low, high):
    assert measures.rate(count, population) == about(value, low, high)


def test_rate_limits_are_exact_below_ten_events():
    count = np.arange(10)
    interval = measures.rate(count, 1, per=1)
    assert stats.poisson.cdf(count, interval.high) == pytest.approx(0.025)
    assert stats.poisson.sf(count[1:] - 1, interval.low[1:]) == pytest.approx(0.025)


def test_rate_limits_follow_the_confidence():
    wide, narrow = measures.rate([5, 50], 1000, confidence=0.998), measures.rate([5, 50], 1000)
    assert (wide.low < narrow.low).all() and (wide.high > narrow.high).all()


def test_rate_above_per_is_allowed():
    assert measures.rate(15, 10).value == 1500


@pytest.mark.parametrize("missing", [None, np.nan])
def test_rate_is_all_missing_where_the_count_or_the_population_is(missing):
    interval = measures.rate([3, missing, 3], [100, 100, missing])
    for numbers in interval:
        assert np.isnan(numbers).tolist() == [False, True, True]


def test_rate_takes_nullable_series():
    frame = pandas.DataFrame({"count": pandas.array([3, pandas.NA], dtype="Int64"), "population": [100.0, 100.0]})
    assert measures.rate(frame["count"], frame["population"]).value == about(30, np.nan)


@pytest.mark.parametrize(
    ("count", "population", "message"),
    [
        ([1, 1], [100, 0], "population at position 1 is 0"),
        ([1, 1], [100, -5], "population at position 1 is -5"),
        ([None, 1], [0, 1], "population at position 0 is 0"),
        ([1, -1], [100, 100], "count at position 1 is -1"),
        ([[1, 1], [1, -1]], 100, "count at position 1, 1 is -1"),
        ([1, np.inf], [100, 100], "position 1 is inf"),
        (1, 0, "population at position 0 is 0"),
    ],
)
def test_rate_refuses_impossible_numbers_and_names_the_position(count, population, message):
    with pytest.raises(ValueError, match=message):
        measures.rate(count, population)


def test_rate_refuses_series_that_do_not_line_up():
    with pytest.raises(ValueError, match="different indexes"):
        measures.rate(pandas.Series([1, 2]), pandas.Series([100, 100], index=[1, 0]))


@pytest.mark.parametrize("confidence", [0, 1, 95])
def test_rate_refuses_a_confidence_that_is_no_probability(confidence):
    with pytest.raises(ValueError, match="confidence"):
        measures.rate(1, 100, confidence=confidence)


def test_rate_of_huge_numbers_is_narrow():
    value, low, high = measures.rate(10**15, 10**18)
    assert value == pytest.approx(1)
    assert 0.9999999 < low < 1 < high < 1.0000001


def test_rate_of_nothing_is_nothing():
    assert measures.rate([], []).value.size == 0


@given(cells)
def test_rate_lies_within_its_interval(rows):
    value, low, high = measures.rate(*zip(*rows, strict=True))
    assert (low >= 0).all() and (low <= value).all() and (value < high).all()


@given(st.integers(0, 5000), st.integers(1, 100_000))
def test_rate_and_limits_grow_with_the_count(count, population):
    value, low, high = measures.rate([count, count + 1], population)
    assert value[0] < value[1] and low[0] < low[1] and high[0] < high[1]


@given(cells)
def test_rate_does_not_depend_on_the_order(rows):
    count, population = np.array(rows).T
    for forward, backward in zip(
        measures.rate(count, population), measures.rate(count[::-1], population[::-1]), strict=True
    ):
        assert (forward == backward[::-1]).all()


# share


@pytest.mark.parametrize(
    ("count", "total", "value", "low", "high"),
    [
        (0, 10, 0, 0, 27.75327998628892),  # high = z² / (n + z²)
        (10, 10, 100, 72.24672001371108, 100),
        (5, 10, 50, 23.659309056744693, 76.3406909432553),  # 50 ± 50 / √(1 + n / z²)
    ],
)
def test_share_in_percent_with_wilsons_interval(count, total, value, low, high):
    assert measures.share(count, total) == about(value, low, high)


def test_share_in_fractions():
    assert measures.share(5, 10, per=1).value == 0.5


def test_share_is_missing_where_a_number_is():
    assert np.isnan(measures.share([None, 1], [10, None])).all()


@pytest.mark.parametrize(
    ("count", "total", "message"),
    [(11, 10, "must not exceed its total"), (-1, 10, "count"), (0, 0, "population at position 0 is 0")],
)
def test_share_refuses_impossible_numbers(count, total, message):
    with pytest.raises(ValueError, match=message):
        measures.share(count, total)


@given(part_of_whole)
def test_share_and_its_interval_stay_within_0_and_1(row):
    value, low, high = measures.share(*row, per=1)
    assert 0 <= low <= value <= high <= 1


# standardised rates


def test_standardised_rate_with_one_age_group_is_the_rate():
    assert measures.standardised_rate([12], [400], [1]) == about(*measures.rate(12, 400))


def test_standardised_rate_weighs_the_age_groups():
    # rates 10 and 20, weights 3 : 1; variance (0.75² x 10 + 0.25² x 20) / 1000²; 30 events
    value, low, high = measures.standardised_rate([10, 20], [1000, 1000], [3, 1])
    assert value == pytest.approx(12.5)
    _, low_count, high_count = measures.rate(30, 1, per=1)
    scale = np.sqrt((0.75**2 * 10 + 0.25**2 * 20) / 30)
    assert (low, high) == about(12.5 + scale * (low_count - 30), 12.5 + scale * (high_count - 30))


def test_standardised_rate_does_not_depend_on_the_size_of_the_standard():
    small, large = (measures.standardised_rate([10, 20], [500, 1000], standard) for standard in ([3, 1], [3000, 1000]))
    assert small == about(*large)


def test_standardised_rate_is_missing_under_ten_events_and_with_a_missing_number():
    interval = measures.standardised_rate([[4, 5], [5, 5], [5, None]], [[100, 100]] * 3, [1, 1])
    for numbers in interval:
        assert np.isnan(numbers).tolist() == [True, False, True]


@pytest.mark.parametrize("standard", [[0, 0], [-1, 2], [None, 1]])
def test_standardised_rate_refuses_an_unusable_standard(standard):
    with pytest.raises(ValueError, match="standard"):
        measures.standardised_rate([10, 20], [100, 100], standard)


# comparison


@pytest.mark.parametrize(
    ("low", "high", "position"),
    [
        (21, 30, Position.ABOVE),
        (20, 30, Position.SIMILAR),  # a limit equal to the reference
        (10, 20, Position.SIMILAR),
        (15, 25, Position.SIMILAR),
        (10, 19, Position.BELOW),
        (None, 30, Position.NOT_COMPARED),
        (10, None, Position.NOT_COMPARED),
    ],
)
def test_compare_sets_the_interval_against_the_value(low, high, position):
    assert measures.compare(20, low, high, 20, Direction.LOW_IS_GOOD).position == position


@pytest.mark.parametrize(
    ("direction", "above", "below"),
    [
        (Direction.LOW_IS_GOOD, Judgement.WORSE, Judgement.BETTER),
        (Direction.HIGH_IS_GOOD, Judgement.BETTER, Judgement.WORSE),
        (Direction.NO_JUDGEMENT, Judgement.HIGHER, Judgement.LOWER),
    ],
)
def test_compare_judges_by_direction(direction, above, below):
    judgement = measures.compare([30, 10, 20], [25, 5, 15], [35, 15, 25], 20, direction).judgement
    assert judgement.tolist() == [above, below, Judgement.SIMILAR]


def test_compare_takes_a_direction_per_area():
    judgement = measures.compare([30, 30], [25, 25], [35, 35], 20, ["low_is_good", "high_is_good"]).judgement
    assert judgement.tolist() == ["worse", "better"]


def test_compare_without_value_or_reference_does_not_compare():
    position, judgement = measures.compare([None, 30], [25, 25], [35, 35], [20, None], Direction.LOW_IS_GOOD)
    assert set(position) == set(judgement) == {"not_compared"}


def test_compare_refuses_crossed_limits_and_unknown_directions():
    with pytest.raises(ValueError, match="low at position 0 is 5"):
        measures.compare(4, 5, 3, 4, Direction.LOW_IS_GOOD)
    with pytest.raises(ValueError, match="direction is down"):
        measures.compare(4, 3, 5, 4, "down")


@given(st.tuples(*[st.integers(0, 100)] * 3), st.integers(0, 100))
def test_compare_turns_round_with_the_direction(numbers, reference):
    low, value, high = sorted(numbers)
    opposite = {"worse": "better", "better": "worse", "similar": "similar"}
    one, other = (
        measures.compare(value, low, high, reference, direction).judgement
        for direction in (Direction.LOW_IS_GOOD, Direction.HIGH_IS_GOOD)
    )
    assert one == opposite[other]


# recent trend


def test_critical_value_is_the_998_percent_point():
    assert trends.critical() == pytest.approx(9.54953570608324, rel=1e-12)


def test_trend_of_rates_is_increasing():
    trend = measures.recent_trend(*RISING)
    assert trend.verdict == Verdict.INCREASING
    assert trend.chi2 == pytest.approx(46.59, abs=0.005)


def test_trend_of_proportions_is_increasing():
    trend = measures.recent_trend(*RISING, method="proportion")
    assert trend.verdict == Verdict.INCREASING
    assert trend.chi2 == pytest.approx(47.90, abs=0.005)


@pytest.mark.parametrize("method", ["interval", "proportion"])
def test_trend_of_a_large_flat_area_is_no_change(method):
    trend = measures.recent_trend(*FLAT, method=method)
    assert trend.verdict == Verdict.NO_CHANGE
    assert trend.power > 0.99


def test_trend_by_interval_is_weighted_least_squares():
    value, low, high = measures.rate(*RISING)
    design = statsmodels.add_constant(np.arange(1, 6))
    fit = statsmodels.WLS(value, design, weights=(3.92 / (high - low)) ** 2).fit(cov_type="fixed scale")
    trend = measures.recent_trend(*RISING)
    assert (trend.slope, trend.chi2) == about(fit.params[1], fit.tvalues[1] ** 2)


def test_trend_by_proportion_is_cochran_armitage():
    count, population = np.array(RISING)
    table = statsmodels.stats.Table(np.column_stack([count, population - count]))
    test = table.test_ordinal_association(col_scores=np.array([1, 0]))
    total = population.sum()  # statsmodels conditions on the margins: a factor (N - 1) / N
    assert measures.recent_trend(*RISING, method="proportion").chi2 * (total - 1) / total == pytest.approx(
        test.zscore**2
    )


@pytest.mark.parametrize(("youths", "simulated"), [(200, 0.014), (400, 0.043), (1000, 0.232), (4000, 0.970)])
def test_trend_power_to_find_a_halving_from_30_per_1000(youths, simulated):
    trend = measures.recent_trend([0.03 * youths] * 5, [youths] * 5)
    assert trend.power == pytest.approx(simulated, abs=0.015)
    assert trend.verdict == (Verdict.NO_CHANGE if simulated > 0.8 else Verdict.TOO_SMALL)


@pytest.mark.parametrize(("youths", "verdict"), [(2500, Verdict.TOO_SMALL), (2600, Verdict.NO_CHANGE)])
def test_trend_calls_an_area_big_enough_from_80_percent_power(youths, verdict):
    trend = measures.recent_trend([0.03 * youths] * 5, [youths] * 5)  # power 78.7 % and 80.9 %
    assert trend.verdict == verdict


def test_trend_in_a_small_area_can_still_be_found():
    trend = measures.recent_trend([40, 30, 20, 10, 2], [400] * 5)
    assert trend.verdict == Verdict.DECREASING
    assert trend.slope < 0
    assert trend.power < 0.8


def test_trend_that_hangs_on_one_point_is_none():
    # χ² is high above 9.55, but without the last year the line points down
    trend = measures.recent_trend([2000, 1990, 1980, 1970, 2400], [100_000] * 5)
    assert trend.chi2 > trends.critical()
    assert trend.verdict == Verdict.NO_CHANGE


def test_trend_uses_the_latest_five_valid_years_and_says_which():
    count = [9000, *RISING[0][:3], None, *RISING[0][3:], None]
    population = [40000, *RISING[1][:3], 43000, *RISING[1][3:], 45000]
    trend, complete = measures.recent_trend(count, population), measures.recent_trend(*RISING)
    assert trend[:4] == complete[:4]
    assert (trend.first, trend.last) == (1, 6)


def test_trend_keeps_the_order_of_a_long_series_with_gaps():
    trend = measures.recent_trend([20 + year if year % 2 else None for year in range(60)], [1000] * 60)
    assert (trend.first, trend.last) == (51, 59)
    assert trend.slope == pytest.approx(2, rel=0.01)


def test_trends_of_many_series_are_the_trends_of_each():
    many = measures.recent_trend([RISING[0], FLAT[0], [1, 2, 3, 4, None]], [RISING[1], FLAT[1], [400] * 5])
    assert many.verdict.tolist() == ["increasing", "no_change", "cannot_calculate"]
    assert many.chi2[1] == measures.recent_trend(*FLAT).chi2
    assert np.isnan([many.chi2[2], many.slope[2], many.power[2]]).all()
    assert many.first.tolist() == [0, 0, -1]


@pytest.mark.parametrize("count", [[], [5, 5, 5, 5], [5, 5, None, 5, 5]])
def test_trend_of_fewer_than_five_points_cannot_be_calculated(count):
    assert measures.recent_trend(count, [100] * len(count)).verdict == Verdict.CANNOT_CALCULATE


def test_trend_without_events_is_too_small_and_without_variance_not_calculable():
    assert measures.recent_trend([0] * 5, [400] * 5).verdict == Verdict.TOO_SMALL
    assert measures.recent_trend([0] * 5, [400] * 5, method="proportion").verdict == Verdict.CANNOT_CALCULATE
    assert measures.recent_trend([400] * 5, [400] * 5, method="proportion").verdict == Verdict.CANNOT_CALCULATE


def test_trend_refuses_impossible_numbers_and_unknown_methods():
    with pytest.raises(ValueError, match="population at position 4 is 0"):
        measures.recent_trend([1] * 5, [100, 100, 100, 100, 0])
    with pytest.raises(ValueError, match="must not exceed"):
        measures.recent_trend([101] * 5, [100] * 5, method="proportion")
    with pytest.raises(ValueError, match="method is 'eye'"):
        measures.recent_trend([1] * 5, [100] * 5, method="eye")


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(3000, 30_000)), min_size=5, max_size=5))
@pytest.mark.parametrize("method", ["interval", "proportion"])
def test_trend_turns_round_with_the_years(method, rows):
    count, population = np.array(rows).T
    forward = measures.recent_trend(count, population, method)
    backward = measures.recent_trend(count[::-1], population[::-1], method)
    assert forward.slope == pytest.approx(-backward.slope, rel=1e-6, abs=1e-9, nan_ok=True)
    assert forward.chi2 == pytest.approx(backward.chi2, rel=1e-6, abs=1e-9, nan_ok=True)


# quantile groups and funnel


def test_quantile_groups_put_the_worst_first():
    values = [10, 20, 30, 40, 50]
    assert measures.quantile_groups(values).tolist() == [5, 4, 3, 2, 1]
    assert measures.quantile_groups(values, direction=Direction.HIGH_IS_GOOD).tolist() == [1, 2, 3, 4, 5]
    assert measures.quantile_groups(values, direction=Direction.NO_JUDGEMENT).tolist() == [5, 4, 3, 2, 1]


def test_quantile_groups_give_ties_the_smallest_rank():
    # worst first the ranks are 1 1 1 4 5 6, in three groups of two: 1 1 1 2 3 3
    groups = measures.quantile_groups([9, 9, 9, 5, 4, 3], k=3)
    assert groups.tolist() == [1, 1, 1, 2, 3, 3]


def test_quantile_groups_of_equal_areas_are_one_group():
    assert set(measures.quantile_groups([7] * 6)) == {1}


def test_quantile_groups_leave_missing_areas_out():
    groups = measures.quantile_groups([10, None, 20, 30, 40, 50])
    assert groups[1] is pandas.NA
    assert groups.dropna().tolist() == [5, 4, 3, 2, 1]


@pytest.mark.parametrize(
    ("values", "k"), [([1, 2, 3, 4], 2), ([1, 2, 3, 4, 5, 6], 7), ([1, 2, 3, 4, None], 5), ([], 5)]
)
def test_quantile_groups_need_five_areas_and_one_for_each_group(values, k):
    assert measures.quantile_groups(values, k).isna().all()


def test_quantile_groups_refuse_one_group_and_unknown_directions():
    with pytest.raises(ValueError, match="k is 1"):
        measures.quantile_groups([1, 2, 3, 4, 5], k=1)
    with pytest.raises(ValueError, match="down"):
        measures.quantile_groups([1, 2, 3, 4, 5], direction="down")


@given(st.lists(st.integers(0, 30), min_size=5, max_size=40), st.integers(2, 5))
def test_quantile_groups_follow_the_values_and_no_group_below_is_too_full(values, k):
    groups = np.array(measures.quantile_groups(values, k), dtype=int)
    order = np.argsort(values)[::-1]
    assert (np.diff(groups[order]) >= 0).all()
    assert groups.min() == 1 and groups.max() <= k
    assert all(np.unique(groups[np.array(values) == value]).size == 1 for value in values)


def test_funnel_limits_have_one_row_per_level_and_population():
    limits = measures.funnel_limits([100, 10_000], 30)
    assert limits[["level", "population"]].values.tolist() == [
        [0.95, 100],
        [0.95, 10_000],
        [0.998, 100],
        [0.998, 10_000],
    ]


def test_a_change_takes_the_far_limits_of_its_two_intervals():
    # 30 (27-42) after 50 (45-54): down √(3² + 4²) = 5 and up √(12² + 5²) = 13 from -20
    assert measures.change(50, 45, 54, 30, 27, 42) == about(-20, -25, -7)


def test_the_change_of_a_share_is_newcombes():
    before, after = measures.share(48, 80), measures.share(56, 70)  # Newcombe 1998, table II, method 10
    assert measures.change(*before, *after) == pytest.approx((20, 5.24, 33.39), abs=0.005)


def test_a_change_without_an_interval_has_none_and_without_a_value_is_missing():
    change = measures.change([50, np.nan], [np.nan, np.nan], [np.nan, np.nan], [30, 30], [27, 27], [42, 42])
    assert change.value.tolist() == about(-20, np.nan)
    assert np.isnan([change.low, change.high]).all()


def test_a_value_outside_its_interval_is_refused():
    with pytest.raises(ValueError, match="value after at position 1 is 30"):
        measures.change(50, 45, 54, [30, 30], [27, 31], [42, 42])


def test_funnel_limits_hold_the_stated_share_of_areas():
    # 1,000 youths at 10 per 1,000: 10 expected. P(X <= 3) = 1.0 %, P(X <= 4) = 2.9 %; P(X >= 18) = 1.4 %, 17: 2.7 %
    low, high = measures.funnel_limits(1000, 10, levels=[0.95]).loc[0, ["low", "high"]]
    assert 3 < low < 4 and 17 < high < 18


@given(st.integers(0, 200), st.integers(50, 5000), st.floats(1, 80))
def test_funnel_and_exact_interval_agree_on_who_is_outside(count, population, pooled):
    limits = measures.funnel_limits(population, pooled, levels=[0.95]).loc[0]
    expected, value = pooled * population / 1000, 1000 * count / population
    assert (value > limits["high"]) == (stats.poisson.sf(count - 1, expected) < 0.025)
    assert (value < limits["low"]) == (stats.poisson.cdf(count, expected) < 0.025)


def test_funnel_limits_narrow_with_size_and_widen_with_the_level():
    limits = measures.funnel_limits([1000, 100_000, 1e9], 30).set_index(["level", "population"])
    width = limits["high"] - limits["low"]
    assert width[0.95].is_monotonic_decreasing
    assert (width[0.998] > width[0.95]).all()
    assert width[0.95, 1e9] == pytest.approx(2 * 1.96 * 1000 * np.sqrt(0.03 / 1e9), rel=1e-3)


@pytest.mark.parametrize(("population", "pooled"), [(0, 30), (-1, 30), (100, -1)])
def test_funnel_limits_refuse_impossible_numbers(population, pooled):
    with pytest.raises(ValueError, match="must be"):
        measures.funnel_limits(population, pooled)


@pytest.mark.parametrize("missing", [pandas.NA, None, float("nan")])
def test_whatever_missing_looks_like_it_is_missing(missing):
    for found in (measures.rate([1, missing], [10, 10]), measures.rate(np.array([1, missing], dtype=object), 10)):
        assert found.value[0] == 100 and np.isnan(found.value[1])
    assert np.isnan(measures.rate(missing, 10).high)


@pytest.mark.parametrize("per", [0, -1000, float("nan"), float("inf")])
def test_a_rate_is_per_a_number_above_0(per):
    for calculated in (
        lambda: measures.rate(1, 10, per),
        lambda: measures.share(1, 10, per),
        lambda: measures.standardised_rate([12], [100], [1], per),
        lambda: measures.recent_trend([1] * 5, [10] * 5, per=per),
        lambda: measures.funnel_limits([10], 3, per),
    ):
        with pytest.raises(ValueError, match=f"per is {per}; must be a finite number above 0"):
            calculated()


def test_nothing_in_gives_nothing_out():
    assert measures.rate([], []).value.shape == measures.share([], []).value.shape == (0,)
    assert measures.recent_trend([], []).verdict.tolist() == measures.recent_trend(3, 10).verdict.tolist()
    assert len(measures.funnel_limits([], 3)) == 0
    with pytest.raises(ValueError, match="standard population is empty"):
        measures.standardised_rate([], [], [])


def test_a_standardised_rate_has_no_limit_under_0():
    found = measures.standardised_rate([9, 1], [10_000, 2], [1, 1])  # one of two persons carries half the weight
    assert found.value == pytest.approx(250.45)
    assert found.low == 0


@pytest.mark.parametrize("expected", [0.001, 0.02, 0.0253, 0.0254, 0.5, 3.7, 10])
def test_a_funnel_says_what_the_exact_interval_of_the_area_says(expected):
    limits = measures.funnel_limits([1000], expected).set_index("level")
    for level, count in itertools.product((0.95, 0.998), range(9)):
        interval = measures.rate(count, 1000, confidence=level)
        is_outside = not limits.loc[level, "low"] <= count <= limits.loc[level, "high"]
        assert is_outside == (not interval.low <= expected <= interval.high)


def test_dispersion_widens_a_rate_about_its_value():
    value, low, high = measures.rate(200, 1000, dispersion=4)
    fewer = measures.rate(50, 1000)  # 200 that vary four times as much tell as much as 50
    assert (value, low, high) == (200, pytest.approx(4 * fewer.low), pytest.approx(4 * fewer.high))
    assert measures.rate(200, 1000, dispersion=1).low == measures.rate(200, 1000).low
    assert measures.rate(0, 1000, dispersion=4).high == pytest.approx(4 * 3.688879)
    few = measures.rate(3, 1000, dispersion=30)  # tell as much as a tenth of an event
    assert few.low == pytest.approx(30 * stats.gamma.ppf(0.025, 0.1), rel=1e-6, abs=0)
    assert few.high == pytest.approx(30 * stats.gamma.ppf(0.975, 1.1), rel=1e-6)


def test_an_estimated_dispersion_widens_a_rate_by_students_t():
    known, estimated = (measures.rate(10_000, 1000, dispersion=4, degrees=degrees) for degrees in (np.inf, 7))
    assert (estimated.high - estimated.low) / (known.high - known.low) == pytest.approx(2.364624 / 1.959964, rel=1e-3)


def test_an_estimated_dispersion_asks_for_the_f_distribution():
    assert trends.critical(7) == pytest.approx(stats.f.isf(0.002, 1, 7))
    assert measures.recent_trend(*RISING, dispersion=5.1).chi2 == pytest.approx(
        measures.recent_trend(*RISING).chi2 / 5.1, rel=0.02
    )
    assert measures.recent_trend(*RISING, dispersion=5.1).verdict != Verdict.INCREASING


def test_the_power_of_an_estimated_dispersion_is_that_of_a_noncentral_f():
    known, estimated = (
        measures.recent_trend([120] * 5, [4000] * 5, dispersion=[2.0], degrees=[degrees]).power
        for degrees in (np.inf, 7)
    )
    assert 0 < estimated.item() < known.item() < 1
    assert measures.recent_trend([120] * 5, [4000] * 5, degrees=[1e6]).power.item() == pytest.approx(
        measures.recent_trend([120] * 5, [4000] * 5).power.item(), abs=1e-3
    )


def test_funnel_limits_widen_by_the_root_of_the_dispersion():
    one, four = (measures.funnel_limits([10_000], 50, dispersion=factor) for factor in (1, 4))
    assert ((four["high"] - 50) / (one["high"] - 50)).tolist() == pytest.approx([2, 2], rel=0.05)


@pytest.mark.parametrize(("dispersion", "degrees"), [(0.5, 7), (np.nan, 7), (np.inf, 7), (2, 0), (2, np.nan)])
def test_an_impossible_dispersion_is_refused(dispersion, degrees):
    with pytest.raises(ValueError, match="dispersion|degrees"):
        measures.rate(5, 100, dispersion=dispersion, degrees=degrees)
