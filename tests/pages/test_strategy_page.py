"""Strategi, run without a browser: the choices of the address, its parts, and what is said where there is nothing."""

from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.strategy import filters
from dashboard.ui import clock, navigation
from tests.pages.test_pages import run, texts, warned

PAGE = navigation.page("strategi")
NO_DATES = "Det kan ikke afgøres: kilden oplyser hverken milepæle eller datoer for succeskriterierne."


@pytest.fixture(autouse=True)
def fixed_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clock, "today", lambda: date(2025, 6, 1))


def shown(root: Path, **query: str) -> AppTest:
    app = run(root, PAGE, **query)
    assert not app.exception
    assert not app.error
    return app


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def counts(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def headings(app: AppTest) -> list[str]:
    return [header.value for header in app.header]


def links(app: AppTest) -> list[str]:
    return [link.proto.label.replace("\\", "") for link in app.get("page_link")]


def test_the_published_strategy_comes_first_with_its_gaps(root: Path) -> None:
    app = shown(root)
    assert "2 overordnede mål, 17 indsatser, ingen milepæle og 26 succeskriterier." in said(app)
    assert headings(app) == [
        "Fra overordnet mål til succeskriterium",
        "Til behandling før næste møde",
        "Det, der er forsinket",
        "Milepæle",
        "Huller i strategien",
        "Strategien som regneark",
    ]
    assert counts(app) == {
        "Til behandling før mødet": "ikke opgjort",
        "Forsinket": "ikke opgjort",
        "Huller i strategien": "3",
    }
    assert said(app).count(NO_DATES) == 2
    assert "Kilden oplyser ingen milepæle." in said(app)
    assert "Mål: Øget beskæftigelse og integration" in said(app)


def test_every_criterion_of_the_report_is_linked_from_its_goal(root: Path) -> None:
    found = links(shown(root))
    for title in (
        "1. 50 ledige har fået ordinære arbejdspladser",
        "2. 30 skåne- og fleksjob",
        "12. Høj grad af tilfredshed blandt beboere og boligorganisationer i partnerskabet",
    ):
        assert any(label.endswith(title) for label in found)
    assert "Se A-holdet" in found


def test_a_link_to_a_goal_needs_nothing_more_and_shows_its_scheme_note_and_source(root: Path) -> None:
    app = shown(root, maal="halsnaes_sundhed")
    assert app.selectbox(key="plan").value == "halsnaes_2014"
    assert (
        "Fokusområde i begge helhedsplaner. Kilde: Boligsocialt Netværk Halsnæs, 2014: Vi vil hinanden, s. 4"
        in said(app)
    )
    assert "Indsats: Sundhedskoordinator, ▶ Historisk – 2014: kørte dengang" in said(app)
    assert counts(app)["Huller i strategien"] == "3"  # no criterion, and two efforts without a measure
    assert not warned(app)


def test_another_scheme_drops_the_goal_of_the_first(root: Path) -> None:
    app = shown(root, maal="halsnaes_sundhed")
    app.selectbox(key="plan").select("hoeje_taastrup_2005").run()
    assert app.query_params["plan"] == "hoeje_taastrup_2005"
    assert "maal" not in app.query_params
    assert "17 indsatser" in said(app)


def test_all_goals_leave_no_goal_in_the_address_and_keep_the_scheme(root: Path) -> None:
    app = shown(root, maal="halsnaes_sundhed")
    app.selectbox(key="maal").select(filters.ALL).run()
    assert "maal" not in app.query_params
    assert "6 overordnede mål" in said(app)


def test_the_meeting_s_date_decides_what_is_due(root: Path) -> None:
    app = shown(root, datasaet="example", moededato="2025-06-15")
    assert "Næste møde: 15. juni 2025." in said(app)
    assert "1 milepæl eller succeskriterium har frist senest 15. juni 2025" in said(app)
    later = shown(root, datasaet="example", moededato="2025-12-31")
    assert counts(later)["Til behandling før mødet"] == "6"
    assert counts(later)["Forsinket"] == counts(app)["Forsinket"]


def test_without_a_date_the_meeting_is_three_months_away_and_it_is_said(root: Path) -> None:
    app = shown(root, datasaet="example")
    assert "Næste møde: 1. september 2025. Ingen dato er valgt, så siden regner med tre måneder fra i dag." in said(app)


def test_a_chosen_date_is_written_to_the_address_and_a_cleared_one_is_not(root: Path) -> None:
    app = shown(root, datasaet="example")
    app.date_input[0].set_value(date(2025, 12, 31)).run()
    assert app.query_params["moededato"] == "2025-12-31"
    app.date_input[0].set_value(None).run()
    assert "moededato" not in app.query_params
    assert not app.exception


@pytest.mark.parametrize("wrong", ["2026-13-01", "i morgen", "1899-01-01", "20260101 "])
def test_a_wrong_date_is_named_and_the_ordinary_one_is_used(root: Path, wrong: str) -> None:
    app = shown(root, datasaet="example", moededato=wrong)
    assert f"»{wrong}« er ikke en dato som 2026-01-31. Her regnes med 1. september 2025." in warned(app)


def test_a_wrong_scheme_and_a_wrong_goal_are_named(root: Path) -> None:
    app = shown(root, plan="hoeje_taastrup", maal="intet")
    told = "Høje-Taastrup: Det Boligsociale Partnerskab 2005"
    assert f"Linket peger på et ukendt valg under Strategi: »hoeje_taastrup«. I stedet vises {told}." in warned(app)
    assert "Linket peger på et ukendt valg under Overordnet mål: »intet«. I stedet vises Alle mål." in warned(app)


def test_a_complete_strategy_has_lists_and_a_line_of_time(root: Path) -> None:
    app = shown(root, datasaet="example")
    assert "10 milepæle: 4 nået, 3 planlagt, 2 forsinket, 1 bortfaldet." in said(app)
    assert len(app.get("plotly_chart")) == 1
    assert len(app.table) == 3  # due, slipped, gaps
    assert "Milepæl: 40 mentorer er uddannet og har fået en ung" in app.table[1].value.index.map(
        lambda text: text.replace("\\", "")
    )


def test_a_meeting_sees_the_one_view_it_asks_for_without_links_or_fields(root: Path) -> None:
    app = shown(root, visning="moede", vis="strategy", maal="ht_partnerskaber")
    assert headings(app) == ["Fra overordnet mål til succeskriterium"]
    assert "12. Høj grad af tilfredshed blandt beboere og boligorganisationer i partnerskabet" in said(app)
    assert not [label for label in links(app) if "Høj grad" in label]
    assert not app.date_input


def test_a_meeting_is_told_that_a_list_is_empty(root: Path) -> None:
    app = shown(root, visning="moede", vis="slipped")
    assert headings(app) == ["Det, der er forsinket"]
    assert NO_DATES in said(app)
