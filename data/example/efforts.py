"""What the efforts of the dataset `example` lead to: results of criteria, outcomes of projects, meetings held."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import numpy

from data.contracts import MEETING_PARTS, MEETINGS
from data.example.chance import random_stream
from data.example.places import MUNICIPALITY
from data.register import MINIMUM

MEETING_YEARS = (2019, 2024)
YOUNG = (45, 70)  # young people who reach an age in a year
MEETING_SHARES = {  # of the whole it is a part of, in the first and in the last year
    "held": (0.72, 0.88),
    "in_time": (0.55, 0.80),
    "youth_present": (0.70, 0.84),
    "coordinator_present": (0.60, 0.90),
    "adult_present": (0.42, 0.66),
    "decider_present": (0.35, 0.58),
    "agreed": (0.48, 0.72),
}
OUTCOME_YEARS = (2019, 2023)  # in which they turned 18
OUTCOME_SHARES = {"education": (0.38, 0.52), "job": (0.22, 0.25), "neither": (0.40, 0.23)}


def results(criterion: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """What each project has reached at the end of each year, on a drawn way from the baseline to its last number."""
    for reached in criterion.get("reached", []):
        first, last = reached["years"]
        steps = random_stream(criterion["criterion_id"], reached["project_id"]).dirichlet([4.0] * (last - first + 1))
        start = criterion["baseline"]
        way = numpy.rint(start + (reached["value"] - start) * steps.cumsum()).astype(int)
        for year, value in zip(range(first, last + 1), way, strict=True):
            yield {
                "double_counted": False,
                **reached,
                "criterion_id": criterion["criterion_id"],
                "as_of": f"{year}-12-31",
                "value": value,
                "served": True,
                "counted": True,
            }


def outcomes(group: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The persons of a group spread over its outcomes by chance, none with too few to show, and their total."""
    shares = group["shares"]
    random = random_stream(group["project_id"], group["group_da"])
    chances = [outcome["share"] for outcome in shares]
    persons = random.multinomial(group["persons"], chances)
    while ((persons > 0) & (persons < MINIMUM)).any():
        persons = random.multinomial(group["persons"], chances)
    total = {"outcome_da": "I alt", "outcome_en": "Total"}
    rows = [*zip(shares, persons, strict=True), (total, group["persons"])]
    for order, (outcome, number) in enumerate(rows, start=1):
        yield {**group, **outcome, "order": order, "persons": number, "is_total": outcome is total}


def meetings() -> Iterator[dict[str, Any]]:
    """The statutory meetings of every year, from the first year's shares to the last one's, as chance leaves them."""
    for year in range(MEETING_YEARS[0], MEETING_YEARS[1] + 1):
        for meeting in MEETINGS:
            random = random_stream("meetings", meeting, year)
            numbers = {"young": int(random.integers(*YOUNG))}
            for part, whole in MEETING_PARTS.items():
                share = numpy.interp(year, MEETING_YEARS, MEETING_SHARES[part])
                numbers[part] = int(random.binomial(numbers[whole], share))
            yield {"area_id": MUNICIPALITY, "year": year, "meeting": meeting, **numbers}


def transition_outcomes() -> Iterator[dict[str, Any]]:
    """Where those who turned 18 in each year were a year later."""
    for year in range(OUTCOME_YEARS[0], OUTCOME_YEARS[1] + 1):
        random = random_stream("transition_outcomes", year)
        shares = [numpy.interp(year, OUTCOME_YEARS, ends) for ends in OUTCOME_SHARES.values()]
        persons = random.multinomial(int(random.integers(*YOUNG)), numpy.array(shares) / sum(shares))
        for outcome, number in zip(OUTCOME_SHARES, persons, strict=True):
            yield {"area_id": MUNICIPALITY, "year": year, "outcome": outcome, "persons": int(number)}
