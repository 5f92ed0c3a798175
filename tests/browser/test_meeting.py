"""A steering group's meeting, run by keyboard alone on a projector of 1920 x 1080."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finders import at_item, held, items, open_agenda, open_example, settled
from tests.browser.test_pages import violations

PROJECTOR = {"width": 1920, "height": 1080}
# Every text that is seen, with its size and whether it stands in a picture: on an axis, in a legend, on a map.
TEXTS = """() => {
  const found = []
  const walk = (root) => root.querySelectorAll("*").forEach((node) => {
    if (node.shadowRoot) walk(node.shadowRoot)
    const isText = [...node.childNodes].some((part) => part.nodeType === Node.TEXT_NODE && part.data.trim())
    const box = node.getBoundingClientRect()
    const isThere = box.width > 2 && box.height > 2 && box.right > 0 && box.bottom > 0
    if (!isText || !isThere || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return
    if (getComputedStyle(node).clipPath !== "none") return // for screen readers alone
    const size = parseFloat(getComputedStyle(node).fontSize)
    found.push([node.textContent.trim().slice(0, 40), size, node.closest("svg, .area-map") !== null])
  })
  walk(document.body)
  return found
}"""
SPOKEN = 7  # the item without a view
PICTURES = {2: ".leaflet-container path", 5: ".js-plotly-plot .main-svg", 6: ".js-plotly-plot .main-svg"}  # by item


@pytest.fixture
def size() -> dict[str, int]:
    return PROJECTOR


@pytest.fixture
def meeting(page: Page) -> Page:
    return started(page)


def started(page: Page) -> Page:
    open_example(page)
    page.get_by_role("button", name="Start mødet").press("Enter")
    at_item(page, 1)
    return page


def is_readable(page: Page) -> None:
    texts = page.evaluate(TEXTS)
    assert texts
    assert [text for text in texts if text[1] < (20 if text[2] else 24)] == []


def test_eight_items_run_by_keyboard_from_the_first_to_the_last_and_back(meeting: Page) -> None:
    for number in range(1, 9):
        at_item(meeting, number)
        if picture := PICTURES.get(number):
            expect(meeting.locator(picture).first).to_be_visible()
        expect(meeting.locator("[class*='st-key-view-']")).to_have_count(0 if number == SPOKEN else 1)
        expect(meeting.get_by_role("navigation", name="Sider")).to_have_count(0)
        is_readable(meeting)
        if number < 8:
            meeting.keyboard.press("ArrowRight" if number % 2 else "PageDown")
    expect(meeting.get_by_role("button", name="Næste")).to_be_disabled()
    for number in range(7, 0, -1):
        meeting.keyboard.press("ArrowLeft" if number % 2 else "PageUp")
        at_item(meeting, number)
    meeting.keyboard.press("End")
    at_item(meeting, 8)
    meeting.keyboard.press("Home")
    at_item(meeting, 1)
    meeting.keyboard.press("Escape")
    expect(meeting).to_have_url(re.compile(r"/moede$"))
    expect(items(meeting)).to_have_count(8)


def test_keys_pressed_faster_than_pages_come_are_all_counted(meeting: Page) -> None:
    for _ in range(4):
        meeting.keyboard.press("PageDown")
    at_item(meeting, 5)
    expect(meeting.get_by_role("heading", name="Sigtede pr. 1.000 unge under 18 år")).to_be_visible()


def test_keys_pressed_in_a_row_are_one_step_of_back(meeting: Page) -> None:
    start = meeting.evaluate("history.length")
    meeting.evaluate("""() => {
      for (let time = 0; time < 3; time += 1) document.dispatchEvent(new KeyboardEvent("keydown", { key: "PageDown" }))
    }""")
    at_item(meeting, 4)
    assert meeting.evaluate("history.length") == start + 1


def test_the_bar_is_the_same_on_every_page_so_no_key_falls_between(meeting: Page) -> None:
    bar = meeting.locator(".bar")
    bar.evaluate("node => node.setAttribute('data-same', 'yes')")
    for number in (2, 3, 4, 5):
        meeting.keyboard.press("PageDown")
        at_item(meeting, number)
        expect(bar).to_have_attribute("data-same", "yes")


def test_back_goes_to_the_item_before_and_the_language_is_kept(page: Page) -> None:
    open_example(page)
    page.get_by_text("English", exact=True).click()
    expect(page).to_have_url(re.compile("sprog=en"))
    settled(page)
    page.locator("button.primary").press("Enter")
    expect(page).to_have_url(re.compile(r"sprog=en.*punkt=1"))
    expect(page.locator(".bar .place")).not_to_be_empty()
    page.keyboard.press("ArrowRight")
    expect(page).to_have_url(re.compile(r"/kort\?.*sprog=en.*punkt=2"))
    settled(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/siden-sidst\?.*sprog=en.*punkt=1"))
    expect(page.locator(".bar h1")).to_have_text("Velkomst og siden sidst")


def test_what_is_decided_survives_another_page_and_a_reload_and_stands_in_the_agenda(meeting: Page) -> None:
    meeting.get_by_label("Besluttet").press_sequentially("Vi mødes igen: N og F er bogstaver her")
    meeting.keyboard.press("Tab")
    meeting.keyboard.type("Boligsocial leder")
    meeting.keyboard.press("ArrowRight")  # moves the mark in the field, not the page
    meeting.keyboard.press("PageDown")
    at_item(meeting, 2)
    expect(meeting.get_by_label("Besluttet")).to_have_value("")
    meeting.keyboard.press("PageUp")
    at_item(meeting, 1)
    meeting.reload()
    at_item(meeting, 1)
    expect(meeting.get_by_label("Besluttet")).to_have_value("Vi mødes igen: N og F er bogstaver her")
    expect(meeting.get_by_label("Ansvarlig")).to_have_value("Boligsocial leder")
    meeting.get_by_label("Ansvarlig").press("Escape")  # leaves the field
    at_item(meeting, 1)
    meeting.keyboard.press("Escape")
    expect(items(meeting).first.get_by_label("Besluttet")).to_have_value("Vi mødes igen: N og F er bogstaver her")


def test_the_notes_open_by_a_key(meeting: Page) -> None:
    note = meeting.get_by_label("Note", exact=True)
    expect(note).to_be_hidden()
    meeting.keyboard.press("n")
    expect(note).to_have_value("Hvad virker, hvad er bagud, og hvad beslutter vi i dag?")


def test_the_arrows_of_the_map_and_its_slider_turn_no_page(meeting: Page) -> None:
    meeting.keyboard.press("PageDown")
    at_item(meeting, 2)
    slider = meeting.get_by_role("slider", name="Periode")
    slider.press("ArrowLeft")
    expect(meeting).to_have_url(re.compile("aar=2022"))
    at_item(meeting, 2)
    slider.press("PageDown")
    at_item(meeting, 3)


def test_axe_finds_no_wcag_violation_in_a_running_meeting(meeting: Page) -> None:
    for number in range(1, 6):
        at_item(meeting, number)
        if number in (1, 2, 5):
            if picture := PICTURES.get(number):
                expect(meeting.locator(picture).first).to_be_visible()
            assert violations(meeting) == []
        meeting.keyboard.press("PageDown")


def test_fictitious_figures_say_so_in_a_meeting(page: Page) -> None:
    page.goto("/sigtelser?datasaet=example&visning=moede&punkt=1")
    expect(page.get_by_text("Fiktive tal", exact=False).first).to_be_visible()
    expect(page.locator(".bar h1")).to_contain_text("Der er ingen dagsorden i denne browser")


@pytest.mark.parametrize(
    ("link", "sentence"),
    [
        ("/omraade?omraade=taastrupgaad&vis=profile-projects-taastrupgaard", ": »taastrupgaad«"),
        ("/omraade?omraade=taastrupgaard&vis=profile-project-taastrupgaard", "ukendt valg under sidens visninger"),
        ("/kort?aar=1999&vis=kort", "ukendt valg under perioderne med tal: »1999«"),
    ],
    ids=["area", "view", "year"],
)
def test_a_wrong_link_in_a_meeting_is_named_and_the_nearest_is_shown(page: Page, link: str, sentence: str) -> None:
    page.goto(f"{link}&visning=moede&punkt=1")
    expect(page.locator(".bar h1")).to_be_visible()
    expect(page.get_by_text(sentence, exact=False).first).to_be_visible()
    expect(page.locator("[class*='st-key-view-']")).to_have_count(1)


def test_an_empty_agenda_cannot_be_started(page: Page) -> None:
    open_agenda(page)
    expect(page.get_by_role("button", name="Start mødet")).to_be_disabled()


def test_the_next_meeting_knows_what_the_last_one_decided_and_saw(meeting: Page) -> None:
    meeting.keyboard.press("ArrowRight")
    at_item(meeting, 2)
    meeting.keyboard.press("ArrowRight")
    at_item(meeting, 3)
    meeting.get_by_label("Besluttet").fill("Beboerne inviteres")
    meeting.get_by_label("Ansvarlig").fill("Åse")
    meeting.get_by_label("Ansvarlig").press("Escape")
    meeting.keyboard.press("Escape")
    expect(meeting.get_by_role("button", name="Start mødet")).to_be_enabled()
    seen = {item.title: item.seen for item in held(meeting).items}["Tåstrupgård i tal"]
    assert seen is not None
    assert seen.numbers
    meeting.get_by_role("button", name="Nyt møde ud fra dette").click()
    third = items(meeting).nth(2)
    expect(third).to_contain_text("Beboerne inviteres")
    expect(third).to_contain_text("Ansvarlig: Åse")
    expect(third.get_by_label("Besluttet")).to_have_value("")
    meeting.get_by_role("button", name="Start mødet").click()
    at_item(meeting, 1)
    meeting.keyboard.press("ArrowRight")
    at_item(meeting, 2)
    meeting.keyboard.press("ArrowRight")
    at_item(meeting, 3)
    since = meeting.locator(".bar .since")
    expect(since).to_contain_text("Beboerne inviteres")
    expect(since).to_contain_text("uændret")
    is_readable(meeting)
    assert violations(meeting) == []
