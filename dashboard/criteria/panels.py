"""Bars that a screen may have no room for, by their text alternative: one figure, or several of one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from plotly.graph_objects import Figure

from dashboard.charts import bars, frame
from dashboard.charts.bars import Count
from dashboard.charts.theme import Sizes
from dashboard.criteria import progress_bars
from dashboard.criteria.progress import Number, by_criterion
from dashboard.criteria.progress_bars import Look
from dashboard.i18n.words import Words


def progress(
    title: str, rows: Sequence[Number], looks: Mapping[str, Look], *, words: Words, sizes: Sizes
) -> dict[str, Figure]:
    """How far criteria are. `looks` as `progress_bars.kind_looks`."""
    longest = progress_bars.reach(rows)

    def draw(criteria: Sequence[list[Number]]) -> Figure:
        numbers = list(chain.from_iterable(criteria))
        return progress_bars.progress_bars(numbers, looks, words=words, sizes=sizes, longest=longest)

    drawn = frame.screens(list(by_criterion(rows).values()), draw, sizes)
    return {progress_bars.progress_alt(title, list(chain.from_iterable(some)), words): figure for some, figure in drawn}


def counts(title: str, rows: Sequence[Count], *, words: Words, sizes: Sizes) -> dict[str, Figure]:
    """Numbers of persons."""
    most = max((count.value for count in rows), default=1)
    drawn = frame.screens(rows, lambda some: bars.count_bars(some, words=words, sizes=sizes, most=most), sizes)
    return {bars.count_alt(title, some, words): figure for some, figure in drawn}
