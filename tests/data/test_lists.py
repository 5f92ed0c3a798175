"""What an official list says of an area: only a list known as a whole can say no."""

import pytest

from data.contracts import Departure, Designation, OfficialList
from data.lists import standings
from tests.records import record

LISTS = [
    record(OfficialList, list_id=list_id, coverage=coverage, list_date=day)
    for list_id, coverage, day in (
        ("l3", "absent", "2020-12-01"),
        ("l2", "partial", "2019-12-01"),
        ("l1", "complete", "2018-12-01"),
    )
]
ON = [
    record(Designation, list_id=list_id, area_id=area) for list_id, area in (("l2", "aaparken"), ("l1", "oestervang"))
]


@pytest.mark.parametrize(
    ("area_id", "answers"),
    [("aaparken", ["not_on", "on", "not_collected"]), ("oestervang", ["on", "not_collected", "not_collected"])],
)
def test_only_a_complete_list_says_not_on(area_id: str, answers: list[str]) -> None:
    assert [standing.answer for standing in standings(LISTS, ON, [], area_id)] == answers


def test_a_source_that_says_so_is_enough_for_not_on() -> None:
    left = [record(Departure, list_id="l2", area_id="oestervang")]
    assert [standing.answer for standing in standings(LISTS, ON, left, "oestervang")] == [
        "on",
        "not_on",
        "not_collected",
    ]
