"""Find the texts to translate, for Babel: the constant texts given to `words(…)`, `words.plural(…)` and `N_(…)`.

Babel's own reader works on tokens: it misses calls inside f-strings and takes keys of nested look-ups for texts.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import Any, BinaryIO

TEXTS = {"words": 1, "N_": 1, "plural": 2}  # the function, and how many texts it begins with

Message = tuple[int, str, str | tuple[str, ...], list[str]]


def extract(file: BinaryIO, keywords: Any, comment_tags: Any, options: Any) -> Iterator[Message]:  # noqa: ARG001
    """Line, function, text (or singular and plural) and no comments, as Babel asks of an extractor."""
    for node in ast.walk(ast.parse(file.read())):
        if not isinstance(node, ast.Call):
            continue
        name: str = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
        given = [argument.value for argument in node.args[: TEXTS.get(name, 0)] if isinstance(argument, ast.Constant)]
        texts = tuple(text for text in given if isinstance(text, str))
        if texts and len(texts) == len(given):
            message = texts[0] if len(texts) == 1 else texts
            yield node.lineno, "ngettext" if len(texts) > 1 else "gettext", message, []
