"""A page that is open while its server is restarted, or while new data are published."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from data import versions
from tests.browser.finders import at_item, choose_page, open_example, open_page, settled
from tests.browser.server import ROOT, address_of, free_port, serving
from tests.browser.test_pages import violations
from tests.browser.visitors import visitor

LINKED = ("dashboard", "geo", "pages", "streamlit_app.py", ".streamlit")  # into the copy, whose data are its own
CHARGES = "/sigtelser?datasaet=published&kommune=kommune_0169"
CHART_SCRIPT = re.compile(r"/PlotlyChart\..*\.js")
NEW_DATA = {"da": "Der er kommet nye data.", "en": "New data have arrived."}


class Site:
    """A copy of the project with a server that can be restarted and data that can be published anew."""

    def __init__(self, folder: Path, port: int) -> None:
        for name in LINKED:
            (folder / name).symlink_to(ROOT / name)
        shutil.copytree(ROOT / "data", folder / "data", ignore=shutil.ignore_patterns("source", "__pycache__"))
        self.folder, self.port = folder, port
        self.prepared = folder / "data/prepared"
        self.life = ExitStack()
        self.start()

    @property
    def version(self) -> str:
        return versions.current(self.prepared, "published").name

    def start(self) -> None:
        self.process: subprocess.Popen[bytes] = self.life.enter_context(serving(self.port, self.folder))

    def stop(self) -> None:
        self.process.kill()
        self.life.close()

    def publish(self) -> str:
        """Another version with the same numbers: its list of sources is turned round. Gives its name."""
        shown = versions.current(self.prepared, "published")
        contents = {
            name: versions.Content(shown.path(name).read_bytes(), file.rows) for name, file in shown.files.items()
        }
        sources = versions.read_table(shown, "sources")
        contents["sources.parquet"] = versions.table_content(sources.iloc[::-1])
        return versions.publish(self.prepared, "published", contents).name


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with free_port() as port:
        made = Site(tmp_path_factory.mktemp("site"), port)
        with made.life:
            yield made
        made.life.close()


@pytest.fixture
def reader(browser: Browser, site: Site) -> Iterator[Page]:
    with visitor(browser, address_of(site.port), viewport={"width": 1280, "height": 800}) as page:
        yield page


def restart(site: Site, page: Page) -> None:
    """The server is killed and started again; the page has noticed both."""
    site.stop()
    expect(page.locator("[data-test-connection-state='CONNECTED']")).to_have_count(0)
    site.start()
    expect(page.locator("[data-test-connection-state='CONNECTED']")).to_be_visible()


def test_the_first_switch_after_a_restart_takes_effect(site: Site, reader: Page) -> None:
    open_page(reader, CHARGES)
    restart(site, reader)
    reader.get_by_text("Projektor", exact=True).click()
    expect(reader).to_have_url(re.compile("visning=projektor"))
    settled(reader)
    expect(reader.get_by_role("switch", name="Projektor")).to_be_checked()
    expect(reader).to_have_url(re.compile(r"kommune=kommune_0169.*visning=projektor"))


def test_the_first_choice_in_a_list_after_a_restart_takes_effect(site: Site, reader: Page) -> None:
    open_page(reader, CHARGES)
    expect(reader.locator(".js-plotly-plot").first).to_be_visible()  # the script of charts has come
    restart(site, reader)
    reader.get_by_role("combobox", name="Kommune").click()
    reader.keyboard.type("Aarh")  # the list holds only the options that are in sight
    reader.get_by_role("option", name="Aarhus", exact=True).click()
    expect(reader).to_have_url(re.compile("kommune=kommune_0751"))
    settled(reader)
    expect(reader.get_by_role("figure", name=re.compile("Aarhus"))).to_be_visible()


def test_the_first_link_after_a_restart_is_followed_with_the_choices(site: Site, reader: Page) -> None:
    open_page(reader, CHARGES)
    restart(site, reader)
    settled(reader)  # a page that is drawn anew shuts the group whose link is about to be pressed
    choose_page(reader, "Succeskriterier")
    expect(reader.get_by_role("heading", level=1)).to_have_text("Succeskriterier")
    expect(reader).to_have_url(re.compile(r"/succeskriterier\?.*kommune=kommune_0169"))
    settled(reader)
    expect(reader.get_by_text("Vis som tabel").first).to_be_visible()


def test_after_a_restart_the_view_comes_back_from_the_address_with_what_is_published_now(
    site: Site, reader: Page
) -> None:
    open_page(reader, CHARGES)
    expect(reader.get_by_text(f"Version {site.version}")).to_be_visible()
    site.stop()
    expect(reader.locator("[data-test-connection-state='CONNECTED']")).to_have_count(0)
    newer = site.publish()
    site.start()
    expect(reader.get_by_text(f"Version {newer}")).to_be_attached()  # a projector does not show the foot
    expect(reader).to_have_url(re.compile("kommune=kommune_0169"))
    settled(reader)
    expect(reader.get_by_role("status").filter(has_text=NEW_DATA["da"])).to_have_count(0)


def refuse(page: Page, asked: list[str]) -> None:
    """The script of charts cannot be fetched; `asked` takes up how often it was tried."""

    def abort(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route(CHART_SCRIPT, abort)


def follow_to_charts(page: Page) -> None:
    choose_page(page, "Sigtede og sigtelser")
    expect(page.get_by_role("heading", level=1)).to_have_text("Sigtede og sigtelser")


def test_a_script_that_was_lost_with_the_server_is_fetched_when_it_is_back(site: Site, reader: Page) -> None:
    asked: list[str] = []
    open_page(reader, "/moede?kommune=kommune_0169")
    refuse(reader, asked)
    reader.route("**/version", lambda route: route.abort())  # it does not answer for anything else either
    follow_to_charts(reader)
    expect(reader.get_by_text(re.compile("dynamically imported"))).not_to_have_count(0)
    site.stop()
    expect(reader.locator("[data-test-connection-state='CONNECTED']")).to_have_count(0)
    reader.unroute(CHART_SCRIPT)
    site.start()
    expect(reader.locator(".js-plotly-plot").first).to_be_visible()
    expect(reader).to_have_url(re.compile("kommune=kommune_0169"))


def test_a_script_that_is_lost_once_is_fetched_again_while_the_server_answers(site: Site, reader: Page) -> None:
    open_page(reader, "/moede")
    reader.route(CHART_SCRIPT, lambda route: route.abort(), times=1)
    follow_to_charts(reader)
    expect(reader.locator(".js-plotly-plot").first).to_be_visible()


def test_a_script_that_is_never_found_opens_the_page_anew_but_once(site: Site, reader: Page) -> None:
    opened: list[str] = []
    asked: list[str] = []
    open_page(reader, "/moede")
    refuse(reader, asked)
    reader.on("domcontentloaded", lambda page: opened.append(page.url))
    with reader.expect_event("domcontentloaded"):
        follow_to_charts(reader)
    settled(reader)
    expect(reader.get_by_text(re.compile("dynamically imported"))).not_to_have_count(0)
    with reader.expect_response("**/version"):
        reader.evaluate("fetch('/version')")  # the server answers, and would have been asked by now
    assert len(opened) == 1


def a_minute_later(page: Page) -> None:
    page.clock.fast_forward("01:01")


@pytest.mark.parametrize(("language", "button"), [("da", "Genindlæs"), ("en", "Reload")])
def test_a_notice_says_that_new_data_have_come_and_its_button_shows_them(
    site: Site, reader: Page, language: str, button: str
) -> None:
    reader.clock.install()
    open_page(reader, f"{CHARGES}&sprog={language}")
    notice = reader.locator("[role=status]").filter(has_text=NEW_DATA[language])
    older = site.version
    with reader.expect_response("**/version"):
        a_minute_later(reader)
    newer = site.publish()
    a_minute_later(reader)
    expect(notice).to_be_visible()
    assert violations(reader) == []
    expect(reader.get_by_text(f"Version {older}")).to_be_visible()  # until the reader asks for the new one
    reader.keyboard.press("Tab")
    expect(reader.get_by_role("button", name=button)).to_be_focused()
    reader.keyboard.press("Enter")
    expect(reader.get_by_text(f"Version {newer}")).to_be_attached()  # a projector does not show the foot
    expect(reader).to_have_url(re.compile(f"kommune=kommune_0169.*sprog={language}"))
    expect(notice).to_have_count(0)


def test_the_notice_goes_when_it_is_closed_and_when_a_choice_has_brought_the_new_data(site: Site, reader: Page) -> None:
    reader.clock.install()
    open_page(reader, CHARGES)
    notice = reader.locator("[role=status]").filter(has_text=NEW_DATA["da"])
    site.publish()
    a_minute_later(reader)
    reader.get_by_role("button", name="Luk").click()
    expect(notice).to_have_count(0)
    with reader.expect_response("**/version"):
        a_minute_later(reader)
    expect(notice).to_have_count(0)
    newest = site.publish()
    newer = site.publish()
    assert newer != newest
    reader.get_by_text("Projektor", exact=True).click()
    settled(reader)
    expect(reader.get_by_text(f"Version {newer}")).to_be_attached()  # a projector does not show the foot
    newest = site.publish()
    a_minute_later(reader)
    expect(notice).to_be_visible()
    reader.get_by_text("Projektor", exact=True).click()
    expect(reader.get_by_text(f"Version {newest}")).to_be_visible()
    a_minute_later(reader)
    expect(notice).to_have_count(0)


def test_a_running_meeting_is_not_disturbed(site: Site, reader: Page) -> None:
    open_example(reader)
    reader.clock.install()
    reader.get_by_role("button", name="Start mødet").click()
    at_item(reader, 1)
    site.publish()
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url) if "/version" in request.url else None)
    a_minute_later(reader)
    reader.keyboard.press("PageDown")
    at_item(reader, 2)
    assert asked == []
    expect(reader.get_by_text(NEW_DATA["da"])).to_have_count(0)
