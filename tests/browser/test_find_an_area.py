"""A politician who has never seen the map finds Tåstrupgård, its years on the official lists and the charges of its
municipality: with the mouse, with a finger on a telephone, and with the keyboard alone.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import finders
from tests.browser.visitors import TELEPHONE, visitor

MOST_TABS = 40
LISTS = "Ghettoområder 2010, 2012, 2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020"
CHARGES = "Høje-Taastrup: en stigning fra 28,1 i 2015 til 29,2 pr. 1.000 i 2023"


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Page]:
    with visitor(browser, server, **TELEPHONE) as page:
        yield page


def arrive(page: Page) -> None:
    page.goto("/")
    expect(page.locator(".point[data-shape]").first).to_be_visible()
    finders.settled(page)


def found(page: Page) -> Locator:
    """The card of Tåstrupgård, with its years on the lists."""
    card = page.locator(".card")
    expect(card.locator(".name")).to_have_text("Tåstrupgård")
    expect(card).to_contain_text(LISTS)
    expect(page.locator(".point[data-area=taastrupgaard]")).to_be_in_viewport()
    return card


def charges_are_in_sight(page: Page) -> None:
    expect(page.get_by_role("heading", name="Kommunerne")).to_be_in_viewport()
    expect(page.get_by_text(CHARGES).first).to_be_in_viewport()
    for choice in ("omraade=taastrupgaard", "kommune=kommune_0169"):
        expect(page).to_have_url(re.compile(choice))


def tab_to(page: Page, target: Locator) -> None:
    for _ in range(MOST_TABS):
        if target.evaluate("element => element === element.getRootNode().activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"not reached with {MOST_TABS} tabs: {target}")


def test_with_the_mouse(page: Page) -> None:
    arrive(page)
    page.get_by_role("combobox", name="Find et område").click()
    page.keyboard.type("tåstr")
    page.get_by_role("option", name="Tåstrupgård").click()
    found(page).get_by_role("link", name="Sigtelser i Høje-Taastrup").click()
    charges_are_in_sight(page)


def test_with_a_finger(phone: Page) -> None:
    arrive(phone)
    phone.get_by_role("combobox", name="Find et område").tap()
    phone.keyboard.type("taastrupg")
    phone.get_by_role("option", name="Tåstrupgård").tap()
    found(phone).get_by_role("link", name="Sigtelser i Høje-Taastrup").tap()
    charges_are_in_sight(phone)


def test_with_the_keyboard_alone(page: Page) -> None:
    arrive(page)
    tab_to(page, page.get_by_role("combobox", name="Find et område"))
    page.keyboard.type("gården")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Control+A")
    page.keyboard.type("taastrupgaard")
    expect(page.get_by_role("option", name="Tåstrupgård")).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    card = found(page)
    finders.settled(page)  # what is drawn anew has the focus no longer
    tab_to(page, page.get_by_role("button", name="Spring kortet over"))
    page.keyboard.press("Enter")
    tab_to(page, card.get_by_role("link", name="Sigtelser i Høje-Taastrup"))
    page.keyboard.press("Enter")
    charges_are_in_sight(page)


def test_the_profile_is_one_step_from_the_map_and_its_link_can_be_sent_on(page: Page) -> None:
    arrive(page)
    page.locator(".point[data-area=taastrupgaard]").press("Enter")
    found(page).get_by_role("link", name="Åbn områdeprofilen").click()
    expect(page.get_by_role("heading", name="Tåstrupgård", level=1)).to_be_visible()
    expect(page).to_have_url(re.compile("/omraade.*omraade=taastrupgaard"))
    page.goto(page.url)
    expect(page.get_by_role("heading", name="Tåstrupgård", level=1)).to_be_visible()
