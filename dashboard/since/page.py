"""Siden sidst on the screen: what matters most on top, then criteria, figures, verdicts, corrections, evaluations."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n import statuses
from dashboard.selection.sentence import in_words, study_note, with_study
from dashboard.since import columns, filters, gathering, lines, sentences
from dashboard.since.filters import Asked
from dashboard.since.lines import Told
from dashboard.ui import page_top, view_layout
from dashboard.ui.address import Choice
from dashboard.views import tables
from dashboard.views.kept import Setting, kept
from dashboard.views.sentences import Cited, source_line
from dashboard.views.tables import framed
from dashboard.views.view import View
from data.contracts import Criterion, Milestone, Project, Report, Result


def view(choice: Choice) -> None:
    asked = filters.filters(choice)
    setting = choice.setting
    page_top.answer(choice, answer(setting, asked))
    view_layout.show(choice, summary(setting, asked, choice.has_controls))
    if gathering.moves(setting, asked).lacking:
        return
    for part in (criteria, figures, new, judgements, corrections, evaluations):
        view_layout.show(choice, part(setting, asked))


def what(setting: Setting, asked: Asked) -> str:
    return filters.said_since(asked, store.rows(setting.version, Report), setting.words)


def told_of(setting: Setting, asked: Asked) -> Told:
    words, version, facts = setting.words, setting.version, shelf.facts(setting.version)
    subjects = {row.project_id: row.name for row in store.rows(version, Project)}
    subjects |= {row.milestone_id: words.text(row.title) for row in store.rows(version, Milestone)}
    subjects |= {row.criterion_id: words.text(row.title) for row in store.rows(version, Criterion)}
    names = with_study(facts.names, asked.study)
    return Told(words, setting.today, names, tables.short_names(facts.sources), subjects, facts.indicators)


@kept
def answer(setting: Setting, asked: Asked) -> str:
    return sentences.answer(gathering.moves(setting, asked), what(setting, asked), told_of(setting, asked))


def common(setting: Setting, asked: Asked, rows: Iterable[Cited]) -> dict[str, Any]:
    """Since when, for whom, and the sources."""
    words, cited = setting.words, list(rows)
    facts = shelf.facts(setting.version)
    return {
        "source": source_line(cited, facts.sources, words) if cited else words("Dataene i denne version."),
        "chosen": in_words(filters.shown(setting, asked, store.rows(setting.version, Report)), words),
        "place": filters.scheme_name(asked, words),
        "years": what(setting, asked),
    }


def nothing() -> None:
    """What is drawn of a table without rows: its sentence says why."""


@kept
def summary(setting: Setting, asked: Asked, is_answered: bool = False) -> View:
    """What moved, the surest and largest first: the item that a meeting begins with. `is_answered`: what it says first
    stands above it.
    """
    words, moves = setting.words, gathering.moves(setting, asked)
    found = sentences.items(moves, told_of(setting, asked))
    ranked = words("Det sikreste og største først: {n} på listen.", n=words.number(len(found)))
    method = words(
        "Rækkefølge: først det, der er talt eller besluttet, så tal, hvis 95 %-intervaller ikke har en værdi fælles, "
        "så resten; inden for hver det, der har flyttet sig mest i forhold til før. Højst fire af hver slags."
    )
    parts = common(setting, asked, cited(setting, asked))
    return View(
        title=words("Det vigtigste siden sidst"),
        sentence=ranked if is_answered else answer(setting, asked),
        table=framed(found, sentences.Item),
        columns=columns.of_items(words),
        key="since",
        body=None if found else nothing,
        **{**parts, "source": " ".join(filter(None, (method, remark(setting, asked), parts["source"])))},
    )


def remark(setting: Setting, asked: Asked) -> str:
    """What there is to say of the report that is asked for: that nobody has it, for one."""
    notes = (row.note for row in store.rows(setting.version, Report) if row.report_id == asked.report)
    return next((setting.words.text(note) for note in notes), "")


def cited(setting: Setting, asked: Asked) -> list[Cited]:
    """What the list rests on: the figures that moved and the criteria with their results."""
    moves = gathering.moves(setting, asked)
    return [
        *(row.now for row in moves.sure),
        *(row.criterion for row in moves.criteria),
        *(row.now for row in moves.judgements),
    ]


@kept
def criteria(setting: Setting, asked: Asked) -> View:
    words, moves = setting.words, gathering.moves(setting, asked)
    told, rows = told_of(setting, asked), moves.criteria
    ids = {row.criterion.criterion_id for row in rows}
    results = [row for row in store.rows(setting.version, Result) if row.criterion_id in ids]
    return View(
        title=words("Succeskriterierne siden sidst"),
        sentence=sentences.criteria_sentence(moves, told),
        table=framed((lines.criterion_line(row, told) for row in rows), lines.CriterionLine),
        columns=columns.of_criteria(words),
        colours={words("Bevægelse"): [statuses.CRITERION_MOVES[row.move].colour for row in rows]},
        key="since-criteria",
        body=None if rows else nothing,
        **common(setting, asked, [*(row.criterion for row in rows), *results]),
    )


@kept
def figures(setting: Setting, asked: Asked) -> View:
    """The figures that surely moved, or whose verdict did; the file has all that can be compared and differ."""
    words, moves, told = setting.words, gathering.moves(setting, asked), told_of(setting, asked)
    shown, parts = columns.of_figures(words), common(setting, asked, [row.now for row in moves.sure])
    every = framed((lines.figure_line(row, told) for row in moves.figures), lines.FigureLine)
    return View(
        title=words("Tal, der har flyttet sig"),
        sentence=sentences.figures_sentence(moves, told),
        table=framed((lines.figure_line(row, told) for row in moves.sure), lines.FigureLine),
        columns=shown,
        file=(every, shown),
        key="since-figures",
        body=None if moves.sure else nothing,
        **{**parts, "source": f"{study_note(asked.study, told.names, words)} {parts['source']}".strip()},
    )


@kept
def new(setting: Setting, asked: Asked) -> View:
    words, moves, told = setting.words, gathering.moves(setting, asked), told_of(setting, asked)
    return View(
        title=words("Nye tal"),
        sentence=sentences.new_sentence(moves, told),
        table=framed((lines.new_line(row, told) for row in moves.new), lines.NewLine),
        columns=columns.of_new(words),
        key="since-new",
        body=None if moves.new else nothing,
        **common(setting, asked, ()),
    )


@kept
def judgements(setting: Setting, asked: Asked) -> View:
    words, moves, told = setting.words, gathering.moves(setting, asked), told_of(setting, asked)
    return View(
        title=words("Vurderinger, der er vendt"),
        sentence=sentences.judgements_sentence(moves, told),
        table=framed((lines.judgement_line(row, told) for row in moves.judgements), lines.JudgementLine),
        columns=columns.of_judgements(words),
        key="since-judgements",
        body=None if moves.judgements else nothing,
        **common(setting, asked, [row.now for row in moves.judgements]),
    )


@kept
def corrections(setting: Setting, asked: Asked) -> View:
    words, moves, told = setting.words, gathering.moves(setting, asked), told_of(setting, asked)
    return View(
        title=words("Rettelser"),
        sentence=sentences.corrections_sentence(moves, told),
        table=framed((lines.correction_line(row, told) for row in moves.corrections), lines.CorrectionLine),
        columns=columns.of_corrections(words),
        key="since-corrections",
        body=None if moves.corrections else nothing,
        **common(setting, asked, ()),
    )


@kept
def evaluations(setting: Setting, asked: Asked) -> View:
    words, moves, told = setting.words, gathering.moves(setting, asked), told_of(setting, asked)
    return View(
        title=words("De næste evalueringer"),
        sentence=sentences.evaluations_sentence(moves, told),
        table=framed((lines.evaluation_line(row, told) for row in moves.evaluations), lines.EvaluationLine),
        columns=columns.of_evaluations(words),
        key="since-evaluations",
        body=None if moves.evaluations else nothing,
        **common(setting, asked, moves.evaluations),
    )
