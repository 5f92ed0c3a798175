"""Which route for the map? Bytes and time per choice, measured side by side in one browser and one run.

    python -m tests.benchmarks.map_routes [--clicks 11]

Read the ratios, not the milliseconds: the routes take turns, so a busy machine slows them alike. Streamlit collects
garbage after every run, which holds back the last messages by 100 ms or more on a large heap; it is off here.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Frame, Page, sync_playwright

from tests.browser.apps.area_map import files
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.server import PLAIN, ROOT, running

APP = Path(__file__).parent / "map_routes_app"
ROUTES = ("floor", "element", "folium", "folium_by_address")
SIZES = {98: 120, 1500: 60}  # areas: points in an outline
WARM_UP = 3

# Clicks the button and follows, frame by frame, when the first area has its new colour and whether the map was empty.
CLICK = """
async () => {
  const outer = window.parent.document
  const shapes = () => {
    const root = document.querySelector("[data-testid=stBidiComponentIsolated]")?.shadowRoot ?? document
    return root.querySelectorAll("path.leaflet-interactive")
  }
  const seen = () => shapes()[0]?.getAttribute("fill") ?? outer.body.innerText.match(/Periode (\\S+)/)?.[1]
  const before = seen(), hadMap = shapes().length > 0, start = performance.now()
  let blank = 0
  outer.querySelector("[data-testid=stButton] button").click()
  while (performance.now() - start < 20000) {
    await new Promise(requestAnimationFrame)
    if (hadMap && !shapes().length) blank += 1
    else if (seen() !== before) return { ms: performance.now() - start, blank }
  }
  return { ms: NaN, blank }
}
"""


class Visit:
    """One open page of a route, and what it has received over its websocket."""

    def __init__(self, context: BrowserContext, address: str, route: str) -> None:
        self.page: Page = context.new_page()
        self.received, self.foreign = 0, 0
        own = urlsplit(address).netloc
        self.page.on("request", lambda request: self._note(request.url, own))
        connection = context.new_cdp_session(self.page)
        connection.send("Network.enable")
        connection.on("Network.webSocketFrameReceived", self._count)
        self.page.goto(f"{address}/?route={route}")
        self.page.get_by_text("Periode").wait_for(timeout=60_000)
        self.frame = self._map_frame(route)

    def _note(self, url: str, own: str) -> None:
        self.foreign += url.startswith("http") and urlsplit(url).netloc != own

    def _count(self, event: dict[str, Any]) -> None:
        self.received += len(event["response"]["payloadData"]) * 3 // 4  # binary frames are told in base64

    def _map_frame(self, route: str) -> Frame:
        if route == "floor":
            return self.page.main_frame
        if route == "element":
            self.page.locator("path.area").first.wait_for(state="attached", timeout=60_000)
            return self.page.main_frame
        inner = self.page.frame_locator("iframe").locator("path.leaflet-interactive").first
        inner.wait_for(state="attached", timeout=60_000)
        return inner.element_handle().owner_frame()

    def click(self) -> tuple[int, float, int]:
        """Bytes received, milliseconds until restyled, and frames in which the map was empty."""
        before = self.received
        seen = self.frame.evaluate(CLICK)
        self.page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']")
        return self.received - before, seen["ms"], seen["blank"]


def measure(browser: Browser, address: str, clicks: int) -> dict[str, tuple[float, float, int, int]]:
    """Per route the medians of bytes and milliseconds, the empty frames and the requests to other hosts."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        visits = {route: Visit(context, address, route) for route in ROUTES}
        seen: dict[str, list[tuple[int, float, int]]] = {route: [] for route in ROUTES}
        for turn in range(WARM_UP + clicks):
            for route, visit in visits.items():
                visit.page.bring_to_front()
                result = visit.click()
                if turn >= WARM_UP:
                    seen[route].append(result)
        return {
            route: (
                median(b for b, _, _ in rows),
                median(ms for _, ms, _ in rows),
                sum(e for _, _, e in rows),
                visits[route].foreign,
            )
            for route, rows in seen.items()
        }


def draws_under_policy(browser: Browser, address: str, route: str) -> bool:
    """Whether the map appears under the product's policy, which forbids `eval`."""
    with browser.new_context() as context:
        try:
            Visit(context, address, route)
        except Exception:  # noqa: BLE001 - any way of not drawing is the answer
            return False
        return True


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clicks", type=int, default=11)
    clicks = parser.parse_args().clicks
    environment = {
        "PYTHONPATH": str(ROOT),
        "STREAMLIT_SERVER_HEADLESS": "true",
        "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
        "STREAMLIT_SERVER_FILE_WATCHER_TYPE": "none",
        "STREAMLIT_RUNNER_POST_SCRIPT_GC": "false",
    }
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        print(f"{'areas':>6}  {'route':<18}{'KB/choice':>10}{'ms':>8}{'x element':>11}{'empty':>7}{'foreign':>9}")
        for count, points in SIZES.items():
            files.write(Path(name), count, points)
            with running(APP, PLAIN, MAP_FILES=name, MAP_STRICT="0", **environment) as address:
                results = measure(browser, address, clicks)
            ours = results["element"][1]
            for route, (received, ms, empty, foreign) in results.items():
                numbers = f"{received / 1000:>10.1f}{ms:>8.0f}{ms / ours:>11.2f}{empty:>7}{foreign:>9}"
                print(f"{count:>6}  {route:<18}{numbers}")
        with running(APP, PLAIN, MAP_FILES=name, **environment) as address:
            for route in ROUTES[1:]:
                print(f"draws under the policy: {route:<18} {draws_under_policy(browser, address, route)}")
        browser.close()


if __name__ == "__main__":
    main()
