"""The area profile as a page: with an area, without one, with one that does not exist."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n.words import LANGUAGES
from dashboard.ui import navigation
from tests.pages.test_pages import run, texts, warned

PAGE = navigation.page("omraade")


def headings(app: AppTest) -> list[str]:
    return [header.value.replace("\\", "") for header in app.header]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("area_id", ["taastrupgaard", "agervang", "kommune_0169", "region_hovedstaden", "kbh_bydel_01"])
def test_a_published_area_is_shown(root: Path, area_id: str, language: str) -> None:
    app = run(root, PAGE, omraade=area_id, sprog=language)
    assert not app.exception
    assert not app.error
    assert app.title[0].value


def test_a_complete_area_shows_everything(root: Path) -> None:
    app = run(root, PAGE, datasaet="example", omraade="eks_omraade_34")
    assert not app.exception
    assert app.title[0].value == "Mosehøjparken"
    assert headings(app) == [
        "Nøgletal",
        "Status efter de officielle kriterier, 2024",
        "Udviklingen",
        "På de officielle lister",
        "Samme tal efter andre års regler",
        "Projekter",
        "Projekternes succeskriterier",
        "Hvem arbejder her",
        "Områder, der ligner Mosehøjparken",
    ]
    assert "11 nøgletal kan sammenlignes med kommunen" in texts(app)


def test_areas_that_are_alike_are_links_to_the_two_beside_each_other(root: Path) -> None:
    app = run(root, PAGE, omraade="taastrupgaard")
    links = [link.proto for link in app.get("page_link") if "omraader=taastrupgaard%2C" in link.proto.query_string]
    assert [link.page for link in links] == ["sammenlign"] * 5
    assert "Akacieparken – boligområde i København" in [link.label.replace("\\", "") for link in links]
    assert texts(app).replace("\\", "").count("Sammenlignet på ") == 5
    assert not [button for button in app.button if "Sammenlign" in button.label]


def test_where_nobody_is_alike_the_profile_says_why(root: Path) -> None:
    said = texts(run(root, PAGE, omraade="region_hovedstaden")).replace("\\", "")
    assert "Ingen områder kan nævnes: Region Hovedstaden" in said


def test_projects_without_an_area_stand_with_the_municipality_of_their_scheme(root: Path) -> None:
    said = texts(run(root, PAGE, omraade="kommune_0169")).replace("\\", "")
    assert "17 projekter vedrører området" in said
    assert "For 10 af dem oplyser kilden intet område" in said


@pytest.mark.parametrize("query", [{}, {"omraade": "danmark"}])
def test_without_an_area_the_page_asks_for_one(root: Path, query: dict[str, str]) -> None:
    app = run(root, PAGE, **query)
    assert app.title[0].value == "Områdeprofil"
    assert "Vælg et område" in texts(app)
    assert not app.header
    assert not app.warning


def test_an_unknown_area_is_named_and_the_page_asks_for_one(root: Path) -> None:
    app = run(root, PAGE, omraade="qqqq")
    assert app.title[0].value == "Områdeprofil"
    assert warned(app) == [
        "Linket peger på et ukendt valg under Find et område: »qqqq«. I stedet vises intet område – vælg ét."
    ]


def test_a_like_area_is_shown_for_a_misspelt_one(root: Path) -> None:
    app = run(root, PAGE, omraade="taastrupgard")
    assert app.title[0].value == "Tåstrupgård"
    assert len(app.warning) == 1
