"""The efforts that the data know of: where they were and when they began, so that a reader need not look it up."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from data import charges
from data.contracts import Comparison, Membership, Project
from data.effect_panel import Panel
from data.effect_study import Span

ENOUGH = 3  # periods before an effort, to see whether two groups ran in parallel


@dataclass(frozen=True)
class Effort:
    """An effort: `key` is the project or the group of areas, `name` what it is called in the data."""

    key: str
    name: str
    areas: tuple[str, ...]
    span: Span


def documented(
    panel: Panel,
    comparisons: Iterable[Comparison],
    memberships: Sequence[Membership],
    projects: Iterable[Project],
    names: dict[str, str],
) -> list[Effort]:
    """The efforts whose areas have numbers before and after, those that can tell most first."""
    every = [*_of_groups(comparisons, memberships, names), *_of_projects(projects)]
    found = {effort.key: placed for effort in every if (placed := in_periods(effort, panel))}
    return sorted(found.values(), key=lambda effort: (-weight(panel, effort.span), effort.span.start, effort.key))


def in_periods(effort: Effort, panel: Panel) -> Effort | None:
    """The effort in the years of a panel: up to the last period before it, and from the first that begins with it."""
    early, late = panel.before(effort.span.before), panel.since(effort.span.start)
    if not early or not late:
        return None
    areas = tuple(area for area in effort.areas if area in panel.at([*early, *late]).complete())
    if not areas:
        return None
    return Effort(effort.key, effort.name, areas, Span(panel.periods[early[-1]][1], panel.periods[late[0]][0]))


def weight(panel: Panel, span: Span) -> int:
    """How many periods there are to judge by, where more than a few tell nothing more."""
    return min(len(panel.before(span.before)), ENOUGH) + min(len(panel.since(span.start)), 2)


def _of_groups(
    comparisons: Iterable[Comparison], memberships: Sequence[Membership], names: dict[str, str]
) -> Iterator[Effort]:
    for pair in comparisons:
        areas = tuple(charges.members(memberships, pair.treated_id))
        start = pair.before + 1 if pair.start is None else pair.start
        yield Effort(pair.treated_id, names[pair.treated_id], areas, Span(start - 1, start))


def _of_projects(projects: Iterable[Project]) -> Iterator[Effort]:
    for project in projects:
        if project.areas and project.start[:4].isdecimal():
            start = int(project.start[:4])
            yield Effort(project.project_id, project.name, split(project.areas), Span(start - 1, start))


def split(areas: str) -> tuple[str, ...]:
    return tuple(area for area in areas.split("|") if area)


def of(efforts: Iterable[Effort], treated: Collection[str]) -> Effort | None:
    """The effort that was in just these areas."""
    return next((effort for effort in efforts if set(effort.areas) == set(treated)), None)
