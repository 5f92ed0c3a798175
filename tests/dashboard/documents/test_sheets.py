"""The address of a sheet: a PDF in the browser, a Danish sentence where there is none."""

import io

import pytest
from pypdf import PdfReader
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from dashboard import store
from dashboard.area_profile import sheet, sheet_route
from dashboard.documents import public_address
from dashboard.projects import sheet_route as project_sheet_route
from dashboard.web import server


@pytest.fixture(autouse=True)
def unknown_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """No address is set, and no sheet is kept that was made with another."""
    monkeypatch.delenv(public_address.VARIABLE, raising=False)
    for route in (sheet_route, project_sheet_route):
        route.written.cache_clear()


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=server.ROUTES, middleware=[Middleware(server.Shell)]))


def test_a_sheet_is_shown_in_the_browser_and_kept_for_ever(client: TestClient) -> None:
    answer = client.get(sheet_route.url(store.current("published"), "taastrupgaard", "da"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline; ")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.content.startswith(b"%PDF-")


def test_a_sheet_is_drawn_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet_route.written.cache_clear()
    address = sheet_route.url(store.current("published"), "taastrupgaard", "da")
    first = client.get(address).content
    monkeypatch.setattr(sheet, "pdf", None)
    assert client.get(address).content == first


def test_the_language_is_in_the_address(client: TestClient) -> None:
    version = store.current("published")
    assert b"/Lang (en)" in client.get(sheet_route.url(version, "taastrupgaard", "en")).content


@pytest.mark.parametrize("area_id", ["findes_ikke", "danmark", "hotspotomraader", "%3Cscript%3E"])
def test_an_unknown_area_gets_a_sentence(client: TestClient, area_id: str) -> None:
    answer = client.get(sheet_route.url(store.current("published"), area_id, "da"))
    assert answer.status_code == 404
    assert answer.text == "Arket findes ikke."
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("path", ["/ark/published/000000000000/taastrupgaard.pdf", "/ark/nothing/x/taastrupgaard.pdf"])
def test_an_unknown_version_gets_a_sentence(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.text == "Arket findes ikke."


def test_a_project_has_a_sheet_too(client: TestClient) -> None:
    answer = client.get(project_sheet_route.url(store.current("published"), "jobexpres", "da"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith('inline; filename="projektark_jobexpres_')
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("project_id", ["findes_ikke", "taastrupgaard", "%3Cscript%3E"])
def test_an_unknown_project_gets_a_sentence(client: TestClient, project_id: str) -> None:
    answer = client.get(project_sheet_route.url(store.current("published"), project_id, "da"))
    assert answer.status_code == 404
    assert answer.text == "Arket findes ikke."


# The address that a sheet prints

URLS = (
    sheet_route.url(store.current("published"), "taastrupgaard", "en"),
    project_sheet_route.url(store.current("example"), "eks_fritidsjob", "da"),
)
PAGES = ("omraade?omraade=taastrupgaard&sprog=en", "projekter?projekt=eks_fritidsjob&datasaet=example")


def printed(content: bytes) -> tuple[str, list[str]]:
    """The text of a sheet, and where its links lead."""
    (page,) = PdfReader(io.BytesIO(content)).pages
    links = [found.get_object()["/A"]["/URI"] for found in page.get("/Annots", [])]
    return page.extract_text(), links


@pytest.mark.parametrize(("url", "page"), list(zip(URLS, PAGES, strict=True)), ids=["area", "project"])
def test_what_a_request_says_of_the_host_is_on_no_sheet(client: TestClient, url: str, page: str) -> None:
    first, second = (client.get(url, headers={"Host": host}).content for host in ("a.dk", "evil.example"))
    assert first == second
    text, links = printed(first)
    assert f"/{page}" in text
    assert "evil" not in text
    assert "http" not in text.split(page)[0][-10:]
    assert links == []


@pytest.mark.parametrize(("url", "page"), list(zip(URLS, PAGES, strict=True)), ids=["area", "project"])
def test_a_sheet_prints_the_public_address_and_links_to_it(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, url: str, page: str
) -> None:
    monkeypatch.setenv(public_address.VARIABLE, "https://barometer.eksempel.dk/omraader")
    text, links = printed(client.get(url).content)
    assert f"https://barometer.eksempel.dk/omraader/{page}" in text
    assert links == [f"https://barometer.eksempel.dk/omraader/{page}"]
