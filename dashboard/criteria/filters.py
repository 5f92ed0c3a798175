"""Which success criteria a reader asks for: by goal, target group, project and status, and in which form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

import streamlit

from dashboard import store
from dashboard.criteria.names import goal_titles, project_names
from dashboard.i18n import labels
from dashboard.i18n.words import N_
from dashboard.ui import address
from dashboard.ui.address import Choice
from data import scorecards
from data.contracts import Criterion, CriterionStatus, Result

ALL = "alle"
MATRIX, CARDS = "matrix", "kort"
FORMS = {MATRIX: N_("Tabel"), CARDS: N_("Kriteriekort")}


@dataclass(frozen=True)
class Chosen:
    """The criteria that the reader asks for, one project's or all, in one of the `FORMS`; `text` says it in words."""

    criteria: Sequence[Criterion]
    project: str
    form: str
    text: str


def chosen(choice: Choice) -> Chosen:
    """The filters, and what they leave."""
    words, version, everything = choice.words, choice.version, choice.words("Alle")
    criteria, scores = store.rows(version, Criterion), store.rows(version, CriterionStatus)
    groups = {labels.slug(row.target_group.da): row.target_group for row in criteria}
    group_names = {slug: words.text(group) for slug, group in groups.items()}
    names, goals = project_names(choice), goal_titles(choice)
    present = {row.status for row in scores}
    goal = address.pick(
        "maal",
        words("Politisk mål"),
        [ALL, *dict.fromkeys(row.goal_id for row in criteria)],
        lambda name: goals.get(name, everything),
    )
    group = address.pick(
        "maalgruppe", words("Målgruppe"), [ALL, *groups], lambda slug: group_names.get(slug, everything)
    )
    project = address.pick("projekt", words("Projekt"), [ALL, *names], lambda name: names.get(name, everything))
    states = pick_states(choice, [state for state in labels.CRITERION_STATUSES if state in present])
    form = address.pick(
        "form",
        words("Form"),
        list(FORMS),
        lambda name: words(FORMS[name]),
        CARDS if choice.projector else MATRIX,
        partial(streamlit.radio, horizontal=True),
    )
    left = scorecards.select(
        criteria,
        scores,
        store.rows(version, Result),
        groups[group].da if group in groups else None,
        states,
        None if project == ALL else project,
        None if goal == ALL else goal,
    )
    text = words(
        "Mål: {goal}; målgruppe: {group}; projekt: {project}; status: {statuses}",
        goal=goals.get(goal, everything),
        group=group_names.get(group, everything),
        project=names.get(project, everything),
        statuses=", ".join(words(labels.CRITERION_STATUSES[state]) for state in states),
    )
    return Chosen(left, project, form, text)


def pick_states(choice: Choice, states: Sequence[str]) -> Sequence[str]:
    """The statuses that the reader asks for; all where none is named."""
    words = choice.words
    asked = address.pick_many("status", words("Status"), states, lambda state: labels.criterion_status(state, words))
    return asked or states
