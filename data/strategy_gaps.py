"""Where a link of a strategy's chain is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from data.contracts import Criterion, Goal, Project
from data.strategy import Plan

GIVEN_UP_PROJECTS = ("abandoned", "changed")


@dataclass(frozen=True)
class Gap:
    """A goal, project or criterion that lacks a link of the chain."""

    kind: str
    item: Goal | Project | Criterion
    item_id: str
    goal_id: str
    reason: str


def gaps(plan: Plan) -> tuple[Gap, ...]:
    """Where a link of the chain is missing.

    Reasons: criterion_without_goal, criterion_without_project, goal_without_project, goal_without_criterion,
    project_without_goal, project_without_measure (neither milestone nor criterion). Abandoned criteria, and projects
    that were abandoned or became others, need no link and give none.
    """
    criteria = [row.criterion for row in plan.criteria if row.score.status != "abandoned"]
    projects = [row for row in plan.projects if row.status not in GIVEN_UP_PROJECTS]
    going = {project.project_id for project in projects}
    served = {service.criterion_id for service in plan.services if service.project_id in going}
    helped = {row.criterion.goal_id for row in plan.criteria if row.criterion.criterion_id in served}
    measured = {service.project_id for service in plan.services} | {step.project_id for step in plan.milestones}
    return (
        *goal_gaps(plan.goals, helped | {row.goal_id for row in projects}, {row.goal_id for row in criteria}),
        *project_gaps(projects, measured),
        *criterion_gaps(criteria, served),
    )


def goal_gaps(goals: Iterable[Goal], with_project: Collection[str], with_criterion: Collection[str]) -> list[Gap]:
    return [
        Gap("goal", goal, goal.goal_id, goal.goal_id, f"goal_without_{link}")
        for link, ids in (("project", with_project), ("criterion", with_criterion))
        for goal in goals
        if goal.goal_id not in ids
    ]


def project_gaps(projects: Sequence[Project], measured: Collection[str]) -> list[Gap]:
    aimless = [(row, "project_without_goal") for row in projects if not row.goal_id]
    unmeasured = [(row, "project_without_measure") for row in projects if row.project_id not in measured]
    return [Gap("project", row, row.project_id, row.goal_id, reason) for row, reason in (*aimless, *unmeasured)]


def criterion_gaps(criteria: Sequence[Criterion], served: Collection[str]) -> list[Gap]:
    aimless = [(row, "criterion_without_goal") for row in criteria if not row.goal_id]
    idle = [(row, "criterion_without_project") for row in criteria if row.criterion_id not in served]
    return [Gap("criterion", row, row.criterion_id, row.goal_id, reason) for row, reason in (*aimless, *idle)]
