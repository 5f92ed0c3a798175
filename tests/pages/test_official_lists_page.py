"""The page of the official lists, and its views on the profile."""

from pathlib import Path

import pytest

from dashboard.i18n.words import LANGUAGES
from dashboard.ui import navigation
from tests.pages.test_pages import run, texts, warned

PAGE, PROFILE = navigation.page("lister"), navigation.page("omraade")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dataset", ["published", "example"])
def test_the_page_opens_with_the_newest_year_that_has_many_areas(root: Path, dataset: str, language: str) -> None:
    app = run(root, PAGE, datasaet=dataset, sprog=language)
    assert not app.exception
    assert not app.error
    assert app.selectbox[0].value == {"published": "2017", "example": "2024"}[dataset]
    assert len(app.table) == 2


def test_korskaerparken_lay_two_residents_from_the_line_in_2019(root: Path) -> None:
    said = texts(run(root, PAGE, listeaar="2019")).replace("\\", "")
    assert "Tættest på er Korskærparken" in said
    assert "2 beboere, 1–2 efter afrunding (0,1 point) fra grænsen" in said


def test_the_odd_row_is_explained(root: Path) -> None:
    said = texts(run(root, PAGE, listeaar="2012")).replace("\\", "")
    assert "Ringparken har tal, der ikke passer med listen" in said
    assert "byttet om i afskriften" in said


def test_a_year_without_numbers_is_told_and_the_nearest_is_shown(root: Path) -> None:
    app = run(root, PAGE, listeaar="1999")
    assert "1999" in " ".join(warned(app))
    assert app.selectbox[0].value == "2010"


def test_the_profile_shows_status_and_rules(root: Path) -> None:
    said = texts(run(root, PROFILE, omraade="gadehavegaard", fane="lister")).replace("\\", "")
    assert "Over grænsen på 4 af 5 kriterier (2017); listen kræver 3." in said
    assert "Med tallene fra 2017 ville området stå på listen efter reglerne for alle år." in said


def test_an_area_that_no_list_has_numbers_of_shows_neither(root: Path) -> None:
    headings = [header.value for header in run(root, PROFILE, omraade="kommune_0169", fane="lister").header]
    assert not [heading for heading in headings if heading.startswith(("Status efter", "Samme tal"))]
