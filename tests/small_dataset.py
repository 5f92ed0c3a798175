"""A dataset so small that every result can be checked in the head, written as the source files staff would write.

100 young people in Mølleby with 5 persons charged (50 per 1,000), 10,000 in Denmark with 200 (20 per 1,000).
"""

from __future__ import annotations

from pathlib import Path

import geopandas
import pandas
import pytest
from shapely.geometry import MultiPolygon, Point, box

from data.contracts import SOURCE_TABLES
from data.errors import Finding, SourceError
from data.read import read_source

NOTES = {"note_da": "", "note_en": ""}
SOURCE = {"source_id": "rapport", "page": "7"}
EMPTY_AREA = {"aliases": "", "town": "", "housing_organisation": "", "valid_from": "", "valid_to": "", **NOTES}
OBSERVATION = {
    "indicator_id": "sigtede",
    "age_group": "all",
    "breakdown": "all",
    "edition": "",
    "value": "",
    "status": "shown",
    **SOURCE,
    "value_certainty": "A",
    "period_certainty": "A",
    **NOTES,
}
INDICATOR = {
    "theme": "crime",
    "definition_da": "d",
    "definition_en": "d",
    "multiplier": "1000",
    "direction": "low_is_good",
    "counts": "persons_charged",
    "place": "residence",
    "counting_rule_da": "",
    "counting_rule_en": "",
    "caveat_da": "",
    "caveat_en": "",
    "decimals": "1",
    "likeness": "",
    "scale": "quantiles",
}


def level(level_id: str, order: str, kind: str, one: str, many: str, **cells: str) -> dict[str, str]:
    """A row of `levels`; a register publishes nothing at it and nothing lies on it unless `cells` say so."""
    named = {"name_da": one, "name_en": one, "plural_da": many, "plural_en": many, "inside_da": "", "inside_en": ""}
    empty = {"published": "", "has_marks": "false", "borders": ""}
    return {"level": level_id, "order": order, "kind": kind, **named, **empty, **cells}


def layer(layer_id: str, level_id: str, file: str, **cells: str) -> dict[str, str]:
    """A row of `layers`: areas that share borders, as many as there are, unless `cells` say so."""
    empty = dict.fromkeys(("area_ids", "min_count", "max_count", "borders", "name_da", "name_en"), "")
    shown = {"layer_id": layer_id, "level": level_id, "file": file, "tolerance": "20", "coverage": "true"}
    return {**empty, **shown, **cells}


LEVELS = (
    level("country", "1", "country", "land", "Hele landet", published="years"),
    level("region", "2", "region", "region", "Regioner", published="years", has_marks="true"),
    level(
        "municipality",
        "3",
        "municipality",
        "kommune",
        "Kommuner",
        published="years",
        has_marks="true",
        inside_da="kommunerne",
    ),
    level("district", "4", "district", "bydel eller lokalsamfund", "Bydele og lokalsamfund", borders="bydele"),
    level(
        "housing_area",
        "5",
        "housing_area",
        "boligområde",
        "Boligområder",
        published="periods",
        inside_da="boligområderne",
    ),
    level("group", "6", "group", "gruppe", "Grupper", published="sums"),
)


