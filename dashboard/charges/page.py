"""The Streamlit side of charges: groups against their controls and the country, single areas, and municipalities."""

from __future__ import annotations

from typing import NamedTuple

import pandas
import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.charges import effect_views, trends
from dashboard.i18n import labels
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from data import charges
from data.contracts import Area, Comparison, Indicator


class Material(NamedTuple):
    """What the page shows, at the age group that is chosen; the comparison that began first in front.

    `observations`: the table of `Observation`.
    """

    observations: pandas.DataFrame
    indicators: tuple[Indicator, ...]
    areas: tuple[Area, ...]
    comparisons: list[Comparison]


def material(choice: Choice) -> Material:
    """The tables, after the choice of an age group where there are several."""
    words, version = choice.words, choice.version
    observations = store.table(version, "observations")
    comparisons = sorted(store.rows(version, Comparison), key=began)
    if ages := charges.ages(comparisons):
        age = address.pick("alder", words("Alder"), ages, lambda group: labels.age_group(group, words))
        comparisons = charges.at_age(comparisons, ages, age)
        observations = charges.numbers_at_age(observations, ages, age)
    return Material(observations, store.rows(version, Indicator), store.rows(version, Area), comparisons)


def began(pair: Comparison) -> tuple[bool, int]:
    """The order of comparisons: by the first year of the effort, those without one last."""
    return pair.start is None, pair.start or 0


def groups(choice: Choice, shown: Material) -> None:
    """Every comparison with its effect, the single areas, and the other published series of the groups."""
    words = choice.words
    observations, indicators, areas, comparisons = shown
    for pair in comparisons:
        effect_views.comparison(choice, pair)
    effect_views.funnels(choice, charges.single_area_charts(observations, areas, comparisons))

    compared, others = charges.changes(observations, indicators, comparisons)
    roles = charges.all_roles(comparisons)
    for position, rows in enumerate(compared):
        trends.changes(choice, rows, roles, f"change-{position}")
    for position, rows in enumerate(charges.other_series(observations, indicators, areas, comparisons)):
        trends.trend(choice, rows, charges.roles_in(rows, comparisons), f"series-{position}")
    if others:
        with view_layout.fold(choice, words("Flere offentliggjorte ændringer i procent")):
            for position, rows in enumerate(others):
                trends.changes(choice, rows, roles, f"more-{position}")


def municipalities(choice: Choice, shown: Material) -> None:
    """One municipality against the country, where municipalities have series."""
    words = choice.words
    municipal = charges.municipal(shown.observations, shown.indicators, shown.areas)
    if not municipal:
        return
    names = shelf.facts(choice.version).names
    ids = {row.area_id for rows in municipal for row in rows} - {charges.COUNTRY}
    streamlit.header(words("Kommunerne"), anchor=False)
    options = [charges.COUNTRY, *sorted(ids, key=names.__getitem__)]
    area = address.pick("kommune", words("Kommune"), options, names.__getitem__)
    for position, rows in enumerate(municipal):
        beside = [row for row in rows if row.area_id in (area, charges.COUNTRY)]
        if beside:
            trends.trend(choice, beside, {area: "area", charges.COUNTRY: "country"}, f"municipal-{position}")
