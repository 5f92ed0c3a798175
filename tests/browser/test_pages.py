"""Every page as a reader meets it: drawn, accessible, shareable and served from its own host alone.

The `page` fixture fails a test on any foreign request, script error or breach of the content security policy.
"""

from __future__ import annotations

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.i18n.words import LANGUAGES, Words
from dashboard.ui.navigation import PAGES
from tests.browser.finders import MUNICIPALITIES, areas, choose_page, fits_the_screen, open_page, settled, unfold
from tests.browser.server import running
from tests.browser.visitors import visitor
from tests.sweep import sampled

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}
SIZES = {"desk": (1280, 800), "projector": (1920, 1080), "telephone": (390, 844)}
PATHS = [page.path for page in PAGES]
CHOSEN = {  # what a page needs to have something to show, by dataset
    "kort": {"published": MUNICIPALITIES, "example": "indikator=residents"},
    "omraade": {"published": "omraade=taastrupgaard", "example": "omraade=eks_omraade_34"},
    "sammenlign": {"published": "omraader=taastrupgaard,agervang", "example": "omraader=eks_omraade_34,eks_omraade_02"},
}
NAMED = [(path, language) for path in PATHS for language in LANGUAGES]
ENGLISH = [f"{path} en" for path in ("kort", "omraade", "succeskriterier", "behov", "data")]
LARGE = ("kort", "omraade", "sigtelser", "succeskriterier", "samarbejde", "strategi", "barometer", "moede")
DARK = "rgb(18, 23, 29)"
AREAS = {"published": 90, "example": 1}
# A key of the slider held down for four steps, with no pause that a busy machine could put between them.
HELD_DOWN = """range => {
  for (let step = 0; step < 4; step += 1) {
    range.stepDown()
    for (const kind of ["input", "change"]) range.dispatchEvent(new Event(kind, { bubbles: true }))
  }
}"""


def address(path: str, dataset: str = "published", **choices: str) -> str:
    query = [CHOSEN[path][dataset]] if path in CHOSEN else []
    query += [f"{key}={value}" for key, value in {"datasaet": dataset, **choices}.items()]
    return f"/{path}?{'&'.join(query)}"


def wait_until_drawn(page: Page, path: str, dataset: str = "published") -> None:
    if path == "kort":
        expect(areas(page).nth(AREAS[dataset] - 1)).to_be_attached()
    elif path in (*CHOSEN, "lister"):
        expect(page.get_by_role("table").first).to_be_visible()
    elif path == "sigtelser":
        expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()


def violations(page: Page) -> list[str]:
    """What axe finds, each with its reason and the first 200 characters of the markup. Nothing is fading any more."""
    settled(page)
    page.wait_for_function("() => !document.getAnimations().some(each => each instanceof CSSTransition)")
    rules = Axe().run(page, options=WCAG).response["violations"]
    return [f"{node['failureSummary']} {node['html'][:200]}" for rule in rules for node in rule["nodes"]]


@pytest.mark.parametrize("visit", sampled(NAMED, [*(f"{path} da" for path in PATHS), *ENGLISH], " ".join))
def test_a_page_is_named_fits_the_desk_and_axe_finds_nothing(page: Page, visit: tuple[str, str]) -> None:
    path, language = visit
    open_page(page, address(path, sprog=language))
    wait_until_drawn(page, path)
    title = next(record.title for record in PAGES if record.path == path)
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page).to_have_title(f"{Words(language)(title)} – Områdebarometer")
    fits_the_screen(page)
    if path == "behov":
        assert page.locator(".need").evaluate("table => table.scrollWidth <= table.clientWidth")
    assert violations(page) == []
    if language == "da":  # what is dark is the same in both
        page.emulate_media(color_scheme="dark")
        expect(page.get_by_test_id("stApp")).to_have_css("background-color", DARK)
        assert violations(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_axe_finds_no_wcag_violation_on_fictitious_figures_and_they_say_so(page: Page, path: str) -> None:
    open_page(page, address(path, "example"))
    wait_until_drawn(page, path, "example")
    expect(page.get_by_text("Fiktive tal", exact=False).first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("path", sampled(PATHS, LARGE))
def test_a_page_fits_the_projector_and_axe_finds_nothing(page: Page, path: str) -> None:
    width, height = SIZES["projector"]
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, address(path, visning="projektor"))
    wait_until_drawn(page, path)
    fits_the_screen(page)
    assert violations(page) == []


@pytest.mark.parametrize("path", PATHS)
def test_no_page_scrolls_sideways_on_a_telephone(page: Page, path: str) -> None:
    width, height = SIZES["telephone"]
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, address(path))
    wait_until_drawn(page, path)
    fits_the_screen(page)


