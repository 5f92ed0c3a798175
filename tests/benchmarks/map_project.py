"""A copy of the project with a large dataset of its own: 98 municipalities and 1,500 housing areas, made from a seed.

The municipalities have their real outlines; the housing areas are rounded outlines of some 300 metres inside them.
"""

from __future__ import annotations

import math
import random
import shutil
from collections.abc import Iterator, Mapping
from contextlib import redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from typing import Any

import geopandas
import shapely

from dashboard.prepare import command
from data import versions
from data.versions import Version
from tests import small_dataset

ROOT = Path(__file__).parents[2]
OUTLINES = ROOT / "geo" / "source" / "published"
CODE = ("dashboard", "data", "geo", "pages", ".streamlit")
CHRISTIANSO = "kommune_0411"  # is no municipality
HOUSING_AREAS, POINTS = 1500, 24
SEED = 7


@dataclass(frozen=True)
class Size:
    """How much there is of each area."""

    indicators: tuple[str, ...]
    years: range


MAP = Size(("sigtede", "ledige", "uddannede"), range(2015, 2025))


def copy(folder: Path, size: Size = MAP, **tables: list[dict[str, str]]) -> Version:
    """Copy the code to `folder` and give it the large dataset alone, with more `tables`. Returns the version."""
    for name in CODE:
        left_out = shutil.ignore_patterns("__pycache__", "prepared", "source", "secrets.toml")
        shutil.copytree(ROOT / name, folder / name, ignore=left_out)
    shutil.copy(ROOT / "streamlit_app.py", folder)
    source, shapes = write(
        folder / "data" / "source" / "published", folder / "geo" / "source" / "published", size, tables
    )
    with redirect_stdout(StringIO()):
        contents = command.build(source, shapes)
    return versions.publish(folder / "data" / "prepared", "published", contents)


def write(
    source: Path, shapes: Path, size: Size = MAP, more: Mapping[str, list[dict[str, str]]] | None = None
) -> tuple[Path, Path]:
    """Write the source tables and the shapes as staff would; `more`: rows of other tables."""
    chance = random.Random(SEED)
    outlines = geopandas.read_parquet(OUTLINES / "municipality.parquet")
    outlines = outlines[outlines["area_id"] != CHRISTIANSO].assign(geometry_source_id="rapport")
    places = housing_areas(outlines, chance)
    shapes.mkdir(parents=True)
    outlines.to_parquet(shapes / "municipality.parquet")
    places.to_file(shapes / "housing_area.geojson", driver="GeoJSON")
    shutil.copy(OUTLINES / "background.parquet", shapes)
    tables = small_dataset.rows()
    area, number = tables["areas"][0], tables["observations"][0]
    areas = [area, *levels(area, outlines, "municipality"), *levels(area, places, "housing_area")]
    tables |= {
        "areas": areas,
        "indicators": [
            {**tables["indicators"][0], "indicator_id": name, "name_da": name.capitalize(), "name_en": name}
            for name in size.indicators
        ],
        "observations": [{**number, **row} for row in observations(areas, size, chance)],
        **(more or {}),
    }
    return small_dataset.write_source(source, tables), shapes


def housing_areas(outlines: geopandas.GeoDataFrame, chance: random.Random) -> geopandas.GeoDataFrame:
    """Outlines spread over the municipalities, each wholly inside its own."""
    rows = []
    while len(rows) < HOUSING_AREAS:
        home = outlines.iloc[len(rows) % len(outlines)]
        west, south, east, north = home.geometry.bounds
        centre = shapely.Point(chance.uniform(west, east), chance.uniform(south, north))
        drawn = outline(centre, chance)
        if home.geometry.contains(drawn):
            rows.append({**home, "area_id": f"bo_{len(rows):04d}_{home['area_id'][-4:]}", "geometry": drawn})
    return geopandas.GeoDataFrame(rows, crs=outlines.crs)


def outline(centre: shapely.Point, chance: random.Random) -> shapely.MultiPolygon:
    turns = [2 * math.pi * step / POINTS for step in range(POINTS)]
    reach = [0.0015 * chance.uniform(0.8, 1.2) for _ in turns]  # degrees
    ring = [
        (centre.x + 1.8 * far * math.cos(turn), centre.y + far * math.sin(turn))
        for turn, far in zip(turns, reach, strict=True)
    ]
    return shapely.MultiPolygon([shapely.Polygon(ring)])


def levels(area: dict[str, str], shapes: geopandas.GeoDataFrame, level: str) -> list[dict[str, str]]:
    return [
        {
            **area,
            "area_id": name,
            "name": f"Område {name}",
            "level": level,
            "municipality_code": name[-4:],
            "aliases": "",
        }
        for name in shapes["area_id"]
    ]


def observations(areas: list[dict[str, str]], size: Size, chance: random.Random) -> Iterator[dict[str, Any]]:
    for indicator in size.indicators:
        for area in areas:
            population = 1_000_000 if area["level"] == "country" else chance.randint(500, 5000)
            for year in size.years:
                yield {
                    "indicator_id": indicator,
                    "area_id": area["area_id"],
                    "period_start": str(year),
                    "period_end": str(year),
                    "population": str(population),
                    "count": str(round(population * chance.uniform(0.01, 0.09))),
                }
