"""The optional tile layer, against a real tile server on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest
import streamlit
from anyio import CapacityLimiter
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient
from streamlit.errors import StreamlitSecretNotFoundError

from dashboard.area_map import tiles
from dashboard.area_map.tiles import TileSettingsError
from dashboard.web import server
from tests.loops import complete
from tests.patience import PATIENCE

DRIPPING = b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 100000\r\n\r\n"
PNG = b"\x89PNG\r\n\x1a\n and a few bytes more"
TOKEN = "hemmelig nøgle&x=1"
SECRET = "sagen fra fliseserveren"


class Tiles(BaseHTTPRequestHandler):
    """Answers /<what happens>/<z>/<x>/<y>."""

    asked: ClassVar[list[str]] = []
    reached: ClassVar[threading.Event] = threading.Event()  # by a request that gets no answer
    released: ClassVar[threading.Event] = threading.Event()
    left: ClassVar[threading.Event] = threading.Event()  # by one that it dripped for

    def do_GET(self) -> None:  # noqa: N802 - the handler's own name
        self.asked.append(self.path)
        what = self.path.split("/")[1]
        if what == "silent":
            self.reached.set()
            self.released.wait(PATIENCE)
        elif what.startswith("drip"):
            self.drip(b"HTTP/1.1 200 OK\r\nX: " if what == "drip-head" else DRIPPING)
        elif what == "elsewhere":
            self.reply(302, "image/png", b"", Location=f"http://127.0.0.1:{self.server.server_port}/tile/1/0/0")
        elif what == "packed":
            self.reply(200, "image/png", gzip.compress(bytes(1000)), **{"Content-Encoding": "gzip"})
        elif what == "cut":
            self.reply(200, "image/png", PNG, **{"Content-Length": "1000"})
        else:
            status = int(what) if what.isdigit() else 200
            media_type = {"html": "text/html", "drawing": "image/svg+xml"}.get(what, "image/png; charset=binary")
            body = bytes(tiles.LARGEST + 1) if what == "large" else PNG if what == "tile" else SECRET.encode()
            self.reply(status, media_type, body)

    def reply(self, status: int, media_type: str, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": media_type, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)
        self.close_connection = True

    def drip(self, head: bytes) -> None:
        """A byte every now and then, for as long as anybody listens."""
        self.close_connection = True
        self.wfile.write(head)
        try:
            while not self.released.wait(0.02):
                self.wfile.write(b"x")
        except OSError:
            self.left.set()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def tile_server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Tiles) as found:
        threading.Thread(target=found.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{found.server_port}"
        Tiles.released.set()
        found.shutdown()


def section(url: str, **changes: object) -> dict[str, object]:
    return {
        "url": url,
        "name": "Luftfoto",
        "attribution": "Indeholder data fra Klimadatastyrelsen",
        "max_zoom": 19,
        **changes,
    }


class Secrets:
    """Stands where Streamlit's secrets stand; None for no secrets file at all."""

    def __init__(self, content: dict[str, object] | None) -> None:
        self.content = content

    def to_dict(self) -> dict[str, object]:
        if self.content is None:
            raise StreamlitSecretNotFoundError("No secrets found", error_id="no-secrets-found")
        return self.content


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> TestClient:
    """The server with the settings the test is given: what the tile server does, None for no secrets."""
    what = getattr(request, "param", "tile")
    url = f"{request.getfixturevalue('tile_server')}/{what}/{{z}}/{{x}}/{{y}}"
    monkeypatch.setattr(streamlit, "secrets", Secrets({"fliser": section(url)} if what else None))
    return TestClient(Starlette(routes=server.ROUTES, middleware=[Middleware(server.Shell)]))


def test_a_tile_is_fetched_by_the_server_and_handed_on(client: TestClient) -> None:
    answer = client.get("/fliser/7/67/40")
    assert (answer.status_code, answer.content) == (200, PNG)
    assert Tiles.asked[-1] == "/tile/7/67/40"
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "public, max-age=86400"
    assert "http" not in answer.headers["content-security-policy"]


