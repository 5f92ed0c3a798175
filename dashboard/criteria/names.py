"""What the projects and the goals that criteria belong to are called."""

from __future__ import annotations

from dashboard import store
from dashboard.views.kept import Setting
from data.contracts import Goal, Project


def project_names(setting: Setting) -> dict[str, str]:
    return {project.project_id: project.name for project in store.rows(setting.version, Project)}


def goal_titles(setting: Setting) -> dict[str, str]:
    return {goal.goal_id: setting.words.text(goal.title) for goal in store.rows(setting.version, Goal)}
