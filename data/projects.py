"""The project bank: which projects a reader asks for, when they ran, and what grew out of what."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

import pandas

from data import query
from data.contracts import Project

INSIDE = 0.5  # a word within another (misbrug in hashmisbrug) tells less than a word's beginning
SHORTEST_INSIDE = 4  # letters; shorter words are found within too many others
OPEN_YEARS = 0.75  # how far an open end is drawn beyond what is known
OVER = ("finished", "changed", "abandoned")


@dataclass(frozen=True)
class Hit:
    """A project that a search found: `rank` is low where it was found in telling places, `fields` names those."""

    rank: float
    fields: list[str]


@dataclass(frozen=True)
class Period:
    """When something ran, a project or a grant, in years with decimals.

    `start` and `end` are None where the source does not say. From `solid_from` to `solid_to` the source tells of
    what went on, until `planned_to` of what was planned. From `open_from`, and until `open_to`, it may have run:
    places of their own only where start or end is missing. What is over is drawn no further than the day the
    source is about.
    """

    row_id: str
    start: float | None
    end: float | None
    open_from: float
    solid_from: float
    solid_to: float
    planned_to: float
    open_to: float
    is_over: bool


def search(texts: Mapping[str, Mapping[str, str]], asked: str) -> dict[str, Hit]:
    """The projects that hold every word of `asked`, the best first, by project id.

    `texts`: the fields of every project by its id, the most telling field first. The rank is the sum of the places
    of the fields in which the words were found, half a place later where a word stands within another. Letters are
    compared as `query.search` does. Without a word all are found, in no field.
    """
    words = _words(asked)
    hits = {project_id: hit for project_id, fields in texts.items() if (hit := _hit(words, fields))}
    return dict(sorted(hits.items(), key=lambda found: found[1].rank))


def select(
    projects: Iterable[Project], goals: Collection[str] = (), statuses: Collection[str] = ()
) -> tuple[Project, ...]:
    """The projects with one of some goals and one of some statuses; nothing asked leaves nothing out."""
    return tuple(
        project
        for project in projects
        if (not goals or project.goal_id in goals) and (not statuses or project.status in statuses)
    )


def timeline(projects: Iterable[Project]) -> list[Period]:
    """When the projects ran, the earliest first; those without any date are left out."""
    periods = [period for period in map(_period, projects) if period]
    return sorted(periods, key=lambda period: (period.open_from, period.open_to))


def became(projects: Iterable[Project], project_id: str) -> list[str]:
    """What a changed project became: its project id, or none."""
    return [
        project.became_project_id
        for project in projects
        if project.project_id == project_id and project.became_project_id
    ]


def grew_out_of(projects: Iterable[Project], project_id: str) -> list[str]:
    """The projects that became this one."""
    return [project.project_id for project in projects if project.became_project_id == project_id]


def _words(text: str) -> list[str]:
    return _spaced(query.fold(text)).split()


def _spaced(folded: str) -> str:
    """Words apart from their commas, brackets and quotation marks."""
    return "".join(sign if sign.isalnum() else " " for sign in folded)


def _hit(words: Iterable[str], fields: Mapping[str, str]) -> Hit | None:
    """Where all the words were found in a project's fields; None where one was not."""
    places = []
    for word in words:
        if (place := _place(word, fields)) is None:
            return None
        places.append(place)
    found = {name for _, name in places}
    return Hit(sum(rank for rank, _ in places), [name for name in fields if name in found])


def _place(word: str, fields: Mapping[str, str]) -> tuple[float, str] | None:
    """The first field that holds the word, and its rank."""
    found: list[tuple[float, str]] = []
    for position, (name, text) in enumerate(fields.items()):
        spelled = [f" {_spaced(spelling)}" for spelling in query.spellings(text)]
        if any(f" {word}" in spelling for spelling in spelled):
            found.append((position, name))
        elif len(word) >= SHORTEST_INSIDE and any(word in spelling for spelling in spelled):
            found.append((position + INSIDE, name))
    return min(found, default=None)


def _period(project: Project) -> Period | None:
    return period(project.project_id, project.start, project.end, project.as_of, project.status in OVER)


def period(row_id: str, begun: str, ended: str, as_of: str, is_over: bool) -> Period | None:
    """When something ran, of which a source tells as of a day; None without any date."""
    start = _year(begun) if begun else None
    end = _year(ended, at_end=True) if ended else None
    first = end if start is None else start
    if first is None:
        return None
    last = max(first, _year(as_of, at_end=True))
    if end is not None:
        solid_to = end if is_over else min(end, last)
        planned_to = open_to = end
    else:
        solid_to = planned_to = first if is_over else last
        open_to = last if is_over and last > first else planned_to + OPEN_YEARS
    return Period(
        row_id,
        start,
        end,
        open_from=first - OPEN_YEARS if start is None else first,
        solid_from=first,
        solid_to=solid_to,
        planned_to=planned_to,
        open_to=open_to,
        is_over=is_over,
    )


def _year(text: str, *, at_end: bool = False) -> float:
    """2003-07 -> 2003.5: its first day, or the end of its last day."""
    period = pandas.Period(text)
    day = (period + 1).start_time if at_end else period.start_time
    return day.year + (day.dayofyear - 1) / (366 if day.is_leap_year else 365)
