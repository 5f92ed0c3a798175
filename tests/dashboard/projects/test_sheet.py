"""The sheet of a project: always one page, what it says, the same bytes for the same data."""

from dataclasses import astuple

import pytest

from dashboard import store
from dashboard.areas import shelf
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import LANGUAGES
from dashboard.projects import bank as project_bank
from dashboard.projects import sheet, sheet_route
from dashboard.projects.bank import NOT_TOLD, Bank
from tests.accessible_pdf import faults, language_of, links, pages, said
from tests.dashboard.area_profile.profile_tables import row
from tests.dashboard.projects.project_tables import ROWS, TODAY, bank, project

IMPRINT = Imprint("0123456789ab", TODAY, "https://eksempel.dk/projekter?projekt=bro", "")
IN_PAIRS = ("target_group", *project_bank.FORM, "funding", "organisation")  # fields in Danish and English
LONG = "Et projekt om alt, hvad der kan skrives i et felt <b>uden ende</b> & med tegn. " * 12


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("project_id", ["bro", "klub", "ide"])
def test_every_project_fills_one_page(project_id: str, language: str) -> None:
    assert pages(sheet.pdf(bank(language), project_id, IMPRINT)) == 1


def test_more_than_a_page_holds_is_drawn_smaller_on_one_page() -> None:
    texts = {f"{field}_da": LONG for field in IN_PAIRS}
    own = bank(projects=[project("bro", LONG, "running", partners=LONG, status_note_da=LONG, **texts)])
    assert pages(sheet.pdf(own, "bro", Imprint("0123456789ab", TODAY, LONG, "Fiktive tal"))) == 1


def test_the_sheet_says_what_the_page_says() -> None:
    content = sheet.pdf(bank(), "klub", IMPRINT)
    text = said(content)
    assert text.startswith("Projektark Klubben Status: ændret pr. september 2005. Blev for lille.")
    for part in ("Mål med projektet", "Fritid for unge", NOT_TOLD, "Blev til", "Jobbroen", "Bogen, s. 7, 9"):
        assert part in text
    assert "FIKTIVE TAL" not in text
    assert "Dataversion 0123456789ab, dannet 1. januar 2006" in text
    assert links(content) == [IMPRINT.address]


def test_criteria_milestones_and_action_cards_are_on_it() -> None:
    text = said(sheet.pdf(bank(), "bro", IMPRINT))
    for part in ("10 unge i job", "Opfyldt", "12 af 10 unge", "Kontoret åbner", "Nået", "Lys på stien", "åben"):
        assert part in text


def test_sums_over_several_projects_are_called_derived() -> None:
    assert "beregnet af os" not in said(sheet.pdf(bank(), "bro", IMPRINT))
    shared = [row | {"project_id": ""} for row in ROWS["criteria"]]
    served = row("results", criterion_id="k1", project_id="bro", as_of="2005-09", value=12.0, served=True, counted=True)
    text = said(sheet.pdf(bank(criteria=shared, results=[served]), "bro", IMPRINT))
    assert "alle projekternes tal lagt sammen (beregnet af os)" in text


def test_invented_numbers_are_named() -> None:
    text = said(sheet.pdf(bank(), "bro", Imprint("0123456789ab", TODAY, "x", "Fiktive tal")))
    assert text.startswith("FIKTIVE TAL")


def test_signs_of_markup_are_shown_as_they_are_written() -> None:
    signs = 'A *b* _c_ #emph[d] $e$ <f> @g https://h.dk/ // i \\ "j"'
    own = bank(projects=[project("bro", signs, "running", aim_da=signs)])
    assert said(sheet.pdf(own, "bro", IMPRINT)).count(signs) == 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_can_be_read_by_ear(language: str) -> None:
    content = sheet.pdf(bank(language), "bro", IMPRINT)
    assert faults(content) == []
    assert language_of(content) == language


def test_the_same_data_give_the_same_bytes() -> None:
    assert sheet.pdf(bank(), "bro", IMPRINT) == sheet.pdf(bank(), "bro", IMPRINT)


@pytest.mark.parametrize("dataset", ["published", "example"])
def test_prepared_projects_have_a_sheet_of_one_page(dataset: str) -> None:
    version = store.current(dataset)
    tables = {name: store.table(version, name) for name in project_bank.TABLES}
    texts = Bank(tables, shelf.book(version), bank().words, TODAY).texts
    fullest = max(texts, key=lambda project_id: sum(map(len, astuple(texts[project_id]))))
    content = sheet_route.draw(version, fullest, bank().words, IMPRINT)
    assert pages(content) == 1
