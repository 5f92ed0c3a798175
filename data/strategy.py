"""A strategy as a chain: political goal, effort (a project), milestone, success criterion; and its dates.

The chain is that of Copenhagen's strategy template for comprehensive plans. Every criterion is found from its goal, and
from the criterion its goal. A criterion that names no goal has that of the project it belongs to.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from data import scorecards
from data.contracts import Criterion, CriterionStatus, Goal, Milestone, Project, Result
from data.scorecards import Scored

OPEN_MILESTONES = ("planned", "late")
SETTLED_CRITERIA = ("met", "abandoned")


@dataclass(frozen=True)
class Tables:
    """What strategies are made of: the rows of all schemes."""

    goals: Sequence[Goal]
    projects: Sequence[Project]
    milestones: Sequence[Milestone]
    criteria: Sequence[Criterion]
    criterion_statuses: Sequence[CriterionStatus]
    results: Sequence[Result]


class Service(NamedTuple):
    """A project that owns a criterion, has something in place for it, or is being set up for it."""

    criterion_id: str
    project_id: str


@dataclass(frozen=True)
class Plan:
    """What one scheme consists of."""

    goals: Sequence[Goal]
    projects: Sequence[Project]
    milestones: Sequence[Milestone]
    criteria: Sequence[Scored]
    services: Sequence[Service]

    def projects_of(self, criterion_id: str) -> tuple[str, ...]:
        """The ids of the projects that serve a criterion."""
        return tuple(service.project_id for service in self.services if service.criterion_id == criterion_id)


class Path(NamedTuple):
    """A way through the chain, by ids; a link that is missing is empty."""

    goal_id: str = ""
    project_id: str = ""
    milestone_id: str = ""
    criterion_id: str = ""


@dataclass(frozen=True)
class Dated:
    """A milestone or a criterion with its date. `judged` is the last date its status rests on, or empty; `is_open`: not
    reached and not given up; `is_judged`: its status was judged at the end.
    """

    kind: str  # milestone, criterion
    item: Milestone | Criterion
    item_id: str
    goal_id: str
    projects: tuple[str, ...]
    due: str
    judged: str
    status: str
    is_open: bool
    is_judged: bool


@dataclass(frozen=True)
class Slip:
    """What has slipped, why, and how many days past its date (0 before it)."""

    dated: Dated
    reason: str
    days: int


def schemes(goals: Iterable[Goal], criteria: Iterable[Criterion]) -> list[str]:
    """The schemes that have goals, the one with most success criteria first."""
    counts = Counter(criterion.scheme for criterion in criteria)
    return sorted(dict.fromkeys(goal.scheme for goal in goals), key=lambda scheme: -counts[scheme])


def of_scheme(tables: Tables, scheme: str) -> Plan:
    """The plan of a scheme, with the goals and projects of others that its rows point to."""
    milestones = [row for row in tables.milestones if row.scheme == scheme]
    criteria = [row for row in tables.criteria if row.scheme == scheme]
    coming = {row.project_id for row in tables.projects if row.status == "establishing"}
    served = services(criteria, tables.results, coming)
    named = {service.project_id for service in served} | {step.project_id for step in milestones}
    projects = [row for row in tables.projects if row.scheme == scheme or row.project_id in named]
    owners = {project.project_id: project.goal_id for project in projects}
    placed = [replace(row, goal_id=row.goal_id or owners.get(row.project_id, "")) for row in criteria]
    used = {row.goal_id for row in placed} | {step.goal_id for step in milestones}
    used |= {project.goal_id for project in projects if project.scheme == scheme}
    goals = [goal for goal in tables.goals if goal.scheme == scheme or goal.goal_id in used]
    return Plan(goals, projects, milestones, scorecards.scored(placed, tables.criterion_statuses), served)


def services(
    criteria: Iterable[Criterion], results: Iterable[Result], coming: Collection[str] = ()
) -> tuple[Service, ...]:
    """The project a criterion belongs to, and those that have something in place for it; each pair once.

    `coming`: the projects that are being set up. The criterion they are set up for is theirs before anything is there.
    """
    ids = [row.criterion_id for row in criteria]
    owned = [Service(row.criterion_id, row.project_id) for row in criteria if row.project_id]
    served = [
        Service(row.criterion_id, row.project_id)
        for row in results
        if row.criterion_id in ids and (row.served or row.project_id in coming)
    ]
    return tuple(dict.fromkeys([*owned, *served]))


def tree(plan: Plan) -> tuple[Path, ...]:
    """The plan as paths.

    A criterion that several projects serve has a path through each of them. Goals come in their own order, milestones
    by date; what has no goal comes last, and under a goal what has no project.
    """
    paths = [Path(step.goal_id, step.project_id, step.milestone_id, step.criterion_id) for step in plan.milestones]
    paths += absent(ends(plan), paths, lambda path: (path.project_id, path.criterion_id))
    used = {path.project_id for path in paths}
    goal_ids = [goal.goal_id for goal in plan.goals]
    idle = [
        Path(project.goal_id, project.project_id)
        for project in plan.projects
        if project.goal_id in goal_ids or (not project.goal_id and project.project_id not in used)
    ]
    paths += absent(idle, paths, lambda path: (path.goal_id, path.project_id))
    paths += absent(map(Path, goal_ids), paths, lambda path: path.goal_id)
    return ordered(paths, plan)


def ends(plan: Plan) -> Iterator[Path]:
    """Every criterion through each project that serves it, or through none."""
    for row in plan.criteria:
        for project_id in plan.projects_of(row.criterion.criterion_id) or ("",):
            yield Path(row.criterion.goal_id, project_id, "", row.criterion.criterion_id)


def absent(rows: Iterable[Path], among: Iterable[Path], part: Callable[[Path], Hashable]) -> list[Path]:
    """The rows whose `part` no path of `among` has."""
    there = {part(path) for path in among}
    return [row for row in rows if part(row) not in there]


def ordered(paths: Iterable[Path], plan: Plan) -> tuple[Path, ...]:
    """The paths in the order of the tables, milestones by their date; an empty link comes last in its column."""
    columns = (
        [goal.goal_id for goal in plan.goals],
        [project.project_id for project in plan.projects],
        [step.milestone_id for step in sorted(plan.milestones, key=lambda step: step.due)],
        [row.criterion.criterion_id for row in plan.criteria],
    )
    places = [{name: place for place, name in enumerate(names)} for names in columns]
    return tuple(
        sorted(paths, key=lambda path: [place.get(name, len(place)) for place, name in zip(places, path, strict=True)])
    )


def dates(plan: Plan) -> tuple[Dated, ...]:
    """Every milestone, and every criterion with an end date, in the order of their dates."""
    milestones = [dated_milestone(step) for step in plan.milestones]
    criteria = [dated_criterion(row, plan) for row in plan.criteria if row.criterion.end_date]
    return tuple(sorted([*milestones, *criteria], key=lambda dated: dated.due))


def dated_milestone(step: Milestone) -> Dated:
    return Dated(
        kind="milestone",
        item=step,
        item_id=step.milestone_id,
        goal_id=step.goal_id,
        projects=(step.project_id,) if step.project_id else (),
        due=step.due,
        judged=step.evaluated,
        status=step.status,
        is_open=step.status in OPEN_MILESTONES,
        is_judged=step.status != "planned" and bool(step.evaluated),
    )


def dated_criterion(row: Scored, plan: Plan) -> Dated:
    criterion, judged = row.criterion, judged_on(row)
    return Dated(
        kind="criterion",
        item=criterion,
        item_id=criterion.criterion_id,
        goal_id=criterion.goal_id,
        projects=plan.projects_of(criterion.criterion_id),
        due=criterion.end_date,
        judged=judged,
        status=row.score.status,
        is_open=row.score.status not in SETTLED_CRITERIA,
        is_judged=last_day(judged) >= criterion.end_date,
    )


def judged_on(row: Scored) -> str:
    """The last date a criterion's status rests on: its results, or a judgement stated by somebody."""
    stated = row.criterion.stated_on if row.criterion.stated_status else ""
    return max(row.score.as_of, stated, key=last_day)


