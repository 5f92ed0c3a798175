"""The strategy as a tree on the screen, in headings, texts and links that a keyboard and a screen reader can walk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

import streamlit

from dashboard import store
from dashboard.i18n.markdown import plain
from dashboard.strategy import chain
from dashboard.strategy.chain import Link, MilestoneTexts
from dashboard.strategy.names import Titles, titles
from dashboard.ui import links as page_links
from dashboard.ui import view_layout
from dashboard.ui.address import Choice
from data.contracts import Source
from data.strategy import Plan


def draw(choice: Choice, plan: Plan, links: Iterable[Link]) -> None:
    """The chain as nested parts: a heading for each goal and effort, and under it milestones and criteria."""
    words, names = choice.words, titles(plan, choice.words)
    lines = chain.goal_lines(plan, store.rows(choice.version, Source), words)
    for goal_id, under_goal in groupby(links, lambda link: link.path.goal_id):
        rows = list(under_goal)
        with streamlit.container(border=True, key=f"tree-goal-{goal_id}"):
            title = rows[0].goal
            heading = words("Mål: {title}", title=title) if goal_id else title
            streamlit.subheader(plain(heading), anchor=False)
            if goal_id in lines:
                streamlit.caption(plain(lines[goal_id]))
            for project_id, under_project in groupby(rows, lambda link: link.path.project_id):
                effort(choice, plan, list(under_project), names, f"{goal_id}-{project_id}")


def effort(choice: Choice, plan: Plan, links: Sequence[Link], names: Titles, key: str) -> None:
    """One effort under a goal: its name and status, a link to its sheet, its milestones and criteria."""
    words, first = choice.words, links[0]
    if not any(first.path[1:]):
        streamlit.markdown(words("Der er hverken registreret en indsats eller et succeskriterium."))
        return
    with streamlit.container(gap="xsmall", key=f"tree-effort-{key}"):
        effort_heading(choice, first)
        if not (first.path.milestone_id or first.path.criterion_id):
            streamlit.markdown(words("Der er ikke registreret milepæle eller succeskriterier."))
        for milestone_id, steps in groupby(links, lambda link: link.path.milestone_id):
            rows = list(steps)
            if milestone_id:
                milestone(choice, rows[0].milestone)
            with streamlit.container(gap="xsmall", key=f"tree-criteria-{key}-{milestone_id}"):
                for link in rows:
                    if link.path.criterion_id:
                        criterion(choice, link, chain.other_projects(plan, link.path, names))


def effort_heading(choice: Choice, link: Link) -> None:
    """The name and status of an effort with a link to its sheet; where there is none, the words for that."""
    words = choice.words
    if not link.path.project_id:
        streamlit.markdown(f"#### {plain(link.project)}")
        return
    title = words("Indsats: {name}, {status}", name=link.project, status=link.project_status)
    with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
        streamlit.markdown(f"#### {plain(title)}", width="content")
        if choice.has_controls:
            page_links.item_link(
                choice,
                "projekter",
                plain(words("Se {name}", name=link.project)),
                ":material/inventory_2:",
                projekt=link.path.project_id,
            )


def milestone(choice: Choice, texts: MilestoneTexts) -> None:
    words = choice.words
    title = words("Milepæl: {title}", title=texts.title)
    status = view_layout.badge(texts.status, texts.colour)
    streamlit.markdown(f"{status} **{plain(title)}**  \n{plain(chain.milestone_line(texts, words))}")


def criterion(choice: Choice, link: Link, others: str) -> None:
    """A criterion under an effort: its status, a link to it, and what the status rests on."""
    texts = link.criterion
    title = f"{view_layout.badge(texts.status, texts.colour)} {plain(texts.title)}"
    if choice.has_controls:
        page_links.item_link(choice, "succeskriterier", title, kriterium=link.path.criterion_id)
    else:
        streamlit.markdown(title)
    streamlit.markdown(plain(chain.criterion_line(texts, others, choice.words)))
