"""The area map as a reader meets it: drawn in the page, restyled in place, reached by mouse, finger and keyboard."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, Route, expect

from dashboard.area_map import colouring
from dashboard.i18n import missing
from tests.browser import finders
from tests.browser.apps.area_map import files
from tests.browser.server import running_element
from tests.browser.visitors import TELEPHONE, visitor

APP = Path(__file__).parent / "apps" / "area_map"
FIRST = "Område 001"
TWO_FRAMES = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
TOGETHER = """
(before) => {
  const roots = [...document.querySelectorAll("*")].map((element) => element.shadowRoot)
  const root = roots.find((own) => own?.querySelector(".map"))
  const [one, other] = [...root.querySelectorAll(".map")].map((map) => {
    const frame = map.getBoundingClientRect()
    const shapes = [...map.querySelectorAll("path.area")].map((path) => path.getBoundingClientRect())
    return shapes.flatMap(({ x, y, width }) => (width ? [x - frame.x, y - frame.y, width] : [0, 0, 0])) // out of sight
  })
  const widest = Math.max(...one.filter((_, place) => place % 3 === 2))
  return widest > 1.5 * before && one.every((size, place) => Math.abs(size - other[place]) < 2)
}
"""  # every area lies in the same place of both maps, and they have grown; one at the edge may be cut

PATTERNS = """
async (elements, part) => {
  const found = {}
  for (const element of elements) {
    const image = getComputedStyle(element, part).backgroundImage
    if (image === "none") continue
    const picture = Object.assign(new Image(), { src: image.slice(5, -2).replaceAll("\\\\", "") })
    await picture.decode()
    const canvas = Object.assign(document.createElement("canvas"), { width: 8, height: 8 })
    const pen = canvas.getContext("2d")
    pen.drawImage(picture, 0, 0)
    found[image] = [...pen.getImageData(0, 0, 8, 8).data]
  }
  return found
}
"""  # the pixels of the background pictures that elements have


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("map")
    files.write(folder)
    with running_element(APP, folder) as address:
        yield address


@pytest.fixture
def map_page(page: Page) -> Page:
    return opened(page)


def opened(page: Page) -> Page:
    page.goto("/")
    expect(finders.areas(page)).to_have_count(20)
    finders.settled(page)
    return page


def instead_of_missing(route: Route) -> None:
    route.continue_(url=route.request.url.replace("missing", "first"))


def area(page: Page, name: str) -> Locator:
    return page.locator(".map").get_by_role("button", name=re.compile(f"^{re.escape(name)}"))


def test_every_area_is_drawn_in_the_page_with_a_spoken_name_and_number(map_page: Page):
    expect(map_page.locator("iframe")).to_have_count(0)
    expect(area(map_page, f"{FIRST}: 1,0 pr. 1.000")).to_have_attribute("aria-pressed", "false")
    expect(area(map_page, "Område 010: skjult (diskretioneret)")).to_have_attribute("fill", "url(#area-map-hatch)")
    expect(area(map_page, "Område 007: ikke opgjort")).to_have_attribute("fill", "url(#area-map-dots)")


def test_a_value_equal_to_a_bound_has_the_colour_of_the_lower_class(map_page: Page):
    map_page.get_by_role("slider", name="Periode").press("ArrowRight")
    at_the_bound = area(map_page, "Område 005: 10,0 pr. 1.000")
    assert at_the_bound.get_attribute("fill") == area(map_page, "Område 004: 9,0").get_attribute("fill")
    assert at_the_bound.get_attribute("fill") != area(map_page, "Område 006: 11,0").get_attribute("fill")


def test_the_slider_redraws_in_the_browser_and_tells_the_page_when_the_hand_lets_go(map_page: Page):
    map_page.emulate_media(reduced_motion="reduce")  # a click zooms at once; only the way back inside the bounds moves
    opened(map_page)
    requests: list[str] = []
    map_page.on("request", lambda request: requests.append(request.url))
    map_page.get_by_role("button", name="Zoom ind").click()
    expect(map_page.locator(".leaflet-pan-anim")).to_have_count(0)
    expect(map_page).to_have_url(re.compile("udsnit="))  # the page has been told of the zoom
    finders.settled(map_page)
    area(map_page, FIRST).evaluate("shape => { shape.kept = true }")
    where = map_page.locator(".leaflet-map-pane").get_attribute("style")
    slider = map_page.get_by_role("slider", name="Periode")
    expect(slider).to_have_attribute("aria-valuetext", "2015")
    slider.evaluate("range => { range.value = 2; range.dispatchEvent(new Event('input')) }")
    expect(area(map_page, f"{FIRST}: 11,0")).to_be_attached()
    expect(slider).to_have_attribute("aria-valuetext", "2019")
    expect(map_page.locator(".sentence")).to_have_text("Sætning om tal i 2019.")
    expect(map_page.locator(".legend")).to_contain_text("Kilde: prøvetal 2019.")
    assert "aar" not in map_page.url  # the hand still holds it
    slider.evaluate("range => range.dispatchEvent(new Event('change'))")
    expect(map_page.get_by_text("Valg: [('aar', '2019'), ('indikator', 'first')")).to_be_visible()
    assert area(map_page, FIRST).evaluate("shape => shape.kept")
    assert map_page.locator(".leaflet-map-pane").get_attribute("style") == where
    assert [url for url in requests if "/filer/" in url or "/statisk/" in url] == []


def test_the_years_play_to_the_last_and_the_page_learns_it_once(page: Page):
    page.clock.install(time=0)
    opened(page)
    page.clock.pause_at(3600)  # or it may have played to the last before anybody looks
    page.get_by_role("button", name="Afspil perioderne").press("Enter")
    expect(page.get_by_role("button", name="Hold pause")).to_be_visible()
    page.clock.resume()
    expect(page.get_by_role("slider", name="Periode")).to_have_attribute("aria-valuetext", "2019")
    expect(page.get_by_role("button", name="Afspil perioderne")).to_be_visible()
    expect(page.get_by_text("Valg: [('aar', '2019'), ('indikator', 'first')]")).to_be_visible()


def test_the_slider_obeys_the_keyboard(map_page: Page):
    map_page.get_by_role("slider", name="Periode").press("ArrowRight")
    expect(area(map_page, f"{FIRST}: 6,0")).to_be_attached()
    expect(map_page.get_by_text("Valg: [('aar', '2016-2018'), ('indikator', 'first')]")).to_be_visible()


def test_colours_can_say_how_an_area_compares_with_the_country(map_page: Page):
    finders.unfold(map_page)
    map_page.get_by_label("Farverne viser").select_option("land")
    below, above = area(map_page, "Område 001"), area(map_page, "Område 004")
    expect(below).to_have_accessible_name("Område 001: 1,0 pr. 1.000, lavere end landet")
    expect(above).to_have_accessible_name("Område 004: 4,0 pr. 1.000, højere end landet")
    assert below.get_attribute("fill") != above.get_attribute("fill")
    expect(area(map_page, "Område 003")).to_have_attribute("fill", "url(#area-map-bars)")
    expect(map_page.locator(".legend")).to_contain_text("ikke sammenlignet")
    expect(map_page.get_by_text("Valg: [('farver', 'land'), ('fra', '2019'), ('indikator', 'first')]")).to_be_visible()


def test_a_change_is_counted_between_periods_that_are_as_long(map_page: Page):
    page = map_page
    page.goto("/?farver=aendring&fra=2015&aar=2019")
    expect(area(page, "Område 001: +10,0 pr. 1.000")).to_be_attached()
    finders.unfold(page)
    expect(page.get_by_label("Ændring siden").locator("option")).to_have_text(["2015", "2019"])
    page.keyboard.press("Escape")
    area(page, "Område 001").click()
    card = page.locator(".card")
    expect(card).not_to_contain_text("Udvikling")  # of all years, which would contradict it
    expect(card).to_contain_text("95\xa0%-interval: 8,6–11,4")  # 10 ± √(1² + 1²)
    expect(card).to_contain_text("steget mere, end tilfældige udsving kan forklare")
    expect(card).to_contain_text("2015: 1,0 pr. 1.000")
    expect(page.locator(".legend")).to_contain_text("fra 2015 til 2019")


def test_two_years_stand_side_by_side_and_move_together(map_page: Page):
    finders.unfold(map_page)
    map_page.get_by_role("button", name="To perioder side om side").click()
    map_page.keyboard.press("Escape")
    expect(map_page.locator(".panel")).to_have_count(2)
    expect(map_page.locator(".when")).to_have_text(["2019", "2015"])
    expect(map_page.locator("path.area[data-area=municipality_001]").first).to_have_accessible_name(
        "Område 001: 11,0 pr. 1.000"
    )
    map_page.evaluate(TWO_FRAMES)  # in which the maps take up their new width
    expect(map_page.locator(".leaflet-pan-anim")).to_have_count(0)
    before = map_page.locator("path.area[data-area=municipality_010]").last.bounding_box()["width"]
    map_page.get_by_role("button", name="Zoom ind").last.click()
    map_page.wait_for_function(TOGETHER, arg=before)
    expect(map_page.get_by_text("('delt', 'ja')")).to_be_visible()
    finders.unfold(map_page)
    map_page.get_by_role("button", name="To perioder side om side").click()
    expect(map_page.locator(".panel")).to_have_count(1)


def test_the_list_begins_with_the_highest_and_the_lowest(map_page: Page):
    expect(map_page.locator(".ranking .group")).to_have_text(["Højest", "Lavest"])
    rows = map_page.locator(".ranking [data-row]")
    expect(rows).to_have_count(10)
    expect(rows.first).to_contain_text("Område 019")
    expect(rows.last).to_contain_text("Område 001")


def test_list_and_map_point_at_the_same_area(map_page: Page):
    map_page.locator(".ranking [data-row=municipality_002]").hover()
    expect(map_page.get_by_role("tooltip")).to_contain_text("Område 002")
    map_page.locator("h1, .sentence").first.hover()
    expect(map_page.get_by_role("tooltip")).to_have_count(0)
    area(map_page, "Område 003").hover()
    expect(map_page.locator(".ranking .pointed")).to_contain_text("Område 003")


def test_the_whole_ranking_sorts_chooses_and_stands_in_the_address(map_page: Page):
    map_page.get_by_role("button", name="Vis alle").click()
    expect(map_page.get_by_text("('rangliste', 'alle')")).to_be_visible()
    rows = map_page.locator(".ranking tbody tr")
    expect(rows).to_have_count(20)
    expect(rows.first).to_contain_text("Område 019")
    expect(rows.first).to_contain_text("95\xa0%-interval: 18,0–20,0")
    expect(rows.last).to_contain_text("skjult (diskretioneret)")
    map_page.locator(".ranking").get_by_role("button", name="Område", exact=True).click()
    expect(rows.first).to_contain_text("Område 001")
    expect(map_page.get_by_role("columnheader", name="Område")).to_have_attribute("aria-sort", "ascending")
    map_page.locator(".ranking").get_by_role("button", name="Område 005").click()
    expect(map_page.get_by_text("Valgt: municipality_005")).to_be_visible()
    expect(map_page.locator(".ranking tr.selected")).to_contain_text("Område 005")


def test_a_reader_goes_down_into_an_area_and_back_out(map_page: Page):
    area(map_page, "Område 001").click()
    map_page.get_by_role("button", name="Vis det mindre").click()
    expect(map_page.locator("path.area:visible")).to_have_count(10)
    crumbs = map_page.get_by_role("navigation", name="Her er du på kortet")
    expect(crumbs.locator("[aria-current]")).to_have_text("Region 1")
    crumbs.get_by_role("button", name="Hele landet").click()
    expect(map_page.locator("path.area:visible")).to_have_count(20)
    expect(crumbs).to_be_hidden()


def test_the_card_says_all_that_is_known_and_leads_on(map_page: Page):
    area(map_page, "Område 005").click()
    card = map_page.locator(".card")
    for text in (
        "5,0 pr. 1.000",
        "95\xa0%-interval: 4,0–6,0",
        "lavere end landet",
        "Blandt den højeste femtedel",
        "Udvikling: for få personer til at afgøre det",
        "Kilde: Prøvetal, s. 7. Sikkerhed: ●●○ gengivet fra anden kilde. Tallet er beregnet af os.",
        "En kendsgerning.",
    ):
        expect(card).to_contain_text(text)
    link = card.get_by_role("link", name="Åbn områdeprofilen")
    expect(link).to_have_attribute("href", "/omraade?indikator=first&omraade=municipality_005&kommune=x")
    link.click()
    expect(map_page).to_have_url(re.compile(r"/omraade\?indikator=first&omraade=municipality_005&kommune=x$"))


def test_signs_and_lines_are_drawn_and_explained(map_page: Page):
    expect(map_page.locator(".sign .badge")).to_have_text(["L19"])
    expect(map_page.locator("path.way.dashed")).to_have_count(1)
    legend = map_page.locator(".legend")
    expect(legend).to_contain_text("Listen 2019")
    expect(legend).to_contain_text("Linjer")
    expect(legend).to_contain_text("Grænser fra 2021.")
    expect(area(map_page, "Område 002")).to_have_accessible_name(re.compile("Listen 2019$"))


def test_the_choices_unfold_by_keyboard_and_one_line_says_what_is_shown(map_page: Page):
    line = map_page.locator("summary")
    expect(line).to_have_text("Viser: Indikator first · KommunerSkift")
    expect(map_page.get_by_role("combobox")).to_have_count(0)
    line.press("Enter")
    map_page.get_by_role("checkbox", name="Sogne").check()
    expect(map_page.get_by_text("Valg: [('indikator', 'first'), ('lag', 'sogne')]")).to_be_visible()
    expect(line).to_contain_text("Sogne")
    map_page.get_by_role("checkbox", name="Listen 2019").press("Space")
    expect(map_page.get_by_text("('lag', 'list_2019,sogne')]")).to_be_visible()
    map_page.keyboard.press("Escape")
    expect(map_page.get_by_role("checkbox")).to_have_count(0)
    expect(map_page.locator("summary")).to_be_focused()


def test_a_background_that_does_not_come_is_told_and_the_map_stays(map_page: Page):
    map_page.get_by_text("Baggrundskort").click()
    expect(map_page.get_by_role("alert")).to_contain_text("Baggrundskortet kunne ikke hentes.")
    expect(map_page.locator(".legend")).to_contain_text("Fliser: prøve")
    expect(finders.areas(map_page)).to_have_count(20)


def test_a_click_tells_the_page_and_a_second_click_takes_it_back(map_page: Page):
    area(map_page, "Område 005").click()
    expect(map_page.get_by_text("Valgt: municipality_005")).to_be_visible()
    expect(map_page.locator(".card")).to_contain_text("5,0 pr. 1.000")
    expect(map_page.locator(".card")).to_contain_text("95\xa0%-interval: 4,0–6,0")
    expect(map_page.locator(".legend .here")).to_have_text("Område 005 5,0 pr. 1.000")
    area(map_page, "Område 005").click()
    expect(map_page.get_by_text("Valgt: intet")).to_be_visible()
    expect(map_page.locator(".card")).to_be_empty()


def test_an_area_can_be_chosen_again_after_the_page_chose_another(map_page: Page):
    area(map_page, "Område 005").click()
    expect(map_page.get_by_text("Valgt: municipality_005")).to_be_visible()
    map_page.get_by_role("button", name="Find").click()
    expect(map_page.get_by_text("Valgt: housing_area_001")).to_be_visible()
    area(map_page, "Område 005").click()
    expect(map_page.get_by_text("Valgt: municipality_005")).to_be_visible()


def test_the_keyboard_reaches_names_chooses_pans_and_leaves(map_page: Page):
    map_page.get_by_role("button", name="Spring kortet over").focus()
    map_page.keyboard.press("Tab")
    expect(map_page.get_by_role("group", name="Kort: Indikator first, 2015")).to_be_focused()
    map_page.keyboard.press("Tab")
    expect(area(map_page, FIRST)).to_be_focused()
    expect(map_page.locator(".mark.focused")).to_have_count(1)
    expect(map_page.get_by_role("tooltip")).to_contain_text("1,0 pr. 1.000")
    map_page.keyboard.press("Enter")
    expect(area(map_page, FIRST)).to_have_attribute("aria-pressed", "true")
    expect(map_page.get_by_text("Valgt: municipality_001")).to_be_visible()
    expect(area(map_page, FIRST)).to_be_focused()
    before = map_page.locator(".leaflet-map-pane").get_attribute("style")
    map_page.keyboard.press("ArrowDown")
    expect(map_page.locator(".leaflet-map-pane")).not_to_have_attribute("style", before)
    map_page.keyboard.press("Escape")
    expect(area(map_page, FIRST)).to_have_attribute("aria-pressed", "false")
    map_page.keyboard.press("Escape")
    expect(map_page.locator(".aside")).to_be_focused()


def test_the_skip_link_goes_past_the_map(map_page: Page):
    map_page.get_by_role("button", name="Spring kortet over").focus()
    map_page.keyboard.press("Enter")
    expect(map_page.locator(".aside")).to_be_focused()


def test_hovering_shows_name_and_number(map_page: Page):
    area(map_page, "Område 003").hover()
    expect(map_page.get_by_role("tooltip")).to_contain_text("Område 0033,0 pr. 1.00095\xa0%-interval: 2,0–4,0")


def test_housing_areas_come_last_and_have_a_target_of_24_pixels(map_page: Page):
    map_page.get_by_text("Boligområder", exact=True).first.click()
    expect(map_page.locator(".point:visible")).to_have_count(2)
    order = map_page.locator("[data-area]").evaluate_all("shapes => shapes.map(shape => shape.dataset.area)")
    markers = map_page.locator(".point").evaluate_all("shapes => shapes.map(shape => shape.dataset.area)")
    assert order[-len(markers) :] == markers
    box = map_page.locator(".point:visible").first.bounding_box()
    assert box["width"] >= 24 and box["height"] >= 24
    expect(map_page.locator(".point").first).to_have_accessible_name(f"{FIRST}, Listen 2019")


def test_a_mark_over_a_coloured_level_has_its_own_number_on_its_card(map_page: Page):
    map_page.get_by_text("Boligområder", exact=True).first.click()
    map_page.get_by_role("button", name="Find").click()
    expect(map_page.locator(".card .value")).to_have_text("1,0 pr. 1.000")


def test_a_stand_in_district_is_dashed_and_says_so(map_page: Page):
    finders.unfold(map_page)
    map_page.get_by_role("combobox", name="Niveau").select_option("Boligområder")
    district = area(map_page, "Område 003: 3,0 pr. 1.000, distrikt, ikke områdets egen afgrænsning")
    expect(district).to_have_css("stroke-dasharray", "6px, 4px")
    expect(map_page.locator(".legend")).to_contain_text("distrikt, ikke områdets egen afgrænsning")
    expect(map_page.locator(".area:visible")).to_have_count(1)  # the district is large enough to be drawn as it is
    expect(map_page.locator(".point:visible")).to_have_count(2)  # a point, and an outline too small to hit


def test_a_file_that_does_not_come_is_told_in_danish_and_the_last_map_stays(map_page: Page):
    legend = map_page.locator(".legend").inner_text()
    finders.unfold(map_page)
    map_page.get_by_role("combobox", name="Indikator").select_option("Indikator missing")
    expect(map_page.get_by_role("alert")).to_contain_text("Kortet kunne ikke hentes.")
    expect(finders.areas(map_page).first).to_be_visible()
    assert map_page.locator(".legend").inner_text() == legend
    map_page.route("**/values-missing.json", instead_of_missing)
    map_page.get_by_role("button", name="Prøv igen").click()
    expect(map_page.locator(".problem")).to_be_empty()
    expect(map_page.locator(".legend")).to_contain_text("Indikator missing")


def test_a_first_visit_without_the_script_gets_the_sentence(page: Page):
    page.route("**/statisk/**", lambda route: route.abort())
    page.goto("/")
    expect(page.get_by_text("Kortet kunne ikke hentes.")).to_be_visible()


def test_every_missing_word_has_a_pattern_in_the_legend_and_on_a_marker(page: Page):
    codes = [*files.STATUSES[1:], files.COMPARISONS[-1]]
    assert set(codes) == missing.WORDS.keys()
    points = [
        files.feature("housing_area", number, {"type": "Point", "coordinates": [9.0 + number / 2, 55.5]}, "point")
        for number in range(len(codes))
    ]
    geometry = {"type": "FeatureCollection", "features": points}
    values = files.values("first", {"housing_area": geometry}, 0)
    for number, series in enumerate(values["levels"]["housing_area"]["areas"].values(), start=1):
        series["s"] = [number % len(codes)] * len(files.PERIODS)
        series["c"] = [files.COMPARISONS.index("not_compared")] * len(files.PERIODS)
    page.route("**/geometry-housing_area.json", lambda route: route.fulfill(json=geometry))
    page.route("**/values-first.json", lambda route: route.fulfill(json=values))
    page.goto("/?niveau=housing_area&farver=land")
    expect(page.locator(".point")).to_have_count(len(codes), timeout=30_000)
    expect(page.locator(".legend ul").first.locator("li")).to_have_count(len(colouring.COMPARED) + len(codes))
    in_legend = page.locator(".legend .swatch").evaluate_all(PATTERNS, "")
    on_markers = page.locator(".point").evaluate_all(PATTERNS, "::before")
    assert len(in_legend) == len(on_markers) == len(codes)
    assert set(in_legend) == set(on_markers)
    assert len({tuple(pixels) for pixels in on_markers.values()}) == len(codes)
    assert all(len(set(pixels)) > 1 for pixels in on_markers.values())


def test_a_name_is_never_markup(page: Page):
    def poison(route: Route) -> None:
        answer = route.fetch()
        content = answer.json()
        for shape in content["features"]:
            shape["properties"]["name"] = '<img src=x onerror="window.hit=1">'
        route.fulfill(response=answer, body=json.dumps(content))

    page.route("**/geometry-municipality.json", poison)
    page.goto("/?omraade=municipality_001")
    expect(finders.areas(page)).to_have_count(20)
    finders.areas(page).nth(3).hover()
    expect(page.get_by_role("tooltip")).to_contain_text("<img src=x")
    expect(page.locator(".card .name")).to_contain_text("<img src=x")
    assert page.evaluate("window.hit") is None


def test_reduced_motion_is_respected(browser: Browser, server: str):
    with visitor(browser, server, reduced_motion="reduce") as page:
        page.goto("/")
        expect(finders.areas(page)).to_have_count(20)
        page.get_by_role("button", name="Zoom ind").click()
        assert page.locator(".leaflet-zoom-anim").count() == 0


def test_on_a_phone_one_finger_scrolls_the_page(browser: Browser, server: str):
    with visitor(browser, server, **TELEPHONE) as page:
        page.goto("/")
        expect(finders.areas(page)).to_have_count(20)
        expect(page.locator(".map")).to_have_css("touch-action", "pan-x pan-y")
        assert page.locator(".map").bounding_box()["width"] <= 390
        area(page, "Område 005").tap()
        expect(page.locator(".card")).to_contain_text("5,0 pr. 1.000")


def test_axe_finds_nothing(map_page: Page):
    map_page.get_by_text("Boligområder", exact=True).first.click()
    area(map_page, "Område 005").click()
    expect(map_page.locator(".card")).to_contain_text("5,0 pr. 1.000")
    found = Axe().run(map_page, context="[data-testid='stBidiComponentIsolated']").response
    assert [violation["id"] for violation in found["violations"]] == []
