"""Egne data in a real browser: the files of a Danish office become a published dataset, without a request elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from data import versions
from tests import danish_office
from tests.browser.server import ROOT, running
from tests.browser.test_pages import violations

OWN = ("data/prepared", "data/source", "geo/source")  # where is published


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with folders of its own where something is published."""
    folder = tmp_path_factory.mktemp("site")
    for name in ("dashboard", "pages", "streamlit_app.py", ".streamlit"):
        (folder / name).symlink_to(ROOT / name)
    for part in ("data", "geo"):
        (folder / part).mkdir()
        for path in (ROOT / part).iterdir():
            if f"{part}/{path.name}" not in OWN:
                (folder / part / path.name).symlink_to(path)
    for name in OWN:
        (folder / name).mkdir()
        for path in (ROOT / name).iterdir():
            (folder / name / path.name).symlink_to(path)
    return folder


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    with running(site, OMRAADEBAROMETER_EGNE_DATA=str(site / "kladder")) as address:
        yield address


def test_the_files_of_an_office_are_published(page: Page, site: Path, tmp_path: Path) -> None:
    page.goto("/egne-data")
    page.get_by_label("Datasættets navn").fill("Prøvekommune")
    files = sorted(danish_office.write(tmp_path / "kontor").iterdir())
    page.locator("input[type=file]").set_input_files(files)
    expect(page.get_by_text("tryghed.csv")).to_be_visible()
    page.get_by_role("button", name="Aflever filerne").click()
    expect(page.get_by_role("heading", name="3. Kontrollér")).to_be_visible()
    assert violations(page) == []
    for number, answer in enumerate(("punktum er tusinder", "ikke opgjort")):
        expect(page.get_by_role("button", name="Svar", exact=True)).to_have_count(2 - number)
        page.get_by_role("combobox", name="Dit svar").first.click()
        page.keyboard.type(answer[:5])
        page.get_by_role("option", name=answer).click()
        page.get_by_role("button", name="Svar", exact=True).first.click()
    expect(page.get_by_text("Tallene kan udgives.")).to_be_visible()
    expect(page.get_by_role("img", name="Sigtede pr. 1.000 unge")).to_be_visible()
    page.get_by_label("Hvem udgiver?").fill("Statistikkontoret")
    page.get_by_label("Hvorfor udgives der?").fill("Tal for 2022")
    page.get_by_role("button", name="Udgiv", exact=True).click()
    expect(page.get_by_text("Læserne ser den nu.")).to_be_visible()
    assert violations(page) == []
    assert "proevekommune" in versions.datasets(site / "data/prepared")
    page.get_by_role("link", name="Se datasættet på kortet").click()
    expect(page.locator("path.leaflet-interactive").first).to_be_attached()
    assert "datasaet=proevekommune" in page.url
