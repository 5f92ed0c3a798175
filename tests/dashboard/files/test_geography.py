"""A table for a map program: each row with its area's shape, and what the shape is in words."""

from __future__ import annotations

import io
import json
from datetime import date

import geopandas
import pandas
import pytest

from dashboard import store
from dashboard.files import geography
from dashboard.files.taken import Taken, Told
from dashboard.i18n.words import Words
from dashboard.views.kept import Setting
from dashboard.views.tables import Column

COLUMNS = [Column("area", "Område"), Column("value", "Værdi", "number", 1)]


@pytest.fixture(scope="module")
def setting() -> Setting:
    return Setting(store.current("published"), Words(), projector=False, today=date(2026, 11, 27))


@pytest.fixture(scope="module")
def taken(setting: Setting) -> Taken:
    rows = pandas.DataFrame(
        [
            ("Tåstrupgård", "taastrupgaard", 1.5, "shown"),
            ("Ishøj", "kommune_0183", None, "hidden"),
            ("Hele landet", "danmark", 2.0, "shown"),
        ],
        columns=["area", "area_id", "value", "status"],
    )
    told = Told("Værdier", "Det er tallene.", "Kilde: en rapport.", "/kort")
    return Taken(setting, told, {"Datasæt": "Offentliggjorte tal"}, lambda: (rows, COLUMNS), is_placed=True)


def test_geojson_has_numbers_status_shape_and_what_the_shape_is(taken: Taken) -> None:
    found = json.loads(geography.geojson(taken))
    first, second, third = found["features"]
    assert first["properties"]["Værdi"] == 1.5
    assert first["properties"]["Afgrænsning"]
    assert second["properties"] | {"Værdi": None, "Status (kode)": "hidden"} == second["properties"]
    assert second["geometry"]["type"] in ("Polygon", "MultiPolygon")
    assert third["geometry"] is None
    assert third["properties"]["Afgrænsning"] == "intet kendt sted"
    assert found["about"]["Kilde og sikkerhed"] == "Kilde: en rapport."


def test_a_geopackage_holds_the_same_and_says_what_it_is(taken: Taken) -> None:
    read = geopandas.read_file(io.BytesIO(geography.geopackage(taken)))
    assert read.crs == "EPSG:4326"
    assert read["Værdi"].tolist()[0] == 1.5
    assert read["Værdi"].isna().tolist() == [False, True, False]
    assert read.geometry.isna().tolist() == [False, False, True]


def test_only_tables_of_areas_with_a_place_are_for_a_map_program(setting: Setting) -> None:
    assert geography.has_places(pandas.DataFrame({"area_id": ["taastrupgaard"]}), setting)
    assert not geography.has_places(pandas.DataFrame({"area_id": ["danmark"]}), setting)
    assert not geography.has_places(pandas.DataFrame({"area": ["Tåstrupgård"]}), setting)
