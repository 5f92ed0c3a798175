"""What a reader meets while a page comes: how far it jumps, and on a thin line when the map is seen and can be used.

    python -m tests.benchmarks.first_screen [--address http://127.0.0.1:8501] [--runs 3]

Layout shift is Chromium's own measure (CLS, the worst window of five seconds), for every page on desk and telephone.
The times are of `/` for a new visitor at 1 Mbit/s and 400 ms: the first picture is the server's, with its headline, and
the map can be used when its marks are drawn. Both depend on the machine too; medians are printed beside the targets.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from dashboard.ui import navigation
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.finders import settled
from tests.browser.server import running
from tests.browser.visitors import TELEPHONE, visitor

SHIFT, PICTURE, USED = 0.1, 3.0, 9.0  # targets: without unit, seconds, seconds
DESK = {"viewport": {"width": 1280, "height": 800}}
THIN = {"offline": False, "latency": 400, "downloadThroughput": 125_000, "uploadThroughput": 125_000}  # bytes a second
CHOSEN = {"omraade": "?omraade=taastrupgaard", "sammenlign": "?omraader=taastrupgaard,vollsmose"}
WATCH = """
window.shifts = []
new PerformanceObserver(list => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push([entry.startTime, entry.value])
}).observe({ type: "layout-shift", buffered: true })
window.seen = {}
const roots = () => [...document.querySelectorAll("*")].map(it => it.shadowRoot)
const map = () => roots().some(root => root?.querySelector(".area-map .map .point"))
const look = () => {
  const now = performance.now()
  const paint = performance.getEntriesByName("first-contentful-paint")[0]
  if (paint && document.querySelector("#first-picture svg")) window.seen.picture ??= paint.startTime
  if (map()) window.seen.used ??= now
  if (window.seen.used === undefined) setTimeout(look, 50)
}
look()
"""
# The worst sum of shifts less than a second apart, over at most five seconds.
WORST = """
() => {
  let worst = 0, sum = 0, first = 0, last = -9e9
  for (const [at, value] of window.shifts) {
    if (at - last > 1000 || at - first > 5000) [sum, first] = [0, at]
    last = at
    sum += value
    worst = Math.max(worst, sum)
  }
  return worst
}
"""


def shift(page: Page, address: str) -> float:
    page.add_init_script(WATCH)
    page.goto(address)
    page.locator("[data-drawn]").wait_for(state="attached")
    settled(page)
    page.wait_for_load_state("networkidle")
    return float(page.evaluate(WORST))


def first_and_used(page: Page) -> tuple[float, float]:
    """Seconds to the first picture, infinite where there is none, and to a map with its marks."""
    line = page.context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", THIN)
    page.add_init_script(WATCH)
    page.goto("/", wait_until="commit")
    page.wait_for_function("() => window.seen?.used !== undefined")
    seen = page.evaluate("window.seen")
    return seen.get("picture", float("inf")) / 1000, seen["used"] / 1000


def shifts(browser: Browser, server: str) -> Iterator[tuple[str, str, float]]:
    for screen, options in (("desk", DESK), ("phone", TELEPHONE)):
        for page_record in navigation.PAGES:
            with visitor(browser, server, **options) as page:
                path = page_record.path
                yield screen, path, shift(page, f"/{path}{CHOSEN.get(path, '')}")


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        yield browser
        browser.close()


def timed(browser: Browser, server: str) -> tuple[float, float]:
    with visitor(browser, server, **DESK) as page:
        return first_and_used(page)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--address", help="of a server that runs; without it one is started")
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    failed = False
    with nullcontext(asked.address) if asked.address else running() as server, chromium() as browser:
        for screen, path, value in shifts(browser, server):
            failed |= value >= SHIFT
            print(f"layout shift {screen:5} {path:16} {value:.3f} (under {SHIFT})", flush=True)
        pictures, used = zip(*(timed(browser, server) for _ in range(asked.runs)), strict=True)
    for name, found, most in (("first picture", pictures, PICTURE), ("used map", used, USED)):
        failed |= median(found) > most
        print(f"{name} at 1 Mbit/s and 400 ms: {median(found):.1f} s (at most {most:.0f})")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
