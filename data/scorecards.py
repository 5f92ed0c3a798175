"""The status of every success criterion, by one published rule.

| status | rule |
|---|---|
| `pending`, `abandoned` | the source says so |
| `not_collected` | the target or the number is missing |
| `no_project` | no project has anything in place for the criterion |
| `met` | the target is reached |
| `on_track`, `behind` | the share reached is at least, or less than, the share of the time that has passed |
| `too_early` | less than a quarter of the time has passed |
| `not_met_yet` | the target is not reached and no dates are given |

What is reached is our own sum of the counted results; where the source gives no number at all but states that the
criterion is met or not, its word is taken. So it is where the target is where the criterion began, for then nothing is
to be reached; without a word it is met while it stands exactly there. A month counts as its last day. Against the dates
of a criterion stand what could be expected at a day and the pace that is needed; an open criterion whose latest figure
is more than twelve months old is stale.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache

import pandas

from data.contracts import Criterion, CriterionStatus, Result

TOO_EARLY = 0.25  # share of the time
STALE_MONTHS = 12
HISTORICAL_YEARS = 5
DAYS_A_MONTH = 365.25 / 12
DECIMALS = 9  # of a sum: 0.7 and 0.1 are 0.8
CLOSED = ("met", "abandoned")
STATED = {"met": "met", "not_met": "not_met_yet", "pending": "pending", "abandoned": "abandoned"}


@dataclass(frozen=True)
class Scored:
    """A success criterion and how it stands."""

    criterion: Criterion
    score: CriterionStatus


@dataclass(frozen=True)
class Reached:
    """What is reached on one criterion: `value` is the sum of its counted results, None where no number is given."""

    as_of: str
    value: float | None
    served: bool
    double_counted: bool


@dataclass(frozen=True)
class Point:
    """What was reached at a date."""

    as_of: str
    reached: float


def criterion_statuses(criteria: pandas.DataFrame, results: pandas.DataFrame) -> pandas.DataFrame:
    """The table of `CriterionStatus`, from those of `Criterion` and `Result` (data.contracts)."""
    rows = statuses(Criterion.of(criteria), Result.of(results))
    return CriterionStatus.validate(pandas.DataFrame([asdict(row) for row in rows], columns=CriterionStatus.columns()))


def statuses(criteria: Iterable[Criterion], results: Iterable[Result]) -> tuple[CriterionStatus, ...]:
    """The status of every criterion. Of every project's results the latest date counts."""
    found = by_criterion(results)
    return tuple(score(criterion, reached(found.get(criterion.criterion_id, ()))) for criterion in criteria)


def score(criterion: Criterion, achieved: Reached) -> CriterionStatus:
    """`share` is the part of the way from the baseline (0 where none is given) to the target."""
    share = share_of_target(achieved.value, criterion.target, criterion.baseline)
    return CriterionStatus(
        criterion_id=criterion.criterion_id,
        as_of=achieved.as_of,
        reached=achieved.value,
        share=share,
        double_counted=achieved.double_counted,
        status=status(criterion, achieved, share),
    )


def scored(criteria: Iterable[Criterion], scores: Iterable[CriterionStatus]) -> tuple[Scored, ...]:
    """Each criterion with its own of the `scores`. Raises KeyError where it has none."""
    by_id = {row.criterion_id: row for row in scores}
    return tuple(Scored(criterion, by_id[criterion.criterion_id]) for criterion in criteria)


def by_criterion(results: Iterable[Result]) -> Mapping[str, Sequence[Result]]:
    """The results of every criterion, by its id, in their order."""
    found: defaultdict[str, list[Result]] = defaultdict(list)
    for result in results:
        found[result.criterion_id].append(result)
    return found


def reached(results: Iterable[Result]) -> Reached:
    """What the results of one criterion add to, at each project's latest date."""
    rows = latest(results)
    counted = values(rows)
    return Reached(
        as_of=max((row.as_of for row in rows), key=last_day, default=""),
        value=total(counted) if counted else None,
        served=any(row.served for row in rows),
        double_counted=any(row.double_counted and row.counted for row in rows),
    )


def latest(results: Iterable[Result]) -> tuple[Result, ...]:
    """The results at each project's latest date on each criterion."""
    rows, last = tuple(results), dict[tuple[str, str], str]()
    for row in rows:
        pair = (row.criterion_id, row.project_id)
        last[pair] = max(row.as_of, last.get(pair, row.as_of), key=last_day)
    return tuple(row for row in rows if last_day(row.as_of) == last_day(last[row.criterion_id, row.project_id]))


def is_added(result: Result) -> bool:
    """Whether the result has a number that is part of our sum."""
    return result.counted and result.served and result.value is not None


def values(results: Iterable[Result]) -> list[float]:
    """The numbers that are part of our sum."""
    return [row.value for row in results if row.value is not None and is_added(row)]


def total(numbers: Iterable[float]) -> float:
    """The sum of numbers as they are written, without the rest that binary fractions leave."""
    return round(math.fsum(numbers), DECIMALS)


def over_time(results: Iterable[Result]) -> tuple[Point, ...]:
    """Of one criterion, at each date with a counted number, the sum of every project's latest one by then."""
    rows = tuple(results)
    days = sorted({last_day(row.as_of): row.as_of for row in rows if is_added(row)}.items())
    return tuple(
        Point(as_of, total(values(latest(row for row in rows if last_day(row.as_of) <= day)))) for day, as_of in days
    )


