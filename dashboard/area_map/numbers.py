"""The numbers that the map shows: of every area its own, or how it has changed between two periods."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.i18n import missing
from data import measures
from data.contracts import Observation, Status


@dataclass(frozen=True)
class Change:
    """How much the number of one area has changed, with the limits of the change where both numbers have limits."""

    area_id: str
    before: float | None
    after: float | None
    value: float
    low: float | None
    high: float | None

    @property
    def is_sure(self) -> bool:
        """Whether the change is larger than chance explains."""
        return self.low is not None and self.high is not None and (self.low > 0 or self.high < 0)


@dataclass(frozen=True)
class Number:
    """What the map shows of one area: its number or its change as `value`, or as `status` why there is none.

    `status` is a Status, or that two numbers are not compared.
    """

    observation: Observation
    status: str
    value: float | None
    change: Change | None = None

    @property
    def area_id(self) -> str:
        return self.observation.area_id


def numbers(rows: Iterable[Observation]) -> list[Number]:
    """What the map shows of areas: their own numbers."""
    return [Number(row, row.status, row.value) for row in rows]


def changed_numbers(before: Sequence[Observation], after: Sequence[Observation]) -> list[Number]:
    """What the map shows of the areas of `after`: how their numbers have changed since `before`."""
    found, earlier = changes(before, after), {row.area_id: row for row in before}
    return [_changed(row, earlier[row.area_id], found.get(row.area_id)) for row in after]


def _changed(row: Observation, earlier: Observation, change: Change | None) -> Number:
    if change:
        return Number(row, Status.SHOWN, change.value, change)
    status = row.status if row.status is not Status.SHOWN else earlier.status
    return Number(row, missing.NOT_COMPARED.code if status is Status.SHOWN else status, None)


def changes(before: Iterable[Observation], after: Iterable[Observation]) -> dict[str, Change]:
    """By area how its number has changed, where it has one of the same edition in both periods."""
    earlier = {(row.area_id, row.edition): row for row in before if row.status is Status.SHOWN}
    shown = (row for row in after if row.status is Status.SHOWN)
    pairs = [(earlier[key], row) for row in shown if (key := (row.area_id, row.edition)) in earlier]
    olds, news = [old for old, _ in pairs], [new for _, new in pairs]
    difference = measures.change(
        _floats(row.value for row in olds),
        _floats(row.low for row in olds),
        _floats(row.high for row in olds),
        _floats(row.value for row in news),
        _floats(row.low for row in news),
        _floats(row.high for row in news),
    )
    found = zip(pairs, *(column.tolist() for column in difference), strict=True)
    return {
        new.area_id: Change(new.area_id, old.value, new.value, value, _limit(low), _limit(high))
        for (old, new), value, low, high in found
    }


def _floats(given: Iterable[float | None]) -> list[float]:
    return [math.nan if number is None else number for number in given]


def _limit(number: float) -> float | None:
    return None if math.isnan(number) else number
