"""The stand-alone map opens from a file with no network, and no name in it can act."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.area_map import standalone
from dashboard.area_map.colouring import Colouring
from dashboard.area_map.numbers import Number
from dashboard.i18n.words import Words
from data.contracts import Indicator, Observation, Status
from geo.features import features
from tests.browser.apps.area_map import files
from tests.records import record

PAYLOADS = [
    '<img src=x onerror="window.hit=1">',
    "</script><script>window.hit=1</script>",
    "`${window.hit=1}`",
    "{{ window.hit }}",
    "'-(window.hit=1)-'",
]
SINKS = ["name", "title", "class", "sentence", "source", "mark"]


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.requests = []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.requests.append(str(error)))
    yield page
    context.close()


def write(path: Path, sink: str, payload: str) -> None:
    texts = {name: payload if name == sink else "Tekst" for name in SINKS}
    geometry = files.grid("municipality", 4)
    geometry["features"][0]["properties"]["name"] = texts["name"]
    numbers = [
        Number(record(Observation, area_id=shape["id"]), Status.NOT_COLLECTED if place else Status.SHOWN, 3.0)
        for place, shape in enumerate(geometry["features"])
    ]
    own = Colouring("tal", texts["title"], ("#e6eff6", "#1b4c86"), ("højst 2", texts["class"]), breaks=(2.0,))
    words, areas = Words("da"), features(geometry)
    page = standalone.standalone(
        own,
        words,
        areas=areas,
        background={"type": "FeatureCollection", "features": []},
        readings=standalone.read(areas, numbers, record(Indicator, unit="per_1000"), own, words),
        unit="pr. 1.000",
        period="2020",
        sentence=texts["sentence"],
        source=texts["source"],
        mark=texts["mark"],
    )
    path.write_text(page, encoding="utf-8")


@pytest.mark.parametrize("payload", PAYLOADS, ids=range(len(PAYLOADS)))
@pytest.mark.parametrize("sink", SINKS)
def test_hostile_text_is_shown_and_never_run(offline: Page, tmp_path: Path, sink: str, payload: str):
    file = tmp_path / "kort.html"
    write(file, sink, payload)
    offline.goto(file.as_uri())
    expect(offline.locator("path.area")).to_have_count(4)
    for position in range(4):
        offline.locator("path.area").nth(position).hover()
    offline.locator("summary").click()
    expect(offline.get_by_text(payload).first).to_be_visible()
    assert offline.evaluate("window.hit") is None
    assert offline.requests == [file.as_uri()]


def test_areas_have_spoken_names_and_the_controls_danish_titles(offline: Page, tmp_path: Path):
    write(tmp_path / "kort.html", "name", "Ø")
    offline.goto((tmp_path / "kort.html").as_uri())
    expect(offline.get_by_role("img", name="Ø: 3 pr. 1.000")).to_have_attribute("tabindex", "0")
    expect(offline.get_by_role("button", name="Zoom ind")).to_be_visible()
