"""The A4 sheet: always one page, tagged, the same bytes for the same data, in letters that the font has."""

from datetime import date
from pathlib import Path

import geopandas
import pandas
import pytest

from dashboard.area_profile import profile, sheet, trend_words
from dashboard.area_profile.profile import Profile
from dashboard.documents import typesetter
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import LANGUAGES
from data import versions
from tests.accessible_pdf import faults, language_of, links, pages, said, tags
from tests.dashboard.area_profile.profile_tables import (
    AREA,
    TOWN,
    area,
    list_row,
    observation,
    of_tables,
    row,
    shapes,
    tables,
)
from tests.dashboard.area_profile.profile_tables import profile as made

TODAY = date(2026, 1, 1)
IMPRINT = Imprint("0123456789ab", TODAY, "https://eksempel.dk/omraade?omraade=x", "")
LONG = "Boligområdet med det usædvanligt lange navn ved Åen, Søen og Engen, afdeling " * 3


def full() -> Profile:
    """An area with more of everything than a page holds."""
    many = [f"indicator_{number:02}" for number in range(30)]
    rows = [
        observation(
            area_id,
            year,
            40.0 + year % 7,
            name,
            low=35.0,
            high=50.0,
            municipality_reference=41.0,
            municipality_comparison="similar",
            reference=20.0,
            comparison="above",
            source_id=f"s{int(name[-2:]) % 9}",
        )
        for name in many
        for area_id in (AREA, TOWN, "danmark")
        for year in range(2010, 2020)
    ]
    known = tables(
        rows,
        indicators=[
            row(
                "indicators",
                indicator_id=name,
                name_da=LONG,
                name_en=LONG,
                unit="percent",
                decimals=1,
                place="none",
                theme="safety",
                direction="low_is_good",
            )
            for name in many
        ],
        lists=[
            list_row(kind, f"{year}-12-01", name=f"{kind} {LONG}"[:60])
            for kind in ("ghetto", "udsat", "parallelsamfund", "omdannelse", "forebyggelse", "trial")
            for year in range(2010, 2025)
        ],
        projects=[
            row(
                "projects",
                project_id=f"p{number}",
                name=LONG,
                aim_da=LONG,
                aim_en=LONG,
                areas=AREA,
                status="running",
                as_of="2025",
                partners=f"{LONG} {number}",
                source_id="book",
            )
            for number in range(40)
        ],
        sources=[row("sources", source_id=f"s{number}", title=LONG, source_class="published") for number in range(9)],
    )
    known["areas"].loc[known["areas"]["area_id"] == AREA, ["name", "geometry_note_da"]] = LONG
    return of_tables(AREA, known)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area_id", [AREA, TOWN, "region_x"])
def test_an_area_without_anything_fills_one_page(area_id: str, language: str) -> None:
    own = made([], area_id, language)
    assert pages(sheet.pdf(own, shapes(own), IMPRINT, TODAY)) == 1


def test_more_than_a_page_holds_stays_on_one_page_and_is_counted() -> None:
    own = full()
    content = sheet.pdf(own, shapes(own), Imprint("0123456789ab", TODAY, LONG, "Fiktive tal"), TODAY)
    text = said(content)
    assert pages(content) == 1
    assert "FIKTIVE TAL" in text
    assert text.count(" på websiden.") == 4  # figures, trends, projects, people
    body, foot = text.split("Kilder: ")
    assert " på websiden." not in foot
    assert "De øvrige kilder står på siden, hvis adresse er nederst på arket." in foot
    assert "Dataversion 0123456789ab, dannet 1. januar 2026" in foot


def test_what_no_larger_area_has_is_said_once() -> None:
    own = made([observation(AREA, 2021, 42.0), observation(AREA, 2021, 9.0, "residents")])
    text = said(sheet.pdf(own, shapes(own), IMPRINT, TODAY))
    assert text.count("Der er ingen tal for kommunen eller landet fra samme periode, opgjort på samme måde.") == 1
    assert "kan ikke siges, for kommunen har ingen tal, der er opgjort på samme måde." in text
    assert "Landet" not in text
    assert "ikke opgjort" not in text.split("Flere nøgletal")[1]
    assert "Nøgletallenes billeder" not in text


