"""The Streamlit side of meetings: the agenda as staff build it, and the bar of a running meeting.

The browser owns the agenda (`static/meeting/agenda.js`) and goes from item to item (`course.js`). Here is what it
cannot do: read damaged files, and know which areas exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import streamlit

from dashboard import store
from dashboard.areas import shelf
from dashboard.i18n.markdown import typed
from dashboard.i18n.words import Words
from dashboard.meeting import agenda, describing, example, faults, memory, texts
from dashboard.meeting.agenda import Agenda
from dashboard.meeting.faults import Fault
from dashboard.ui import address, assets, clock, navigation
from dashboard.ui.address import Choice
from dashboard.ui.address_keys import KEYS, Key
from data.errors import DataError
from data.versions import Version

PAGE, ANY, KEY = "moede", "alle", "agenda"

_editor = streamlit.components.v2.component("agenda", js=assets.LOADER)
_bar = streamlit.components.v2.component("meeting_bar", js=assets.LOADER)


def view(choice: Choice) -> Agenda:
    """The agenda to build, change, keep and start. Returns it as the browser last told of it."""
    words = choice.words
    agreed, found = agenda.read(told(KEY, "agenda") or agenda.write(Agenda()), knows)
    _editor(
        key=KEY,
        data={
            "script": assets.url("meeting/editor.js"),
            "texts": texts.editor_texts(words),
            "memory": memory.texts(words),
            "titles": {page.path: words(page.title) for page in navigation.PAGES},
            "example": agenda.as_dict(example.example(words)),
            "pages": [page.path for page in navigation.PAGES],
            "faults": faults.told(found, words),
            "described": describing.described(choice.version, agreed, words),
            "offered": offered(choice),
            "answer": streamlit.session_state.get("_agenda_answer"),
        },
        on_agenda_change=lambda: None,
        on_read_change=read,
        on_settled_change=lambda: address.choose(**{agenda.SHARED: None}),
    )
    return agreed


def bar(choice: Choice, page: str) -> None:
    """What a running meeting shows besides the view: the item, how far, how long, what was decided."""
    words = choice.words
    asked = choice.address.get("punkt", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 4 else 0
    if number < 1:
        choice.messages.warning(
            words("»{value}« er ikke et punkt på dagsordenen. Her vises punkt 1.", value=typed(asked))
        )
    _bar(
        key="bar",
        data={
            "script": assets.url("meeting/bar.js"),
            "texts": texts.bar_texts(words),
            "memory": memory.texts(words),
            "pages": [page.path for page in navigation.PAGES],
            "number": max(number, 1),
            "spoken": page == PAGE,
            "seen": seen(choice),
        },
    )


def seen(choice: Choice) -> dict[str, Any] | None:
    """What the view of a running meeting shows, for its memory; None where the item has none."""
    asked = choice.address.get("vis")
    shown = next((view for view in choice.gathered if asked in (None, view.key)), None)
    if shown is None:
        return None
    version = choice.version
    day, facts = clock.today().isoformat(), shelf.facts(version)
    return asdict(memory.seen(shown, day, version.name, facts, choice.words))


def told(key: str, name: str) -> Any:
    """What an element of the page has told, None where it has not; its name may come from any browser."""
    return (streamlit.session_state.get(key) or {}).get(name)


def read() -> None:
    """Read a text the browser cannot. The answer goes with every run from now on; the browser knows what it asked."""
    asked = told(KEY, "read")
    if not isinstance(asked, Mapping) or not isinstance(text := asked.get("text"), str):
        return
    found, wrong = agenda.read(text, knows)
    streamlit.session_state["_agenda_answer"] = {"id": asked.get("id"), **answer(found, wrong)}


def answer(found: Agenda, wrong: list[Fault]) -> dict[str, Any]:
    return {"agenda": agenda.as_dict(found), "faults": faults.told(wrong, Words(address.language()))}


def offered(choice: Choice) -> dict[str, Any] | None:
    """The agenda that came with the address, if one did."""
    shared = choice.address.get(agenda.SHARED)
    return None if shared is None else answer(*agenda.shared(shared, knows))


def knows(_page: str, choices: Mapping[str, str]) -> str | None:
    """The first choice of a link that points at nothing in its dataset; see `agenda.Knows`."""
    datasets = store.datasets()
    dataset = choices.get("datasaet", datasets[0])
    if dataset not in datasets:
        return "datasaet"
    try:
        version = store.current(dataset)
    except DataError:
        return None  # nothing can be known; the page itself will say why
    return next((key.name for key in KEYS.values() if not exists(key, choices.get(key.name, ""), version)), None)


def exists(key: Key, value: str, version: Version) -> bool:
    """Whether every id of a value is in the dataset; several are separated by commas."""
    asked = {part for part in value.split(",") if part not in ("", ANY)}
    if not key.table or not asked:
        return True
    table, column = key.table
    return asked <= set(store.table(version, table)[column])
