"""The strip of success criteria answers on one screen, opens by the keyboard, and keeps its sizes on a projector."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finders import open_page, settled
from tests.browser.test_pages import violations

STRIP = ".st-key-view-criteria .strip"
SMALLEST = """() => Math.min(...[...document.querySelectorAll("[data-testid='stMain'] *")]
  .filter(node => [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim()))
  .filter(node => node.checkVisibility() && !node.closest("svg") && node.getBoundingClientRect().width > 2)
  .map(node => parseFloat(getComputedStyle(node).fontSize)))"""


@pytest.mark.parametrize(("width", "height", "visning"), [(1280, 800, ""), (1920, 1080, "projektor")])
def test_all_twelve_criteria_are_on_one_screen(page: Page, width: int, height: int, visning: str) -> None:
    page.set_viewport_size({"width": width, "height": height})
    open_page(page, f"/succeskriterier?visning={visning}")
    rows = page.locator(f"{STRIP} > li")
    expect(rows).to_have_count(12)
    boxes = [row.bounding_box() for row in rows.all()]
    assert all(box and box["y"] >= 0 and box["y"] + box["height"] <= height for box in boxes)
    assert page.get_by_test_id("stMain").evaluate("main => main.scrollTop") == 0
    cut = page.locator(f"{STRIP} summary > *").evaluate_all(
        "parts => parts.filter(x => x.scrollWidth > x.clientWidth + 1)"
    )
    assert cut == []


def test_a_row_opens_by_the_keyboard_and_leads_on(page: Page) -> None:
    open_page(page, "/succeskriterier?maal=ht_partnerskaber")
    summary = page.locator(f"{STRIP} summary").first
    summary.focus()
    page.keyboard.press("Enter")
    whole = page.locator(f"{STRIP} .rest").first.get_by_role("link", name="Hele kriteriet")
    expect(whole).to_be_visible()
    assert violations(page) == []
    whole.click()
    expect(page).to_have_url(re.compile("kriterium=ht_1"))
    settled(page)
    expect(page.get_by_role("heading", level=2).first).to_contain_text("11. Bedre")


@pytest.mark.parametrize("path", ["succeskriterier", "sigtelser", "projekter", "strategi", "data"])
def test_no_text_is_under_24_px_on_a_projector(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 1920, "height": 1080})
    open_page(page, f"/{path}?visning=projektor")
    assert page.evaluate(SMALLEST) >= 24


def test_a_chosen_status_stands_whole_in_its_chip(page: Page) -> None:
    page.set_viewport_size({"width": 1024, "height": 768})
    open_page(page, "/succeskriterier?kriteriestatus=not_met_yet,not_collected")
    page.get_by_role("button", name="Vælg kriterier").click()
    chip = page.locator("[data-testid='stPopoverBody'] [data-tag]", has_text="Ikke opfyldt endnu")
    expect(chip).to_be_visible()
    assert chip.locator("*").evaluate_all("parts => parts.every(part => part.scrollWidth <= part.clientWidth + 1)")
