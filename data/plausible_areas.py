"""Areas, indicators and roles that contradict each other: names, parents, municipalities, directions."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from datetime import date

import pandas

from data import query
from data.contracts import Direction, Level
from data.doubts import Doubt, fault, fields, question, text, where
from data.errors import Text

Tables = Mapping[str, pandas.DataFrame]
NEEDS_PARENT = (Level.HOUSING_AREA, Level.DISTRICT)
BAD = ("sigt", "krimin", "anmeld", "utryg", "ledig", "dømt", "mistank", "udsat for", "indbrud", "vold")
GOOD = ("tryg", "beskæftig", "selvforsørg", "uddannelse", "i job")


def doubts(tables: Tables, today: date) -> Iterator[Doubt]:  # noqa: ARG001
    """What areas, indicators and roles cannot be."""
    if {"areas", "levels"} <= set(tables):
        kinds = tables["levels"].drop_duplicates("level").set_index("level")["kind"]
        areas = tables["areas"].assign(kind=tables["areas"]["level"].map(kinds).astype("str"))
        yield from _names(areas)
        yield from _municipalities(areas)
        yield from _without_parent(areas, tables.get("memberships"))
    if "memberships" in tables:
        yield from _rings(tables["memberships"])
    if "roles" in tables:
        yield from _roles(tables["roles"])
    if "indicators" in tables:
        yield from _indicators(tables["indicators"], tables.get("observations"))


def _names(areas: pandas.DataFrame) -> Iterator[Doubt]:
    """Two ids for one area, and two names for one id."""
    folded = areas.assign(folded=areas["name"].map(query.fold))
    newest = folded.drop_duplicates("area_id", keep="last")
    by = ["folded", "level", "municipality_code", "town"]
    first = newest.groupby(by)["area_id"].transform("first")
    twice = newest.assign(first=first)[newest.duplicated(by)]
    yield from fault(
        "two_ids",
        fields(
            twice,
            "area_id",
            lambda row: Text(f"ét id for {row.name}, her {row.first}", f"one id for {row.name}, here {row.first}"),
        ),
    )
    first_name = areas.groupby("area_id")["name"].transform("last")
    renamed = areas.assign(newest=first_name)[areas["name"] != first_name]
    for area_id, group in renamed.groupby("area_id"):
        expected = fields(
            group, "name", lambda row: Text(f"ét navn for området, her {row.newest}", f"one name, here {row.newest}")
        )
        yield from question("two_names", str(area_id), expected)


def _municipalities(areas: pandas.DataFrame) -> Iterator[Doubt]:
    """A code that no municipality of the dataset has."""
    codes = sorted(areas.loc[areas["kind"] == Level.MUNICIPALITY, "municipality_code"])
    if not codes:
        return
    unknown = areas[(areas["municipality_code"] != "") & ~areas["municipality_code"].isin(codes)]
    yield from fault(
        "unknown_municipality",
        fields(
            unknown,
            "municipality_code",
            lambda row: _nearest(row.municipality_code, codes),
            lambda row: f"{row.area_id}: {row.municipality_code}",
        ),
    )


def _nearest(code: str, codes: list[str]) -> Text:
    near = (difflib.get_close_matches(code, codes, 1, 0.0) or codes)[0]
    return Text(f"en kommune, der står i areas.csv, fx {near}", f"a municipality of areas.csv, such as {near}")


def _without_parent(areas: pandas.DataFrame, memberships: pandas.DataFrame | None) -> Iterator[Doubt]:
    """A housing area or district that lies in no municipality and in nothing else."""
    inside = set() if memberships is None else set(memberships["area_id"])
    alone = areas[
        areas["kind"].isin(NEEDS_PARENT) & (areas["municipality_code"] == "") & ~areas["area_id"].isin(inside)
    ]
    for area_id, group in alone.groupby("area_id"):
        expected = text("kommunens kode, fx 0101", "the code of its municipality, such as 0101")
        yield from question(
            "no_parent", str(area_id), fields(group, "municipality_code", expected, lambda row: row.area_id)
        )


def _rings(memberships: pandas.DataFrame) -> Iterator[Doubt]:
    """An area that lies in itself, at once or by way of others."""
    itself = memberships[memberships["area_id"] == memberships["parent_id"]]
    other = text("et andet område end area_id", "another area than area_id")
    yield from fault("own_parent", fields(itself, "parent_id", other))
    others = memberships[memberships["area_id"] != memberships["parent_id"]]
    parents: dict[str, list[str]] = {}
    for area_id, parent_id in zip(others["area_id"], others["parent_id"], strict=True):
        parents.setdefault(area_id, []).append(parent_id)
    ring = where(others, (in_ring(area_id, parents) for area_id in others["area_id"]))
    yield from fault(
        "parent_ring",
        fields(
            ring,
            "parent_id",
            lambda row: Text(
                f"et område, der ikke selv ligger i {row.area_id}", f"an area that does not itself lie in {row.area_id}"
            ),
            lambda row: f"{row.area_id} i {row.parent_id}",
        ),
    )


def in_ring(start: str, following: Mapping[str, list[str]]) -> bool:
    """Whether one comes back to where one began."""
    seen: set[str] = set()
    ahead = list(following.get(start, []))
    while ahead:
        one = ahead.pop()
        if one == start:
            return True
        if one not in seen:
            seen.add(one)
            ahead += following.get(one, [])
    return False


def _roles(roles: pandas.DataFrame) -> Iterator[Doubt]:
    """An area that is hotspot and control of one scheme in the same years."""
    both = roles[roles["role"].isin(["hotspot", "control"])]
    pairs = both[both["role"] == "hotspot"].merge(
        both[both["role"] == "control"], on=["area_id", "scheme_da"], suffixes=("", "_control")
    )
    start, end = pairs["valid_from"].astype("float64"), pairs["valid_to"].astype("float64")
    start_c, end_c = pairs["valid_from_control"].astype("float64"), pairs["valid_to_control"].astype("float64")
    pairs = pairs[~((start > end_c) | (start_c > end))]
    wrong = both[
        (both["role"] == "control")
        & pandas.MultiIndex.from_frame(both[["area_id", "scheme_da"]]).isin(
            list(pairs[["area_id", "scheme_da"]].itertuples(index=False, name=None))
        )
    ]
    yield from fault(
        "hotspot_and_control",
        fields(
            wrong,
            "role",
            text("hotspot eller control, ikke begge på én gang", "hotspot or control, not both at once"),
            lambda row: f"{row.area_id}: {row.scheme_da}",
        ),
    )


def _indicators(indicators: pandas.DataFrame, observations: pandas.DataFrame | None) -> Iterator[Doubt]:
    """Two of one name, one without numbers, and one whose direction its name contradicts."""
    folded = indicators["name_da"].map(query.fold)
    first = indicators.groupby(folded)["indicator_id"].transform("first")
    twice = indicators.assign(first=first)[folded.duplicated()]
    yield from fault(
        "two_indicators",
        fields(
            twice,
            "name_da",
            lambda row: Text(f"et navn, som {row.first} ikke har", f"a name that {row.first} does not have"),
        ),
    )
    if observations is not None and len(observations):
        empty = indicators[~indicators["indicator_id"].isin(observations["indicator_id"])]
        for indicator_id, group in empty.groupby("indicator_id"):
            expected = text("mindst ét tal i observations.csv", "at least one number in observations.csv")
            yield from question("no_numbers", str(indicator_id), fields(group, "indicator_id", expected))
    for _, row in indicators.iterrows():
        due = _direction(row["name_da"])
        if row["direction"] != Direction.NO_JUDGEMENT and due and row["direction"] != due:
            frame = indicators[indicators["indicator_id"] == row["indicator_id"]]
            expected = text(f"{due}, som navnet siger", f"{due}, as its name says")
            found = fields(frame, "direction", expected, lambda one: f"{one.name_da}: {one.direction}")
            yield from question("direction", row["indicator_id"], found)


def _direction(name: str) -> str:
    """What a name says of the good direction; nothing where it says neither, or both."""
    lower = name.lower()
    if any(word in lower for word in BAD) or "uden" in lower:
        return Direction.LOW_IS_GOOD
    return Direction.HIGH_IS_GOOD if any(word in lower for word in GOOD) else ""
