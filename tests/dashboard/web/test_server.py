"""The shell around Streamlit: document, headers, unknown paths, files and readiness."""

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Receive, Scope, Send

from dashboard.ui import assets, embedding
from dashboard.ui.navigation import PAGES
from dashboard.web import server


@pytest.fixture
def client() -> TestClient:
    inner = [*server.ROUTES, Route("/_stcore/health", lambda _: PlainTextResponse("ok"))]
    return TestClient(Starlette(routes=inner, middleware=[Middleware(server.Shell)]))


@pytest.mark.parametrize("path", ["/", *(f"/{page.path}" for page in PAGES), "/kort/"])
def test_every_page_answers_with_a_danish_document(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<html lang="da">' in answer.text
    assert "<title>Områdebarometer</title>" in answer.text
    assert "kræver JavaScript" in answer.text
    assert "You need to enable JavaScript" not in answer.text


def test_the_document_is_english_when_asked(client: TestClient) -> None:
    assert '<html lang="en">' in client.get("/kort?sprog=en").text
    assert '<html lang="da">' in client.get("/kort?sprog=xx").text


@pytest.mark.parametrize("path", ["/findes-ikke", "/kort/under", "/pages/area_map"])
def test_an_unknown_path_gets_a_danish_sentence_and_a_way_back(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Siden findes ikke." in answer.text
    assert 'href="/kort"' in answer.text


def test_every_answer_carries_the_security_headers(client: TestClient) -> None:
    for path in ("/", "/_stcore/health", "/findes-ikke", "/klar", "/version"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "'unsafe-eval'" not in policy
        assert "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"


def test_the_policy_allows_the_documents_own_inline_script_by_hash() -> None:
    assert server.content_security_policy().count("sha256-") == server.index_html("da").count("<script>")


def test_streamlit_is_told_where_its_server_is_before_it_starts() -> None:
    document = server.index_html("da")
    assert document.index("BACKEND_BASE_URL") < document.index('type="module"')


def test_a_page_has_one_address_without_a_slash_at_its_end(client: TestClient) -> None:
    answer = client.get("/kort/?omraade=vollsmose&sprog=en", follow_redirects=False)
    assert answer.status_code == 308
    assert answer.headers["location"] == "/kort?omraade=vollsmose&sprog=en"
    assert client.get("/", follow_redirects=False).status_code == 200


def test_own_files_are_served_for_ever_and_nothing_outside_the_folder(client: TestClient) -> None:
    answer = client.get(assets.url("shell/shell.js"))
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]
    assert client.get(f"/statisk/{assets.version()}/%2e%2e/server.py").status_code == 404


def test_prepared_files_outside_a_version_are_not_served(client: TestClient) -> None:
    assert client.get("/filer/published/nothing/values.json").status_code == 404
    assert client.get("/filer/%2e%2e/x/manifest.json").status_code == 404


@pytest.mark.parametrize(("ok", "status"), [(True, 200), (False, 503)])
def test_readiness(client: TestClient, monkeypatch: pytest.MonkeyPatch, ok: bool, status: int) -> None:
    monkeypatch.setattr(server.store, "readiness", lambda: (ok, "tekst"))
    answer = client.get("/klar")
    assert answer.status_code == status
    assert answer.json() == {"klar": ok, "besked": "tekst"}


@pytest.mark.parametrize(("language", "said"), [("da", "Der er sket en fejl"), ("en", "Something went wrong")])
def test_an_error_in_any_route_is_a_sentence_with_every_header_and_the_log_has_the_rest(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, language: str, said: str
) -> None:
    def fail() -> None:
        raise ZeroDivisionError("hemmelig")

    monkeypatch.setattr(server.store, "readiness", fail)
    answer = client.get(f"/klar?sprog={language}")
    assert answer.status_code == 500
    assert said in answer.text
    assert "hemmelig" not in answer.text
    assert server.security_headers().items() <= {key.title(): value for key, value in answer.headers.items()}.items()
    assert "ZeroDivisionError: hemmelig" in caplog.text


def test_an_error_after_an_answer_has_begun_is_not_answered_twice() -> None:
    async def half(_scope: Scope, _receive: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        TestClient(server.Shell(half)).get("/klar")


def test_open_pages_learn_which_versions_are_shown_now(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    names = {"published": "0123456789ab"}
    monkeypatch.setattr(server.store, "current_names", lambda: names)
    answer = client.get("/version")
    assert answer.json() == names
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("setting", ["", "kommune.dk"])
def test_by_itself_nobody_else_may_frame_a_view(
    client: TestClient, monkeypatch: pytest.MonkeyPatch, setting: str
) -> None:
    monkeypatch.setenv(embedding.VARIABLE, setting)
    headers = client.get("/sigtelser?visning=indlejret").headers
    assert headers["content-security-policy"].endswith("frame-ancestors 'self'")
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_the_named_hosts_may_frame_a_view_that_stands_alone_and_nothing_else(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(embedding.VARIABLE, "https://www.kommune.dk http://intra")
    headers = client.get("/sigtelser?visning=indlejret&vis=areas").headers
    assert headers["content-security-policy"].endswith("; frame-ancestors 'self' https://www.kommune.dk http://intra")
    assert "x-frame-options" not in headers
    others = ("/sigtelser", "/sigtelser?visning=moede", "/klar?visning=indlejret", "/api/v1?visning=indlejret")
    for path in (*others, "/findes-ikke?visning=indlejret", "/sigtelser?visning=indlejret&visning=moede"):
        headers = client.get(path).headers
        assert headers["content-security-policy"].endswith("frame-ancestors 'self'")
        assert headers["x-frame-options"] == "SAMEORIGIN"
