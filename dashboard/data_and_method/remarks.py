"""What others have asked of the data: remarks on numbers with their answers, and questions that were accepted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column, framed
from dashboard.views.view import View
from data.contracts import AcceptedQuestion, AnnualParameter, Department, Observation, Remark


@dataclass(frozen=True)
class RemarkLine:
    """A remark as a row of a table."""

    number: str
    place: str
    period: str
    remark: str
    asked: str
    answer: str
    answered: str
    version: str


@dataclass(frozen=True)
class QuestionLine:
    """A question that was accepted, as a row of a table."""

    question: str
    reason: str
    by: str
    day: str


@kept
def remarks(setting: Setting) -> View:
    """Every remark on a number, those without an answer first."""
    words = setting.words
    rows = sorted(store.rows(setting.version, Remark), key=lambda row: (row.answered_on != "", row.asked_on))
    lines = [line(row, setting) for row in rows]
    waiting = sum(not row.answered_on for row in rows)
    return View(
        title=words("Bemærkninger til tal"),
        sentence=words(
            "{n} bemærkninger, {waiting} venter på svar. En bemærkning skrives i tabellen remarks af den, der "
            "vedligeholder data; siden gemmer intet.",
            n=len(rows),
            waiting=waiting,
        )
        if rows
        else words(
            "Ingen har bemærket noget om et tal. En bemærkning skrives i tabellen remarks af den, der vedligeholder "
            "data; siden gemmer intet."
        ),
        table=framed(lines, RemarkLine),
        columns=[
            Column("number", words("Tal")),
            Column("place", words("Sted")),
            Column("period", words("Periode")),
            Column("remark", words("Bemærkning")),
            Column("asked", words("Spurgt")),
            Column("answer", words("Svar")),
            Column("answered", words("Besvaret"), optional=True),
            Column("version", words("Version"), optional=True),
        ],
        source=words("Tabellen remarks i denne version af data."),
        key="remarks",
        folded=not rows,
    )


def line(row: Remark, setting: Setting) -> RemarkLine:
    """A remark with the names of what it is on, in words where it is on all."""
    words = setting.words
    period = words("alle år")
    if row.period_start is not None and row.period_end is not None:
        period = words.period(row.period_start, row.period_end)
    return RemarkLine(
        _number(row, setting),
        _place(row, setting),
        period,
        words.text(row.remark),
        _who_when(words.text(row.asked_by), row.asked_on, words),
        words.text(row.answer) or words("venter på svar"),
        _who_when(words.text(row.answered_by), row.answered_on, words),
        row.version,
    )


def _who_when(who: str, day: str, words: Words) -> str:
    return ", ".join(filter(None, (who, labels.day(day, words))))


def _number(row: Remark, setting: Setting) -> str:
    words, version = setting.words, setting.version
    names = {name: words.text(found.name) for name, found in shelf.facts(version).indicators.items()}
    names |= {found.parameter_id: words.text(found.name) for found in store.rows(version, AnnualParameter)}
    return names.get(row.indicator_id, row.indicator_id)


def _place(row: Remark, setting: Setting) -> str:
    if not row.area_id:
        return setting.words("alle steder")
    names = {found.department_id: found.name for found in store.rows(setting.version, Department)}
    return (names | dict(shelf.facts(setting.version).names)).get(row.area_id, row.area_id)


def on_number(number: Observation, rows: Iterable[Remark]) -> list[Remark]:
    """The remarks that are on a number: on its indicator, on its area or all, within its years or all."""
    return [row for row in rows if row.table == Observation.TABLE and _is_on(row, number)]


def _is_on(row: Remark, number: Observation) -> bool:
    start, end = row.period_start, row.period_end
    overlaps = start is None or end is None or (start <= number.period_end and number.period_start <= end)
    return row.indicator_id == number.indicator_id and row.area_id in ("", number.area_id) and overlaps


def told(number: Observation, setting: Setting) -> str:
    """The remarks on a number with their answers; empty without any."""
    words, found = setting.words, on_number(number, store.rows(setting.version, Remark))
    lines = [line(row, setting) for row in found]
    return " ".join(
        words("{remark} ({asked}) Svar: {answer} ({answered})", **vars(each))
        if each.answered
        else words("{remark} ({asked}) Venter på svar.", **vars(each))
        for each in lines
    )


@kept
def accepted(setting: Setting) -> View:
    """The questions that checking the data raised and somebody answered."""
    words, rows = setting.words, store.rows(setting.version, AcceptedQuestion)
    lines = [
        QuestionLine(
            words.text(row.asked),
            words.text(row.reason),
            words.text(row.accepted_by),
            labels.day(row.accepted_on, words),
        )
        for row in sorted(rows, key=lambda row: row.accepted_on, reverse=True)
    ]
    return View(
        title=words("Spørgsmål til data, som er besvaret"),
        sentence=words.plural(
            "{n} spørgsmål er taget til efterretning med en begrundelse.",
            "{n} spørgsmål er taget til efterretning, hvert med en begrundelse.",
            len(rows),
        )
        if rows
        else words("Ingen spørgsmål er taget til efterretning i denne version af data."),
        table=framed(lines, QuestionLine),
        columns=[
            Column("question", words("Spørgsmål")),
            Column("reason", words("Begrundelse")),
            Column("by", words("Hvem")),
            Column("day", words("Dato")),
        ],
        source=words("Tabellen accepted_questions i denne version af data."),
        key="accepted-questions",
        folded=True,
    )
