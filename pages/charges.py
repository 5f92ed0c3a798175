"""Sigtede og sigtelser: groups against their controls and the country, the effect, single areas, municipalities."""

import streamlit

from dashboard import labels, selection, show, show_effect, store
from data import charges

choice = selection.current()
words = choice.words
observations, indicators, areas, comparisons = (
    store.table(choice.version, name) for name in ("observations", "indicators", "areas", "comparisons")
)
names = areas.drop_duplicates("area_id").set_index("area_id")["name"]
comparisons = comparisons.sort_values("start", na_position="last", kind="stable")

streamlit.title(words("Sigtede og sigtelser"), anchor=False)
if ages := charges.ages(comparisons):
    age = selection.pick("alder", words("Alder"), ages, lambda group: labels.age_group(group, words))
    comparisons, observations = (charges.at_age(rows, ages, age) for rows in (comparisons, observations))
for comparison in comparisons.to_dict("records"):
    show_effect.comparison(choice, comparison)
show_effect.funnels(choice, charges.single_area_charts(observations, areas, comparisons))

own, others = charges.changes(observations, indicators, comparisons)
roles = charges.all_roles(comparisons)
for position, rows in enumerate(own):
    show.changes(choice, rows, roles, f"change-{position}")
for position, rows in enumerate(charges.other_series(observations, indicators, areas, comparisons)):
    show.trend(choice, rows, charges.roles_in(rows, comparisons), f"series-{position}")

if municipal := charges.municipal(observations, indicators, areas):
    streamlit.header(words("Kommunerne"), anchor=False)
    known = {area for rows in municipal for area in rows["area_id"]} - {charges.COUNTRY}
    area = selection.pick("kommune", words("Kommune"), [charges.COUNTRY, *sorted(known, key=names.get)], names.get)
    for position, rows in enumerate(municipal):
        pair = rows[rows["area_id"].isin([area, charges.COUNTRY])]
        if len(pair):
            show.trend(choice, pair, {area: "area", charges.COUNTRY: "country"}, f"municipal-{position}")

if others:
    with streamlit.expander(words("Flere offentliggjorte ændringer i procent")):
        for position, rows in enumerate(others):
            show.changes(choice, rows, roles, f"more-{position}")
