"""How fast is a choice on /kort, against the same map in Dash with dash-leaflet, and against a bare Streamlit page?

    python -m tests.benchmarks.map_choices [--turns 15] [--skip-load]

The page is the real one over a large dataset: 98 municipalities and 1,500 housing areas, ten years, three indicators.
Dash is measured twice: with the year answered by its server, which is Dash's ordinary way, and with all years sent to
the browser. The routes take turns in one browser, so a busy machine slows them alike: read the ratios. The exit code
is 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dashboard.ui.navigation import PAGES
from tests.benchmarks import map_project
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.server import PLAIN, free_port, running, status

PEER = Path(__file__).parent / "peer_dash" / "app.py"
WARM_UP = 3
SETTLE = 400  # ms after a redraw in which the rest of the answer arrives
LEVELS = {"municipality": "Kommuner", "housing_area": "Boligområder"}
INDICATORS = ("Sigtede", "Ledige", "Uddannede")  # both pages open with the last one
BARE = 'import streamlit\n\nstreamlit.write("Klar")\n'

# Finds the drawn areas of either page, and follows frame by frame when their identity or colour has changed.
FOLLOW = """
const LIMIT = 20000
const elements = () => [...document.querySelectorAll("[data-testid=stBidiComponentIsolated]")]
const roots = () => elements().map((element) => element.shadowRoot).filter(Boolean)
const PANES = ".leaflet-map-pane > .leaflet-pane:not(.away)"
window.shapes = () => {
  const panes = roots().flatMap((root) => [...root.querySelectorAll(PANES)])
  const ours = panes.flatMap((pane) => [...pane.querySelectorAll("path.area[data-area], .point[data-area]")])
  return ours.length ? ours : [...document.querySelectorAll("path.leaflet-interactive")]
}
const look = (shape) => [
  shape.dataset.area ?? shape.getAttribute("d"),
  shape.getAttribute("fill") ?? shape.style.getPropertyValue("--colour"),
].join()
const seen = () => shapes().slice(0, 20).map(look).join()
const follow = (begin) => new Promise((resolve) => {
  const before = seen(), opened = performance.now()
  let start = null, blank = 0
  const mark = () => { start = performance.now() } // the last press of the mouse is the choice
  const end = (ms) => { document.removeEventListener("pointerup", mark, true); resolve({ ms, blank }) }
  document.addEventListener("pointerup", mark, true)
  const frame = () => {
    const now = performance.now()
    if (!shapes().length) blank += 1
    else if (start !== null && seen() !== before) return end(now - start)
    if (now - opened > LIMIT) return end(null)
    requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
  if (begin) { mark(); begin() }
})
window.followChoice = () => { window.followed = follow() }
window.slide = (step) => {
  const range = roots().map((root) => root.querySelector("input[type=range].year")).find(Boolean)
  const thumb = document.querySelector("#year [role=slider]")
  if (!range && !thumb) return { ms: null, blank: 0 }
  return follow(() => {
    if (thumb) {
      const key = step < 0 ? "ArrowLeft" : "ArrowRight"
      thumb.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }))
    } else {
      range.value = Number(range.value) + step
      range.dispatchEvent(new Event("input", { bubbles: true, composed: true }))
    }
  })
}
window.drawn = (text) => new Promise((resolve) => {
  const frame = () => {
    if (text ? document.body?.innerText.includes(text) : shapes().length) resolve(performance.now())
    else if (performance.now() > 60000) resolve(null)
    else requestAnimationFrame(frame)
  }
  frame()
})
window.pick = (field, option) => follow(() => {
  const selects = roots().flatMap((root) => [...root.querySelectorAll(".choice select")])
  const select = selects.find((own) => own.labels[0].innerText.startsWith(field))
  select.value = [...select.options].find((own) => own.text === option).value
  select.dispatchEvent(new Event("change"))
})
window.letGo = () => {
  const range = roots().map((root) => root.querySelector("input[type=range].year")).find(Boolean)
  range?.dispatchEvent(new Event("change", { bubbles: true, composed: true }))
}
"""


@dataclass(frozen=True)
class Redraw:
    """One choice: milliseconds until the areas changed (infinite: never), frames without a map, KB received."""

    ms: float
    blank: int
    socket: float
    http: float


class Visit:
    """One open page, and what it has received."""

    IDLE = "[data-testid='stApp'][data-test-script-state='notRunning']"

    def __init__(self, context: BrowserContext, address: str) -> None:
        self.page: Page = context.new_page()
        self.indicators, self.levels = cycle(INDICATORS), cycle(LEVELS.values())
        self.socket, self.http = 0, 0
        connection = context.new_cdp_session(self.page)
        connection.send("Network.enable")
        connection.on("Network.webSocketFrameReceived", self._count_frame)
        connection.on("Network.loadingFinished", self._count_file)
        self.page.add_init_script(FOLLOW)
        self.page.goto(address)
        if self.page.evaluate("window.drawn()") is None:
            raise RuntimeError(f"no map at {address}")
        self.settle()

    def _count_frame(self, event: dict[str, Any]) -> None:
        data, text = event["response"]["payloadData"], event["response"]["opcode"] == 1
        self.socket += len(data.encode()) if text else len(data) * 3 // 4  # binary frames are told in base64

    def _count_file(self, event: dict[str, Any]) -> None:
        self.http += event["encodedDataLength"]

    def settle(self) -> None:
        self.page.wait_for_timeout(SETTLE)
        self.page.wait_for_selector(self.IDLE, state="attached")

    def measure(self, act: Callable[[], dict[str, Any]]) -> Redraw:
        self.page.bring_to_front()
        socket, http = self.socket, self.http
        seen = act()
        self.settle()
        ms = math.inf if seen["ms"] is None else seen["ms"]
        return Redraw(ms, seen["blank"], (self.socket - socket) / 1000, (self.http - http) / 1000)

    def slide(self, step: int) -> Redraw:
        def act() -> dict[str, Any]:
            seen = self.page.evaluate("(step) => window.slide(step)", step)
            self.page.evaluate("window.letGo()")
            return seen

        return self.measure(act)

    def choose(self, field: str, option: str) -> Redraw:
        pick = "([field, option]) => window.pick(field, option)"
        return self.measure(lambda: self.page.evaluate(pick, [field, option]))


class PeerVisit(Visit):
    IDLE = "#sentence"
    FIELDS = {"Indikator": "#indicator", "Niveau": "#level"}

    def choose(self, field: str, option: str) -> Redraw:
        def act() -> dict[str, Any]:
            self.page.evaluate("window.followChoice()")
            self.page.locator(self.FIELDS[field]).click()
            named = option.lower() if field == "Indikator" else option
            self.page.get_by_role("option", name=named, exact=True).click()
            return self.page.evaluate("window.followed")

        return self.measure(act)


@contextmanager
def peer(files: Path, year: str) -> Iterator[str]:
    """The peer's server over the same prepared files; gives its address."""
    environment = {**os.environ, "PEER_FILES": str(files), "PEER_YEAR": year}
    with (
        free_port() as port,
        subprocess.Popen(
            [sys.executable, PEER],
            env={**environment, "PORT": str(port)},
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
        ) as process,
    ):
        try:
            address = f"http://127.0.0.1:{port}/"
            for _ in range(120):
                try:
                    status(address)
                    break
                except OSError:
                    if process.poll() is not None:
                        raise RuntimeError("Dash does not start: pip install -r requirements-benchmark.txt") from None
                    try:
                        process.wait(timeout=0.25)
                    except subprocess.TimeoutExpired:
                        continue
            yield address
        finally:
            process.terminate()


