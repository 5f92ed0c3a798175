"""How much more events vary than independent ones: known truths, drawn with the seeds of these tests."""

import numpy as np
import pytest
import statsmodels.api as statsmodels

from data import dispersion
from data.poisson import KNOWN
from tests.benchmarks import calibration

YEARS = np.arange(9)


def pooled(counts):
    return dispersion.moderated(*dispersion.about_lines(counts, 1000.0, YEARS))


def drawn(factors, seed):
    random = np.random.default_rng(seed)
    return np.array([calibration.counts(random, np.full(9, 40.0 * factor), factor) for factor in factors])


def test_chi2_is_that_of_a_log_linear_model():
    count, population = np.array([12.0, 30, 18, 41, 22, 60, 35, 44, 70]), np.linspace(900, 1300, 9)
    design = statsmodels.add_constant(YEARS.astype(float))
    fit = statsmodels.GLM(count, design, family=statsmodels.families.Poisson(), exposure=population).fit()
    chi2, degrees = dispersion.pearson(count, population, YEARS)
    assert chi2 == pytest.approx([fit.pearson_chi2], rel=1e-6) and degrees == [7]


def test_counts_on_a_line_do_not_vary_and_a_missing_year_is_left_out():
    count = 50 * 1.1**YEARS
    count[3] = np.nan
    chi2, degrees = dispersion.pearson([count], 1000.0, YEARS)
    assert chi2 == pytest.approx([0], abs=1e-6) and degrees == [6]


@pytest.mark.parametrize("count", [[1.0] * 9, [0.0] * 9, [20.0, 30.0] + [np.nan] * 7])
def test_few_events_or_years_tell_nothing(count):
    chi2, degrees = dispersion.pearson([count], 1000.0, YEARS)
    assert (chi2.item(), degrees.item()) == (0, 0)
    assert np.isnan(pooled([count]).typical)


def test_one_year_with_all_the_events_has_a_line_too():
    chi2, _ = dispersion.pearson([[0.0] * 8 + [400.0]], 1000.0, YEARS)
    assert np.isfinite(chi2).all()


@pytest.mark.parametrize("factor", [2, 5, 30])
def test_series_that_agree_share_a_factor_that_counts_as_nearly_known(factor):
    found = pooled(drawn([factor] * 200, seed=factor))
    assert found.typical == pytest.approx(factor, rel=0.12)
    assert found.dispersion == pytest.approx(factor, rel=0.5)
    assert found.degrees.min() > 30


def test_a_slow_bend_and_a_change_of_definition_are_no_variation():
    bent = [400.0, 400, 400, 400, 400, 350, 300, 250, 200]
    whole, parts = (about([bent], 1000.0, YEARS)[0] for about in (dispersion.pearson, dispersion.about_lines))
    assert parts.item() < 1 < whole.item()
    jump = [400.0] * 6 + [800.0] * 3
    assert dispersion.about_lines([jump], 1000.0, YEARS)[0] > 20
    assert dispersion.about_lines([jump], 1000.0, YEARS, [6])[0] == pytest.approx([0], abs=1e-6)


def test_series_that_differ_keep_their_own():
    factors = np.repeat([1.5, 40.0], 100)
    found = pooled(drawn(factors, seed=3))
    assert np.median(found.dispersion[:100]) < 4 and np.median(found.dispersion[100:]) > 20
    assert found.degrees.max() < 15


def test_a_factor_is_never_under_one():
    even = np.full((5, 9), 100.0)
    assert pooled(even).dispersion.tolist() == [1.0] * 5


def test_one_series_alone_has_its_own_degrees_of_freedom():
    found = pooled(drawn([5], seed=4))
    assert found.degrees.tolist() == [5] and KNOWN not in found.degrees


def test_a_short_series_has_the_common_factor():
    counts = np.vstack([drawn([5] * 50, seed=5), [*[40.0, 90.0], *[np.nan] * 7]])
    found = pooled(counts)
    assert found.dispersion[-1] == pytest.approx(5, rel=0.3)
