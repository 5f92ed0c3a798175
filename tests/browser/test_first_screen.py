"""What the map answers from its first screen: which areas came on and off the newest list, without scrolling."""

from __future__ import annotations

import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard import store
from dashboard.area_map import standing
from dashboard.areas import shelf
from dashboard.i18n.words import Words
from data.lists import Move
from tests.browser.finders import MUNICIPALITIES, areas, open_page, settled, unfold
from tests.browser.visitors import TELEPHONE, visitor

BOOK = shelf.book(store.current("published"))
SERIES = next(iter(BOOK.series.values()))
SCREENS = {"desk": (1280, 800, ""), "projector": (1920, 1080, "visning=projektor")}
PRINTED = """
map => {
  const frame = map.getBoundingClientRect()
  const shapes = [...map.querySelectorAll("path.area:not(.housing)")].map(path => path.getBoundingClientRect())
  const isCut = ({ left, right, top, bottom }) =>
    left < frame.left - 1 || right > frame.right + 1 || top < frame.top - 1 || bottom > frame.bottom + 1
  return shapes.filter(isCut).length
}
"""  # how many areas lie outside the map


def box(found: Locator) -> dict[str, Any]:
    expect(found).to_be_visible()
    return found.bounding_box() or {}


def is_inside(inner: dict[str, Any], outer: dict[str, Any]) -> bool:
    return (
        inner["x"] >= outer["x"] - 1
        and inner["y"] >= outer["y"] - 1
        and inner["x"] + inner["width"] <= outer["x"] + outer["width"] + 1
        and inner["y"] + inner["height"] <= outer["y"] + outer["height"] + 1
    )


def open_list(page: Page, **choices: str) -> None:
    query = "&".join(f"{name}={value}" for name, value in choices.items())
    open_page(page, f"/kort?{query}")
    expect(page.locator(".point[data-shape='disc']").first).to_be_attached()


def test_the_sentence_names_who_came_and_left_and_leads_to_their_profiles(page: Page) -> None:
    open_list(page)
    said = standing.caption(BOOK, SERIES, Words("da")).sentence("liste", SERIES.newest.period)
    expect(page.locator(".sentence")).to_have_text(said)
    changed = [*SERIES.newest.those(Move.NEW), *SERIES.newest.those(Move.LEFT)]
    expect(page.locator(".sentence a")).to_have_count(len(changed))
    first = page.locator(".sentence a").first
    name = first.inner_text()
    first.click()
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def test_the_marks_of_a_list_differ_in_shape_and_the_legend_explains_each(page: Page) -> None:
    open_list(page)
    shown = set(page.locator(".point[data-shape]").evaluate_all("all => all.map(each => each.dataset.shape)"))
    explained = page.locator(".legend .swatch[data-shape]").evaluate_all("all => all.map(each => each.dataset.shape)")
    assert explained == ["diamond", "disc", "ring", "dot"]
    assert shown <= set(explained)
    new = SERIES.newest.those(Move.NEW)[0]
    expect(page.locator(f".point[data-area={new}]")).to_have_accessible_name(re.compile("ny på listen"))
    expect(page.locator(".ranking h2").first).to_contain_text("ny på listen (1)")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("shown", ["", MUNICIPALITIES], ids=["list", "indicator"])
def test_map_list_and_card_share_the_first_screen(page: Page, screen: str, shown: str) -> None:
    width, height, mode = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    chosen = "omraade=kommune_0169" if shown else "omraade=taastrupgaard"
    open_page(page, f"/kort?{'&'.join(filter(None, (shown, mode, chosen)))}")
    expect(page.locator(".card .name")).to_be_visible()
    settled(page)
    window = {"x": 0, "y": 0, "width": width, "height": height}
    page.wait_for_function(
        "height => document.querySelector('[data-testid=stMain]').scrollTop === 0 && innerHeight === height", arg=height
    )
    parts = {
        name: page.locator(f".area-map {name}").first for name in (".map", ".card", ".ranking", ".sentence", ".legend")
    }
    outside = {name: box(part) for name, part in parts.items() if not is_inside(box(part), window)}
    assert outside == {}
    assert box(parts[".map"])["height"] > height / 3
    assert box(parts[".ranking"])["height"] > 100


def test_marks_that_lie_too_close_have_insets_that_zoom_and_stand_in_the_address(page: Page) -> None:
    open_list(page)
    insets = page.locator(".inset span")
    assert {"København", "Aarhus", "Aalborg", "Odense"} <= set(insets.all_inner_texts())
    views = box(page.locator(".views"))
    assert all(is_inside(box(inset), views) for inset in page.locator(".inset").all())
    page.get_by_role("button", name=re.compile("Zoom ind på Odense")).click(position={"x": 3, "y": 60})
    expect(page).to_have_url(re.compile(r"udsnit=55\.\d+%2C10\.\d+%2C"))
    settled(page)
    page.reload()
    expect(page.locator(".point[data-area=vollsmose]")).to_be_in_viewport()
    expect(page.locator(".point[data-area=taastrupgaard]")).not_to_be_in_viewport()


