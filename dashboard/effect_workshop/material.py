"""What the workshop works on: the numbers of single areas, what is known of them, and what is found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas

from dashboard import store
from dashboard.areas import shelf
from dashboard.effect_workshop import efforts
from dashboard.effect_workshop.efforts import Effort
from dashboard.views.kept import Setting, kept
from data import effect_control, effect_study, query
from data.contracts import Comparison, Membership, Observation, Project
from data.effect_control import Balance
from data.effect_panel import Panel
from data.effect_study import Placebo, Span, Study
from data.query import Period

FEWEST_AREAS = 4  # of a level: one treated, two to hold it against and one to try chance on


@dataclass(frozen=True)
class Measure:
    """What the effect is measured on: the numbers of one indicator and age group, of one level's areas.

    `years`: the periods that lie within them alone; None is all.
    """

    indicator_id: str
    age_group: str
    level: str
    years: Period | None = None


@dataclass(frozen=True)
class Asked:
    """What the reader asks for. `is_proposed`: the control areas are those that the page proposes."""

    measure: Measure
    treated: tuple[str, ...]
    control: tuple[str, ...]
    span: Span
    is_proposed: bool


@dataclass(frozen=True, eq=False)
class Found:
    """What is found. Areas that miss a number are in `left_out`; `study` is None where a group has nobody left.

    `rows`: the observations it rests on. `each`: the difference against every possible control area alone.
    """

    panel: Panel
    early: tuple[int, ...]
    late: tuple[int, ...]
    treated: tuple[str, ...]
    control: tuple[str, ...]
    left_out: tuple[str, ...]
    balance: tuple[Balance, ...]
    study: Study | None
    placebo: Placebo
    each: np.ndarray
    rows: tuple[Observation, ...]


@kept
def measures(setting: Setting) -> tuple[Measure, ...]:
    """Everything that is counted in the areas of a level, out of persons, in two periods or more; in the catalogue's
    order, the smallest areas first.
    """
    book = shelf.book(setting.version)
    rows = book.drawn[book.drawn["breakdown"].eq("all") & book.drawn["count"].notna() & book.drawn["population"].gt(0)]
    levels = rows["area_id"].map({area_id: area.level for area_id, area in book.areas.items()})
    order = {name: place for place, name in enumerate(book.indicators)}
    found = [
        Measure(str(indicator_id), str(age_group), str(level))
        for (indicator_id, age_group, level), group in rows.groupby(
            [rows["indicator_id"], rows["age_group"], levels], sort=True
        )
        if group["area_id"].nunique() >= FEWEST_AREAS and group["period_start"].nunique() > 1
    ]
    return tuple(sorted(found, key=lambda each: (order[each.indicator_id], -book.area_levels.order[each.level])))


@kept
def observations(setting: Setting, measure: Measure) -> tuple[Observation, ...]:
    """The numbers of a measure, of its newest edition alone."""
    book = shelf.book(setting.version)
    ids = book.inside(measure.level, None)
    rows = query.preferred(query.series(book.drawn, measure.indicator_id, ids, measure.age_group))
    rows = rows[rows["edition"] == rows["edition"].max()]
    if measure.years:
        rows = rows[(rows["period_start"] >= measure.years[0]) & (rows["period_end"] <= measure.years[1])]
    return Observation.of(rows)


@kept
def panel(setting: Setting, measure: Measure) -> Panel:
    indicator = shelf.facts(setting.version).indicators[measure.indicator_id]
    return Panel.of(observations(setting, measure), indicator.multiplier, indicator.dispersion)


@kept
def documented(setting: Setting, measure: Measure) -> tuple[Effort, ...]:
    """The efforts of the data whose areas have numbers of the measure."""
    comparisons, projects = store.rows(setting.version, Comparison), store.rows(setting.version, Project)
    memberships = store.rows(setting.version, Membership)
    names = dict(shelf.facts(setting.version).names)
    return tuple(efforts.documented(panel(setting, measure), comparisons, memberships, projects, names))


@kept
def proposal(setting: Setting, measure: Measure, treated: Sequence[str], before: int) -> tuple[str, ...]:
    """The control areas for some treated ones, from the numbers up to a year alone."""
    earlier = panel(setting, measure)
    earlier = earlier.at(earlier.before(before))
    table = effect_control.described(earlier, composition(setting, measure, before))
    return tuple(effect_control.proposal(table, treated))


def composition(setting: Setting, measure: Measure, before: int) -> pandas.DataFrame:
    """What is known of the areas by the end of a year: the columns of `effect_control.composition`."""
    book = shelf.book(setting.version)
    likeness = {name: row.likeness for name, row in book.indicators.items() if row.likeness}
    likeness.pop(measure.indicator_id, None)
    return effect_control.composition(book.drawn, likeness, panel(setting, measure).areas, before)


@kept
def found(setting: Setting, asked: Asked) -> Found:
    """What the numbers say of what is asked."""
    every = panel(setting, asked.measure)
    early, late = every.before(asked.span.before), every.since(asked.span.start)
    complete = set(every.at([*early, *late]).complete())
    treated, control = (tuple(area for area in group if area in complete) for group in (asked.treated, asked.control))
    composed = composition(setting, asked.measure, asked.span.before)
    table = effect_control.described(every.at(early), composed)
    is_complete = bool(treated and control)
    return Found(
        every,
        early,
        late,
        treated,
        control,
        tuple(area for area in (*asked.treated, *asked.control) if area not in complete),
        tuple(effect_control.balance(table, treated, control)) if is_complete else (),
        effect_study.study(every, treated, control, asked.span) if is_complete else None,
        effect_study.placebo_areas(every, composed, treated, asked.span),
        effect_study.against_each(every, treated, asked.span) if treated else np.array([]),
        tuple(row for row in observations(setting, asked.measure) if row.area_id in {*asked.treated, *asked.control}),
    )
