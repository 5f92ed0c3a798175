"""A dataset of boroughs and wards in another country: other levels, ids, CRS and units, with two files of settings."""

from __future__ import annotations

from pathlib import Path

import geopandas
import pytest
from shapely import box

from dashboard import store
from dashboard.prepare import intake
from dashboard.prepare.intake import Folders
from dashboard.ui.navigation import page as page_at
from data import versions
from data.contracts import Area, AreaLevel, Indicator, Observation
from geo.contract import Kind
from tests.pages.test_pages import run, texts

SETTINGS = """
[dataset]
id = "camden"
name_da = "Camden i London"
name_en = "Camden in London"
country = "England"
crs = "EPSG:27700"
extent = [-0.6, 51.2, 0.4, 51.8]
disclosure_minimum = 6

[[levels]]
level = "country"
kind = "country"
name_da = "land"
plural_da = "Hele landet"

[[levels]]
level = "borough"
kind = "municipality"
name_da = "borough"
plural_da = "Boroughs"
inside_da = "boroughs"

[[levels]]
level = "ward"
kind = "district"
name_da = "ward"
plural_da = "Wards"
inside_da = "wards"
borders = "wards"
"""
MAPPING = """
[sheets."figures.csv".columns]
"What" = "indicator_id"
"n" = "value"

[codes.unit]
"per hundred thousand" = "per_100000"
"""
WARDS = ["E05000128/a", "E05000129/b", "E05000130/c"]


def write(folder: Path) -> Path:
    folder.mkdir()
    (folder / "dataset.toml").write_text(SETTINGS)
    (folder / "mapping.toml").write_text(MAPPING)
    wards = "".join(f"{ward},Ward {n},E09000007,Camden\n" for n, ward in enumerate(WARDS))
    (folder / "areas.csv").write_text(f"Ward code,Ward name,Borough code,Borough\n{wards}")
    (folder / "indicators.csv").write_text(
        "Indicator,Unit,Counts,Theme,Direction\nReported thefts,per hundred thousand,reported offences,crime,low\n"
        "House price,amount,dwellings,housing,none\n"
    )
    (folder / "sources.csv").write_text("Title,Publisher,Published,Class\nLondon figures,GLA,2023,public\n")
    rows = "".join(
        f"{ward},{year},{what},{n + 1}.5\n"
        for n, ward in enumerate(WARDS)
        for year in (2021, 2022)
        for what in ("Reported thefts", "House price")
    )
    (folder / "figures.csv").write_text(f"Ward,Year,What,n\n{rows}")
    shapes = [box(528_000 + 900 * n, 184_000, 528_800 + 900 * n, 184_800) for n in range(3)]
    geopandas.GeoDataFrame({"code": WARDS}, geometry=shapes, crs="EPSG:27700").to_crs(3857).to_file(
        folder / "wards.gpkg", driver="GPKG"
    )
    return folder


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("foreign")
    folders = Folders.at(root)
    trial = intake.check(write(root / "camden"), folders)
    assert [message.sentence("en") for message in trial.checked.messages if message.is_open] == []
    intake.publish(trial, folders, "The office", "First figures")
    return folders.prepared


def test_its_levels_ids_units_and_places_are_its_own(prepared: Path) -> None:
    version = versions.current(prepared, "camden")
    areas = versions.read_table(version, "areas", geopandas.read_parquet).set_index("area_id")
    assert areas.loc["e05000128_a", ["name", "level"]].tolist() == ["Ward 0", "ward"]
    assert areas.loc["borough_e09000007", "geometry_kind"] == Kind.STAND_IN
    west, south, east, north = areas.loc[["e05000128_a"]].total_bounds
    assert -0.2 < west < east < -0.1 and 51.5 < south < north < 51.6
    assert versions.read_table(version, AreaLevel.TABLE)["level"].tolist() == ["country", "borough", "ward"]
    assert versions.read_table(version, Indicator.TABLE)["unit"].tolist() == ["per_100000", "amount"]
    assert len(versions.read_table(version, Observation.TABLE)) == 12
    assert versions.read_table(version, "disclosure_rules")["minimum"].tolist() == [6]
    assert versions.read_table(version, Area.TABLE)["level_kind"].tolist()[:1] == ["district"]


@pytest.mark.parametrize(
    ("path", "choices", "told"),
    [
        ("kort", {"niveau": "ward", "omraade": "e05000128_a"}, "Camden i London"),
        ("omraade", {"omraade": "e05000128_a"}, "Ward 0"),
        ("sammenlign", {"omraader": "e05000128_a,e05000129_b"}, "Ward 1"),
    ],
)
def test_its_pages_open(
    root: Path, prepared: Path, monkeypatch: pytest.MonkeyPatch, path: str, choices: dict[str, str], told: str
) -> None:
    monkeypatch.setattr(store, "ROOT", prepared)
    app = run(root, page_at(path), **choices)
    assert not app.exception
    assert not app.error
    assert told in texts(app) + str(app.radio)
