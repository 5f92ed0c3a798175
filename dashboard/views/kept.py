"""Views that are made once and then kept: a chart takes a hundred times longer to make than to send.

A kept function is told everything it may depend on: the `Setting` of the run and its own arguments. What it gives is
kept by just these, so no choice of the reader can be forgotten, and a new version of the data is another setting. It
must read nothing else: no address, no clock, no session.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache, partial, wraps
from threading import Lock
from typing import Any, Concatenate, ParamSpec, TypeVar

from dashboard import store
from dashboard.charts import theme
from dashboard.charts.theme import Sizes
from dashboard.i18n.words import Words
from dashboard.views.view import View
from data.versions import Version

P = ParamSpec("P")
T = TypeVar("T")
MOST = 256  # what is kept of all pages: three times what one reader is shown of every page in both datasets


@dataclass(frozen=True)
class Setting:
    """What every view of a run has in common: the data, the language, the size of the type, and the day it is.

    Two settings are the same where a view looks the same in them.
    """

    version: Version = field(compare=False)
    words: Words = field(compare=False)
    projector: bool
    today: date
    key: tuple[str, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", (*store.key(self.version), self.words.language))

    @property
    def sizes(self) -> Sizes:
        return theme.sizes(self.projector)


def kept(make: Callable[Concatenate[Setting, P], T]) -> Callable[Concatenate[Setting, P], T]:
    """Keep what a function makes of a setting and its arguments; those that were used least recently are let go.

    Arguments are rows and texts, or lists and mappings of them; TypeError for anything else, such as a frame. What is
    kept is shared by all readers: a `View` is handed out so that nobody can change it for others, anything else must
    not be changed.
    """

    @wraps(make)
    def found(setting: Setting, /, *args: P.args, **kwargs: P.kwargs) -> T:
        key = (make, setting, frozen(args), frozen(kwargs))
        value: T = _once(_Call(key, partial(make, setting, *args, **kwargs))).value()
        return value.handed_out() if isinstance(value, View) else value  # type: ignore[return-value]

    return found


def frozen(value: Any) -> Hashable:
    """A value as a key: lists and mappings of rows and texts as tuples, in their order."""
    if isinstance(value, Mapping):
        return tuple((key, frozen(each)) for key, each in value.items())
    if isinstance(value, Sequence) and not isinstance(value, str):
        return tuple(map(frozen, value))
    hash(value)  # what cannot be a key must not be an argument
    return value  # type: ignore[no-any-return]


@dataclass(frozen=True)
class _Call:
    key: Hashable
    make: Callable[[], Any] = field(compare=False)


class _Once:
    """What a call gives, made by the first who asks; others who ask meanwhile wait for it."""

    def __init__(self, make: Callable[[], Any]) -> None:
        self._make = make
        self._lock = Lock()
        self._values: list[Any] = []

    def value(self) -> Any:
        with self._lock:
            if not self._values:
                made = self._make()
                self._values.append(made.marked() if isinstance(made, View) else made)
            return self._values[0]


@lru_cache(maxsize=MOST)
def _once(call: _Call) -> _Once:
    return _Once(call.make)
