"""What the projects and the goals that criteria belong to are called."""

from __future__ import annotations

from dashboard import store
from dashboard.ui.address import Choice
from data.contracts import Goal, Project


def project_names(choice: Choice) -> dict[str, str]:
    return {project.project_id: project.name for project in store.rows(choice.version, Project)}


def goal_titles(choice: Choice) -> dict[str, str]:
    return {goal.goal_id: choice.words.text(goal.title) for goal in store.rows(choice.version, Goal)}
