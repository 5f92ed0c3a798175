"""The project bank's Streamlit side: search, filters, the list with its timeline, and the sheet of one project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pandas
import streamlit

from dashboard import store
from dashboard.areas import atlas, shelf
from dashboard.charts import theme
from dashboard.criteria import cards as criterion_cards
from dashboard.criteria import page as criteria_page
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_
from dashboard.projects import cards as project_cards
from dashboard.projects import sheet_route
from dashboard.projects import timeline as project_figures
from dashboard.projects.cards import Bank, Wanted
from dashboard.ui import address, links, view_layout
from dashboard.ui.address import Choice
from dashboard.views.tables import Column
from data.contracts import Outcome

ALL = "alle"
ACROSS = 3  # cards beside each other
LONGEST_SEARCH = 100


def bank(choice: Choice) -> Bank:
    known = {name: store.table(choice.version, name) for name in project_cards.TABLES}
    return Bank(known, shelf.book(choice.version), choice.words)


def view(choice: Choice, known: Bank) -> None:
    """One project where the address names one, else all that are asked for."""
    project_id = address.read(
        "projekt",
        choice.words("Projekt"),
        [ALL, *known.names.index],
        lambda name: known.names.get(name, choice.words("alle projekter")),
    )
    if project_id == ALL:
        overview(choice, known, wanted(choice, known))
    else:
        sheet(choice, known, project_id)


def wanted(choice: Choice, known: Bank) -> Wanted:
    """What the reader asks for, and the fields to ask for something else."""
    words, book = choice.words, known.book
    text = search_field(choice)
    with streamlit.container(horizontal=True, key="filters"):
        goals = address.pick_many("maal", words("Politisk mål"), list(known.goals), known.goals.get)
        area_id = address.pick(
            "omraade",
            words("Område"),
            area_options(choice, known),
            lambda area: book.area_label(area, words),
            atlas.COUNTRY,
        )
        statuses = address.pick_many(
            "status", words("Status"), known.statuses, lambda status: labels.project_status(status, words)
        )
    return Wanted(text, goals, area_id, statuses)


def search_field(choice: Choice) -> str:
    text = choice.address.get("soeg", "")[:LONGEST_SEARCH].strip()
    if choice.has_controls:
        streamlit.session_state["soeg"] = text
        streamlit.text_input(
            choice.words("Søg i projekterne"),
            key="soeg",
            max_chars=LONGEST_SEARCH,
            icon=":material/search:",
            placeholder=choice.words("Et eller flere ord, fx fritidsjob"),
            on_change=lambda: address.choose(soeg=streamlit.session_state["soeg"] or None),
        )
    return text


def area_options(choice: Choice, known: Bank) -> list[str]:
    """The areas with projects, and the one the reader comes with from another page even where it has none."""
    options, asked = known.area_ids(), choice.address.get("omraade", atlas.COUNTRY)
    return options if asked in options or not project_cards.has_profile(asked, known.book) else [*options, asked]


def overview(choice: Choice, known: Bank, asked: Wanted) -> None:
    words, rows = choice.words, known.found(asked)
    view_layout.view(
        choice,
        title=words("Projekterne"),
        sentence=known.list_sentence(rows, asked),
        body=(lambda: cards(choice, rows)) if choice.has_controls else None,
        table=known.told(rows),
        columns=known.list_columns(),
        source=known.source_line(rows),
        key="projects",
        chosen=known.chosen(asked),
        file=(known.told(rows), known.file_columns()),
    )
    if len(rows):
        timeline(choice, known, rows, known.chosen(asked))


def cards(choice: Choice, rows: pandas.DataFrame) -> None:
    """A card a project, with the way to its sheet; and the way back to all where some are left out."""
    for first in range(0, len(rows), ACROSS):
        for row, column in zip(rows.iloc[first : first + ACROSS].itertuples(), streamlit.columns(ACROSS), strict=False):
            with column.container(border=True, height="stretch"):
                card(choice, row)
    if any(choice.address.get(key) for key in ("soeg", "maal", "omraade", "status")):
        links.item_link(choice, "projekter", choice.words("Vis alle projekter"), ":material/close:", omraade=None)


def card(choice: Choice, row: tuple) -> None:
    """`row`: a project of `Bank.found`."""
    words = choice.words
    links.page_link(choice, "projekter", f"**{plain(row.name)}**", projekt=row.Index)
    became = words("Blev til {name}", name=row.became) if row.became else ""
    streamlit.markdown(f"**{plain('. '.join(filter(None, (row.status_text, became))))}**")
    streamlit.markdown(plain(row.aim or words("Målet er ikke oplyst i kilden.")))
    streamlit.caption(plain(" · ".join(filter(None, (row.target_group, row.areas, row.period)))))
    if row.found_in:
        streamlit.caption(plain(words("Fundet i: {fields}", fields=row.found_in)))


def timeline(choice: Choice, known: Bank, rows: pandas.DataFrame, chosen: str) -> None:
    words, drawn = choice.words, known.timeline(rows.index)
    title = words("Hvornår projekterne løber")
    figure = project_figures.timeline(drawn, words=words, sizes=theme.sizes(choice.projector)) if len(drawn) else None
    view_layout.view(
        choice,
        title=title,
        sentence=known.timeline_sentence(drawn, len(rows)),
        figure=figure,
        alt=project_figures.timeline_alt(title, drawn),
        table=known.timeline_rows(drawn, rows),
        columns=known.timeline_columns(),
        source=f"{known.undated(drawn, rows)} {known.source_line(rows)}".strip(),
        key="timeline",
        chosen=chosen,
    )


def sheet(choice: Choice, known: Bank, project_id: str) -> None:
    """Everything the bank knows of one project."""
    words, own = choice.words, known.texts.loc[[project_id]]
    if choice.has_controls:
        onwards(choice, project_id)
    view_layout.view(
        choice,
        title=own["name"].iloc[0],
        sentence=known.status_sentence(project_id),
        table=known.form(project_id),
        columns=known.part_columns(),
        source=known.source_line(own),
        key="project",
        file=(known.told(own.assign(found_in="")), known.file_columns()),
    )
    view_layout.view(
        choice,
        title=words("Om projektet"),
        sentence=words("Opgjort {day}. Det, kilden ikke siger, står som »ikke oplyst«.", day=own["as_of"].iloc[0]),
        table=known.facts(project_id),
        columns=known.part_columns(),
        source=known.source_line(own),
        key="project-facts",
    )
    if choice.has_controls:
        onward_links(choice, known, project_id)
    criteria(choice, known, project_id)
    if printed := [row for row in store.rows(choice.version, Outcome) if row.project_id == project_id]:
        criteria_page.outcomes(choice, printed, words("Projektets egen opgørelse"))
    listed(
        choice,
        known,
        known.milestones(project_id),
        known.milestone_columns(),
        words("Milepæle"),
        words("Trin på vejen, hvert med en frist."),
        "project-milestones",
    )
    listed(
        choice,
        known,
        known.actions(project_id),
        known.action_columns(),
        words("Handlingskort"),
        words("Problemer fra områderne, som projektet skal løse."),
        "project-actions",
    )


def onwards(choice: Choice, project_id: str) -> None:
    """Back to all projects, and the sheet on paper."""
    words = choice.words
    with streamlit.container(horizontal=True, vertical_alignment="center", key="project-onwards"):
        links.page_link(choice, "projekter", words("Alle projekter"), ":material/arrow_back:", projekt=None)
        streamlit.link_button(
            words("Hent som A4 (PDF)"),
            sheet_route.url(choice.version, project_id, words.language),
            icon=":material/picture_as_pdf:",
        )


def onward_links(choice: Choice, known: Bank, project_id: str) -> None:
    """The ways on: what it grew out of and became, its goal, its areas."""
    words = choice.words
    own = known.projects.set_index("project_id").loc[project_id]
    with streamlit.container(horizontal=True, key="project-links"):
        for text, ids in (
            (N_("Voksede ud af {name}"), known.grew_out_of(project_id)),
            (N_("Blev til {name}"), known.became(project_id)),
        ):
            for other in ids:
                links.page_link(
                    choice,
                    "projekter",
                    plain(words(text, name=known.names[other])),
                    ":material/account_tree:",
                    projekt=other,
                )
        if own["goal_id"]:
            goal = plain(words("Mål: {goal}", goal=known.goals[own["goal_id"]]))
            links.item_link(choice, "strategi", goal, ":material/flag:", maal=own["goal_id"])
        for area_id in linked_areas(own["areas"].split("|"), known):
            links.item_link(
                choice, "omraade", plain(known.book.names[area_id]), ":material/home_work:", omraade=area_id
            )


def linked_areas(area_ids: Iterable[str], known: Bank) -> list[str]:
    return [area_id for area_id in area_ids if project_cards.has_profile(area_id, known.book)]


def criteria(choice: Choice, known: Bank, project_id: str) -> None:
    """The success criteria the project owns or serves, with the way to each."""
    words, rows = choice.words, known.criteria(project_id)
    if not rows:
        return
    criteria_page.scorecard(choice, rows, title=words("Projektets succeskriterier"), key="criteria-project")
    if choice.has_controls:
        with streamlit.container(key="project-criterion-links"):
            for row in rows:
                links.item_link(
                    choice,
                    "succeskriterier",
                    plain(criterion_cards.numbered(row, words)),
                    ":material/task_alt:",
                    kriterium=row.criterion_id,
                )


def listed(
    choice: Choice, known: Bank, rows: pandas.DataFrame, columns: Sequence[Column], title: str, sentence: str, key: str
) -> None:
    """A table as a view of its own; nothing where there are no rows."""
    if len(rows):
        view_layout.view(
            choice, title=title, sentence=sentence, table=rows, columns=columns, source=known.source_line(rows), key=key
        )
