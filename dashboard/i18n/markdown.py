"""Texts of data and of readers in Markdown, which Streamlit reads in every text it is given."""

from __future__ import annotations

import re


def plain(text: str) -> str:
    """A text with every Markdown sign escaped, so that it is shown as it is written.

    Without this `1. september` is a list, `![x](url)` a request to a third party and `$` a formula.
    """
    return re.sub(r"([\\`*_{}\[\]<>()#+\-.!|~$:&])", r"\\\1", text)


def unescaped(text: str) -> str:
    """The inverse of `plain`, for a document."""
    return re.sub(r"\\(.)", r"\1", text)
