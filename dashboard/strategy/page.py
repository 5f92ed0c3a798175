"""The strategy's Streamlit side: a view of the chain and of each thing to act on, and the strategy as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pandas
import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.files.workbook import XLSX
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.strategy import chain as chains
from dashboard.strategy import deadlines, timeline, tree, workbook
from dashboard.strategy import gaps as gap_rows
from dashboard.strategy.deadlines import Deadline
from dashboard.strategy.filters import DATE_KEY, Chosen, parsed
from dashboard.strategy.names import titles
from dashboard.ui import downloads, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited
from dashboard.views.tables import Column
from dashboard.views.view import View
from data import strategy, strategy_gaps
from data.strategy import Path


@dataclass(frozen=True)
class Listing:
    """A list of things to act on. `table` holds the fields of both kinds of columns, `cited` what its sources say."""

    title: str
    key: str
    sentence: str
    table: pandas.DataFrame
    columns: Sequence[Column]
    file_columns: Sequence[Column]
    cited: Sequence[Cited]
    colours: Mapping[str, Sequence[str]]


def view(choice: Choice, chosen: Chosen | None) -> None:
    """The whole page; without any goal a sentence."""
    if chosen is None:
        streamlit.markdown(choice.words("Der er ingen overordnede mål i denne version af data."))
        return
    if choice.has_controls:
        overview(choice, chosen)
    chain(choice, chosen)
    for part in (due, slipped, milestones, gaps):
        view_layout.show(choice, part(choice.setting, chosen))
    if choice.has_controls:
        files(choice, chosen)


def overview(choice: Choice, chosen: Chosen) -> None:
    """One sentence about the whole, the number of things to act on, and which meeting is meant."""
    words, dated = choice.words, chosen.dated
    streamlit.markdown(f"**{plain(chains.summary(chosen.paths, words))}**")
    by_date = {
        words("Til behandling før mødet"): len(strategy.due(dated, chosen.meeting)),
        words("Forsinket"): len(strategy.slipped(dated, chosen.today)),
    }
    unknown = words(labels.MISSING["not_collected"])  # without any date nothing can be late: that is no 0
    counts = {heading: words.number(found) if dated else unknown for heading, found in by_date.items()}
    counts[words("Huller i strategien")] = words.number(len(chosen.of_goal(strategy_gaps.gaps(chosen.plan))))
    with streamlit.container(horizontal=True, key="strategy-counts"):
        for heading, text in counts.items():
            streamlit.metric(heading, text, border=True)
    text = words("Næste møde: {day}.", day=words.date(chosen.meeting))
    if parsed(choice.address.get(DATE_KEY)) is None:
        text += " " + words("Ingen dato er valgt, så siden regner med tre måneder fra i dag.")
    streamlit.markdown(plain(text))


def chain(choice: Choice, chosen: Chosen) -> None:
    """The chain from goal to criterion: a tree on the screen, the same as a table in documents and files."""
    found = chains.chain(chosen.paths, chosen.plan, chosen.today, choice.words)
    view_layout.show(
        choice, replace(chain_table(choice.setting, chosen), body=lambda: tree.draw(choice, chosen.plan, found))
    )


@kept
def chain_table(setting: Setting, chosen: Chosen) -> View:
    words = setting.words
    table = chains.chain_frame(chains.chain(chosen.paths, chosen.plan, chosen.today, words), words)
    return View(
        title=words("Fra overordnet mål til succeskriterium"),
        sentence=chains.chain_sentence(chosen.paths, chosen.plan, words),
        table=table,
        columns=chains.chain_columns(words),
        source=source_of_all(setting, chosen),
        key="strategy",
        chosen=chosen_text(setting, chosen),
        file=(table, chains.chain_file_columns(words)),
    )


def source_of_all(setting: Setting, chosen: Chosen) -> str:
    """The sources of everything that the chain consists of."""
    plan, columns = chosen.plan, zip(Path(), *chosen.paths, strict=True)
    goals, projects, milestones, criteria = map(set, columns)
    cited: list[Cited] = [
        *(goal for goal in plan.goals if goal.goal_id in goals),
        *(project for project in plan.projects if project.project_id in projects),
        *(step for step in plan.milestones if step.milestone_id in milestones),
        *(row.criterion for row in plan.criteria if row.criterion.criterion_id in criteria),
    ]
    return source_line(setting, cited)


def source_line(setting: Setting, rows: Iterable[Cited]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)


@kept
def due(setting: Setting, chosen: Chosen) -> View:
    words = setting.words
    found = strategy.due(chosen.dated, chosen.meeting)
    rows = deadlines.deadlines(found, chosen.plan, words)
    undated = len(chosen.of_goal(strategy.undated(chosen.plan)))
    sentence = deadlines.due_sentence(len(found), undated, chosen.meeting, words)
    return listing(
        setting,
        chosen,
        Listing(
            title=words("Til behandling før næste møde"),
            key="due",
            sentence=sentence if chosen.dated else words(deadlines.NO_DATES),
            table=deadlines.dated_frame(rows, words),
            columns=deadlines.dated_columns(words),
            file_columns=deadlines.dated_file_columns(words),
            cited=[row.item for row in found],
            colours=deadlines.colours(found, words),
        ),
    )


@kept
def slipped(setting: Setting, chosen: Chosen) -> View:
    words = setting.words
    found = strategy.slipped(chosen.dated, chosen.today)
    sentence = deadlines.slip_sentence([slip.reason for slip in found], words)
    return listing(
        setting,
        chosen,
        Listing(
            title=words("Det, der er forsinket"),
            key="slipped",
            sentence=sentence if chosen.dated else words(deadlines.NO_DATES),
            table=deadlines.slip_frame(found, chosen.plan, words),
            columns=deadlines.slip_columns(words),
            file_columns=deadlines.slip_file_columns(words),
            cited=[slip.dated.item for slip in found],
            colours=deadlines.colours((slip.dated for slip in found), words),
        ),
    )


@kept
def gaps(setting: Setting, chosen: Chosen) -> View:
    words = setting.words
    found = chosen.of_goal(strategy_gaps.gaps(chosen.plan))
    sentence = gap_rows.gap_sentence([gap.reason for gap in found], words)
    rule = words("Opgivne kriterier og indsatser tælles ikke med, heller ikke indsatser, der blev til noget andet.")
    return listing(
        setting,
        chosen,
        Listing(
            title=words("Huller i strategien"),
            key="gaps",
            sentence=f"{sentence} {rule}",
            table=gap_rows.gap_frame(found, chosen.plan, words),
            columns=gap_rows.gap_columns(words),
            file_columns=gap_rows.gap_file_columns(words),
            cited=[gap.item for gap in found],
            colours={},
        ),
    )


def listing(setting: Setting, chosen: Chosen, found: Listing) -> View:
    """A list of things to act on as a view; where there are none, its sentence says so and no table stands under it."""
    return View(
        title=found.title,
        sentence=found.sentence,
        table=found.table,
        columns=found.columns,
        source=source_line(setting, found.cited) if found.cited else source_of_all(setting, chosen),
        key=found.key,
        body=None if found.cited else nothing,
        chosen=chosen_text(setting, chosen),
        colours=found.colours,
        file=(found.table, found.file_columns),
    )


def nothing() -> None:
    """What is drawn of a list without rows."""


@kept
def milestones(setting: Setting, chosen: Chosen) -> View:
    """The milestones on a line of time."""
    words, found = setting.words, [row for row in chosen.dated if row.kind == "milestone"]
    rows = deadlines.deadlines(found, chosen.plan, words)
    table = deadlines.dated_frame(rows, words)
    return View(
        title=words("Milepæle"),
        table=table,
        columns=deadlines.dated_columns(words),
        key="milestones",
        file=(table, deadlines.dated_file_columns(words)),
        chosen=chosen_text(setting, chosen),
        colours=deadlines.colours(found, words),
        **drawn(setting, chosen, rows),
    )


def drawn(setting: Setting, chosen: Chosen, rows: Sequence[Deadline]) -> dict[str, Any]:
    """The milestones' picture with what is said of it; where there are none, that there are none."""
    words, sizes, dated = setting.words, setting.sizes, [row.dated for row in rows]
    if not rows:
        return {
            "body": nothing,
            "source": source_of_all(setting, chosen),
            "sentence": words("Kilden oplyser ingen milepæle."),
        }
    return {
        "figure": timeline.timeline(rows, today=chosen.today, meeting=chosen.meeting, words=words, sizes=sizes),
        "alt": timeline.timeline_alt(rows, words),
        "source": source_line(setting, [row.item for row in dated]),
        "sentence": f"{deadlines.milestone_sentence(dated, words)} {timeline.reading_note(words)}",
    }


