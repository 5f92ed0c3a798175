"""The filters that pages of figures share, on each page: what they change, and what a page says it cannot use."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import headings, shown, texts, warned

NORTH = "Nord~eks_omraade_03,eks_omraade_04,eks_omraade_07"


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "").replace("\N{NO-BREAK SPACE}", " ")


def test_comparison_is_narrowed_to_a_theme_and_years_beside_an_area_of_ones_own(root: Path) -> None:
    app = shown(
        root,
        "sammenlign",
        datasaet="example",
        omraader="eks_omraade_01,eks_omraade_02",
        eget=NORTH,
        emne="education",
        aarraekke="2016-2021",
    )
    assert "Viser 2 områder, eget område »Nord« (3 områder), uddannelse, 2016–2021." in said(app)
    table = app.table[0].value
    assert list(table.columns[-2:]) == ["Nord", "Danmark"]
    assert [name.replace("\\", "")[:16] for name in table.index] == ["Alene grundskole", "Unge i gang med "]
    assert "»Nord« er Hedelærkeparken, Rævehøjhusene og Lodsparken lagt sammen af os." in said(app)


def test_a_hidden_part_hides_the_readers_own_area(root: Path) -> None:
    app = shown(
        root, "sammenlign", datasaet="example", omraader="eks_omraade_01", emne="crime",
        eget="Syd~eks_omraade_05,eks_omraade_06",
    )  # fmt: skip
    assert "skjult (diskretioneret)" in app.table[0].value["Syd"].iloc[0].replace("\\", "")


def test_an_area_of_ones_own_stands_alone(root: Path) -> None:
    app = shown(root, "sammenlign", datasaet="example", eget=NORTH)
    assert headings(app)[0] == "Nøgletal ved siden af hinanden"


def test_there_is_room_for_five_beside_an_area_of_ones_own(root: Path) -> None:
    six = ",".join(f"eks_omraade_{number:02}" for number in (1, 2, 8, 9, 10, 11))
    app = shown(root, "sammenlign", datasaet="example", omraader=six, eget=NORTH)
    assert any(text.startswith("Med dit eget område er der plads til fem andre.") for text in warned(app))


def test_charges_are_narrowed_to_a_group_and_years(root: Path) -> None:
    app = shown(root, "sigtelser", datasaet="example", aarraekke="2012-2020", gruppe="hotspotomraader")
    assert "Viser Hotspotområder, 15–17 år, 2012–2020." in said(app)
    assert "i 2012 til 56,8 pr. 1.000 i 2020" in said(app)
    assert "Virkningerne er regnet på deres egne år" in said(app)


def test_years_without_a_comparison_of_groups_are_told(root: Path) -> None:
    app = shown(root, "sigtelser", aarraekke="2018-2023")
    assert "Ingen sammenligning af grupper har tal i de valgte år." in said(app)


def test_an_unknown_group_is_told(root: Path) -> None:
    app = shown(root, "sigtelser", gruppe="findes_ikke")
    assert "Linket peger på et ukendt valg under gruppe, som er sprunget over: »findes_ikke«." in warned(app)


def test_a_profile_is_narrowed_to_a_theme_and_years(root: Path) -> None:
    app = shown(root, "omraade", datasaet="example", omraade="eks_omraade_01", emne="crime", aarraekke="2010-2018")
    assert "Viser 1 område, kriminalitet, 2010–2018." in said(app)
    assert "Ét nøgletal er kendt for mindst to perioder." in said(app)


@pytest.mark.parametrize("page", ["kort", "lister"])
def test_a_page_that_cannot_use_a_filter_says_so(root: Path, page: str) -> None:
    assert "Siden bruger ikke dit valg af år og emne." in said(shown(root, page, emne="crime", aarraekke="2015-2017"))
    assert "Siden bruger ikke" not in said(shown(root, page))


def test_an_area_of_ones_own_is_made_one_area_at_a_time(root: Path) -> None:
    app = shown(root, "sammenlign", datasaet="example", omraader="eks_omraade_01,eks_omraade_02")
    app.multiselect("eget-omraader").select("eks_omraade_03").run()
    assert app.multiselect("eget-omraader").value == ["eks_omraade_03"]
    app.multiselect("eget-omraader").select("eks_omraade_04").run()
    assert app.query_params["eget"] == "~eks_omraade_03,eks_omraade_04"


TWO = "eks_omraade_01,eks_omraade_02"


def bold(app: AppTest) -> str:
    """The answer; before it the product's name is bold."""
    return [text for text in said(app).splitlines() if text.startswith("**")][1]


def test_barometer_is_held_against_an_area_of_ones_own_and_narrowed_to_some_areas(root: Path) -> None:
    app = shown(root, "barometer", datasaet="example", niveau="housing_area", omraader=TWO, eget=NORTH)
    assert "2 boligområder, sammenlignet med »Nord«." in said(app)
    assert "»Nord«" in bold(app)
    assert "Siden bruger ikke" not in said(app)


def test_barometer_with_another_reference_says_that_ones_own_area_is_not_used(root: Path) -> None:
    app = shown(root, "barometer", datasaet="example", niveau="housing_area", reference="land", eget=NORTH)
    assert "Siden bruger ikke dit valg af eget område." in said(app)


