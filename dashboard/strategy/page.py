"""The strategy's Streamlit side: the choice of scheme, goal and meeting, and a view of each thing to act on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import pandas
import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.charts import theme
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.strategy import cards, timeline, tree, workbook
from dashboard.ui import address, clock, downloads, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences
from dashboard.views.tables import Column
from data import strategy
from data.strategy import Plan

ALL = "alle"
DATE_KEY = "moededato"
MONTHS_TO_MEETING = 3  # where no date is chosen
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class Chosen:
    """What is chosen. `goal_id` is empty for all goals; `paths` and `dated` are those of the chosen goal alone."""

    scheme: str
    plan: Plan
    goal_id: str
    today: date
    meeting: date

    def of_goal(self, rows: pandas.DataFrame) -> pandas.DataFrame:
        return rows[rows["goal_id"] == self.goal_id] if self.goal_id else rows

    @cached_property
    def paths(self) -> pandas.DataFrame:
        return self.of_goal(strategy.tree(self.plan))

    @cached_property
    def dated(self) -> pandas.DataFrame:
        return self.of_goal(strategy.dates(self.plan))


def filters(choice: Choice) -> Chosen:
    """The scheme, the goal and the date of the next meeting, as they stand in the address."""
    words, tables = choice.words, {name: store.table(choice.version, name) for name in strategy.TABLES}
    with streamlit.container(horizontal=True, key="filters"):
        scheme = pick_scheme(choice, tables)
        plan = strategy.of_scheme(tables, scheme)
        goal_id = pick_goal(choice, scheme, cards.titles(plan, words).goal)
        meeting = pick_meeting(choice)
    return Chosen(scheme, plan, goal_id, clock.today(), meeting)


def pick_scheme(choice: Choice, tables: Mapping[str, pandas.DataFrame]) -> str:
    """The scheme in the address; a goal in the address decides it, so that a link to a goal needs nothing more."""
    words = choice.words
    options = strategy.schemes(tables["goals"], tables["criteria"])
    of_goals = tables["goals"].set_index("goal_id")["scheme"]

    def describe(scheme: str) -> str:
        return labels.codes(labels.SCHEMES, scheme, words)

    value = of_goals.get(choice.address.get("maal", "")) or address.read("plan", words("Strategi"), options, describe)
    address.control(
        "plan",
        words("Strategi"),
        options,
        value,
        describe,
        streamlit.selectbox,
        lambda plan: {"plan": plan, "maal": None},
    )
    return value


def pick_goal(choice: Choice, scheme: str, names: Mapping[str, str]) -> str:
    """The goal in the address, empty for all of them: then the address names none, for other pages read it too."""
    label, options = choice.words("Politisk mål"), [ALL, *names]

    def describe(goal_id: str) -> str:
        return names.get(goal_id, choice.words("Alle mål"))

    value = address.read("maal", label, options, describe)
    address.control(
        "maal",
        label,
        options,
        value,
        describe,
        streamlit.selectbox,
        lambda goal: {"plan": scheme, "maal": None if goal == ALL else goal},
    )
    return "" if value == ALL else value


def pick_meeting(choice: Choice) -> date:
    """The next meeting's date as it stands in the address; without one, three months from today."""
    words, default = (
        choice.words,
        (pandas.Timestamp(clock.today()) + pandas.DateOffset(months=MONTHS_TO_MEETING)).date(),
    )
    asked = choice.address.get(DATE_KEY)
    chosen = parsed(asked)
    if asked and chosen is None:
        choice.messages.warning(
            words(
                "»{value}« er ikke en dato som 2026-01-31. Her regnes med {shown}.",
                value=plain(asked),
                shown=words.date(default),
            )
        )
    if choice.has_controls:
        streamlit.session_state[DATE_KEY] = chosen or default
        streamlit.date_input(
            words("Næste møde"),
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            key=DATE_KEY,
            format="DD.MM.YYYY",
            on_change=lambda: address.choose(**{DATE_KEY: written(streamlit.session_state[DATE_KEY])}),
        )
    return chosen or default


def written(day: date | None) -> str | None:
    """A date as it stands in the address."""
    return day.isoformat() if day else None


def parsed(text: str | None) -> date | None:
    """A date of this century written as 2026-01-31; None for anything else."""
    try:
        day = date.fromisoformat(text or "")
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None


def view(choice: Choice, chosen: Chosen) -> None:
    """The whole page."""
    if choice.has_controls:
        overview(choice, chosen)
    chain(choice, chosen)
    due(choice, chosen)
    slipped(choice, chosen)
    milestones(choice, chosen)
    gaps(choice, chosen)
    if choice.has_controls:
        files(choice, chosen)


def overview(choice: Choice, chosen: Chosen) -> None:
    """One sentence about the whole, the number of things to act on, and which meeting is meant."""
    words, dated = choice.words, chosen.dated
    streamlit.markdown(f"**{plain(cards.summary(chosen.paths, words))}**")
    by_date = {
        words("Til behandling før mødet"): strategy.due(dated, chosen.meeting),
        words("Skredet"): strategy.slipped(dated, chosen.today),
    }
    unknown = words(labels.MISSING["not_collected"])  # without any date nothing can be late: that is no 0
    counts = {heading: words.number(len(rows)) if len(dated) else unknown for heading, rows in by_date.items()}
    counts[words("Huller i strategien")] = words.number(len(chosen.of_goal(strategy.gaps(chosen.plan))))
    with streamlit.container(horizontal=True, key="strategy-counts"):
        for heading, text in counts.items():
            streamlit.metric(heading, text, border=True)
    text = words("Næste møde: {day}.", day=words.date(chosen.meeting))
    if parsed(choice.address.get(DATE_KEY)) is None:
        text += " " + words("Ingen dato er valgt, så siden regner med tre måneder fra i dag.")
    streamlit.markdown(plain(text))


