"""The area profile as a page: with an area, without one, with one that does not exist."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.i18n.words import LANGUAGES
from dashboard.ui import navigation
from tests.pages.test_pages import run, texts, warned
from tests.pages.test_takeaway_page import gathered

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


TABS = {
    "tal": ["Nøgletal", "Udviklingen", "Områder, der ligner Mosehøjparken"],
    "lister": [
        "Status efter de officielle kriterier, 2024",
        "På de officielle lister",
        "Samme tal efter andre års regler",
    ],
    "projekter": ["Projekter", "Projekternes succeskriterier"],
    "partnere": ["Hvem arbejder her"],
    "historie": ["Historie"],
}


@pytest.mark.parametrize("tab", TABS)
def test_a_complete_area_shows_its_first_screen_and_the_chosen_tab_alone(root: Path, tab: str) -> None:
    app = run(root, PAGE, datasaet="example", omraade="eks_omraade_34", fane=tab)
    assert not app.exception
    assert app.title[0].value == "Mosehøjparken"
    assert headings(app) == TABS[tab]
    said = texts(app).replace("\\", "")
    assert "Eksempelkommune · 4.897 beboere (2024)" in said
    for lead in ("Skiller sig ud", "Ligner kommunen", "Ved vi ikke"):
        assert said.count(f"**{lead}:**") == 1
    assert drawn(app).count("<li>") == 6


def drawn(app: AppTest) -> str:
    """What the first screen draws as HTML."""
    return "".join(element.proto.body for element in app.get("html") if "profile-picture" in element.proto.body)


@pytest.mark.parametrize(
    ("choices", "tab"),
    [
        ({}, "tal"),
        ({"vis": "profile-figures-eks_omraade_34"}, "tal"),
        ({"vis": "profile-lists-eks_omraade_34"}, "lister"),
        ({"vis": "criteria-eks_omraade_34"}, "projekter"),
        ({"vis": "profile-workers-eks_omraade_34"}, "partnere"),
        ({"vis": "profile-workers-eks_omraade_34", "fane": "historie"}, "historie"),
    ],
)
def test_an_old_address_opens_the_tab_that_holds_its_view(root: Path, choices: dict[str, str], tab: str) -> None:
    app = run(root, PAGE, datasaet="example", omraade="eks_omraade_34", **choices)
    assert headings(app) == TABS[tab]


def test_an_unknown_tab_is_named_and_another_is_shown(root: Path) -> None:
    app = run(root, PAGE, omraade="taastrupgaard", fane="liste")
    assert "På de officielle lister" in headings(app)
    assert len(app.warning) == 1


@pytest.mark.parametrize(
    ("wanted", "titles"),
    [
        (None, ["Overblik", "Nøgletal", "Udviklingen", "Status efter de officielle kriterier, 2023"]),
        ("profile-projects-taastrupgaard", ["Projekter"]),
        ("profile-overview-taastrupgaard", ["Overblik"]),
    ],
)
def test_a_document_has_the_views_of_all_tabs_or_the_one_that_is_named(wanted: str | None, titles: list[str]) -> None:
    app = gathered("omraade", {"omraade": "taastrupgaard", **({"vis": wanted} if wanted else {})})
    found = [view.title for view in app.session_state["found"].views]
    assert found[: len(titles)] == [f"Tåstrupgård · {title}" for title in titles]
    assert len(found) == (11 if wanted is None else 1)


@pytest.mark.parametrize("area_id", ["charlottekvarteret", "kbh_bydel_01", "torstorp"])
def test_a_profile_without_a_number_is_never_blank(root: Path, area_id: str) -> None:
    app = run(root, PAGE, omraade=area_id)
    assert not app.exception
    assert "Det ved vi:" in drawn(app)
    assert "Det mangler:" in drawn(app)


def test_charlotteager_tells_of_charlottekvarteret_and_says_so(root: Path) -> None:
    said = texts(run(root, PAGE, omraade="charlotteager", fane="projekter")).replace("\\", "")
    assert "5 projekter vedrører området. Charlotteager er en del af Charlottekvarteret." in said
    assert "Historisk – 2005" in said
    assert "Ingen aktuelle oplysninger om projekter i området." in said
    assert "kilden deler dem ikke på områder" in said
    app = run(root, PAGE, omraade="charlotteager", fane="partnere")
    told = app.table[0].value.to_string().replace("\\", "")
    assert "Det Boligsociale Partnerskab i Høje-Taastrup Charlottekvarteret" in " ".join(told.split())


def test_parallel_municipalities_do_not_work_in_indre_noerrebro(root: Path) -> None:
    told = run(root, PAGE, omraade="indre_noerrebro", fane="partnere").table[0].value.to_string()
    assert "Københavns Kommune" in told
    assert not any(f"{name} Kommune" in told for name in ("Fredericia", "Gentofte", "Roskilde"))


@pytest.mark.parametrize("fane", TABS)
@pytest.mark.parametrize("area_id", ["taastrupgaard", "kommune_0169", "indre_noerrebro", "maglehoej"])
def test_no_old_report_is_told_as_of_now(root: Path, area_id: str, fane: str) -> None:
    app = run(root, PAGE, omraade=area_id, fane=fane)
    tables = " ".join(table.value.to_string() for table in app.table)
    assert not re.search(r"(▶|\d) i gang|Status: i gang", texts(app) + tables)


def test_an_area_too_small_for_the_lists_says_so(root: Path) -> None:
    assert "havde 506 (2014)" in texts(run(root, PAGE, omraade="maglehoej", fane="lister")).replace("\\", "")


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
    said = texts(run(root, PAGE, omraade="kommune_0169", fane="projekter")).replace("\\", "")
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
