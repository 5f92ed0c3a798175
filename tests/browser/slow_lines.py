"""Every control of every page on slow and broken lines: what a page shows is what its address says, or it says so.

    python -m tests.browser.slow_lines                        all of it, about two hours on two cores
    python -m tests.browser.slow_lines --lines 300 --pages kort strategi

A line is a round trip in ms (0 100 300 800) or a cut in seconds: `hang-5` and `hang-30` hold all bytes back, `break-5`
and `break-30` close every connection. Prints a row for each page and line, then what failed; ends with 1 where anything
did.
"""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from playwright.sync_api import Browser, Error, Locator, Page, expect, sync_playwright

from dashboard.ui.navigation import PAGES
from tests.browser.agreement import agree, unsaid, watch
from tests.browser.conftest import CHROMIUM_FLAGS
from tests.browser.finders import MUNICIPALITIES, at_item, open_example, open_page, unfold
from tests.browser.server import running
from tests.browser.slow_line import SlowLine, slow_line
from tests.browser.visitors import visitor
from tests.patience import PATIENCE

LINES = ("0", "100", "300", "800", "hang-5", "break-5", "hang-30", "break-30")
CHOSEN = {
    "kort": f"?{MUNICIPALITIES}",
    "omraade": "?omraade=taastrupgaard",
    "sammenlign": "?omraader=taastrupgaard,agervang",
}
MEETING = "et møde"
TABS = 6  # at once
A_MOMENT = 150  # ms between a choice and the link that is followed before it is heard
MAIN = "[data-testid='stMain']"


def press(control: Locator) -> None:
    """Without waiting for what comes of it."""
    control.evaluate("node => node.click()")


def press_link(page: Page, path: str) -> None:
    """A link of the menu as it stands in that moment: one that is drawn anew meanwhile is no link of the page."""
    page.evaluate("link => document.querySelector(link).click()", f".st-key-menu a[href*='{path}']")


def pick_last(control: Locator) -> None:
    control.press("ArrowDown")
    control.page.get_by_role("option").first.wait_for()
    control.press("End")
    control.press("Enter")


def next_option(control: Locator) -> None:
    control.evaluate("""node => {
      node.selectedIndex = (node.selectedIndex + 1) % node.options.length
      node.dispatchEvent(new Event("change", { bubbles: true }))
    }""")


# What can be chosen, by a selector of the controls and how one is used.
CONTROLS: dict[str, tuple[str, Callable[[Locator], None]]] = {
    "radio": (f"{MAIN} [role=radio][aria-checked=false], {MAIN} input[type=radio]:not(:checked)", press),
    "switch": (f"{MAIN} input[type=checkbox]", press),
    "list": (f"{MAIN} [data-testid=stSelectbox] input", pick_last),
    "several": (f"{MAIN} [data-testid=stMultiSelect] input", pick_last),
    "table": (f"{MAIN} [data-testid=stExpander] summary", press),
    "map": (".area-map select", next_option),
    "period": (".area-map input.year", lambda control: control.press("ArrowLeft")),
    "side by side": (".area-map button.split", press),
    "button": (f"{MAIN} [data-testid=stButton] button:not([class*=agenda] *)", press),
    "link": (f"{MAIN} a[data-testid=stPageLink-NavLink]", press),
}
WRITTEN = ("radio", "switch", "list", "several", "map", "period", "side by side")  # they change the address
KEYS = {  # from which item, which key, to which
    "PageDown": (1, 2), "PageUp": (2, 1), "End": (2, 8), "Home": (3, 1), "ArrowRight": (4, 5), "ArrowLeft": (6, 5),
}  # fmt: skip


@dataclass
class Case:
    """A control used on a page; `fault` is what was wrong."""

    page: str
    kind: str
    number: int = 0
    link: str = ""  # the menu's, followed before the choice can be heard
    seconds: float = 0
    fault: str = ""

    @property
    def name(self) -> str:
        return " → ".join(filter(None, [f"{self.kind} {self.number + 1}", self.link]))


@dataclass
class Tally:
    cases: list[Case] = field(default_factory=list)

    @property
    def faults(self) -> list[Case]:
        return [case for case in self.cases if case.fault]

    @property
    def slowest(self) -> float:
        return max((case.seconds for case in self.cases), default=0)


def open_at(page: Page, path: str) -> None:
    watch(page)
    open_page(page, f"/{path}{CHOSEN.get(path, '')}")
    if path == "kort":
        page.locator(".area-map .fold").wait_for()
        unfold(page)
    agree(page)


def cases(browser: Browser, server: str, path: str, is_followed: bool) -> list[Case]:
    """Every control of a page; where it is followed, each is used a moment before a link of the menu too."""
    with visitor(browser, server) as page:
        open_at(page, path)
        counts = {kind: min(page.locator(selector).count(), 6) for kind, (selector, _use) in CONTROLS.items()}
    alone = [Case(path, kind, number) for kind, count in counts.items() for number in range(count)]
    other = "strategi" if path != "strategi" else "data"
    followed = [Case(path, case.kind, case.number, other) for case in alone if case.kind in WRITTEN]
    return alone + followed if is_followed else alone


