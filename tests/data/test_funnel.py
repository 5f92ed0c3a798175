"""Which areas lie outside chance, and what happens to those without a number."""

import pandas
import pytest

from data.funnel import funnel


def rows(*made: tuple[str, int | None, float, str]) -> pandas.DataFrame:
    frame = pandas.DataFrame(made, columns=["area_id", "count", "population", "status"])
    return frame.assign(value=1000 * frame["count"].astype("Float64") / frame["population"])


def test_the_common_rate_is_all_events_over_all_persons_and_hidden_areas_are_left_out() -> None:
    made = funnel(rows(("a", 10, 100, "shown"), ("b", 20, 400, "shown"), ("c", None, 100, "hidden")), per=1000)
    assert made.pooled == pytest.approx(60)  # 30 of 500; the mean of the two rates would be 75
    assert made.areas["area_id"].tolist() == ["a", "b"]
    assert made.left_out["area_id"].tolist() == ["c"]


def test_an_area_is_placed_by_the_outermost_limit_it_has_passed() -> None:
    """100 events are expected in each of four equal areas: 95 % lies near 81-121, 99,8 % near 71-132."""
    made = funnel(
        rows(
            ("over", 150, 1000, "shown"),
            ("near", 75, 1000, "shown"),
            ("in", 110, 1000, "shown"),
            ("under", 65, 1000, "shown"),
        ),
        per=1000,
    )
    assert made.pooled == 100
    assert made.areas["position"].tolist() == ["above_99_8", "below_95", "within", "below_99_8"]


def test_the_limits_narrow_as_areas_grow() -> None:
    limits = funnel(rows(("a", 10, 100, "shown"), ("b", 100, 1000, "shown")), per=1000).limits
    width = (limits["high"] - limits["low"]).groupby(limits["level"]).agg(["first", "last"])
    assert (width["last"] < width["first"]).all()
    assert width.loc[0.998, "last"] > width.loc[0.95, "last"]


def test_no_numbers_give_no_funnel() -> None:
    made = funnel(rows(("a", None, 100, "hidden")), per=1000)
    assert made.areas.empty
    assert made.limits.empty
    assert len(made.left_out) == 1
