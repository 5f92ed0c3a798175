"""Overgange, Forankring and Erfaringer, run without a browser: their answers, filters, links and sources."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import headings, shown, texts


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")


def cells(app: AppTest, number: int = 0) -> list[list[str]]:
    rows = app.table[number].value.reset_index().to_numpy()
    return [[str(cell).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in rows]


def links(app: AppTest) -> list[tuple[str, str]]:
    return [(link.proto.label.replace("\\", ""), link.proto.query_string) for link in app.get("page_link")]


def test_published_sources_count_no_meeting_and_the_page_says_so(root: Path) -> None:
    app = shown(root, "overgange")
    assert "Ingen kilde har talt møderne ved 16, 17½ og 18 år." in said(app)
    assert headings(app) == [
        "Modellens elementer",
        "Det, der mangler",
        "Muligheder og udfordringer",
        "Betingelser for, at det virker længe",
    ]
    elements = cells(app)
    assert len(elements) == 7
    assert any("Holdt" not in row[2] and "Mødet er holdt: ikke opgjort" in row for row in elements)
    assert all("SFI" in row[-1] and row[-1].endswith("s. 5") for row in elements)
    assert not app.get("plotly_chart")


def test_the_meetings_of_a_year_are_told_with_what_is_hidden(root: Path) -> None:
    app = shown(root, "overgange", datasaet="example")
    assert "Eksempelkommune, 2024: 152 af 176 møder blev holdt (86 %)" in said(app)
    assert "1 tal er skjult: det handler om 1–4 unge, eller 1–4 unge er ikke med i det." in said(app)
    measured = [row[2] for row in cells(app)]
    assert "Mødet er holdt: 86 % (2024)" in measured
    assert "Koordinatoren var med: skjult (diskretioneret) (2024)" in measured
    assert len(app.get("plotly_chart")) == 3


def test_another_year_and_another_number_are_shown_by_the_address(root: Path) -> None:
    app = shown(root, "overgange", datasaet="example", moedeaar="2019", maaling="agreed")
    assert "Eksempelkommune, 2019: 121 af 175 møder blev holdt" in said(app)
    assert "Endte med en bindende aftale (af de holdte møder): år for år" in headings(app)


def test_efforts_without_a_plan_stand_first_and_the_rest_by_route(root: Path) -> None:
    app = shown(root, "forankring", ordning="hoeje_taastrup_2005")
    plans = "For 4 af 12 indsatser og samarbejder kendes ingen plan for, hvad der sker, når pengene slutter."
    assert plans in said(app)
    assert "Kilderne er fra 2005." in said(app)
    names = [row[0] for row in cells(app)]
    assert names[4:] == [
        "Repræsentantskab og partnerskabsbestyrelser",
        "A-holdet",
        "Partnerskabet mellem private og kommune",
        "Jobexpres",
        "Tværgående misbrugsprojekt",
        "Nye Muligheder",
        "Street Basket",
        "Netværket mellem deltagerne",
    ]
    assert ("A-holdet", "projekt=a_holdet") in links(app)


def test_a_route_narrows_the_plans_and_the_line_of_choices_says_so(root: Path) -> None:
    app = shown(root, "forankring", rute="association")
    assert [row[0] for row in cells(app)] == ["Street Basket", "Frivillig økonomisk rådgivning"]
    assert "Viser: En forening fortsætter" in said(app)


def test_a_plan_tells_who_decides_and_when_and_when_the_money_ends(root: Path) -> None:
    rows = {row[0]: row for row in cells(shown(root, "forankring", datasaet="example"))}
    assert rows["Jobvejen"][3:6] == ["Styregruppen", "senest 31. marts 2027", "2025"]
    assert rows["Gadeteamet"][3:6] == ["Byrådet", "besluttet 20. september 2023", "2023"]


def test_experience_stands_by_theme_and_last_why_projects_closed(root: Path) -> None:
    app = shown(root, "erfaringer")
    assert headings(app)[0] == "Medarbejdere"
    assert headings(app)[-1] == "Hvorfor projekter lukkede"
    closed = cells(app, len(app.table) - 1)
    assert [row[0] for row in closed].count("Servicefag") == 4
    assert "3 projekter blev lukket eller opgivet" in said(app)


def test_a_theme_and_a_project_narrow_the_experience(root: Path) -> None:
    assert headings(shown(root, "erfaringer", tema="law")) == ["Lovgivning", "Hvorfor projekter lukkede"]
    app = shown(root, "erfaringer", projekt="multisport")
    assert "Ingen kilde har en erfaring, der passer til valget." in said(app)
    assert ("Alle erfaringer", "") in links(app)


@pytest.mark.parametrize("project", ["servicefag", "multisport"])
def test_every_project_leads_to_experience_and_to_what_happens_when_the_money_ends(root: Path, project: str) -> None:
    found = links(shown(root, "projekter", projekt=project))
    assert ("Erfaringer fra projektet", f"projekt={project}") in found
    assert ("Hvad andre har erfaret", "") in found
    assert any(label == "Når pengene slutter" and "ordning=" in query for label, query in found)


def test_a_judgement_stands_beside_a_status_that_says_otherwise(root: Path) -> None:
    app = shown(root, "succeskriterier", kriterium="ht_misbrug_1")
    assert "≠ Kilden vurderer anderledes" in said(app)
    assert (
        "▲ Bedre end ventet (Det Boligsociale Partnerskab om Tværgående misbrugsprojekt, september 2005, s. 10)."
        in (said(app))
    )
    sheet = shown(root, "projekter", projekt="tvaergaaende_misbrugsprojekt")
    assert "1 er uenig med den beregnede status" in said(sheet)
    assert "≠" not in said(shown(root, "succeskriterier", kriterium="ht_a_holdet_1"))


def test_all_judgements_stand_together_those_at_odds_first(root: Path) -> None:
    app = shown(root, "succeskriterier")
    assert "19 vurderinger fra kilderne. 2 er uenige med den beregnede status" in said(app)


def test_strengths_stand_beside_challenges_and_history_has_what_was_built(root: Path) -> None:
    app = shown(root, "omraade", omraade="taastrupgaard", fane="historie")
    assert headings(app)[:2] == ["Styrker og udfordringer", "Historie"]
    assert "Kilderne nævner 3 styrker og 1 udfordring." in said(app)
    told = str(app.table[1].value) + str([str(row) for row in cells(app, 1)])
    assert "Bygget: Én almen afdeling (AKB)" in told
    assert "sidste halvdel af 1980’erne" in told


def test_charlotteager_tells_of_charlottekvarteret_by_name(root: Path) -> None:
    app = shown(root, "omraade", omraade="charlotteager", fane="historie")
    assert "(Charlottekvarteret)" in str([cells(app, 0), cells(app, 1)])