def test_a_telephone_lists_no_column_of_a_row_that_has_no_text_in_it(page: Page) -> None:
    width, height = SIZES["telephone"]
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, address("hotspot"))
    empty = page.locator("#root td[data-empty]")
    expect(empty.first).to_be_attached()
    expect(empty.filter(visible=True)).to_have_count(0)
    page.set_viewport_size({"width": 1280, "height": 800})
    expect(empty.first).to_be_visible()  # where the columns stand beside each other, it holds its place


@pytest.mark.parametrize("choices", [{}, {"visning": "projektor"}])
def test_the_four_charts_of_a_quarter_never_stand_three_and_one(page: Page, choices: dict[str, str]) -> None:
    width, height = SIZES["projector" if choices else "desk"]
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, address("hotspot", "example", **choices))
    charts = page.locator(".st-key-charts-process .js-plotly-plot")
    expect(charts).to_have_count(4)
    tops = charts.evaluate_all("charts => charts.map(chart => Math.round(chart.getBoundingClientRect().top))")
    assert (tops[0], tops[2]) == (tops[1], tops[3])
    assert tops[0] < tops[2]


def test_the_start_page_answers_at_the_root_and_at_its_own_path(page: Page) -> None:
    for address in ("/", "/kort"):
        open_page(page, address)
        expect(page.get_by_role("heading", level=1)).to_have_text("Områdekort")
        expect(page.get_by_role("dialog")).to_have_count(0)
        expect(page.locator(".point[data-shape]").first).to_be_attached()


def test_choices_are_kept_over_reload_page_change_and_back(page: Page) -> None:
    open_page(page, f"/kort?{MUNICIPALITIES}")
    wait_until_drawn(page, "kort")
    period = page.get_by_role("slider", name="Periode")
    period.evaluate(HELD_DOWN)  # one choice, for the hand lets go once
    expect(page).to_have_url(re.compile(r"/kort\?.*aar=2019"))
    settled(page)
    unfold(page)
    page.get_by_role("combobox", name="Indikator").select_option("Anmeldte lovovertrædelser pr. 1.000 indbyggere")
    expect(page).to_have_url(re.compile("indikator=reported_offences_per_1000_inhabitants"))
    settled(page)
    page.reload()
    expect(period).to_have_attribute("aria-valuetext", "2019")
    choose_page(page, "Succeskriterier")
    expect(page.get_by_role("heading", level=1)).to_have_text("Succeskriterier")
    expect(page).to_have_url(re.compile(r"/succeskriterier\?.*aar=2019"))
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Områdekort")
    expect(period).to_have_attribute("aria-valuetext", "2019")
    settled(page)
    page.go_back()
    unfold(page)
    expect(page.get_by_role("combobox", name="Indikator")).to_have_value("charges_per_1000_inhabitants")
    settled(page)
    page.go_back()
    expect(period).to_have_attribute("aria-valuetext", "2023")


