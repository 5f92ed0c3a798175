"""Slow and broken lines: a page never shows other figures than its address says, and no choice is lost on the way.

Every control of every page at every delay: `make slow-lines`. Here are the cases that failed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.agreement import agree, unsaid, watch
from tests.browser.finders import MUNICIPALITIES, areas, at_item, open_example, open_page
from tests.browser.slow_line import SlowLine, slow_line

EXAMPLE = "Eksempelkommune (fiktive tal)"
# In the browser, where nothing comes between: the second is pressed when the server has drawn the page for the first,
# and before the browser has heard of it.
PRESS_TWO = "([first, second]) => { first.click(); setTimeout(() => second.click(), 300) }"


@pytest.fixture
def line(server: str) -> Iterator[SlowLine]:
    with slow_line(server) as line:
        yield line


@pytest.fixture
def origin(line: SlowLine) -> str:
    return line.url


@pytest.fixture
def page(page: Page) -> Iterator[Page]:
    watch(page)
    yield page
    assert unsaid(page) == []


def press(page: Page, name: str) -> None:
    """A button of the frame, pressed as it stands: without waiting for what the last choice brings."""
    page.get_by_role("radio", name=name, exact=True).evaluate("node => node.click()")


def follow(page: Page, path: str) -> None:
    """A link of the menu, found and pressed in one: what is drawn anew between the two leads nowhere."""
    page.evaluate("path => document.querySelector(`.st-key-menu a[href^='${path}']`).click()", path)


def test_a_menu_link_keeps_a_dataset_that_was_chosen_a_moment_before(page: Page, line: SlowLine) -> None:
    open_page(page, "/sigtelser")
    line.round_trip = 0.3
    press(page, EXAMPLE)
    follow(page, "strategi")
    expect(page).to_have_url(re.compile(r"/strategi\?datasaet=example$"))
    agree(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"/sigtelser"))
    agree(page)


def test_a_menu_link_keeps_the_language_that_was_chosen_a_moment_before(page: Page, line: SlowLine) -> None:
    open_page(page, "/data")
    line.round_trip = 0.3
    press(page, "English")
    follow(page, "succeskriterier")
    expect(page).to_have_url(re.compile(r"/succeskriterier\?sprog=en$"))
    agree(page)


def test_two_choices_within_one_round_trip_both_hold(page: Page, line: SlowLine) -> None:
    open_page(page, "/succeskriterier")
    both = [page.get_by_role("radio", name=name, exact=True).element_handle() for name in ("English", EXAMPLE)]
    line.round_trip = 0.8
    page.evaluate(PRESS_TWO, both)
    expect(page).to_have_url(re.compile(r"datasaet=example"))
    agree(page)
    expect(page).to_have_url(re.compile(r"/succeskriterier\?sprog=en&datasaet=example$"))


def test_a_tab_and_the_language_within_one_round_trip_both_hold(page: Page, line: SlowLine) -> None:
    open_page(page, "/omraade?omraade=taastrupgaard")
    both = [page.get_by_role("radio", name=name, exact=True).element_handle() for name in ("English", "Lister")]
    line.round_trip = 0.8
    page.evaluate(PRESS_TWO, both)
    expect(page).to_have_url(re.compile(r"fane=lister"))
    agree(page)
    expect(page).to_have_url(re.compile(r"/omraade\?omraade=taastrupgaard&sprog=en&fane=lister$"))
    expect(page.get_by_role("radiogroup", name="Tab").get_by_role("radio", checked=True)).to_have_accessible_name(
        "Lists"
    )


def test_a_link_to_one_thing_and_a_choice_before_it_both_hold(page: Page, line: SlowLine) -> None:
    open_page(page, "/projekter")
    line.round_trip = 0.3
    press(page, "English")
    page.get_by_role("link", name=re.compile("Taastrup|Tåstrup|Høje")).or_(
        page.locator("[data-testid='stMain'] a[href*='projekt=']")
    ).first.evaluate("node => node.click()")
    expect(page).to_have_url(re.compile(r"projekt=.*sprog=en|sprog=en.*projekt="))
    agree(page)


def test_what_the_map_shows_stands_in_the_address_over_a_cut(page: Page, line: SlowLine) -> None:
    open_page(page, f"/kort?{MUNICIPALITIES}")
    expect(areas(page).nth(89)).to_be_attached()
    line.hang()
    slider = page.get_by_role("slider", name="Periode")
    for _ in range(4):
        slider.press("ArrowLeft")
    expect(page).to_have_url(re.compile(r"/kort\?.*aar=2019$"))
    expect(page.locator("html")).to_have_attribute("data-behind", "below")
    line.mend()
    agree(page)
    expect(page.locator(".sentence")).to_contain_text("2019")


def test_an_item_turned_to_while_the_line_was_broken_is_shown_when_it_is_mended(page: Page, line: SlowLine) -> None:
    open_example(page)
    page.get_by_role("button", name="Start mødet").press("Enter")
    at_item(page, 1)
    line.break_down()
    page.keyboard.press("PageDown")
    expect(page.locator(".bar .place")).to_have_text("2 af 8")
    page.get_by_label("Besluttet").press_sequentially("Besluttet under punkt 2")
    line.mend()
    at_item(page, 2)
    agree(page)
    expect(page.get_by_label("Besluttet")).to_have_value("Besluttet under punkt 2")


@pytest.mark.parametrize("pause", [150, 500])
def test_two_keys_from_an_item_without_a_view_end_two_items_on(page: Page, line: SlowLine, pause: int) -> None:
    open_example(page)
    page.get_by_role("button", name="Start mødet").press("Enter")
    at_item(page, 1)
    line.round_trip = 0.3
    page.keyboard.press("PageDown")
    page.wait_for_timeout(pause)
    page.keyboard.press("PageDown")
    at_item(page, 3)
    agree(page)


def test_keys_pressed_as_soon_as_the_bar_has_come_are_counted(page: Page, line: SlowLine) -> None:
    open_example(page)
    page.goto("/moede?visning=moede&punkt=1")
    page.locator(".bar .place").wait_for()
    line.round_trip = 0.3
    page.keyboard.press("End")
    page.wait_for_timeout(300)
    page.keyboard.press("PageUp")
    at_item(page, 7)
    agree(page)
