"""The frame of every page: a menu in one row, the page that is open named, a link that skips the menu, and a projector
without either.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from dashboard.ui.navigation import PAGES
from tests.browser.finders import fits_the_screen, open_page, settled

TOPS = "links => [...new Set(links.map(link => Math.round(link.getBoundingClientRect().top)))].length"


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1024, 768), (390, 844), (320, 640)])
def test_the_menu_is_one_row(page: Page, language: str, width: int, height: int) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, f"/data?sprog={language}")
    links = page.get_by_role("navigation").get_by_role("link")
    expect(links).to_have_count(len(PAGES))
    assert links.evaluate_all(TOPS) == 1
    expect(page.get_by_role("navigation").locator("[aria-current='page']")).to_be_in_viewport()
    fits_the_screen(page)
    if width >= 1024:
        right = page.get_by_role("navigation").evaluate("nav => nav.getBoundingClientRect().right")
        assert links.last.evaluate("link => link.getBoundingClientRect().right") <= right


def test_the_head_is_one_row_at_1280(page: Page) -> None:
    open_page(page, "/data")
    box = page.locator(".st-key-head").bounding_box()
    assert box
    assert box["height"] <= 56


def test_the_menu_marks_the_page_that_is_open_and_keeps_choices(page: Page) -> None:
    open_page(page, "/strategi?sprog=en")
    current = page.get_by_role("navigation").locator("[aria-current='page']")
    expect(current).to_have_text("Strategy")
    page.get_by_role("navigation").get_by_role("link", name="Project bank").click()
    expect(current).to_have_text("Project bank")
    settled(page)
    expect(page.get_by_role("heading", level=1)).to_have_text("Project bank")


def test_the_skip_link_skips_the_menu(page: Page) -> None:
    open_page(page, "/succeskriterier")
    page.get_by_role("link", name="Spring til indhold").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Vælg kriterier")).to_be_focused()


def test_a_projector_shows_neither_menu_nor_filters_and_can_be_left(page: Page) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_page(page, "/succeskriterier?visning=projektor")
    expect(page.locator(".st-key-head")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)
    expect(page.get_by_role("button", name="Vælg kriterier")).to_have_count(0)
    page.locator(".st-key-visning label").click()
    expect(page.get_by_role("navigation")).to_be_visible()
    expect(page.get_by_role("button", name="Vælg kriterier")).to_be_visible()
