"""A view in a frame of another host's page: shown where the setting names the host, refused everywhere else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, expect

from dashboard.ui import embedding
from tests.browser.finders import settled
from tests.browser.server import running
from tests.browser.test_pages import violations
from tests.browser.visitors import visitor

VIEW = "/sigtelser?visning=indlejret&vis=hotspot_2009_2013"


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("municipality")


@pytest.fixture(scope="module")
def municipality(folder: Path) -> Iterator[int]:
    """The port of the municipality's own site, which is `127.0.0.1` to some and `localhost` to others."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield site.server_port
        site.shutdown()


@pytest.fixture(scope="module")
def server(municipality: int, folder: Path) -> Iterator[str]:
    """Ours, which the site may frame under its name of numbers."""
    with running(**{embedding.VARIABLE: f"http://127.0.0.1:{municipality}"}) as address:
        (folder / "index.html").write_text(
            f'<!DOCTYPE html><html lang="da"><title>Kommunen</title><iframe title="Sigtede" width="1000" height="700" '
            f'src="{address}{VIEW}"></iframe>',
            encoding="utf-8",
        )
        yield address


def test_a_named_host_shows_the_view(browser: Browser, server: str, municipality: int) -> None:
    with visitor(browser) as page:
        page.goto(f"http://127.0.0.1:{municipality}/")
        frame = page.frame_locator("iframe")
        expect(frame.locator("h2")).to_contain_text("2009–2013")
        expect(frame.locator(".js-plotly-plot")).to_be_visible()
        expect(frame.get_by_text("Kilde: Center for Boligsocial")).to_be_visible()
        expect(frame.locator(".st-key-menu, .st-key-foot, [data-testid='stPopover']")).to_have_count(0)
        link = frame.get_by_role("link", name="Se hele siden i Områdebarometer")
        assert link.get_attribute("target") == "_blank"
        assert (link.get_attribute("href") or "").startswith("/sigtelser?")


def test_any_other_host_is_refused(browser: Browser, server: str, municipality: int) -> None:
    with visitor(browser) as page, page.expect_console_message(lambda said: "frame-ancestors" in said.text):
        page.goto(f"http://localhost:{municipality}/")


@pytest.mark.parametrize("size", [{"width": 800, "height": 640}, {"width": 390, "height": 640}], ids=["wide", "narrow"])
@pytest.mark.parametrize("choices", ["", "&sprog=en&datasaet=example"])
def test_axe_finds_no_violation_in_a_view_alone(page: Page, choices: str) -> None:
    page.goto(f"{VIEW}{choices}")
    expect(page.locator(".st-key-meeting-view h2")).to_be_visible()
    settled(page)
    assert violations(page) == []
    assert page.get_by_test_id("stMain").evaluate("box => box.scrollWidth <= box.clientWidth")


def test_the_code_under_share_is_a_frame_of_the_view(page: Page) -> None:
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined})")
    page.goto("/sigtelser?alder=18-24")
    page.locator(".st-key-share-hotspot_2009_2013 button").press("Enter")
    page.get_by_role("button", name="Kopiér kode til indlejring").press("Enter")
    code = page.get_by_label("Tekst til at kopiere").input_value()
    page.set_content(code)
    address = page.locator("iframe").get_attribute("src") or ""
    assert "visning=indlejret" in address
    assert "vis=hotspot_2009_2013" in address
    assert page.locator("iframe").get_attribute("title")
