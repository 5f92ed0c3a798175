"""The strip of official lists: a row a name, a cell a list, an answer that needs no colour."""

import pandas

from dashboard.area_profile import strip
from dashboard.charts import theme
from dashboard.i18n.words import Words
from tests.dashboard.area_profile.profile_tables import list_row

WORDS = Words("da")
HISTORY = pandas.DataFrame(
    [
        list_row("ghetto", "2014-02-01", name="Ghettoområder") | {"answer": "on"},
        list_row("ghetto", "2014-12-01", name="Ghettoområder") | {"answer": "not_collected"},
        list_row("omdannelse", "2020-12-01", name="Hårde ghettoområder") | {"answer": "not_on"},
        list_row("omdannelse", "2021-12-01", name="Omdannelsesområder") | {"answer": "on"},
    ]
)


def test_lists_of_a_year_share_its_room_and_a_new_name_is_a_new_row() -> None:
    cells = strip.cells(HISTORY, WORDS)
    assert cells[["row", "left", "right"]].values.tolist() == [
        [0, 2013.5, 2014.0],
        [0, 2014.0, 2014.5],
        [1, 2019.5, 2020.5],
        [2, 2020.5, 2021.5],
    ]
    assert cells["heading"].unique().tolist() == [
        "Ghettoområder 2014",
        "Hårde ghettoområder 2020",
        "Omdannelsesområder 2021",
    ]


def test_every_answer_has_a_symbol_a_word_and_its_date() -> None:
    cells = strip.cells(HISTORY, WORDS)
    assert cells["symbol"].tolist() == ["●", "?", "○", "●"]
    assert cells["word"].tolist() == ["på listen", "ikke opgjort", "ikke på listen", "på listen"]
    assert cells["day"].iloc[0] == "1. februar 2014"


def test_the_chart_draws_every_cell_with_its_symbol() -> None:
    chart = strip.figure(strip.cells(HISTORY, WORDS), words=WORDS, sizes=theme.DESK)
    assert len(chart.layout.shapes) == 4
    assert list(chart.data[0].text) == ["●", "?", "○", "●"]


def test_the_text_alternative_tells_every_list() -> None:
    assert strip.alt(strip.cells(HISTORY, WORDS), WORDS).startswith(
        "Områdets plads på de officielle lister. Ghettoområder, 1. februar 2014: på listen; "
    )
