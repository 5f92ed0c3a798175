"""When a halving shows: the promised numbers are right, agree with the verdict, and hold in simulations."""

import numpy as np
import pytest
from scipy import stats

from data import foresight, measures
from data.trends import POINTS, Verdict

SIMULATED = 4000


def power_found(persons: float, fall: float, dispersion: float = 1.0) -> float:
    """How often `recent_trend` finds a fall from 30 per 1,000 over five years, in simulated counts."""
    random = np.random.default_rng(20261127)
    expected = 0.030 * persons * np.linspace(1, 1 - fall, POINTS)
    counts = np.tile(expected, (SIMULATED, 1))
    drawn = (
        random.poisson(counts)
        if dispersion == 1
        else random.negative_binomial(counts / (dispersion - 1), 1 / dispersion)
    )
    found = measures.recent_trend(drawn, np.full(drawn.shape, persons), dispersion=dispersion).verdict
    return float((found == Verdict.DECREASING).mean())


def of_size(persons: float, **factors: float) -> foresight.Foresight:
    """An area with so many persons and a rate of 30 per 1,000."""
    return foresight.of_trends([0.030 * persons] * POINTS, [persons] * POINTS, **factors)


@pytest.mark.parametrize(("persons", "needed"), [(4000, 1), (1000, 3), (400, 7), (200, 13)])
def test_a_small_area_needs_so_many_times_as_much_that_all_come_to_the_same_size(persons: int, needed: int) -> None:
    """About 2,600 persons at 30 per 1,000, as the table of powers has it: 24 % with 1,000, 97 % with 4,000."""
    assert float(of_size(persons).needed) == needed


@pytest.mark.parametrize("dispersion", [1.0, 3.0])
def test_the_promised_number_gives_the_promised_power(dispersion: float) -> None:
    """A small area, so that one times more or less makes little of a step."""
    persons = 150
    ahead = foresight.of_trends([0.030 * persons] * POINTS, [persons] * POINTS, dispersion=dispersion)
    needed = int(ahead.needed)
    assert needed > 15
    assert power_found(needed * persons, 0.5, dispersion) == pytest.approx(0.80, abs=0.05)
    assert power_found(needed / 2 * persons, 0.5, dispersion) < 0.65


def test_the_smallest_fall_that_shows_is_found_as_often_as_promised() -> None:
    persons = 4000
    ahead = foresight.of_trends([0.030 * persons] * POINTS, [persons] * POINTS)
    assert power_found(persons, float(ahead.visible)) == pytest.approx(0.80, abs=0.05)


def test_needed_and_visible_agree_with_the_verdict_at_every_size_and_dispersion() -> None:
    persons = np.geomspace(50, 50_000, 60)
    for factor, degrees in ((1.0, np.inf), (2.5, np.inf), (7.0, 6.0)):
        counts, populations = np.outer(persons, np.full(POINTS, 0.03)), np.outer(persons, np.ones(POINTS))
        verdict = measures.recent_trend(counts, populations, dispersion=factor, degrees=degrees).verdict
        ahead = foresight.of_trends(counts, populations, dispersion=factor, degrees=degrees)
        is_big = verdict == Verdict.NO_CHANGE
        assert (is_big == (ahead.needed == 1)).all()
        assert (is_big == (ahead.visible <= 0.5)).all()
        assert is_big.any() and not is_big.all()


def test_a_share_is_reckoned_with_by_its_own_rule() -> None:
    counts, totals = [[30] * POINTS, [600] * POINTS], [[100] * POINTS, [2000] * POINTS]
    verdict = measures.recent_trend(counts, totals, "proportion").verdict
    ahead = foresight.of_trends(counts, totals, "proportion")
    assert list(verdict) == [Verdict.TOO_SMALL, Verdict.NO_CHANGE]
    assert ahead.needed[0] > 1 and ahead.needed[1] == 1


def test_a_series_of_fewer_points_lacks_the_others_and_goes_on_as_it_is() -> None:
    whole = of_size(1000)
    short = foresight.of_trends([[np.nan, 30, 30]], [[1000, 1000, 1000]])
    assert (whole.lacking, short.lacking[0]) == (0, 3)
    assert short.needed[0] == whole.needed


def test_nothing_counted_can_show_nothing() -> None:
    empty = foresight.of_trends([[np.nan, np.nan], [0.0, 0.0]], [[np.nan, np.nan], [500.0, 500.0]])
    assert list(empty.lacking) == [5, 3]
    assert np.isnan(empty.needed).all() and np.isnan(empty.visible).all()


@pytest.mark.parametrize(
    ("se", "before", "visible", "needed"),
    [(10.0, 75.0, 28.0158521829, 1), (20.0, 75.0, 56.0317043658, 3), (0.0, 75.0, None, None), (10.0, 0.0, None, None)],
)
def test_the_smallest_effect_is_2_8_standard_errors(
    se: float, before: float, visible: float | None, needed: int | None
) -> None:
    """(56.03 / 37.5)² is 2.23: three times as much."""
    found = foresight.of_effect(se, before)
    if visible is None:
        assert np.isnan(found.visible) and np.isnan(found.needed)
    else:
        assert (found.visible, found.needed) == (pytest.approx(visible, rel=1e-6), needed)


def test_an_effect_of_the_smallest_size_is_found_in_80_of_100() -> None:
    random = np.random.default_rng(1)
    se, visible = 10.0, foresight.of_effect(10.0, 75.0).visible
    found = np.abs(random.normal(visible, se, 20_000)) > 1.959964 * se
    assert found.mean() == pytest.approx(0.80, abs=0.01)


@pytest.mark.parametrize(("target", "persons"), [(0.25, 83), (0.75, 11), (1.0, 3)])
def test_so_many_persons_show_that_a_share_is_half_of_its_target(target: float, persons: int) -> None:
    assert foresight.persons_for_share(target) == persons


@pytest.mark.parametrize("target", [0.1, 0.25, 0.5, 0.8])
def test_persons_for_a_share_keep_their_promise_against_wilsons_interval(target: float) -> None:
    """By the interval that `measures.share` gives, not by the score test that the answer is worked out with."""
    fewest = foresight.persons_for_share(target)
    assert fewest is not None

    def power(persons: int) -> float:
        counts = np.arange(persons + 1)
        below = measures.share(counts, np.full(persons + 1, persons), per=1).high < target
        return float(stats.binom.pmf(counts[below], persons, target / 2).sum())

    assert all(power(persons) >= 0.8 for persons in range(fewest, fewest + 30))
    assert power(fewest - 1) < 0.8


def test_a_target_that_is_no_share_is_refused() -> None:
    with pytest.raises(ValueError, match="target is 0"):
        foresight.persons_for_share(0)
