"""Who opens the pages: a new visitor, whose browser holds nothing and who has patience with a busy machine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page

from tests.patience import PATIENCE

TELEPHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@contextmanager
def visitor(browser: Browser, server: str | None = None, *, locale: str = "da-DK", **options: Any) -> Iterator[Page]:
    """The empty page of a new visitor of `server`; `options` are Playwright's of a context."""
    context = browser.new_context(base_url=server, locale=locale, **options)
    context.set_default_timeout(1000 * PATIENCE)
    try:
        yield context.new_page()
    finally:
        context.close()
