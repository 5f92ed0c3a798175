"""A line between the browser and the server that is slow, hangs or breaks: a small TCP proxy.

Bytes wait half the round trip in each direction. While the line hangs they wait, new connections too, as when packets
are lost and sent again; when it breaks, every connection is closed and new ones are refused until it is mended.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from urllib.parse import urlsplit

CHUNK = 65536  # bytes


class SlowLine:
    """A line to `server`; `round_trip` is in seconds and may change while the line is used."""

    def __init__(self, server: str, round_trip: float = 0) -> None:
        parts = urlsplit(server)
        self.target = parts.hostname, parts.port
        self.round_trip = round_trip
        self.is_broken = False
        self.flows: set[asyncio.Task[Any]] = set()
        self.loop = asyncio.new_event_loop()
        self.passing = asyncio.Event()
        self.passing.set()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.listener = self.told(asyncio.start_server(self.connect, "127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self.listener.sockets[0].getsockname()[1]}"

    def told(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Do something in the line's own thread."""
        return asyncio.run_coroutine_threadsafe(work, self.loop).result()

    def hang(self) -> None:
        self.told(self.turn(is_passing=False))

    def break_down(self) -> None:
        self.told(self.turn(is_passing=True, is_broken=True))

    def mend(self) -> None:
        self.told(self.turn(is_passing=True))

    async def turn(self, *, is_passing: bool, is_broken: bool = False) -> None:
        self.is_broken = is_broken
        (self.passing.set if is_passing else self.passing.clear)()
        if is_broken:
            for flow in self.flows:
                flow.cancel()

    def end(self) -> None:
        self.break_down()
        self.told(self.close())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()
        self.loop.close()

    async def close(self) -> None:
        self.listener.close()
        await asyncio.gather(*self.flows, return_exceptions=True)

    async def connect(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        flow = asyncio.current_task()
        self.flows.add(flow)
        try:
            if not self.is_broken:
                await self.carry(reader, writer)
        except asyncio.CancelledError:
            writer.transport.abort()  # broken: nothing that waits is carried
        finally:
            self.flows.discard(flow)
            writer.close()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            far_reader, far_writer = await asyncio.open_connection(*self.target)
            try:
                await asyncio.gather(self.flow(reader, far_writer), self.flow(far_reader, writer))
            finally:
                far_writer.transport.abort()

    async def flow(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One direction of a connection."""
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivery = asyncio.ensure_future(self.deliver(waiting, writer))
        try:
            while data := await reader.read(CHUNK):
                waiting.put_nowait((self.loop.time() + self.round_trip / 2, data))
            waiting.put_nowait((self.loop.time() + self.round_trip / 2, b""))
            await delivery
        finally:
            delivery.cancel()

    async def deliver(self, waiting: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        while True:
            due, data = await waiting.get()
            await asyncio.sleep(due - self.loop.time())
            await self.passing.wait()
            if not data:
                with suppress(OSError):
                    writer.write_eof()
                return
            writer.write(data)
            await writer.drain()


@contextmanager
def slow_line(server: str, round_trip: float = 0) -> Iterator[SlowLine]:
    """A line to `server`, ended afterwards."""
    line = SlowLine(server, round_trip)
    try:
        yield line
    finally:
        line.end()
