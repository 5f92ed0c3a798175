"""Where the dataset `example` lies: its housing areas with their kind, and what they are parts of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

import pandas

from data.contracts import Level
from data.example.chance import random_stream

MUNICIPALITY = "kommune_9999"
CODE = "9999"
INTERVENTION = (2010, 2014)
REST_RESIDENTS, COUNTRY_RESIDENTS = 120_000, 5_650_000
# The kinds of places; all numbers given by kind stand in this order.
KINDS = ("hotspot", "control", "other", "rest", "country")
GROUPS = {"hotspot": "hotspotomraader", "control": "kontrolomraader"}
ESTATES = {"hotspot": (8, 5000, 7500), "control": (12, 3500, 6500), "other": (20, 480, 2600)}  # number, residents


@dataclass(frozen=True)
class Estate:
    """A housing area: its kind, and the district it lies in."""

    area_id: str
    name: str
    kind: str
    town: str
    district: float  # its number, from 1; the places outside have none
    organisation: str


def draw(texts: Mapping[str, Any]) -> pandas.DataFrame:
    """What figures are drawn for, one row each: the housing areas, the rest of the municipality, and the country.

    Columns: area_id, name, town, district (its number), kind (of `KINDS`), residents, growth (a year, as a share),
    strain (how much harder than its kind an area has it, about -2 to 2), organisation.
    """
    names = [
        (name, row["town"], district)
        for district, row in enumerate(texts["districts"], start=1)
        for name in row["areas"]
    ]
    areas = pandas.DataFrame(names, columns=["name", "town", "district"])
    random = random_stream("places")
    kinds = [kind for kind, (number, _, _) in ESTATES.items() for _ in range(number)]
    areas["kind"] = random.permutation(kinds)
    low, high = (areas["kind"].map({kind: row[side] for kind, row in ESTATES.items()}) for side in (1, 2))
    areas["residents"] = random.uniform(low, high)
    areas["growth"] = random.normal(0.003, 0.006, len(areas))
    areas["strain"] = random.normal(size=len(areas))
    areas["organisation"] = random.choice(texts["housing_organisations"]["names"], len(areas))
    areas["area_id"] = [f"eks_omraade_{n:02}" for n in range(1, len(areas) + 1)]
    others = pandas.DataFrame(
        {
            "area_id": ["eks_udenfor", "danmark"],
            "name": ["", ""],
            "kind": ["rest", "country"],
            "strain": 0.0,
            "residents": [REST_RESIDENTS, COUNTRY_RESIDENTS],
            "growth": [0.003, 0.005],
        }
    )
    return pandas.concat([areas, others], ignore_index=True)


def areas(texts: Mapping[str, Any], places: pandas.DataFrame) -> Iterator[dict[str, Any]]:
    """The records of `contracts.Area` for the places of `draw` and all they are parts of."""
    yield from texts["other_areas"]
    for number, district in enumerate(texts["districts"], start=1):
        yield {
            "area_id": f"eks_distrikt_{number}",
            "name": district["name"],
            "level": Level.DISTRICT.value,
            "municipality_code": CODE,
            "town": district["town"],
        }
    for row in estates(places):
        yield {
            "area_id": row.area_id,
            "name": row.name,
            "level": Level.HOUSING_AREA.value,
            "municipality_code": CODE,
            "town": row.town,
            "housing_organisation": row.organisation,
        }


def roles(texts: Mapping[str, Any], places: pandas.DataFrame) -> Iterator[dict[str, Any]]:
    """The records of `contracts.Role`: the hotspot and control areas in the years of the intervention."""
    for estate in estates(places):
        if estate.kind in GROUPS:
            yield {
                "area_id": estate.area_id,
                "role": estate.kind,
                **texts["scheme"],
                "valid_from": INTERVENTION[0],
                "valid_to": INTERVENTION[1],
                "certainty": "A",
            }


def estates(places: pandas.DataFrame) -> Iterator[Estate]:
    """The housing areas among the places that `draw` gives; the columns of `Estate` are read, `area_id` among them."""
    rows = places[places["kind"].isin(ESTATES)]
    yield from map(Estate, *(rows[field.name].tolist() for field in fields(Estate)))


def memberships(texts: Mapping[str, Any], places: pandas.DataFrame) -> list[dict[str, str]]:
    """The records of `contracts.Membership` for the places of `draw`."""
    pairs = [(MUNICIPALITY, "region_eksempel", "administrative"), ("eks_udenfor", MUNICIPALITY, "administrative")]
    pairs += [(f"eks_distrikt_{n}", MUNICIPALITY, "administrative") for n in range(1, len(texts["districts"]) + 1)]
    for row in estates(places):
        pairs.append((row.area_id, MUNICIPALITY, "administrative"))
        pairs.append((row.area_id, f"eks_distrikt_{int(row.district)}", "city_district"))
        if row.kind in GROUPS:
            pairs.append((row.area_id, GROUPS[row.kind], "group"))
    return [dict(zip(("area_id", "parent_id", "kind"), pair, strict=True)) for pair in pairs]
