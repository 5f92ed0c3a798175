"""Areas that others took the place of: shares of more than the whole, and rings."""

from __future__ import annotations

import pandas
import pytest

from data import succession_faults

Given = tuple[str, str, float | None]


def told(*given: Given) -> list[tuple[list[int], str]]:
    table = pandas.DataFrame(given, columns=["area_id", "successor_id", "share"]).astype({"share": "float64"})
    return [
        (list(fields.index), expected.da)
        for fields, expected in succession_faults.findings({"area_successions": table})
    ]


@pytest.mark.parametrize(
    "given",
    [
        [("a", "b", 1.0)],
        [("a", "b", 0.6), ("a", "c", 0.4), ("d", "c", 1.0)],
        [("a", "b", 0.333), ("a", "c", 0.667), ("b", "d", None)],
        [],
    ],
)
def test_areas_may_be_split_and_put_together(given: list[Given]) -> None:
    assert told(*given) == []


def test_shares_of_more_than_the_whole_are_told_on_every_row_of_the_area() -> None:
    ((rows, expected),) = told(("a", "b", 0.6), ("x", "y", 1.0), ("a", "c", 0.5))
    assert rows == [0, 2]
    assert expected == "andele af ét område, der tilsammen er højst 1, her 1.1"


@pytest.mark.parametrize("given", [[("a", "a", 1.0)], [("a", "b", 1.0), ("b", "c", 1.0), ("c", "a", 1.0)]])
def test_an_area_that_comes_after_itself_is_told(given: list[Given]) -> None:
    ((rows, expected),) = told(*given, ("x", "y", 1.0))
    assert rows == list(range(len(given)))
    assert expected.startswith("en efterfølger, der ikke selv er gået forud for området: ")
    assert "→" in expected
