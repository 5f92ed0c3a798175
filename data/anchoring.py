"""What becomes of efforts when their money ends: the plans that sources tell of, and the efforts without one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from data import projects
from data.contracts import ROUTES, Anchoring, Grant, Project
from data.projects import Period

GOING_ON = ("establishing", "running")


@dataclass(frozen=True)
class Plan:
    """What is planned for an effort. `row` is None where no source names a plan for the `project`.

    `grants` are the money it lives on: that which the plan names, and what the project was given itself.
    """

    row: Anchoring | None
    project: Project | None
    grants: tuple[Grant, ...]

    @property
    def route(self) -> str:
        return self.row.route if self.row else "no_plan"

    @property
    def scheme(self) -> str:
        return (self.row or self.project).scheme  # type: ignore[union-attr]  # one of them is always there

    @property
    def is_decided(self) -> bool:
        return bool(self.row and self.row.is_decided)


def plans(anchoring: Sequence[Anchoring], all_projects: Iterable[Project], grants: Sequence[Grant]) -> list[Plan]:
    """Every plan, and every project that goes on without one; those without a plan first, then by route.

    A project whose scheme has a plan for all its projects is not without one.
    """
    by_id = {project.project_id: project for project in all_projects}
    told = {row.project_id for row in anchoring}
    covered = {row.scheme for row in anchoring if row.covers == "scheme"}
    found = [Plan(row, by_id.get(row.project_id), _grants(row.project_id, row.grant_id, grants)) for row in anchoring]
    found += [
        Plan(None, project, _grants(project.project_id, "", grants))
        for project in by_id.values()
        if project.status in GOING_ON and project.project_id not in told and project.scheme not in covered
    ]
    return sorted(found, key=lambda plan: (ROUTES.index(plan.route), plan.is_decided))


def _grants(project_id: str, grant_id: str, grants: Iterable[Grant]) -> tuple[Grant, ...]:
    return tuple(
        grant for grant in grants if grant.grant_id == grant_id or (project_id and grant.project_id == project_id)
    )


def period(grant: Grant) -> Period | None:
    """When a grant runs; None without any date. Only money that was given can run."""
    if grant.status != "granted":
        return None
    return projects.period(grant.grant_id, grant.start, grant.end, grant.as_of, is_over=False)
