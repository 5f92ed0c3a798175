"""What others wrote is shown as it is written: no link, picture, colour or formula, wherever Markdown is read."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from dashboard.i18n.markdown import JOINER
from tests.browser.finders import open_page, settled
from tests.browser.server import running_element
from tests.browser.visitors import visitor
from tests.foreign import HOST, PAYLOADS

APP = Path(__file__).parent / "apps" / "foreign_texts"
FOUND = """root => ({
  links: [...root.querySelectorAll("a[href]")].map(link => link.href).filter(href => !href.includes("//127.0.0.1")),
  pictures: root.querySelectorAll("[data-testid='stMarkdownContainer'] :is(img, video, audio, [role='img'])").length,
  formulas: root.querySelectorAll(".katex").length,
  colours: root.querySelectorAll(
    ".stMarkdownColoredText, .stMarkdownBadge, .stMarkdownShimmer, span[style*='color'], span[style*='font-size'],"
    + " .stMarkdownColoredBackground .stMarkdownColoredBackground"
  ).length,
  marks: root.querySelectorAll("[data-testid='stMarkdownContainer'] :is(code, del, em, mark, hr, blockquote, input)")
    .length,
})"""
NOTHING = {"links": [], "pictures": 0, "formulas": 0, "colours": 0, "marks": 0}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_element(APP, tmp_path_factory.mktemp("files")) as address:
        yield address


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    with visitor(browser, server) as page:
        yield page


def sinks(page: Page, address: str) -> dict[str, Locator]:
    """The places where texts are shown, by their names, once all of them are drawn."""
    page.goto(address)
    expect(page.get_by_role("heading", name="Fremmede tekster")).to_be_visible()
    settled(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)
    boxes = page.locator("[class*='st-key-sink-']").all()
    return {re.search(r"st-key-sink-(\w+)", box.get_attribute("class"))[1]: box for box in boxes}


def shown(text: str) -> str:
    """A text as a page shows it: spaces joined, without what has no width."""
    return " ".join(text.replace(JOINER, "").split())


def test_a_foreign_text_is_shown_as_it_is_written_and_is_nothing_more(page: Page) -> None:
    found = sinks(page, "/")
    assert len(found) > 20
    texts = {name: shown(box.text_content() or "") for name, box in found.items()}
    assert {
        name: lost for name, text in texts.items() if (lost := [each for each in PAYLOADS if shown(each) not in text])
    } == {}
    badges = {"badge": {**NOTHING, "colours": len(PAYLOADS)}}  # the colour is ours
    assert {name: box.evaluate(FOUND) for name, box in found.items()} == dict.fromkeys(found, NOTHING) | badges


def test_an_unguarded_text_would_be_more(page: Page) -> None:
    """The test sees what it looks for."""
    found = sinks(page, "/?raa=ja")["markdown"].evaluate(FOUND)
    assert any(HOST in link for link in found["links"])
    assert all(found[kind] for kind in NOTHING)


def test_an_address_of_a_source_is_a_link_where_it_is_one_of_the_web(page: Page) -> None:
    open_page(page, "/")
    links = page.locator(".st-key-links a")
    assert [link.get_attribute("href") for link in links.all()] == [
        f"https://{HOST}/a?b=c&copy;=:smile:$x$(_)",
        f"https://{HOST}/%3E%5Bx%5D",
    ]
    assert page.locator(".st-key-links").inner_text().count("javascript:alert(1)") == 1
