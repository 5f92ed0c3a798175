"""What the scripts say they are given (static/shared/types.d.ts) is what Python sends."""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard import agenda_example, assets, colouring, maps, show_meeting, show_search, store
from dashboard.agenda import Agenda, Item
from dashboard.words import Words

TYPES = (assets.FOLDER / "shared" / "types.d.ts").read_text(encoding="utf-8")
WORDS = Words("da")
CHOICE = SimpleNamespace(
    words=WORDS, address={}, version=None, has_controls=True, messages=SimpleNamespace(warning=lambda *_: None))


def texts(name: str) -> set[str]:
    """The names of a type of texts: `export type MapTexts = Texts<"map" | …>`."""
    declared = re.search(rf"export type {name} = Texts<(.*?)>", TYPES, re.DOTALL)
    return set(re.findall(r'"(\w+)"', declared[1]))


def fields(name: str) -> set[str]:
    """The fields of an interface."""
    declared = re.search(rf"export interface {name} {{\n(.*?)\n}}", TYPES, re.DOTALL)
    return set(re.findall(r"^  (\w+)\??:", declared[1], re.MULTILINE))


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the element that is shown next is given."""
    kept: dict[str, Any] = {}
    for module, name in ((show_meeting, "_editor"), (show_meeting, "_bar"), (show_search, "_element")):
        monkeypatch.setattr(module, name, lambda data, **_rest: kept.update(data))
    monkeypatch.setattr(store, "url", lambda *_: "/filer/search.json")
    return kept


@pytest.mark.parametrize(("name", "given"), [
    ("MapTexts", maps.texts), ("EditorTexts", show_meeting.texts), ("BarTexts", show_meeting.bar_texts),
    ("SearchTexts", show_search.texts),
])
def test_texts(name: str, given: Any) -> None:
    assert texts(name) == set(given(WORDS))


def test_the_map() -> None:
    choice = dict.fromkeys(("indikator", "niveau", "aar", "farver", "fra", "delt", "omraade", "inden_for", "lag"))
    data = maps.element_data(WORDS, files=maps.Files("c", "g", "v", "b", "m"), choice=choice, sentences={}, sources={})
    assert fields("MapData") == set(data)
    assert fields("MapChoice") == set(data["choice"])


def test_a_colouring() -> None:
    indicator = {"name_da": "Sigtede", "decimals": 1, "class_breaks": "[10]", "change_breaks": "[]"}
    made = colouring.colouring(colouring.NUMBER, indicator, WORDS).for_browser(WORDS)
    assert fields("Mode") == set(made)


def test_the_agenda(sent: dict[str, Any]) -> None:
    show_meeting.view(CHOICE)
    assert fields("EditorData") == set(sent)
    assert fields("ReadAgenda") == set(show_meeting.answer(Agenda(), []))
    example = agenda_example.example(WORDS)
    assert fields("Agenda") == {"format", "version", *vars(example)}
    assert fields("Item") == set(vars(Item("a", "")))


def test_the_bar(sent: dict[str, Any]) -> None:
    show_meeting.bar(CHOICE, "moede")
    assert fields("BarData") == set(sent)


def test_the_search(sent: dict[str, Any]) -> None:
    show_search.area_search(CHOICE, key="find", label="", on_choose=print)
    assert fields("SearchData") == set(sent)
