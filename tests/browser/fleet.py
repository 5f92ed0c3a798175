"""Three processes behind nginx as deploy/ sets it up, which can be restarted one after another while readers look.

    python -m tests.browser.fleet --readers 9 --rounds 2

Each round restarts every process once, as deploy/README.md upgrades. Every reader's page must say word for word what it
said before, at the same address, and every page that somebody new asks for meanwhile must come.
The exit code is 1 where a view was lost.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.benchmarks.load.host import nginx_before
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.finders import open_page, settled
from tests.browser.server import address_of, free_port, serving, status
from tests.browser.visitors import visitor

PROCESSES = 3
LIVE = "[data-test-connection-state='CONNECTED']"
WORDS = """main => {
  const copy = main.cloneNode(true)
  copy.querySelectorAll("svg, .js-plotly-plot, style").forEach(drawn => drawn.remove())
  const names = [...main.querySelectorAll("[role='figure']")].map(figure => figure.ariaLabel)
  return [copy.textContent, ...names].join("\\n")
}"""
# What readers look at: a choice in each address, and something drawn of it.
VIEWS = (
    "/sigtelser?datasaet=published&kommune=kommune_0169",
    "/omraade?datasaet=published&omraade=taastrupgaard",
    "/succeskriterier?datasaet=example&sprog=en",
)


class Fleet:
    """`address` is nginx; `restart` ends a process politely and waits until it can show pages again."""

    def __init__(self, stack: ExitStack, folder: Path) -> None:
        self.ports = [stack.enter_context(free_port()) for _ in range(PROCESSES)]
        self.lives = [stack.enter_context(ExitStack()) for _ in self.ports]
        self.processes: list[subprocess.Popen[bytes]] = [
            life.enter_context(serving(port)) for life, port in zip(self.lives, self.ports, strict=True)
        ]
        self.address = stack.enter_context(nginx_before([address_of(port) for port in self.ports], folder))

    def restart(self, number: int) -> None:
        self.lives[number].close()
        self.processes[number] = self.lives[number].enter_context(serving(self.ports[number]))
        assert status(f"{address_of(self.ports[number])}/klar") == 200

    def revive(self) -> None:
        for number, process in enumerate(self.processes):
            if process.poll() is not None:
                self.restart(number)

    def kill(self, number: int) -> None:
        self.processes[number].kill()
        self.processes[number].wait()


@contextmanager
def asking(address: str, every: float = 0.2) -> Iterator[Counter[int]]:
    """Somebody new asks for a page again and again meanwhile; how often which status was the answer."""
    answers: Counter[int] = Counter()
    is_over = threading.Event()

    def ask() -> None:
        while not is_over.wait(every):
            answers[status(f"{address}/kort")] += 1

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        yield answers
    finally:
        is_over.set()
        thread.join()


def seen(page: Page) -> tuple[str, str]:
    """The address, and every word of the page but those that a chart draws by itself: its name is among them."""
    expect(page.locator(LIVE)).to_be_attached()
    settled(page)
    expect(page.get_by_test_id("stSkeleton")).to_have_count(0)  # a part whose script has not come
    return page.url, page.get_by_test_id("stMain").evaluate(WORDS)


def opened(stack: ExitStack, browser: Browser, fleet: Fleet, readers: int) -> list[Page]:
    pages = [stack.enter_context(visitor(browser, fleet.address)) for _ in range(readers)]
    for number, page in enumerate(pages):
        open_page(page, VIEWS[number % len(VIEWS)])
    return pages


def lost(pages: Sequence[Page], before: Sequence[tuple[str, str]]) -> list[str]:
    """The views that are not as they were, and where they begin to differ."""
    told = []
    for page, (address, words) in zip(pages, before, strict=True):
        now = seen(page)
        if now != (address, words):
            same = len(os.path.commonprefix([words, now[1]]))
            told.append(f"{address}: now {now[0]}; {words[same : same + 60]!r} became {now[1][same : same + 60]!r}")
    return told


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--readers", type=int, default=9)
    parser.add_argument("--rounds", type=int, default=2)
    asked = parser.parse_args()
    faults: list[str] = []
    with ExitStack() as stack:
        fleet = Fleet(stack, Path(stack.enter_context(tempfile.TemporaryDirectory())))
        chromium = stack.enter_context(sync_playwright()).chromium
        browser = chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        stack.callback(browser.close)
        pages = opened(stack, browser, fleet, asked.readers)
        before = [seen(page) for page in pages]
        answers = stack.enter_context(asking(fleet.address))
        for turn in range(asked.rounds * PROCESSES):
            began = time.monotonic()
            fleet.restart(turn % PROCESSES)
            back = time.monotonic() - began
            found = lost(pages, before)
            faults += found
            print(f"process {turn % PROCESSES + 1} back after {back:.1f} s: {len(found)} of {len(pages)} views lost")
    refused = sum(count for code, count in answers.items() if code != 200)
    print(*faults, sep="\n")
    print(f"{answers.total()} pages asked for meanwhile, {refused} refused; load {os.getloadavg()[0]:.1f}")
    return 1 if faults or refused else 0


if __name__ == "__main__":
    sys.exit(main())
