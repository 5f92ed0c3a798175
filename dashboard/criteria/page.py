"""The Streamlit side of success criteria: all of them as a matrix or as cards, one of them whole, and the projects' own
tables of outcomes.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.charts import theme
from dashboard.criteria import amounts, assessments, cards, panels, progress_bars, tables, timeline
from dashboard.criteria import outcomes as outcome_rows
from dashboard.criteria import progress as progress_rows
from dashboard.criteria import strip as strips
from dashboard.criteria.card_grid import card_grid, facts_of, onward_links
from dashboard.criteria.cards import CriterionCard
from dashboard.criteria.filters import ALL, CARDS, STRIP, Chosen, chosen
from dashboard.criteria.names import goal_titles, project_names
from dashboard.criteria.pace import pace_sentence
from dashboard.criteria.status_rule import STATUS_RULE
from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from dashboard.ui import address, clock, links, page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited
from dashboard.views.view import View
from data import scorecards
from data.contracts import Criterion, CriterionStatus, Milestone, Outcome, Project, Result, Source
from data.scorecards import Point, Scored


def page(choice: Choice) -> None:
    """All criteria, or the one that the address names."""
    words, criteria = choice.words, store.rows(choice.version, Criterion)
    titles = {row.criterion_id: cards.numbered(row, words) for row in criteria}
    with page_top.choices(choice, words("Vælg kriterier")) as told:
        asked = address.pick(
            "kriterium", words("Ét kriterium"), [ALL, *titles], lambda name: titles.get(name, words("Alle"))
        )
        shown = chosen(choice) if asked == ALL else None
        told(shown.short or words("alle kriterier") if shown else titles[asked])
    if shown:
        overview(choice, shown)
    else:
        (criterion,) = (row for row in criteria if row.criterion_id == asked)
        one(choice, criterion)


def overview(choice: Choice, shown: Chosen) -> None:
    words = choice.words
    shared, of_projects = ([row for row in shown.criteria if bool(row.project_id) is owned] for owned in (False, True))
    groups = (
        ("criteria", "progress", words("Fælles succeskriterier"), shared),
        ("criteria-own", "progress-own", words("Projekternes egne succeskriterier"), of_projects),
    )
    for key, _, title, rows in groups:
        if not rows and (of_projects or key != "criteria"):
            continue
        scorecard(choice, rows, title=title, key=key, chosen=shown.text, form=shown.form)
    notes(choice, shown.criteria)
    for _, bars, title, rows in groups:
        longer = words("{title}: hvor langt er de?", title=title)
        if found := progress(choice.setting, rows, longer, bars, shown.text):
            view_layout.show(choice, found)
    subjects = {row.criterion_id for row in shown.criteria} | {row.scheme for row in shown.criteria} | shown.projects
    if judged := assessments.view(choice.setting, sorted(subjects), "assessments", shown.text):
        view_layout.show(choice, judged)
    all_outcomes(choice, shown.projects)


def scored(setting: Setting, criteria: Sequence[Criterion]) -> tuple[Scored, ...]:
    """The criteria, each with how it stands."""
    return scorecards.scored(criteria, store.rows(setting.version, CriterionStatus))


def source_line(setting: Setting, rows: Sequence[Cited]) -> str:
    return sentences.source_line(rows, shelf.facts(setting.version).sources, setting.words)


def notes(choice: Choice, criteria: Sequence[Criterion]) -> None:
    """What to know before the criteria are read: whether the report is historical, what was lost of it, the rule."""
    if not choice.has_controls:
        return
    words, ids = choice.words, {row.criterion_id for row in criteria}
    figures = scorecards.latest_figures(row for row in store.rows(choice.version, Result) if row.criterion_id in ids)
    told = cards.historical(max(figures.values(), default=""), words, clock.today())
    if told:
        cited = {row.source_id for row in criteria}
        remarks = (words.text(row.note) for row in store.rows(choice.version, Source) if row.source_id in cited)
        streamlit.info(plain(" ".join([told, *filter(None, remarks)])), icon=":material/history:")
    with streamlit.expander(words("Sådan fastsættes status")):
        streamlit.markdown(words(STATUS_RULE))


def scorecard(
    choice: Choice, criteria: Sequence[Criterion], *, title: str, key: str, chosen: str = "", form: str = STRIP
) -> None:
    """The criteria as a strip, a row each that opens; as a table target group x criterion x project; or as cards with
    target, reached, share, status, and what the status rests on.
    """
    shown, told = matrix(choice.setting, criteria, title, key, chosen), criterion_cards(choice.setting, criteria)
    if form == STRIP and told:
        shown = replace(shown, body=partial(draw_strip, choice, told))
    elif form == CARDS and told:
        shown = replace(shown, body=lambda: card_grid(choice, told, key))
    view_layout.show(choice, shown)


def draw_strip(choice: Choice, told: Sequence[CriterionCard]) -> None:
    streamlit.html(strips.strip(told, choice.words, links.item_href))


@kept
def matrix(setting: Setting, criteria: Sequence[Criterion], title: str, key: str, chosen: str) -> View:
    """Target group x criterion x project."""
    words, standing, told = setting.words, scored(setting, criteria), criterion_cards(setting, criteria)
    day = max((row.score.as_of for row in standing), default="")
    parts = tables.part_rows(standing, store.rows(setting.version, Result), project_names(setting), words)
    return View(
        title=title,
        sentence=strips.answer(told, labels.day(day, words), scorecards.is_historical(day, setting.today), words),
        table=tables.criterion_frame(told, words),
        columns=tables.criterion_columns(words),
        source=words("Summer og andele er beregnet af os: projekternes tal er lagt sammen.")
        + " "
        + source_line(setting, criteria),
        key=key,
        chosen=chosen,
        colours={words("Status"): [theme.STATUS_COLOURS[card.verdict] for card in told]},
        file=(parts, tables.part_columns(words)),
        place=schemes(criteria, words),
        years=day[:4],
    )


def schemes(criteria: Sequence[Criterion], words: Words) -> str:
    """Whose criteria they are."""
    names = {labels.codes(labels.SCHEMES, row.scheme, words): None for row in criteria}
    return sentences.joined(list(names), words)


@kept
def criterion_cards(setting: Setting, criteria: Sequence[Criterion]) -> tuple[CriterionCard, ...]:
    results, rows = store.rows(setting.version, Result), scored(setting, criteria)
    names, goals = project_names(setting), goal_titles(setting)
    told = cards.criterion_cards(rows, results, names, goals, setting.words, setting.today)
    beside = assessments.Beside(setting)
    return tuple(map(beside.told, told))


@kept
def progress(setting: Setting, criteria: Sequence[Criterion], title: str, key: str, chosen: str = "") -> View | None:
    """How far every criterion is, project by project and kind by kind, with the cell each number was read from; None
    where nothing has a number.
    """
    words, results = setting.words, store.rows(setting.version, Result)
    rows = progress_rows.progress(scored(setting, criteria), results, project_names(setting), words)
    if all(row.value is None for row in rows):
        return None
    looks = progress_bars.kind_looks(results)
    doubled = words("Skraveret: kilden oplyser, at de samme personer også er talt et andet sted.")
    source = words("Summer og andele er beregnet af os.") + " " + source_line(setting, rows)
    return View(
        title=title,
        sentence=progress_rows.progress_sentence(rows, words),
        panels=panels.progress(title, rows, looks, words=words, sizes=setting.sizes),
        table=progress_rows.progress_frame(rows, words),
        columns=progress_rows.progress_columns(words),
        source=f"{doubled} {source}" if any(row.double_counted for row in rows) else source,
        key=key,
        chosen=chosen,
        place=schemes(criteria, words),
        years=max((row.score.as_of for row in scored(setting, criteria)), default="")[:4],
    )


def one(choice: Choice, criterion: Criterion) -> None:
    """Everything about one criterion."""
    words = choice.words
    (card,) = criterion_cards(choice.setting, [criterion])
    if choice.has_controls:
        links.page_link(
            choice, "succeskriterier", words("Alle succeskriterier"), ":material/arrow_back:", kriterium=None
        )
        notes(choice, [criterion])
        with streamlit.container(border=True, key="criterion-card"):
            streamlit.header(plain(card.criterion), anchor=False)
            facts_of(choice, card)
            with streamlit.container(horizontal=True):
                onward_links(choice, card)
    view_layout.show(choice, over_time(choice.setting, criterion))
    if found := progress(choice.setting, [criterion], words("Hvem har nået hvad?"), "progress"):
        view_layout.show(choice, found)
    subjects = sorted({criterion.criterion_id, criterion.project_id or criterion.scheme})
    if judged := assessments.view(choice.setting, subjects, "assessments"):
        view_layout.show(choice, judged)


@kept
def over_time(setting: Setting, criterion: Criterion) -> View:
    """One criterion's numbers, date by date, against target, expected way and milestones; the pace that is needed."""
    words, (row,), (card,) = setting.words, scored(setting, [criterion]), criterion_cards(setting, [criterion])
    results = [
        result for result in store.rows(setting.version, Result) if result.criterion_id == criterion.criterion_id
    ]
    steps = milestones_of(setting, criterion)
    points = scorecards.over_time(results)
    title = words("{criterion}: tallene over tid", criterion=card.criterion)
    table = tables.part_rows([row], results, project_names(setting), words)
    note = timeline.timeline_note(steps, len(points) > 1, words)
    summed = words("Punkterne er beregnet af os: projekternes tal er lagt sammen.") if card.derived else ""
    return View(
        title=title,
        sentence=pace_sentence(row, words, setting.today),
        **drawn(setting, criterion, points, steps, title),
        table=table.sort_values("as_of", kind="stable"),
        columns=tables.result_columns(words, amounts.places(result.value for result in results)),
        folded=False,
        file=(table, tables.part_columns(words)),
        source=" ".join(filter(None, [note, summed, source_line(setting, results or [criterion])])),
        key="criterion",
        place=schemes([criterion], words),
        years=row.score.as_of[:4],
    )


