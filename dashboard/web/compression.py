"""Text files that never change, compressed once as small as Brotli can and kept in memory by their content.

Nobody waits: until a file is ready it goes on as it is, to the quick compression of the whole server.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from queue import Queue
from threading import Thread

import brotli
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data import packed

LOG = logging.getLogger(__name__)

MOST_ANSWERS = 1_000  # the program has some 300 files; one file answers under any number of addresses (/./)
LIMIT = 16_000_000  # bytes kept; all scripts of Streamlit together are 6 MB
MOST_WAITING = 2 * LIMIT  # bytes that wait to be compressed: as many old versions may be asked for as there are
TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")


class BestCompression:
    """ASGI middleware. `first` names files to compress before anybody asks for them.

    Addresses that begin with one of `fixed` are those of the program's own files, which nobody can withdraw: once
    compressed they are answered without asking the application.
    """

    def __init__(
        self, app: ASGIApp, first: Callable[[], Iterable[Path]] = tuple, fixed: tuple[str, ...] = (), limit: int = LIMIT
    ) -> None:
        self.app, self.fixed, self.limit = app, fixed, limit
        self.answers: dict[str, tuple[Message, Message]] = {}  # by path
        self.kept: dict[bytes, bytes | None] = {}  # by the hash of a file as the server sends it; None while it waits
        self.waiting: Queue[tuple[bytes, bytes]] = Queue()
        for path in filter(Path.is_file, first()):
            self.compressed(path.read_bytes())
        Thread(target=self._compress_all, name="compression", daemon=True).start()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start: Message = {}
        body = bytearray()
        accepts = scope["type"] == "http" and "br" in Headers(scope=scope).get("accept-encoding", "")

        async def collect(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_lasting_text(message):
                start.update(message)
                if not accepts:
                    _describe(start, None)
                    await send(start)
            elif not start or not accepts:  # which need not be collected, so that a slow reader holds no whole file
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    small = self.compressed(bytes(body))
                    _describe(start, small)
                    whole = {"type": "http.response.body", "body": small or bytes(body)}
                    if small and scope["path"].startswith(self.fixed) and len(self.answers) < MOST_ANSWERS:
                        self.answers[scope["path"]] = {**start, "headers": list(start["headers"])}, whole
                    await send(start)
                    await send(whole)

        if scope["type"] != "http" or scope["method"] != "GET":
            await self.app(scope, receive, send)
            return
        if accepts and scope["path"] in self.answers:
            first, whole = self.answers[scope["path"]]
            await send({**first, "headers": list(first["headers"])})  # what is around us adds headers of its own
            await send(whole)
            return
        plain = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        await self.app({**scope, "headers": plain}, receive, collect)  # Streamlit would compress what it sends us

    def compressed(self, content: bytes) -> bytes | None:
        """The content as Brotli, or None while it waits for that. Gzip, as prepared files are, is unpacked first."""
        key = hashlib.sha256(content).digest()
        if key not in self.kept:
            if sum(len(other) for _, other in list(self.waiting.queue)) + len(content) <= MOST_WAITING:
                self.kept[key] = None
                self.waiting.put((key, content))
            return None  # even if it is ready by now: who asks first gets it as it is
        return self.kept.get(key)

    def _compress_all(self) -> None:
        while True:
            key, content = self.waiting.get()
            try:
                plain = packed.unpack(content) if content.startswith(packed.MAGIC) else content
                self.kept[key] = brotli.compress(plain, mode=brotli.MODE_TEXT, quality=11)
            except Exception:  # whatever it holds, the files after it are compressed
                LOG.exception("A file could not be compressed. It is sent as it is.")
            while sum(len(small or b"") for small in list(self.kept.values())) > self.limit:
                del self.kept[list(self.kept)[0]]  # the oldest; listed in one step, for requests add to it meanwhile
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
