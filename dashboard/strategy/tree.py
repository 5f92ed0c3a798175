"""The strategy as a tree on the screen, in headings, texts and links that a keyboard and a screen reader can walk."""

from __future__ import annotations

import pandas
import streamlit

from dashboard import store
from dashboard.i18n.markdown import plain
from dashboard.strategy import cards
from dashboard.strategy.cards import Titles
from dashboard.ui import links, view_layout
from dashboard.ui.address import Choice
from data.strategy import Plan


def draw(choice: Choice, plan: Plan, paths: pandas.DataFrame) -> None:
    """The chain as nested parts: a heading for each goal and effort, and under it milestones and criteria. `paths` as
    `cards.chain`.
    """
    words, names = choice.words, cards.titles(plan, choice.words)
    lines = cards.goal_lines(plan, store.table(choice.version, "sources"), words)
    for goal_id, own in paths.groupby("goal_id", sort=False):
        with streamlit.container(border=True, key=f"tree-goal-{goal_id}"):
            title = own["goal"].iloc[0]
            heading = words("Mål: {title}", title=title) if goal_id else title
            streamlit.subheader(plain(heading), anchor=False)
            if goal_id in lines:
                streamlit.caption(plain(lines[goal_id]))
            for project_id, rows in own.groupby("project_id", sort=False):
                effort(choice, plan, rows, names, f"{goal_id}-{project_id}")


def effort(choice: Choice, plan: Plan, rows: pandas.DataFrame, names: Titles, key: str) -> None:
    """One effort under a goal: its name and status, a link to its sheet, its milestones and criteria."""
    words, first = choice.words, rows.iloc[0]
    if not (first["project_id"] or first["milestone_id"] or first["criterion_id"]):
        streamlit.markdown(words("Målet har hverken indsats eller succeskriterium i kilden."))
        return
    with streamlit.container(gap="xsmall", key=f"tree-effort-{key}"):
        if first["project_id"]:
            title = words("Indsats: {name} ({status})", name=first["project"], status=first["project_status"])
            with streamlit.container(horizontal=True, vertical_alignment="center", gap="small"):
                streamlit.markdown(f"#### {plain(title)}", width="content")
                if choice.has_controls:
                    links.item_link(
                        choice,
                        "projekter",
                        plain(words("Se {name}", name=first["project"])),
                        ":material/inventory_2:",
                        projekt=first["project_id"],
                    )
        else:
            streamlit.markdown(f"#### {plain(first['project'])}")
        if not (first["milestone_id"] or first["criterion_id"]):
            streamlit.markdown(words("Kilden nævner ingen milepæle eller succeskriterier."))
        for milestone_id, steps in rows.groupby("milestone_id", sort=False):
            if milestone_id:
                milestone(choice, steps.iloc[0])
            with streamlit.container(gap="xsmall", key=f"tree-criteria-{key}-{milestone_id}"):
                for row in steps[steps["criterion_id"] != ""].to_dict("records"):
                    others = cards.other_projects(plan, row["criterion_id"], row["project_id"], names)
                    criterion(choice, row, others)


def milestone(choice: Choice, row: pandas.Series) -> None:
    words = choice.words
    title = words("Milepæl: {title}", title=row["milestone"])
    status = view_layout.badge(row["milestone_status"], row["milestone_colour"])
    streamlit.markdown(f"{status} **{plain(title)}**  \n{plain(cards.milestone_line(row, words))}")


def criterion(choice: Choice, row: dict[str, str], others: str) -> None:
    """A criterion under an effort: its status, a link to it, and what the status rests on."""
    title = f"{view_layout.badge(row['criterion_status'], row['criterion_colour'])} {plain(row['criterion'])}"
    if choice.has_controls:
        links.item_link(choice, "succeskriterier", title, kriterium=row["criterion_id"])
    else:
        streamlit.markdown(title)
    streamlit.markdown(plain(cards.criterion_line(row, others, choice.words)))