def measure_choices(browser: Browser, project: Path, files: Path, turns: int) -> dict[tuple[str, str], list[Redraw]]:
    """Every redraw after the warm-up, by choice and route."""
    found: dict[tuple[str, str], list[Redraw]] = defaultdict(list)
    with ExitStack() as stack:
        ours = stack.enter_context(running(project))
        peers = {f"dash, {year}": stack.enter_context(peer(files, year)) for year in ("server", "browser")}
        context = stack.enter_context(browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK"))
        visits = {"ours": Visit(context, f"{ours}/kort?niveau=municipality&indikator=uddannede")}
        visits |= {route: PeerVisit(context, address) for route, address in peers.items()}
        for level, name in LEVELS.items():
            if level == "housing_area":
                for visit in visits.values():
                    visit.choose("Niveau", name)
            for turn in range(-WARM_UP, turns):
                for route, visit in visits.items():
                    year = visit.slide(-1 if turn % 2 else 1)
                    indicator = visit.choose("Indikator", next(visit.indicators))
                    if turn >= 0:
                        found[f"year, {name}", route].append(year)
                        found[f"indicator, {name}", route].append(indicator)
        for turn in range(-WARM_UP, turns):
            for route, visit in visits.items():
                redraw = visit.choose("Niveau", next(visit.levels))
                if turn >= 0:
                    found["level", route].append(redraw)
    return found


def first_load(browser: Browser, address: str, text: str) -> float:
    """Milliseconds from the address to the first frame with a drawn area or the `text`, with an empty cache."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK") as context:
        page = context.new_page()
        page.add_init_script(FOLLOW)
        page.goto(address)
        return page.evaluate("(text) => window.drawn(text)", text) or math.inf


def weight(browser: Browser, address: str) -> float:
    """KB over HTTP of a first visit."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="da-DK") as context:
        page = context.new_page()
        connection = context.new_cdp_session(page)
        connection.send("Network.enable")
        received: list[float] = []
        connection.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
        page.goto(address)
        page.wait_for_selector("[data-testid='stApp'][data-test-script-state='notRunning']", timeout=60_000)
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(2_000)
        return sum(received) / 1000


def measure_load(browser: Browser, bare: Path, turns: int) -> tuple[dict[str, float], float, float]:
    """KB of each page on its first visit to a fresh server; milliseconds of the map's and a bare page's first load."""
    (bare / "streamlit_app.py").write_text(BARE, encoding="utf-8")
    with running() as ours, running(bare, PLAIN) as other:
        weights = {page.path: weight(browser, f"{ours}/{page.path}") for page in PAGES}
        routes = {f"{ours}/kort": "", other: "Klar"}
        times: dict[str, list[float]] = defaultdict(list)
        for turn in range(-WARM_UP, turns):
            for address, text in routes.items():
                ms = first_load(browser, address, text)
                if turn >= 0:
                    times[address].append(ms)
    return weights, *(median(times[address]) for address in routes)


def holds(name: str, value: float, target: float, unit: str) -> bool:
    good = value <= target
    print(f"{'holds ' if good else 'MISSED'}  {name:<48}{value:>9.2f}{unit}  (target {target:g}{unit})")
    return good


def report_choices(found: dict[tuple[str, str], list[Redraw]]) -> list[bool]:
    print(f"{'choice':<26}{'route':<16}{'ms':>8}{'slowest':>9}{'KB socket':>11}{'KB http':>9}{'empty':>7}{'failed':>8}")
    for (choice, route), rows in found.items():
        ms = [row.ms for row in rows]
        print(
            f"{choice:<26}{route:<16}{median(ms):>8.0f}{max(ms):>9.0f}{median(row.socket for row in rows):>11.1f}"
            f"{median(row.http for row in rows):>9.1f}{sum(row.blank for row in rows):>7}{ms.count(math.inf):>8}"
        )
    print()
    answers = []
    for choice in dict.fromkeys(choice for choice, _ in found):
        ours, server, inside = (
            median(row.ms for row in found[choice, route]) for route in ("ours", "dash, server", "dash, browser")
        )
        target = 0.4 if choice.startswith("year") else 1.3
        answers.append(holds(f"{choice}: ours / dash", ours / server, target, " x"))
        print(f"        {'… and with all years in Dash’s browser':<48}{ours / inside:>9.2f} x")
    ours = {choice: rows for (choice, route), rows in found.items() if route == "ours"}
    for choice, rows in ours.items():
        answers.append(holds(f"{choice}: KB over the websocket", median(row.socket for row in rows), 40, " KB"))
    every = [row for rows in ours.values() for row in rows]
    answers.append(holds("frames without a map", sum(row.blank for row in every), 0, ""))
    answers.append(holds("choices that were never drawn", sum(row.ms == math.inf for row in every), 0, ""))
    return answers


def report_load(weights: dict[str, float], ours: float, bare: float) -> list[bool]:
    print(f"first load: map {ours:.0f} ms, bare Streamlit page {bare:.0f} ms")
    return [
        holds("first load: map / bare Streamlit page", ours / bare, 1.5, " x"),
        *(
            holds(f"first visit of /{path}", size / 1000, 1.5 if path == "kort" else 3.0, " MB")
            for path, size in weights.items()
        ),
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--turns", type=int, default=15)
    parser.add_argument("--skip-load", action="store_true", help="measure the choices alone")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project, bare = Path(folder) / "project", Path(folder) / "bare"
        bare.mkdir()
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        version = map_project.copy(project)
        answers = report_choices(measure_choices(browser, project, version.folder / "web", chosen.turns))
        if not chosen.skip_load:
            answers += report_load(*measure_load(browser, bare, chosen.turns))
        browser.close()
    return 0 if all(answers) else 1


if __name__ == "__main__":
    sys.exit(main())