def use(page: Page, case: Case) -> None:
    selector, how = CONTROLS[case.kind]
    how(page.locator(selector).nth(case.number))
    if case.link:
        page.wait_for_timeout(A_MOMENT)
        press_link(page, case.link)


def judge(page: Page, case: Case, before: str) -> None:
    """Wait until the page agrees with its address; then the choice must stand there, and nothing unsaid was seen."""
    began = time.monotonic()
    try:
        if case.link:
            expect(page).to_have_url(re.compile(rf"/{case.link}\b"))
        if case.kind in WRITTEN:
            expect(page).not_to_have_url(before)
        agree(page)
        if case.kind in WRITTEN and parse_qsl(urlsplit(page.url).query) == parse_qsl(urlsplit(before).query):
            case.fault = f"the choice is lost: {page.url}"
        case.fault = case.fault or "; ".join(unsaid(page))
    except (AssertionError, Error) as problem:
        case.fault = str(problem).splitlines()[0]
    case.seconds = time.monotonic() - began


def cut_or_slow(line: SlowLine, name: str) -> float:
    """Make the line what its name says; how many seconds until it is mended."""
    kind, _, seconds = name.rpartition("-")
    if not kind:
        line.round_trip = int(seconds) / 1000
        return 0
    (line.hang if kind == "hang" else line.break_down)()
    return float(seconds)


def mend(line: SlowLine) -> None:
    line.round_trip = 0
    line.mend()


def try_page(browser: Browser, line: SlowLine, name: str, path: str) -> Tally:
    tally = Tally(cases(browser, line.url, path, is_followed=name.isdecimal() and name != "0"))
    for start in range(0, len(tally.cases), TABS):
        batch = tally.cases[start : start + TABS]
        with visitor(browser, line.url) as first:
            tabs = [first, *(first.context.new_page() for _ in batch[1:])]
            for page in tabs:
                open_at(page, path)
            before = first.url
            until = time.monotonic() + cut_or_slow(line, name)
            for page, case in zip(tabs, batch, strict=True):
                use(page, case)
            first.wait_for_timeout(1000 * max(until - time.monotonic(), 0))
            if not name.isdecimal():
                mend(line)
            for page, case in zip(tabs, batch, strict=True):
                judge(page, case, before)
        mend(line)
    return tally


def try_meeting(browser: Browser, line: SlowLine, name: str) -> Tally:
    """Single keys of a running meeting, and each of them twice a moment apart."""
    tally = Tally()
    for key, (start, end) in KEYS.items():
        for times in (1, 2):
            case = Case(MEETING, key, times - 1)
            with visitor(browser, line.url, viewport={"width": 1920, "height": 1080}) as page:
                watch(page)
                open_example(page)
                page.get_by_role("button", name="Start mødet").press("Enter")
                at_item(page, 1)
                for _ in range(start - 1):
                    page.keyboard.press("PageDown")
                at_item(page, start)
                seconds = cut_or_slow(line, name)
                for _ in range(times):
                    page.keyboard.press(key)
                    page.wait_for_timeout(A_MOMENT)
                page.wait_for_timeout(1000 * seconds)
                if seconds:
                    mend(line)
                judge_item(page, case, max(1, min(8, end + (end - start) * (times - 1))))
            mend(line)
            tally.cases.append(case)
    return tally


def judge_item(page: Page, case: Case, number: int) -> None:
    began = time.monotonic()
    try:
        at_item(page, number)
        agree(page)
        case.fault = "; ".join(unsaid(page))
    except (AssertionError, Error) as problem:
        case.fault = str(problem).splitlines()[0]
    case.seconds = time.monotonic() - began


def rows(browser: Browser, server: str, lines: list[str], pages: list[str]) -> Iterator[tuple[str, str, Tally]]:
    with slow_line(server) as line:
        for name in lines:
            for path in pages:
                tried = try_meeting(browser, line, name) if path == MEETING else try_page(browser, line, name, path)
                yield name, path, tried


def main() -> int:
    paths = [page.path for page in PAGES]
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", nargs="+", default=list(LINES), help="such as 300 hang-5 break-30")
    parser.add_argument("--pages", nargs="+", default=[*paths, MEETING], choices=[*paths, MEETING])
    parser.add_argument("--server", help="an address to use instead of a server of its own")
    asked = parser.parse_args()
    failed: list[str] = []
    expect.set_options(timeout=1000 * PATIENCE)
    with sync_playwright() as playwright, running() as own:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        print(f"{'line':>9}  {'page':<16} {'cases':>5} {'agree':>5}  slowest s", flush=True)
        for name, path, tally in rows(browser, asked.server or own, asked.lines, asked.pages):
            agreed = len(tally.cases) - len(tally.faults)
            print(f"{name:>9}  {path:<16} {len(tally.cases):>5} {agreed:>5}  {tally.slowest:9.1f}", flush=True)
            failed += [f"{name}, {case.page}, {case.name}: {case.fault}" for case in tally.faults]
        browser.close()
    print("\n".join(failed) or "Every page agrees with its address.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
