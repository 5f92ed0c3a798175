"""The sheet of a project: always one page, what it says, the same bytes for the same data."""

import re
from dataclasses import astuple

import pytest
from reportlab.pdfbase import pdfmetrics

from dashboard import store
from dashboard.areas import shelf
from dashboard.documents import pen
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import LANGUAGES
from dashboard.projects import bank as project_bank
from dashboard.projects import sheet, sheet_route
from dashboard.projects.bank import NOT_TOLD, Bank
from tests.dashboard.area_profile.profile_tables import row
from tests.dashboard.projects.project_tables import ROWS, TODAY, bank, project

IMPRINT = Imprint("0123456789ab", "1. januar 2026", "https://eksempel.dk/projekter?projekt=bro", "")
IN_PAIRS = ("target_group", *project_bank.FORM, "funding", "organisation")  # fields in Danish and English
LONG = "Et projekt om alt, hvad der kan skrives i et felt <b>uden ende</b> & med tegn. " * 12


def pages(content: bytes) -> int:
    return len(re.findall(rb"/Type /Page\b", content))


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The text of every paragraph, as it is handed to the page."""
    texts = []

    def record(text: str, *args: object, **more: object) -> object:
        texts.append(text)
        return made(text, *args, **more)

    made = sheet.text
    monkeypatch.setattr(sheet, "text", record)
    return texts


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("project_id", ["bro", "klub", "ide"])
def test_every_project_fills_one_page(project_id: str, language: str) -> None:
    assert pages(sheet.pdf(bank(language), project_id, IMPRINT)) == 1


def test_more_than_a_page_holds_is_drawn_smaller_on_one_page() -> None:
    texts = {f"{field}_da": LONG for field in IN_PAIRS}
    own = bank(projects=[project("bro", LONG, "running", partners=LONG, status_note_da=LONG, **texts)])
    assert pages(sheet.pdf(own, "bro", Imprint("0123456789ab", "1. januar 2026", LONG, "Fiktive tal"))) == 1


def test_the_sheet_says_what_the_page_says(written: list[str]) -> None:
    sheet.pdf(bank(), "klub", IMPRINT)
    assert written[:3] == ["Projektark", "Klubben", "Status: ændret pr. september 2005. Blev for lille."]
    for said in ("Mål med projektet", "Fritid for unge", NOT_TOLD, "Blev til", "Jobbroen", "Bogen, s. 7, 9"):
        assert said in written
    assert "FIKTIVE TAL" not in written


def test_criteria_milestones_and_action_cards_are_on_it(written: list[str]) -> None:
    sheet.pdf(bank(), "bro", IMPRINT)
    for said in ("10 unge i job", "Opfyldt", "12 af 10 unge", "Kontoret åbner", "Nået", "Lys på stien", "åben"):
        assert said in written


def test_sums_over_several_projects_are_called_derived(written: list[str]) -> None:
    sheet.pdf(bank(), "bro", IMPRINT)
    assert not any("afledt" in said for said in written)
    shared = [row | {"project_id": ""} for row in ROWS["criteria"]]
    served = row("results", criterion_id="k1", project_id="bro", as_of="2005-09", value=12.0, served=True, counted=True)
    sheet.pdf(bank(criteria=shared, results=[served]), "bro", IMPRINT)
    assert any("alle projekternes tal lagt sammen (beregnet af os)" in said for said in written)


def test_invented_numbers_are_named(written: list[str]) -> None:
    sheet.pdf(bank(), "bro", Imprint("0123456789ab", "1. januar 2026", "x", "Fiktive tal"))
    assert written[0] == "FIKTIVE TAL"


def test_the_same_data_give_the_same_bytes() -> None:
    assert sheet.pdf(bank(), "bro", IMPRINT) == sheet.pdf(bank(), "bro", IMPRINT)


def test_headings_fit_in_their_column() -> None:
    pen.register_fonts()
    headings = [*project_bank.FORM.values(), *project_bank.FACTS.values(), *project_bank.LINEAGE.values()]
    widest = max(pdfmetrics.stringWidth(word, pen.BOLD, sheet.BODY) for text in headings for word in text.split())
    assert widest < sheet.PART - 6  # the cell's own margin


@pytest.mark.parametrize("dataset", ["published", "example"])
def test_prepared_projects_have_a_sheet_of_one_page(dataset: str) -> None:
    version = store.current(dataset)
    tables = {name: store.table(version, name) for name in project_bank.TABLES}
    texts = Bank(tables, shelf.book(version), bank().words, TODAY).texts
    fullest = max(texts, key=lambda project_id: sum(map(len, astuple(texts[project_id]))))
    content = sheet_route.draw(version, fullest, bank().words, IMPRINT)
    assert pages(content) == 1
