"""Synthetic map files in the prepared format: a grid of areas over Denmark, two indicators, three periods."""

from __future__ import annotations

import gzip
import json
import math
from pathlib import Path
from typing import Any

from dashboard.area_map import colouring
from dashboard.area_map.catalogue import GROUPS
from dashboard.i18n.words import Words
from data.contracts import Indicator
from tests.records import record

WEST, SOUTH, EAST, NORTH = 8.0, 54.6, 13.0, 57.6
PERIODS = ["2015", "2016-2018", "2019"]
STATUSES = ["shown", "hidden", "not_collected", "not_relevant", "too_few"]
MODES = (colouring.NUMBER, colouring.COUNTRY, colouring.CHANGE)
COMPARISONS = ["", "above", "below", "similar", "not_compared"]


def outline(west: float, south: float, width: float, height: float, points: int) -> list[list[float]]:
    """A rounded outline of `points` points inside a cell, closed."""
    ring = []
    for index in range(points):
        angle = 2 * math.pi * index / points
        reach = 0.44 + 0.04 * math.sin(9 * angle)
        east, north = 0.5 + reach * math.cos(angle), 0.5 + reach * math.sin(angle)
        ring.append([round(west + width * east, 5), round(south + height * north, 5)])
    return [*ring, ring[0]]


def grid(level: str, count: int, points: int = 12) -> dict[str, Any]:
    """`count` areas named "Område 001" and on, by row from the south-west."""
    columns = math.ceil(math.sqrt(count))
    width, height = (EAST - WEST) / columns, (NORTH - SOUTH) / columns
    features = []
    for index in range(count):
        corner = WEST + index % columns * width, SOUTH + index // columns * height
        ring = outline(*corner, width, height, points)
        features.append(feature(level, index, {"type": "Polygon", "coordinates": [ring]}))
    return {"type": "FeatureCollection", "features": features}


def feature(level: str, index: int, geometry: dict[str, Any], kind: str = "outline") -> dict[str, Any]:
    properties = {
        "name": f"Område {index + 1:03d}",
        "kind": kind,
        "note_da": "",
        "note_en": "",
        "municipality": "",
        "within": [f"region_{1 + index % 2}"],
    }
    return {"type": "Feature", "id": f"{level}_{index + 1:03d}", "geometry": geometry, "properties": properties}


def housing_areas() -> dict[str, Any]:
    """A point, a small outline and a stand-in district."""
    square = [[10.0, 56.0], [10.01, 56.0], [10.01, 56.01], [10.0, 56.01], [10.0, 56.0]]
    district = [[11.0, 55.2], [12.0, 55.2], [12.0, 55.9], [11.0, 55.9], [11.0, 55.2]]
    shapes = [
        ({"type": "Point", "coordinates": [9.0, 55.5]}, "point"),
        ({"type": "Polygon", "coordinates": [square]}, "outline"),
        ({"type": "Polygon", "coordinates": [district]}, "stand_in"),
    ]
    features = [feature("housing_area", index, geometry, kind) for index, (geometry, kind) in enumerate(shapes)]
    return {"type": "FeatureCollection", "features": features}


def values(indicator: str, collections: dict[str, dict[str, Any]], step: int) -> dict[str, Any]:
    """Area number n has the value n in the first period, n + step in the second; every tenth area is hidden.

    In the first period areas 1, 5, 9 … lie below the country, 2, 6 … are similar, 3, 7 … not compared, 4, 8 … above.
    """
    levels = {}
    for level, collection in collections.items():
        areas = {}
        for number, area in enumerate(collection["features"], start=1):
            hidden = number % 10 == 0
            series = [None if hidden else float((number + step * at) % 50) for at in range(len(PERIODS))]
            areas[area["id"]] = {
                "v": series,
                "lo": [value and value - 1 for value in series],
                "hi": [value and value + 1 for value in series],
                "s": [int(hidden)] * len(PERIODS),
                "c": [1 + (number + at) % 4 for at in range(len(PERIODS))],
                "g": [1 + number % 5] * len(PERIODS),
                "o": [0] * len(PERIODS),
                "t": "too_small",
            }
        areas.pop(f"{level}_007", None)  # a row that is not there: not collected
        levels[level] = {"periods": PERIODS, "areas": areas}
    return {
        "indicator": indicator,
        "statuses": STATUSES,
        "comparisons": COMPARISONS,
        "levels": levels,
        "origins": [["Prøvetal", "7", "B", 1]],
    }


def catalogue() -> dict[str, Any]:
    """Three indicators; the values of the last are in no file."""
    words = Words("da")

    def indicator(name: str) -> dict[str, Any]:
        row = record(
            Indicator,
            name=f"Indikator {name}",
            decimals=1,
            class_breaks="[10, 20, 30, 40]",
            change_breaks="[-10, -2, 2, 10]",
        )
        return {
            "id": name,
            "title": row.name.da,
            "theme": "Tema",
            "unit": "pr. 1.000",
            "decimals": 1,
            "groups": [words(name) for name in GROUPS[False]],
            "fullest": "municipality",
            "levels": {level: list(MODES) for level in ("municipality", "housing_area")},
            "modes": {mode: colouring.colouring(mode, row, words).for_browser(words) for mode in MODES},
        }

    return {
        "levels": {"municipality": "Kommuner", "housing_area": "Boligområder"},
        "indicators": [indicator(name) for name in ("first", "second", "missing")],
    }


def write(folder: Path, count: int = 20, points: int = 12) -> None:
    """Write geometry, background and values as <name>.json.gz."""
    collections = {"municipality": grid("municipality", count, points), "housing_area": housing_areas()}
    corners = [[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]
    land = {"type": "Polygon", "coordinates": [corners]}
    background = {"type": "Feature", "geometry": land, "properties": {"kind": "land"}}
    files = {f"geometry-{level}": collection for level, collection in collections.items()}
    files["background"] = {"type": "FeatureCollection", "features": [background]}
    line = {"type": "LineString", "coordinates": [[WEST, SOUTH], [EAST, NORTH]]}
    files["geometry-lines"] = {"type": "FeatureCollection", "features": [feature("line", 0, line)]}
    files["catalogue"] = catalogue()
    files["marks"] = {"lists": {"list_2019": ["housing_area_001", "municipality_002"]}, "roles": {}, "projects": {}}
    files |= {f"values-{name}": values(name, collections, step) for name, step in (("first", 5), ("second", 21))}
    for name, content in files.items():
        (folder / f"{name}.json.gz").write_bytes(gzip.compress(json.dumps(content).encode()))
