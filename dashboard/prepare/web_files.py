"""The files that the browser draws from: shapes once a level, an indicator's numbers for all periods at once, what
can be marked, and what can be searched for.

Compact JSON, compressed by prepare: the same content gives the same bytes.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Mapping, Sequence
from typing import Any

import geopandas
import pandas

from data import query
from data.contracts import COMPARISONS, ROLES, AreaLevel, Layer, Level, Status
from data.levels import DRAWN, Levels
from geo import shapes
from geo.layers import Layers

STATUSES = [status.value for status in Status]
EXTRA_DECIMALS = 3  # beyond those shown, so that rounding moves no value into another class
SERIES = ["indicator_id", "area_id", "age_group", "breakdown"]
ORIGIN = ["title", "page", "value_certainty", "derived"]


def build(
    tables: Mapping[str, pandas.DataFrame],
    background: geopandas.GeoDataFrame,
    layers: Mapping[str, geopandas.GeoDataFrame],
) -> dict[str, bytes]:
    """All files for the browser by their name in the version: `web/<name>.json.gz`.

    `tables` are the prepared tables, `areas` with its shapes; `layers` are the shapes to orient by, by layer id.
    """
    areas = query.once(tables["areas"])
    levels, files = Levels.of(AreaLevel.of(tables["levels"])), Layers.of(Layer.of(tables["layers"]))
    within = query.parents(areas, tables["memberships"], levels.order)
    contents = {f"geometry-{row.level}": geometry(areas, files.at(row.level), within) for row in levels.drawn}
    contents["background"] = shapes.background_features(shapes.simplify_background(background, files.tolerance))
    contents |= {
        f"layer-{layer.layer_id}": shapes.layer_features(shapes.simplify_layer(found, layer.tolerance))
        for layer in files.to_orient_by
        if (found := layers.get(layer.layer_id)) is not None
    }
    contents["marks"] = marks(tables)
    contents["search"] = search_index(areas)
    for indicator in tables["indicators"].itertuples():
        decimals = indicator.decimals + EXTRA_DECIMALS
        contents[f"values-{indicator.indicator_id}"] = indicator_values(tables, indicator.indicator_id, decimals)
    return {f"web/{name}.json.gz": _compress(shapes.encode(content)) for name, content in contents.items()}


def geometry(areas: geopandas.GeoDataFrame, layers: Sequence[Layer], within: Mapping[str, list[str]]) -> dict[str, Any]:
    """The shapes of one level as GeoJSON, simplified for the browser. `layers` are those of the level."""
    drawn = areas[areas["level"].isin([layer.level for layer in layers])]
    if drawn.empty:
        return {"type": "FeatureCollection", "features": [], "boundary_years": []}
    names = drawn.set_index("area_id")["name"]
    municipalities = drawn.set_index("area_id")["municipality_code"].map(_municipality_names(areas)).fillna("")
    simplified = shapes.simplify(drawn, layers)
    return shapes.area_features(simplified, names.to_dict(), municipalities.to_dict(), within)


def marks(tables: Mapping[str, pandas.DataFrame]) -> dict[str, dict[str, list[str]]]:
    """Which areas to mark: on each official list that any is known to stand on, in each role, with each's projects."""
    roles = tables["roles"].groupby("role")["area_id"].agg(_sorted).to_dict()
    projects = tables["projects"].assign(area_id=tables["projects"]["areas"].str.split("|")).explode("area_id")
    projects = projects[projects["area_id"] != ""]
    return {
        "lists": tables["designations"].groupby("list_id")["area_id"].agg(_sorted).to_dict(),
        "roles": {role: roles.get(role, []) for role in ROLES},
        "projects": projects.groupby("area_id")["name"].agg(_sorted).to_dict(),
    }


def search_index(areas: pandas.DataFrame) -> list[list[str]]:
    """What a search can find, in Danish name order: id, name, aliases with | between, level, municipality, town."""
    found = areas[areas["level_kind"].isin([Level.COUNTRY, *DRAWN])]
    order = sorted(found.index, key=lambda at: (query.danish_order(found.at[at, "name"]), found.at[at, "area_id"]))
    found = found.assign(municipality=found["municipality_code"].map(_municipality_names(areas)).fillna("")).loc[order]
    return found[["area_id", "name", "aliases", "level", "municipality", "town"]].to_numpy().tolist()


