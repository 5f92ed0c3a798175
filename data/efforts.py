"""Efforts today: which are known to run, what is put first, and where several run for one group.

An effort is known to run where a report of the last five years says so and its planned end has not passed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

import pandas

from data import projects, scorecards
from data.contracts import EVERYBODY, Priority, Project


class State(StrEnum):
    """What is known of an effort today: `LAPSED` was to have ended, `OLD` is told by a report over five years old."""

    RUNNING = "running"
    STARTING = "starting"
    LAPSED = "lapsed"
    OVER = "over"
    OLD = "old"


@dataclass(frozen=True)
class Effort:
    """A project with what is known of it today."""

    project: Project
    state: State

    @property
    def themes(self) -> tuple[str, ...]:
        return codes(self.project.themes)

    @property
    def groups(self) -> tuple[str, ...]:
        return codes(self.project.groups)


@dataclass(frozen=True)
class Overlap:
    """Several efforts that run for one target group in one area."""

    area_id: str
    group: str
    efforts: tuple[Effort, ...]


@dataclass(frozen=True)
class Places:
    """Of which areas it tells what a project names (`touching`), and the municipality of every area, by area id."""

    touching: Mapping[str, frozenset[str]]
    municipality: Mapping[str, str]

    def efforts_in(self, area_id: str, efforts: Iterable[Effort]) -> list[Effort]:
        touching = self.touching.get(area_id, frozenset({area_id}))
        return [effort for effort in efforts if not touching.isdisjoint(codes(effort.project.areas))]

    def told_of(self, efforts: Iterable[Effort]) -> frozenset[str]:
        """The municipalities of whose efforts a report of the last five years tells."""
        named = {area for effort in efforts if effort.state is not State.OLD for area in codes(effort.project.areas)}
        return frozenset(self.municipality.get(area, area) for area in named)


def codes(text: str) -> tuple[str, ...]:
    return tuple(filter(None, text.split("|")))


def known(rows: Iterable[Project], today: date) -> tuple[Effort, ...]:
    return tuple(Effort(row, state(row, today)) for row in rows)


def state(project: Project, today: date) -> State:
    if scorecards.is_historical(project.as_of, today):
        return State.OLD
    if project.status in projects.OVER:
        return State.OVER
    if project.end and scorecards.last_day(project.end) < pandas.Timestamp(today):
        return State.LAPSED
    return State.STARTING if project.status == "establishing" else State.RUNNING


def in_force(row: Priority, today: date) -> bool:
    """Whether a priority holds today; one of an old source without an end tells of then."""
    day = pandas.Timestamp(today)
    if row.start and pandas.Period(row.start).start_time > day:
        return False
    if row.end:
        return scorecards.last_day(row.end) >= day
    return not scorecards.is_historical(row.as_of, today)


def overlaps(efforts: Iterable[Effort], places: Places, area_ids: Iterable[str]) -> list[Overlap]:
    """Where several efforts run for one group, the most crowded first. Groups as wide as all residents are left out."""
    every, found = list(efforts), []
    for area_id in area_ids:
        running = [effort for effort in places.efforts_in(area_id, every) if effort.state is State.RUNNING]
        pairs = sorted(
            ((group, effort) for effort in running for group in effort.groups if group not in EVERYBODY),
            key=lambda pair: pair[0],
        )
        for group, several in groupby(pairs, key=lambda pair: pair[0]):
            named = tuple(effort for _, effort in several)
            if len(named) > 1:
                found.append(Overlap(area_id, group, named))
    return sorted(found, key=lambda overlap: -len(overlap.efforts))