def rows() -> dict[str, list[dict[str, str]]]:
    """The rows of every table that has any, as texts; change them before `write_source`."""
    return {
        "sources": [
            {
                "source_id": "rapport",
                "title": "Rapport",
                "publisher": "Udgiver",
                "published": "2015",
                "page": "",
                "url": "",
                "licence": "",
                "source_class": "published",
                **NOTES,
            }
        ],
        "indicators": [
            {"indicator_id": "sigtede", "name_da": "Sigtede", "name_en": "Charged", "unit": "per_1000", **INDICATOR},
            {
                "indicator_id": "ledige",
                "name_da": "Ledige",
                "name_en": "Unemployed",
                "unit": "percent",
                **INDICATOR,
                "multiplier": "100",
                "counts": "persons_unemployed",
                "theme": "employment",
            },
        ],
        "accepted_questions": [  # nobody has counted the unemployed
            {
                "question": "no_numbers__ledige__685d78",
                "reason_da": "Tallene kommer næste år.",
                "reason_en": "The numbers come next year.",
                "accepted_by_da": "Redaktionen",
                "accepted_by_en": "The editors",
                "accepted_on": "2015-06-30",
            }
        ],
        "levels": [dict(row) for row in LEVELS],
        "layers": [
            layer("municipality", "municipality", "municipality.parquet", area_ids=r"kommune_\d{4}"),
            layer("housing_area", "housing_area", "housing_area.geojson", tolerance="5", coverage="false"),
            layer("parish", "", "parish.parquet", borders="sogne", name_da="Sogne", name_en="Parishes"),
        ],
        "areas": [
            {"area_id": "danmark", "name": "Danmark", "level": "country", "municipality_code": "", **EMPTY_AREA},
            {
                "area_id": "kommune_0999",
                "name": "Åby Kommune",
                "level": "municipality",
                "municipality_code": "0999",
                **EMPTY_AREA,
            },
            {
                "area_id": "moelleby",
                "name": "Mølleby",
                "level": "housing_area",
                "municipality_code": "0999",
                **EMPTY_AREA,
                "aliases": "Møllen",
            },
        ],
        "observations": [
            {
                **OBSERVATION,
                "area_id": "danmark",
                "period_start": "2014",
                "period_end": "2014",
                "count": "200",
                "population": "10000",
            },
            {
                **OBSERVATION,
                "area_id": "moelleby",
                "period_start": "2014",
                "period_end": "2014",
                "count": "5",
                "population": "100",
            },
            {
                **OBSERVATION,
                "area_id": "kommune_0999",
                "period_start": "2014",
                "period_end": "2014",
                "count": "",
                "population": "",
                "value": "21.5",
            },
            {
                **OBSERVATION,
                "area_id": "moelleby",
                "period_start": "2015",
                "period_end": "2015",
                "count": "",
                "population": "100",
                "status": "hidden",
            },
        ],
    }


def write_source(folder: Path, tables: dict[str, list[dict[str, str]]] | None = None) -> Path:
    """Write the tables as CSV files, those without rows as a header alone."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in SOURCE_TABLES.items():
        frame = pandas.DataFrame((tables or rows()).get(name, []), columns=model.columns(), dtype="str")
        frame.to_csv(folder / f"{name}.csv", index=False)
    return folder


def findings_of(folder: Path) -> tuple[Finding, ...]:
    with pytest.raises(SourceError) as error:
        read_source(folder)
    return error.value.findings


def places(folder: Path) -> list[tuple[str, int | None, str | None]]:
    return [(finding.file, finding.row, finding.column) for finding in findings_of(folder)]


def with_cells(folder: Path, table: str, row: int, **cells: str) -> Path:
    """The small dataset with some cells of one row changed; rows count as in a spreadsheet."""
    tables = rows()
    tables[table][row - 2] |= cells
    return write_source(folder, tables)


def write_shapes(folder: Path) -> Path:
    """A municipality two degrees wide with the housing area as a point in it."""
    folder.mkdir(parents=True, exist_ok=True)
    notes = {
        "geometry_note_da": "Kilde: kort",
        "geometry_note_en": "Source: map",
        "geometry_certainty": "A",
        "geometry_source_id": "rapport",
        "boundary_year": pandas.array([2021], dtype="Int64"),
    }
    square = MultiPolygon([box(9, 55, 11, 56)])
    frame(["kommune_0999"], "outline", notes, square).to_parquet(folder / "municipality.parquet")
    point_notes = {**notes, "geometry_note_da": "Punkt, ikke områdets grænse", "geometry_note_en": "A point"}
    points = frame(["moelleby"], "point", point_notes, Point(10, 55.5))
    points.to_file(folder / "housing_area.geojson", driver="GeoJSON")
    land = geopandas.GeoDataFrame({"kind": ["land"]}, geometry=[square], crs="EPSG:4326")
    land.to_parquet(folder / "background.parquet")
    return folder


def frame(area_ids: list[str], kind: str, notes: dict[str, object], shape: object) -> geopandas.GeoDataFrame:
    columns = {"area_id": area_ids, "geometry_kind": kind, **notes}
    return geopandas.GeoDataFrame(columns, geometry=[shape], crs="EPSG:4326")