def drawn(
    setting: Setting, criterion: Criterion, points: Sequence[Point], steps: Sequence[Milestone], title: str
) -> dict[str, Any]:
    """The picture of a criterion over time; none where there is no number."""
    if not points:
        return {}
    return {
        "figure": timeline.timeline(criterion, points, steps, words=setting.words, sizes=setting.sizes),
        "alt": timeline.timeline_alt(title, criterion, points, setting.words),
    }


def milestones_of(setting: Setting, criterion: Criterion) -> list[Milestone]:
    """The milestones that lead to a criterion, by date."""
    steps = store.rows(setting.version, Milestone)
    return sorted((step for step in steps if step.criterion_id == criterion.criterion_id), key=lambda step: step.due)


def all_outcomes(choice: Choice, projects: Collection[str]) -> None:
    """The own tables of some projects."""
    words, names = choice.words, project_names(choice.setting)
    by_project: dict[str, list[Outcome]] = {}
    for row in store.rows(choice.version, Outcome):
        if row.project_id in projects:
            by_project.setdefault(row.project_id, []).append(row)
    for project_id, rows in by_project.items():
        title = words("{project}: projektets egen opgørelse", project=names.get(project_id, project_id))
        outcomes(choice, rows, title)


def outcomes(choice: Choice, rows: Sequence[Outcome], title: str) -> None:
    """A project's own table as the source prints it."""
    view_layout.show(choice, printed(choice.setting, rows, title))


@kept
def printed(setting: Setting, rows: Sequence[Outcome], title: str) -> View:
    words, rows = setting.words, sorted(rows, key=lambda row: row.order)
    counts = outcome_rows.outcome_counts(rows, words)
    remarks = " ".join(dict.fromkeys(filter(None, (words.text(row.note) for row in rows))))
    (scheme,) = {row.scheme for row in store.rows(setting.version, Project) if row.project_id == rows[0].project_id}
    return View(
        title=title,
        sentence=outcome_rows.outcome_sentence(rows, words),
        panels=panels.counts(title, counts, words=words, sizes=setting.sizes),
        place=labels.codes(labels.SCHEMES, scheme, words),
        years=max(row.as_of for row in rows)[:4],
        table=outcome_rows.outcome_rows(rows, words),
        columns=outcome_rows.outcome_columns(words),
        source=f"{remarks} {source_line(setting, rows)}".strip(),
        key=f"outcomes-{rows[0].project_id}",
    )
