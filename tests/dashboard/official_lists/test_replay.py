"""Every year under every rule: the cells, and what the sentence makes of a change."""

from __future__ import annotations

from dashboard.charts import theme
from dashboard.i18n.words import Words
from dashboard.official_lists import replay
from tests.dashboard.official_lists.made_book import list_book, on
from tests.data.list_tables import numbers

WORDS = Words("da")
# Over two of three lines in 2013; in 2018 over the old lines still, but without schooling counted.
BEFORE = numbers("aaparken", 2013, residents=1500, outside=44.0, ethnic=60.0, convicted=1.0)
AFTER = numbers("aaparken", 2018, residents=1500, outside=44.0, ethnic=60.0, convicted=1.0, basic=50.0)


def test_the_lists_own_answer_stands_over_every_rule_and_year() -> None:
    cells = replay.cells(list_book([*BEFORE, *AFTER], on("aaparken", 2013)), "aaparken", WORDS)
    assert [(cell.row, cell.year, cell.symbol, cell.is_own) for cell in cells] == [
        (0, 2013, "●", False),
        (0, 2018, "○", False),
        (1, 2013, "●", True),
        (1, 2018, "●", False),
        (2, 2013, "?", False),
        (2, 2018, "○", True),
    ]


def test_a_changed_rule_is_told_from_changed_numbers() -> None:
    found = list_book([*BEFORE, *AFTER], on("aaparken", 2013))
    before, after = found.own("aaparken")
    assert replay.shift_sentence(found, before, after, WORDS) == (
        "Svaret ændrede sig fra 2013 til 2018 med reglen: efter den gamle ville det være det samme."
    )


def test_changed_numbers_are_told_from_a_changed_rule() -> None:
    lower = numbers("aaparken", 2018, residents=1500, outside=39.0, ethnic=60.0, convicted=1.0, basic=50.0)
    found = list_book([*BEFORE, *lower])
    before, after = found.own("aaparken")
    assert replay.shift_sentence(found, before, after, WORDS) == (
        "Svaret ændrede sig fra 2013 til 2018 også efter den gamle regel: det skyldes tallene, ikke reglen."
    )


def test_the_sentence_says_what_the_newest_numbers_mean_under_each_rule() -> None:
    cells = replay.cells(list_book(AFTER), "aaparken", WORDS)
    assert replay.newest_sentence(cells, 2018, WORDS) == (
        "Med tallene fra 2018 ville området stå på listen efter reglerne for Ghettoområder 2010-2017. "
        "Med tallene fra 2018 ville området ikke stå på listen efter reglerne for Ghettoområder fra 2018."
    )


def test_numbers_that_do_not_fit_the_list_are_told() -> None:
    found = list_book(
        numbers("aaparken", 2013, residents=1500, outside=39.0, ethnic=60.0, convicted=1.0), on("aaparken", 2013)
    )
    cells = replay.cells(found, "aaparken", WORDS)
    assert "Efter tallene ville området ikke have stået på listen i 2013, men det gjorde det." in replay.sentence(
        found, cells, WORDS
    )


def test_the_chart_frames_the_rule_of_the_year() -> None:
    cells = replay.cells(list_book([*BEFORE, *AFTER]), "aaparken", WORDS)
    chart = replay.figure(cells, words=WORDS, sizes=theme.DESK)
    assert [shape.line.width for shape in chart.layout.shapes] == [1, 1, 3, 1, 1, 3]
    assert list(chart.data[0].text) == [cell.symbol for cell in cells]


def test_the_table_says_what_nothing_answers() -> None:
    found = list_book(BEFORE)
    table = replay.table(found, replay.cells(found, "aaparken", WORDS), WORDS)
    assert table["why"].tolist() == ["", "", "Alene grundskole, over 60\xa0%: ikke opgjort"]
    assert table["met"].tolist() == ["", "2 af 3, kræver 2", "1 af 3, kræver 2"]
