"""The clock of a running meeting: the time an item has taken, whoever looked and however often."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.finders import at_item, open_agenda, open_example

HIDDEN = """() => {
  Object.defineProperty(document, "hidden", { get: () => true, configurable: true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""
SHOWN = "() => { delete document.hidden; document.dispatchEvent(new Event('visibilitychange')) }"


@pytest.fixture
def meeting(page: Page) -> Page:
    """At the first item, where the clock of the computer stands still until a test lets it go."""
    page.clock.install()
    open_example(page)
    page.get_by_role("button", name="Start mødet").press("Enter")
    at_item(page, 1)
    stand_still(page)
    return page


def stand_still(*windows: Page) -> None:
    """Stop the computer's clock, at one time in all windows."""
    now = max(window.evaluate("Date.now()") for window in windows)
    windows[0].clock.pause_at(datetime.fromtimestamp(now / 1000) + timedelta(seconds=2))


def used(page: Page) -> int:
    """The seconds that the bar says the item has taken."""
    clock = page.locator(".bar .clock")
    expect(clock).to_have_text(re.compile(r"brugt \d+:\d\d"))
    minutes, seconds = re.search(r"brugt (\d+):(\d\d)", clock.inner_text()).groups()
    return 60 * int(minutes) + int(seconds)


def shows(page: Page, seconds: int) -> None:
    expect(page.locator(".bar .clock")).to_contain_text(f"brugt {seconds // 60}:{seconds % 60:02}")


def test_a_window_that_is_hidden_is_right_when_it_is_shown(meeting: Page) -> None:
    before = used(meeting)
    meeting.evaluate(HIDDEN)
    meeting.clock.fast_forward("05:00")  # a tick at most, as a hidden window has them
    meeting.evaluate(SHOWN)
    shows(meeting, before + 300)


def test_two_windows_of_one_meeting_count_its_time_once_and_agree(meeting: Page) -> None:
    meeting.clock.resume()
    other = meeting.context.new_page()
    other.goto(meeting.url)
    at_item(other, 1)
    stand_still(meeting, other)
    meeting.clock.run_for(1000)
    before = used(meeting)
    meeting.clock.run_for(20_000)
    for window in (meeting, other):
        shows(window, before + 20)


def test_esc_stops_the_clock_and_starting_again_goes_on(meeting: Page) -> None:
    meeting.clock.run_for(60_000)
    before = used(meeting)
    meeting.keyboard.press("Escape")
    meeting.clock.resume()
    expect(meeting.get_by_text(re.compile(r"Uret står på \d+:\d\d"))).to_be_visible()
    meeting.clock.fast_forward("03:00")
    meeting.get_by_role("button", name="Start mødet").press("Enter")
    at_item(meeting, 1)
    stand_still(meeting)
    meeting.clock.run_for(1000)
    assert before < used(meeting) < before + 180


def test_the_clock_begins_anew_when_that_is_asked_for_and_that_can_be_undone(meeting: Page) -> None:
    meeting.clock.run_for(60_000)
    meeting.keyboard.press("Escape")
    meeting.clock.resume()
    said = meeting.get_by_text(re.compile(r"Uret står på 1:\d\d"))
    expect(said).to_be_visible()
    meeting.get_by_role("button", name="Nulstil uret").click()
    expect(said).to_be_hidden()
    expect(meeting.get_by_text("Uret er nulstillet.")).to_be_visible()
    meeting.get_by_role("button", name="Fortryd").click()
    expect(said).to_be_visible()
    meeting.get_by_role("button", name="Nulstil uret").click()
    meeting.get_by_role("button", name="Start mødet").press("Enter")
    at_item(meeting, 1)
    stand_still(meeting)
    assert used(meeting) < 60


def test_a_reload_and_another_item_take_nothing_away(meeting: Page) -> None:
    meeting.clock.run_for(30_000)
    before = used(meeting)
    meeting.keyboard.press("PageDown")
    meeting.clock.resume()
    at_item(meeting, 2)
    meeting.reload()
    at_item(meeting, 2)
    meeting.keyboard.press("PageUp")
    at_item(meeting, 1)
    assert used(meeting) >= before


@pytest.mark.parametrize("jump", [timedelta(hours=-1), timedelta(days=1)], ids=["back", "on"])
def test_a_clock_of_the_computer_that_jumps_gives_no_absurd_time(meeting: Page, jump: timedelta) -> None:
    before = used(meeting)
    meeting.clock.set_system_time(datetime.fromtimestamp(meeting.evaluate("Date.now()") / 1000) + jump)
    meeting.clock.run_for(20_000)
    assert before <= used(meeting) <= before + 20


def test_another_agenda_has_a_clock_of_its_own(meeting: Page) -> None:
    meeting.clock.run_for(60_000)
    meeting.clock.resume()
    open_agenda(meeting)
    said = meeting.get_by_text(re.compile(r"Uret står på 1:\d\d"))
    expect(said).to_be_visible()
    meeting.get_by_role("button", name="Ryd dagsordenen").click()
    expect(said).to_be_hidden()
    meeting.get_by_role("button", name="Fortryd").click()
    expect(said).to_be_visible()
