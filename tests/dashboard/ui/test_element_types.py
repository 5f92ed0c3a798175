"""What the scripts say they are given (static/shared/types.d.ts) is what Python sends."""

from __future__ import annotations

import dataclasses
import re
from types import SimpleNamespace
from typing import Any

import pytest

from dashboard import store
from dashboard.area_map import colouring, element_data
from dashboard.areas import shelf
from dashboard.barometer import element_data as barometer_data
from dashboard.barometer.choices import Asked
from dashboard.barometer.instruments import Instrument
from dashboard.i18n.words import Words
from dashboard.meeting import example, memory
from dashboard.meeting import page as meeting_page
from dashboard.meeting import texts as meeting_texts
from dashboard.meeting.agenda import Agenda, Item
from dashboard.ui import area_search, assets
from dashboard.web import document_data
from data.barometer import Reference
from data.contracts import Indicator
from tests.dashboard.areas.atlases import atlas
from tests.records import record

TYPES = (assets.FOLDER / "shared" / "types.d.ts").read_text(encoding="utf-8")
WORDS = Words("da")
CHOICE = SimpleNamespace(
    words=WORDS,
    address={},
    gathered=[],
    version=None,
    has_controls=True,
    messages=SimpleNamespace(warning=lambda *_: None),
)


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
    for module, name in ((meeting_page, "_editor"), (meeting_page, "_bar"), (area_search, "_element")):
        monkeypatch.setattr(module, name, lambda data, **_rest: kept.update(data))
    monkeypatch.setattr(store, "url", lambda *_: "/filer/search.json")
    monkeypatch.setattr(shelf, "book", lambda _version: atlas())
    return kept


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("MapTexts", element_data.texts),
        ("EditorTexts", meeting_texts.editor_texts),
        ("BarTexts", meeting_texts.bar_texts),
        ("AddedTexts", meeting_texts.added_texts),
        ("MemoryTexts", memory.texts),
        ("SearchTexts", area_search.texts),
        ("BarometerTexts", lambda words: barometer_data.texts(words, "landet")),
    ],
)
def test_texts(name: str, given: Any) -> None:
    assert texts(name) == set(given(WORDS))


def test_the_map() -> None:
    choice = dict.fromkeys(("indikator", "niveau", "aar", "farver", "fra", "delt", "omraade", "inden_for", "lag"))
    data = element_data.for_browser(
        WORDS, files=element_data.Files("c", "g", "v", "b", "m"), choice=choice, address={}, sentences={}, sources={}
    )
    assert fields("MapData") == set(data)
    assert fields("MapChoice") == set(data["choice"])


def test_a_colouring() -> None:
    indicator = record(Indicator, name="Sigtede", decimals=1, class_breaks="[10]", change_breaks="[]")
    made = colouring.colouring(colouring.NUMBER, indicator, WORDS).for_browser(WORDS)
    assert fields("Mode") == set(made)


def test_the_agenda(sent: dict[str, Any]) -> None:
    meeting_page.view(CHOICE)
    assert fields("EditorData") == set(sent)
    assert fields("ReadAgenda") == set(meeting_page.answer(Agenda(), []))
    made = example.example(WORDS)
    assert fields("Agenda") == {"format", "version", *vars(made)}
    assert fields("Item") == set(vars(Item("a", "")))
    assert fields("Seen") == {field.name for field in dataclasses.fields(memory.Seen)}
    assert fields("SeenNumber") == {field.name for field in dataclasses.fields(memory.Number)}
    assert fields("Last") == {field.name for field in dataclasses.fields(memory.Last)}


def test_the_bar(sent: dict[str, Any]) -> None:
    meeting_page.bar(CHOICE, "moede")
    assert fields("BarData") == set(sent)


def test_the_document() -> None:
    assert fields("DocumentData") == set(document_data.document_data())


def test_the_search(sent: dict[str, Any]) -> None:
    area_search.area_search(CHOICE, key="find", label="", on_choose=print)
    assert fields("SearchData") == set(sent)


def test_the_barometer() -> None:
    asked = Asked(Instrument("egen", ()), "municipality", Reference.COUNTRY, (), (), "", "")
    data = barometer_data.for_browser(WORDS, asked, file="f", address={}, profile="p", indicators={}, summaries=())
    assert fields("BarometerData") == set(data)
