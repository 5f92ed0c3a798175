"""Compression of lasting files: once, in the background, with headers that caches can trust."""

from __future__ import annotations

import gzip
import hashlib
from asyncio import Event
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import brotli
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from dashboard.web import compression, packing, server
from dashboard.web.compression import BestCompression
from tests.loops import complete

TEXT = b"const omraade = 'Moelleby'\n" * 100
LASTING = {"Cache-Control": "public, max-age=31536000, immutable", "ETag": '"abc"'}
ACCEPTED = {"Accept-Encoding": "gzip, br"}


def answer(request: Request) -> Response:
    """What each address answers."""
    assert "accept-encoding" not in request.headers  # compressed once, not twice
    small = {**LASTING, "Content-Encoding": "gzip"}
    return {
        "/lasting": Response(TEXT, media_type="text/javascript", headers=LASTING),
        "/prepared": Response(gzip.compress(TEXT, mtime=0), media_type="application/json", headers=small),
        "/changing": Response(TEXT, media_type="text/javascript", headers={"Cache-Control": "no-cache"}),
        "/picture": Response(TEXT, media_type="image/png", headers=LASTING),
        "/missing": Response(TEXT, 404, media_type="text/javascript", headers=LASTING),
    }[request.url.path]


@pytest.fixture
def best() -> BestCompression:
    """The middleware; `best.waiting.join()` waits until all that is known is compressed."""
    return BestCompression(Starlette(routes=[Route("/{name}", answer)]), limit=10_000)


@pytest.mark.parametrize("path", ["/lasting", "/prepared"])
def test_the_first_answer_is_as_it_was_and_the_next_one_small(best: BestCompression, path: str) -> None:
    client = TestClient(best)
    first = client.get(path, headers=ACCEPTED)
    assert first.headers.get("content-encoding") == (None if path == "/lasting" else "gzip")
    assert first.content == TEXT
    best.waiting.join()
    second = client.get(path, headers=ACCEPTED)
    assert second.headers["content-encoding"] == "br"
    assert int(second.headers["content-length"]) == len(brotli.compress(TEXT, mode=brotli.MODE_TEXT, quality=11))
    assert second.content == TEXT
    for seen in (first, second):
        assert seen.headers["vary"] == "Accept-Encoding"
        assert seen.headers["etag"] == 'W/"abc"'
        assert "immutable" in seen.headers["cache-control"]


def test_who_asks_first_gets_it_as_it_is_even_if_it_is_compressed_at_once(
    best: BestCompression, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = best.waiting.put
    monkeypatch.setattr(best.waiting, "put", lambda work: (put(work), best.waiting.join()))
    assert best.compressed(TEXT) is None
    assert best.compressed(TEXT)


def test_a_file_of_the_program_is_answered_from_memory_and_others_are_asked_for() -> None:
    asked: list[str] = []

    def told(request: Request) -> Response:
        asked.append(request.url.path)
        return Response(TEXT, media_type="text/javascript", headers=LASTING)

    best = BestCompression(Starlette(routes=[Route("/{name:path}", told)]), fixed=("/static/",))
    client = TestClient(best)
    for _ in range(3):  # as it is, compressed, from memory
        for path in ("/static/a.js", "/filer/a.json"):
            seen = client.get(path, headers=ACCEPTED)
            assert seen.content == TEXT
        best.waiting.join()
    assert asked == ["/static/a.js", "/filer/a.json"] * 2 + ["/filer/a.json"]
    assert seen.headers["content-encoding"] == "br"
    assert client.get("/static/a.js", headers=ACCEPTED).headers["etag"] == 'W/"abc"'
    assert "content-encoding" not in client.get("/static/a.js", headers={"Accept-Encoding": "identity"}).headers


def test_no_more_answers_are_kept_than_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "MOST_ANSWERS", 1)
    lasting = Response(TEXT, media_type="text/javascript", headers=LASTING)
    best = BestCompression(Starlette(routes=[Route("/{name:path}", lambda _request: lasting)]), fixed=("/static/",))
    client = TestClient(best)
    for path in ("/static/a.js", "/static/./a.js", "/static/a.js", "/static/./a.js"):
        client.get(path, headers=ACCEPTED)
        best.waiting.join()
    assert len(best.answers) == 1


