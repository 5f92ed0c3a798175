"""Sigtede og sigtelser: groups against their controls and the country, the effect, and every municipality."""

import pandas
import streamlit

from dashboard import selection, show, store
from data import charges, query

choice = selection.current()
words = choice.words
observations, indicators, areas, comparisons = (
    store.table(choice.version, name) for name in ("observations", "indicators", "areas", "comparisons")
)
names = areas.drop_duplicates("area_id").set_index("area_id")["name"]
country = {charges.COUNTRY: "country"}
roles = country.copy()

streamlit.title(words("Sigtede og sigtelser"), anchor=False)
for comparison in comparisons.sort_values("start", na_position="last").to_dict("records"):
    roles |= charges.roles(comparison)
    rows = charges.compared(observations, comparison)
    years = None if pandas.isna(comparison["start"]) else (int(comparison["start"]), int(comparison["end"]))
    show.trend(choice, rows, charges.roles(comparison), comparison["comparison_id"], years)
    show.effect(choice, comparison, rows)

own, others = charges.changes(observations, indicators, comparisons)
for position, rows in enumerate(own):
    show.changes(choice, rows, roles, f"change-{position}")

for position, rows in enumerate(charges.other_series(observations, indicators, areas, comparisons)):
    groups = rows.loc[rows["area_id"] != charges.COUNTRY, "area_id"]
    show.trend(choice, rows, dict.fromkeys(groups, "area") | country, f"series-{position}")

municipal = charges.municipal(observations, indicators, areas)
if municipal:
    streamlit.header(words("Kommunerne"), anchor=False)
    known = sorted({area for areas in municipal.values() for area in areas}, key=names.get)
    area = selection.pick("kommune", words("Kommune"), [charges.COUNTRY, *known], names.get)
for indicator in municipal:
    rows = query.series(observations, indicator, [area, charges.COUNTRY])
    show.trend(choice, rows, {area: "area"} | country, f"municipal-{indicator}")

if others:
    with streamlit.expander(words("Flere offentliggjorte ændringer i procent")):
        for position, rows in enumerate(others):
            show.changes(choice, rows, roles, f"more-{position}")