def test_a_year_of_the_list_is_a_link_that_opens_it_again(page: Page) -> None:
    open_list(page)
    page.get_by_role("slider", name="Periode").press("ArrowLeft")
    before = SERIES.editions[-2]
    expect(page).to_have_url(
        re.compile(rf"liste={SERIES.kind}.*aar={before.period}|aar={before.period}.*liste={SERIES.kind}")
    )
    settled(page)
    page.reload()
    said = standing.caption(BOOK, SERIES, Words("da")).sentence("liste", before.period)
    expect(page.locator(".sentence")).to_have_text(said)


def test_from_a_list_to_an_indicator_and_back(page: Page) -> None:
    open_list(page)
    unfold(page)
    page.get_by_role("combobox", name="Indikator").select_option("Sigtelser pr. 1.000 indbyggere")
    expect(page).to_have_url(re.compile("indikator=charges_per_1000_inhabitants"))
    assert "liste=" not in page.url
    expect(areas(page).nth(89)).to_be_attached()
    settled(page)
    page.go_back()
    expect(page.locator(".point[data-shape='disc']").first).to_be_attached()
    expect(page.locator(".legend .title")).to_contain_text("Officiel liste")


def test_the_choices_and_the_tip_stay_inside(page: Page) -> None:
    open_page(page, f"/kort?{MUNICIPALITIES}")
    expect(areas(page).nth(89)).to_be_attached()
    unfold(page)
    assert is_inside(box(page.locator(".unfolded")), {"x": 0, "y": 0, "width": 1280, "height": 800})
    page.keyboard.press("Escape")
    expect(page.locator(".unfolded")).to_be_hidden()
    for name in ("kommune_0400", "kommune_0860", "kommune_0360"):  # in the east, north and south
        page.locator(f"path.area[data-area={name}]").first.hover(force=True)
        tip, own = box(page.get_by_role("tooltip")), box(page.locator(".map"))
        assert is_inside(tip, own)
        assert tip["width"] * tip["height"] < own["width"] * own["height"] / 4


def test_axe_finds_nothing_on_the_list_nor_on_its_choices(page: Page) -> None:
    open_list(page, omraade="taastrupgaard")
    settled(page)
    assert violations(page) == []
    unfold(page)
    expect(page.locator(".unfolded")).to_be_visible()
    hidden = {
        "rules": {"color-contrast": {"enabled": False}}
    }  # it measures names on the map through what lies over them
    assert violations(page, options=hidden) == []


def violations(page: Page, **how: Any) -> list[str]:
    return [rule["id"] for rule in Axe().run(page, **how).response["violations"]]


def test_on_a_telephone_the_map_comes_first_and_the_card_is_a_sheet(browser: Browser, server: str) -> None:
    with visitor(browser, server, **TELEPHONE) as page:
        open_list(page)
        order = [box(page.locator(f".area-map {name}").first)["y"] for name in (".map", ".sentence", ".ranking")]
        assert order == sorted(order)
        page.locator(".point[data-area=taastrupgaard]").dispatch_event("click")
        expect(page.locator(".card .name")).to_have_text("Tåstrupgård")
        sheet = box(page.locator(".card"))
        assert (sheet["x"], sheet["width"]) == (0, 390)
        assert sheet["y"] + sheet["height"] == pytest.approx(844, abs=1)
        page.get_by_role("button", name="Luk Tåstrupgård").tap()
        expect(page.locator(".card")).to_be_empty()


def test_a_finger_moves_the_page_and_a_mouse_the_map_on_one_computer(page: Page) -> None:
    open_list(page)
    own = page.locator(".map")
    own.dispatch_event("pointerdown", {"pointerType": "mouse", "bubbles": True})
    expect(own).to_have_class(re.compile("leaflet-grab"))
    own.dispatch_event("pointerdown", {"pointerType": "touch", "bubbles": True})
    expect(own).not_to_have_class(re.compile("leaflet-grab"))
    expect(own).to_have_css("touch-action", "pan-x pan-y")


def test_a_printed_map_holds_the_whole_country(page: Page) -> None:
    open_page(page, f"/kort?{MUNICIPALITIES}")
    expect(areas(page).nth(89)).to_be_attached()
    page.set_viewport_size({"width": 718, "height": 1000})  # of A4 between its margins
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    expect(page.locator(".printing")).to_have_count(1)
    assert page.locator(".map").evaluate(PRINTED) == 0


def test_forced_dark_colours_keep_names_and_marks(browser: Browser, server: str) -> None:
    with visitor(browser, server, forced_colors="active", color_scheme="dark") as page:
        open_list(page)
        expect(page.locator(".label .on").first).to_have_css("color", "rgb(27, 42, 58)")
        expect(page.locator(".map")).to_have_css("background-color", "rgb(247, 249, 251)")
        ink = page.locator(".ranking h2 .swatch[data-shape='disc']").evaluate(
            "it => getComputedStyle(it).backgroundColor"
        )
        assert ink == "rgb(31, 78, 135)"