def indicator_values(tables: Mapping[str, pandas.DataFrame], indicator_id: str, decimals: int) -> dict[str, Any]:
    """An indicator's numbers on every level that is drawn, in its main age group and breakdown.

    For each area one of each per period: v (values), lo, hi (95 % interval), s (place in `statuses`), c (place in
    `comparisons`), o (place in `origins`: title and page of the source, certainty, whether derived), e (place in
    `editions`), g (group by rank) and m (place in `comparisons` against the municipality); e is left out where all
    numbers are of one edition (numbers of two are not compared), g and m where there is none. And t, the verdict on its
    trend, or empty. A level or an area without a row is left out; a period without one is not_collected.
    """
    areas = query.once(tables["areas"]).set_index("area_id")
    rows = query.main_rows(query.drawn(tables["observations"], tables["areas"]), indicator_id)
    rows = rows.assign(
        level=rows["area_id"].map(areas["level"]),
        period=_periods(rows),
        title=rows["source_id"].map(tables["sources"].set_index("source_id")["title"]),
        derived=rows["derived"].astype("int64"),
    )
    lists = {
        "origins": sorted(set(rows[ORIGIN].itertuples(index=False, name=None))),
        "editions": sorted(set(rows["edition"])),
    }
    return {
        "indicator": indicator_id,
        "statuses": STATUSES,
        "comparisons": list(COMPARISONS),
        **lists,
        "levels": {
            row.level: _level_values(own, decimals, lists, _verdicts(tables["trends"], own))
            for row in Levels.of(AreaLevel.of(tables["levels"])).drawn
            if not (own := rows[rows["level"] == row.level]).empty
        },
    }


def _periods(rows: pandas.DataFrame) -> pandas.Series:
    spans = rows[["period_start", "period_end"]].itertuples(index=False)
    return pandas.Series([query.period_name(*span) for span in spans], rows.index, dtype="str")


def _verdicts(trends: pandas.DataFrame, rows: pandas.DataFrame) -> dict[str, str]:
    """The verdict on the trend of each area, in its latest edition."""
    own = trends.merge(rows[SERIES].drop_duplicates(), on=SERIES).sort_values("edition", kind="stable")
    return own.drop_duplicates("area_id", keep="last").set_index("area_id")["verdict"].to_dict()


def _level_values(
    rows: pandas.DataFrame, decimals: int, lists: Mapping[str, list[Any]], verdicts: Mapping[str, str]
) -> dict[str, Any]:
    periods = rows.sort_values(query.IN_TIME)["period"].drop_duplicates().tolist()
    origins = {origin: place for place, origin in enumerate(lists["origins"])}
    rows = rows.assign(origin=[origins[origin] for origin in rows[ORIGIN].itertuples(index=False, name=None)])
    rows = rows.assign(edition=rows["edition"].map(lists["editions"].index).astype("int64"))
    areas = {}
    for area_id, own in rows.groupby("area_id", sort=True):
        own = own.set_index("period").reindex(periods)
        municipality = _places(own["municipality_comparison"], COMPARISONS)
        areas[area_id] = {
            "v": _numbers(own["value"], decimals),
            "lo": _numbers(own["low"], decimals),
            "hi": _numbers(own["high"], decimals),
            "s": _places(own["status"].fillna(Status.NOT_COLLECTED.value), STATUSES),
            "c": _places(own["comparison"], COMPARISONS),
            "o": _numbers(own["origin"]),
            **({"e": _numbers(own["edition"])} if own["edition"].nunique() > 1 else {}),
            **({"g": _numbers(own["rank_group"])} if own["rank_group"].notna().any() else {}),
            **({"m": municipality} if any(municipality) else {}),
            "t": verdicts.get(area_id, ""),
        }
    return {"periods": periods, "areas": areas}


def _numbers(column: pandas.Series, decimals: int | None = None) -> list[float | int | None]:
    """The numbers of a column, rounded; whole ones where no decimals are asked for."""
    return [None if pandas.isna(number) else round(number, decimals) for number in column]


def _places(column: pandas.Series, names: Sequence[str]) -> list[int]:
    return column.fillna(names[0]).map(names.index).tolist()


def _municipality_names(areas: pandas.DataFrame) -> dict[str, str]:
    return areas[areas["level_kind"] == Level.MUNICIPALITY].set_index("municipality_code")["name"].to_dict()


def _sorted(values: pandas.Series) -> list[str]:
    return sorted(set(values))


def _compress(content: bytes) -> bytes:
    """Gzip without time, name or operating system: the same bytes on every machine."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()
