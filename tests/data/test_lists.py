"""What the official lists say of an area, and who came and left from list to list: only one known as a whole can."""

import pytest

from data.contracts import Departure, Designation, OfficialList
from data.lists import Move, series, standings
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


def official(kind: str, day: str, coverage: str = "complete") -> OfficialList:
    return record(OfficialList, list_id=f"{kind}_{day}", kind=kind, year=int(day[:4]), list_date=day, coverage=coverage)


def on(official: OfficialList, *area_ids: str) -> list[Designation]:
    return [record(Designation, list_id=official.list_id, area_id=area_id) for area_id in area_ids]


FIRST, SECOND = official("ghetto", "2019-12-01"), official("ghetto", "2020-12-01")
THIRD = official("parallelsamfund", "2021-12-01")
UNNAMED = official("parallelsamfund", "2022-12-01", "absent")
OTHER = official("omdannelse", "2021-12-01")
EVERY = [UNNAMED, OTHER, THIRD, SECOND, FIRST]
NAMED = [*on(FIRST, "a", "b"), *on(SECOND, "b", "c"), *on(THIRD, "c"), *on(OTHER, "c")]


def test_who_came_and_left_is_told_against_the_list_before() -> None:
    own = series(EVERY, NAMED)["parallelsamfund"]
    assert own.at("2020").moves == {"a": Move.LEFT, "b": Move.STAYED, "c": Move.NEW}


def test_the_first_known_list_says_nobody_is_new() -> None:
    assert series(EVERY, NAMED)["parallelsamfund"].at("2019").moves == {"a": Move.STAYED, "b": Move.STAYED}


def test_a_list_under_its_new_name_follows_on_the_old_one() -> None:
    own = series(EVERY, NAMED)["parallelsamfund"]
    assert [edition.official for edition in own.editions] == [FIRST, SECOND, THIRD]
    assert own.newest.before == SECOND
    assert own.newest.those(Move.LEFT) == ["b"]


def test_a_list_whose_names_are_not_known_is_not_shown_but_told() -> None:
    assert series(EVERY, NAMED)["parallelsamfund"].later == (UNNAMED,)
    assert series([UNNAMED], []) == {}


def test_the_newest_list_comes_first_and_of_one_day_the_one_known_longest() -> None:
    assert list(series(EVERY, NAMED)) == ["parallelsamfund", "omdannelse"]
    newer = official("udsat", "2022-06-01")
    assert list(series([*EVERY, newer], NAMED))[0] == "udsat"


def test_of_two_lists_in_a_year_the_last_stands_for_it() -> None:
    early, late = official("ghetto", "2014-02-01"), official("ghetto", "2014-12-01")
    own = series([late, early, FIRST], [*on(early, "x"), *on(late, "y"), *on(FIRST, "y")])["parallelsamfund"]
    assert [edition.official for edition in own.editions] == [late, FIRST]
