"""Which success criteria a reader asks for: by goal, target group, project and status, and in which form."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
STRIP, MATRIX, CARDS = "oversigt", "matrix", "kort"
FORMS = {STRIP: N_("Oversigt"), MATRIX: N_("Tabel"), CARDS: N_("Kriteriekort")}


@dataclass(frozen=True)
class Chosen:
    """The criteria that the reader asks for, in one of the `FORMS`, and the `projects` whose own figures belong to
    them; `text` says in words what was asked for, `short` only what leaves something out.
    """

    criteria: Sequence[Criterion]
    projects: frozenset[str]
    form: str
    text: str
    short: str


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
    present = [state for state in labels.CRITERION_STATUSES if any(row.status == state for row in scores)]
    asked = pick_states(present, words)
    states = asked or present
    form = pick_form(choice)
    results = store.rows(version, Result)
    left = scorecards.select(
        criteria,
        scores,
        results,
        groups[group].da if group in groups else None,
        states,
        None if project == ALL else project,
        None if goal == ALL else goal,
    )
    told = ", ".join(words(labels.CRITERION_STATUSES[state]) for state in states)
    text = words(
        "Mål: {goal}; målgruppe: {group}; projekt: {project}; status: {statuses}",
        goal=goals.get(goal, words("Alle")),
        group=group_names.get(group, words("Alle")),
        project=names.get(project, words("Alle")),
        statuses=told,
    )
    narrowed = (goals.get(goal), group_names.get(group), names.get(project), told if asked else "")
    is_of_criteria = bool(asked) or goal != ALL or group != ALL
    of_criteria = scorecards.projects_of(left, results) if is_of_criteria else frozenset(names)
    projects = of_criteria if project == ALL else of_criteria & {project}
    return Chosen(left, projects, form, text, "; ".join(filter(None, narrowed)))


def pick(key: str, label: str, options: Iterable[str], names: Mapping[str, str], words: Words) -> str:
    """One of the `options` by its name, or all."""
    return address.pick(key, label, [ALL, *options], lambda option: names.get(option, words("Alle")))


def pick_states(present: Sequence[str], words: Words) -> Sequence[str]:
    """The statuses that the reader asks for among those that are present; none are all of them."""
    return address.pick_many(
        "kriteriestatus", words("Status"), present, lambda state: labels.criterion_status(state, words)
    )


def pick_form(choice: Choice) -> str:
    """One of the `FORMS`."""
    words = choice.words
    return address.pick(
        "form",
        words("Form"),
        list(FORMS),
        lambda name: words(FORMS[name]),
        widget=partial(streamlit.radio, horizontal=True),
    )
