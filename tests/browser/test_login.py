"""Logging in with a provider in a real browser: in and over pages, out in every tab, no page for who lacks the role."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.finders import choose_page
from tests.browser.server import ROOT, address_of, free_port, serving
from tests.browser.test_pages import WCAG, violations
from tests.logins import ROLES, SECRET
from tests.patience import PATIENCE

LINKED = ("dashboard", "geo", "pages", "data", "streamlit_app.py")
USERS = {"kirsten": ["MED"], "peter": ["POL"], "gaest": []}  # who has which roles at the provider


def toml(value: Any) -> str:
    """A value as TOML writes it: numbers, texts and lists of texts are as in JSON."""
    return json.dumps(value, ensure_ascii=False)


def sections(**tables: dict[str, Any]) -> str:
    """A file of settings, a table a section, and within it the nested ones."""
    lines: list[str] = []
    for name, table in tables.items():
        flat = {key: value for key, value in table.items() if not isinstance(value, dict)}
        lines += [f"[{name}]", *(f"{key} = {toml(value)}" for key, value in flat.items())]
        for key, nested in table.items():
            if isinstance(nested, dict):
                lines += [f"[{name}.{key}]", *(f"{toml(inner)} = {toml(value)}" for inner, value in nested.items())]
    return "\n".join(lines)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The dashboard where all asks for a role, the strategy for more, and a provider that tells who is who."""
    folder = tmp_path_factory.mktemp("site")
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit/config.toml").symlink_to(ROOT / ".streamlit/config.toml")
    users = [User(sub=name, claims={"roles": roles, "name": name.title()}) for name, roles in USERS.items()]
    with ExitStack() as stack:
        provider = stack.enter_context(run_server_in_thread(user_claims=users))
        port = stack.enter_context(free_port())
        auth = {
            "redirect_uri": f"{address_of(port)}/oauth2callback",
            "cookie_secret": SECRET,
            "client_id": "barometer",
            "client_secret": "hemmelig",
            "server_metadata_url": f"http://127.0.0.1:{provider.server_port}/.well-known/openid-configuration",
        }
        adgang = {
            "alle": "politiker",
            "mappe": str(folder / "logins"),
            "roller": ROLES,
            "sider": {"strategi": "medarbejder"},
        }
        (folder / ".streamlit/secrets.toml").write_text(sections(auth=auth, adgang=adgang), encoding="utf-8")
        stack.enter_context(serving(port, folder, OMRAADEBAROMETER_REVISIONSLOG=str(folder / "revision.log")))
        yield address_of(port)


@pytest.fixture
def visitor(browser: Browser, site: str) -> Iterator[BrowserContext]:
    """Somebody whose browser the provider does not know yet, at a desk."""
    context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 800})
    context.set_default_timeout(1000 * PATIENCE)
    yield context
    context.close()


def log_in(page: Page, who: str) -> None:
    """From a page that asks for it, by the provider's form, and back."""
    page.get_by_role("link", name=re.compile("Log i")).first.click()
    page.get_by_role("button", name=who, exact=True).click()


def test_a_reader_comes_back_to_the_page_that_was_asked_for_and_a_logout_holds_in_every_tab(
    visitor: BrowserContext,
) -> None:
    page = visitor.new_page()
    page.goto("/strategi?datasaet=example")
    expect(page.get_by_role("heading", name="Log ind for at se siden.")).to_be_visible()
    assert Axe().run(page, options=WCAG).response["violations"] == []
    log_in(page, "kirsten")
    expect(page.get_by_role("heading", level=1, name="Strategi")).to_be_visible()
    assert "datasaet=example" in page.url
    other = visitor.new_page()
    other.goto("/kort")
    expect(other.locator("path.leaflet-interactive").first).to_be_attached()
    page.get_by_role("link", name="Log ud (Kirsten)").click()
    page.get_by_role("button", name="End session").click()
    expect(page.get_by_role("heading", name="Log ind for at se siden.")).to_be_visible()
    choose_page(other, "Sammenlign områder")
    expect(other.get_by_text("Du er logget ud. Log ind igen for at se siden.")).to_be_visible()
    expect(other.get_by_test_id("stPlotlyChart")).to_have_count(0)
    assert violations(other) == []


def test_a_page_that_asks_for_more_is_refused_in_words_by_the_menu_and_by_its_link(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto("/kort?sprog=en")
    log_in(page, "peter")
    expect(page.locator("[data-drawn]")).to_be_attached()
    choose_page(page, "Strategy")
    expect(page.get_by_text("The page is for the role staff.")).to_be_visible()
    expect(page.get_by_test_id("stDataFrame").or_(page.locator("table"))).to_have_count(0)
    choose_page(page, "Project bank")
    expect(page.get_by_role("heading", level=1, name="Project bank")).to_be_visible()
    answer = page.goto("/strategi")
    assert answer and answer.status == 403
    expect(page.get_by_role("heading", name="Siden er for rollen medarbejder")).to_be_visible()


def test_somebody_without_a_role_sees_no_page_and_no_file(visitor: BrowserContext, site: str) -> None:
    page = visitor.new_page()
    page.goto("/kort")
    log_in(page, "gaest")
    expect(page.get_by_role("heading", name="Siden er for rollen politiker")).to_be_visible()
    versions = visitor.request.get("/version").json()
    assert versions == {}
    assert visitor.request.get("/filer/published/x/search.json").status == 403