def test_the_same_data_give_the_same_bytes() -> None:
    contents = []
    for _ in range(2):
        own = made([observation(AREA, 2020, 1.0), observation(AREA, 2021, 2.0)])
        contents.append(sheet.pdf(own, shapes(own), IMPRINT, TODAY))
    assert contents[0] == contents[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_can_be_read_by_ear(language: str) -> None:
    own = (
        full()
        if language == "da"
        else made([observation(AREA, 2020, 1.0), observation(AREA, 2021, 2.0)], language=language)
    )
    content = sheet.pdf(own, shapes(own), IMPRINT, TODAY)
    assert faults(content) == []
    assert language_of(content) == language
    found = tags(content)
    assert [kind for kind, _ in found].count("/H1") == 1
    assert any(alt.startswith(own.name) for kind, alt in found if kind == "/Figure")  # the map


def test_the_sheet_says_what_it_shows() -> None:
    own = made(
        [
            observation(AREA, 2021, 42.0, low=40.0, high=44.0, reference=60.0, comparison="below"),
            observation(AREA, 2021, 9.0, "residents"),
        ]
    )
    content = sheet.pdf(own, shapes(own), IMPRINT, TODAY)
    text = said(content)
    for part in (
        "Åparken",
        "Åby · 9 beboere (2021)",
        "Skiller sig ud:",
        "lavere end landet: i arbejde.",
        "Ligner landet:",
        "42,0 %",
        "lavere end landet (60,0 %)",
        "●●● fra originalkilden",
        "Flere nøgletal",
        IMPRINT.address,
        "Dataversion 0123456789ab, dannet 1. januar 2026",
        "Nord er op",
    ):
        assert part in text
    assert links(content) == [IMPRINT.address]


def test_an_address_without_a_host_is_no_link() -> None:
    own = made([])
    content = sheet.pdf(own, shapes(own), Imprint("0123456789ab", TODAY, "/omraade?omraade=x", ""), TODAY)
    assert "/omraade?omraade=x" in said(content)
    assert links(content) == []


def test_the_verdict_and_the_tiles_stand_above_all_else() -> None:
    own = full()
    text = said(sheet.pdf(own, shapes(own), IMPRINT, TODAY))
    order = [text.index(part) for part in ("Skiller sig ud:", "Ved vi ikke:", "uden sikker forskel", "Udviklingen")]
    assert order == sorted(order)
    assert order[2] < min(text.index(part) for part in ("Projekter", "På de officielle lister"))


def test_the_sheet_says_when_more_is_known_of_the_trends() -> None:
    own = full()
    told = trend_words.when(own)
    assert told
    assert " ".join(told.split()[:6]) in said(sheet.pdf(own, shapes(own), IMPRINT, TODAY))


def test_an_old_report_is_dated_and_never_told_as_of_now() -> None:
    project = row(
        "projects", project_id="p", name="Cafe", areas=AREA, status="running", as_of="2005-09", source_id="book"
    )
    own = made([], projects=[project])
    text = said(sheet.pdf(own, shapes(own), IMPRINT, TODAY))
    assert "Cafe (Historisk – 2005: kørte dengang)" in text  # the type has no such sign
    assert "Ingen aktuelle oplysninger om projekter i området." in text
    assert "i gang" not in text


@pytest.mark.parametrize("dataset", ["published", "example"])
def test_every_kind_of_area_that_ships_fills_one_page_in_letters_of_the_font(
    root: Path, dataset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = set()
    own_printable = typesetter.printable

    def printable(text: str) -> str:
        shown = own_printable(text)
        changed.update({text} if shown != text else ())
        return shown

    monkeypatch.setattr(typesetter, "printable", printable)
    version = versions.current(root / "data" / "prepared", dataset)
    known = {name: versions.read_table(version, name) for name in profile.TABLES if name != "areas"}
    places = versions.read_table(version, "areas", geopandas.read_parquet)
    known["areas"] = pandas.DataFrame(places.drop(columns="geometry"))
    housing = known["areas"].loc[known["areas"]["level"] == "housing_area", "area_id"]
    book = of_tables(housing.iloc[0], known).book
    others = [area_id for area_id in profile.area_ids(book) if area_id not in set(housing)]
    for area_id in [*housing.iloc[::5], *others[::30]]:
        content = sheet.pdf(of_tables(area_id, known), places, IMPRINT, TODAY)
        assert pages(content) == 1, area_id
    assert not changed


def test_an_area_is_drawn_whatever_its_shape_is() -> None:
    from shapely import Point, box

    own = made(
        [],
        areas=[
            area("punkt", "Punkt", "housing_area", municipality_code="0999", geometry_kind="point"),
            area("omrids", "Omrids", "housing_area", municipality_code="0999", geometry_kind="stand_in"),
        ],
    )
    places = shapes(own).set_index("area_id", drop=False)
    places.loc["punkt", "geometry"] = Point(10.1, 55.05)
    places.loc["omrids", "geometry"] = box(10.05, 55.02, 10.1, 55.04)
    for area_id in ("punkt", "omrids"):
        content = sheet.pdf(of_tables(area_id, own.tables), places.reset_index(drop=True), IMPRINT, TODAY)
        assert pages(content) == 1
