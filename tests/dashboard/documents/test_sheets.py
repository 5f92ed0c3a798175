"""The address of a sheet: a PDF in the browser, a Danish sentence where there is none."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from dashboard import store
from dashboard.area_profile import sheet, sheet_route
from dashboard.projects import sheet_route as project_sheet_route
from dashboard.web import server


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
