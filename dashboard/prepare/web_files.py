"""The files that the browser draws from: shapes once a level, an indicator's numbers for all periods at once, what
can be marked, and what can be searched for.

Compact JSON, compressed by prepare: the same content gives the same bytes.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import geopandas
import pandas

from dashboard.prepare import barometer_files
from data import names, query
from data.contracts import (
    COMPARISONS,
    ROLES,
    AreaLevel,
    Designation,
    Indicator,
    Layer,
    Level,
    Membership,
    Observation,
    Project,
    Role,
    Source,
    Status,
    Trend,
)
from data.levels import DRAWN, Levels
from geo import shapes
from geo.contract import PlacedArea
from geo.layers import Layers

Tables = Mapping[str, pandas.DataFrame]  # prepared tables by their names, the areas with their shapes
Areas = Mapping[str, PlacedArea]  # every area once, by its id
Origin = tuple[str, str, str, int]  # name and page of the source, certainty, whether derived
EXTRA_DECIMALS = 3  # beyond those shown, so that rounding moves no value into another class
STATUSES = list(Status)


@dataclass(frozen=True)
class Book:
    """What the numbers of a map are looked up in: the rows of the table `Observation` that can be `drawn`, the areas,
    the names of sources, the trends, and the levels.
    """

    drawn: pandas.DataFrame
    areas: Areas
    sources: Mapping[str, str]
    trends: Sequence[Trend]
    levels: Levels

    @classmethod
    def of(cls, tables: Tables) -> Self:
        return cls(
            query.drawn(tables[Observation.TABLE], tables[PlacedArea.TABLE]),
            areas_by_id(tables),
            {source.source_id: source.named for source in Source.of(tables[Source.TABLE])},
            Trend.of(tables[Trend.TABLE]),
            Levels.of(AreaLevel.of(tables[AreaLevel.TABLE])),
        )

    def origin(self, row: Observation) -> Origin:
        return self.sources[row.source_id], row.page, row.value_certainty, int(row.derived)


def build(
    tables: Tables, background: geopandas.GeoDataFrame, layers: Mapping[str, geopandas.GeoDataFrame]
) -> dict[str, bytes]:
    """All files for the browser by their name in the version: `web/<name>.json.gz`.

    `tables`: those of `contracts.PREPARED_TABLES`, the areas as `ShapedArea`. `background` is the table `Background`,
    `layers` are tables `Reference`, the shapes to orient by, by layer id. All shapes are in EPSG:4326.
    """
    book, files = Book.of(tables), Layers.of(Layer.of(tables[Layer.TABLE]))
    contents: dict[str, Any] = geometries(tables, book, files)
    contents["background"] = shapes.background_features(shapes.simplify_background(background, files.tolerance))
    contents |= {
        f"layer-{layer.layer_id}": shapes.layer_features(shapes.simplify_layer(found, layer.tolerance))
        for layer in files.to_orient_by
        if (found := layers.get(layer.layer_id)) is not None
    }
    contents["marks"] = marks(
        Designation.of(tables[Designation.TABLE]), Role.of(tables[Role.TABLE]), Project.of(tables[Project.TABLE])
    )
    contents["search"] = search_index(book.areas)
    for indicator in Indicator.of(tables[Indicator.TABLE]):
        decimals = indicator.decimals + EXTRA_DECIMALS
        contents[f"values-{indicator.indicator_id}"] = indicator_values(book, indicator.indicator_id, decimals)
    contents |= barometer_files.build(tables)
    return {f"web/{name}.json.gz": _compress(shapes.encode(content)) for name, content in contents.items()}


def areas_by_id(tables: Tables) -> Areas:
    return {area.area_id: area for area in PlacedArea.of(query.once(tables[PlacedArea.TABLE]))}


def geometries(tables: Tables, book: Book, files: Layers) -> dict[str, Any]:
    """The shapes of every level as GeoJSON, by the name of their file."""
    shaped = query.once(tables[PlacedArea.TABLE])
    within = query.parents(shaped, tables[Membership.TABLE], book.levels.order)
    return {
        f"geometry-{row.level}": geometry(shaped, book.areas, files.at(row.level), within) for row in book.levels.drawn
    }


def geometry(
    shaped: geopandas.GeoDataFrame, areas: Areas, layers: Sequence[Layer], within: Mapping[str, list[str]]
) -> dict[str, Any]:
    """The shapes of the level of some layers as GeoJSON, simplified for the browser. `shaped` is of `ShapedArea`."""
    drawn = shaped[shaped["level"].isin([layer.level for layer in layers])]
    if drawn.empty:
        return {"type": "FeatureCollection", "features": [], "boundary_years": []}
    named = names.unique(areas.values())
    return shapes.area_features(shapes.simplify(drawn, layers), named, municipality_names(areas), within)


def municipality_names(areas: Areas) -> dict[str, str]:
    """The name of every area's municipality, empty where it has none."""
    by_code = {area.municipality_code: area.name for area in areas.values() if area.level_kind is Level.MUNICIPALITY}
    return {area_id: by_code.get(area.municipality_code, "") for area_id, area in areas.items()}


