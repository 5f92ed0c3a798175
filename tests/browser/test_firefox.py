"""The main journeys in Debian's Firefox: the map, an area, its profile, English, back, the charges as a table."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.browser.bidi import PROGRAM, Firefox, firefox

pytestmark = pytest.mark.skipif(not PROGRAM, reason="firefox-esr is not installed: make firefox")


@pytest.fixture
def reader(server: str) -> Iterator[Firefox]:
    """A new visitor; no request may leave the server's own host."""
    with firefox() as page:
        yield page
    assert [url for url in page.asked if not url.startswith((server, "data:", "blob:", "about:"))] == []


def at(reader: Firefox, heading: str, *choices: str) -> None:
    """Wait until a page is there with its choices in the address."""
    reader.find("h1", heading)
    for choice in choices:
        reader.until(f"() => location.href.includes({choice!r})")
    reader.settled()


def test_from_the_map_to_an_area_its_profile_in_english_and_the_charges_as_a_table(
    reader: Firefox, server: str
) -> None:
    reader.open(server)
    at(reader, "Områdekort")
    reader.find("[role=combobox]", "Find et område").click()
    reader.press("tåstr")
    reader.find("[role=option]", "Tåstrupgård").click()
    reader.find(".card .name", "Tåstrupgård")
    reader.find(".card a", "Åbn områdeprofilen").click()
    at(reader, "Tåstrupgård", "/omraade?", "omraade=taastrupgaard")
    reader.find("button", "English").click()
    at(reader, "Tåstrupgård", "sprog=en")
    reader.until("() => document.documentElement.lang === 'en'")
    reader.back()
    reader.until("() => document.documentElement.lang === 'da'")
    at(reader, "Tåstrupgård", "omraade=taastrupgaard")
    reader.open(f"{server}/sigtelser?datasaet=published&kommune=kommune_0169")
    at(reader, "Sigtede og sigtelser")
    reader.find(".js-plotly-plot .main-svg")
    reader.find("summary", "Vis som tabel").click()
    assert reader.find("[data-testid='stDataFrame'], details[open] table")
