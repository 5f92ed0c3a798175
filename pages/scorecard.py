"""Succeskriterier: which are met, which are not, which have no project, and what each status rests on."""

import streamlit

from dashboard import labels, method, selection, show, store
from data import scorecards

ALL = "alle"
choice = selection.current()
words = choice.words
criteria, statuses, results, projects, outcomes = (
    store.table(choice.version, name) for name in ("criteria", "criterion_statuses", "results", "projects", "outcomes")
)
groups = {labels.slug(row["target_group_da"]): row for row in criteria.to_dict("records")}
names = projects.set_index("project_id")["name"]
states = [state for state in labels.CRITERION_STATUSES if state in set(statuses["status"])]

streamlit.title(words("Succeskriterier"), anchor=False)
with streamlit.container(horizontal=True, key="filters"):
    group = selection.pick("maalgruppe", words("Målgruppe"), [ALL, *groups],
                           lambda slug: words("Alle") if slug == ALL else words.pick(groups[slug], "target_group"))
    project = selection.pick("projekt", words("Projekt"), [ALL, *names.index],
                             lambda name: names.get(name, words("Alle")))
    wanted = selection.pick_many("status", words("Status"), states,
                                 lambda state: labels.criterion_status(state, words)) or states

target_group = None if group == ALL else groups[group]["target_group_da"]
chosen = scorecards.select(criteria, statuses, results, target_group, wanted, None if project == ALL else project)
filters = words(
    "Målgruppe: {group}; projekt: {project}; status: {statuses}", group=target_group or words("Alle"),
    project=names.get(project, words("Alle")),
    statuses=", ".join(words(labels.CRITERION_STATUSES[state]) for state in wanted),
)
shared, own = chosen[chosen["project_id"] == ""], chosen[chosen["project_id"] != ""]

show.scorecard(choice, shared, title=words("Fælles succeskriterier"), key="shared", chosen=filters)
with streamlit.expander(words("Sådan fastsættes status")):
    streamlit.markdown(words(method.STATUS_RULE))
show.progress(choice, shared, title=words("Hvor langt er hvert kriterium?"), key="shared", chosen=filters)
show.scorecard(choice, own, title=words("Projekternes egne succeskriterier"), key="own", chosen=filters)

streamlit.header(words("Projekternes egne opgørelser"), anchor=False)
for name, rows in outcomes.groupby("project_id", sort=False):
    if project in (ALL, name):
        show.outcomes(choice, rows, names.get(name, name))
