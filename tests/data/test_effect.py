import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from data import effect, parallel
from data.effect import Counts, Model, Reason

YEARS = np.arange(2005, 2015)
FLAT = Counts([80, 80, 80, 80, 80, 80, 80, 80, 80, 80], [1000] * 10)
HALVED = Counts([80, 80, 80, 80, 80, 40, 40, 40, 40, 40], [1000] * 10)

count = st.integers(0, 1000)
population = st.integers(1000, 5000)
cell = st.builds(Counts, count, population)


# difference-in-differences


@pytest.mark.parametrize(
    ("treated", "control", "difference"),
    [((75, 50), (70, 65), -20), ((75, 50), (25, 20), -20), ((70, 65), (25, 20), 0)],
)
def test_difference_of_the_handbooks_rates_has_no_interval(treated, control, difference):
    result = effect.difference_in_differences(*treated, *control)
    assert result.difference == difference
    assert np.isnan([result.se, result.low, result.high]).all()


def test_difference_from_counts_has_an_interval():
    cells = [Counts(75, 1000), Counts(50, 1000), Counts(70, 1000), Counts(65, 1000)]
    result = effect.difference_in_differences(*cells)
    se = np.sqrt(260)  # 1,000 x √(75 + 50 + 70 + 65) / 1,000
    assert result == pytest.approx((-20, se, -20 - 1.959963985 * se, -20 + 1.959963985 * se))


def test_difference_weighs_each_cell_by_its_own_population():
    cells = [Counts(30, 1000), Counts(60, 3000), Counts(10, 500), Counts(10, 1000)]
    result = effect.difference_in_differences(*cells)
    assert result.difference == pytest.approx((20 - 30) - (10 - 20))
    assert result.se == pytest.approx(1000 * np.sqrt(30 / 1e6 + 60 / 9e6 + 10 / 25e4 + 10 / 1e6))


def test_differences_of_many_areas_and_a_missing_one():
    before = Counts([75, None], [1000, 1000])
    result = effect.difference_in_differences(before, Counts(50, 1000), Counts(70, 1000), Counts(65, 1000))
    assert result.difference == pytest.approx([-20, np.nan], nan_ok=True)
    assert np.isnan(result.low).tolist() == [False, True]
    assert effect.difference_in_differences([75, None], 50, 70, 65).difference == pytest.approx(
        [-20, np.nan], nan_ok=True
    )


def test_difference_without_any_event_has_no_interval():
    result = effect.difference_in_differences(*[Counts(0, 1000)] * 4)
    assert result.difference == 0
    assert np.isnan([result.se, result.low, result.high]).all()


def test_difference_refuses_a_mixture_and_impossible_numbers():
    with pytest.raises(TypeError, match="mixture"):
        effect.difference_in_differences(Counts(75, 1000), 50, 70, 65)
    with pytest.raises(ValueError, match="population at position 0 is 0"):
        effect.difference_in_differences(Counts(75, 0), *[Counts(50, 1000)] * 3)
    with pytest.raises(ValueError, match="is -1"):
        effect.difference_in_differences(-1, 50, 70, 65)


@given(cell, cell, cell, cell)
def test_difference_changes_sign_when_the_groups_change_places(a, b, c, d):
    one, other = effect.difference_in_differences(a, b, c, d), effect.difference_in_differences(c, d, a, b)
    assert one.difference == pytest.approx(-other.difference)
    assert one.se == pytest.approx(other.se, nan_ok=True)
    assert np.isnan(one.low) or one.low < one.difference < one.high


# displacement


def test_displacement_difference():
    result = effect.displacement_difference(207, 110, 308, 318, 178, 157, 150, 140)
    assert result.difference == -118
    assert result.se == pytest.approx(np.sqrt(1568))
    assert (round(result.low), round(result.high)) == (-196, -40)


def test_displacement_difference_without_displacement_areas():
    result = effect.displacement_difference(207, 110, 308, 318)
    assert result.difference == -107
    assert result.se == pytest.approx(np.sqrt(207 + 110 + 308 + 318))


