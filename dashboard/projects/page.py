"""The project bank's Streamlit side: search, filters, the list with its timeline, and the sheet of one project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit

from dashboard import store
from dashboard.areas import atlas, shelf
from dashboard.charts import periods
from dashboard.criteria import assessments
from dashboard.criteria import page as criteria_page
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.projects import bank as project_bank
from dashboard.projects import listing, sheet_texts, timeline_texts, ways
from dashboard.projects.bank import Bank, ProjectText
from dashboard.projects.listing import Wanted
from dashboard.projects.sheet_texts import ActionLine, MilestoneLine, Part
from dashboard.ui import address, links, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import framed
from dashboard.views.view import View
from data.contracts import Outcome

ALL = "alle"
ACROSS = 3  # cards beside each other
LONGEST_SEARCH, HOME = 100, ":material/home_work:"
SEARCH = 340  # of the field, in pixels


@kept
def read(setting: Setting) -> Bank:
    """What is known of projects; readers share it."""
    tables = {name: store.table(setting.version, name) for name in project_bank.TABLES}
    return Bank(tables, shelf.book(setting.version), setting.words, setting.today)


def view(choice: Choice, bank: Bank) -> None:
    """One project where the address names one, else all that are asked for."""
    project_id = address.read(
        "projekt",
        choice.words("Projekt"),
        [ALL, *bank.names],
        lambda name: bank.names.get(name, choice.words("alle projekter")),
    )
    if project_id == ALL:
        overview(choice, wanted(choice, bank))
    else:
        sheet(choice, bank, project_id)


def wanted(choice: Choice, bank: Bank) -> Wanted:
    """What the reader asks for, and the fields to ask for something else."""
    words, book = choice.words, bank.book
    with streamlit.container(horizontal=True, vertical_alignment="center", key="project-search"):
        text = search_field(choice)
        with page_top.choices(choice, words("Vælg projekter")) as told:
            goals = address.pick_many("maal", words("Overordnet mål"), list(bank.goals), lambda goal: bank.goals[goal])
            area_id = address.pick(
                "omraade",
                words("Område"),
                area_options(choice, bank),
                lambda area: book.area_label(area, words),
                atlas.COUNTRY,
            )
            statuses = address.pick_many(
                "projektstatus", words("Status"), bank.statuses, lambda status: words(labels.PROJECT_STATUSES[status])
            )
            asked = Wanted(text, tuple(goals), area_id, tuple(statuses))
            told(listing.chosen(bank, asked) or words("alle projekter"))
    return asked


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
            label_visibility="collapsed",
            width=SEARCH,
            on_change=lambda: address.choose(soeg=streamlit.session_state["soeg"] or None),
        )
    return text


def area_options(choice: Choice, bank: Bank) -> list[str]:
    """The areas with projects, and the one the reader comes with from another page even where it has none."""
    options, asked = bank.area_ids(), choice.address.get("omraade", atlas.COUNTRY)
    return options if asked in options or not project_bank.has_profile(asked, bank.book) else [*options, asked]


def overview(choice: Choice, asked: Wanted) -> None:
    setting, rows = choice.setting, found(choice.setting, asked)
    shown = project_list(setting, asked)
    if choice.has_controls:
        shown = replace(shown, body=lambda: cards(choice, rows))
    view_layout.show(choice, shown)
    if rows:
        view_layout.show(choice, timeline(setting, asked))


@kept
def found(setting: Setting, asked: Wanted) -> tuple[ProjectText, ...]:
    """The projects that are asked for, the best first."""
    return tuple(listing.found(read(setting), asked))


def years(rows: Sequence[ProjectText]) -> str:
    """The years of the reports that the projects are read in: 2005–2015."""
    found = sorted({row.as_of[-4:] for row in rows})
    return "–".join(dict.fromkeys((found[0], found[-1]))) if found else ""


@kept
def project_list(setting: Setting, asked: Wanted) -> View:
    words, bank, rows = setting.words, read(setting), found(setting, asked)
    return View(
        title=words("Projekterne"),
        place=bank.book.names[asked.area_id],
        years=years(rows),
        sentence=listing.sentence(bank, rows, asked),
        table=bank.table(rows),
        columns=listing.columns(words),
        source=bank.source_line(rows),
        key="projects",
        chosen=listing.chosen(bank, asked),
        file=(bank.table(rows), listing.file_columns(words)),
    )


def cards(choice: Choice, rows: Sequence[ProjectText]) -> None:
    """A card a project, with the way to its sheet; and the way back to all where some are left out."""
    for first in range(0, len(rows), ACROSS):
        for row, column in zip(rows[first : first + ACROSS], streamlit.columns(ACROSS), strict=False):
            with column.container(border=True, height="stretch"):
                card(choice, row)
    if any(choice.address.get(key) for key in ("soeg", "maal", "omraade", "projektstatus")):
        links.item_link(choice, "projekter", choice.words("Vis alle projekter"), ":material/close:", omraade=None)


def card(choice: Choice, row: ProjectText) -> None:
    words = choice.words
    links.page_link(choice, "projekter", f"**{plain(row.name)}**", projekt=row.project_id)
    became = words("Blev til {name}", name=row.became) if row.became else ""
    streamlit.markdown(f"**{plain('. '.join(filter(None, (row.status_text, became))))}**")
    streamlit.markdown(plain(row.aim or words("Målet er ikke oplyst i den tilgængelige tekst.")))
    streamlit.caption(plain(" · ".join(filter(None, (row.target_group, row.areas, row.period)))))
    if row.found_in:
        streamlit.caption(plain(words("Fundet i: {fields}", fields=row.found_in)))


@kept
def timeline(setting: Setting, asked: Wanted) -> View:
    words, bank, rows = setting.words, read(setting), found(setting, asked)
    drawn, title = timeline_texts.bars(bank, rows), words("Hvornår projekterne løber")
    return View(
        title=title,
        sentence=timeline_texts.sentence(drawn, len(rows), words),
        figure=periods.timeline(drawn, words=words, sizes=setting.sizes) if drawn else None,
        alt=timeline_texts.alt(title, drawn),
        table=timeline_texts.table(bank, drawn, rows),
        columns=timeline_texts.columns(words),
        source=f"{timeline_texts.undated(drawn, rows, words)} {bank.source_line(rows)}".strip(),
        key="timeline",
        place=bank.book.names[asked.area_id],
        years=years(rows),
        chosen=listing.chosen(bank, asked),
    )


def sheet(choice: Choice, bank: Bank, project_id: str) -> None:
    """Everything the bank knows of one project."""
    if choice.has_controls:
        ways.onwards(choice, project_id)
    form(choice, bank, project_id)
    facts(choice, bank, project_id)
    if choice.has_controls:
        ways.onward_links(choice, bank, project_id)
    criteria(choice, bank, project_id)
    if judged := assessments.view(choice.setting, [project_id], "assessments-project"):
        view_layout.show(choice, judged)
    outcomes(choice, project_id)
    milestones(choice, bank, project_id)
    actions(choice, bank, project_id)


def form(choice: Choice, bank: Bank, project_id: str) -> None:
    words, text = choice.words, bank.texts[project_id]
    view_layout.view(
        choice,
        title=text.name,
        sentence=sheet_texts.status_sentence(bank, project_id),
        table=framed(sheet_texts.form(bank, project_id), Part),
        columns=sheet_texts.part_columns(words),
        source=bank.source_line([text]),
        key="project",
        file=(bank.table([text]), listing.file_columns(words)),
    )


def facts(choice: Choice, bank: Bank, project_id: str) -> None:
    words, text = choice.words, bank.texts[project_id]
    view_layout.view(
        choice,
        title=words("Om projektet"),
        sentence=words("Opgjort {day}. Det, der ikke står i den tilgængelige tekst, er »ikke oplyst«.", day=text.as_of),
        table=framed(sheet_texts.facts(bank, project_id), Part),
        columns=sheet_texts.part_columns(words),
        source=bank.source_line([text]),
        key="project-facts",
    )


def criteria(choice: Choice, bank: Bank, project_id: str) -> None:
    """The success criteria the project owns or serves, with the way to each."""
    words, rows = choice.words, sheet_texts.criteria(bank, project_id)
    if not rows:
        return
    criteria_page.scorecard(choice, rows, title=words("Projektets succeskriterier"), key="criteria-project")
    if choice.has_controls:
        with streamlit.container(key="project-criterion-links"):
            for line in sheet_texts.criterion_lines(bank, project_id):
                links.item_link(
                    choice,
                    "succeskriterier",
                    plain(line.criterion),
                    ":material/task_alt:",
                    kriterium=line.criterion_id,
                )


def outcomes(choice: Choice, project_id: str) -> None:
    """The project's own table, as its source prints it."""
    if printed := [row for row in store.rows(choice.version, Outcome) if row.project_id == project_id]:
        criteria_page.outcomes(choice, printed, choice.words("Projektets egen opgørelse"))


def milestones(choice: Choice, bank: Bank, project_id: str) -> None:
    words, lines = choice.words, sheet_texts.milestone_lines(bank, project_id)
    if lines:
        view_layout.view(
            choice,
            title=words("Milepæle"),
            sentence=words("Trin på vejen, hvert med en frist."),
            table=framed(lines, MilestoneLine),
            columns=sheet_texts.milestone_columns(words),
            source=bank.source_line(lines),
            key="project-milestones",
        )


def actions(choice: Choice, bank: Bank, project_id: str) -> None:
    words, lines = choice.words, sheet_texts.action_lines(bank, project_id)
    if lines:
        view_layout.view(
            choice,
            title=words("Handlingskort"),
            sentence=words("Problemer fra områderne, som projektet skal løse."),
            table=framed(lines, ActionLine),
            columns=sheet_texts.action_columns(words),
            source=bank.source_line(lines),
            key="project-actions",
        )
