"""Sammenlign områder as a reader meets it: areas are found by name, added, taken away, and every choice is a step."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finders import fits_the_screen, open_page, settled
from tests.browser.test_pages import SIZES, violations

SIX = "kommune_0169,kommune_0813,kommune_0360,kommune_0101,kommune_0751,kommune_0461"


def add(page: Page, text: str) -> None:
    field = page.get_by_role("combobox", name="Tilføj et område")
    field.press_sequentially(text)
    expect(page.get_by_role("option").locator("visible=true")).to_have_count(1)
    field.press("Enter")


def test_areas_are_added_and_taken_away_step_by_step(page: Page):
    open_page(page, "/sammenlign")
    add(page, "tåstrupg")
    expect(page).to_have_url(re.compile("omraader=taastrupgaard$"))
    expect(page.get_by_role("columnheader", name="Tåstrupgård")).to_be_visible()
    settled(page)
    add(page, "gadehaveg")
    expect(page).to_have_url(re.compile("omraader=taastrupgaard%2Cgadehavegaard$"))
    settled(page)
    page.get_by_role("button", name="Fjern Tåstrupgård").click()
    expect(page).to_have_url(re.compile("omraader=gadehavegaard$"))
    expect(page.get_by_role("heading", name="Områder, der ligner Gadehavegård")).to_be_visible()
    settled(page)
    page.go_back()
    expect(page.get_by_role("heading", name="Områder, der ligner Tåstrupgård")).to_be_visible()


def test_an_area_that_is_like_another_is_added(page: Page):
    open_page(page, "/sammenlign?omraader=kommune_0169")
    button = page.get_by_role("button", name=re.compile("^Sammenlign med ")).first
    name = button.inner_text().removeprefix("Sammenlign med ").split("\n")[-1]
    button.click()
    expect(page).to_have_url(re.compile("omraader=kommune_0169%2Ckommune_"))
    expect(page.get_by_role("columnheader", name=name.removeprefix("Sammenlign med "))).to_be_visible()


@pytest.mark.parametrize("size_name", SIZES)
def test_six_areas_fit_every_screen_and_axe_finds_nothing(page: Page, size_name: str):
    width, height = SIZES[size_name]
    page.set_viewport_size({"width": width, "height": height})
    projector = "&visning=projektor" if size_name == "projector" else ""
    open_page(page, f"/sammenlign?omraader={SIX}{projector}")
    expect(page.locator(".js-plotly-plot .main-svg").first).to_be_visible()
    fits_the_screen(page)
    table = page.locator(".st-key-view-compared [data-testid='stTable']").first
    expect(table.locator("> div")).to_have_attribute("tabindex", "0")  # where it is wider, the keyboard scrolls it
    if width <= 640:  # a list, with nothing cut
        assert table.locator("> div").evaluate("frame => frame.scrollWidth <= frame.clientWidth")
        expect(table.locator("td[data-heading='Danmark']").first).to_be_attached()
    else:
        table.locator("> div").evaluate("frame => frame.scrollTo(9999, 0)")
        expect(page.get_by_role("columnheader", name="Danmark")).to_be_in_viewport()
        expect(page.get_by_role("columnheader", name="Nøgletal")).to_be_in_viewport(ratio=1)
    assert violations(page) == []
