"""Answers leave in parts, and a reader who takes none is left."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

import pytest
from starlette.responses import Response, StreamingResponse
from starlette.types import ASGIApp, Message

from dashboard.web import pace
from dashboard.web.pace import PART, Pace
from tests.loops import complete

SCOPE = {"type": "http", "method": "GET", "path": "/", "headers": []}


async def nothing() -> Message:
    await asyncio.Event().wait()
    raise AssertionError


def taken(app: ASGIApp, is_open: Callable[[int], bool] = lambda _: True) -> list[Message]:
    """What a reader takes of an answer, who takes message n only where it `is_open`."""
    found: list[Message] = []

    async def send(message: Message) -> None:
        if not is_open(len(found)):
            await asyncio.Event().wait()
        found.append(message)

    complete(Pace(app)(SCOPE, nothing, send))
    return found


@pytest.mark.parametrize("size", [0, 1, PART, PART + 1, 3 * PART])
def test_an_answer_is_the_same_in_parts(size: int) -> None:
    body = bytes(range(256)) * (size // 256) + b"x" * (size % 256)
    start, *parts = taken(Response(body))
    assert start["type"] == "http.response.start"
    assert b"".join(part["body"] for part in parts) == body
    assert max(len(part["body"]) for part in parts) <= PART
    assert [part["more_body"] for part in parts] == [True] * (len(parts) - 1) + [False]


def test_an_answer_that_comes_in_pieces_stays_one_answer() -> None:
    async def pieces():
        for piece in (b"a" * (PART + 1), b"b"):
            yield piece

    _start, *parts = taken(StreamingResponse(pieces()))
    assert b"".join(part["body"] for part in parts) == b"a" * (PART + 1) + b"b"
    assert [part["more_body"] for part in parts] == [True, True, True, False]


def test_a_reader_who_takes_nothing_more_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "PATIENCE", 0.05)
    found = taken(Response(b"x" * 10 * PART), lambda number: number < 3)
    assert len(found) == 3  # the head and two parts
    assert taken(Response(b"x"), lambda _: False) == []


def test_an_error_is_no_slow_reader() -> None:
    async def fail(*_: object) -> None:
        raise TimeoutError("of its own")

    with pytest.raises(TimeoutError, match="of its own"):
        taken(fail)
