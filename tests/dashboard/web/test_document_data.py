"""What the document tells the scripts of the frame."""

from __future__ import annotations

import json
import re
from pathlib import Path

from dashboard.i18n.words import LANGUAGES
from dashboard.meeting import texts
from dashboard.ui.address_keys import KEYS
from dashboard.web import document_data
from dashboard.web.document_data import tag
from dashboard.web.server import index_html

CASES = Path(__file__).parents[2] / "cases" / "agenda_link.json"


def told(page: str) -> dict:
    return json.loads(re.search(r'<script type="application/json" id="document-data">(.*?)</script>', page)[1])


def test_every_document_tells_every_language() -> None:
    for language in LANGUAGES:
        found = told(index_html(language))
        assert found == document_data.document_data()
        for by_language in ("languages", "added", "behind", "newer"):
            assert list(found[by_language]) == list(LANGUAGES)


def test_what_the_map_follows_by_itself_are_choices_of_its_page() -> None:
    drawn = told(tag())["drawn"]
    assert {"indikator", "aar", "omraade"} <= set(drawn)
    assert all("kort" in KEYS[name].pages or not KEYS[name].pages for name in drawn)


def test_the_names_of_the_reader_and_the_meeting_are_those_of_the_cases() -> None:
    assert told(tag())["readers"] == json.loads(CASES.read_text(encoding="utf-8"))["readers"]


def test_a_sentence_cannot_end_the_element(monkeypatch) -> None:
    monkeypatch.setattr(texts, "added_texts", lambda _words: {"one": "</script><b>"})
    tag.cache_clear()
    try:
        found = tag()
    finally:
        monkeypatch.undo()
        tag.cache_clear()
    assert found.count("<") == 2
    assert told(found)["added"]["da"]["one"] == "</script><b>"
