"""Find things as a reader does: by their words."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from dashboard.meeting import agenda
from dashboard.meeting.agenda import Agenda

FADED_IN = "() => document.getAnimations().every(a => a.playState !== 'running' || a.effect.getTiming().iterations > 9)"
FITS = "main => main.scrollWidth <= main.clientWidth"
MAP_AREAS = "path.leaflet-interactive"
MUNICIPALITIES = "indikator=charges_per_1000_inhabitants"  # a map of polygons; without a choice it opens on a list


def open_page(page: Page, address: str) -> None:
    """Go to an address and wait until Streamlit has finished its run."""
    page.goto(address)
    expect(page.locator("h1")).to_be_visible()
    settled(page)


def settled(page: Page) -> None:
    """Wait for the running script to end and for what it drew to have faded in."""
    expect(page.locator("[data-testid='stApp'][data-test-script-state='notRunning']")).to_be_visible()
    expect(page.locator("[data-stale='true']")).to_have_count(0)
    page.wait_for_function(FADED_IN)


def fits_the_screen(page: Page) -> None:
    """Wait until nothing is wider than the screen; a chart takes up its width after it is drawn."""
    page.wait_for_function(FITS, arg=page.get_by_test_id("stMain").element_handle())


def areas(page: Page) -> Locator:
    """The polygons and points of the map."""
    return page.locator(MAP_AREAS)


def unfold(page: Page) -> None:
    """Open the choices of the map."""
    fold = page.locator(".fold")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()


def in_menu(page: Page, name: str) -> Locator:
    """A page's link in the menu, folded away or not."""
    return page.locator(".st-key-menu").get_by_role("link", name=name, include_hidden=True)


def choose_page(page: Page, name: str) -> None:
    """Go to a page by the menu: open its group, and follow the link."""
    groups = page.locator(".st-key-menu nav > ul > li").filter(
        has=page.get_by_role("link", name=name, include_hidden=True)
    )
    if groups.get_by_role("button").count():
        groups.get_by_role("button").click()
    in_menu(page, name).click()


def open_agenda(page: Page, address: str = "/moede") -> None:
    """The page where the agenda is built, with what the browser holds."""
    open_page(page, address)
    expect(page.get_by_role("button", name="Hent et eksempel")).to_be_enabled()


def items(page: Page) -> Locator:
    """The items of the agenda as it is built."""
    return page.locator(".items > .item")


def held(page: Page) -> Agenda:
    """The agenda that the browser holds."""
    return agenda.read(page.evaluate("localStorage.getItem('dagsorden')"))[0]


def open_example(page: Page) -> None:
    """An agenda of eight items on the published figures."""
    open_agenda(page)
    page.get_by_role("button", name="Hent et eksempel").click()
    expect(items(page)).to_have_count(8)


def at_item(page: Page, number: int, total: int = 8) -> None:
    """Wait until an item of a running meeting is shown, with all its page has drawn. The bar counts before that."""
    expect(page).to_have_url(re.compile(rf"visning=moede&punkt={number}\b"))
    expect(page.locator(f".bar[data-item='{number}'] .place")).to_have_text(f"{number} af {total}")
    settled(page)
