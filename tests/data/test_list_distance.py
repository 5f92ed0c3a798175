"""How far a number is from the line of a list, in points and in persons."""

from __future__ import annotations

from data.list_distance import Distance, Persons, distance, nearest, step
from data.list_rules import Assessment
from tests.data.list_tables import (
    CONVICTED,
    INDICATORS,
    NON_WESTERN,
    OUTSIDE,
    RESIDENTS,
    number,
    numbers,
    rulebook,
)


def assess(rule: str, year: int, **values: float) -> Assessment:
    book = rulebook(*numbers("aaparken", year, **values))
    return book.assess(next(each for each in book.rules if each.row.rule_id == rule), "aaparken", year)


def distances(said: Assessment, residents: float | None) -> dict[str, Distance]:
    found = {
        judged.criterion.indicator_id: distance(judged, INDICATORS[judged.criterion.indicator_id], residents)
        for judged in said.criteria
    }
    return {name: away for name, away in found.items() if away}


def of(indicator_id: str, residents: float | None = 1000, **values: float) -> Distance:
    return distances(assess("old", 2013, **values), residents)[indicator_id]


def test_korskaerparken_was_listed_over_two_residents() -> None:
    """50.1 % of 1,962: 983 persons, and 981 is half; printed so are 982 and 983."""
    away = of(NON_WESTERN, 1962, ethnic=50.1)
    assert (away.points, away.persons) == (0.1, Persons(1, 2, 2))


def test_a_share_under_the_line_lacks_persons() -> None:
    """49.0 % of 1,000: 490 persons, printed so are 490 to 490; 501 are more than half."""
    away = of(NON_WESTERN, 1000, ethnic=49.0)
    assert (away.points, away.persons) == (-1.0, Persons(11, 11, 11))


def test_in_a_large_area_rounding_leaves_several_numbers_of_persons() -> None:
    """51.0 % of 10,000 is 5,095 to 5,105 persons; 5,000 is half."""
    assert of(NON_WESTERN, 10000, ethnic=51.0).persons == Persons(95, 100, 105)


def test_a_printed_share_on_the_line_may_lie_on_either_side() -> None:
    away = of(NON_WESTERN, 10000, ethnic=50.0)
    assert away.is_open
    assert away.persons == Persons(1, 1, 6)  # 4,995 to 5,000 persons lie on the printed side
    assert not of(NON_WESTERN, 10000, ethnic=50.1).is_open


def test_of_an_age_group_the_persons_are_bounded_by_all_residents() -> None:
    """0.2 points and 0.05 of rounding, of at most 1,000 persons: 2.5, so three are enough."""
    away = of(OUTSIDE, 1000, outside=40.2)
    assert away.persons == Persons(1, 3, 3, is_bound=True)
    assert of(OUTSIDE, None, outside=40.2).persons is None


def test_a_number_computed_from_counts_leaves_nothing_open() -> None:
    """402 of 1,000 aged 18-64 is 40.2 %; 400 is the line."""
    counted = number("aaparken", 2013, OUTSIDE, 40.2, count=402, population=1000.0, derived=True)
    book = rulebook(counted)
    said = book.assess(book.rules[0], "aaparken", 2013)
    assert distances(said, 1500)[OUTSIDE].persons == Persons(2, 2, 2)


def test_counts_of_several_years_are_not_persons_of_one() -> None:
    added = number("aaparken", 2013, OUTSIDE, 40.2, count=1206, population=3000.0, derived=True, period_start=2011)
    book = rulebook(added)
    said = book.assess(book.rules[0], "aaparken", 2013)
    assert distances(said, 1000)[OUTSIDE].persons == Persons(1, 3, 3, is_bound=True)


def test_convicted_are_printed_with_two_decimals() -> None:
    away = of(CONVICTED, 2000, convicted=2.69)
    assert (away.points, away.is_open) == (-0.01, False)
    assert of(CONVICTED, 2000, convicted=2.70).is_open


def test_residents_are_counted_one_by_one() -> None:
    assert distances(assess("old", 2013, residents=1014, outside=41.0), 1014)[RESIDENTS].persons == Persons(15, 15, 15)
    assert distances(assess("old", 2013, residents=990, outside=41.0), 990)[RESIDENTS].persons == Persons(10, 10, 10)


def test_coming_off_takes_the_nearest_of_those_that_are_just_enough() -> None:
    said = assess("old", 2013, residents=2000, outside=44.0, ethnic=50.5, convicted=1.0)
    found = step(said, distances(said, 2000))
    assert found
    assert (found.judged.criterion.indicator_id, found.changes) == (NON_WESTERN, 1)


def test_with_one_to_spare_two_must_change_and_the_farther_decides() -> None:
    said = assess("old", 2013, residents=2000, outside=44.0, ethnic=50.5, convicted=5.0)
    found = step(said, distances(said, 2000))
    assert found
    assert (found.judged.criterion.indicator_id, found.changes) == (OUTSIDE, 2)


def test_few_residents_may_be_the_nearest_way_off() -> None:
    said = assess("old", 2013, residents=1001, outside=44.0, ethnic=55.0, convicted=1.0)
    found = step(said, distances(said, 1001))
    assert found
    assert found.judged.criterion.indicator_id == RESIDENTS


def test_coming_on_takes_all_that_is_lacking() -> None:
    said = assess("old", 2013, residents=2000, outside=36.0, ethnic=49.0, convicted=1.0)
    found = step(said, distances(said, 2000))
    assert found
    assert (found.judged.criterion.indicator_id, found.changes) == (OUTSIDE, 2)


def test_nothing_is_said_while_the_rule_is_undecided() -> None:
    said = assess("old", 2013, residents=2000, outside=44.0)
    assert step(said, distances(said, 2000)) is None
    assert [each.judged.criterion.indicator_id for each in nearest(said, distances(said, 2000))] == [OUTSIDE, RESIDENTS]
