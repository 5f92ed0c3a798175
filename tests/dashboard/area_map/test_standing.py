"""An official list on the map: three areas on two lists, one of them without a place."""

from __future__ import annotations

import pytest

from dashboard.area_map import standing
from dashboard.area_map.colouring import LIST
from dashboard.i18n.words import Words
from dashboard.views import tables
from data.contracts import Designation, Level, OfficialList, Source
from data.lists import Series
from geo.contract import Kind, PlacedArea
from geo.features import Feature
from tests.dashboard.areas.atlases import atlas
from tests.records import record

DANISH = Words("da")


def official(year: int, coverage: str = "complete") -> OfficialList:
    return record(
        OfficialList,
        list_id=f"p{year}",
        kind="parallelsamfund",
        name="Parallelsamfund",
        year=year,
        list_date=f"{year}-12-01",
        coverage=coverage,
        source_id="listen",
    )


def area(area_id: str, name: str, kind: Kind = Kind.POINT) -> PlacedArea:
    return record(PlacedArea, area_id=area_id, name=name, level=Level.HOUSING_AREA, geometry_kind=kind)


def on(year: int, *area_ids: str) -> list[Designation]:
    return [record(Designation, list_id=f"p{year}", area_id=area_id) for area_id in area_ids]


BOOK = atlas(
    *(official(year) for year in (2021, 2022)),
    official(2023, "absent"),
    *on(2021, "aaparken", "birkely"),
    *on(2022, "birkely", "oeen"),
    area("aaparken", "Åparken", Kind.NONE),
    area("birkely", "Birkely"),
    area("oeen", "Øen"),
    area("udenfor", "Udenfor"),
    record(Source, source_id="listen", title="Listen"),
)


@pytest.fixture
def series() -> Series:
    return BOOK.series["parallelsamfund"]


def test_the_sentence_names_who_came_and_left_before_any_count(series: Series) -> None:
    told = standing.caption(BOOK, series, DANISH)
    assert told.sentence(LIST, "2022") == (
        "Kommet på listen 1. december 2022: Øen. Gået ud siden 1. december 2021: Åparken. Parallelsamfund: 2 områder."
    )
    assert told.sentences[LIST]["2022"].startswith("Kommet på listen 1. december 2022: {oeen}.")
    assert told.areas == {"aaparken": "Åparken", "birkely": "Birkely", "oeen": "Øen"}


def test_a_first_list_says_nothing_of_who_is_new(series: Series) -> None:
    assert (
        standing.caption(BOOK, series, DANISH).sentence(LIST, "2021") == "Parallelsamfund, 1. december 2021: 2 områder."
    )


def test_lists_that_came_later_without_names_are_told_under_the_newest(series: Series) -> None:
    told = standing.caption(BOOK, series, DANISH)
    assert told.source("2022") == "Kilde: Listen. Navnene på senere lister (2023) er ikke opgjort."
    assert told.source("2021") == "Kilde: Listen."


def test_every_mark_differs_in_shape_and_word_and_not_in_colour_alone(series: Series) -> None:
    areas = [Feature(area_id, area_id, "point", {}) for area_id in ("oeen", "birkely", "aaparken", "udenfor")]
    found = standing.readings(areas, series.at("2022"), DANISH).values()
    assert [(one.text, one.shape) for one in found] == [
        ("ny på listen", "diamond"),
        ("på listen", "disc"),
        ("gået ud af listen", "ring"),
        ("ikke på listen", "dot"),
    ]


def test_the_table_has_the_areas_without_a_place_too(series: Series) -> None:
    rows, columns = standing.table(BOOK, series.at("2022"), DANISH)
    shown = tables.to_display(rows, columns, DANISH)
    assert shown["Område"].tolist() == ["Øen", "Birkely", "Åparken", "Udenfor"]
    assert shown.columns[-1] == "Parallelsamfund, 1. december 2022"


def test_the_catalogue_holds_the_marks_of_every_year(series: Series) -> None:
    entry = standing.catalogued(BOOK, series, DANISH)
    level = entry["values"]["levels"][Level.HOUSING_AREA]
    codes = [entry["values"]["comparisons"][place] for place in level["areas"]["aaparken"]["c"]]
    assert (level["periods"], codes) == (["2021", "2022"], ["stayed", "left"])
    assert entry["groups"] == []  # as an indicator that has none
    assert entry["unplaced"] == {"aaparken": "Åparken"}
    assert entry["modes"][LIST]["shapes"] == ["diamond", "disc", "ring", "dot"]
