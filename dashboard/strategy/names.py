"""What the links of a strategy are called: its goals, efforts, milestones and criteria."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from dashboard.criteria.cards import numbered
from dashboard.i18n.words import N_, Words
from data.strategy import Plan

KINDS = {
    "goal": N_("Overordnet mål"),
    "project": N_("Indsats"),
    "milestone": N_("Milepæl"),
    "criterion": N_("Succeskriterium"),
}


class Titles(NamedTuple):
    """What goals, projects, milestones and criteria are called, each by its id."""

    goal: Mapping[str, str]
    project: Mapping[str, str]
    milestone: Mapping[str, str]
    criterion: Mapping[str, str]

    def of(self, kind: str, item_id: str) -> str:
        names: Mapping[str, str] = getattr(self, kind)
        return names.get(item_id, "")


def titles(plan: Plan, words: Words) -> Titles:
    return Titles(
        goal={row.goal_id: words.text(row.title) for row in plan.goals},
        project={row.project_id: row.name for row in plan.projects},
        milestone={row.milestone_id: words.text(row.title) for row in plan.milestones},
        criterion={row.criterion.criterion_id: numbered(row.criterion, words) for row in plan.criteria},
    )


def named(kind: str, title: str, words: Words) -> str:
    """Milepæl: Caféen er åben."""
    return f"{words(KINDS[kind])}: {title}"
