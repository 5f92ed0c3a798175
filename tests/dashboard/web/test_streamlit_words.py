"""Streamlit's own words (static/shell/danish.js) are those of the Streamlit that is installed."""

from __future__ import annotations

import re
from functools import cache

from dashboard.ui import assets
from dashboard.web.guard import STREAMLIT_FILES

RECORD = (assets.FOLDER / "shell" / "danish.js").read_text(encoding="utf-8")
PAIR = re.compile(r'^  \[\s*"(.+?)",\s*("(.+?)"|SILENT),?\s*\],$', re.MULTILINE)
PLACE = re.compile(r"\{(\w*)\}")
# What the scripts put together themselves, from which parts.
MADE_OF = {
    "Choose date, {month}": ("`Choose date`",),
    "day, {name}": ("day:`day`",),
    "month, {name}": ("month:`month`",),
    "year, {name}": ("year:`year`",),
    "Cannot connect to Streamlit (HTTP status: 403). If you are trying to access a Streamlit app running on another "
    "server, this could be due to the app's": ("Cannot connect to Streamlit (HTTP status: 403).", "due to the app's ["),
    "{n} option available.": (" option`", " available."),
    "{n} options available.": (" options`", " available."),
    "{name}, selected": (", selected",),
    "Connection failed with status {code}, and response:": ("Connection failed with status ", ", and response:"),
    "You can only select up to {n} option. Remove an option first.": ("You can only select up to ", "`option`"),
    "You can only select up to {n} options. Remove an option first.": ("`options`", ". Remove an option first."),
}


@cache
def scripts() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (STREAMLIT_FILES / "static" / "js").glob("*.js"))


def parts(english: str) -> tuple[str, ...]:
    joined = english.replace(". Running", "{}. Running")  # two sentences that the scripts join
    return MADE_OF.get(english) or tuple(part for part in PLACE.split(joined)[::2] if part)


def test_every_english_text_is_streamlits() -> None:
    pairs = PAIR.findall(RECORD)
    assert len(pairs) > 80
    assert len(pairs) == RECORD.count("\n  [")
    assert [english for english, *_ in pairs for part in parts(english) if part not in scripts()] == []


def test_every_text_is_there_once_and_its_places_in_both_languages() -> None:
    pairs = PAIR.findall(RECORD)
    texts = [english for english, *_ in pairs]
    assert len(texts) == len(set(texts))
    assert [english for english, _, danish in pairs if danish and PLACE.findall(english) != PLACE.findall(danish)] == []
