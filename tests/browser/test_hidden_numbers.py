"""No hidden number travels to the browser: everything a page fetches is searched for the rates that were hidden."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pandas
import pytest
from playwright.sync_api import Page, Response, expect

from dashboard.ui.navigation import PAGES
from data.register import MINIMUM
from data.register_cells import YEARS
from tests.browser.finders import areas, open_page, settled

NEWEST = 2024
DECIMALS = (3, 4, 6)  # with fewer a number this small stands in many places by chance
HIDDEN_SERIES = "persons_charged_per_1000"
CHOSEN = {  # 05 is hidden
    "kort": "indikator=persons_charged_per_1000",
    "omraade": "omraade=eks_omraade_05",
    "sammenlign": "omraader=eks_omraade_05,eks_omraade_34&eget=Syd~eks_omraade_05,eks_omraade_34",
    "effekt": "behandlet=eks_omraade_05,eks_omraade_34&begyndt=2019",
}


@pytest.fixture(scope="module")
def rates(root: Path) -> tuple[set[str], set[str]]:
    """The rates of single areas and three years as they would be written, from the source: hidden ones, shown ones."""
    rows = pandas.read_csv(root / "data" / "source" / "example" / "observations_youth_crime.csv")
    rows = rows[rows["area_id"].str.startswith("eks_omraade") & (rows["indicator_id"] == HIDDEN_SERIES)]
    rows = rows.assign(last=NEWEST - (NEWEST - rows["period_start"]) // YEARS * YEARS)
    sums = rows.groupby(["area_id", "age_group", "last"])[["count", "population"]].sum()
    small = sums["count"].between(1, MINIMUM - 1)
    rate = 1000 * sums["count"] / sums["population"]
    shown = written(rate[sums["count"] >= MINIMUM])
    work = pandas.read_csv(root / "data" / "source" / "example" / "process_measures.csv")
    shares = written(100 * work["value"] / work["out_of"])
    # 4 of 144 is the same rate as 5 of 180, and 5 of 19 in per cent is written as 1 of 38 in 1,000.
    return written(rate[small]) - shown - shares, shown


def written(rates: pandas.Series) -> set[str]:
    texts = {f"{rate:.{decimals}f}" for rate in rates for decimals in DECIMALS}
    return {text for text in texts if not text.endswith("0")}


@pytest.mark.parametrize("path", [page.path for page in PAGES])
def test_the_traffic_of_a_page_holds_no_hidden_number(page: Page, path: str, rates: tuple[set[str], set[str]]) -> None:
    hidden, shown = rates
    assert len(hidden) > 50
    answers: list[Response] = []
    frames: list[bytes] = []
    page.on("response", lambda answer: answers.append(answer) if is_data(answer.url) else None)
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(as_bytes(frame))))
    open_page(page, f"/{path}?datasaet=example&{CHOSEN.get(path, '')}")
    for folded in page.get_by_text("Vis som tabel").all():
        folded.click()
        settled(page)
    if path == "kort":
        expect(areas(page).nth(30)).to_be_attached()
    traffic = [*frames, *(answer.body() for answer in answers)]
    assert sum(map(len, traffic)) > 10_000
    sent = numbers("\n".join(unpacked(part).decode("utf-8", "replace") for part in traffic))
    assert hidden & sent == set()
    if path == "kort":  # the search finds what does travel
        assert len(shown & sent) > 50


def numbers(text: str) -> set[str]:
    """Every number of a text with so many decimals as it would be looked for, whatever follows them."""
    found = set(re.findall(r"[0-9]+\.[0-9]+", text))
    return {number[: number.index(".") + 1 + decimals] for number in found for decimals in DECIMALS}


def test_a_number_is_found_whatever_follows_its_decimals() -> None:
    assert numbers('{"v": [12.3456, 7.5]}') >= {"12.345", "12.3456", "7.5"}


def is_data(url: str) -> bool:
    return "/filer/" in url or "/kortkatalog/" in url


def as_bytes(frame: str | bytes) -> bytes:
    return frame if isinstance(frame, bytes) else frame.encode()


def unpacked(body: bytes) -> bytes:
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body