def test_displacement_difference_with_nothing_to_count():
    assert np.isnan(effect.displacement_difference(0, 0, 0, 0).low)
    assert np.isnan(effect.displacement_difference(None, 1, 1, 1).difference)
    with pytest.raises(ValueError, match="is -1"):
        effect.displacement_difference(1, 1, 1, -1)


# ratio


def test_ratio_of_one_area_each_falls_back_to_poisson_and_says_so():
    result = effect.rate_ratio([75, 50, 70, 65], [1000] * 4, [1, 1, 0, 0], [0, 1, 0, 1])
    assert result.ratio == pytest.approx((50 / 75) / (65 / 70))
    assert result.se == pytest.approx(np.sqrt(1 / 75 + 1 / 50 + 1 / 70 + 1 / 65), rel=1e-6)
    assert (result.model, result.residual_df, result.dispersion) == (Model.POISSON, 0, 1)


@settings(max_examples=50)
@given(st.lists(st.tuples(st.integers(1, 1000), population), min_size=4, max_size=4))
@example([(1, 1000), (1, 1000), (1, 1000), (5, 1000)])  # slow to converge
def test_ratio_and_closed_form_agree(rows):
    x, n = np.array(rows).T
    result = effect.rate_ratio(x, n, [False, False, True, True], [False, True, False, True])
    rates = x / n
    assert result.ratio == pytest.approx((rates[3] / rates[2]) / (rates[1] / rates[0]), rel=1e-6)
    assert result.se == pytest.approx(np.sqrt((1 / x).sum()), rel=1e-6)
    assert result.low < result.ratio < result.high


def test_ratio_of_two_areas_each_is_quasi_poisson():
    # two areas a cell, 40 and 60 events of 1,000: Pearson χ² = 8 x 10² / 50 = 16 on 4 degrees of freedom
    result = effect.rate_ratio([40, 60] * 4, [1000] * 8, [0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1, 0, 0, 1, 1])
    assert (result.model, result.residual_df) == (Model.QUASI_POISSON, 4)
    assert result.dispersion == pytest.approx(4)
    assert result.ratio == pytest.approx(1)
    assert result.se == pytest.approx(np.sqrt(4 * 4 / 100))
    assert np.log(result.high) == pytest.approx(2.776445105 * result.se)  # t with 4 degrees of freedom


def test_ratio_never_claims_less_than_poisson_variation():
    result = effect.rate_ratio([50] * 8, [1000] * 8, [0, 0, 0, 0, 1, 1, 1, 1], [0, 0, 1, 1] * 2)
    assert (result.model, result.dispersion) == (Model.QUASI_POISSON, 1)
    assert result.se == pytest.approx(np.sqrt(4 / 100))


def test_ratio_with_one_row_in_some_cell_is_poisson():
    result = effect.rate_ratio([50, 60, 50, 50, 50], [1000] * 5, [0, 0, 0, 1, 1], [0, 0, 1, 0, 1])
    assert (result.model, result.residual_df) == (Model.POISSON, 1)


def test_ratio_and_difference_can_differ_in_sign():
    # 100 -> 70 against 20 -> 10: falls more per 1,000, but by a smaller part
    assert effect.difference_in_differences(100, 70, 20, 10).difference == -20
    assert effect.rate_ratio([100, 70, 20, 10], [1000] * 4, [1, 1, 0, 0], [0, 1, 0, 1]).ratio == pytest.approx(1.4)


@pytest.mark.parametrize(
    ("x", "treated", "reason"),
    [
        ([0, 50, 70, 65], [1, 1, 0, 0], Reason.ZERO_CELL),
        ([75, 50, None, 65], [1, 1, 0, 0], Reason.MISSING),
        ([75, 50, 70, 65], [1, 1, 1, 1], Reason.EMPTY_CELL),
    ],
)
def test_no_ratio_has_a_reason(x, treated, reason):
    result = effect.rate_ratio(x, [1000] * 4, treated, [0, 1, 0, 1])
    assert (result.reason, result.model) == (reason, Model.NONE)
    assert np.isnan([result.ratio, result.low, result.high, result.se]).all()


def test_ratio_does_not_depend_on_the_order_of_the_rows():
    x, treated, post = [75, 50, 70, 65, 80, 40, 60, 66], [1, 1, 0, 0] * 2, [0, 1] * 4
    forward = effect.rate_ratio(x, [1000] * 8, treated, post)
    backward = effect.rate_ratio(x[::-1], [1000] * 8, treated[::-1], post[::-1])
    assert forward[:4] == pytest.approx(backward[:4])


