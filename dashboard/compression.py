"""Text files that never change, compressed once as small as Brotli can and kept in memory by their content.

Nobody waits: until a file is ready it goes on as it is, to the quick compression of the whole server.
"""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Queue
from threading import Thread

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LIMIT = 16_000_000  # bytes kept; all scripts of Streamlit together are 6 MB
TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")


class BestCompression:
    """ASGI middleware. `first` names files to compress before anybody asks for them."""

    def __init__(self, app: ASGIApp, first: Callable[[], Iterable[Path]] = tuple, limit: int = LIMIT) -> None:
        self.app, self.limit = app, limit
        self.kept: dict[bytes, bytes | None] = {}  # by the hash of a file as the server sends it; None while it waits
        self.waiting: Queue[tuple[bytes, bytes]] = Queue()
        for path in filter(Path.is_file, first()):
            self.compressed(path.read_bytes())
        Thread(target=self._compress_all, name="compression", daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message = {}
        body = bytearray()

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_lasting_text(message):
                start.update(message)
            elif not start:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    accepts = "br" in Headers(scope=scope).get("accept-encoding", "")
                    small = self.compressed(bytes(body)) if accepts else None
                    _describe(start, small)
                    await send(start)
                    await send({"type": "http.response.body", "body": small or bytes(body)})

        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, collect)  # Streamlit would compress what it sends us

    def compressed(self, content: bytes) -> bytes | None:
        """The content as Brotli, or None while it waits for that. Gzip, as prepared files are, is unpacked first."""
        key = hashlib.sha256(content).digest()
        if key not in self.kept:
            self.kept[key] = None
            self.waiting.put((key, content))
        return self.kept.get(key)

    def _compress_all(self) -> None:
        while True:
            key, content = self.waiting.get()
            plain = gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content
            self.kept[key] = brotli.compress(plain, mode=brotli.MODE_TEXT, quality=11)
            while sum(len(small or b"") for small in list(self.kept.values())) > self.limit:
                del self.kept[next(iter(self.kept))]  # the oldest
            self.waiting.task_done()


def _is_lasting_text(start: Message) -> bool:
    headers = Headers(raw=start["headers"])
    lasting = start["status"] == 200 and "immutable" in headers.get("cache-control", "")
    readable = headers.get("content-encoding", "gzip") == "gzip"
    return lasting and readable and headers.get("content-type", "").startswith(TEXTS)


def _describe(start: Message, small: bytes | None) -> None:
    """Headers of an address with several encodings: caches keep them apart, and the tag is of the content alone."""
    headers = MutableHeaders(scope=start)
    headers.setdefault("Vary", "Accept-Encoding")
    if not headers.get("etag", "W/").startswith("W/"):
        headers["ETag"] = f"W/{headers['etag']}"
    if small:
        headers["Content-Encoding"], headers["Content-Length"] = "br", str(len(small))
