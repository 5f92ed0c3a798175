"""The address of a sheet: a PDF in the browser, a Danish sentence where there is none."""

import io
from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from pypdf import PdfReader
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from dashboard import store
from dashboard.area_profile import sheet, sheet_route
from dashboard.documents import public_address, sheets
from dashboard.documents.press import Press
from dashboard.projects import sheet_route as project_sheet_route
from dashboard.web import hosts, server
from data.errors import DamagedError, Text
from tests.accessible_pdf import language_of
from tests.patience import PATIENCE


@pytest.fixture(autouse=True)
def unknown_address(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(public_address.VARIABLE, raising=False)


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=server.ROUTES, middleware=[Middleware(server.Shell)]))


def test_a_sheet_is_shown_in_the_browser_and_kept_for_ever(client: TestClient) -> None:
    answer = client.get(sheet_route.SHEETS.url(store.current("published"), "taastrupgaard", "da"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline; ")
    assert "immutable" in answer.headers["cache-control"]
    assert answer.content.startswith(b"%PDF-")


def test_a_sheet_is_drawn_once(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheets, "PRESS", Press())
    address = sheet_route.SHEETS.url(store.current("published"), "taastrupgaard", "da")
    first = client.get(address).content
    monkeypatch.setattr(sheet, "pdf", None)
    assert client.get(address).content == first


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("da", "Der laves mange ark lige nu. Prøv igen om et halvt minut."),
        ("en", "Many sheets are being made right now. Try again in half a minute."),
    ],
)
def test_too_many_at_once_get_a_sentence_while_pages_and_readiness_answer(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, language: str, said: str
) -> None:
    drawing, released = Event(), Event()

    def held(*_: object) -> bytes:
        drawing.set()
        assert released.wait(PATIENCE)
        return b"%PDF-"

    monkeypatch.setattr(sheets, "PRESS", Press(at_once=1, waiting=0))
    monkeypatch.setattr(sheet, "pdf", held)
    version = store.current("published")
    with ThreadPoolExecutor(1) as other:
        first = other.submit(client.get, sheet_route.SHEETS.url(version, "taastrupgaard", "da"))
        assert drawing.wait(PATIENCE)
        refused = client.get(sheet_route.SHEETS.url(version, "vollsmose", language))
        unknown = client.get(sheet_route.SHEETS.url(version, "findes_ikke", "da"))
        meanwhile = [client.get(path).status_code for path in ("/klar", "/kort")]
        released.set()
        assert first.result().status_code == 200
    assert (refused.status_code, refused.text, refused.headers["retry-after"]) == (429, said, "30")
    assert refused.headers["cache-control"] == "no-store"
    assert unknown.status_code == 404
    assert meanwhile == [200, 200]


def test_damaged_data_give_a_sentence_and_are_drawn_again(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def damaged(*_: object) -> bytes:
        raise DamagedError(Text("Data er beskadiget.", "The data are damaged."))

    monkeypatch.setattr(sheets, "PRESS", Press())
    address = sheet_route.SHEETS.url(store.current("published"), "taastrupgaard", "en")
    with monkeypatch.context() as broken:
        broken.setattr(sheet, "pdf", damaged)
        answer = client.get(address)
    assert (answer.status_code, answer.text) == (503, "The data are damaged.")
    assert answer.headers["cache-control"] == "no-store"
    assert "Data er beskadiget." in caplog.text
    assert client.get(address).status_code == 200


def test_the_language_is_in_the_address(client: TestClient) -> None:
    version = store.current("published")
    assert language_of(client.get(sheet_route.SHEETS.url(version, "taastrupgaard", "en")).content) == "en"


@pytest.mark.parametrize("area_id", ["findes_ikke", "danmark", "hotspotomraader", "%3Cscript%3E"])
def test_an_unknown_area_gets_a_sentence(client: TestClient, area_id: str) -> None:
    answer = client.get(sheet_route.SHEETS.url(store.current("published"), area_id, "da"))
    assert answer.status_code == 404
    assert answer.text == "Arket findes ikke."
    assert answer.headers["content-type"].startswith("text/plain")


@pytest.mark.parametrize("path", ["/ark/published/000000000000/taastrupgaard.pdf", "/ark/nothing/x/taastrupgaard.pdf"])
def test_an_unknown_version_gets_a_sentence(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.text == "Arket findes ikke."


def test_a_project_has_a_sheet_too(client: TestClient) -> None:
    answer = client.get(project_sheet_route.SHEETS.url(store.current("published"), "jobexpres", "da"))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith('inline; filename="projektark_jobexpres_')
    assert answer.content.startswith(b"%PDF-")


@pytest.mark.parametrize("project_id", ["findes_ikke", "taastrupgaard", "%3Cscript%3E"])
def test_an_unknown_project_gets_a_sentence(client: TestClient, project_id: str) -> None:
    answer = client.get(project_sheet_route.SHEETS.url(store.current("published"), project_id, "da"))
    assert answer.status_code == 404
    assert answer.text == "Arket findes ikke."


# The address that a sheet prints

URLS = (
    sheet_route.SHEETS.url(store.current("published"), "taastrupgaard", "en"),
    project_sheet_route.SHEETS.url(store.current("example"), "eks_fritidsjob", "da"),
)
PAGES = ("omraade?omraade=taastrupgaard&sprog=en", "projekter?projekt=eks_fritidsjob&datasaet=example")


def printed(content: bytes) -> tuple[str, list[str]]:
    """The text of a sheet, and where its links lead."""
    (page,) = PdfReader(io.BytesIO(content)).pages
    links = [found.get_object()["/A"]["/URI"] for found in page.get("/Annots", [])]
    return page.extract_text(), links


@pytest.mark.parametrize(("url", "page"), list(zip(URLS, PAGES, strict=True)), ids=["area", "project"])
def test_what_a_request_says_of_the_host_is_on_no_sheet(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, url: str, page: str
) -> None:
    monkeypatch.setenv(hosts.VARIABLE, "a.dk, evil.example")
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
