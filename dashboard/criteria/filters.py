"""Which success criteria a reader asks for: by goal, target group, project and status, and in which form."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit

from dashboard import store
from dashboard.criteria.names import goal_titles, project_names
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
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
    words, version = choice.words, choice.version
    criteria, scores = store.rows(version, Criterion), store.rows(version, CriterionStatus)
    groups = {labels.slug(row.target_group.da): row.target_group for row in criteria}
    group_names = {slug: words.text(group) for slug, group in groups.items()}
    names, goals = project_names(choice.setting), goal_titles(choice.setting)
    goal = pick("maal", words("Overordnet mål"), dict.fromkeys(row.goal_id for row in criteria), goals, words)
    group = pick("maalgruppe", words("Målgruppe"), groups, group_names, words)
    project = pick("projekt", words("Projekt"), names, names, words)
    states = pick_states({row.status for row in scores}, words)
    form = pick_form(choice)
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
        goal=goals.get(goal, words("Alle")),
        group=group_names.get(group, words("Alle")),
        project=names.get(project, words("Alle")),
        statuses=", ".join(words(labels.CRITERION_STATUSES[state]) for state in states),
    )
    return Chosen(left, project, form, text)


def pick(key: str, label: str, options: Iterable[str], names: Mapping[str, str], words: Words) -> str:
    """One of the `options` by its name, or all."""
    return address.pick(key, label, [ALL, *options], lambda option: names.get(option, words("Alle")))


def pick_states(present: Collection[str], words: Words) -> Sequence[str]:
    """The statuses that the reader asks for among those that are present; all where none is named."""
    states = [state for state in labels.CRITERION_STATUSES if state in present]
    asked = address.pick_many(
        "kriteriestatus", words("Status"), states, lambda state: labels.criterion_status(state, words)
    )
    return asked or states


def pick_form(choice: Choice) -> str:
    """One of the `FORMS`; on a projector first the cards, which can be read from afar."""
    words = choice.words
    return address.pick(
        "form",
        words("Form"),
        list(FORMS),
        lambda name: words(FORMS[name]),
        CARDS if choice.projector else MATRIX,
        partial(streamlit.radio, horizontal=True),
    )
