"""Texts of data and of readers in Markdown, which Streamlit reads in every text it is given."""

from __future__ import annotations

import re

SIGNS = re.compile(r"([\\`*_{}\[\]<>()#+\-.!|~$:&])")
SPACES = re.compile(r"[ \t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]+")  # a new line could begin a heading or a list
WEB_ADDRESS = re.compile(r"https?://[^\s\x00-\x1f]+")
LONGEST = 60  # signs of what somebody typed, in a sentence

# What is read once more after the signs are escaped. A character of no width in its middle makes it a text.
JOINER = "\N{WORD JOINER}"
_SHORT_NAME = r"(?<=:)(?=[\w+/-]+:)"  # :streamlit: is a picture, :smile: and :material/home: too
_LINK = r"(?<=[wW]{3})(?=\.)|(?=://)|(?<=[\w.+-])(?=@)"  # www.a.dk, http://a.dk, a@b.dk
_ARROW = r"(?:(?<=^[<>~-])|(?<=\s[<>~-]))(?=(?:->|[>=-])(?:\s|$))"  # -> is an arrow, -- a dash
SHORT_NAMES = re.compile(_SHORT_NAME)
READ_AGAIN = re.compile(f"{_SHORT_NAME}|{_LINK}|{_ARROW}")


def plain(text: str) -> str:
    """A text that is shown as it is written, wherever Streamlit reads Markdown; its spaces are joined as in HTML.

    Without this `1. september` is a list, `![x](url)` a request to a third party, `$` a formula, `:red[x]` a colour
    and `www.x.dk` a link.
    """
    return escaped(READ_AGAIN.sub(JOINER, text))


def link(address: str) -> str:
    """An address of the web as a link to it; any other text as `plain`."""
    if not WEB_ADDRESS.fullmatch(address):
        return plain(address)
    return f"[{escaped(SHORT_NAMES.sub(JOINER, address))}](<{escaped(address)}>)"


def own_link(text: str, address: str) -> str:
    """A text as a link to a page of ours."""
    return f"[{plain(text)}](<{escaped(address)}>)"


def typed(text: str) -> str:
    """What somebody typed, plain and short enough to stand in a sentence."""
    return plain(shortened(text))


def shortened(text: str) -> str:
    """The beginning of a text that is too long for a sentence."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"


def escaped(text: str) -> str:
    return SIGNS.sub(r"\\\1", SPACES.sub(" ", text))


def unescaped(text: str) -> str:
    """The inverse of `plain`, for a document."""
    return re.sub(r"\\(.)", r"\1", text.replace(JOINER, ""))