def marks(
    designations: Iterable[Designation], roles: Iterable[Role], projects: Iterable[Project]
) -> dict[str, dict[str, list[str]]]:
    """Which areas to mark: on each official list that any is known to stand on, in each role, with each's projects."""
    in_roles = _gathered((role.role, role.area_id) for role in roles)
    placed = ((area_id, project.name) for project in projects for area_id in project.areas.split("|") if area_id)
    return {
        "lists": _gathered((designation.list_id, designation.area_id) for designation in designations),
        "roles": {role: in_roles.get(role, []) for role in ROLES},
        "projects": _gathered(placed),
    }


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """What belongs to each name, once and sorted."""
    found: dict[str, set[str]] = {}
    for name, other in pairs:
        found.setdefault(name, set()).add(other)
    return {name: sorted(found[name]) for name in sorted(found)}


def search_index(areas: Areas) -> list[list[str]]:
    """What a search can find, in Danish name order: id, name, aliases with | between, level, municipality, town."""
    municipalities = municipality_names(areas)
    found = [area for area in areas.values() if area.level_kind in (Level.COUNTRY, *DRAWN)]
    return [
        [area.area_id, area.name, area.aliases, area.level, municipalities[area.area_id], area.town]
        for area in sorted(found, key=lambda area: (query.danish_order(area.name), area.area_id))
    ]


def indicator_values(book: Book, indicator_id: str, decimals: int) -> dict[str, Any]:
    """An indicator's numbers on every level that is drawn, in its main age group and breakdown.

    For each area one of each per period: v (values), lo, hi (95 % interval), s (place in `statuses`), c (place in
    `comparisons`), o (place in `origins`: name and page of the source, certainty, whether derived), e (place in
    `editions`), g (group by rank) and m (place in `comparisons` against the municipality); e is left out where all
    numbers are of one edition (numbers of two are not compared), g and m where there is none. And t, the verdict on its
    trend, or empty. A level or an area without a row is left out; a period without one is not_collected.
    """
    rows = Observation.of(query.main_rows(book.drawn, indicator_id))
    origins, editions = sorted({book.origin(row) for row in rows}), sorted({row.edition for row in rows})
    verdicts = _verdicts(book.trends, rows)
    levels = {
        drawn.level: [row for row in rows if book.areas[row.area_id].level == drawn.level]
        for drawn in book.levels.drawn
    }

    def series(area_id: str, found: Sequence[Observation | None]) -> dict[str, Any]:
        places = [None if row is None else origins.index(book.origin(row)) for row in found]
        return {**_series(found, decimals, places, editions), "t": verdicts.get(area_id, "")}

    return {
        "indicator": indicator_id,
        "statuses": STATUSES,
        "comparisons": list(COMPARISONS),
        "origins": origins,
        "editions": editions,
        "levels": {
            level: {
                "periods": [query.period_name(*span) for span in spans],
                "areas": {area_id: series(area_id, found) for area_id, found in _by_area(numbers, spans).items()},
            }
            for level, numbers in levels.items()
            if (spans := _spans(numbers))
        },
    }


def _spans(rows: Iterable[Observation]) -> list[query.Period]:
    """The periods of some rows, the oldest first."""
    ends = sorted({(row.period_end, row.period_start) for row in rows})
    return [(start, end) for end, start in ends]


def _by_area(rows: Iterable[Observation], spans: Sequence[query.Period]) -> dict[str, list[Observation | None]]:
    """The row of every area in each of the periods, None where it has none."""
    found: dict[str, dict[query.Period, Observation]] = {}
    for row in rows:
        found.setdefault(row.area_id, {})[row.period_start, row.period_end] = row
    return {area_id: [found[area_id].get(span) for span in spans] for area_id in sorted(found)}


def _series(
    found: Sequence[Observation | None], decimals: int, origins: list[int | None], editions: Sequence[str]
) -> dict[str, Any]:
    """The numbers of one area over time, as in `indicator_values`."""
    municipality = [COMPARISONS.index(row.municipality_comparison) if row else 0 for row in found]
    groups = [row.rank_group if row else None for row in found]
    own_editions = [editions.index(row.edition) if row else None for row in found]
    return {
        "v": [_rounded(row.value, decimals) if row else None for row in found],
        "lo": [_rounded(row.low, decimals) if row else None for row in found],
        "hi": [_rounded(row.high, decimals) if row else None for row in found],
        "s": [STATUSES.index(row.status if row else Status.NOT_COLLECTED) for row in found],
        "c": [COMPARISONS.index(row.comparison) if row else 0 for row in found],
        "o": origins,
        **({"e": own_editions} if len({row.edition for row in found if row}) > 1 else {}),
        **({"g": groups} if any(group is not None for group in groups) else {}),
        **({"m": municipality} if any(municipality) else {}),
    }


def _rounded(number: float | None, decimals: int) -> float | None:
    return None if number is None else round(number, decimals)


def _verdicts(trends: Iterable[Trend], rows: Iterable[Observation]) -> dict[str, str]:
    """The verdict on the trend of each area, in its latest edition."""
    drawn = {(row.indicator_id, row.area_id, row.age_group, row.breakdown) for row in rows}
    return {
        trend.area_id: trend.verdict
        for trend in sorted(trends, key=lambda trend: trend.edition)
        if (trend.indicator_id, trend.area_id, trend.age_group, trend.breakdown) in drawn
    }


def _compress(content: bytes) -> bytes:
    """Gzip without time, name or operating system: the same bytes on every machine."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()
