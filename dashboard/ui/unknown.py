"""What an address asks for and nobody has: it is named in a sentence, and the nearest that exists is used."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Sequence
from typing import Protocol

from dashboard.i18n.markdown import LONGEST, plain, typed
from dashboard.i18n.words import Words

NAMED = 3  # of the values that are skipped


class Messages(Protocol):
    """Where the reader is told what is wrong with a link."""

    def warning(self, body: str, /, *, icon: str | None = None) -> object: ...

    def error(self, body: str, /, *, icon: str | None = None) -> object: ...


def nearest(
    asked: str | None,
    options: Sequence[str],
    default: str,
    messages: Messages,
    words: Words,
    label: str,
    describe: Callable[[str], str] = str,
) -> str:
    """The asked value, or the nearest valid one with a sentence about it: the nearest year, else the likest word."""
    if asked is None or asked in options:
        return asked or default
    if asked[:4].isdecimal() and all(option[:4].isdecimal() for option in options):
        value = min(options, key=lambda option: abs(int(option[-4:]) - int(asked[:4])))
    else:
        value = likest(asked, options) or default
    messages.warning(
        words(
            "Linket peger på et ukendt valg under {label}: »{value}«. I stedet vises {shown}.",
            value=typed(asked),
            label=label,
            shown=plain(describe(value)),
        )
    )
    return value


def likest(asked: str, options: Sequence[str]) -> str | None:
    """The option most like a word; nothing is like one that is longer than any name."""
    likely = difflib.get_close_matches(asked, options, n=1) if len(asked) <= LONGEST else []
    return next(iter(likely), None)


def skipped(unknown: Sequence[str], label: str, words: Words) -> str:
    """One sentence about all values that are no option: the first by name, the rest by number."""
    named = ", ".join(words("»{value}«", value=typed(value)) for value in unknown[:NAMED])
    if len(unknown) <= NAMED:
        return words(
            "Linket peger på et ukendt valg under {label}, som er sprunget over: {values}.", values=named, label=label
        )
    return words.plural(
        "Linket peger på ukendte valg under {label}, som er sprunget over: {values} og {n} anden værdi.",
        "Linket peger på ukendte valg under {label}, som er sprunget over: {values} og {n} andre værdier.",
        len(unknown) - NAMED,
        values=named,
        label=label,
    )
