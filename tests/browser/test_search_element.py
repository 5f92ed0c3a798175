"""The area search as a reader meets it: by keyboard, by finger, with any spelling and with hostile names."""

import re
from collections.abc import Iterator
from pathlib import Path

import pandas
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.ui import assets
from data import query
from tests.browser import finders
from tests.browser.apps.area_search import files
from tests.browser.server import running_element
from tests.browser.visitors import TELEPHONE, visitor
from tests.levels import of_kinds

APP = Path(__file__).parent / "apps" / "area_search"
SPELLINGS = [  # the same texts are put to the browser's rule and to data.query.search
    "taastrup",
    "tåstrup",
    "TÅSTRUP",
    "tastrup",
    "Taastrupgaard",
    "hoje",
    "høje",
    "hoeje",
    "høje-ta",
    "hoje ta",
    "nørre",
    "norre",
    "noerrevang",
    "vang",
    "åp",
    "aap",
    "gadehaven",
    "det blå",
    "odense",
    "odense c",
    "sø",
    "blok",
    "blok 07",
    "blok-07",
    "danmark",
    "o",
    "ø",
    "  ",
    "",
    "xyz",
    "(",
    "<img",
    "ishøj",
]

SELECTED = """length => {
  const { selectionStart, selectionEnd } = document.activeElement.shadowRoot.activeElement
  return selectionEnd - selectionStart === length
}"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("search")
    files.write(folder)
    with running_element(APP, folder) as address:
        yield address


@pytest.fixture
def search_page(page: Page) -> Page:
    page.goto("/")
    expect(field(page)).to_be_visible()
    finders.settled(page)
    return page


def field(page: Page, label: str = "Find et område") -> Locator:
    return page.get_by_role("combobox", name=label)


def suggestions(page: Page) -> Locator:
    return page.get_by_role("option").locator("visible=true")


def in_python(text: str) -> list[str]:
    """What data.query.search finds among the same areas."""
    columns = ["area_id", "name", "aliases", "level", "municipality", "town"]
    areas = pandas.DataFrame(files.AREAS, columns=columns).assign(
        municipality_code=lambda rows: rows["municipality"], valid_from=pandas.NA
    )
    return query.search(of_kinds(areas), text)["area_id"].tolist()


def test_the_browser_finds_what_the_server_finds(search_page: Page):
    in_browser = search_page.evaluate(
        "async ([script, areas, texts]) => { const { index, find } = await import(script); const known = index(areas);"
        " return texts.map((text) => [text, find(known, text).map(({ id }) => id)]) }",
        [assets.url("search/find.js"), files.AREAS, SPELLINGS],
    )
    assert in_browser == [[text, in_python(text)] for text in SPELLINGS]


@pytest.mark.parametrize("text", ["taastrup", "tåstrup", "TAASTRUP"])
def test_a_name_is_found_by_any_spelling_with_its_kind_and_municipality(search_page: Page, text: str):
    field(search_page).press_sequentially(text)
    expect(suggestions(search_page).first).to_have_text("Tåstrupgård — boligområde i Høje-Taastrup")
    expect(suggestions(search_page).nth(1)).to_have_text("Høje-Taastrup — kommune")


def test_hoje_finds_the_municipality(search_page: Page):
    field(search_page).press_sequentially("hoje")
    expect(suggestions(search_page).first).to_have_text("Høje-Taastrup — kommune")


def test_by_keyboard_alone(search_page: Page):
    field(search_page).focus()
    search_page.keyboard.type("tåst")
    expect(suggestions(search_page)).to_have_count(3)
    search_page.keyboard.press("ArrowDown")
    expect(suggestions(search_page).first).to_have_attribute("aria-selected", "true")
    search_page.keyboard.press("Enter")
    expect(search_page.get_by_text("Fundet: taastrupgaard")).to_be_visible()
    expect(field(search_page)).to_have_value("Tåstrupgård")
    expect(field(search_page)).to_be_focused()
    search_page.keyboard.type("odense")  # what is chosen stands ready to be typed over
    expect(field(search_page)).to_have_value("odense")
    search_page.keyboard.press("Escape")
    expect(suggestions(search_page)).to_have_count(0)
    search_page.keyboard.press("Tab")
    expect(field(search_page)).to_have_value("Tåstrupgård")  # a text that chose nothing gives way


def test_enter_takes_a_single_suggestion_and_nothing_of_several(search_page: Page):
    field(search_page).press_sequentially("odense")
    expect(suggestions(search_page)).to_have_count(3)
    field(search_page).press("Enter")
    expect(suggestions(search_page)).to_have_count(3)
    field(search_page).fill("nørrev")
    expect(suggestions(search_page)).to_have_count(1)
    field(search_page).press("Enter")
    expect(search_page.get_by_text("Fundet: noerrevang")).to_be_visible()


def test_a_link_fills_the_field_and_focus_opens_nothing(page: Page):
    page.goto("/?omraade=noerrevang")
    expect(field(page)).to_have_value("Nørrevang")
    finders.settled(page)
    field(page).click()
    expect(suggestions(page)).to_have_count(0)
    page.wait_for_function(SELECTED, arg=len("Nørrevang"))


def test_a_field_that_adds_is_empty_again_and_leaves_out_what_is_there(search_page: Page):
    add = field(search_page, "Tilføj et område")
    for text, said in (("nørre", "noerrevang"), ("kongev", "noerrevang, kongevang")):
        add.press_sequentially(text)
        expect(suggestions(search_page)).to_have_count(1)
        add.press("Enter")
        expect(search_page.get_by_text(f"Tilføjet: {said}")).to_be_visible()
        expect(add).to_have_value("")
    finders.settled(search_page)
    for text in ("nørre", "danmark"):
        add.fill(text)
        expect(suggestions(search_page)).to_have_text(["Intet område har det navn."])


def test_no_more_than_twelve_are_shown_and_the_rest_is_counted(search_page: Page):
    field(search_page).press_sequentially("blok")
    expect(suggestions(search_page)).to_have_count(12)
    menu = search_page.get_by_role("listbox").locator("visible=true")
    assert menu.evaluate("node => getComputedStyle(node, '::after').content") == '"3 flere: skriv mere"'
    status = search_page.get_by_role("status").filter(has_text="De første 12 af 15 forslag vises.")
    expect(status).to_have_count(1)


def test_a_hostile_name_is_text(search_page: Page):
    field(search_page).press_sequentially("<img")
    expect(suggestions(search_page)).to_have_text([f"{files.HOSTILE} — boligområde"])
    field(search_page).press("Enter")
    expect(search_page.get_by_text("Fundet: hostile")).to_be_visible()
    expect(field(search_page)).to_have_value(files.HOSTILE)
    field(search_page).fill("nørre")
    expect(suggestions(search_page)).to_have_count(1)
    assert search_page.evaluate("window.hit") is None


def test_a_list_that_does_not_come_is_told_and_asked_for_again(page: Page):
    page.route("**/search.json", lambda route: route.abort())
    page.goto("/")
    field(page).press_sequentially("nø")
    expect(suggestions(page)).to_have_text(["Søgningen kunne ikke hentes. Kontrollér forbindelsen, og prøv igen."])
    page.unroute("**/search.json")
    field(page).press_sequentially("r")
    expect(suggestions(page)).to_have_text(["Nørrevang — boligområde i Slagelse"])


def test_on_a_telephone_a_tap_chooses_and_targets_are_large(browser: Browser, server: str):
    with visitor(browser, server, **TELEPHONE) as page:
        page.goto("/")
        expect(field(page)).to_be_visible()
        finders.settled(page)
        field(page).tap()
        field(page).press_sequentially("tåst")
        expect(suggestions(page)).to_have_count(3)
        boxes = [field(page).bounding_box(), *(place.bounding_box() for place in suggestions(page).all())]
        assert min(box["height"] for box in boxes) >= 44
        assert max(box["x"] + box["width"] for box in boxes) <= 390
        suggestions(page).first.tap()
        expect(page.get_by_text("Fundet: taastrupgaard")).to_be_visible()
        expect(field(page)).to_have_value("Tåstrupgård")


def test_axe_finds_nothing_closed_open_and_without_a_result(search_page: Page):
    for text, expected in (("", 0), ("blok", 12), ("xyz", 1)):
        field(search_page).fill(text)
        expect(suggestions(search_page)).to_have_count(expected)
        found = Axe().run(search_page, context="[data-testid='stBidiComponentIsolated']").response
        assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in found["violations"]] == []


def test_the_list_is_fetched_once(page: Page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/")
    field(page).press_sequentially("nørrev")
    expect(suggestions(page)).to_have_count(1)
    field(page).press("Enter")
    expect(page.get_by_text("Fundet: noerrevang")).to_be_visible()
    field(page, "Tilføj et område").press_sequentially("odense")
    expect(suggestions(page)).to_have_count(3)
    assert len([url for url in asked if re.search(r"/search\.json$", url)]) == 1
