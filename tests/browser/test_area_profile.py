"""Områdeprofil as a reader meets it: one screen that says what is known, and the rest behind tabs."""

import re
from itertools import combinations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.finders import fits_the_screen, open_page, settled
from tests.browser.test_pages import SIZES, violations

FIRST = (".st-key-profile-heading", ".profile-picture figure", ".profile-picture .profile-tiles, .profile-known")
AREAS = ("taastrupgaard", "kommune_0169", "indre_noerrebro", "charlottekvarteret", "agervang")


def box(found: Locator) -> dict[str, float]:
    measured = found.bounding_box()
    assert measured is not None
    return measured


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    """Whether two boxes lie over each other."""
    return all(
        one[start] < other[start] + other[length] - 1 and other[start] < one[start] + one[length] - 1
        for start, length in (("x", "width"), ("y", "height"))
    )


def tabs(page: Page) -> Locator:
    return page.get_by_role("radiogroup", name="Fane")


def tab(page: Page, name: str) -> Locator:
    return tabs(page).get_by_role("radio", name=name)


@pytest.mark.parametrize(("width", "height", "projector"), [(1280, 800, ""), (1920, 1080, "&visning=projektor")])
@pytest.mark.parametrize("area_id", AREAS)
def test_all_that_is_known_stands_on_one_screen(page: Page, area_id: str, width: int, height: int, projector: str):
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, f"/omraade?omraade={area_id}{projector}")
    fits_the_screen(page)
    verdict = page.locator("[class*='st-key-view-profile-overview'] [data-testid='stMarkdown']").first
    parts = [*(page.locator(name) for name in FIRST), verdict, tabs(page)]
    boxes = [box(part) for part in parts]
    for one, other in combinations(boxes, 2):
        assert not meet(one, other)
    assert max(found["y"] + found["height"] for found in boxes) <= height
    assert [len(said.split()) > 3 for said in verdict.inner_text().splitlines()] == [True] * 3


def test_tiles_do_not_meet_and_their_pictures_have_a_text(page: Page):
    open_page(page, "/omraade?omraade=eks_omraade_34&datasaet=example")
    tiles = page.locator(".profile-tiles > li")
    expect(tiles).to_have_count(6)
    boxes = [box(tile) for tile in tiles.all()]
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))
    alts = [picture.get_attribute("alt") for picture in page.locator(".profile-picture img").all()]
    assert all(alts)
    assert len(alts) == 7
    widths = page.locator(".profile-picture img").evaluate_all("all => all.map(one => one.naturalWidth)")
    assert all(widths)  # each is a picture that the browser can draw


def test_a_tab_is_a_step_in_the_address_and_only_it_is_drawn(page: Page):
    open_page(page, "/omraade?omraade=taastrupgaard")
    expect(tab(page, "Tal")).to_be_checked()
    tabs(page).get_by_text("Lister", exact=True).click()
    expect(page).to_have_url(re.compile("fane=lister"))
    expect(page.get_by_role("heading", name="På de officielle lister")).to_be_visible()
    settled(page)
    expect(page.get_by_role("heading", name="Nøgletal")).to_have_count(0)
    tab(page, "Lister").press("ArrowRight")  # by the keyboard as well
    expect(page.get_by_role("heading", name="Projekter", exact=True)).to_be_visible()
    settled(page)
    expect(tab(page, "Projekter")).to_be_focused()
    tab(page, "Historie").press("Space")
    expect(page.get_by_role("heading", name="Historie")).to_be_visible()
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Projekter", exact=True)).to_be_visible()
    expect(tab(page, "Projekter")).to_be_checked()


def test_the_first_screen_fetches_no_chart_library_for_a_tab_without_charts(page: Page):
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    open_page(page, "/omraade?omraade=taastrupgaard&fane=historie")
    assert not [url for url in fetched if "plotly" in url.lower()]


@pytest.mark.parametrize("area_id", ["taastrupgaard", "charlottekvarteret"])
def test_on_a_telephone_everything_reads_in_one_column(page: Page, area_id: str):
    page.set_viewport_size({"width": 390, "height": 844})
    open_page(page, f"/omraade?omraade={area_id}")
    fits_the_screen(page)
    parts = page.locator(".profile-picture > figure, .profile-tiles > li, .profile-known > p").all()
    boxes = sorted((box(part) for part in parts), key=lambda found: found["y"])
    assert len(boxes) > 2
    for upper, lower in zip(boxes, boxes[1:], strict=False):
        assert lower["y"] >= upper["y"] + upper["height"] - 1


def test_a_print_says_where_the_other_tabs_are(page: Page):
    open_page(page, "/omraade?omraade=taastrupgaard")
    note = page.get_by_text("Udskriften viser én fane.")
    expect(note).to_be_hidden()
    page.emulate_media(media="print")
    expect(note).to_be_visible()
    expect(tabs(page)).to_be_hidden()


@pytest.mark.parametrize("size_name", SIZES)
@pytest.mark.parametrize("choices", ["omraade=taastrupgaard&fane=historie", "omraade=charlottekvarteret"])
def test_axe_finds_nothing_on_any_screen(page: Page, choices: str, size_name: str):
    width, height = SIZES[size_name]
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, f"/omraade?{choices}{'&visning=projektor' if size_name == 'projector' else ''}")
    fits_the_screen(page)
    assert violations(page) == []
