"""Three processes behind nginx as deploy/ sets it up: one is killed, and the readers of the others notice nothing."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.benchmarks.load.host import nginx_before, several
from tests.browser.finders import choose_page, open_page, settled
from tests.browser.server import status
from tests.browser.visitors import visitor

pytestmark = pytest.mark.skipif(not shutil.which("nginx", path="/usr/sbin:/usr/bin"), reason="nginx is not installed")
READERS = 6  # more than processes: some share one
CHARGES = "/sigtelser?datasaet=published&kommune=kommune_0169"


class Front:
    """nginx and the processes behind it."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.used = stack.enter_context(several(3))
        self.address = stack.enter_context(nginx_before([server for server, _ in self.used], folder))


def front(tmp_path: Path) -> Iterator[Front]:
    with ExitStack() as stack:
        yield Front(stack, tmp_path)


def is_as_it_was(page: Page) -> bool:
    """Whether this is the page as it was opened, and not fetched again."""
    return bool(page.evaluate("() => window.seen === true"))


def test_one_of_three_is_killed_and_every_reader_goes_on_with_what_was_chosen(front: Front, browser: Browser) -> None:
    with ExitStack() as stack:
        pages = [stack.enter_context(visitor(browser, front.address)) for _ in range(READERS)]
        for page in pages:
            open_page(page, CHARGES)
            page.evaluate("() => { window.seen = true }")
        front.used[0][1].kill()
        front.used[0][1].wait()
        for page in pages:
            choose_page(page, "Strategi")
            expect(page.get_by_role("heading", level=1, name="Strategi")).to_be_visible()
            settled(page)
            assert "datasaet=published" in page.url, "what was chosen stands in the address"
        stayed = [page for page in pages if is_as_it_was(page)]
        assert stayed, "readers of the other processes notice nothing"


def test_when_none_answers_a_danish_page_says_what_to_do(front: Front, browser: Browser) -> None:
    for _, process in front.used:
        process.kill()
        process.wait()
    with visitor(browser, front.address) as page:
        answer = page.goto("/kort")
        assert answer and answer.status in (502, 504)
        expect(page.get_by_role("heading", name="Barometeret svarer ikke lige nu")).to_be_visible()
        assert answer.headers["retry-after"] == "30"
    assert status(f"{front.address}/klar") in (502, 504)
