"""The Streamlit side of charges: groups against their controls and the country, single areas, and municipalities."""

from __future__ import annotations

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.charges import effect_views, narrowing, trends
from dashboard.charges.material import Material, material
from dashboard.charts import bars
from dashboard.i18n import labels
from dashboard.selection import asked, bar
from dashboard.selection.sentence import Shown
from dashboard.ui import address, view_layout
from dashboard.ui.address import Choice
from data import charges
from data.contracts import Comparison


def chosen_material(choice: Choice) -> Material:
    """What the page shows, after the choice of an age group where there are several, of years and of a group."""
    words, setting = choice.words, choice.setting
    comparisons = sorted(store.rows(choice.version, Comparison), key=began)
    ages, age = charges.ages(comparisons), ""
    every, groups_compared = narrowing.years_of(setting), narrowing.groups(comparisons)
    picked = asked.read(choice, narrowing.USES, shelf.book(choice.version), every)
    if ages:
        age = address.pick("alder", words("Alder"), ages, lambda group: labels.age_group(group, words))
        comparisons = charges.at_age(comparisons, ages, age)
    group = narrowing.group_of(choice, picked, groups_compared)
    if choice.has_controls:
        with bar.folded(words("Vælg år og gruppe")):
            bar.years(choice, picked, every)
            bar.group(choice, group, groups_compared, shelf.facts(choice.version).names)
    comparisons = narrowing.of_group(comparisons, group)
    names = shelf.facts(choice.version).names
    said = Shown(years=picked.years or (every[0], every[-1]), age=age, group=names.get(group, ""))
    bar.announce(choice, said, narrowing.USES)
    shown = material(setting, comparisons, ages, age, picked.years)
    if picked.years and shown.compared and choice.has_controls:
        streamlit.caption(words("Virkningerne er regnet på deres egne år, uanset hvilke år der er valgt."))
    if comparisons and not shown.compared and choice.has_controls:
        streamlit.markdown(words("Ingen sammenligning af grupper har tal i de valgte år."))
    return shown


def began(pair: Comparison) -> tuple[bool, int]:
    """The order of comparisons: by the first year of the effort, those without one last."""
    return pair.start is None, pair.start or 0


def groups(choice: Choice, shown: Material) -> None:
    """Every comparison with its effect, the single areas, and the other published series of the groups."""
    setting, comparisons = choice.setting, list(shown.compared)
    for pair in comparisons:
        effect_views.comparison(choice, shown, pair)
    effect_views.funnels(choice, shown.single_areas)

    roles = charges.all_roles(comparisons)
    scale = bars.change_range(row.value for rows in (*shown.changes, *shown.more_changes) for row in rows)
    for position, rows in enumerate(shown.changes):
        view_layout.show(choice, trends.changes(setting, rows, roles, scale, f"change-{position}"))
    for position, rows in enumerate(shown.other_series):
        roles_of_series = charges.roles_in(rows, comparisons)
        view_layout.show(choice, trends.trend(setting, rows, roles_of_series, f"series-{position}"))
    if shown.more_changes:
        with view_layout.fold(choice, choice.words("Flere offentliggjorte ændringer i %")):
            for position, rows in enumerate(shown.more_changes):
                view_layout.show(choice, trends.changes(setting, rows, roles, scale, f"more-{position}"))


def municipalities(choice: Choice, shown: Material) -> None:
    """One municipality against the country, where municipalities have series."""
    words = choice.words
    if not shown.municipal:
        return
    names = shelf.facts(choice.version).names
    ids = {row.area_id for rows in shown.municipal for row in rows} - {charges.COUNTRY}
    streamlit.header(words("Kommunerne"), anchor=False)
    options = [charges.COUNTRY, *sorted(ids, key=names.__getitem__)]
    area = address.pick("kommune", words("Kommune"), options, names.__getitem__)
    for position, rows in enumerate(shown.municipal):
        beside = [row for row in rows if row.area_id in (area, charges.COUNTRY)]
        if beside:
            roles = {area: "area", charges.COUNTRY: "country"}
            view_layout.show(choice, trends.trend(choice.setting, beside, roles, f"municipal-{position}"))
