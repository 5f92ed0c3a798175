"""A view leaves the page by "Del": as a link, a citation, a picture, a drawing and a table, by keyboard too."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image
from playwright.sync_api import Download, Locator, Page, expect

from tests.browser.finders import open_page, settled
from tests.browser.test_pages import violations

CHART = ("/sigtelser", "hotspot_2009_2013")


def opened(page: Page, address: str, key: str) -> Locator:
    """What "Del" of a view opens, by keyboard."""
    open_page(page, address)
    page.locator(f".st-key-share-{key} button").press("Enter")
    box = page.get_by_test_id("stPopoverBody")
    expect(box.get_by_role("button", name="Kopiér link")).to_be_visible()
    return box


def fetched(page: Page, box: Locator, name: str) -> Download:
    with page.expect_download() as download:
        box.get_by_role("button", name=name).press("Enter")
    return download.value


def test_the_picture_says_what_it_shows_from_where_and_when(page: Page) -> None:
    box = opened(page, *CHART)
    drawing = fetched(page, box, "Hent tegning (SVG)")
    assert drawing.suggested_filename.startswith("hotspotomraader-kontrolomraader-og-danmark-sigtede-pr-1-000-unge")
    assert "2009-2013_da_published_" in drawing.suggested_filename
    text = Path(drawing.path()).read_text(encoding="utf-8")
    told = " ".join(ElementTree.fromstring(text).itertext())
    for part in ("Sigtede pr. 1.000 unge", "2009–2013", "Hotspotområder: et fald", "Kilde: Center for Boligsocial"):
        assert part in told
    assert "●●● fra originalkilden" in told
    assert "Offentliggjorte tal, version" in told
    assert "http" not in text.replace("http://www.w3.org/", "")  # nothing is fetched by whoever opens it
    picture = Image.open(fetched(page, box, "Hent billede (PNG)").path()).convert("L")
    assert picture.width >= 2000
    assert len(picture.getcolors()) > 50  # the curves and letters, not a white sheet
    expect(box.get_by_role("status")).to_have_text("Billedet er hentet.")


def test_invented_figures_say_so_in_the_picture(page: Page) -> None:
    box = opened(page, "/omraade?datasaet=example&omraade=eks_omraade_01&fane=tal", "profile-trends-eks_omraade_01")
    drawing = fetched(page, box, "Hent tegning (SVG)")
    assert "Fiktive tal" in Path(drawing.path()).read_text(encoding="utf-8")


def test_a_link_leads_to_the_view_and_a_citation_names_it(page: Page, server: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    box = opened(page, f"{CHART[0]}?sprog=da", CHART[1])
    box.get_by_role("button", name="Kopiér henvisning").press("Enter")
    expect(box.get_by_role("status")).to_have_text("Henvisningen er kopieret.")
    citation = page.evaluate("navigator.clipboard.readText()")
    assert citation.startswith("Områdebarometer, ")
    assert "Siden »Sigtede og sigtelser«, version " in citation
    box.get_by_role("button", name="Kopiér link").press("Enter")
    expect(box.get_by_role("status")).to_have_text("Linket er kopieret.")
    link = page.evaluate("navigator.clipboard.readText()")
    assert link in citation
    open_page(page, link)
    expect(page.locator(f".st-key-view-{CHART[1]} h2")).to_be_in_viewport()


def test_where_the_browser_does_not_copy_the_text_stands_selected(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    box = opened(page, *CHART)
    box.get_by_role("button", name="Kopiér link").press("Enter")
    field = box.get_by_label("Tekst til at kopiere")
    expect(field).to_be_focused()
    selected = "field => field.value.slice(field.selectionStart, field.selectionEnd)"
    assert "vis=hotspot_2009_2013" in field.evaluate(selected)


def test_the_map_is_a_picture_a_page_and_a_table(page: Page) -> None:
    box = opened(page, "/kort", "kort")
    drawing = Path(fetched(page, box, "Hent tegning (SVG)").path()).read_text(encoding="utf-8")
    assert "Kilde" in " ".join(ElementTree.fromstring(drawing).itertext())
    assert Image.open(fetched(page, box, "Hent billede (PNG)").path()).width == 2400
    table = Path(fetched(page, box, "Hent tal (CSV)").path()).read_text(encoding="utf-8-sig")
    assert "Område (kode)" in table.splitlines()[0]
    for name, start in (("Excel", b"PK"), ("LibreOffice", b"PK"), ("GeoJSON", b"{"), ("GPKG", b"SQLite format 3")):
        assert Path(fetched(page, box, name).path()).read_bytes().startswith(start)


@pytest.mark.parametrize("size", [{"width": 1280, "height": 800}, {"width": 390, "height": 844}], ids=["desk", "phone"])
def test_axe_finds_no_violation_in_what_is_opened(page: Page) -> None:
    box = opened(page, *CHART)
    box.get_by_role("button", name="Kopiér link").press("Enter")
    expect(box.get_by_role("status")).not_to_be_empty()
    settled(page)
    assert violations(page) == []
    assert box.evaluate("box => box.getBoundingClientRect().right <= innerWidth")
