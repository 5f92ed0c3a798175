"""What moved since a day: success criteria, figures, verdicts, and what sources judge.

Two states are held against each other, `then` and now. A figure of then is told only where the data still show it, so
that an older version never gives away what is hidden today. Figures are compared on the same ground alone: the same
edition, periods of the same length without a year in common, and no change of definition between them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

import pandas

from data import need, query, scorecards, unions
from data.contracts import (
    CRITERION_STATUSES,
    Assessment,
    Break,
    Correction,
    Criterion,
    CriterionStatus,
    Evaluation,
    Indicator,
    Observation,
    Result,
    Status,
)
from data.need import Reference, Standing

SERIES = ["area_id", "indicator_id"]
PLACE = [*SERIES, "age_group", "breakdown", "edition", "period_start", "period_end"]
JUDGED = (Standing.WORSE, Standing.SIMILAR, Standing.BETTER)


class Move(StrEnum):
    """What has become of a success criterion."""

    CLOSED = "closed"
    DOWN = "down"
    UP = "up"
    NEW = "new"
    UNCHANGED = "unchanged"


@dataclass(frozen=True)
class CriterionMove:
    """A criterion and how it stands now and stood then; `before` is None where nothing was known of it."""

    criterion: Criterion
    before: CriterionStatus | None
    now: CriterionStatus
    move: Move

    @property
    def size(self) -> float:
        """How far it moved, in parts of the way to its target."""
        before = self.before.share if self.before else 0.0
        return abs((self.now.share or 0.0) - (before or 0.0))


@dataclass(frozen=True)
class FigureMove:
    """The newest number of a series then and now; `is_revised` where it is of the same period and was put right."""

    before: Observation
    now: Observation
    verdict_before: Standing | Status
    verdict: Standing | Status

    @property
    def is_revised(self) -> bool:
        return query.span_of(self.before) == query.span_of(self.now)

    @property
    def is_sure(self) -> bool:
        """Whether the two 95 % intervals have no value in common: more than chance, and more cautious than a test."""
        limits = (self.before.low, self.before.high, self.now.low, self.now.high)
        if None in limits:
            return False
        return bool(self.before.high < self.now.low or self.now.high < self.before.low)  # type: ignore[operator]

    @property
    def is_flip(self) -> bool:
        """Whether the verdict is another one, of two that both are verdicts."""
        return self.verdict != self.verdict_before and {self.verdict, self.verdict_before} <= set(JUDGED)

    @property
    def size(self) -> float:
        """How far it moved, in parts of the number then."""
        before, now = self.before.value or 0.0, self.now.value or 0.0
        return abs(now - before) / abs(before) if before else float(now != before)


@dataclass(frozen=True)
class JudgementMove:
    """What a source judged of one thing then and judges now."""

    before: Assessment
    now: Assessment


@dataclass(frozen=True)
class NewFigures:
    """How many numbers of an indicator are new, and the years they tell of."""

    indicator_id: str
    count: int
    first: int
    last: int


# Success criteria


def criterion_moves(criteria: Iterable[Criterion], results: Iterable[Result], since: date) -> list[CriterionMove]:
    """Every criterion by what is known of it today and what was known on a day; those that moved most first."""
    found = scorecards.by_criterion(results)
    moves = [_move(criterion, found.get(criterion.criterion_id, ()), since) for criterion in criteria]
    return in_order(moves)


def in_order(moves: Iterable[CriterionMove]) -> list[CriterionMove]:
    order = list(Move)
    return sorted(moves, key=lambda each: (order.index(each.move), -each.size))


def _move(criterion: Criterion, results: Sequence[Result], since: date) -> CriterionMove:
    now = scorecards.score(criterion, scorecards.reached(results))
    by_then = [row for row in results if _by(row.as_of, since)]
    stated_then = bool(criterion.stated_status) and _by(criterion.stated_on or criterion.start_date, since)
    begun = not criterion.start_date or _by(criterion.start_date, since)
    if not by_then and not (stated_then and begun):
        is_new = bool(results) or bool(criterion.stated_status) or not begun
        return CriterionMove(criterion, None, now, Move.NEW if is_new else Move.UNCHANGED)
    then = criterion if stated_then else replace(criterion, stated_status="")
    before = scorecards.score(then, scorecards.reached(by_then))
    return CriterionMove(criterion, before, now, moved(before, now))


def moved(before: CriterionStatus, now: CriterionStatus) -> Move:
    if now.status in scorecards.CLOSED and before.status not in scorecards.CLOSED:
        return Move.CLOSED
    for first, last in ((before.share, now.share), (before.reached, now.reached)):
        if first is not None and last is not None:
            return Move.UP if last > first else Move.DOWN if last < first else Move.UNCHANGED
    if before.status == now.status:
        return Move.UNCHANGED
    is_better = CRITERION_STATUSES.index(now.status) < CRITERION_STATUSES.index(before.status)
    return Move.UP if is_better else Move.DOWN


def _by(day: str, since: date) -> bool:
    """Whether something of a day, a month or a year was known on a day; what has no date always was."""
    return not day or scorecards.last_day(day) <= pandas.Timestamp(since)


# Figures


def as_shown(drawn: pandas.DataFrame) -> pandas.DataFrame:
    """The rows of `drawn` in the age group and breakdown that the map shows each indicator in, one a number.

    `drawn`: the rows of the table `Observation` that a map can draw.
    """
    parts = []
    for indicator_id, part in drawn.groupby("indicator_id", sort=False):
        age_group, breakdown = query.main_selection(drawn, str(indicator_id))
        parts.append(part[(part["age_group"] == age_group) & (part["breakdown"] == breakdown)])
    return query.preferred(pandas.concat(parts)) if parts else drawn


def known_by(rows: pandas.DataFrame, since: date) -> pandas.DataFrame:
    """The rows whose period was over on a day: `Observation`."""
    ends = since.year if (since.month, since.day) == (12, 31) else since.year - 1
    return rows[rows["period_end"] <= ends]


def still_shown(then: pandas.DataFrame, now: pandas.DataFrame, held: Collection[str] = ()) -> pandas.DataFrame:
    """The numbers of then whose place shows a number today too; of all others nothing is told.

    `held`: the sources under disclosure control. Of these a number that was put right is left out too: with the one of
    today it could tell what neither tells alone.
    """
    shown = now.loc[now["status"] == Status.SHOWN, [*PLACE, "value"]].drop_duplicates(PLACE)
    rows = then[then["status"] == Status.SHOWN].merge(shown, on=PLACE, suffixes=("", "_now"))
    is_revised = rows["value"].ne(rows["value_now"])
    return rows[~(rows["source_id"].isin(list(held)) & is_revised)].drop(columns="value_now")


def together(
    rows: pandas.DataFrame, members: Sequence[str], union_id: str, indicators: Mapping[str, Indicator]
) -> pandas.DataFrame:
    """The numbers of some areas counted together (`data.unions`), of `rows` of `Observation` `as_shown`."""
    of_members = Observation.of(rows[rows["area_id"].isin(list(members))])
    found = unions.pooled(of_members, members, union_id, indicators) if of_members else []
    return Observation.frame(found) if found else rows.iloc[:0]


def new_figures(then: pandas.DataFrame, now: pandas.DataFrame) -> list[NewFigures]:
    """Of each indicator the shown numbers that were not there then, most first. Both: rows of `Observation`."""
    shown = now[now["status"] == Status.SHOWN]
    marked = shown.merge(then[PLACE].drop_duplicates(), on=PLACE, how="left", indicator=True)
    fresh = marked[marked["_merge"] == "left_only"]
    found = [
        NewFigures(str(indicator_id), len(part), int(part["period_start"].min()), int(part["period_end"].max()))
        for indicator_id, part in fresh.groupby("indicator_id")
    ]
    return sorted(found, key=lambda each: -each.count)


def figure_moves(
    then: pandas.DataFrame, now: pandas.DataFrame, indicators: Mapping[str, Indicator], breaks: Iterable[Break]
) -> list[FigureMove]:
    """The newest number of each series then and now, where they can be compared and differ: the surest and largest
    first. Both frames: rows of `Observation`, of which `then` are `still_shown`.
    """
    turned: dict[str, list[int]] = {}
    for each in breaks:
        turned.setdefault(each.applies_to, []).append(each.year)
    before = {(row.area_id, row.indicator_id): row for row in _newest(then)}
    found = [
        _figure(before[place], row, indicators[row.indicator_id])
        for row in _newest(now)
        if (place := (row.area_id, row.indicator_id)) in before
        and is_comparable(before[place], row, turned.get(row.indicator_id, ()))
    ]
    return sorted(found, key=lambda each: (not each.is_sure, not each.is_flip, -each.size))


def _newest(rows: pandas.DataFrame) -> tuple[Observation, ...]:
    shown = rows[rows["status"] == Status.SHOWN].sort_values(["period_end", "period_start"], kind="stable")
    return Observation.of(shown.drop_duplicates(SERIES, keep="last"))


def is_comparable(before: Observation, now: Observation, breaks: Iterable[int]) -> bool:
    """Whether two numbers of a series stand on the same ground, and are not one number."""
    if before.edition != now.edition or before.value is None or now.value is None:
        return False
    if query.span_of(before) == query.span_of(now):
        return before.value != now.value
    same_length = before.period_end - before.period_start == now.period_end - now.period_start
    is_unbroken = not any(before.period_end < year <= now.period_end for year in breaks)
    return before.period_end < now.period_start and same_length and is_unbroken and before.value != now.value


def _figure(before: Observation, now: Observation, indicator: Indicator) -> FigureMove:
    """Judged against the municipality where both are compared with one, else against the country."""
    is_municipal = {before.municipality_comparison, now.municipality_comparison} <= set(need.COMPARED)
    reference = Reference.MUNICIPALITY if is_municipal else Reference.COUNTRY
    first, last = (need.number(row, indicator, reference).verdict for row in (before, now))
    return FigureMove(before, now, first, last)


# Judgements, corrections and evaluations


def judgement_moves(rows: Iterable[Assessment], since: date) -> list[JudgementMove]:
    """What sources judge otherwise now than they did then, of one thing and in one way."""
    latest: dict[tuple[str, str, str], dict[bool, Assessment]] = {}
    for row in sorted(rows, key=lambda each: scorecards.last_day(each.as_of)):
        latest.setdefault((row.subject, row.subject_id, row.kind), {})[_by(row.as_of, since)] = row
    pairs = [(of[True], of[False]) for of in latest.values() if len(of) > 1]
    return [JudgementMove(before, now) for before, now in pairs if before.verdict != now.verdict]


def corrections_since(rows: Iterable[Correction], since: date) -> list[Correction]:
    """The newest first."""
    found = [row for row in rows if date.fromisoformat(row.corrected_on) > since]
    return sorted(found, key=lambda row: row.corrected_on, reverse=True)


class Due(StrEnum):
    """When an evaluation is to come."""

    OVERDUE = "overdue"
    COMING = "coming"
    UNDATED = "undated"
    DONE = "done"


def due(row: Evaluation, today: date) -> Due:
    if row.done_on:
        return Due.DONE
    if not row.due:
        return Due.UNDATED
    return Due.COMING if scorecards.last_day(row.due) >= pandas.Timestamp(today) else Due.OVERDUE


def evaluations_in_order(rows: Iterable[Evaluation], since: date, today: date) -> list[Evaluation]:
    """Those that are late, those to come, those without a date, and those made since a day."""
    order = list(Due)
    shown = [row for row in rows if not row.done_on or not _by(row.done_on, since)]
    return sorted(shown, key=lambda row: (order.index(due(row, today)), row.due or row.done_on))
