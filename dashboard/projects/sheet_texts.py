"""What a project's sheet says, on the page and on paper: the ministry's form, the facts, its criteria and steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.criteria import amounts
from dashboard.criteria import cards as criterion_cards
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.projects.bank import FACTS, FORM, LINEAGE, Bank
from dashboard.views.tables import Column
from data import scorecards
from data.contracts import ActionCard, Criterion, CriterionStatus, Milestone, Result


@dataclass(frozen=True)
class Part:
    """A heading of the sheet, and what the source says of it."""

    part: str
    text: str


@dataclass(frozen=True)
class CriterionLine:
    """A success criterion of the project: its status is a word."""

    criterion_id: str
    criterion: str
    status: str
    reached: str


@dataclass(frozen=True)
class MilestoneLine:
    """A milestone of the project. `status` is a word, `status_text` the same with its icon."""

    title: str
    status: str
    status_text: str
    due_text: str
    evaluated_text: str
    note: str
    source_id: str
    page: str


@dataclass(frozen=True)
class ActionLine:
    """An action card of the project."""

    title: str
    status_text: str
    area: str
    problem: str
    action: str
    responsible: str
    due_text: str
    note: str
    source_id: str
    page: str


def form(bank: Bank, project_id: str) -> list[Part]:
    """The ministry's form, `NOT_TOLD` where there is nothing."""
    return _parts(bank, project_id, FORM)


def facts(bank: Bank, project_id: str) -> list[Part]:
    """What else is known of a project, with what it grew out of, what it became, and the source."""
    words, text = bank.words, bank.texts[project_id]
    return [
        *_parts(bank, project_id, FACTS),
        *(Part(words(LINEAGE[name]), said) for name, said in text.of(LINEAGE).items() if said),
        Part(words("Opgjort"), text.as_of),
        Part(words("Kilde"), text.source),
        Part(words("Sikkerhed"), text.certainty),
    ]


def _parts(bank: Bank, project_id: str, headings: Mapping[str, str]) -> list[Part]:
    told = bank.told(bank.texts[project_id]).of(headings)
    return [Part(bank.words(headings[name]), said) for name, said in told.items()]


def part_columns(words: Words) -> list[Column]:
    return [Column("part", words("Punkt")), Column("text", words("Oplysning"))]


def status_sentence(bank: Bank, project_id: str) -> str:
    """Projektet er ændret. Videreudviklet til Nye Muligheder."""
    text = bank.texts[project_id]
    return f"{bank.words('Status')}: {text.status_text}. {text.note}".strip()


def criteria(bank: Bank, project_id: str) -> tuple[Criterion, ...]:
    """The success criteria that a project owns or serves."""
    return scorecards.select(bank.rows(Criterion), (), bank.rows(Result), project=project_id)


def has_shared(bank: Bank, project_id: str) -> bool:
    """Whether the project serves a criterion that is not its own alone."""
    return any(not row.project_id for row in criteria(bank, project_id))


def criterion_lines(bank: Bank, project_id: str) -> list[CriterionLine]:
    words = bank.words
    return [
        CriterionLine(
            row.criterion.criterion_id,
            criterion_cards.numbered(row.criterion, words),
            words(labels.CRITERION_STATUSES[row.score.status]),
            amounts.reached(row.criterion, row.score.reached, words),
        )
        for row in scorecards.scored(criteria(bank, project_id), bank.rows(CriterionStatus))
    ]


def milestone_lines(bank: Bank, project_id: str) -> list[MilestoneLine]:
    """The project's milestones by day."""
    rows = [row for row in bank.rows(Milestone) if row.project_id == project_id]
    return [_milestone_line(row, bank.words) for row in sorted(rows, key=lambda row: row.due)]


def _milestone_line(row: Milestone, words: Words) -> MilestoneLine:
    return MilestoneLine(
        title=words.text(row.title),
        status=words(labels.MILESTONE_STATUSES[row.status]),
        status_text=labels.milestone_status(row.status, words),
        due_text=labels.day(row.due, words),
        evaluated_text=labels.day(row.evaluated, words) or words("ikke vurderet"),
        note=words.text(row.note),
        source_id=row.source_id,
        page=row.page,
    )


def milestone_columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Milepæl")),
        Column("status_text", words("Status")),
        Column("due_text", words("Frist")),
        Column("evaluated_text", words("Vurderet")),
        Column("note", words("Bemærkning"), optional=True),
    ]


def action_lines(bank: Bank, project_id: str) -> list[ActionLine]:
    """The action cards of a project, the latest first."""
    rows = [row for row in bank.rows(ActionCard) if row.project_id == project_id]
    return [_action_line(bank, row) for row in sorted(rows, key=lambda row: row.opened, reverse=True)]


def _action_line(bank: Bank, row: ActionCard) -> ActionLine:
    words = bank.words
    return ActionLine(
        title=words.text(row.title),
        status_text=words(labels.CARD_STATUSES[row.status]),
        area=bank.area_name(row.area_id),
        problem=words.text(row.problem),
        action=words.text(row.action),
        responsible=words.text(row.responsible),
        due_text=labels.day(row.due, words) or words("ingen frist"),
        note=words.text(row.note),
        source_id=row.source_id,
        page=row.page,
    )


def action_columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Handlingskort")),
        Column("status_text", words("Status")),
        Column("area", words("Område")),
        Column("problem", words("Problem")),
        Column("action", words("Handling")),
        Column("responsible", words("Ansvarlig")),
        Column("due_text", words("Frist")),
        Column("note", words("Bemærkning"), optional=True),
    ]