@pytest.mark.parametrize("page", ["barometer", "behov"])
def test_areas_of_another_level_are_told_and_all_are_shown(root: Path, page: str) -> None:
    app = shown(root, page, datasaet="example", niveau="municipality", omraader=TWO)
    assert any(text.startswith("Ingen af de valgte områder er på niveauet kommuner.") for text in warned(app))


def test_what_moved_is_told_of_the_parts_of_an_area_of_ones_own_and_of_the_whole(root: Path) -> None:
    app = shown(root, "siden-sidst", datasaet="example", siden_dag="2018-12-31", eget=NORTH, emne="education")
    assert (
        "Viser hvad der har flyttet sig, eget område »Nord« (3 områder), uddannelse, siden 31. december 2018."
        in said(app)
    )
    assert "»Nord« er Hedelærkeparken, Rævehøjhusene og Lodsparken lagt sammen af os." in said(app)
    (areas,) = [set(table.value["Område"]) for table in app.table if "Område" in table.value]
    assert areas == {"Nord"}  # the whole moved surely, none of its parts did


def test_departments_of_an_area_of_ones_own_are_counted_together(root: Path) -> None:
    app = shown(
        root, "aarsrapport", datasaet="example", eget="Nord~eks_omraade_03,eks_omraade_04", parameter="cash_benefit"
    )
    assert "eget område »Nord« (2 områder)" in said(app)
    assert "»Nord« er Afdeling 3, Hedelærkeparken og Afdeling 4, Rævehøjhusene lagt sammen af os: " in said(app)


def test_an_area_of_ones_own_without_departments_is_told(root: Path) -> None:
    app = shown(root, "aarsrapport", datasaet="example", eget="Vest~eks_omraade_33,eks_omraade_34")
    assert "Ingen afdeling ligger i »Vest«. Den vises derfor ikke for sig." in warned(app)


def test_need_of_an_area_of_ones_own_is_a_row_of_its_own(root: Path) -> None:
    app = shown(root, "behov", datasaet="example", omraader=TWO, eget=NORTH)
    assert "Viser 2 boligområder, eget område »Nord« (3 områder), holdt op mod kommunen." in said(app)
    assert "»Nord« under ét er dårligere end kommunen på" in said(app)
    assert "»Nord« er Hedelærkeparken, Rævehøjhusene og Lodsparken lagt sammen af os." in said(app)
    assert "2 områder og" in said(app)


def test_a_hidden_part_hides_the_need_of_the_whole(root: Path) -> None:
    app = shown(
        root, "behov", datasaet="example", omraader=TWO, behovstema="crime",
        eget="Syd~eks_omraade_05,eks_omraade_06",
    )  # fmt: skip
    assert "»Syd« under ét har ingen tal, der kan holdes sikkert op mod kommunen." in said(app)


def test_need_is_narrowed_to_areas_and_a_theme(root: Path) -> None:
    app = shown(root, "behov", datasaet="example", omraader=TWO, emne="education", aarraekke="2015-2020")
    assert "Viser 2 boligområder, uddannelse, holdt op mod kommunen. Siden bruger ikke dit valg af år." in said(app)


def test_areas_outside_the_place_asked_for_are_told_and_the_place_is_shown(root: Path) -> None:
    app = shown(root, "behov", datasaet="example", omraader="eks_omraade_01", omraade="eks_omraade_02")
    assert any(text.startswith("Ingen af de valgte områder ligger i Enebærkrogen.") for text in warned(app))
    assert "Viser 1 område, i Enebærkrogen, holdt op mod kommunen." in said(app)


def test_a_link_saved_with_the_old_name_of_the_level_still_works(root: Path) -> None:
    assert "kommuner, holdt op mod landet." in said(shown(root, "behov", omraadeniveau="municipality"))


def test_what_moved_is_narrowed_to_an_area_and_a_theme_and_says_its_sentence_once(root: Path) -> None:
    app = shown(root, "siden-sidst", datasaet="example", omraader="eks_omraade_01", emne="education")
    told = said(app)
    assert "Viser hvad der har flyttet sig, 1 område, uddannelse, siden Status for 2023, 31. december 2023." in told
    assert told.count("Siden Status for 2023, 31. december 2023: succeskriterier") == 1
    areas = {name for table in app.table if "Område" in table.value for name in table.value["Område"]}
    assert areas <= {"Lyngstedet"}


def test_annual_report_is_narrowed_to_departments_of_areas_and_to_years(root: Path) -> None:
    app = shown(root, "aarsrapport", datasaet="example", omraader="eks_omraade_01", aarraekke="2006-2017")
    told = said(app)
    assert "1 område, 2006–2017" in told
    assert "højere end kommunen på" in bold(app)


def test_years_without_a_whole_period_and_areas_without_a_department_are_told(root: Path) -> None:
    app = shown(root, "aarsrapport", datasaet="example", omraader="kommune_9999", aarraekke="2010-2010")
    assert any("rummer ingen hel periode" in text for text in warned(app))
    assert any(text.startswith("Ingen afdeling ligger i eller ved de valgte områder") for text in warned(app))
