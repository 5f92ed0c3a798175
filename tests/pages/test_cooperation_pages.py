"""Samarbejde, Handlingskort and Hotspottavle, run without a browser: what is said, chosen, and known by nobody."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui import clock
from tests.pages.test_pages import headings, shown, texts, warned


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 27))


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def test_halsnaes_shows_its_bodies_kls_five_and_seven_challenges(root: Path) -> None:
    app = shown(root, "samarbejde", model="halsnaes_2014")
    assert headings(app) == [
        "Hvem beslutter hvad, og hvem svarer til hvem",
        "Pladserne i organerne",
        "KL's fem anbefalinger (2014)",
        "Udfordringer i samarbejdet, den vigtigste først",
    ]
    assert "Sjældnest mødes Dialogforum (1 gang om året), hyppigst Team" in said(app)
    assert "5 anbefalinger: 5 følges." in said(app)
    assert "Vigtigst af 7: Klarere, hvem der er med i de to teams." in said(app)


def test_the_members_of_hoeje_taastrup_are_said_not_to_agree(root: Path) -> None:
    told = said(shown(root, "samarbejde", model="hoeje_taastrup_2005"))
    assert "kilden oplyser 19 medlemmer, men opregner 21 funktioner og 2 tilforordnede" in told
    assert "så er der 20 funktioner" in told


def test_copenhagen_comes_with_aalborg_and_odense_and_two_sets_of_six(root: Path) -> None:
    app = shown(root, "samarbejde", model="koebenhavn_2009")
    drawn = "".join(element.proto.body for element in app.get("html"))
    assert all(place in drawn for place in ("(København)", "(Aalborg)", "(Odense)", "(Høje-Taastrup)"))
    assert "6 anbefalinger: 4 på vej, 2 ikke vurderet." in said(app)
    assert "6 anbefalinger: 6 ikke vurderet." in said(app)


def test_an_unknown_model_is_named(root: Path) -> None:
    app = shown(root, "samarbejde", model="halsnaes")
    assert "»halsnaes«. I stedet vises Halsnæs" in "".join(warned(app))


def test_the_published_documents_describe_cards_and_give_none(root: Path) -> None:
    app = shown(root, "handlingskort")
    assert "Datasættet har ingen handlingskort" in said(app)
    assert "2 teams skriver handlingskort" in said(app)
    assert headings(app) == ["Sådan arbejder teamene med kort"]


def test_the_board_puts_the_latest_first_and_each_card_has_its_press(root: Path) -> None:
    app = shown(root, "handlingskort", datasaet="example")
    assert "5 af 9 åbne kort er over fristen, længst »Unge udebliver fra samtaler på jobcentret«" in said(app)
    assert "Sendt op: 2, heraf venter 1 på svar." in said(app)
    keys = {button.key for button in app.button if button.key}
    assert {"agenda-add-cards", "agenda-add-card-eks_kort_09", "agenda-add-cards-sent-up"} <= keys
    in_progress = [header for header in headings(app) if header.startswith("Unge")]
    assert in_progress == [
        "Unge udebliver fra samtaler på jobcentret",
        "Unge på venteliste til en mentor",
        "Unge uden praktikplads i 9. klasse",
    ]


def test_a_card_put_on_the_agenda_from_the_board_is_shown_in_the_meeting_and_in_its_documents(root: Path) -> None:
    app = shown(root, "handlingskort", datasaet="example", visning="moede", vis="card-eks_kort_09")
    assert headings(app) == ["Ankerkæden · Ingen plads på værestedet"]
    assert warned(app) == ["Fiktive tal: området og alle tal er opdigtede og viser kun, hvad barometeret kan."]


def test_a_team_has_only_its_own_cards(root: Path) -> None:
    app = shown(root, "handlingskort", datasaet="example", team="eks_team_bolig", kortstatus="open")
    assert headings(app)[1:3] == ["Husleje, der ikke bliver betalt", "Fugt i stueetagen"]


def test_one_card_says_who_sent_it_up_and_who_decided(root: Path) -> None:
    app = shown(root, "handlingskort", datasaet="example", handling="eks_kort_10")
    assert headings(app) == ["Ubesat stilling på gadeplan"]
    cells = "\n".join(str(table.value) for table in app.table)
    assert "11 dage over fristen" in said(app)
    assert "Sendt op" in cells


def test_the_published_board_says_what_nobody_has_counted(root: Path) -> None:
    told = said(shown(root, "hotspot"))
    assert "18 spørgsmål, 7 svar fra 4 steder: 6 ja, 1 nej, 0 ukendt. 11 spørgsmål har ingen besvaret" in told
    assert "Ingen kilde har offentliggjort møder, aftaler eller dage fra bekymring til kontakt." in told
    assert "Over 18 er intet tal oplyst" in told
    assert "8 hotspotområder. For 6 er der ingen tal om kriminalitet i området alene" in told


def test_each_hotspot_area_leads_to_its_map_and_profile(root: Path) -> None:
    app = shown(root, "hotspot")
    drawn = "".join(element.proto.body for element in app.get("html"))
    assert 'href="kort?omraade=kolding_nord&amp;lag=hotspot"' in drawn
    assert 'href="omraade?omraade=kolding_nord"' in drawn


def test_the_quarters_of_a_place_are_its_own(root: Path) -> None:
    app = shown(root, "hotspot", datasaet="example", omraade="eks_omraade_08")
    assert "11 spørgsmål: 6 ja, 2 nej, 3 ukendt." in said(app)
    assert "3. kvartal 2026. Møder i task forcen" in said(app)
    assert "Dage fra bekymring" not in said(app)  # counted for all hotspot areas together


def test_a_place_without_quarters_has_words(root: Path) -> None:
    assert "Der er ingen procestal for stedet." in said(
        shown(root, "hotspot", datasaet="example", omraade="eks_omraade_01")
    )
