"""Effektværksted, run without a browser: what is shown, what it proves, and what a wrong choice gives instead."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import headings, shown, texts, warned

EXAMPLE = {"datasaet": "example"}
EVERYTHING = [
    "Sigtede pr. 1.000 unge, 15–17 år: med og uden indsats",
    "Hvad tilfældet gør: samme regning, hvor intet begyndte",
    "Virkningen regnet på tre måder",
    "Hvad taler for og imod?",
    "Lignede grupperne hinanden før indsatsen?",
    "Områderne, et for et",
]


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")


def cells(app: AppTest, number: int) -> list[list[str]]:
    rows = app.table[number].value.reset_index().to_numpy()
    return [[str(cell).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ") for cell in row] for row in rows]


def test_the_example_opens_with_an_effort_of_the_data(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE)
    assert headings(app) == EVERYTHING
    assert "indsats i Mosehøjparken, Dunhammerparken og Ellekrogen fra 2019; før: til og med 2018" in said(app)
    assert "Forskellen er +0,9 pr. 1.000 (95 %-interval −8,7 til +10,5). Det viser ikke en virkning" in said(app)
    assert ", 9 områder, 2007–2024." in said(app)
    assert len(app.get("plotly_chart")) == 3


def test_the_picture_of_chance_is_told_in_words(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE)
    assert "Samme regning på 400 grupper uden indsats (hver på 3 områder, udtrukket af 2.925 mulige)" in said(app)
    assert "Mod hvert af de 27 mulige kontrolområder for sig" in said(app)


def test_balance_tells_level_and_composition_before_the_effort(root: Path) -> None:
    rows = cells(shown(root, "effekt", **EXAMPLE), 2)
    assert [row[0] for row in rows] == [
        "Sigtede pr. 1.000 unge før indsatsen",
        "Uden tilknytning til arbejdsmarked eller uddannelse",
        "Alene grundskole",
        "Disponibel indkomst under halvdelen af medianen",
        "Beboere",
        "Beboere under 18 år",
    ]
    assert all(abs(float(row[3].replace(",", ".").replace("−", "-"))) < 0.25 for row in rows)


def test_where_composition_is_unknown_before_the_effort_the_page_says_so(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE, behandlet="eks_omraade_02,eks_omraade_08", begyndt="2010", foer="2009")
    assert "så forslaget bygger på niveauet alene" in said(app)
    assert "Der er kun 1 periode før indsatsen." in cells(app, 1)[0][1]


def test_the_published_sources_lack_counts_of_areas_and_show_what_they_have(root: Path) -> None:
    app = shown(root, "effekt")
    assert headings(app) == ["Virkninger, som kilderne giver tal til"]
    assert "Det, der mangler: kilderne offentliggør ikke antal og folketal over tid" in said(app)
    assert ["−12", "−20"] == [row[3] for row in cells(app, 0)]


def test_municipalities_can_be_tried_on_published_numbers(root: Path) -> None:
    app = shown(root, "effekt", behandlet="kommune_0169", begyndt="2019")
    assert len(headings(app)) == 6
    assert "Samme regning på 97 grupper uden indsats (hver på 1 område)" in said(app)


def test_the_reader_may_choose_the_control(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE, kontrol="eks_omraade_01,eks_omraade_02")
    assert "valgt kontrol: Lyngstedet og Enebærkrogen" in said(app)
    assert "Kontrolområderne er valgt af læseren." in said(app)
    assert any(button.label == "Brug sidens forslag" for button in app.button)


def test_an_area_cannot_be_its_own_control(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE, behandlet="eks_omraade_34", kontrol="eks_omraade_34,eks_omraade_01")
    assert "Mosehøjparken kan ikke være både indsats og kontrol. Her regnes det som område med indsats." in warned(app)
    assert "valgt kontrol: Lyngstedet" in said(app)


def test_an_area_with_a_hidden_number_is_named_and_never_added(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE, behandlet="eks_omraade_34,eks_omraade_05", begyndt="2019")
    assert "Ikke regnet med, fordi mindst ét af deres tal er skjult eller ikke opgjort:" in said(app)


def test_hidden_areas_alone_give_no_number(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE, behandlet="eks_omraade_05", begyndt="2019")
    assert "Ingen af områderne med indsats har tal i alle perioder før og efter" in said(app)
    assert "Hvad taler for og imod?" not in headings(app)


def test_without_a_possible_control_only_the_areas_own_development_is_shown(root: Path) -> None:
    every = ",".join(f"eks_omraade_{number:02}" for number in range(1, 41))
    app = shown(root, "effekt", **EXAMPLE, behandlet=every, begyndt="2019")
    assert "Der er intet kontrolområde at holde indsatsen op mod." in said(app)
    assert headings(app) == [EVERYTHING[0], EVERYTHING[-1]]


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        (
            {"begyndt": "1999"},
            "Linket peger på et ukendt valg under Indsatsen begyndte (første periode): »1999«. I stedet vises 2010.",
        ),
        (
            {"behandlet": "findes_ikke"},
            "Linket peger på et ukendt valg under Områder med indsats, som er sprunget over: »findes_ikke«.",
        ),
        (
            {"aarraekke": "2010-2012"},
            "2010–2012 rummer ikke to perioder, så der er intet før og efter. Her regnes på alle år.",
        ),
    ],
)
def test_a_wrong_choice_is_told_and_all_is_shown_instead(root: Path, choices: dict[str, str], sentence: str) -> None:
    app = shown(root, "effekt", **EXAMPLE, **choices)
    assert sentence in warned(app)
    assert headings(app) == EVERYTHING


def test_an_area_of_ones_own_is_the_effort_where_no_other_is_chosen(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE, eget="Nord~eks_omraade_01,eks_omraade_02", aarraekke="2010-2024")
    assert "indsats i Lyngstedet og Enebærkrogen" in said(app)
    assert "eget område »Nord« (2 områder), 2010–2024." in said(app)


def test_another_measure_and_english(root: Path) -> None:
    app = shown(root, "effekt", **EXAMPLE, indikator="spare_time_job_pct", sprog="en")
    assert headings(app)[0] == "Youths with a spare-time job, ages 15–17: with and without the effort"
