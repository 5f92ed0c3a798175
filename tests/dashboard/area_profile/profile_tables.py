"""A hand-made dataset of one municipality with one housing area, small enough to check in the head."""

import geopandas
import pandas
import shapely

from dashboard.area_profile.profile import TABLES, Profile
from dashboard.i18n.words import Words
from data.contracts import PREPARED_TABLES
from geo.contract import STORED_CRS, Place
from tests import small_dataset
from tests.dashboard.areas.atlases import atlas_of

AREA, TOWN = "aaparken", "kommune_0999"
GEOMETRY = Place.columns()[1:]


def row(table: str, **known: object) -> dict[str, object]:
    """A row of a prepared table: what is given, empty texts and missing or no numbers for the rest."""
    columns = PREPARED_TABLES[table].schema().columns
    empty = {
        name: "" if "str" in str(column.dtype) else None if column.nullable else 0 for name, column in columns.items()
    }
    return {**empty, **known}


def observation(area_id: str, year: int, value: float | None, indicator_id: str = "jobs", **more: object) -> dict:
    return row(
        "observations",
        **{
            "indicator_id": indicator_id,
            "area_id": area_id,
            "period_start": year,
            "period_end": year,
            "age_group": "all",
            "breakdown": "all",
            "value": value,
            "status": "shown",
            "source_id": "book",
            "value_certainty": "A",
            "period_certainty": "A",
            "derived": False,
            **more,
        },
    )


def tables(observations: list[dict], **rows: list[dict]) -> dict[str, pandas.DataFrame]:
    """The tables of a profile. `rows` adds to any of them by name."""
    base = {
        "observations": observations,
        "indicators": [
            row(
                "indicators",
                indicator_id="jobs",
                name_da="I arbejde",
                name_en="In work",
                unit="percent",
                decimals=1,
                place="none",
                theme="employment",
                direction="high_is_good",
            ),
            row(
                "indicators",
                indicator_id="residents",
                name_da="Beboere",
                name_en="Residents",
                unit="count",
                likeness="size",
                decimals=0,
                place="none",
                theme="population",
                direction="no_judgement",
            ),
        ],
        "areas": [
            area("danmark", "Danmark", "country"),
            area("region_x", "Region X", "region"),
            area(TOWN, "Åby", "municipality", municipality_code="0999"),
            area(AREA, "Åparken", "housing_area", municipality_code="0999", housing_organisation="Bo Godt"),
        ],
        "memberships": [
            row("memberships", area_id=AREA, parent_id=TOWN, kind="administrative"),
            row("memberships", area_id=TOWN, parent_id="region_x", kind="administrative"),
            row("memberships", area_id="region_x", parent_id="danmark", kind="administrative"),
        ],
        "levels": small_dataset.LEVELS,
        "sources": [row("sources", source_id="book", title="Bogen", source_class="published")],
    }
    given = {name: [*base.get(name, []), *rows.get(name, [])] for name in TABLES}
    return {name: pandas.DataFrame(own, columns=columns_of(name)) for name, own in given.items()}


def area(area_id: str, name: str, level: str, **more: object) -> dict[str, object]:
    shape = dict.fromkeys(GEOMETRY, "") | {"geometry_kind": "none", "boundary_year": None}
    return {**row("areas", area_id=area_id, name=name, level=level, level_kind=level), **shape, **more}


def columns_of(table: str) -> list[str]:
    return [*PREPARED_TABLES[table].schema().columns, *(GEOMETRY if table == "areas" else [])]


def profile(observations: list[dict], area_id: str = AREA, language: str = "da", **rows: list[dict]) -> Profile:
    return of_tables(area_id, tables(observations, **rows), language)


def of_tables(area_id: str, known: dict[str, pandas.DataFrame], language: str = "da") -> Profile:
    return Profile(area_id, known, atlas_of(known), Words(language))


def shapes(own: Profile) -> geopandas.GeoDataFrame:
    """The areas with a square for the municipality and no place for the rest."""
    square = shapely.box(10.0, 55.0, 10.2, 55.1)
    areas = own.tables["areas"]
    return geopandas.GeoDataFrame(
        areas, geometry=[square if level == "municipality" else None for level in areas["level"]], crs=STORED_CRS
    )


def list_row(kind: str, date: str, coverage: str = "complete", name: str = "Liste") -> dict[str, object]:
    return row(
        "lists",
        list_id=f"{kind}_{date[:7].replace('-', '_')}",
        kind=kind,
        name_da=name,
        name_en=name,
        year=int(date[:4]),
        list_date=date,
        coverage=coverage,
        source_id="book",
        certainty="A",
    )
