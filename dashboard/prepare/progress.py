"""How far prepare has come, told to whoever listens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_listener: ContextVar[Callable[[str], None] | None] = ContextVar("listener", default=None)


def say(sentence: str) -> None:
    """Tell how far it has come, to whoever listens (`heard_by`), else on the terminal."""
    listener = _listener.get()
    if listener:
        listener(sentence)
    else:
        print(sentence, flush=True)


@contextmanager
def heard_by(listener: Callable[[str], None]) -> Iterator[None]:
    """Within it what is said is told to `listener`."""
    token = _listener.set(listener)
    try:
        yield
    finally:
        _listener.reset(token)
