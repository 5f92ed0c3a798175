"""The second way to a number agrees with the first where it is right, and not where it is wrong."""

import math

import numpy as np
import pytest

from data import measures, recompute


@pytest.mark.parametrize(("dispersion", "degrees"), [(1.0, math.inf), (3.3, math.inf), (9.0, 4.0)])
@pytest.mark.parametrize("count", [0, 1, 5, 9, 10, 11, 33, 222, 5000])
def test_the_limits_of_a_rate_agree_at_every_size(count: int, dispersion: float, degrees: float) -> None:
    found = measures.rate(count, 10_000, dispersion=dispersion, degrees=degrees)
    low, high = float(found.low), float(found.high)
    assert all(p.agrees for p in recompute.rate_limits(low, high, count, 10_000, 1000, dispersion, degrees))
    if dispersion > 1 and count:
        narrow = measures.rate(count, 10_000)  # forgets that the events come in clusters
        pairs = recompute.rate_limits(float(narrow.low), float(narrow.high), count, 10_000, 1000, dispersion, degrees)
        assert not all(pair.agrees for pair in pairs)


def test_the_spot_value_of_the_method_comes_out_of_the_gamma_distribution() -> None:
    low, high = recompute.rate_limits(16.2348639, 116.68332079, 5, 100, 1000)
    assert (low.again, high.again) == (pytest.approx(16.2348639, rel=1e-7), pytest.approx(116.68332079, rel=1e-7))


@pytest.mark.parametrize(("count", "total"), [(0, 10), (10, 10), (5, 10), (3, 1000), (705, 1587), (1, 1)])
def test_the_limits_of_a_share_agree_and_others_do_not(count: int, total: int) -> None:
    found = measures.share(count, total)
    low, high = float(found.low), float(found.high)
    assert all(pair.agrees for pair in recompute.share_limits(low, high, count, total))
    assert not all(pair.agrees for pair in recompute.share_limits(low, high + 0.01, count, total))


@pytest.mark.parametrize(
    ("shown", "decimals", "agrees"),
    [(69.1, 1, True), (69.2, 1, False), (222 / 3.215, None, True), (69.1, None, False)],
)
def test_a_printed_value_may_differ_by_its_rounding_and_a_computed_one_not_at_all(
    shown: float, decimals: int | None, agrees: bool
) -> None:
    pair = recompute.value(shown, 222, 3215, 1000, decimals)
    assert pair.agrees is agrees
    assert pair.again == pytest.approx(69.05132193, rel=1e-9)
    assert np.isclose(pair.again, float(measures.rate(222, 3215).value))
