"""Which areas lie outside chance, and what happens to those without a number."""

import pytest

from data.contracts import Observation, Status
from data.funnel import funnel
from tests.records import record


def rows(*made: tuple[str, int | None, float, str]) -> list[Observation]:
    return [
        record(
            Observation,
            area_id=area,
            count=count,
            population=population,
            status=Status(status),
            value=None if count is None else 1000 * count / population,
        )
        for area, count, population, status in made
    ]


def test_the_common_rate_is_all_events_over_all_persons_and_hidden_areas_are_left_out() -> None:
    made = funnel(rows(("a", 10, 100, "shown"), ("b", 20, 400, "shown"), ("c", None, 100, "hidden")), per=1000)
    assert made.pooled == pytest.approx(60)  # 30 of 500; the mean of the two rates would be 75
    assert [area.row.area_id for area in made.areas] == ["a", "b"]
    assert [row.area_id for row in made.left_out] == ["c"]


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
    assert [area.position for area in made.areas] == ["above_99_8", "below_95", "within", "below_99_8"]


def test_the_limits_narrow_as_areas_grow() -> None:
    made = funnel(rows(("a", 10, 100, "shown"), ("b", 100, 1000, "shown")), per=1000)
    (first, last), (outer_first, outer_last) = (
        [limit.high - limit.low for limit in (made.curve(level)[0], made.curve(level)[-1])] for level in (0.95, 0.998)
    )
    assert last < first
    assert outer_last < outer_first
    assert outer_last > last


def test_no_numbers_give_no_funnel() -> None:
    made = funnel(rows(("a", None, 100, "hidden")), per=1000)
    assert made.areas == ()
    assert made.limits == ()
    assert len(made.left_out) == 1


def test_events_that_cluster_have_wider_limits() -> None:
    """As above 150 of about 100; events that vary nine times as much go that far by chance."""
    areas = [("over", 150, 1000, "shown"), ("in", 100, 1000, "shown"), ("under", 60, 1000, "shown")]
    assert [area.position for area in funnel(rows(*areas), per=1000).areas] == ["above_99_8", "within", "below_99_8"]
    assert {area.position for area in funnel(rows(*areas), per=1000, dispersion=9).areas} == {"within"}
