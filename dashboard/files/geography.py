"""A view's table with the shapes of its areas: GeoJSON and GeoPackage, in EPSG:4326, for a map program.

The shapes are those that the map draws, made simple with shared borders kept. What a shape is stands beside it: an own
outline, a stand-in or a point. A row whose area has no known place has no shape.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterable

import geopandas
import pandas
import pyogrio
from shapely.geometry.base import BaseGeometry

from dashboard import store
from dashboard.files.taken import Taken, plain
from dashboard.i18n.words import N_, Words
from dashboard.views.kept import Setting, kept
from data.versions import Version
from geo.contract import STORED_CRS, Kind, PlacedArea

AREA = "area_id"
GEOJSON, GEOPACKAGE = "application/geo+json", "application/geopackage+sqlite3"
LAYER = "omraader"
KINDS = {
    Kind.OUTLINE: N_("områdets egen afgrænsning"),
    Kind.BUILDINGS: N_("bygningskreds, ikke en officiel afgrænsning"),
    Kind.STAND_IN: N_("et distrikt, ikke områdets egen afgrænsning"),
    Kind.POINT: N_("et punkt"),
    Kind.NONE: N_("intet kendt sted"),
}


def has_places(rows: pandas.DataFrame, setting: Setting) -> bool:
    """Whether a table of any columns has areas for a map program: their codes stand in its field `area_id`."""
    return AREA in rows and not placed(setting).isdisjoint(rows[AREA])


@kept
def placed(setting: Setting) -> frozenset[str]:
    """The areas that have a place."""
    rows = store.rows(setting.version, PlacedArea)
    return frozenset(row.area_id for row in rows if row.geometry_kind is not Kind.NONE)


def layer(taken: Taken) -> geopandas.GeoDataFrame:
    """The table with the `geometry` of each row's area, by the headings of the file. A missing number is empty there,
    for a column of a map program holds numbers or texts and not both; its status says why.
    """
    words, areas, version = taken.words, taken.rows[AREA], taken.setting.version
    areas_by_id = {row.area_id: row for row in store.rows(version, PlacedArea)}
    shapes = _shapes(version, {areas_by_id[area].level for area in areas if area in areas_by_id})
    numbers = {column.heading for column in taken.written if column.kind == "number"}
    values = taken.values()
    columns = {
        name: [value if name not in numbers or not isinstance(value, str) else None for value in values[name]]
        for name in values.columns
    }
    told = [_told(areas_by_id.get(area), words) for area in areas]
    columns |= {words("Afgrænsning"): [kind for kind, _ in told], words("Om afgrænsningen"): [note for _, note in told]}
    columns |= {heading: [text] * len(areas) for heading, text in taken.facts.items()}
    return geopandas.GeoDataFrame(columns, geometry=[shapes.get(area) for area in areas], crs=STORED_CRS)


def _told(area: PlacedArea | None, words: Words) -> tuple[str, str]:
    return ("", "") if area is None else (words(KINDS[area.geometry_kind]), words.text(area.geometry_note))


def _shapes(version: Version, levels: Iterable[str]) -> dict[str, BaseGeometry]:
    """The shapes of the levels that the browser draws, by area."""
    drawn = {f"geometry-{level}" for level in levels} & set(store.web_names(version))
    found = (feature for name in sorted(drawn) for feature in store.features(version, name))
    return {feature.id: feature.shape for feature in found if not feature.shape.is_empty}


def geojson(taken: Taken) -> bytes:
    """RFC 7946, with the view, its sources and its rules as a member of its own."""
    made = layer(taken)
    shapes = made.geometry
    names = [name for name in made.columns if name != shapes.name]
    features = [
        {
            "type": "Feature",
            "properties": {name: plain(value) for name, value in zip(names, row, strict=True)},
            "geometry": None if shape is None else shape.__geo_interface__,
        }
        for row, shape in zip(made[names].itertuples(index=False, name=None), shapes, strict=True)
    ]
    return json.dumps(
        {"type": "FeatureCollection", "name": LAYER, "about": taken.about(), "features": features}, ensure_ascii=False
    ).encode()


def geopackage(taken: Taken) -> bytes:
    """One layer with the view's heading and sources as its description."""
    content = io.BytesIO()
    about = "\n".join(f"{heading}: {text}" for heading, text in taken.about().items())
    pyogrio.write_dataframe(layer(taken), content, layer=LAYER, driver="GPKG", layer_options={"DESCRIPTION": about})
    return content.getvalue()
