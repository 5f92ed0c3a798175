"""A browser that keeps nothing, or no more: nothing is lost while the page is open, and no success is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from dashboard.meeting import agenda
from dashboard.meeting.agenda import Agenda, Item
from tests.browser.finders import at_item, items, open_agenda, open_example, open_page, settled

BLOCKED = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
FILL = """() => {
  let text = "x".repeat(1 << 20)
  for (let number = 0; text; number += 1) {
    try { localStorage.setItem(`fyld-${number}`, text) } catch { text = text.slice(text.length / 2 + 1) }
  }
}"""
HELD = "localStorage.getItem('dagsorden')"
SENTENCE = re.compile("Browseren kan ikke gemme dagsordenen. Gem den som fil nu")


def blocked(page: Page) -> None:
    page.add_init_script(BLOCKED)


def full(page: Page) -> None:
    page.goto("/klar")
    page.evaluate(FILL)


@pytest.fixture(params=[blocked, full], ids=["blocked", "full"])
def unkept(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A visitor whose browser keeps nothing more."""
    request.param(page)
    yield page


def told(page: Page) -> Locator:
    return page.get_by_role("alert").filter(has_text=SENTENCE)


def saved(page: Page) -> Agenda:
    """The agenda in the file that the page gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Gem som fil").click()
    found, faults = agenda.read(Path(download.value.path()).read_text(encoding="utf-8"))
    assert faults == []
    return found


def test_the_file_has_what_was_typed(unkept: Page) -> None:
    open_agenda(unkept)
    unkept.get_by_label("Titel").fill("Styregruppen")
    unkept.get_by_role("button", name="Tilføj punkt uden figur").click()
    unkept.keyboard.type("Velkomst")
    expect(told(unkept)).to_be_visible()
    expect(unkept.get_by_text("er tilføjet", exact=False)).to_have_count(0)
    found = saved(unkept)
    assert (found.title, [item.title for item in found.items]) == ("Styregruppen", ["Velkomst"])
    expect(unkept.get_by_text("Dagsordenen er gemt som fil.")).to_be_visible()


def test_a_file_is_opened_without_a_word_of_success(unkept: Page) -> None:
    own = Agenda("Vores møde", "2026-12-01", "Rådhuset", (Item("a", "Velkomst", "", 5),))
    open_agenda(unkept)
    file = {"name": "x.json", "mimeType": "application/json", "buffer": agenda.write(own).encode()}
    unkept.locator("input[type=file]").set_input_files(file)
    expect(items(unkept)).to_have_count(1)
    expect(told(unkept)).to_be_visible()
    expect(unkept.get_by_text("Dagsordenen er åbnet.")).to_have_count(0)
    assert saved(unkept) == own


def test_decisions_of_a_meeting_reach_the_file_over_changes_of_page(unkept: Page) -> None:
    open_example(unkept)
    unkept.get_by_role("button", name="Start mødet").press("Enter")
    at_item(unkept, 1)
    unkept.get_by_label("Besluttet").fill("Vi mødes igen")
    expect(told(unkept)).to_be_visible()
    unkept.keyboard.press("PageDown")
    at_item(unkept, 2)
    assert saved(unkept).items[0].decision == "Vi mødes igen"
    unkept.keyboard.press("PageUp")
    at_item(unkept, 1)
    expect(unkept.get_by_label("Besluttet")).to_have_value("Vi mødes igen")
    unkept.locator(".bar h1").click()
    unkept.get_by_role("button", name="Afslut (Esc)").click()
    expect(items(unkept).first.get_by_label("Besluttet")).to_have_value("Vi mødes igen")
    expect(unkept.locator(".bar")).to_have_count(0)
    assert saved(unkept).items[0].decision == "Vi mødes igen"


def test_a_view_that_is_added_is_in_the_file_and_in_the_agenda(unkept: Page) -> None:
    open_page(unkept, "/sammenlign?omraader=taastrupgaard,gadehavegaard")
    settled(unkept)
    unkept.locator(".st-key-agenda-add-compared").get_by_role("button", name="Føj til dagsorden").click()
    status = unkept.get_by_role("status").filter(has_text=SENTENCE)
    expect(status).to_be_visible()
    expect(unkept.get_by_text("er føjet til dagsordenen", exact=False)).to_have_count(0)
    assert [item.title for item in saved(unkept).items] == ["Nøgletal ved siden af hinanden"]
    unkept.get_by_role("link", name="Åbn dagsordenen").click()
    expect(items(unkept)).to_have_count(1)
    expect(told(unkept)).to_be_visible()


def test_what_was_kept_before_the_browser_was_full_is_there_after_a_reload(page: Page) -> None:
    open_example(page)
    before = page.evaluate(HELD)
    page.evaluate(FILL)
    items(page).first.locator("summary").click()
    page.get_by_label("Note").first.fill("x" * 10_000)
    expect(told(page)).to_be_visible()
    assert page.evaluate(HELD) == before
    assert len(saved(page).items[0].note) == 10_000
    page.reload()
    expect(items(page)).to_have_count(8)
    assert page.evaluate(HELD) == before


def test_the_sentence_goes_when_the_browser_keeps_the_agenda_again(page: Page) -> None:
    open_example(page)
    page.evaluate(FILL)
    items(page).first.locator("summary").click()
    page.get_by_label("Note").first.fill("x" * 10_000)
    expect(told(page)).to_be_visible()
    page.evaluate("localStorage.clear()")
    page.get_by_label("Sted").fill("Rådhuset")
    expect(told(page)).to_be_hidden()
    assert agenda.read(page.evaluate(HELD))[0].place == "Rådhuset"


def test_what_the_page_alone_holds_is_not_left_without_a_question(page: Page) -> None:
    blocked(page)
    asked: list[str] = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    open_agenda(page)
    page.get_by_label("Titel").press_sequentially("Møde")
    page.reload()
    expect(page.get_by_label("Titel")).to_have_value("")
    assert asked == ["beforeunload"]