# yearly series


@pytest.mark.parametrize(
    ("events", "reason"),
    [([80, 80, None, None, None], Reason.TOO_FEW_POINTS), ([0, 0, 0, 0, 1], Reason.TOO_FEW_EVENTS)],
)
def test_pre_period_slopes_say_why_they_have_no_result(events, reason):
    short = Counts([*events, *[80] * 5], [1000] * 10)
    assert parallel.pre_period_slopes(YEARS, short, FLAT, 2010).reason == reason


def test_pre_period_slopes_leave_missing_years_out():
    gap = Counts([80, None, 80, 80, 80, *[40] * 5], [1000] * 10)
    result = parallel.pre_period_slopes(YEARS, gap, FLAT, 2010)
    assert result.ratio == pytest.approx(1)
    assert result.residual_df == 5


def test_series_refuse_a_repeated_year_and_unequal_lengths():
    with pytest.raises(ValueError, match="repeated"):
        parallel.pre_period_slopes([2005] * 10, FLAT, FLAT, 2010)
    with pytest.raises(ValueError, match="shape"):
        parallel.placebo_years(YEARS[:4], FLAT, FLAT, 2010)


def test_pre_period_slopes_of_parallel_groups():
    double = Counts([160] * 10, [1000] * 10)
    result = parallel.pre_period_slopes(YEARS, double, HALVED, 2010)  # what comes after the start does not count
    assert result.ratio == pytest.approx(1)
    assert result.p_value == pytest.approx(1)


def test_pre_period_slopes_of_diverging_groups():
    growing = Counts([1000 * 1.1**step for step in range(10)], [10_000] * 10)
    flat = Counts([1000] * 10, [10_000] * 10)
    result = parallel.pre_period_slopes(YEARS, growing, flat, 2010)
    assert result.ratio == pytest.approx(1.1)
    assert result.p_value < 0.01
    assert result.low > 1


def test_pre_period_slopes_need_three_years():
    assert parallel.pre_period_slopes(YEARS, FLAT, FLAT, 2007).reason == Reason.TOO_FEW_POINTS


def test_placebo_years_of_parallel_groups_are_zero():
    placebos = parallel.placebo_years(YEARS, HALVED, FLAT, 2010)
    assert placebos["year"].tolist() == [2006, 2007, 2008, 2009]
    assert placebos["years_before"].tolist() == [1, 2, 3, 4]
    assert placebos["years_after"].tolist() == [4, 3, 2, 1]
    assert placebos["difference"].tolist() == pytest.approx([0, 0, 0, 0])


def test_placebo_year_sums_the_years_on_each_side():
    treated = Counts([80, 100, 60, 60], [1000, 1000, 1000, 1000])
    placebos = parallel.placebo_years([2006, 2007, 2008, 2009], treated, Counts([50] * 4, [1000] * 4), 2010)
    row = placebos.set_index("year").loc[2008]
    assert row["difference"] == pytest.approx(60 - 90)
    assert row["se"] == pytest.approx(1000 * np.sqrt((180 + 120 + 100 + 100) / 2000**2))


def test_placebo_years_leave_out_a_year_that_either_group_lacks():
    treated = Counts([80, None, 80, 80], [1000] * 4)
    placebos = parallel.placebo_years([2006, 2007, 2008, 2009], treated, Counts([50] * 4, [1000] * 4), 2010)
    assert placebos["year"].tolist() == [2008, 2009]


def test_placebo_years_without_a_pre_period_are_none():
    assert parallel.placebo_years([2009, 2013], Counts([75, 50], 1000), Counts([70, 65], 1000), 2010).empty


@pytest.mark.parametrize(("treated", "found"), [(float("nan"), "nan"), (None, "nan"), (2, "2")])
def test_whoever_is_neither_treated_nor_control_is_refused(treated, found):
    with pytest.raises(ValueError, match=f"treated at position 1 is {found}; must be true or false"):
        effect.rate_ratio([5, 6, 7, 8], [100] * 4, [0, treated, 0, 1], [0, 0, 1, 1])
    with pytest.raises(ValueError, match=f"post at position 1 is {found}; must be true or false"):
        effect.rate_ratio([5, 6, 7, 8], [100] * 4, [0, 1, 0, 1], [0, treated, 1, 1])


