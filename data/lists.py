"""The official lists in time, of one area and from list to list.

That an area was not on a list is known where the list is known as a whole, or where a source says that the area left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from data.contracts import Departure, Designation, OfficialList


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


class Move(StrEnum):
    """What became of an area between two official lists that are both known as a whole."""

    NEW = "new"
    STAYED = "stayed"
    LEFT = "left"
    OFF = "off"  # on neither


@dataclass(frozen=True)
class Edition:
    """One list that is known as a whole, with the one before it that is: `moves` of every area on either."""

    official: OfficialList
    before: OfficialList | None
    moves: Mapping[str, Move]

    def those(self, move: Move) -> list[str]:
        """The ids of the areas of a move."""
        return [area_id for area_id, made in self.moves.items() if made is move]

    @property
    def period(self) -> str:
        """As the address names it."""
        return str(self.official.year)


@dataclass(frozen=True)
class Series:
    """The lists of one kind that are known as a whole, the oldest first, and those that came after the last of them."""

    kind: str
    editions: tuple[Edition, ...]
    later: tuple[OfficialList, ...]

    @property
    def newest(self) -> Edition:
        return self.editions[-1]

    def at(self, period: str) -> Edition:
        return next(edition for edition in self.editions if edition.period == period)


RENAMED = {"ghetto": "parallelsamfund"}  # the law's new name for the same list, from 2021


def series(lists: Iterable[OfficialList], designations: Iterable[Designation]) -> dict[str, Series]:
    """By kind, the lists that are known as a whole: that of the newest list first, of one day the one known longest.

    Of two lists of a kind in one year the last stands for the year.
    """
    named: dict[str, set[str]] = {}
    for designation in designations:
        named.setdefault(designation.list_id, set()).add(designation.area_id)
    kinds: dict[str, list[OfficialList]] = {}
    for official in sorted(lists, key=lambda official: (official.list_date, official.list_id)):
        kinds.setdefault(RENAMED.get(official.kind, official.kind), []).append(official)
    found = [made for kind, given in kinds.items() if (made := _series(kind, given, named))]
    found.sort(key=lambda made: (made.newest.official.list_date, len(made.editions)), reverse=True)
    return {made.kind: made for made in found}


def _series(kind: str, given: Sequence[OfficialList], named: Mapping[str, set[str]]) -> Series | None:
    """The lists of one kind, in time; None where none of them is known as a whole."""
    by_year = {official.year: official for official in given if official.coverage == "complete"}
    if not by_year:
        return None
    whole = list(by_year.values())
    on = [named.get(official.list_id, set()) for official in whole]
    editions = (
        Edition(official, before, _moves(now, then))
        for official, before, now, then in zip(whole, [None, *whole], on, [None, *on], strict=False)
    )
    return Series(kind, tuple(editions), tuple(given[given.index(whole[-1]) + 1 :]))


def _moves(now: set[str], before: set[str] | None) -> dict[str, Move]:
    """Where no list before is known, nobody is told to be new."""
    moves = dict.fromkeys(sorted(now if before is None else now & before), Move.STAYED)
    if before is not None:
        moves |= dict.fromkeys(sorted(now - before), Move.NEW) | dict.fromkeys(sorted(before - now), Move.LEFT)
    return moves
