"""The filters that pages share, as a reader meets them: chosen behind a button, kept, told to screen readers."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finders import fits_the_screen, open_page, settled
from tests.browser.test_pages import SIZES, violations

TWO = "/sammenlign?datasaet=example&omraader=eks_omraade_01,eks_omraade_02"


def choose(page: Page, label: str, option: str) -> None:
    page.get_by_role("combobox", name=label).click()
    page.get_by_role("option", name=option, exact=True).click()


def test_a_change_of_years_is_told_to_screen_readers_by_a_region_that_stays(page: Page):
    open_page(page, TWO)
    region = page.locator(".shown-status[role='status']")
    expect(region).to_have_text("Viser 2 områder, 2007–2024.")
    region.evaluate("element => { element.dataset.before = 'yes' }")
    page.get_by_role("button", name="Vælg år, emne og eget område").click()
    choose(page, "Fra og med", "2016")
    expect(page).to_have_url(re.compile("aarraekke=2016-2024"))
    expect(region).to_have_text("Viser 2 områder, 2016–2024.")
    expect(region).to_have_attribute("data-before", "yes")


def test_an_area_of_ones_own_is_made_and_stands_in_the_address(page: Page):
    open_page(page, TWO)
    page.get_by_role("button", name="Vælg år, emne og eget område").click()
    members = page.get_by_role("combobox", name="Læg områder sammen til ét eget område")
    for name in ("Hedelærkeparken", "Lodsparken"):
        members.press_sequentially(name)
        page.get_by_role("option", name=re.compile(f"^{name}")).click()
        settled(page)
    expect(page).to_have_url(re.compile("eget="))
    page.keyboard.press("Escape")  # an open list hides the rest of the page
    expect(page.get_by_role("columnheader", name="Eget område")).to_be_attached()
    page.go_back()
    expect(page.get_by_role("columnheader", name="Eget område")).to_have_count(0)


@pytest.mark.parametrize("size_name", SIZES)
def test_the_workshop_fits_every_screen_and_axe_finds_nothing(page: Page, size_name: str):
    width, height = SIZES[size_name]
    page.set_viewport_size({"width": width, "height": height})
    projector = "&visning=projektor" if size_name == "projector" else ""
    open_page(page, f"/effekt?datasaet=example{projector}")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    fits_the_screen(page)
    settled(page)
    assert violations(page) == []


def test_choosing_an_effort_fills_in_its_areas_and_years(page: Page):
    open_page(page, "/effekt?datasaet=example")
    page.get_by_role("button", name="Vælg indsats og kontrol").click()
    choose(page, "Hent en indsats fra dataene", "Hotspotområder (2010)")
    expect(page).to_have_url(re.compile("begyndt=2010"))
    expect(page.locator(".shown-status")).to_contain_text("fra 2010; før: til og med 2009")
