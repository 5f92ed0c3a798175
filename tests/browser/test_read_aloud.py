"""A screen reader is told the map's areas, a chart and its table as Danish sentences, and no control without a name."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.finders import open_page
from tests.browser.read_aloud import faults, read
from tests.browser.test_pages import address, wait_until_drawn


def sentences(page: Page) -> list[str]:
    said = read(page)
    assert faults(said) == []
    return [each.sentence for each in said]


def test_the_areas_of_the_map_and_the_table_beside_it_are_sentences(page: Page) -> None:
    open_page(page, address("kort"))
    wait_until_drawn(page, "kort")
    said = sentences(page)
    assert said.index("Overskrift 1: Områdekort.") < said.index("Knap: Høje-Taastrup: 29,2 pr. 1.000.")
    assert "Skyder: Periode, 2023." in said
    assert any(re.match(r"Tabel: Prikken er tallet.*, 12 rækker og 2 kolonner\.", each) for each in said)
    assert any(each.startswith("Område: Tårnby; Sigtelser pr. 1.000 indbyggere: 68,5") for each in said)


def test_a_chart_is_one_sentence_and_its_table_is_read_with_its_headings(page: Page) -> None:
    open_page(page, address("sigtelser"))
    wait_until_drawn(page, "sigtelser")
    expect(page.locator("#js-plotly-tester[aria-hidden]")).to_be_attached()
    said = sentences(page)
    (chart,) = (each for each in said if each.startswith("Figur: Sigtede pr. 1.000 unge under 18 år."))
    assert "Hotspotområder: 75 i 2009 og 50 i 2013" in chart
    after = said[said.index(chart) + 1]
    assert len(after.split()) > 3, f"no loose number of an axis: {after}"
    assert any(each.startswith("Spørgsmål: Hvor sikkert er det?; Svar: ") for each in said)
