"""Find things as a reader does: by their words."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

FADED_IN = "() => document.getAnimations().every(a => a.playState !== 'running' || a.effect.getTiming().iterations > 9)"
MAP_AREAS = "path.leaflet-interactive"


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until Streamlit has finished its run."""
    page.goto(address)
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    settled(page)


def settled(page: Page) -> None:
    """Wait for the running script to end and for what it drew to have faded in."""
    expect(page.locator("[data-testid='stApp'][data-test-script-state='notRunning']")).to_be_visible(timeout=30_000)
    expect(page.locator("[data-stale='true']")).to_have_count(0, timeout=30_000)
    page.wait_for_function(FADED_IN)


def areas(page: Page) -> Locator:
    """The polygons and points of the map."""
    return page.locator(MAP_AREAS)


def select(page: Page, label: str, option: str) -> None:
    """Choose an option in a select box."""
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()
    settled(page)
