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
PLANNED_MEETINGS = (45, 70)  # of each kind in a year
AGREEMENTS = 2.2  # per meeting held
MEETING_SHARES = {  # of the whole it is a part of, in the first and in the last year
    "held": (0.72, 0.88),
    "youth_present": (0.70, 0.84),
    "adult_present": (0.42, 0.66),
    "agreements_reached": (0.48, 0.66),
}


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
    """The statutory meetings of every year, from the first year's shares to the last one's."""
    for year in range(MEETING_YEARS[0], MEETING_YEARS[1] + 1):
        for meeting in MEETINGS:
            random = random_stream("meetings", meeting, year)
            share = {part: numpy.interp(year, MEETING_YEARS, shares) for part, shares in MEETING_SHARES.items()}
            numbers = {"planned": int(random.integers(*PLANNED_MEETINGS))}
            numbers["held"] = _part(random, numbers["planned"], share["held"])
            numbers["agreements"] = int(random.poisson(AGREEMENTS * numbers["held"]))
            numbers |= {
                part: _part(random, numbers[whole], share[part])
                for part, whole in MEETING_PARTS.items()
                if part != "held"
            }
            yield {"area_id": MUNICIPALITY, "year": year, "meeting": meeting, **numbers}


def _part(random: numpy.random.Generator, whole: int, share: float) -> int:
    """A drawn part of a whole, where neither the part nor the rest has too few to show."""
    part = random.binomial(whole, share)
    while 0 < part < MINIMUM or 0 < whole - part < MINIMUM:
        part = random.binomial(whole, share)
    return int(part)
