"""How texts and tables are made to fit."""

import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.documents.fitting import SHEET, SLIDE, Grid, spread


def test_what_is_cut_off_is_kept_as_the_rest() -> None:
    text = "ord " * 50
    shown, rest = SLIDE.cut(text.strip(), 12, 100, 31)
    assert 0 < len(shown.split()) < 50
    assert len(shown.split()) + len(rest.split()) == 50
    assert SLIDE.height(shown, 12, 100) <= 31


def test_a_long_word_is_broken_and_takes_the_lines_it_needs() -> None:
    assert SLIDE.height("a" * 100, 12, 100) > 4 * 12
    assert SLIDE.height("kort", 12, 100) == 15


def test_narrow_columns_get_all_they_need_and_wide_ones_share_the_rest() -> None:
    assert spread([10, 10, 10], [20, 110, 410], 130) == [20, 40, 70]  # 90 are left for 100 and 400: 1 to 2
    assert spread([10, 10], [20, 30], 100) == [20, 30]


def test_columns_without_room_are_counted_and_rows_stay() -> None:
    display = pandas.DataFrame([["langtord" * 3] * 12] * 4, columns=[f"Overskrift {n}" for n in range(12)])
    found = SLIDE.grid(display, 400, 12)
    assert found.left_out > 0
    assert len(found.widths) + found.left_out == 12
    assert sum(found.widths) <= 400.01
    assert len(found.rows) == 4


def test_a_long_cell_is_shortened_and_the_table_says_so() -> None:
    display = pandas.DataFrame({"Navn": ["a" * 50, "b"]})
    found = SLIDE.grid(display, 400, 12, longest=10)
    assert found.rows == [["a" * 10 + " …"], ["b"]]
    assert found.is_shortened
    assert not SLIDE.grid(display, 400, 12).is_shortened


def test_a_table_without_rows_has_its_headings() -> None:
    found = SHEET.grid(pandas.DataFrame({"Navn": []}), 200, 9)
    assert (found.headings, found.rows) == (["Navn"], [])
    assert found.parts(100, 100, 3) == ([range(0)], 0)


@pytest.mark.parametrize(
    ("most", "parts", "over"), [(9, [range(0, 2), range(2, 5)], 0), (1, [range(0, 2)], 3)], ids=["all", "limited"]
)
def test_rows_go_on_to_the_next_place(most: int, parts: list[range], over: int) -> None:
    grid = Grid(["a"], [["x"]] * 5, [50], top=10, heights=[10] * 5, colours={}, left_out=0)
    assert grid.parts(30, 40, most) == (parts, over)


def test_a_row_that_is_higher_than_a_place_stands_alone() -> None:
    grid = Grid(["a"], [["x"]] * 2, [50], top=10, heights=[500, 10], colours={}, left_out=0)
    assert grid.parts(30, 40, 9) == ([range(0), range(0, 1), range(1, 2)], 0)


@settings(max_examples=60)
@given(st.text(max_size=80))
def test_any_text_can_be_measured_and_cut_without_losing_a_sign(text: str) -> None:
    shown, rest = SLIDE.cut(text, 12, 60, 31)
    assert "".join((shown + rest).split()) == "".join(text.split())
    assert SHEET.height(text, 12, 60) >= 0
