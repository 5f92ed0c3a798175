"""The strip of official lists: a row a name, a cell a list, an answer that needs no colour."""

from dashboard.area_profile import strip
from dashboard.charts import theme
from dashboard.i18n.words import Words
from data.contracts import OfficialList
from data.lists import Answer, Standing
from tests.records import record

WORDS = Words("da")


def standing(kind: str, date: str, name: str, answer: Answer) -> Standing:
    official = record(OfficialList, list_id=f"{kind}_{date}", kind=kind, name=name, year=int(date[:4]), list_date=date)
    return Standing(official, answer)


HISTORY = [
    standing("ghetto", "2014-02-01", "Ghettoområder", Answer.ON),
    standing("ghetto", "2014-12-01", "Ghettoområder", Answer.NOT_COLLECTED),
    standing("omdannelse", "2020-12-01", "Hårde ghettoområder", Answer.NOT_ON),
    standing("omdannelse", "2021-12-01", "Omdannelsesområder", Answer.ON),
]


def test_lists_of_a_year_share_its_room_and_a_new_name_is_a_new_row() -> None:
    cells = strip.cells(HISTORY, WORDS)
    assert [(cell.row, cell.left, cell.right) for cell in cells] == [
        (0, 2013.5, 2014.0),
        (0, 2014.0, 2014.5),
        (1, 2019.5, 2020.5),
        (2, 2020.5, 2021.5),
    ]
    assert list(dict.fromkeys(cell.heading for cell in cells)) == [
        "Ghettoområder 2014",
        "Hårde ghettoområder 2020",
        "Omdannelsesområder 2021",
    ]


def test_every_answer_has_a_symbol_a_word_and_its_date() -> None:
    cells = strip.cells(HISTORY, WORDS)
    assert [cell.symbol for cell in cells] == ["●", "?", "○", "●"]
    assert [cell.word for cell in cells] == ["på listen", "ikke opgjort", "ikke på listen", "på listen"]
    assert cells[0].day == "1. februar 2014"


def test_the_chart_draws_every_cell_with_its_symbol() -> None:
    chart = strip.figure(strip.cells(HISTORY, WORDS), words=WORDS, sizes=theme.DESK)
    assert len(chart.layout.shapes) == 4
    assert list(chart.data[0].text) == ["●", "?", "○", "●"]


def test_the_text_alternative_tells_every_list() -> None:
    assert strip.alt(strip.cells(HISTORY, WORDS), WORDS).startswith(
        "Områdets plads på de officielle lister. Ghettoområder, 1. februar 2014: på listen; "
    )
