"""A dataset as large as a large office's: 3.64 million numbers, written as the source files staff would write.

    python -m tests.benchmarks.big_dataset FOLDER               1,517 areas x 20 years x 30 indicators x 4 ages
    python -m tests.benchmarks.big_dataset FOLDER --share 0.1   a tenth of the indicators

writes `FOLDER/source` and `FOLDER/geo`. The numbers are drawn by a generator and are about nothing.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import geopandas
import numpy
import pandas
from shapely.geometry import MultiPolygon, Point, box

from data.contracts import GivenObservation
from tests import small_dataset

YEARS = range(2004, 2024)
INDICATORS = 30
AGES = {"all": 1.0, "15-17": 0.04, "18-24": 0.09, "25-64": 0.5}  # and their part of the population
COLUMNS, LINES = 14, 7  # of municipalities
HOUSING_AREAS = 1418
WEST, SOUTH, WIDE, HIGH = 8.0, 54.8, 0.3, 0.3  # degrees
KINDS = (("per_1000", "1000", "charges"), ("per_1000", "1000", "persons_charged"), ("percent", "100", "persons_other"))
COUNTRY, ESTATE = 50_000_000, 8_000  # people: nobody is asked whether so few persons may be shown
UNNAMED = {"note_da": "", "note_en": ""}


def write(folder: Path, share: float = 1.0) -> int:
    """Write the source and the shapes; how many numbers there are. `share`: of the indicators."""
    source, geo = folder / "source", folder / "geo"
    geo.mkdir(parents=True, exist_ok=True)
    municipalities = [f"kommune_{number:04}" for number in range(101, 101 + COLUMNS * LINES)]
    estates = [f"omr_{number:04}" for number in range(1, HOUSING_AREAS + 1)]
    homes = [municipalities[place % len(municipalities)] for place in range(HOUSING_AREAS)]
    indicators = [_indicator(number) for number in range(max(1, round(INDICATORS * share)))]
    tables = small_dataset.rows() | {
        "indicators": indicators,
        "accepted_questions": [],
        "areas": _areas(municipalities, estates, homes),
        "observations": [],
        "layers": [row for row in small_dataset.rows()["layers"] if row["layer_id"] != "parish"],
        "indicator_sets": [_line(place, row) for place, row in enumerate(indicators, 1)],
    }
    small_dataset.write_source(source, tables)
    people = numpy.array([COUNTRY, *[COUNTRY // len(municipalities)] * len(municipalities), *[ESTATE] * len(estates)])
    ids = ["danmark", *municipalities, *estates]
    (source / "observations.csv").unlink()
    for place, row in enumerate(indicators):
        frame = _numbers(row, ids, people, numpy.random.default_rng(place))
        frame.to_csv(source / f"observations_{row['indicator_id']}.csv", index=False)
    _write_shapes(geo, municipalities, estates)
    return len(indicators) * len(ids) * len(YEARS) * len(AGES)


def _indicator(number: int) -> dict[str, str]:
    unit, multiplier, counts = KINDS[number % len(KINDS)]
    named = {"indicator_id": f"tal_{number:02}", "name_da": f"Tal {number:02}", "name_en": f"Number {number:02}"}
    likeness = {0: "size", 2: "composition"}.get(number, "")
    return {
        **small_dataset.INDICATOR,
        **named,
        "unit": unit,
        "multiplier": multiplier,
        "counts": counts,
        "likeness": likeness,
    }


def _line(place: int, indicator: dict[str, str]) -> dict[str, str]:
    named = {name: indicator[name] for name in ("indicator_id", "name_da", "name_en")}
    title = {"title_da": "Alle tal", "title_en": "All numbers", "theme_name_da": "Tema", "theme_name_en": "Theme"}
    empty = dict.fromkeys(("levels_da", "levels_en", "source_id", "page"), "")
    return {
        "instrument": "alle",
        "order": str(place),
        "theme": "crime",
        "certainty": "C",
        **title,
        **named,
        **empty,
        **UNNAMED,
    }


def _areas(municipalities: list[str], estates: list[str], homes: list[str]) -> list[dict[str, str]]:
    rows = [("danmark", "Danmark", "country", "")]
    rows += [(name, f"Kommune {name[-4:]}", "municipality", name[-4:]) for name in municipalities]
    rows += [
        (name, f"Boligområde {name[-4:]}", "housing_area", home[-4:]) for name, home in zip(estates, homes, strict=True)
    ]
    names = ("area_id", "name", "level", "municipality_code")
    return [{**small_dataset.EMPTY_AREA, **dict(zip(names, row, strict=True))} for row in rows]


def _numbers(
    indicator: dict[str, str], ids: list[str], people: numpy.ndarray, chance: numpy.random.Generator
) -> pandas.DataFrame:
    """One indicator's rows of the table `GivenObservation`: counts about a rate of the area's own."""
    index = pandas.MultiIndex.from_product([ids, YEARS, AGES], names=["area_id", "period_start", "age_group"])
    rates = chance.uniform(0.08, 0.12, len(ids))  # so high that no area has one or two persons
    population = numpy.einsum("i,j,k->ijk", people, numpy.ones(len(YEARS)), list(AGES.values())).round().astype(int)
    count = chance.binomial(population, rates[:, None, None])
    frame = pandas.DataFrame({"count": count.ravel(), "population": population.ravel()}, index=index).reset_index()
    given = {**small_dataset.OBSERVATION, "indicator_id": indicator["indicator_id"]}
    constant = {name: value for name, value in given.items() if name not in frame}
    return frame.assign(**constant, period_end=frame["period_start"])[GivenObservation.columns()]


def _write_shapes(folder: Path, municipalities: list[str], estates: list[str]) -> None:
    notes = {
        "geometry_note_da": "Kilde: kort",
        "geometry_note_en": "Source: map",
        "geometry_certainty": "A",
        "geometry_source_id": "rapport",
        "boundary_year": pandas.array([2021], dtype="Int64")[0],
    }
    corners = [(WEST + WIDE * (n % COLUMNS), SOUTH + HIGH * (n // COLUMNS)) for n in range(len(municipalities))]
    squares = [MultiPolygon([box(x, y, x + WIDE, y + HIGH)]) for x, y in corners]
    spots = [_spot(*corners[n % len(corners)], n // len(corners)) for n in range(len(estates))]
    for name, ids, shapes in (
        ("municipality.parquet", municipalities, squares),
        ("housing_area.geojson", estates, spots),
    ):
        frame = geopandas.GeoDataFrame(
            {"area_id": ids, "geometry_kind": "outline", **notes}, geometry=shapes, crs="EPSG:4326"
        )
        frame = frame.astype({"boundary_year": "Int64"})
        if name.endswith("parquet"):
            frame.to_parquet(folder / name)
        else:
            frame.to_file(folder / name, driver="GeoJSON")
    land = MultiPolygon([box(WEST, SOUTH, WEST + WIDE * COLUMNS, SOUTH + HIGH * LINES)])
    geopandas.GeoDataFrame({"kind": ["land"]}, geometry=[land], crs="EPSG:4326").to_parquet(
        folder / "background.parquet"
    )


def _spot(x: float, y: float, place: int) -> MultiPolygon:
    """The outline of the housing area of this place within the municipality of this corner: about 300 m wide."""
    middle = Point(x + 0.04 + 0.055 * (place % 5), y + 0.05 + 0.09 * (place // 5))
    return MultiPolygon([middle.buffer(0.002, quad_segs=6)])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--share", type=float, default=1.0)
    chosen = parser.parse_args()
    print(f"{write(chosen.folder, chosen.share):,} numbers")


if __name__ == "__main__":
    main()
