"""How fast is /barometer, against the profile and against a bare Streamlit page?

    python -m tests.benchmarks.barometer [--turns 9]

The page is the real one over 98 municipalities and 1,500 housing areas with 30 indicators of five years. Its first
screen at 1,500 areas is held against that of a profile in the same dataset, and a choice of theme at 98 areas, until
the columns have changed, against a rerun of a page with a button and a sentence. The routes take turns in one browser,
so a busy machine slows them alike: read the ratios. The exit code is 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, Page, sync_playwright

from data import versions
from tests.benchmarks import map_project
from tests.benchmarks.map_project import Size
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.finders import settled
from tests.browser.server import PLAIN, running

FIRST_SCREEN, REDRAW = 1.5, 1.5  # at most, against the profile and the bare page
WARM_UP, THEMES, OF_A_THEME = 2, 6, 5
NAMES = tuple(f"tal_{number:02}" for number in range(THEMES * OF_A_THEME))
BARE = """
import streamlit

pressed = streamlit.session_state.get("pressed", 0)
streamlit.button("Igen", on_click=lambda: streamlit.session_state.update(pressed=pressed + 1))
streamlit.write(f"Trykket {pressed} gange")
"""
# Frame by frame, how long until something is there, or is another.
FOLLOW = """
const shadows = (root) => [...root.querySelectorAll("*")].map(({ shadowRoot }) => shadowRoot).filter(Boolean)
const inside = (root) => [root, ...shadows(root).flatMap(inside)]
const find = (selector) => inside(document).map((root) => root.querySelector(selector)).find(Boolean)
const when = (holds) => new Promise((resolve) => {
  const frame = () => {
    if (holds()) resolve(performance.now())
    else if (performance.now() > 120000) resolve(null)
    else requestAnimationFrame(frame)
  }
  requestAnimationFrame(frame)
})
window.appears = (selector) => when(() => find(selector)?.getBoundingClientRect().height > 0)
window.redraws = async (theme) => {
  const select = find("[data-control=theme] select")
  const columns = () => find("[role=grid]").getAttribute("aria-colcount")
  const before = columns(), start = performance.now()
  select.value = theme
  select.dispatchEvent(new Event("change"))
  return (await when(() => columns() !== before)) - start
}
window.reruns = async () => {
  const text = () => document.querySelector("[data-testid=stMarkdown]").innerText
  const before = text(), start = performance.now()
  document.querySelector("[data-testid=stButton] button").click()
  return (await when(() => text() !== before)) - start
}
"""


def instrument() -> list[dict[str, str]]:
    """An instrument of 30 indicators in six themes."""
    texts = {f"{field}_{language}": "Tal" for field in ("title", "theme_name", "name") for language in ("da", "en")}
    return [
        {**texts, "instrument": "stort", "order": str(place + 1), "theme": f"tema_{place // OF_A_THEME}",
         "theme_name_da": f"Tema {place // OF_A_THEME}", "theme_name_en": f"Theme {place // OF_A_THEME}",
         "name_da": name, "name_en": name, "indicator_id": name, "source_id": "rapport", "certainty": "A"}
        for place, name in enumerate(NAMES)
    ]  # fmt: skip


def first_screen(browser: Browser, address: str, selector: str) -> float:
    """Milliseconds until a fresh visitor sees something."""
    with browser.new_context(viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.add_init_script(FOLLOW)
        page.goto(address, wait_until="commit")
        found = page.evaluate("selector => window.appears(selector)", selector)
        if found is None:
            raise RuntimeError(f"nothing to see at {address}")
        return float(found)


def opened(browser: Browser, address: str, selector: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    page.add_init_script(FOLLOW)
    page.goto(address)
    page.evaluate("selector => window.appears(selector)", selector)
    settled(page)
    return page


def measure(browser: Browser, ours: str, bare: str, area_id: str, turns: int) -> dict[str, list[float]]:
    """Milliseconds of every turn after the warm-up, by what is measured."""
    times: dict[str, list[float]] = defaultdict(list)
    housing = f"{ours}/barometer?niveau=housing_area"
    profile = f"{ours}/omraade?omraade={area_id}"
    grid = opened(browser, f"{ours}/barometer?niveau=municipality", "[role=grid] [data-row]")
    plain = opened(browser, bare, "[data-testid=stButton] button")
    for turn in range(-WARM_UP, turns):
        found = {
            "profile": first_screen(browser, profile, "[class*=st-key-view-profile]"),
            "barometer, 1,500 x 30": first_screen(browser, housing, "[role=grid] [data-row]"),
        }
        grid.bring_to_front()
        found["theme, 98 x 30"] = grid.evaluate("theme => window.redraws(theme)", "" if turn % 2 else "tema_1")
        settled(grid)
        plain.bring_to_front()
        found["bare rerun"] = plain.evaluate("window.reruns()")
        settled(plain)
        if turn >= 0:
            for name, ms in found.items():
                times[name].append(ms)
    return times


def holds(name: str, value: float, target: float) -> bool:
    print(f"{'holds ' if value <= target else 'MISSED'}  {name:<48}{value:>8.2f}  (target {target:g})")
    return value <= target


def main() -> int:
    parser = argparse.ArgumentParser(description="First screen and redraw of /barometer.")
    parser.add_argument("--turns", type=int, default=9)
    turns = parser.parse_args().turns
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        project, bare = Path(folder, "project"), Path(folder, "bare")
        bare.mkdir()
        (bare / "streamlit_app.py").write_text(BARE, encoding="utf-8")
        version = map_project.copy(project, Size(NAMES, range(2019, 2024)), indicator_sets=instrument())
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        with running(project) as ours, running(bare, PLAIN) as other:
            area_id = versions.read_table(version, "areas")["area_id"].iloc[-1]
            times = measure(browser, ours, other, area_id, turns)
        browser.close()
    for name, ms in times.items():
        print(f"{name:<26}{median(ms):>8.0f} ms{max(ms):>9.0f} slowest")
    middle = {name: median(ms) for name, ms in times.items()}
    answers = [
        holds("first screen, against the profile", middle["barometer, 1,500 x 30"] / middle["profile"], FIRST_SCREEN),
        holds("theme until redrawn, against a bare rerun", middle["theme, 98 x 30"] / middle["bare rerun"], REDRAW),
    ]
    return 0 if all(answers) else 1


if __name__ == "__main__":
    sys.exit(main())