def chosen_text(setting: Setting, chosen: Chosen) -> str:
    """The choices in words, for the files."""
    words = setting.words
    goal = titles(chosen.plan, words).goal.get(chosen.goal_id, words("Alle mål"))
    return words(
        "Strategi: {scheme}; overordnet mål: {goal}; i dag: {today}; næste møde: {meeting}",
        scheme=labels.codes(labels.SCHEMES, chosen.scheme, words),
        goal=goal,
        today=words.date(chosen.today),
        meeting=words.date(chosen.meeting),
    )


def files(choice: Choice, chosen: Chosen) -> None:
    """The strategy as a workbook, and the same workbook without rows, to fill in."""
    words, version = choice.words, choice.version
    title = labels.codes(labels.SCHEMES, chosen.scheme, words)
    fetched = {words("Hentet"): words.date(chosen.today)}
    tables = {name: store.table(version, name) for name in workbook.WORKSHEETS}

    def filled() -> bytes:
        facts = {words("Strategi"): title, **fetched, **downloads.meta(choice)}
        return workbook.filled(tables, chosen.scheme, words, title, chosen.today, facts, downloads.mark(choice))

    def blank() -> bytes:
        return workbook.blank(words, chosen.today, {**fetched, words("Dataversion"): version.name})

    with streamlit.container(key="strategy-files"):
        streamlit.header(words("Strategien som regneark"), anchor=False)
        streamlit.markdown(
            words(
                "Regnearket har et ark for mål, indsatser, milepæle og succeskriterier. Hvert ark har "
                "forklaringer og lister at vælge fra. Vejledningen står i det første ark."
            )
        )
        with streamlit.container(horizontal=True):
            for label, data, name in (
                (words("Hent strategien som Excel"), filled, f"strategi_{chosen.scheme}_{version.name}.xlsx"),
                (words("Hent tom skabelon"), blank, f"strategiskabelon_{version.name}.xlsx"),
            ):
                streamlit.download_button(
                    label, data, name, XLSX, key=f"xlsx-{name}", on_click="ignore", icon=":material/download:"
                )
