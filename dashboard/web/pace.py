"""Answers in parts, so that a slow reader costs a part and not a whole file, and is left when taking none for long."""

from __future__ import annotations

from anyio import fail_after
from starlette.types import ASGIApp, Message, Receive, Scope, Send

PART = 65_536  # bytes; what the server holds for each reader before it waits
PATIENCE = 30  # seconds for a part: 2 KB a second


class _LeftError(Exception):
    """The reader takes nothing more."""


class Pace:
    """ASGI middleware, the outermost. The connection of a reader who is left is closed by the server."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_in_parts(message: Message) -> None:
            body, has_more = message.get("body", b""), message.get("more_body", False)
            for start in range(0, len(body) or 1, PART):
                is_last = start + PART >= len(body)
                part = {**message, "body": body[start : start + PART], "more_body": has_more or not is_last}
                await _within_patience(send, part if "body" in message else message)

        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            await self.app(scope, receive, send_in_parts)
        except _LeftError:  # the answer stays unfinished, for which the server closes the connection
            return


async def _within_patience(send: Send, message: Message) -> None:
    try:
        with fail_after(PATIENCE):
            await send(message)
    except TimeoutError as error:
        raise _LeftError from error
