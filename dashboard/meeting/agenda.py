"""An agenda: what a meeting goes through, as a file, a link and a text in the browser.

An item names a view by a link of the product: path and query, never a host; an item that is only spoken has none.
`vis` in the link names the one view of the page (`views.View.key`).
"""

from __future__ import annotations

import base64
import binascii
import json
import re
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import parse_qsl, quote, urlencode, urlsplit

from dashboard.meeting.faults import (
    A_DATE,
    A_LINK,
    A_MEMORY,
    A_TEXT,
    A_TIME,
    A_VERSION,
    AN_AGENDA,
    AN_ITEM,
    FEWER,
    MINUTES,
    QUOTED,
    SMALLER,
    Fault,
    quoted,
)
from dashboard.meeting.memory import Last, Seen, last_of, seen_of
from dashboard.ui import navigation
from dashboard.ui.address_keys import KEYS, renamed

FORMAT = "omraadebarometer-dagsorden"
VERSION = 2
SHARED = "dagsorden"  # the name in the address of an agenda that is shared as a link
MOST_MINUTES = 600
MOST_ITEMS = 200  # read from a file or a link: a meeting has ten, and each has its view looked up
LONGEST = 1_000_000  # bytes of a file, or of what a link unpacks to; a hundred items with long notes are a tenth of it

TEXTS = ("id", "title", "view", "note", "decision", "responsible")
MEMORIES = (("seen", seen_of), ("last", last_of))
ITEMS = re.compile(r'"items"\s*:\s*\[')
BETWEEN = re.compile(r"[\s,]*")
NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")

# Tells which choice of a link points at nothing: `knows(page, choices)` gives its name, None where all is known.
Knows = Callable[[str, Mapping[str, str]], str | None]


@dataclass(frozen=True)
class Item:
    """One item. `view` is "" where it is only spoken; `minutes` is 0 where it has no time of its own. `seen` is
    what its view showed in this meeting, `last` what was said and seen in the one before.
    """

    id: str
    title: str
    view: str = ""
    minutes: int = 0
    note: str = ""
    decision: str = ""
    responsible: str = ""
    seen: Seen | None = None
    last: Last | None = None


@dataclass(frozen=True)
class Agenda:
    """`date` is YYYY-MM-DD and `start` HH:MM; both may be empty."""

    title: str = ""
    date: str = ""
    place: str = ""
    items: tuple[Item, ...] = ()
    start: str = ""


def knows_all(_page: str, _choices: Mapping[str, str]) -> None:
    """For a reader of agendas that has no data at hand: every link is good."""


def target(view: str) -> tuple[str, dict[str, str]]:
    """The page's path and the choices of a link. Raises ValueError where it is no link to one of our pages."""
    parts = urlsplit(view)
    path = parts.path.strip("/") or navigation.START.path
    if parts.scheme or parts.netloc or not view.startswith("/") or path not in {page.path for page in navigation.PAGES}:
        raise ValueError(view)
    choices = {name: value for name, value in parse_qsl(parts.query) if name not in KEYS or KEYS[name].in_agenda}
    return path, renamed(path, choices)


def link(page: str, choices: Mapping[str, str]) -> str:
    """The link to a page with choices; the inverse of `target`."""
    query = urlencode(dict(choices), quote_via=quote, safe=",")
    return f"/{page}?{query}" if query else f"/{page}"


def write(agenda: Agenda) -> str:
    """The agenda as the text of a file."""
    return json.dumps({"format": FORMAT, "version": VERSION, **as_dict(agenda)}, ensure_ascii=False, indent=1)


def as_dict(agenda: Agenda) -> dict[str, Any]:
    """The agenda as the browser writes it: an item that remembers nothing says nothing of it."""
    found = asdict(agenda)
    items = [{name: part for name, part in item.items() if part is not None} for item in found["items"]]
    return {**found, "items": items}


def read(text: str, knows: Knows = knows_all) -> tuple[Agenda, list[Fault]]:
    """The agenda of a file, with every fault in it: it never raises. A broken item is left out; one whose link leads
    nowhere keeps its texts, which someone wrote, and loses the link. Of too many items the first are read. Version 1 is
    read as well.
    """
    if len(text.encode(errors="replace")) > LONGEST:
        return Agenda(), [Fault("1 MB+", SMALLER)]
    content, faults = parsed(text)
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        return Agenda(), [Fault(quoted(content.get("format", text) if isinstance(content, dict) else text), AN_AGENDA)]
    if content.get("version") not in (1, VERSION):
        faults.append(Fault(quoted(content.get("version")), A_VERSION))
    rows = content.get("items", [])
    if not isinstance(rows, list):
        faults.append(Fault(quoted(rows), AN_ITEM))
        rows = []
    if len(rows) > MOST_ITEMS:
        faults.append(Fault(f"{MOST_ITEMS}+", FEWER))
    head = {name: text_of(content, name, None, faults) for name in ("title", "date", "place", "start")}
    for name, is_valid, expected in (("date", is_date, A_DATE), ("start", is_time, A_TIME)):
        if head[name] and not is_valid(head[name]):
            faults.append(Fault(quoted(head.pop(name)), expected))
    found = [
        item_of(row, number, knows, faults) for number, row in enumerate(rows[:MOST_ITEMS], 1) if row is not BROKEN
    ]
    items = with_own_ids([item for item in found if item])
    return Agenda(**head, items=tuple(items)), sorted(faults, key=lambda fault: fault.number or 0)