def chain(choice: Choice, chosen: Chosen) -> None:
    """The chain from goal to criterion: a tree on the screen, the same as a table in documents and files."""
    words, paths = choice.words, cards.chain(chosen.paths, chosen.plan, choice.words)
    view_layout.view(
        choice,
        title=words("Fra politisk mål til succeskriterium"),
        sentence=cards.chain_sentence(paths, chosen.plan, words),
        table=paths,
        columns=cards.chain_columns(words),
        source=source_of_all(choice, chosen),
        key="strategy",
        chosen=chosen_text(choice, chosen),
        body=lambda: tree.draw(choice, chosen.plan, paths),
        file=(paths, cards.chain_file_columns(words)),
    )


def source_of_all(choice: Choice, chosen: Chosen) -> str:
    """The sources of everything that the chain consists of."""
    plan, paths = chosen.plan, chosen.paths
    parts = (
        (plan.goals, "goal_id"),
        (plan.projects, "project_id"),
        (plan.milestones, "milestone_id"),
        (plan.criteria, "criterion_id"),
    )
    rows = pandas.concat([rows.loc[rows[field].isin(paths[field]), ["source_id", "page"]] for rows, field in parts])
    return sentences.source_line(rows, shelf.facts(choice.version).sources, choice.words)


def due(choice: Choice, chosen: Chosen) -> None:
    words = choice.words
    found = strategy.due(chosen.dated, chosen.meeting)
    undated = len(chosen.of_goal(strategy.undated(chosen.plan)))
    sentence = cards.due_sentence(found, undated, chosen.meeting, words)
    part(
        choice,
        chosen,
        words("Til behandling før næste møde"),
        "due",
        found,
        cards.dated_rows,
        cards.dated_columns(words),
        cards.dated_file_columns(words),
        sentence if len(chosen.dated) else words(cards.NO_DATES),
    )


def slipped(choice: Choice, chosen: Chosen) -> None:
    words = choice.words
    found = strategy.slipped(chosen.dated, chosen.today)
    sentence = cards.slip_sentence(found["reason"], words)
    part(
        choice,
        chosen,
        words("Det, der er skredet"),
        "slipped",
        found,
        cards.slip_rows,
        cards.slip_columns(words),
        cards.slip_file_columns(words),
        sentence if len(chosen.dated) else words(cards.NO_DATES),
    )


def gaps(choice: Choice, chosen: Chosen) -> None:
    words = choice.words
    found = chosen.of_goal(strategy.gaps(chosen.plan))
    rule = words("Opgivne kriterier og indsatser tælles ikke med, heller ikke indsatser, der blev til noget andet.")
    part(
        choice,
        chosen,
        words("Huller i strategien"),
        "gaps",
        found,
        cards.gap_rows,
        cards.gap_columns(words),
        cards.gap_file_columns(words),
        f"{cards.gap_sentence(found['reason'], words)} {rule}",
    )


def part(
    choice: Choice,
    chosen: Chosen,
    title: str,
    key: str,
    found: pandas.DataFrame,
    described: Callable[..., pandas.DataFrame],
    columns: Sequence[Column],
    file_columns: Sequence[Column],
    sentence: str,
) -> None:
    """A list of things to act on as a view; where there are none, its sentence says so and no table stands under it."""
    words, rows = choice.words, described(found, chosen.plan, choice.words)
    source = (
        sentences.source_line(rows, shelf.facts(choice.version).sources, words)
        if len(rows)
        else source_of_all(choice, chosen)
    )
    view_layout.view(
        choice,
        title=title,
        sentence=sentence,
        table=rows,
        columns=columns,
        source=source,
        key=key,
        body=None if len(rows) else nothing,
        chosen=chosen_text(choice, chosen),
        colours=cards.colours(rows, words),
        file=(rows, file_columns),
    )


def nothing() -> None:
    """What is drawn of a list without rows."""


def milestones(choice: Choice, chosen: Chosen) -> None:
    """The milestones on a line of time."""
    words, sizes = choice.words, theme.sizes(choice.projector)
    found = chosen.dated[chosen.dated["kind"] == "milestone"]
    rows = cards.dated_rows(found, chosen.plan, words)
    drawn = (
        {
            "figure": timeline.timeline(rows, today=chosen.today, meeting=chosen.meeting, words=words, sizes=sizes),
            "alt": timeline.timeline_alt(rows, words),
            "source": sentences.source_line(rows, shelf.facts(choice.version).sources, words),
            "sentence": f"{cards.milestone_sentence(rows, words)} {timeline.reading_note(words)}",
        }
        if len(rows)
        else {
            "body": nothing,
            "source": source_of_all(choice, chosen),
            "sentence": words("Kilden oplyser ingen milepæle."),
        }
    )
    view_layout.view(
        choice,
        title=words("Milepæle"),
        table=rows,
        columns=cards.dated_columns(words),
        key="milestones",
        file=(rows, cards.dated_file_columns(words)),
        chosen=chosen_text(choice, chosen),
        colours=cards.colours(rows, words),
        **drawn,
    )


def chosen_text(choice: Choice, chosen: Chosen) -> str:
    """The choices in words, for the files."""
    words = choice.words
    goal = cards.titles(chosen.plan, words).goal.get(chosen.goal_id, words("Alle mål"))
    return words(
        "Strategi: {scheme}; politisk mål: {goal}; i dag: {today}; næste møde: {meeting}",
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
    tables = {name: store.table(version, name) for name in workbook.SHEETS}

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