def test_a_flag_for_each_row_is_needed():
    with pytest.raises(ValueError, match="treated has 2 elements; must have 4"):
        effect.rate_ratio([5, 6, 7, 8], [100] * 4, [0, 1], [0, 0, 1, 1])


def test_a_difference_is_per_a_number_above_0():
    with pytest.raises(ValueError, match="per is -1000; must be"):
        effect.difference_in_differences(75, 50, 70, 65, per=-1000)


def test_a_year_that_is_missing_is_refused_and_one_year_is_too_few():
    three = effect.Counts([3, 3, 3], [100] * 3)
    with pytest.raises(ValueError, match="year at position 1 is nan; must not be missing"):
        parallel.pre_period_slopes([2007, float("nan"), 2009], three, three, 2010)
    one = effect.Counts(3, 100)
    assert parallel.pre_period_slopes(2009, one, one, 2010).reason == effect.Reason.TOO_FEW_POINTS


def test_a_difference_of_events_is_as_wide_as_they_vary():
    cells = [Counts(count, 1000) for count in (75, 50, 70, 65)]
    clustered = [Counts(cell.count, 1000, dispersion=4.0) for cell in cells]
    narrow, wide = effect.difference_in_differences(*cells), effect.difference_in_differences(*clustered)
    assert (wide.difference, wide.se) == (narrow.difference, pytest.approx(2 * narrow.se))
    estimated = effect.difference_in_differences(*[Counts(cell.count, 1000, 4.0, 7) for cell in cells])
    assert (estimated.high - estimated.low) / (wide.high - wide.low) == pytest.approx(2.364624 / 1.959964)


def test_a_displacement_difference_of_events_is_as_wide_as_they_vary():
    narrow, wide = (effect.displacement_difference(207, 110, 308, 318, dispersion=factor) for factor in (1, 4))
    assert wide.se == pytest.approx(2 * narrow.se)


def test_a_yearly_difference_is_the_treated_rate_less_the_other():
    found = effect.difference(Counts([50, None], 1000), Counts([30, 30], 1000))
    assert found.difference == pytest.approx([20, np.nan], nan_ok=True)
    assert found.se[0] == pytest.approx(1000 * np.sqrt(80 / 1000**2))


def test_three_years_before_can_tell_groups_apart_by_a_dispersion_that_is_known():
    """With a dispersion estimated on 2 degrees of freedom no such difference could be seen."""
    falling, flat = Counts([300, 210, 147], 1000), Counts([300, 300, 300], 1000)
    result = parallel.pre_period_slopes([2007, 2008, 2009], falling, flat, 2010)
    assert result.ratio == pytest.approx(0.7) and result.high < 1
    clustered = parallel.pre_period_slopes(
        [2007, 2008, 2009], Counts(falling.count, 1000, 9.0), Counts(flat.count, 1000, 9.0), 2010
    )
    assert clustered.high > 1 and clustered.se == pytest.approx(3 * result.se)


def test_a_test_says_what_it_could_have_seen():
    ratio = parallel.pre_period_slopes([2007, 2008, 2009], Counts([30] * 3, 1000), Counts([30] * 3, 1000), 2010)
    assert parallel.detectable(ratio) == pytest.approx(np.exp((1.959964 + 0.841621) * ratio.se) - 1)
    assert np.isnan(parallel.detectable(effect.no_ratio(Reason.MISSING)))


def test_false_starts_keep_their_promise_together():
    once = parallel.placebo_years([2008, 2009], Counts([50] * 2, 1000), Counts([50] * 2, 1000), 2010)
    twice = parallel.placebo_years([2007, 2008, 2009], Counts([50] * 3, 1000), Counts([50] * 3, 1000), 2010)
    widths = [(each["high"] - each["low"]) / each["se"] / 2 for each in (once, twice)]
    assert widths[0].tolist() == pytest.approx([1.959964])
    assert widths[1].tolist() == pytest.approx([2.241403] * 2)
