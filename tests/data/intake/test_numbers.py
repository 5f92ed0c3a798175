import pytest

from data.intake import numbers
from data.intake.numbers import Form


@pytest.mark.parametrize(
    ("cells", "form"),
    [
        (["1.234", "12,5"], Form.COMMA),
        (["1.234.567"], Form.COMMA),
        (["1,234.5"], Form.POINT),
        (["0.123"], Form.POINT),
        (["12", "7"], Form.COMMA),
        ([1.5, 1234], Form.COMMA),
        (["1 234", "5"], Form.COMMA),
    ],
)
def test_a_column_is_decided_by_any_cell_that_can_be_read_in_one_way(cells: list[object], form: Form) -> None:
    assert numbers.decide(cells).form is form


@pytest.mark.parametrize("cell", ["1.234", "2,869", "208.048"])
def test_what_could_be_either_is_asked(cell: str) -> None:
    decision = numbers.decide([cell, "12"])
    assert (decision.form, decision.unclear, decision.is_asked) == (None, cell, True)


def test_a_column_with_both_forms_is_told_with_a_cell_of_each() -> None:
    assert numbers.decide(["12,5", "1,234.5"]).against == ("12,5", "1,234.5")


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("1.234,5", 1234.5),
        ("12,5\N{NO-BREAK SPACE}%", 12.5),
        ("1\N{NO-BREAK SPACE}234", 1234),
        ("\N{MINUS SIGN}3,5", -3.5),
        ("45 1)", 45),
        (7.25, 7.25),
        ("", None),
        ("*", None),
        ("1.2.3", None),
        (True, None),
        ("٣", None),
        ("1e9", None),
    ],
)
def test_a_number_in_a_danish_column(cell: object, number: float | None) -> None:
    assert numbers.number(cell, Form.COMMA) == number


def test_shares_are_told_from_percentages_by_all_of_their_numbers() -> None:
    assert numbers.share_of([0.25, 0.4, 1.0])
    assert not numbers.share_of([0.25, 40.0])
    assert not numbers.share_of([0.0, 1.0])
