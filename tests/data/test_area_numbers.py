"""The numbers of one area: which edition is shown."""

from data.area_numbers import numbers_of
from data.contracts import Observation
from tests.data.list_tables import NON_WESTERN, number

LIST = [number("aaparken", year, NON_WESTERN, value) for year, value in ((2011, 50.0), (2012, 51.0))]


def shown(*rows: Observation) -> list[tuple[int, float | None]]:
    frame = Observation.frame(rows)
    return [(row.period_end, row.value) for row in numbers_of(frame, frame, "aaparken")]


def test_a_single_count_by_other_rules_does_not_hide_a_series() -> None:
    counted = number("aaparken", 2012, NON_WESTERN, 60.0, edition="Optælling")
    assert shown(*LIST, counted) == [(2011, 50.0), (2012, 51.0)]


def test_of_editions_with_as_many_periods_the_latest_is_shown() -> None:
    later = [number("aaparken", year, NON_WESTERN, 40.0, edition="2020") for year in (2011, 2012)]
    assert shown(*LIST, *later) == [(2011, 40.0), (2012, 40.0)]


def test_of_two_sources_the_surest_is_shown() -> None:
    assert shown(*LIST, number("aaparken", 2012, NON_WESTERN, 52.0, value_certainty="A"))[1] == (2012, 52.0)
