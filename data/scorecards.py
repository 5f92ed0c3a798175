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
criterion is met or not, its word is taken. Against the dates of a criterion stand what could be expected at a day and
the pace that is needed; an open criterion whose latest figure is more than twelve months old is stale.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas

TOO_EARLY = 0.25  # share of the time
STALE_MONTHS = 12
HISTORICAL_YEARS = 5
DAYS_A_MONTH = 365.25 / 12
CLOSED = ("met", "abandoned")
STATED = {"met": "met", "not_met": "not_met_yet", "pending": "pending", "abandoned": "abandoned"}
COLUMNS = ["criterion_id", "as_of", "reached", "share", "double_counted", "status"]


def criterion_statuses(criteria: pandas.DataFrame, results: pandas.DataFrame) -> pandas.DataFrame:
    """The status of every criterion, as `data.contracts.CriterionStatus`.

    `criteria` and `results` follow `data.contracts`. Of every project's results the latest date counts. `reached`
    is their sum and `share` the part of the way from the baseline (0 where none is given) to the target.
    """
    sums = criteria.merge(reached(results), on="criterion_id", how="left", validate="one_to_one")
    sums["as_of"] = sums["as_of"].fillna("")
    for flag in ("served", "double_counted"):
        sums[flag] = sums[flag].eq(True)
    sums["share"] = [share_of_target(row.reached, row.target, row.baseline) for row in sums.itertuples()]
    sums["status"] = [status(row) for row in sums.itertuples()]
    return sums[COLUMNS]


def reached(results: pandas.DataFrame) -> pandas.DataFrame:
    """criterion_id, as_of, reached (sum, missing where no number is given), served, double_counted."""
    rows = latest(results)
    counted = rows.assign(
        value=rows["value"].where(rows["counted"] & rows["served"]),
        double_counted=rows["double_counted"] & rows["counted"],
    )
    by_criterion = counted.groupby("criterion_id")
    flags = by_criterion.agg(as_of=("as_of", "max"), served=("served", "any"), double_counted=("double_counted", "any"))
    return flags.join(by_criterion["value"].sum(min_count=1).rename("reached")).reset_index()


def latest(results: pandas.DataFrame) -> pandas.DataFrame:
    """The results at each project's latest date on each criterion."""
    return results[results["as_of"] == results.groupby(["criterion_id", "project_id"])["as_of"].transform("max")]


def over_time(results: pandas.DataFrame) -> pandas.DataFrame:
    """criterion_id, as_of, reached: at each date with a counted number, the sum of every project's latest one by then.

    A date is a point; nothing is filled in between.
    """
    points = []
    for criterion_id, rows in results.groupby("criterion_id", sort=False):
        days = rows.loc[rows["counted"] & rows["served"] & rows["value"].notna(), "as_of"]
        for day in sorted(set(days)):
            known = latest(rows[rows["as_of"] <= day])
            total = known.loc[known["counted"] & known["served"], "value"].sum()
            points.append({"criterion_id": criterion_id, "as_of": day, "reached": total})
    return pandas.DataFrame(points, columns=["criterion_id", "as_of", "reached"])


def share_of_target(reached: float, target: float, baseline: float) -> float:
    """1.0 is the target. A target below the baseline is a fall to be reached: 75 -> 50 with 60 reached is 0.6."""
    start = 0.0 if pandas.isna(baseline) else baseline
    if pandas.isna(reached) or pandas.isna(target) or target == start:
        return float("nan")
    return (reached - start) / (target - start)


def time_passed(start: str, end: str, as_of: str) -> float | None:
    """The share of the criterion's time that has passed at a date, at most 1; None without all three dates."""
    if not (start and end and as_of):
        return None
    first, last, day = (pandas.Timestamp(text) for text in (start, end, as_of))
    return min((day - first) / (last - first), 1.0) if last > first else None