def last_day(text: str) -> str:
    """A date as it is, a month as its last day: 2005-09 -> 2005-09-30; an empty text stays empty."""
    return str(scorecards.last_day(text).date()) if text else ""


def due(dated: Iterable[Dated], meeting: date) -> tuple[Dated, ...]:
    """What must be judged by a day: open, its date on or before the day, not judged at its end."""
    return tuple(row for row in dated if row.is_open and not row.is_judged and row.due <= meeting.isoformat())


def slipped(dated: Iterable[Dated], today: date) -> tuple[Slip, ...]:
    """What has slipped by a day.

    | reason | rule |
    |---|---|
    | `late` | a milestone judged late and not reached since |
    | `not_reached` | the date is past, and it was judged then: not reached |
    | `not_judged` | the date is past, and nobody has judged it |
    | `behind` | a criterion with time left that has reached less than the share of the time that has passed |
    """
    return tuple(
        Slip(row, reason, max((today - date.fromisoformat(row.due)).days, 0))
        for row in dated
        if (reason := slip_reason(row, row.due < today.isoformat()))
    )


def slip_reason(row: Dated, is_past: bool) -> str:
    """Why it has slipped, by the rule of `slipped`; empty where it has not."""
    if row.kind == "milestone" and row.status == "late":
        return "late"
    if not is_past:
        return "behind" if row.kind == "criterion" and row.status == "behind" else ""
    if not row.is_open:
        return ""
    return "not_reached" if row.is_judged else "not_judged"


def undated(plan: Plan) -> tuple[Criterion, ...]:
    """The open criteria without an end date: no list by date can hold them."""
    return tuple(
        row.criterion
        for row in plan.criteria
        if not row.criterion.end_date and row.score.status not in SETTLED_CRITERIA
    )
