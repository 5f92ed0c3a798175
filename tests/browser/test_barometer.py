"""Bybarometer as a reader meets it: only the rows in view are there, and every choice is in the address."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.finders import fits_the_screen, open_page, settled
from tests.browser.test_pages import SIZES, violations

FOCUSED = """() => {
  let at = document.activeElement
  while (at.shadowRoot) at = at.shadowRoot.activeElement
  return at.parentElement.dataset.area
}"""
UNEMPLOYED = "unemployed_pct"


def grid(page: Page) -> Locator:
    return page.get_by_role("grid")


def rows(page: Page) -> Locator:
    return grid(page).locator("[data-row]")


def test_rows_come_as_they_are_scrolled_to_and_say_how_many_there_are(page: Page) -> None:
    open_page(page, "/barometer")
    expect(rows(page).first).to_be_visible()
    assert rows(page).count() < 60
    expect(grid(page)).to_have_attribute("aria-rowcount", re.compile("^1[0-9]{2}$"))
    grid(page).locator("..").evaluate("frame => { frame.scrollTop = frame.scrollHeight }")
    last = grid(page).get_attribute("aria-rowcount")
    expect(grid(page).locator(f"[aria-rowindex='{last}']")).to_be_visible()
    expect(grid(page).locator("[aria-rowindex='3']")).to_have_count(0)


def test_an_order_is_drawn_at_once_and_stands_in_the_address(page: Page) -> None:
    open_page(page, "/barometer")
    heading = grid(page).locator(f"[data-sort='{UNEMPLOYED}']")
    heading.click()
    expect(page).to_have_url(re.compile(f"sorteret={UNEMPLOYED}"))
    expect(heading.locator("..")).to_have_attribute("aria-sort", "descending")
    first = rows(page).first.get_attribute("data-area")
    settled(page)
    page.reload()
    settled(page)
    expect(rows(page).first).to_have_attribute("data-area", first or "")


def test_the_keyboard_goes_from_cell_to_cell_and_opens_an_area(page: Page) -> None:
    open_page(page, "/barometer")
    grid(page).get_by_role("rowheader").first.get_by_role("link").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("PageDown")
    chosen = page.evaluate(FOCUSED)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"omraade={chosen}"))
    expect(page.get_by_role("heading", name=re.compile("blandt de andre"))).to_be_visible()


def test_a_name_leads_to_the_profile(page: Page) -> None:
    open_page(page, "/barometer?datasaet=example")
    name = rows(page).first.get_by_role("link")
    area = rows(page).first.get_attribute("data-area")
    name.click()
    expect(page).to_have_url(re.compile(f"/omraade\\?.*omraade={area}"))


@pytest.mark.parametrize("size_name", SIZES)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(page: Page, size_name: str) -> None:
    width, height = SIZES[size_name]
    page.set_viewport_size({"width": width, "height": height})
    projector = "&visning=projektor" if size_name == "projector" else ""
    open_page(page, f"/barometer?datasaet=example&omraade=eks_omraade_01{projector}")
    expect(rows(page).first).to_be_visible()
    fits_the_screen(page)
    assert violations(page) == []