def expected(criterion: Mapping[str, Any], day: str) -> float | None:
    """What would be reached at a day on a straight way from baseline to target; None without dates or target.

    `criterion`: a row of `data.contracts.Criterion`.
    """
    passed = time_passed(criterion["start_date"], criterion["end_date"], day)
    if passed is None or pandas.isna(criterion["target"]):
        return None
    start = start_value(criterion)
    return start + (criterion["target"] - start) * max(passed, 0.0)


def start_value(criterion: Mapping[str, Any]) -> float:
    return 0.0 if pandas.isna(criterion["baseline"]) else criterion["baseline"]


@dataclass(frozen=True)
class Pace:
    """Change a month, in the criterion's unit: what the target needs from the latest figure on, and what it was."""

    needed: float
    so_far: float


def pace(criterion: Mapping[str, Any], as_of: str, reached: float) -> Pace | None:
    """The pace of a criterion that is not met and has time left at its latest figure; else None.

    A month is 365.25 / 12 days. A target below the baseline gives negative numbers: a fall a month.
    """
    share = share_of_target(reached, criterion["target"], criterion["baseline"])
    if not (criterion["start_date"] and criterion["end_date"] and as_of) or pandas.isna(share) or share >= 1:
        return None
    first, last = pandas.Timestamp(criterion["start_date"]), pandas.Timestamp(criterion["end_date"])
    day = last_day(as_of)
    if not first < day < last:
        return None
    return Pace(
        needed=(criterion["target"] - reached) / ((last - day).days / DAYS_A_MONTH),
        so_far=(reached - start_value(criterion)) / ((day - first).days / DAYS_A_MONTH),
    )


def last_day(text: str) -> pandas.Timestamp:
    """A date as it is, a month as its last day."""
    return pandas.Period(text).end_time.normalize()


def latest_figures(results: pandas.DataFrame) -> pandas.Series:
    """The date of the latest number of each criterion, by its id."""
    return results[results["value"].notna()].groupby("criterion_id")["as_of"].max()


def is_stale(status: str, figure: str, today: date) -> bool:
    """Whether an open criterion's latest figure (its date, empty where there is none) is over twelve months old."""
    return status not in CLOSED and months_before(figure, STALE_MONTHS, today)


def is_historical(figure: str, today: date) -> bool:
    """Whether the latest figure of a report is more than five years old: it tells of then, not of now."""
    return months_before(figure, 12 * HISTORICAL_YEARS, today)


def months_before(figure: str, months: int, today: date) -> bool:
    return bool(figure) and last_day(figure) + pandas.DateOffset(months=months) < pandas.Timestamp(today)


def status(row: tuple) -> str:
    """The status of one row of criteria with their sums; the rule is in the module's docstring."""
    if row.stated_status in ("pending", "abandoned"):
        return row.stated_status
    if pandas.isna(row.target):
        return STATED.get(row.stated_status, "not_collected")
    if not row.served and not row.project_id:
        return "no_project"
    if pandas.isna(row.share):
        return STATED.get(row.stated_status, "not_collected")
    if row.share >= 1:
        return "met"
    passed = time_passed(row.start_date, row.end_date, row.as_of)
    if passed is None:
        return "not_met_yet"
    if passed < TOO_EARLY:
        return "too_early"
    return "on_track" if row.share >= passed else "behind"


def select(
    criteria: pandas.DataFrame,
    statuses: pandas.DataFrame,
    results: pandas.DataFrame,
    target_group: str | None = None,
    states: Collection[str] = (),
    project: str | None = None,
    goal: str | None = None,
) -> pandas.DataFrame:
    """The criteria of a target group (its Danish name), of a goal, with one of some statuses, that a project serves
    or owns.
    """
    chosen = criteria[criteria["goal_id"] == goal] if goal else criteria
    if target_group:
        chosen = chosen[chosen["target_group_da"] == target_group]
    if states:
        kept = statuses.loc[statuses["status"].isin(list(states)), "criterion_id"]
        chosen = chosen[chosen["criterion_id"].isin(kept)]
    if project:
        served = results.loc[results["served"] & (results["project_id"] == project), "criterion_id"]
        chosen = chosen[chosen["criterion_id"].isin(served) | (chosen["project_id"] == project)]
    return chosen
