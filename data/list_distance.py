"""How far a number lies from the line of an official list: in points, in persons, and what rounding leaves open.

A printed share stands for every number of persons that rounds to it. Where the share is of all residents, their number
is known and persons can be counted; of an age group it is not, but it is at most that of all residents. A number that
was computed from counts leaves nothing open.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from data.contracts import Indicator, Observation
from data.list_rules import Assessment, Judged, Verdict


@dataclass(frozen=True)
class Persons:
    """How many persons more or fewer would bring a number to the other side: the likely one, and what rounding allows.

    `is_bound`: no more is known than that it is at most `most`.
    """

    fewest: int
    likely: int
    most: int
    is_bound: bool = False


@dataclass(frozen=True)
class Distance:
    """From the line to a number. `share` is the distance as a share of the threshold, to compare criteria by."""

    points: float  # above the threshold is positive
    share: float
    persons: Persons | None
    is_open: bool  # rounding leaves open on which side the number lies


@dataclass(frozen=True)
class Step:
    """What would change the answer of a rule: the criterion that decides it, and how many must change with it."""

    judged: Judged
    distance: Distance
    changes: int


def distance(judged: Judged, indicator: Indicator, residents: float | None) -> Distance | None:
    """The distance of a criterion's number from its line; None where nothing answers the criterion.

    `residents`: all those of the area in the year, where they are known.
    """
    criterion, number = judged.criterion, judged.number
    if judged.is_met is None or number is None or number.value is None or criterion.threshold is None:
        return None
    points = round(number.value - criterion.threshold, indicator.decimals)
    half = 0.0 if indicator.unit == "count" or number.derived else 0.5 * 10**-indicator.decimals
    return Distance(
        points=points,
        share=abs(points) / criterion.threshold,
        persons=_persons(judged, number, indicator, half, residents),
        is_open=half > 0 and _lower(abs(points), half) <= 0,
    )


def nearest(assessment: Assessment, distances: Mapping[str, Distance]) -> list[Step]:
    """The criteria that a number answers, the one nearest its line first. `distances` by indicator."""
    found = [(judged, distances.get(judged.criterion.indicator_id)) for judged in assessment.criteria]
    return sorted(
        (Step(judged, away, 1) for judged, away in found if away is not None), key=lambda each: each.distance.share
    )


def step(assessment: Assessment, distances: Mapping[str, Distance]) -> Step | None:
    """The smallest change that would turn a rule's answer; None while it is undecided or a distance is not known.

    An area comes off by losing one required criterion, or so many of those that are counted that too few are left. It
    comes on by meeting all that it lacks. Of several that must change, the farthest decides. `distances` by indicator.
    """
    if assessment.verdict is Verdict.UNDECIDED:
        return None
    ordered = nearest(assessment, distances)
    counted = [each for each in ordered if not each.judged.criterion.is_required]
    if assessment.verdict is Verdict.ON:
        met = [each for each in counted if each.judged.is_met]
        last = met[assessment.met - assessment.rule.row.needed]
        ways = [each for each in ordered if each.judged.criterion.is_required]
        ways.append(Step(last.judged, last.distance, met.index(last) + 1))
        return min(ways, key=lambda each: each.distance.share)
    if len(ordered) < len(assessment.criteria):
        return None
    lacking = [each for each in ordered if each.judged.criterion.is_required and not each.judged.is_met]
    lacking += [each for each in counted if not each.judged.is_met][
        : max(assessment.rule.row.needed - assessment.met, 0)
    ]
    farthest = max(lacking, key=lambda each: each.distance.share)
    return Step(farthest.judged, farthest.distance, len(lacking))


def _persons(
    judged: Judged, number: Observation, indicator: Indicator, half: float, residents: float | None
) -> Persons | None:
    value, threshold = number.value or 0.0, judged.criterion.threshold or 0.0
    if indicator.unit == "count":
        gap = int(value - threshold + 1 if judged.is_met else threshold - value)
        return Persons(gap, gap, gap)
    if indicator.unit != "percent" or not indicator.counts.startswith("persons"):
        return None
    is_one_year = number.period_start == number.period_end  # counts of several years are added up
    if is_one_year and number.count is not None and number.population is not None:
        return _counted(judged, threshold, number.population, (number.count, number.count, number.count))
    if residents is None:
        return None
    if judged.criterion.age_group != "all":
        most = math.floor(_upper(abs(value - threshold), half) / 100 * residents) + 1
        return Persons(1, most, most, is_bound=True)
    likely = round(value * residents / 100)
    lowest = min(math.ceil(_lower(value, half) * residents / 100), likely)
    highest = max(math.floor(_upper(value, half) * residents / 100), likely)
    return _counted(judged, threshold, residents, (lowest, likely, highest))


def _counted(judged: Judged, threshold: float, whole: float, persons: tuple[int, int, int]) -> Persons:
    """Of the lowest, the likely and the highest number of persons; each lies on the side that is printed."""
    line = threshold * whole / 100
    first = math.floor(line) + 1 if judged.criterion.side == "above" else math.ceil(line)  # persons over the line
    is_over = judged.is_met if judged.criterion.side != "below" else not judged.is_met
    lowest, likely, highest = (max(n - first + 1 if is_over else first - n, 1) for n in persons)
    return Persons(min(lowest, highest), likely, max(lowest, highest))


def _lower(value: float, half: float) -> float:
    return round(value - half, 6)


def _upper(value: float, half: float) -> float:
    return round(value + half, 6)