BROKEN = object()  # stands for an item that is no JSON, so that those after it keep their numbers


def parsed(text: str) -> tuple[Any, list[Fault]]:
    """The JSON of a text. Of a damaged one what can be read: its head and every item that is whole."""
    try:
        return json.loads(text), []
    except (ValueError, RecursionError):
        start = ITEMS.search(text)
    if start is None:
        return None, []
    try:
        head = json.loads(text[: start.end()] + "]}")
    except (ValueError, RecursionError):
        return None, []
    rows, faults = whole_items(text, start.end())
    return {**head, "items": rows}, faults or [Fault(quoted(text[-QUOTED:]), AN_AGENDA)]


def whole_items(text: str, start: int) -> tuple[list[Any], list[Fault]]:
    """The items of a damaged text from a place on, at most one too many: `BROKEN` and a fault for each that is none."""
    rows: list[Any] = []
    faults, decoder = [], json.JSONDecoder()
    place = after_commas(text, start)
    while place < len(text) and text[place] != "]" and len(rows) <= MOST_ITEMS:
        try:
            row, place = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            row = BROKEN
            faults.append(Fault(quoted(text[place : place + 2 * QUOTED]), AN_ITEM, len(rows) + 1))
            following = NEXT_ITEM.search(text, place)
            place = following.end() if following else len(text)
        rows.append(row)
        place = after_commas(text, place)
    return rows, faults


def after_commas(text: str, place: int) -> int:
    """The next place that is neither comma nor space."""
    between = BETWEEN.match(text, place)
    return between.end() if between else place


def item_of(row: Any, number: int, knows: Knows, faults: list[Fault]) -> Item | None:
    """One item of a file; what is wrong with it goes into `faults`."""
    if not isinstance(row, dict):
        faults.append(Fault(quoted(row), AN_ITEM, number))
        return None
    texts = {name: text_of(row, name, number, faults) for name in TEXTS}
    if "view" not in row and "link" in row:  # version 1
        texts["view"] = text_of(row, "link", number, faults)
    minutes = row.get("minutes", 0)
    if not isinstance(minutes, int) or isinstance(minutes, bool) or not 0 <= minutes <= MOST_MINUTES:
        faults.append(Fault(quoted(minutes), MINUTES, number))
        minutes = 0
    texts["view"] = view_of(texts["view"], number, knows, faults)
    seen, last = (remembered(row.get(name), read, number, faults) for name, read in MEMORIES)
    return Item(**texts, minutes=minutes, seen=seen, last=last)


def remembered(found: Any, read: Callable[[Any], Any], number: int, faults: list[Fault]) -> Any:
    """What an item remembers of a meeting; nothing where that is damaged."""
    try:
        return read(found)
    except ValueError:
        faults.append(Fault(quoted(found), A_MEMORY, number))
        return None


def view_of(view: str, number: int, knows: Knows, faults: list[Fault]) -> str:
    """The link of an item without what does not belong in it; empty where it leads nowhere."""
    if not view:
        return ""
    try:
        page, choices = target(view)
    except ValueError:
        faults.append(Fault(quoted(view), A_LINK, number))
        return ""
    if wrong := knows(page, choices):
        faults.append(Fault(quoted(f"{wrong}={choices.get(wrong, '')}"), KEYS[wrong].expected, number))
        return ""
    return link(page, choices)


def text_of(row: Mapping[str, Any], name: str, number: int | None, faults: list[Fault]) -> str:
    """A text of a file; an absent one is empty. Half a character, which no file can hold, becomes a question mark."""
    value = row.get(name, "")
    if not isinstance(value, str):
        faults.append(Fault(quoted(value), A_TEXT, number))
        return ""
    return value.encode(errors="replace").decode()


def is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def is_time(text: str) -> bool:
    return re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]", text) is not None


def with_own_ids(items: list[Item]) -> list[Item]:
    """The items, each with an id that no other has."""
    taken, made = {item.id for item in items}, []
    seen = {""}
    for number, item in enumerate(items, 1):
        name = item.id
        while name in seen or (name != item.id and name in taken):
            name = f"{name or 'p'}{number}"
        seen.add(name)
        made.append(replace(item, id=name))
    return made


def shared(packed: str, knows: Knows = knows_all) -> tuple[Agenda, list[Fault]]:
    """The agenda that stands in a link, as `read` gives it."""
    try:
        return read(unpack(packed), knows)
    except ValueError:
        return Agenda(), [Fault(quoted(packed), AN_AGENDA)]


def unpack(packed: str) -> str:
    """The text of an agenda that stands in a link: deflate, then base64 for addresses. Of one that is longer than a
    file may be only so much that `read` will say so. Raises ValueError.
    """
    try:
        deflated = base64.urlsafe_b64decode(packed + "=" * (-len(packed) % 4))
        text = zlib.decompressobj(-zlib.MAX_WBITS).decompress(deflated, LONGEST + 1)
        return text.decode(errors="ignore" if len(text) > LONGEST else "strict")
    except (binascii.Error, zlib.error, UnicodeDecodeError) as error:
        raise ValueError(packed) from error
