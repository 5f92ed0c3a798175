"""The Streamlit side of charges: groups against their controls and the country, single areas, and municipalities."""

from __future__ import annotations

from typing import NamedTuple

import pandas
import streamlit

from dashboard import store
from dashboard.charges import effect_views, trends
from dashboard.i18n import labels
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from data import charges


class Material(NamedTuple):
    """The prepared tables of charges, at the age group that is chosen; the comparison that began first in front."""

    observations: pandas.DataFrame
    indicators: pandas.DataFrame
    areas: pandas.DataFrame
    comparisons: pandas.DataFrame


def material(choice: Choice) -> Material:
    """The tables, after the choice of an age group where there are several."""
    words = choice.words
    observations, indicators, areas, comparisons = (store.table(choice.version, name) for name in Material._fields)
    comparisons = comparisons.sort_values("start", na_position="last", kind="stable")
    if ages := charges.ages(comparisons):
        age = address.pick("alder", words("Alder"), ages, lambda group: labels.age_group(group, words))
        comparisons, observations = (charges.at_age(rows, ages, age) for rows in (comparisons, observations))
    return Material(observations, indicators, areas, comparisons)


def groups(choice: Choice, known: Material) -> None:
    """Every comparison with its effect, the single areas, and the other published series of the groups."""
    words = choice.words
    observations, indicators, areas, comparisons = known
    for comparison in comparisons.to_dict("records"):
        effect_views.comparison(choice, comparison)
    effect_views.funnels(choice, charges.single_area_charts(observations, areas, comparisons))

    own, others = charges.changes(observations, indicators, comparisons)
    roles = charges.all_roles(comparisons)
    for position, rows in enumerate(own):
        trends.changes(choice, rows, roles, f"change-{position}")
    for position, rows in enumerate(charges.other_series(observations, indicators, areas, comparisons)):
        trends.trend(choice, rows, charges.roles_in(rows, comparisons), f"series-{position}")
    if others:
        with view_layout.fold(choice, words("Flere offentliggjorte ændringer i procent")):
            for position, rows in enumerate(others):
                trends.changes(choice, rows, roles, f"more-{position}")


def municipalities(choice: Choice, known: Material) -> None:
    """One municipality against the country, where municipalities have series."""
    words = choice.words
    municipal = charges.municipal(known.observations, known.indicators, known.areas)
    if not municipal:
        return
    names = known.areas.drop_duplicates("area_id").set_index("area_id")["name"]
    ids = {area for rows in municipal for area in rows["area_id"]} - {charges.COUNTRY}
    streamlit.header(words("Kommunerne"), anchor=False)
    area = address.pick("kommune", words("Kommune"), [charges.COUNTRY, *sorted(ids, key=names.get)], names.get)
    for position, rows in enumerate(municipal):
        pair = rows[rows["area_id"].isin([area, charges.COUNTRY])]
        if len(pair):
            trends.trend(choice, pair, {area: "area", charges.COUNTRY: "country"}, f"municipal-{position}")
