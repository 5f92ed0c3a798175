"""Nothing that others typed is read as Markdown: not in an address, not in the data, on no page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from google.protobuf.message import Message
from streamlit.testing.v1 import AppTest

from dashboard import store
from dashboard.ui.navigation import PAGES, PageRecord
from tests import foreign
from tests.pages.test_pages import run
from tests.sweep import sampled

CHOICES = {"omraade": {"omraade": "taastrupgaard"}, "sammenlign": {"omraader": "taastrupgaard,gadehavegaard"}}
# What Streamlit does not read as Markdown: names of pictures, options of a list, what is read aloud, typed, or drawn by
# Plotly and by scripts of ours.
NOT_MARKDOWN = {"icon", "query_string", "alt", "spec", "json", "raw_value", "raw_values", "url"}
NOT_MARKDOWN_HERE = {("Selectbox", "options"), ("MultiSelect", "options"), ("PageConfig", "title"), ("Html", "body")}
TAGS = set(
    "a b button dd details div dl dt figcaption figure h2 h3 i img li nav ol p section small span summary table tbody "
    "td th thead tr ul".split()
)  # of the HTML that is ours
OWN_ADDRESS = re.compile(r"#[\w-]+|[a-z-]+(\?[^:/]*)?")  # of a page, with nothing of the data's that is not quoted


@pytest.fixture(scope="module")
def prepared(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("foreign")
    for dataset in ("published", "example"):
        foreign.publish(root / "data" / "prepared", dataset, folder)
    return folder


def strings(message: Message) -> Iterator[tuple[str, str, str]]:
    """Every text in a message and the messages in it, with the names of its message and field."""
    for field, value in message.ListFields():
        for each in value if field.is_repeated else [value]:
            if isinstance(each, Message):
                yield from strings(each)
            elif isinstance(each, str):
                yield message.DESCRIPTOR.name, field.name, each


def nodes(block: Any) -> Iterator[Any]:
    """Everything on a page, each with the message the browser gets of it."""
    for child in block.children.values():
        yield child
        yield from nodes(child) if hasattr(child, "children") else ()


def read_as_markdown(app: AppTest) -> list[str]:
    found = [text for node in nodes(app._tree) if node.proto is not None for text in strings(node.proto)]
    texts = [
        text for message, field, text in found if not {field, (message, field)} & (NOT_MARKDOWN | NOT_MARKDOWN_HERE)
    ]
    cells = [str(cell) for table in app.table for cell in table.value.reset_index().to_numpy().flat]
    return [*texts, *cells]


OWN_LINK = re.compile(  # to all that is known of a number, whose name is encoded, or to what programs read
    r"\[(Efterprøv|Efterprøv tallene|Check|Check these numbers)\]\(<data\?tal=[^<>()\[\]\s]+>\)"
    r"|\[[\w .:()]+\]\(/api/v1/[\w/.?=&-]+\)"
)


def unguarded(app: AppTest) -> list[str]:
    texts = [OWN_LINK.sub("", text) for text in read_as_markdown(app)]
    assert texts
    return [text for text in texts if any(mark in text for mark in foreign.UNGUARDED)]


class Markup(HTMLParser):
    """What is not ours in a piece of HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.foreign: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        goes_out = any(name == "href" and not OWN_ADDRESS.fullmatch(value or "") for name, value in attrs)
        goes_out |= any(name == "src" and not (value or "").startswith("data:image/svg+xml,") for name, value in attrs)
        if tag not in TAGS or goes_out or any(name.startswith("on") for name, _ in attrs):
            self.foreign.append(f"{tag} {attrs}")


def foreign_markup(app: AppTest) -> list[str]:
    markup = Markup()
    for part in app.get("html"):
        markup.feed(part.proto.body)
    return markup.foreign


def drawn(app: AppTest) -> list[str]:
    """The texts of all charts, in which Plotly reads some HTML."""
    return [text for chart in app.get("plotly_chart") for text in leaves(json.loads(chart.proto.spec))]


def leaves(part: Any) -> Iterator[str]:
    if isinstance(part, str):
        yield part
    elif isinstance(part, (dict, list)):
        for each in part.values() if isinstance(part, dict) else part:
            yield from leaves(each)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_an_address_of_foreign_texts_gives_sentences_alone(root: Path, page: PageRecord) -> None:
    app = run(root, page, **foreign.choices(page.path))
    assert not app.exception
    assert app.warning
    assert unguarded(app) == []
    assert foreign_markup(app) == []


@pytest.mark.parametrize("dataset", sampled(["published", "example"], ["example"]))
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.path)
def test_data_of_foreign_texts_are_texts_on_every_page(
    root: Path, prepared: Path, monkeypatch: pytest.MonkeyPatch, page: PageRecord, dataset: str
) -> None:
    monkeypatch.setattr(store, "ROOT", prepared)
    choices = CHOICES.get(page.path, {}) if dataset == "published" else {}
    app = run(root, page, datasaet=dataset, **choices)
    assert not app.exception
    assert unguarded(app) == []
    assert foreign_markup(app) == []
    assert [text for text in drawn(app) if "<a href" in text or "<img" in text] == []
