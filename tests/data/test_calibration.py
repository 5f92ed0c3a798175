"""The promises in short: the same simulations as `make calibration`, with seeds and bounds of their own."""

import pytest

from data import calibration
from data.calibration import Calibrated, Promise
from tests.benchmarks import calibration as simulated
from tests.records import record

RUNS = 2_000
SEED = 411
TREND_ERRORS = 0.006  # 12 of 2,000: a true 3 per 1,000 passes it in less than 1 case of 100


@pytest.mark.parametrize("factor", simulated.DISPERSIONS)
def test_flat_series_are_not_called_rising_or_falling(factor):
    assert simulated.false_trends(factor, RUNS, SEED).found <= TREND_ERRORS


def test_charges_taken_as_independent_would_be(monkeypatch):
    known = simulated.estimated
    monkeypatch.setattr(simulated, "estimated", lambda count, _: known(count, 1))
    assert simulated.false_trends(5, RUNS, SEED).found > 0.05


@pytest.mark.parametrize("factor", simulated.DISPERSIONS)
def test_intervals_hold_the_truth(factor):
    assert 0.93 <= simulated.coverage(factor, 1_000, SEED).found <= 0.98


@pytest.mark.parametrize("factor", simulated.DISPERSIONS)
def test_areas_as_the_country_are_seldom_called_different(factor):
    assert simulated.false_comparisons(factor, 1_000, SEED).found <= 0.06


@pytest.mark.parametrize(("level", "most"), [(0.95, 0.06), (0.998, 0.006)])
@pytest.mark.parametrize("factor", simulated.DISPERSIONS)
def test_few_areas_lie_outside_a_funnel_by_chance(factor, level, most):
    assert simulated.outside_funnel(factor, level, RUNS, SEED).found <= most


def test_a_halving_is_seldom_called_no_change():
    for size in simulated.SIZES:
        assert simulated.falls(size, 2, 1_000, SEED)[1].found <= 0.2


def test_1600_areas_that_fall_by_a_fifth_are_called_unchanged_only_where_a_halving_would_be_seen():
    """400 areas of each size, 359 of them called so: "no large change (less than a halving)" is true of each."""
    found = {size: simulated.falls(size, 1, 400, SEED, to=0.8) for size in simulated.SIZES}
    assert sum(unchanged.runs for _, unchanged in found.values()) == 1_600
    falling, unchanged = (sum(round(each[kind].found * 400) for each in found.values()) for kind in (0, 1))
    assert (falling, unchanged) == (51, 359)
    assert [size for size, each in found.items() if each[1].found] == [4000]
    assert simulated.falls(4000, 1, 1_000, SEED)[0].found > 0.9  # that are halved


def test_no_large_change_is_no_more_than_its_words_say():
    """Of large areas that fall by a fifth many are called so and few falling: only a halving is excluded."""
    falling, unchanged = simulated.falls(4_000, 1, 1_000, SEED, to=0.8)
    assert falling.found < 0.2 and unchanged.found > 0.5


@pytest.mark.parametrize("factor", simulated.DISPERSIONS)
def test_the_interval_of_a_difference_holds_the_truth(factor):
    assert 0.93 <= simulated.difference_coverage(factor, 1_000, SEED).found <= 0.98


def test_it_would_not_with_charges_taken_as_independent(monkeypatch):
    known = simulated.estimated
    monkeypatch.setattr(simulated, "estimated", lambda count, _: known(count, 1))
    assert simulated.difference_coverage(2, 1_000, SEED).found < 0.9
    assert simulated.false_starts(2, 300, SEED).found > 0.1


@pytest.mark.parametrize("factor", [1, 5])
def test_groups_that_run_in_parallel_are_seldom_told_otherwise(factor):
    """At most 24 of 300: a true 5 of 100 passes it in less than 1 case of 100."""
    assert simulated.false_starts(factor, 300, SEED).found <= 0.08
    assert simulated.not_parallel(factor, 300, SEED).found <= 0.08


@pytest.mark.parametrize(("yearly", "least"), [(0.9, 0.1), (0.8, 0.55), (0.7, 0.9)])
@pytest.mark.parametrize("factor", [1, 5])
def test_groups_that_part_in_three_years_are_found(factor, yearly, least):
    assert simulated.not_parallel(factor, 200, SEED, yearly).found > least


def test_a_promise_allows_for_the_chance_of_a_simulation():
    def kept(simulated_rate: float) -> bool:
        return record(Calibrated, promised_high=0.05, promised_low=None, simulated=simulated_rate, runs=1_000).is_kept

    assert kept(0.0) and kept(0.06) and not kept(0.08)


def test_the_table_that_pages_show_keeps_every_promise():
    rows = calibration.read()
    assert {row.promise for row in rows} == set(Promise)
    assert not [row for row in rows if not row.is_kept]


def test_the_table_is_written_as_it_is_read(tmp_path):
    calibration.write(calibration.read(), tmp_path / "again.csv")
    assert (tmp_path / "again.csv").read_text() == calibration.FILE.read_text()
