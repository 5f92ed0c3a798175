"""What of a strategy is chosen: the scheme, the goal and the meeting, as they stand in the address."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

import pandas
import streamlit

from dashboard import store
from dashboard.i18n import labels
from dashboard.i18n.markdown import typed
from dashboard.strategy.names import titles
from dashboard.ui import address, clock
from dashboard.ui.address import Choice
from data import strategy
from data.contracts import Criterion, CriterionStatus, Goal, Milestone, Project, Result
from data.strategy import Dated, Path, Plan, Tables
from data.versions import Version

ALL = "alle"
DATE_KEY = "moededato"
MONTHS_TO_MEETING = 3  # where no date is chosen
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)


class OfGoal(Protocol):
    """Anything that belongs to a goal, or to none."""

    @property
    def goal_id(self) -> str: ...


T = TypeVar("T", bound=OfGoal)


@dataclass(frozen=True)
class Chosen:
    """What is chosen. `goal_id` is empty for all goals; `paths` and `dated` are those of the chosen goal alone.

    `plan` follows from the scheme and the version of the data.
    """

    scheme: str
    plan: Plan = field(compare=False)
    goal_id: str
    today: date
    meeting: date

    def of_goal(self, rows: Iterable[T]) -> list[T]:
        return [row for row in rows if not self.goal_id or row.goal_id == self.goal_id]

    @cached_property
    def paths(self) -> list[Path]:
        return self.of_goal(strategy.tree(self.plan))

    @cached_property
    def dated(self) -> list[Dated]:
        return self.of_goal(strategy.dates(self.plan))


def filters(choice: Choice) -> Chosen | None:
    """The scheme, the goal and the date of the next meeting, as they stand in the address; None without any goal."""
    words, tables = choice.words, tables_of(choice.version)
    if not tables.goals:
        return None
    with streamlit.container(horizontal=True, key="filters"):
        scheme = pick_scheme(choice, tables)
        plan = strategy.of_scheme(tables, scheme)
        goal_id = pick_goal(choice, scheme, titles(plan, words).goal)
        meeting = pick_meeting(choice)
    return Chosen(scheme, plan, goal_id, clock.today(), meeting)


def tables_of(version: Version) -> Tables:
    return Tables(
        goals=store.rows(version, Goal),
        projects=store.rows(version, Project),
        milestones=store.rows(version, Milestone),
        criteria=store.rows(version, Criterion),
        criterion_statuses=store.rows(version, CriterionStatus),
        results=store.rows(version, Result),
    )


def pick_scheme(choice: Choice, tables: Tables) -> str:
    """The scheme in the address; a goal in the address decides it, so that a link to a goal needs nothing more."""
    words = choice.words
    options = strategy.schemes(tables.goals, tables.criteria)
    of_goals = {goal.goal_id: goal.scheme for goal in tables.goals}

    def describe(scheme: str) -> str:
        return labels.codes(labels.SCHEMES, scheme, words)

    value = of_goals.get(choice.address.get("maal", "")) or address.read("plan", words("Strategi"), options, describe)
    address.control(
        "plan",
        words("Strategi"),
        options,
        value,
        describe,
        streamlit.selectbox,
        lambda plan: {"plan": plan, "maal": None},
    )
    return value


def pick_goal(choice: Choice, scheme: str, names: Mapping[str, str]) -> str:
    """The goal in the address, empty for all of them: then the address names none, for other pages read it too."""
    label, options = choice.words("Overordnet mål"), [ALL, *names]

    def describe(goal_id: str) -> str:
        return names.get(goal_id, choice.words("Alle mål"))

    value = address.read("maal", label, options, describe)
    address.control(
        "maal",
        label,
        options,
        value,
        describe,
        streamlit.selectbox,
        lambda goal: {"plan": scheme, "maal": None if goal == ALL else goal},
    )
    return "" if value == ALL else value


def pick_meeting(choice: Choice) -> date:
    """The next meeting's date as it stands in the address; without one, three months from today."""
    words, default = (
        choice.words,
        (pandas.Timestamp(clock.today()) + pandas.DateOffset(months=MONTHS_TO_MEETING)).date(),
    )
    asked = choice.address.get(DATE_KEY)
    chosen = parsed(asked)
    if asked and chosen is None:
        choice.messages.warning(
            words(
                "»{value}« er ikke en dato som 2026-01-31. Her regnes med {shown}.",
                value=typed(asked),
                shown=words.date(default),
            )
        )
    if choice.has_controls:
        streamlit.session_state[DATE_KEY] = chosen or default
        streamlit.date_input(
            words("Næste møde"),
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            key=DATE_KEY,
            format="DD.MM.YYYY",
            on_change=lambda: address.choose(**{DATE_KEY: written(streamlit.session_state[DATE_KEY])}),
        )
    return chosen or default


def written(day: date | None) -> str | None:
    """A date as it stands in the address."""
    return day.isoformat() if day else None


def parsed(text: str | None) -> date | None:
    """A date of this century written as 2026-01-31; None for anything else."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None
