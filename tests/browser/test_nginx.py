"""Three processes behind nginx as deploy/ sets it up: one killed, or all restarted in turn, and no view lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.finders import choose_page, open_page, settled
from tests.browser.fleet import PROCESSES, Fleet, asking, lost, opened, seen
from tests.browser.server import status
from tests.browser.visitors import visitor

pytestmark = pytest.mark.skipif(not shutil.which("nginx", path="/usr/sbin:/usr/bin"), reason="nginx is not installed")
READERS = 6  # more than processes: some share one
CHARGES = "/sigtelser?datasaet=published&kommune=kommune_0169"


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Fleet]:
    with ExitStack() as stack:
        yield Fleet(stack, tmp_path_factory.mktemp("nginx"))


@pytest.fixture
def front(fleet: Fleet) -> Fleet:
    """All of them answer."""
    fleet.revive()
    return fleet


def is_as_it_was(page: Page) -> bool:
    """Whether this is the page as it was opened, and not fetched again."""
    return bool(page.evaluate("() => window.seen === true"))


def test_all_are_restarted_in_turn_and_no_view_is_lost(front: Fleet, browser: Browser) -> None:
    with ExitStack() as stack:
        pages = opened(stack, browser, front, PROCESSES)
        before = [seen(page) for page in pages]
        with asking(front.address) as answers:
            for number in range(PROCESSES):
                front.restart(number)
        assert lost(pages, before) == []
        assert answers.keys() == {200}, "whoever comes meanwhile is served by another process"


def test_one_of_three_is_killed_and_every_reader_goes_on_with_what_was_chosen(front: Fleet, browser: Browser) -> None:
    with ExitStack() as stack:
        pages = [stack.enter_context(visitor(browser, front.address)) for _ in range(READERS)]
        for page in pages:
            open_page(page, CHARGES)
            page.evaluate("() => { window.seen = true }")
        front.kill(0)
        for page in pages:
            choose_page(page, "Strategi")
            expect(page.get_by_role("heading", level=1, name="Strategi")).to_be_visible()
            settled(page)
            assert "datasaet=published" in page.url, "what was chosen stands in the address"
        stayed = [page for page in pages if is_as_it_was(page)]
        assert stayed, "readers of the other processes notice nothing"


def test_when_none_answers_a_danish_page_says_what_to_do(front: Fleet, browser: Browser) -> None:
    for number in range(PROCESSES):
        front.kill(number)
    with visitor(browser, front.address) as page:
        answer = page.goto("/kort")
        assert answer and answer.status in (502, 504)
        expect(page.get_by_role("heading", name="Barometeret svarer ikke lige nu")).to_be_visible()
        assert answer.headers["retry-after"] == "30"
    assert status(f"{front.address}/klar") in (502, 504)
