"""The way through the project bank: each step is in the address, so that reload, Back and a shared link keep it."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.finders import open_page


def test_a_search_a_project_and_the_way_back_are_steps_of_the_history(page: Page) -> None:
    open_page(page, "/projekter")
    field = page.get_by_label("Søg i projekterne")
    field.fill("moedre")
    field.press("Enter")
    expect(page.get_by_text("2 af 32 projekter vises")).to_be_visible()
    page.get_by_role("link", name="Mødre i Job").click()
    heading = page.get_by_role("heading", name="Mødre i Job", exact=True)
    expect(heading).to_be_visible()
    expect(page).to_have_url(re.compile(r"/projekter\?soeg=moedre&projekt=moedre_i_job$"))
    page.reload()
    expect(heading).to_be_visible()
    page.get_by_role("link", name="Alle projekter").click()
    expect(page.get_by_text("2 af 32 projekter vises")).to_be_visible()
    expect(page).to_have_url(re.compile(r"/projekter\?soeg=moedre$"))
    page.go_back()
    expect(heading).to_be_visible()


def test_the_sheet_of_a_project_is_a_file_of_its_own(page: Page) -> None:
    open_page(page, "/projekter?projekt=jobexpres")
    address = page.get_by_role("link", name="Hent som A4 (PDF)").get_attribute("href")
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.body().startswith(b"%PDF-")