def test_the_token_goes_to_the_tile_server_and_to_nobody_else(
    tile_server: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settings = section(f"{tile_server}/404/{{z}}/{{x}}/{{y}}?token={{token}}&a=b", token=TOKEN)
    monkeypatch.setattr(streamlit, "secrets", Secrets({"fliser": settings}))
    answer = TestClient(Starlette(routes=server.ROUTES)).get("/fliser/1/0/1")
    assert Tiles.asked[-1] == "/404/1/0/1?token=hemmelig%20n%C3%B8gle%26x%3D1&a=b"
    layer = tiles.config()
    told = f"{answer.text} {answer.headers} {caplog.text} {layer!r} {layer.for_browser()}"
    assert "hemmelig" not in told
    assert tile_server not in told
    assert layer.for_browser() == {
        "url": "/fliser/{z}/{x}/{y}",
        "name": "Luftfoto",
        "attribution": "Indeholder data fra Klimadatastyrelsen",
        "max_zoom": 19,
    }


@pytest.mark.parametrize(
    "client", ["404", "500", "204", "html", "drawing", "large", "packed", "cut", "elsewhere"], indirect=True
)
def test_a_failing_tile_server_is_502_without_its_words(client: TestClient) -> None:
    is_refused(client)


@pytest.mark.parametrize("client", ["silent"], indirect=True)
def test_a_silent_tile_server_is_given_up(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "DEADLINE", 0.5)
    is_refused(client)
    assert Tiles.reached.wait(PATIENCE)  # before the next test counts what was asked for


@pytest.mark.parametrize("client", ["drip-head", "drip-body"], indirect=True)
def test_a_tile_server_that_drips_is_given_up_and_left(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "DEADLINE", 0.5)
    Tiles.left.clear()
    is_refused(client)
    assert Tiles.left.wait(PATIENCE)


def is_refused(client: TestClient) -> None:
    answer = client.get("/fliser/7/67/40")
    assert (answer.status_code, answer.text) == (502, "Flisen kunne ikke hentes.")
    assert answer.headers["cache-control"] == "no-store"


def test_no_redirect_is_followed(tile_server: str) -> None:
    with pytest.raises(tiles.TileServerError, match="302"):
        complete(tiles.fetch(f"{tile_server}/elsewhere/1/0/0"))
    assert Tiles.asked[-1] == "/elsewhere/1/0/0"


def test_a_tile_server_that_is_not_there_is_named_without_its_address() -> None:
    with pytest.raises(tiles.TileServerError) as error:
        complete(tiles.fetch("http://127.0.0.1:9/secret"))
    assert str(error.value) == "ConnectError"


def test_a_tile_that_waits_for_its_turn_too_long_is_given_up(tile_server: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "DEADLINE", 0.5)
    monkeypatch.setattr(tiles, "_limiter", CapacityLimiter(1))

    async def taken() -> None:
        tiles._limiter.acquire_on_behalf_of_nowait("another")
        await tiles.fetch(f"{tile_server}/tile/1/0/0")

    with pytest.raises(tiles.TileServerError, match="TimeoutError"):
        complete(taken())


@pytest.mark.parametrize(
    "place", ["20/0/0", "1/2/0", "1/0/2", "-1/0/0", "a/0/0", "1/0.0/0", "1/0/0.png", "1/0/99999999", "1/0/١"]
)
def test_what_is_no_tile_of_the_world_is_never_asked_for(client: TestClient, place: str) -> None:
    before = len(Tiles.asked)
    assert client.get(f"/fliser/{place}").status_code == 404
    assert len(Tiles.asked) == before


@pytest.mark.parametrize("client", [None], indirect=True)
def test_there_is_no_layer_unless_it_is_asked_for(client: TestClient) -> None:
    assert tiles.config() is None
    assert client.get("/fliser/7/67/40").status_code == 404


GOOD = "https://fliser.example/{z}/{x}/{y}.png"


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        (section("https://fliser.example/{x}/{y}"), "url"),
        (section(f"{GOOD}?s={{s}}"), "url"),
        (section("ftp://fliser.example/{z}/{x}/{y}"), "url"),
        (section("/fliser/{z}/{x}/{y}"), "url"),
        (section("https://{token}.example/{z}/{x}/{y}", token="a"), "url"),
        (section(f"{GOOD}?token={{token}}"), "token"),
        (section(GOOD, name=" "), "name"),
        (section(GOOD, attribution=""), "attribution"),
        (section(GOOD, max_zoom=0), "max_zoom"),
        (section(GOOD, max_zoom=23), "max_zoom"),
        (section(GOOD, max_zoom="19"), "max_zoom"),
        (section(GOOD, max_zoom=True), "max_zoom"),
        ("https://fliser.example", "url"),
    ],
)
def test_a_wrong_setting_is_named_in_both_languages(wrong: object, key: str) -> None:
    with pytest.raises(TileSettingsError) as error:
        tiles.layer(wrong)
    assert f"»{key}« i sektionen [fliser]" in error.value.text.da
    assert f'"{key}" in the section [fliser]' in error.value.text.en


def test_a_wrong_setting_turns_the_layer_off_and_is_told_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(streamlit, "secrets", Secrets({"fliser": section(GOOD, max_zoom=99)}))
    assert [tiles.config(), tiles.config()] == [None, None]
    assert [record.levelname for record in caplog.records] == ["ERROR"]
    assert "max_zoom" in caplog.text