def test_page_and_choices_are_one_step_of_back(page: Page) -> None:
    open_page(page, "/kort?omraade=taastrupgaard")
    start = page.evaluate("history.length")
    page.locator(".card .links a").first.click()
    expect(page).to_have_url(re.compile(r"/omraade\?"))
    settled(page)
    assert page.evaluate("history.length") == start + 1
    choose_page(page, "Projektbank")
    expect(page).to_have_url(re.compile(r"/projekter\?"))
    settled(page)
    page.locator("[data-testid='stMain'] a[href*='projekt=']").first.click()
    expect(page).to_have_url(re.compile(r"projekt="))
    settled(page)
    assert page.evaluate("history.length") == start + 3
    page.go_back()
    expect(page).not_to_have_url(re.compile(r"projekt="))
    expect(page.locator("[data-testid='stMain'] a[href*='projekt=']").first).to_be_visible()


def test_a_map_link_opens_as_it_was_sent(page: Page) -> None:
    open_page(page, "/kort?farver=aendring&fra=2015&aar=2020&omraade=kommune_0169&lag=hotspot,politikredse")
    expect(page.locator(".card .name")).to_have_text("Høje-Taastrup")
    expect(page.locator(".sentence")).to_contain_text("2015 til 2020: tallet er steget i")
    expect(page.locator(".legend")).to_contain_text("Hotspotområder")
    expect(page.locator("path.way")).not_to_have_count(0)
    page.get_by_text("Vis som tabel").click()
    expect(page.get_by_role("columnheader", name="Ændring (pr. 1.000)")).to_be_visible()


def test_the_table_has_the_areas_in_the_order_of_the_tab_key(page: Page) -> None:
    open_page(page, "/kort?niveau=region")
    named = page.locator("path.area:not(.housing)[aria-label]")
    expect(named).to_have_count(5)
    spoken = named.evaluate_all("shapes => shapes.map(shape => shape.getAttribute('aria-label').split(':')[0])")
    page.get_by_text("Vis som tabel").click()
    names = page.get_by_test_id("stTable").get_by_role("rowheader")
    expect(names).to_have_count(5)
    assert spoken == names.all_inner_texts()


def test_the_language_switch_changes_the_document_without_a_reload(page: Page) -> None:
    open_page(page, "/data")
    page.get_by_text("English", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Data and method")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_url(re.compile("sprog=en"))


def test_a_click_on_the_map_selects_the_area_and_keeps_the_map(page: Page) -> None:
    open_page(page, f"/kort?{MUNICIPALITIES}")
    wait_until_drawn(page, "kort")
    target = page.locator("[aria-label^='Ringkøbing-Skjern:']").first
    target.evaluate("node => node.setAttribute('data-same', 'yes')")
    target.press("Enter")
    expect(page).to_have_url(re.compile("omraade=kommune_0760"))
    expect(page.locator(".card .name")).to_have_text("Ringkøbing-Skjern")
    expect(target).to_have_attribute("aria-pressed", "true")
    expect(target).to_have_attribute("data-same", "yes")  # restyled, not rebuilt


def test_projector_type_reaches_the_axes(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_page(page, "/sigtelser?visning=projektor")
    wait_until_drawn(page, "sigtelser")
    labels = page.locator(".js-plotly-plot").first.locator(".xtick text, .ytick text")
    expect(labels).not_to_have_count(0)
    sizes = labels.evaluate_all("nodes => nodes.map(node => parseFloat(getComputedStyle(node).fontSize))")
    assert sizes
    assert min(sizes) >= 20


def test_an_unknown_path_gets_a_sentence_and_a_way_back(page: Page) -> None:
    answer = page.goto("/findes-ikke")
    assert answer.status == 404
    page.get_by_role("link", name="Gå til områdekortet").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Områdekort")


@pytest.mark.parametrize("path", ["sigtelser", "succeskriterier"])
def test_a_deep_link_as_the_very_first_visit_of_a_server_gives_page_and_menu(browser: Browser, path: str) -> None:
    with running() as address, visitor(browser, address) as page:
        open_page(page, f"/{path}?visning=projektor")
        expect(page.get_by_role("heading", level=1)).not_to_have_text("Områdekort")
        expect(page.get_by_role("switch", name="Projektor")).to_be_checked()
        page.locator(".st-key-visning label").click()  # a projector shows no menu
        expect(page.get_by_role("navigation", name="Sider")).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
