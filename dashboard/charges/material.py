"""What the page of charges shows, picked out of the tables once a version and age group."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from dashboard import store
from dashboard.views.kept import Setting, kept
from data import charges
from data.charges import Rows
from data.contracts import Area, Comparison, Difference, Indicator, Membership, Observation
from data.query import Period


class Compared(NamedTuple):
    """What is known of one comparison: its groups' numbers, their differences by year, its single areas' numbers."""

    rows: Rows
    differences: tuple[Difference, ...]
    areas: Rows


class Material(NamedTuple):
    """The charts of the page at the age group that is chosen; the comparison that began first in front.

    `single_areas` as of `charges.single_area_charts`; `changes` are those of compared groups, `more_changes` others.
    """

    compared: Mapping[Comparison, Compared]
    single_areas: tuple[tuple[Comparison, Rows], ...]
    changes: tuple[Rows, ...]
    more_changes: tuple[Rows, ...]
    other_series: tuple[Rows, ...]
    municipal: tuple[Rows, ...]


@kept
def material(
    setting: Setting, comparisons: Sequence[Comparison], ages: Sequence[str], age: str, years: Period | None = None
) -> Material:
    """The numbers of `age` and of what has no choice of `ages`; with `years` those that lie within them."""
    version = setting.version
    observations = store.shared_table(version, Observation.TABLE)
    if years:
        is_within = (observations["period_start"] >= years[0]) & (observations["period_end"] <= years[1])
        observations = observations[is_within]
    if ages:
        observations = charges.numbers_at_age(observations, ages, age)
    indicators, areas = store.rows(version, Indicator), store.rows(version, Area)
    memberships, differences = store.rows(version, Membership), store.rows(version, Difference)
    changes, more_changes = charges.changes(observations, indicators, comparisons)
    compared = {
        pair: Compared(
            charges.compared(observations, pair),
            within(charges.differences(differences, pair), years),
            charges.areas_compared(observations, areas, memberships, pair),
        )
        for pair in comparisons
    }
    return Material(
        compared={pair: found for pair, found in compared.items() if found.rows},
        single_areas=tuple(charges.single_area_charts(observations, areas, comparisons)),
        changes=tuple(changes),
        more_changes=tuple(more_changes),
        other_series=tuple(charges.other_series(observations, indicators, areas, comparisons)),
        municipal=tuple(charges.municipal(observations, indicators, areas)),
    )


def within(rows: Iterable[Difference], years: Period | None) -> tuple[Difference, ...]:
    """The differences of some years."""
    return tuple(row for row in rows if years is None or years[0] <= row.year <= years[1])
