"""The official lists of one area in time.

That an area was not on a list is known where the list is known as a whole, or where a source says that the area left.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from data.contracts import Departure, Designation, OfficialList

LEAST_RESIDENTS = 1_000  # of an area on any of the lists, since the first in 2010 (almenboligloven § 61 a)


class Answer(StrEnum):
    """Whether an area stood on an official list."""

    ON = "on"
    NOT_ON = "not_on"
    NOT_COLLECTED = "not_collected"


@dataclass(frozen=True)
class Standing:
    """What is known of one area and one official list. `through`: the area that stood on it instead, by its id."""

    official: OfficialList
    answer: Answer
    through: str = ""


def standings(
    lists: Iterable[OfficialList],
    designations: Iterable[Designation],
    departures: Iterable[Departure],
    area_id: str,
) -> list[Standing]:
    """Every official list in time, with whether the area stood on it."""
    named = {designation.list_id for designation in designations if designation.area_id == area_id}
    left = {departure.list_id for departure in departures if departure.area_id == area_id}
    in_time = sorted(lists, key=lambda official: (official.list_date, official.list_id))
    return [Standing(official, _answer(official, named, left)) for official in in_time]


def _answer(official: OfficialList, named: set[str], left: set[str]) -> Answer:
    if official.list_id in named:
        return Answer.ON
    return Answer.NOT_ON if official.coverage == "complete" or official.list_id in left else Answer.NOT_COLLECTED
