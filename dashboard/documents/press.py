"""Where documents wait to be made, so that nobody can hold up the pages by asking for many.

A press has threads of its own: those of the server stay free for pages and files.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from threading import Lock

AT_ONCE = 1  # more would share one interpreter, and hold up the pages
WAITING = 16  # a council's members who open a sheet at the same moment; the last of them waits some ten seconds
ROOM = 16_000_000  # bytes of finished documents: some 200 sheets


class BusyError(Exception):
    """So many documents wait to be made that no further one is begun."""


class Press:
    """Makes documents, at most `at_once` while `waiting` more wait, and keeps `room` bytes of those asked for last."""

    def __init__(self, at_once: int = AT_ONCE, waiting: int = WAITING, room: int = ROOM) -> None:
        self._threads = ThreadPoolExecutor(at_once, "press")
        self._most, self._room = at_once + waiting, room
        self._lock = Lock()
        self._making: dict[Hashable, Future[bytes]] = {}
        self._kept: OrderedDict[Hashable, bytes] = OrderedDict()

    async def made(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        """The document of that key, made once however many ask for it at the same time.

        Raises BusyError where too many wait, and whatever `make` raises.
        """
        found = self._asked(key, make)
        # a reader who goes away must not end what others wait for
        return found if isinstance(found, bytes) else await asyncio.shield(asyncio.wrap_future(found))

    def _asked(self, key: Hashable, make: Callable[[], bytes]) -> bytes | Future[bytes]:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
            if key not in self._making:
                if len(self._making) >= self._most:
                    raise BusyError
                self._making[key] = self._threads.submit(self._make, key, make)
            return self._making[key]

    def _make(self, key: Hashable, make: Callable[[], bytes]) -> bytes:
        document = b""
        try:
            document = make()
            return document
        finally:
            with self._lock:
                del self._making[key]
                if 0 < len(document) <= self._room:
                    self._kept[key] = document
                while sum(map(len, self._kept.values())) > self._room:
                    self._kept.popitem(last=False)


class Turns:
    """One at a time, for work that cannot leave its thread; `waiting` more may wait for their turn."""

    def __init__(self, waiting: int) -> None:
        self.free = 1 + waiting
        self._count, self._turn = Lock(), Lock()

    @contextmanager
    def taken(self) -> Iterator[None]:
        """A turn, when it comes. Raises BusyError where too many wait."""
        with self._count:
            if not self.free:
                raise BusyError
            self.free -= 1
        try:
            with self._turn:
                yield
        finally:
            with self._count:
                self.free += 1
