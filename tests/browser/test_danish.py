"""A Danish page says nothing in English, in an English browser too: neither Streamlit's own words nor its dialogues."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.browser.finders import open_page, settled
from tests.browser.test_pages import PATHS, address, wait_until_drawn
from tests.browser.visitors import visitor

# Words that are not Danish and that Streamlit or what it is made of says: in a dialogue, a list, a calendar, a chart.
ENGLISH = re.compile(
    r"\b(the|your|you|with|and|select|selected|open|close|choose|clear|show|hide|next|previous|download|copy|search|"
    r"remove|options?|results?|month|year|day|(mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|may|june|"
    r"july|october|fullscreen|full screen|scrollable|heading|loading|running|help|zoom (in|out)|reset|axes|"
    r"autoscale|connection|server|streamlit|page|suggestions|today|available|skip)\b",
    re.IGNORECASE,
)
# Every text and every name, also of what is not seen.
SAID = """() => {
  const names = ["aria-label", "title", "placeholder", "alt", "data-title", "aria-valuetext", "aria-roledescription"]
  const found = []
  const walk = (node) => {
    if (node instanceof Text) found.push(node.data)
    if (node instanceof Element && node.matches("script, style, noscript, [data-testid='stIconMaterial']")) return
    if (node instanceof Element) found.push(...names.map((name) => node.getAttribute(name)))
    if (node.shadowRoot) walk(node.shadowRoot)
    node.childNodes.forEach(walk)
  }
  walk(document.body)
  return found.filter((text) => text?.trim())
}"""
FULL = {
    "aarsrapport": "example",
    "handlingskort": "example",
    "overgange": "example",
    "effekt": "example",
}  # where the published data have nothing to choose among
NOTHING_TO_OPEN = ("moede", "tilgaengelighed")  # pages without a list and a calendar
FOLD = "[data-testid='stPopover'] button"  # behind which a page keeps its filters
UNFOLDED = "[data-testid='stPopoverBody']"
OPENED = f":is([data-testid='stMain'], {UNFOLDED}) :is([role='combobox'], [data-testid='stDateInputCalendarButton'])"
LISTS_AND_CALENDARS = f"[role='listbox'], [role='dialog']:not({UNFOLDED}, :has({UNFOLDED}), {UNFOLDED} *)"
DIALOG = "[data-testid='stDialog'] [role='dialog']"
NAMES = re.compile("Open Database License|programmet Streamlit")  # a licence and a program are called what they are
SILENT = "Barometeret svarer ikke. Kontrollér forbindelsen. Siden prøver igen af sig selv."


@pytest.fixture
def english(browser: Browser, server: str) -> Iterator[Page]:
    """A visitor whose browser speaks English."""
    with visitor(browser, server, locale="en-US") as page:
        yield page


def english_words(page: Page) -> list[str]:
    """What is said in English, as it is said."""
    return [text.strip()[:100] for text in page.evaluate(SAID) if ENGLISH.search(NAMES.sub("", text))]


def unfold(page: Page) -> None:
    """Open the filters where a page keeps them behind a button, and they are not open already."""
    if page.locator(FOLD).count() and not page.locator(UNFOLDED).count():
        page.locator(FOLD).first.click()
        expect(page.locator(UNFOLDED)).to_be_visible()


@pytest.mark.parametrize("path", PATHS)
def test_no_english_is_left_in_a_danish_page_with_its_lists_and_calendars_open(english: Page, path: str) -> None:
    dataset = FULL.get(path, "published")
    open_page(english, address(path, dataset))
    wait_until_drawn(english, path, dataset)
    expect(english.locator(".st-key-foot")).to_be_visible()  # drawn last
    settled(english)
    unfold(english)
    if path not in NOTHING_TO_OPEN:
        expect(english.locator(OPENED).first).to_be_visible()
    expect(english.get_by_test_id("stSkeleton")).to_have_count(0)  # a control whose script has not come
    of_the_page = english_words(english)
    opened = []
    for control in english.locator(OPENED).all():
        unfold(english)
        if control.is_visible() and control.is_enabled():
            control.click()
            opened += english_words(english)
            english.keyboard.press("Escape")
            expect(english.locator(LISTS_AND_CALENDARS).locator("visible=true")).to_have_count(0)
    assert [*of_the_page, *opened] == []


def cut(page: Page, answer: dict | None, address: str = "/data") -> None:
    """Break the connection; what the page asks then is answered with `answer`, or not at all."""
    sockets = []

    def carry(socket) -> None:
        sockets.append(socket)
        socket.connect_to_server()

    def refuse(route: Route) -> None:
        route.fulfill(**answer) if answer else route.abort()

    page.route_web_socket(re.compile("/_stcore/stream"), carry)
    open_page(page, address)
    page.route(re.compile("/_stcore/(health|host-config)"), refuse)
    for socket in sockets:
        socket.close()


@pytest.mark.parametrize(
    ("host", "answer", "sentence"),
    [
        ("127.0.0.1", None, SILENT),
        ("localhost", None, SILENT),
        (
            "127.0.0.1",
            {"status": 502, "body": "<h1>Bad gateway of the proxy</h1>"},
            "Serveren svarede med fejl 502. Siden prøver igen af sig selv.",
        ),
        (
            "127.0.0.1",
            {"status": 403},
            "Barometeret afviste forbindelsen (fejl 403). "
            "Det kan skyldes opsætningen af CORS hos dem, der driver barometeret.",
        ),
    ],
    ids=["no answer", "no answer on the machine itself", "a proxy's answer", "refused"],
)
def test_the_dialogue_of_a_broken_connection_is_danish(
    browser: Browser, server: str, host: str, answer: dict | None, sentence: str
) -> None:
    with visitor(browser, server.replace("127.0.0.1", host), locale="en-US") as page:
        cut(page, answer)
        dialog = page.locator(DIALOG).first
        expect(dialog).to_be_visible()
        expect(dialog).to_contain_text("Forbindelsen er afbrudt")
        expect(dialog.get_by_role("button", name="Luk")).to_be_visible()
        assert " ".join(dialog.inner_text().split()) == f"Forbindelsen er afbrudt {sentence}"
        assert [text for text in page.evaluate(SAID) if re.search("connection|server is|restart", text, re.I)] == []


def test_the_dialogue_of_a_broken_connection_stays_english_in_an_english_page(english: Page) -> None:
    cut(english, None, "/data?sprog=en")
    expect(english.locator(DIALOG).first).to_contain_text("Connection error")


def test_a_date_is_danish_in_its_field_and_in_its_calendar(english: Page) -> None:
    open_page(english, "/strategi")
    date = english.get_by_test_id("stDateInput")
    expect(date.get_by_role("spinbutton", name=re.compile("^måned, "))).to_have_attribute(
        "aria-valuetext", re.compile(r"\d\d – [a-z]+$")
    )
    date.get_by_role("button", name="Vælg dato").click()
    expect(english.get_by_role("button", name="Næste måned")).to_be_visible()
    expect(english.get_by_role("gridcell").first).to_be_visible()
    assert english_words(english) == []


def test_dates_follow_the_language_of_the_page_without_a_reload(english: Page) -> None:
    open_page(english, "/strategi")
    assert english.evaluate("navigator.language") == "da-DK"
    english.get_by_text("English", exact=True).click()
    expect(english.locator("html")).to_have_attribute("lang", "en")
    settled(english)
    assert english.evaluate("navigator.language") == "en-GB"
