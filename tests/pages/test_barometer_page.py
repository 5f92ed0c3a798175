"""Bybarometer, run without a browser: what it shows, and what it says where the address asks for what is not there."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.ui.navigation import page as page_at
from tests.pages.test_pages import headings, run, shown, texts, warned


def opened(root: Path, **query: str) -> AppTest:
    return shown(root, "barometer", **query)


def said(app: AppTest) -> str:
    return texts(app).replace("\\", "")


def test_the_published_figures_open_where_most_is_compared(root: Path) -> None:
    app = opened(root)
    assert headings(app)[0] == "Områdebarometers eget sæt: kommuner"
    assert "Ændret mere end tilfældigt: Sigtelser pr. 1.000 indbyggere er stigende i" in said(app)


def test_an_instrument_names_the_themes_that_nobody_has_numbers_of(root: Path) -> None:
    app = opened(root, instrument="integrationsbarometer", niveau="housing_area")
    assert "Ikke opgjort på niveauet: Bolig, Kultur og fritid, Sundhed og omsorg." in said(app)
    assert "Ingen af tallene kan sammenlignes med landet" in said(app)
    table = "\n".join(each.value.to_csv().replace("\\", "") for each in app.table)
    assert "nævnt i kilden" in table
    assert "s. 18" in table


def test_a_reference_without_numbers_is_said_and_the_country_stands_in(root: Path) -> None:
    app = opened(root, datasaet="example", reference="region")
    assert (
        "Regionen har ingen tal fra de samme år og efter de samme definitioner. Her sammenlignes med landet."
        in warned(app)
    )
    assert "sammenlignet med landet" in said(app)


@pytest.mark.parametrize("chosen", ["", "eks_omraade_01"])
def test_fewer_than_two_chosen_areas_are_nothing_to_compare_with(root: Path, chosen: str) -> None:
    app = opened(root, datasaet="example", reference="valgte", omraader=chosen)
    assert "Vælg mindst to områder at sammenligne med. Indtil da sammenlignes med landet." in warned(app)


def test_areas_of_another_level_are_no_selection(root: Path) -> None:
    app = opened(root, datasaet="example", niveau="housing_area", omraader="kommune_9999")
    assert "Ingen af de valgte områder er på niveauet boligområder. Her vises alle 40." in warned(app)
    assert "40 boligområder" in said(app)


def test_chosen_areas_are_the_rows_or_what_the_rows_are_held_against(root: Path) -> None:
    chosen = "eks_omraade_01,eks_omraade_02"
    assert "2 boligområder, sammenlignet med landet" in said(opened(root, datasaet="example", omraader=chosen))
    held = opened(root, datasaet="example", omraader=chosen, reference="valgte")
    assert "40 boligområder, sammenlignet med de valgte områder" in said(held)


def test_an_area_has_its_spine_and_its_likes(root: Path) -> None:
    app = opened(root, datasaet="example", omraade="eks_omraade_01", omraader="eks_omraade_01")
    assert "Lyngstedet blandt de andre" in headings(app)
    assert "Hvem områderne ligner" in headings(app)
    table = "\n".join(str(each.value.reset_index().to_numpy()) for each in app.table)
    assert "mest, fordi de to ligger tættest på hinanden i" in table


def test_an_unknown_instrument_is_named(root: Path) -> None:
    app = run(root, page_at("barometer"), instrument="findes_ikke")
    assert not app.exception
    assert any("»findes_ikke«" in sentence for sentence in warned(app))


def test_a_theme_narrows_what_is_said(root: Path) -> None:
    app = opened(root, datasaet="example", tema="education")
    assert "Uddannelse, sammenlignet med landet" in said(app)
    assert "forening" not in said(app)
