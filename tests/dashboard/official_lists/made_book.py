"""A book of hand-made rules, lists and areas, as the views of the lists read it."""

from __future__ import annotations

from collections.abc import Sequence

from dashboard.areas.shelf import Facts
from dashboard.official_lists.book import ListBook
from data.contracts import Departure, Designation, Level, Observation, OfficialList, Source, SourceClass
from data.errors import Text
from data.list_rules import Rulebook
from data.rows import Row
from geo.contract import PlacedArea
from tests.dashboard.areas.atlases import atlas
from tests.data.list_tables import CRITERIA, INDICATORS, RULES
from tests.records import record

NAMES = {"aaparken": "Åparken", "oestervang": "Østervang"}
LISTS = tuple(
    record(
        OfficialList,
        list_id=f"ghetto_{year}",
        kind="ghetto",
        name=Text("Ghettoområder", "Ghetto areas"),
        year=year,
        list_date=f"{year}-12-01",
        coverage="complete",
    )
    for year in (2013, 2014, 2018)
)


def on(area_id: str, *years: int) -> list[Designation]:
    return [record(Designation, list_id=f"ghetto_{year}", area_id=area_id) for year in years]


def list_book(
    rows: Sequence[Observation], stood: Sequence[Designation] = (), left: Sequence[Departure] = ()
) -> ListBook:
    estates: list[Row] = [
        record(PlacedArea, area_id=area_id, name=name, level=Level.HOUSING_AREA, level_kind=Level.HOUSING_AREA)
        for area_id, name in NAMES.items()
    ]
    return ListBook(
        Rulebook.of(RULES, CRITERIA, Observation.frame(rows), NAMES),
        atlas(*estates, *LISTS, *stood, *left),
        Facts(
            NAMES,
            INDICATORS,
            (
                record(Source, source_id="liste", title="Listen", source_class=SourceClass.PUBLISHED),
                record(Source, source_id="lov", title="Loven", source_class=SourceClass.PUBLISHED),
            ),
            (),
        ),
    )
