"""What moved, as rows of tables in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dashboard.i18n import labels, statuses
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import citation
from data import since
from data.contracts import Assessment, Correction, CriterionStatus, Evaluation, Indicator, Observation
from data.since import CriterionMove, Due, FigureMove, JudgementMove, NewFigures

SURE = {
    "counted": N_("talt eller besluttet, ikke et skøn"),
    "sure": N_("mere end tilfældighed: intervallerne har ingen værdi fælles"),
    "unsure": N_("kan være tilfældighed: intervallerne overlapper"),
    "unknown": N_("usikkerheden kan ikke regnes ud"),
}
DUE = {
    Due.OVERDUE: N_("✕ fristen er passeret"),
    Due.COMING: N_("○ kommer"),
    Due.UNDATED: N_("? uden dato"),
    Due.DONE: N_("✓ udført"),
}
TABLES = {
    "criteria": N_("succeskriterier"),
    "milestones": N_("milepæle"),
    "results": N_("resultater"),
    "projects": N_("projekter"),
    "observations": N_("tal"),
}
FIELDS = {  # the columns of those tables, the language left out; one that is not named here is called what the file has
    "baseline": N_("udgangspunkt"),
    "due": N_("frist"),
    "end": N_("slut"),
    "end_date": N_("slutdato"),
    "funding": N_("finansiering"),
    "name": N_("navn"),
    "note": N_("note"),
    "page": N_("side"),
    "source_id": N_("kilde"),
    "start": N_("start"),
    "start_date": N_("startdato"),
    "status": N_("status"),
    "target": N_("mål"),
    "target_group": N_("målgruppe"),
    "title": N_("titel"),
    "unit": N_("enhed"),
    "value": N_("tal"),
}


@dataclass(frozen=True)
class Told:
    """What names are taken from: of areas, sources (short), projects and criteria by id, and the indicators."""

    words: Words
    today: date
    names: Mapping[str, str]
    titles: Mapping[str, str]
    subjects: Mapping[str, str]
    indicators: Mapping[str, Indicator]


@dataclass(frozen=True)
class CriterionLine:
    criterion: str
    target_group: str
    move: str
    before: str
    now: str
    as_of: str
    source: str


@dataclass(frozen=True)
class FigureLine:
    indicator: str
    area: str
    before: str
    now: str
    verdict: str
    sure: str
    source: str
    area_id: str
    indicator_id: str


@dataclass(frozen=True)
class NewLine:
    indicator: str
    count: int
    years: str
    indicator_id: str


@dataclass(frozen=True)
class JudgementLine:
    subject: str
    before: str
    now: str
    judged_by: str
    source: str


@dataclass(frozen=True)
class CorrectionLine:
    day: str
    what: str
    was: str
    became: str
    reason: str
    note: str


@dataclass(frozen=True)
class EvaluationLine:
    title: str
    due: str
    state: str
    method: str
    baseline: str
    evaluated_by: str
    note: str
    source: str


def criterion_line(row: CriterionMove, told: Told) -> CriterionLine:
    words = told.words
    return CriterionLine(
        criterion=words.text(row.criterion.title),
        target_group=words.text(row.criterion.target_group),
        move=statuses.CRITERION_MOVES[row.move].told(words),
        before=reached(row, row.before, words) if row.before else words("intet kendt"),
        now=reached(row, row.now, words),
        as_of=labels.day(row.now.as_of, words),
        source=citation(told.titles.get(row.criterion.source_id, ""), row.criterion.page, words),
    )


def reached(row: CriterionMove, score: CriterionStatus, words: Words) -> str:
    """▲ På vej: 66 af 100."""
    status = labels.criterion_status(score.status, words)
    if score.reached is None:
        return status
    number = words.number(score.reached, 0 if score.reached == int(score.reached) else 1)
    if row.criterion.target is None:
        return f"{status}: {number}"
    target = words.number(row.criterion.target, 0 if row.criterion.target == int(row.criterion.target) else 1)
    return words("{status}: {reached} af {target}", status=status, reached=number, target=target)


def figure_line(row: FigureMove, told: Told) -> FigureLine:
    words, now = told.words, row.now
    indicator = told.indicators[now.indicator_id]
    return FigureLine(
        indicator=words.text(indicator.name),
        area=told.names[now.area_id],
        before=amount(row.before, indicator, words),
        now=amount(now, indicator, words),
        verdict=verdict(row, words),
        sure=words(SURE[sureness(row)]),
        source=citation(told.titles.get(now.source_id, now.source_id), now.page, words),
        area_id=now.area_id,
        indicator_id=now.indicator_id,
    )


def amount(row: Observation, indicator: Indicator, words: Words) -> str:
    """41,2 % (2022–2024)."""
    unit = words(UNITS[indicator.unit].after_numbers)
    value = words.unbroken(f"{words.number(row.value, indicator.decimals)} {unit}".strip())
    return f"{value} ({words.period(row.period_start, row.period_end)})"


def verdict(row: FigureMove, words: Words) -> str:
    if row.is_revised:
        return words("tallet for samme periode er ændret")
    if not row.is_flip:
        return ""
    before, now = (words(statuses.STANDINGS[each].word) for each in (row.verdict_before, row.verdict))
    return words("fra {before} til {now}", before=before, now=now)


def sureness(row: FigureMove) -> str:
    if None in (row.before.low, row.now.low):
        return "unknown"
    return "sure" if row.is_sure else "unsure"


def new_line(row: NewFigures, told: Told) -> NewLine:
    words = told.words
    return NewLine(
        words.text(told.indicators[row.indicator_id].name),
        row.count,
        words.period(row.first, row.last),
        row.indicator_id,
    )


def judgement_line(row: JudgementMove, told: Told) -> JudgementLine:
    words = told.words
    return JudgementLine(
        subject=told.subjects.get(row.now.subject_id, row.now.subject_id),
        before=judgement(row.before, words),
        now=judgement(row.now, words),
        judged_by=words.text(row.now.judged_by),
        source=citation(told.titles.get(row.now.source_id, ""), row.now.page, words),
    )


def judgement(row: Assessment, words: Words) -> str:
    return f"{statuses.JUDGEMENTS[row.verdict].told(words)} ({labels.day(row.as_of, words)})"


def correction_line(row: Correction, told: Told) -> CorrectionLine:
    words = told.words
    table = words(TABLES[row.table]) if row.table in TABLES else row.table
    subject = told.subjects.get(row.row_key.partition("|")[0], row.row_key.replace("|", ", "))
    shown = words("vises ikke") if not (row.was or row.became) else words("tom")
    return CorrectionLine(
        day=labels.day(row.corrected_on, words),
        what=words("{table}: {subject} ({column})", table=table, subject=subject, column=field(row.column, words)),
        was=row.was or shown,
        became=row.became or shown,
        reason=words.text(row.reason),
        note=words.text(row.note),
    )


def field(column: str, words: Words) -> str:
    """What a column of a source table is called: target_group_da is målgruppe."""
    name = column.removesuffix("_da").removesuffix("_en")
    return words(FIELDS[name]) if name in FIELDS else column


def evaluation_line(row: Evaluation, told: Told) -> EvaluationLine:
    words, state = told.words, since.due(row, told.today)
    then = labels.historical(row.due or row.baseline, words, told.today) if state is Due.OVERDUE else ""
    return EvaluationLine(
        title=words.text(row.title),
        due=labels.day(row.done_on or row.due, words) or words("ikke oplyst"),
        state=then or words(DUE[state]),
        method=words(labels.EVALUATION_METHODS[row.method]),
        baseline=labels.day(row.baseline, words) or words("ikke oplyst"),
        evaluated_by=words.text(row.evaluated_by) or words("ikke oplyst"),
        note=words.text(row.note),
        source=citation(told.titles.get(row.source_id, row.source_id), row.page, words),
    )
