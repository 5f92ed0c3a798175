"""What the server refuses before any of it looks: in words, with every header, whatever is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import streamlit
from starlette.testclient import TestClient
from starlette.types import Message
from starlette.websockets import WebSocketDisconnect

import streamlit_app
from dashboard.web import guard, server
from tests.loops import complete

LONG = "a" * 300


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """The whole server, with the routes of Streamlit."""
    app = streamlit.App(streamlit_app.app.script_path, **PARTS)
    with TestClient(app, raise_server_exceptions=False) as found:
        yield found


PARTS = {
    "routes": server.ROUTES,
    "middleware": server.MIDDLEWARE,
    "exception_handlers": server.EXCEPTION_HANDLERS,
}


def asked(path: str, query: bytes = b"") -> tuple[int, dict[str, str], str]:
    """Status, headers and text for a path as the server hands it on, which no client would send."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope: dict[str, Any] = {"type": "http", "method": "GET", "path": path, "query_string": query, "headers": []}
    complete(server.Shell(nothing)(scope, receive, send))
    headers = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], headers, sent[1]["body"].decode()


async def nothing(*_: object) -> None:
    raise AssertionError("asked for what is refused")


def is_complete(headers: Any) -> bool:
    return {name.lower() for name in server.security_headers()} <= {name.lower() for name in headers}


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "BREW"])
@pytest.mark.parametrize("path", ["/_stcore/upload_file/a/b", "/kort", "/klar", "/media/x", "/findes-ikke"])
def test_nothing_can_be_sent(client: TestClient, method: str, path: str) -> None:
    answer = client.request(method, f"{path}?sprog=en", content=b"x" * 100)
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, HEAD"
    assert "Here you can only read, not send anything." in answer.text
    assert is_complete(answer.headers)


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/upload_file/a/b",
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/script-health-check",
        "/_stcore/bidi-components/x/y.js",
        "/_stcore/stream",
        "/component/x/index.html",
        "/auth/login",
        "/oauth2callback",
        "/app/static/x",
        "/index.html",
        "/static/none.js",
        "/media/none",
        "/filer",
        "/filer/a/b",
        "/klar/x",
        "/ark/published",
        f"/ark/{LONG}",
        f"/{LONG}",
        f"/statisk/x/{LONG}",
        f"/filer/published/x/{LONG}.json",
        "/x" * 1000,
        "/kort/%00",
        "/statisk/x/%00.js",
        "/static/%00",
        "/kort/%ff%fe",
        "/kort/%ed%a0%80",
        "/statisk/x/%5c%5chost",
        "/statisk/x/..%2f..%2fserver.py",
        "/%2e%2e/etc/passwd",
    ],
)
def test_what_is_not_served_is_not_found_in_words(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "Siden findes ikke." in answer.text
    assert 'lang="da"' in answer.text
    assert is_complete(answer.headers)
    assert "immutable" not in answer.headers.get("cache-control", "")


@pytest.mark.parametrize(
    "path", ["/kort/\ud800", "/statisk/x/\udcff.js", "//evil.example/kort", "/a\nb", "/filer/\x00/x/y.json"]
)
def test_a_path_that_no_client_would_send_is_not_found(path: str) -> None:
    status, headers, text = asked(path)
    assert status == 404
    assert "Siden findes ikke." in text
    assert is_complete(headers)


@pytest.mark.parametrize("path", ["/_stcore/health", "/_stcore/host-config", "/favicon.png", "/klar", "/kort"])
def test_what_a_page_needs_is_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert is_complete(answer.headers)
    assert client.head(path).status_code == 200


@pytest.mark.parametrize("query", ["x=" + "y" * guard.LONGEST_QUERY, "&".join(["a=1"] * (guard.MOST_CHOICES + 1))])
def test_an_address_that_is_too_long_is_refused_in_words(client: TestClient, query: str) -> None:
    answer = client.get(f"/kort?{query}")
    assert answer.status_code == 414
    assert "Adressen er for lang." in answer.text
    assert is_complete(answer.headers)
    assert client.get(f"/kort?{query[: guard.LONGEST_QUERY // 20]}").status_code == 200


@pytest.mark.parametrize("query", [b"sprog=%00", b"sprog=%ff%fe", b"sprog=\xff\xfe", b"%ed%a0%80=%ed%b0%80", b"&;=%"])
def test_a_query_of_any_signs_gets_the_danish_document(query: bytes) -> None:
    status, headers, text = asked("/kort", query)
    assert status == 200
    assert '<html lang="da">' in text
    assert is_complete(headers)


def test_no_socket_is_opened_but_that_of_the_pages(client: TestClient) -> None:
    for path in ("/", "/kort", "/_stcore/streams", f"/{LONG}"):
        with pytest.raises(WebSocketDisconnect), client.websocket_connect(path):
            pass
