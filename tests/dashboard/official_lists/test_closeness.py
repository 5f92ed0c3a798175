"""All areas of a year, the one nearest another answer first."""

from __future__ import annotations

from dashboard.i18n.words import Words
from dashboard.official_lists import closeness
from tests.dashboard.official_lists.made_book import list_book, on
from tests.data.list_tables import RULES, numbers

WORDS = Words("da")
NEAR = numbers("oestervang", 2013, residents=1962, outside=45.0, ethnic=50.1, convicted=1.0)
FAR = numbers("aaparken", 2013, residents=1962, outside=45.0, ethnic=60.0, convicted=1.0)


def test_the_nearest_stands_first_whatever_its_name() -> None:
    found = list_book([*FAR, *NEAR])
    rule = found.rule_of(2013)
    assert rule
    assert rule.row == RULES[0]
    rows = closeness.closest(found, rule, 2013)
    assert [row.said.area_id for row in rows] == ["oestervang", "aaparken"]
    assert closeness.sentence(found, rows, WORDS) == (
        "2 områder har tal for 2013. Ét ligger højst 2\xa0% af grænsen fra et andet svar. "
        "Tættest på er Østervang (ikke-vestlige): 2 beboere, 1–2 efter afrunding (0,1 point) fra grænsen."
    )


def test_a_row_tells_answer_criterion_and_distance() -> None:
    found = list_book(NEAR, on("oestervang", 2013))
    rule = found.rule_of(2013)
    assert rule
    (row,) = closeness.closest(found, rule, 2013)
    told = closeness.cells(found, row, WORDS)
    assert (told["answer"], told["met"], told["number"]) == ("på listen", "2 af 3", "50,1\xa0%")
    assert told["criterion"] == "Ikke-vestlige, over 50\xa0%"
    assert told["distance"] == "2 beboere, 1–2 efter afrunding (0,1 point)"


def test_an_undecided_area_without_a_number_stands_last() -> None:
    found = list_book([*NEAR, *numbers("aaparken", 2013, basic=70.0)])
    rule = found.rule_of(2013)
    assert rule
    rows = closeness.closest(found, rule, 2013)
    assert [row.said.area_id for row in rows] == ["oestervang", "aaparken"]
    assert closeness.cells(found, rows[1], WORDS)["criterion"] == "kan ikke afgøres"
