"""The ways on from one project: back to all of them, onto paper, and to what it belongs to."""

from __future__ import annotations

import streamlit

from dashboard.i18n.markdown import plain
from dashboard.i18n.words import N_
from dashboard.projects import bank as project_bank
from dashboard.projects import sheet_route
from dashboard.projects.bank import Bank
from dashboard.ui import links
from dashboard.ui.address import Choice


def onwards(choice: Choice, project_id: str) -> None:
    """Back to all projects, and the sheet on paper."""
    words = choice.words
    with streamlit.container(horizontal=True, vertical_alignment="center", key="project-onwards"):
        links.page_link(choice, "projekter", words("Alle projekter"), ":material/arrow_back:", projekt=None)
        streamlit.link_button(
            words("Hent som A4 (PDF)"),
            sheet_route.SHEETS.url(choice.version, project_id, words.language),
            icon=":material/picture_as_pdf:",
        )


def onward_links(choice: Choice, bank: Bank, project_id: str) -> None:
    """The ways on: what it grew out of and became, its goal, its areas, what was learnt from it, its future."""
    words, project = choice.words, bank.projects[project_id]
    with streamlit.container(horizontal=True, key="project-links"):
        for text, ids in (
            (N_("Voksede ud af {name}"), bank.grew_out_of(project_id)),
            (N_("Blev til {name}"), bank.became(project_id)),
        ):
            for other in ids:
                links.page_link(
                    choice,
                    "projekter",
                    plain(words(text, name=bank.names[other])),
                    ":material/account_tree:",
                    projekt=other,
                )
        if project.goal_id:
            goal = plain(words("Mål: {goal}", goal=bank.goals[project.goal_id]))
            links.item_link(choice, "strategi", goal, ":material/flag:", maal=project.goal_id)
        icon = ":material/lightbulb:"
        links.item_link(choice, "erfaringer", words("Erfaringer fra projektet"), icon, projekt=project_id)
        links.item_link(choice, "erfaringer", words("Hvad andre har erfaret"), icon)
        links.item_link(choice, "forankring", words("Når pengene slutter"), ":material/anchor:", ordning=project.scheme)
        for area_id in project_bank.area_ids(project):
            if project_bank.has_profile(area_id, bank.book):
                name = plain(bank.book.names[area_id])
                links.item_link(choice, "omraade", name, ":material/home_work:", omraade=area_id)
