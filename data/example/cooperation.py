"""The co-operation of the dataset `example`: texts from `cooperation.toml`, and what is counted in each quarter."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy

from data.example.chance import random_stream
from data.example.places import GROUPS
from data.register import MINIMUM

QUARTERS = tuple(f"{year}-Q{quarter}" for year in (2025, 2026) for quarter in range(1, 5))[:7]
PLANNED = (6, 8)  # meetings of the task force in a quarter
AGREEMENTS = 3.5  # due for each meeting held
SHARES = {"meetings_held": (0.72, 0.95), "agreements_kept": (0.55, 0.82)}  # in the first and in the last quarter
CONCERNS = {"under_18": (22, 34), "18_plus": (18, 26)}  # of all hotspot areas in a quarter
IN_TIME = {"under_18": (0.45, 0.75), "18_plus": (0.35, 0.42)}  # contacted within the days agreed
DAYS = {"under_18": (19, 9), "18_plus": (24, 21)}  # the median from concern to contact
WITH_AREA = ("action_cards", "checklist_answers")


def records(ids: Mapping[str, str], hotspots: Iterable[str]) -> dict[str, list[dict[str, Any]]]:
    """The tables of co-operation by name. `ids`: the id of every housing area by its name; `hotspots`: ids."""
    texts = tomllib.loads((Path(__file__).parent / "cooperation.toml").read_text(encoding="utf-8"))
    for name in WITH_AREA:
        texts[name] = [{**row, "area_id": ids[row["area"]]} for row in texts[name]]
    return {**texts, "process_measures": [*work(hotspots), *contacts()]}


def work(hotspots: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Meetings held and agreements kept in each hotspot area, from the first quarter's shares to the last one's."""
    for area_id in hotspots:
        for place, quarter in enumerate(QUARTERS):
            random = random_stream("work", area_id, quarter)
            share = {name: _between(place, ends) for name, ends in SHARES.items()}
            planned = int(random.integers(*PLANNED))
            held = int(random.binomial(planned, share["meetings_held"]))
            due = int(random.poisson(AGREEMENTS * held))
            kept = int(random.binomial(due, share["agreements_kept"]))
            for measure, value, out_of in (("meetings_held", held, planned), ("agreements_kept", kept, due)):
                yield {
                    "area_id": area_id,
                    "quarter": quarter,
                    "measure": measure,
                    "age_group": "all",
                    "value": value,
                    "out_of": out_of,
                }


def contacts() -> Iterator[dict[str, Any]]:
    """How soon the young were contacted, in all hotspot areas together: an area alone has too few to show."""
    for place, quarter in enumerate(QUARTERS):
        for age_group, size in CONCERNS.items():
            random = random_stream("contacts", age_group, quarter)
            concerns = int(random.integers(*size))
            in_time = int(random.binomial(concerns, _between(place, IN_TIME[age_group])))
            in_time = min(max(in_time, MINIMUM), concerns - MINIMUM)
            days = int(round(_between(place, DAYS[age_group]) + random.normal(0, 1)))
            for measure, value in (("contacted_in_time", in_time), ("days_to_contact", days)):
                yield {
                    "area_id": GROUPS["hotspot"],
                    "quarter": quarter,
                    "measure": measure,
                    "age_group": age_group,
                    "value": value,
                    "out_of": concerns,
                }


def _between(place: int, ends: tuple[float, float]) -> float:
    return float(numpy.interp(place, (0, len(QUARTERS) - 1), ends))
