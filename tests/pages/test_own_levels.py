"""A dataset of boroughs and wards, which the code has never heard of: its tables alone say what they are."""

from pathlib import Path

import geopandas
import pandas
import pytest
from shapely import box

from dashboard import store
from dashboard.prepare import command
from dashboard.ui.navigation import PageRecord
from dashboard.ui.navigation import page as page_at
from data import versions
from tests import small_dataset
from tests.pages.test_pages import run, texts

WARDS = {"ward_east": box(10, 55, 11, 56), "ward_west": box(9, 55, 10, 56)}
BOROUGH = {"borough_north": box(9, 55, 11, 56)}
LEVELS = [
    small_dataset.level("country", "1", "country", "land", "Hele landet"),
    small_dataset.level("borough", "2", "municipality", "borough", "Boroughs", inside_da="boroughs"),
    small_dataset.level("ward", "3", "district", "ward", "Wards", inside_da="wards", borders="wards"),
]
LAYERS = [
    small_dataset.layer("borough", "borough", "borough.parquet", area_ids="borough_[a-z]+"),
    small_dataset.layer("ward", "ward", "ward.parquet", area_ids="ward_[a-z]+"),
]


def area(area_id: str, level: str) -> dict[str, str]:
    name = area_id.replace("_", " ").title()
    return {
        "area_id": area_id,
        "name": name,
        "level": level,
        "municipality_code": "0999",
        **small_dataset.EMPTY_AREA,
    }


def tables() -> dict[str, list[dict[str, str]]]:
    """Persons charged in the country, a borough and its two wards, in two years."""
    given = small_dataset.rows()
    areas = [given["areas"][0], area("borough_north", "borough"), *(area(ward, "ward") for ward in WARDS)]
    given |= {"levels": LEVELS, "layers": LAYERS, "areas": areas}
    given["observations"] = [
        {
            **small_dataset.OBSERVATION,
            "area_id": row["area_id"],
            "period_start": year,
            "period_end": year,
            "count": "10" if row["level"] == "ward" else "20",
            "population": "500" if row["level"] == "ward" else "1000",
        }
        for row in areas
        for year in ("2014", "2015")
    ]
    return given


def outlines(shapes: dict[str, object]) -> geopandas.GeoDataFrame:
    known = {"geometry_note_da": "", "geometry_note_en": "", "geometry_certainty": "A", "geometry_source_id": "rapport"}
    years = {"boundary_year": pandas.array([2021], dtype="Int64")}
    frames = [small_dataset.frame([area_id], "outline", known | years, shape) for area_id, shape in shapes.items()]
    return pandas.concat(frames, ignore_index=True)


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of prepared data, with this dataset as its only one."""
    folder = tmp_path_factory.mktemp("own_levels")
    source = small_dataset.write_source(folder / "source" / "wards", tables())
    shapes = folder / "shapes"
    shapes.mkdir()
    outlines(BOROUGH).to_parquet(shapes / "borough.parquet")
    outlines(WARDS).to_parquet(shapes / "ward.parquet")
    land = geopandas.GeoDataFrame({"kind": ["land"]}, geometry=list(BOROUGH.values()), crs="EPSG:4326")
    land.to_parquet(shapes / "background.parquet")
    versions.publish(folder / "prepared", "wards", command.build(source, shapes))
    return folder / "prepared"


@pytest.fixture(autouse=True)
def shown(prepared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "ROOT", prepared)


def test_the_browser_gets_the_shapes_and_numbers_of_the_datasets_own_levels() -> None:
    version = store.current("wards")
    assert {"geometry-borough", "geometry-ward"} <= set(store.web_names(version))
    assert set(store.web_json(version, "values-sigtede")["levels"]) == {"borough", "ward"}
    features = store.web_json(version, "geometry-ward")["features"]
    assert {feature["id"]: feature["properties"]["municipality"] for feature in features} == dict.fromkeys(
        WARDS, "Borough North"
    )


@pytest.mark.parametrize(
    ("page", "choices", "told"),
    [
        (page_at("kort"), {"niveau": "ward", "omraade": "ward_east"}, []),
        (page_at("kort"), {"niveau": "borough", "lag": "wards"}, []),
        (page_at("omraade"), {"omraade": "ward_east"}, ["Ward East", "ward · Borough North"]),
        (page_at("omraade"), {"omraade": "borough_north"}, ["Borough North"]),
        (page_at("sammenlign"), {"omraader": "ward_east,ward_west"}, ["Ward East", "Ward West"]),
    ],
    ids=["a map of wards", "a map of boroughs", "a ward", "a borough", "two wards"],
)
def test_its_pages_open_and_call_its_levels_by_their_names(
    root: Path, page: PageRecord, choices: dict[str, str], told: list[str]
) -> None:
    app = run(root, page, **choices)
    assert not app.exception
    assert not app.error
    assert not app.warning
    for text in told:
        assert text in texts(app)


def test_a_wrong_level_is_told_by_the_names_of_the_dataset(root: Path) -> None:
    app = run(root, page_at("kort"), niveau="wards")
    assert any("I stedet vises Wards" in warning.value for warning in app.warning)