def test_a_file_is_kept_once_whatever_asks_for_it(best: BestCompression) -> None:
    client = TestClient(best)
    for address in ("/lasting", "/lasting?again", "/lasting"):
        client.get(address, headers=ACCEPTED)
    best.waiting.join()
    assert list(best.kept) == [hashlib.sha256(TEXT).digest()]


@pytest.mark.parametrize("path", ["/changing", "/picture", "/missing"])
def test_what_changes_is_no_text_or_is_missing_stays_as_it_is(best: BestCompression, path: str) -> None:
    client = TestClient(best)
    client.get(path, headers=ACCEPTED)
    best.waiting.join()
    seen = client.get(path, headers=ACCEPTED)
    assert "content-encoding" not in seen.headers
    assert seen.status_code == (404 if path == "/missing" else 200)


def test_who_does_not_accept_brotli_gets_none_but_a_cache_is_told(best: BestCompression) -> None:
    best.compressed(TEXT)
    best.waiting.join()
    seen = TestClient(best).get("/lasting", headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in seen.headers
    assert seen.headers["vary"] == "Accept-Encoding"


def test_what_is_not_compressed_is_not_collected() -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for piece in (b"a", b"b"):
            yield piece
            assert sent[-1]["body"] == piece

    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": "/", "headers": [(b"accept-encoding", b"gzip")]}
    lasting = StreamingResponse(pieces(), media_type="text/javascript", headers=LASTING)
    complete(BestCompression(lasting)(scope, Event().wait, send))
    assert (b"vary", b"Accept-Encoding") in sent[0]["headers"]
    assert [message["body"] for message in sent[1:]] == [b"a", b"b", b""]


def test_the_oldest_leave_when_there_are_too_many(best: BestCompression) -> None:
    best.limit = len(brotli.compress(TEXT, mode=brotli.MODE_TEXT, quality=11)) + 5
    for content in (TEXT, TEXT[:-27]):
        best.compressed(content)
    best.waiting.join()
    assert len(best.kept) == 1
    assert best.compressed(TEXT[:-27])
    assert best.compressed(TEXT) is None


@pytest.mark.parametrize("damaged", [b"\x1f\x8b", gzip.compress(TEXT, mtime=0)[:-9], gzip.compress(TEXT, mtime=0) * 2])
def test_what_cannot_be_unpacked_goes_on_as_it_is_and_stops_nothing(best: BestCompression, damaged: bytes) -> None:
    for content in (damaged, TEXT):
        best.compressed(content)
    best.waiting.join()
    assert best.compressed(damaged) is None
    assert best.compressed(TEXT)


def test_a_bomb_is_not_unpacked(best: BestCompression, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression.packed, "unpack", partial(compression.packed.unpack, most=len(TEXT)))
    bomb, small = gzip.compress(bytes(len(TEXT) + 1)), gzip.compress(TEXT)
    for content in (bomb, small):
        best.compressed(content)
    best.waiting.join()
    assert best.compressed(bomb) is None
    assert best.compressed(small)


def test_no_more_wait_than_there_is_room_for(best: BestCompression, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compression, "MOST_WAITING", len(TEXT) - 1)
    for _ in range(2):
        assert best.compressed(TEXT) is None
        best.waiting.join()
    assert best.compressed(TEXT[1:]) is None
    best.waiting.join()
    assert best.compressed(TEXT[1:])


def test_files_named_first_are_ready_without_a_request(tmp_path: Path) -> None:
    (tmp_path / "first.js").write_bytes(TEXT)
    named = [tmp_path / "first.js", tmp_path / "gone.js"]
    best = BestCompression(Starlette(routes=[Route("/{name}", answer)]), first=lambda: named)
    best.waiting.join()
    assert TestClient(best).get("/lasting", headers=ACCEPTED).headers["content-encoding"] == "br"


def test_the_start_page_and_its_map_are_among_the_first_files() -> None:
    names = {path.name for path in server.first_files()}
    assert {"map.js", "map.css", "geometry-municipality.json.gz", "background.json.gz"} <= names
    assert any(name.startswith("index.") and name.endswith(".js") for name in names)


def test_streamlits_files_and_ours_come_small_through_the_whole_server() -> None:
    app = Starlette(routes=server.ROUTES, middleware=server.MIDDLEWARE)
    seen = TestClient(app).get(server.assets.url("shell/shell.js"), headers=ACCEPTED)
    assert seen.headers["content-encoding"] == "br"
    assert seen.text == packing.packed("shell/shell.js")
