"""What stands around charts: rows that a screen has no room for become several figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plotly.graph_objects import Figure

from dashboard.charts import frame, theme


def drawn(rows: Sequence[int], tallest: int) -> list[list[int]]:
    def draw(some: Sequence[int]) -> Figure:
        return Figure(layout={"height": 100 * len(some)})

    return [list(some) for some, _ in frame.screens(rows, draw, replace(theme.PROJECTOR, tallest=tallest))]


def test_rows_that_fit_are_one_figure() -> None:
    assert drawn([1, 2, 3], 300) == [[1, 2, 3]]


def test_rows_that_do_not_fit_become_figures_that_do_in_their_order() -> None:
    assert drawn([1, 2, 3, 4, 5], 200) == [[1, 2], [3], [4, 5]]


def test_a_row_that_is_too_tall_by_itself_stays_whole() -> None:
    assert drawn([1, 2], 50) == [[1], [2]]