def share_of_target(reached: float | None, target: float | None, baseline: float | None) -> float | None:
    """1.0 is the target. A target below the baseline is a fall to be reached: 75 -> 50 with 60 reached is 0.6."""
    start = baseline or 0.0
    if reached is None or target is None or target == start:
        return None
    return (reached - start) / (target - start)


def has_nothing_to_reach(criterion: Criterion) -> bool:
    """Whether the target is where the criterion began, so that no share of the way to it can be worked out."""
    return criterion.target is not None and criterion.target == start_value(criterion)


def time_passed(start: str, end: str, as_of: str) -> float | None:
    """The share of the criterion's time that has passed at a date, at most 1; None without all three dates."""
    if not (start and end and as_of):
        return None
    first, last, day = pandas.Timestamp(start), last_day(end), last_day(as_of)
    return min((day - first) / (last - first), 1.0) if last > first else None


def expected(criterion: Criterion, day: str) -> float | None:
    """What would be reached at a day on a straight way from baseline to target; None without dates or target."""
    passed = time_passed(criterion.start_date, criterion.end_date, day)
    if passed is None or criterion.target is None:
        return None
    start = start_value(criterion)
    return start + (criterion.target - start) * max(passed, 0.0)


def start_value(criterion: Criterion) -> float:
    return criterion.baseline or 0.0


@dataclass(frozen=True)
class Pace:
    """Change a month, in the criterion's unit: what the target needs from the latest figure on, and what it was."""

    needed: float
    so_far: float


def pace(criterion: Criterion, as_of: str, reached: float | None) -> Pace | None:
    """The pace of a criterion that is not met and has time left at its latest figure; else None.

    A month is 365.25 / 12 days. A target below the baseline gives negative numbers: a fall a month.
    """
    share = share_of_target(reached, criterion.target, criterion.baseline)
    if share is None or reached is None or criterion.target is None or share >= 1:
        return None
    if not (criterion.start_date and criterion.end_date and as_of):
        return None
    first, last = pandas.Timestamp(criterion.start_date), pandas.Timestamp(criterion.end_date)
    day = last_day(as_of)
    if not first < day < last:
        return None
    return Pace(
        needed=(criterion.target - reached) / ((last - day).days / DAYS_A_MONTH),
        so_far=(reached - start_value(criterion)) / ((day - first).days / DAYS_A_MONTH),
    )


@lru_cache(maxsize=4096)
def last_day(text: str) -> pandas.Timestamp:
    """A date as it is, a month as its last day."""
    return pandas.Period(text).end_time.normalize()


def latest_figures(results: Iterable[Result]) -> dict[str, str]:
    """The date of the latest number of each criterion, by its id."""
    return _latest_days((row.criterion_id, row.as_of) for row in results if row.value is not None)


def reports(results: Iterable[Result]) -> dict[str, str]:
    """The date of the latest result of each source, by its id."""
    return _latest_days((row.source_id, row.as_of) for row in results)


def _latest_days(dated: Iterable[tuple[str, str]]) -> dict[str, str]:
    days: dict[str, str] = {}
    for name, day in dated:
        days[name] = max(day, days.get(name, day), key=last_day)
    return days


def is_stale(status: str, figure: str, today: date) -> bool:
    """Whether an open criterion's latest figure (its date, empty where there is none) is over twelve months old."""
    return status not in CLOSED and months_before(figure, STALE_MONTHS, today)


def is_historical(figure: str, today: date) -> bool:
    """Whether the latest figure of a report is more than five years old: it tells of then, not of now."""
    return months_before(figure, 12 * HISTORICAL_YEARS, today)


def months_before(figure: str, months: int, today: date) -> bool:
    return bool(figure) and last_day(figure) + pandas.DateOffset(months=months) < pandas.Timestamp(today)


def status(criterion: Criterion, achieved: Reached, share: float | None) -> str:
    """The status of a criterion; the rule is in the module's docstring."""
    if criterion.stated_status in ("pending", "abandoned"):
        return criterion.stated_status
    if criterion.target is None:
        return STATED.get(criterion.stated_status, "not_collected")
    if not achieved.served and not criterion.project_id:
        return "no_project"
    if share is None:
        is_held = has_nothing_to_reach(criterion) and achieved.value == criterion.target
        return STATED.get(criterion.stated_status, "met" if is_held else "not_collected")
    if share >= 1:
        return "met"
    passed = time_passed(criterion.start_date, criterion.end_date, achieved.as_of)
    if passed is None:
        return "not_met_yet"
    if passed < TOO_EARLY:
        return "too_early"
    return "on_track" if share >= passed else "behind"


def projects_of(criteria: Iterable[Criterion], results: Iterable[Result]) -> frozenset[str]:
    """The projects that own one of the criteria or serve it."""
    owners = {row.criterion_id: row.project_id for row in criteria}
    served = {row.project_id for row in results if row.served and row.criterion_id in owners}
    return frozenset(served.union(filter(None, owners.values())))


def select(
    criteria: Iterable[Criterion],
    scores: Iterable[CriterionStatus],
    results: Iterable[Result],
    target_group: str | None = None,
    states: Collection[str] = (),
    project: str | None = None,
    goal: str | None = None,
) -> tuple[Criterion, ...]:
    """The criteria of a target group (its Danish name), of a goal, in some states, that a project serves or owns."""
    in_state = {row.criterion_id for row in scores if row.status in states}
    served = {row.criterion_id for row in results if row.served and row.project_id == project}
    return tuple(
        row
        for row in criteria
        if (not goal or row.goal_id == goal)
        and (not target_group or row.target_group.da == target_group)
        and (not states or row.criterion_id in in_state)
        and (not project or row.project_id == project or row.criterion_id in served)
    )
