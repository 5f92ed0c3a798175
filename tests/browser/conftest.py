"""A real Chromium against a real server. Every page fails its test on a foreign request or a script error."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.server import running
from tests.browser.visitors import visitor
from tests.patience import PATIENCE

CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]
POLICY = "Content Security Policy"
expect.set_options(timeout=1000 * PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser" in str(item.path):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running() as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=CHROMIUM_FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(params=[{"width": 1280, "height": 800}], ids=["desk"])
def size(request: pytest.FixtureRequest) -> dict[str, int]:
    return request.param


@pytest.fixture
def origin(server: str) -> str:
    """Where the pages are asked for: the server itself, where nothing lies between."""
    return server


@pytest.fixture
def page(browser: Browser, origin: str, size: dict[str, int]) -> Iterator[Page]:
    """A new visitor. `page.foreign` collects requests that left the server's own host; it must stay empty."""
    foreign: list[str] = []
    errors: list[str] = []
    own = urlsplit(origin).netloc

    def note(url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != own:
            foreign.append(url)

    with visitor(browser, origin, viewport=size) as page:
        page.on("request", lambda request: note(request.url))
        page.on("websocket", lambda socket: note(socket.url))
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if POLICY in message.text else None)
        yield page
    assert foreign == []
    assert errors == []
