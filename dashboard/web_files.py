"""The files that the browser draws from: shapes once a level, an indicator's numbers for all periods at once.

Compact JSON, compressed by prepare: the same content gives the same bytes.
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Mapping
from typing import Any

import geopandas
import pandas

from data import query
from data.contracts import Level, Status
from data.query import DRAWN_LEVELS
from geo import shapes

STATUSES = [status.value for status in Status]
COMPARISONS = ["", "above", "below", "similar", "not_compared"]
EXTRA_DECIMALS = 3  # beyond those shown, so that rounding moves no value into another class


def build(tables: Mapping[str, pandas.DataFrame], background: geopandas.GeoDataFrame) -> dict[str, bytes]:
    """All files for the browser by their name in the version: `web/<name>.json.gz`.

    `tables` are the prepared tables, `areas` with its shapes.
    """
    areas, observations = tables["areas"], tables["observations"]
    contents = {f"geometry-{level}": shapes.encode(geometry(areas, level)) for level in DRAWN_LEVELS}
    contents["background"] = shapes.encode(shapes.background_features(shapes.simplify_background(background)))
    for indicator in tables["indicators"].itertuples():
        values = indicator_values(observations, areas, indicator.indicator_id, indicator.decimals + EXTRA_DECIMALS)
        contents[f"values-{indicator.indicator_id}"] = _encode(values)
    return {f"web/{name}.json.gz": _compress(content) for name, content in contents.items()}


def geometry(areas: geopandas.GeoDataFrame, level: Level) -> dict[str, Any]:
    """The shapes of one level as GeoJSON, simplified for the browser."""
    municipalities = areas[areas["level"] == Level.MUNICIPALITY].set_index("municipality_code")["name"]
    drawn = query.once(areas[areas["level"] == level])
    names = drawn.set_index("area_id")["name"]
    within = drawn.set_index("area_id")["municipality_code"].map(municipalities.to_dict()).fillna("")
    if drawn.empty:
        return {"type": "FeatureCollection", "features": []}
    return shapes.area_features(shapes.simplify(drawn, level), names.to_dict(), within.to_dict())


def indicator_values(
    observations: pandas.DataFrame, areas: pandas.DataFrame, indicator_id: str, decimals: int
) -> dict[str, Any]:
    """An indicator's numbers on every level that is drawn, in its main age group and breakdown.

    For each area: v (values), lo, hi (95 % interval), s (place in `statuses`) and c (place in `comparisons`), one of
    each per period. A level or an area without a row is left out; a period without one is not_collected.
    """
    drawn = query.drawn(observations[observations["indicator_id"] == indicator_id], areas)
    chosen = query.main_selection(drawn, indicator_id)
    rows = query.preferred(query.series(drawn, indicator_id, drawn["area_id"].unique(), *chosen))
    levels = rows["area_id"].map(areas.drop_duplicates("area_id").set_index("area_id")["level"])
    return {
        "indicator": indicator_id,
        "statuses": STATUSES,
        "comparisons": COMPARISONS,
        "levels": {level.value: _level_values(rows[levels == level], decimals)
                   for level in DRAWN_LEVELS if (levels == level).any()},
    }


def _level_values(rows: pandas.DataFrame, decimals: int) -> dict[str, Any]:
    names = [start if start == end else f"{start}-{end}"
             for start, end in rows[["period_start", "period_end"]].astype("str").itertuples(index=False)]
    rows = rows.assign(period=pandas.Series(names, rows.index, dtype="str"))
    periods = rows.sort_values(["period_end", "period_start"])["period"].drop_duplicates().tolist()
    areas = {}
    for area_id, own in rows.groupby("area_id", sort=True):
        own = own.set_index("period").reindex(periods)
        areas[area_id] = {
            **{short: [None if pandas.isna(number) else round(number, decimals) for number in own[column]]
               for short, column in (("v", "value"), ("lo", "low"), ("hi", "high"))},
            "s": own["status"].fillna(Status.NOT_COLLECTED.value).map(STATUSES.index).tolist(),
            "c": own["comparison"].fillna("").map(COMPARISONS.index).tolist(),
        }
    return {"periods": periods, "areas": areas}


def _encode(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _compress(content: bytes) -> bytes:
    """Gzip without time, name or operating system: the same bytes on every machine."""
    buffer = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=buffer, mode="wb", compresslevel=9, mtime=0) as file:
        file.write(content)
    return buffer.getvalue()
