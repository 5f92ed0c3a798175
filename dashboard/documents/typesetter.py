"""Sets a document with Typst: a template of ours, and data that it shows as text and never reads as markup.

The PDF is tagged after PDF/UA-1, and the same data give the same bytes. Nothing is fetched: the type is in `fonts/`,
and a template imports only from other templates of the dashboard.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from fontTools.ttLib import TTFont

ROOT = Path(__file__).parents[1]  # templates stand beside the code that fills them in
FONTS = Path(__file__).parent / "fonts"
REGULAR, BOLD = FONTS / "LiberationSans-Regular.ttf", FONTS / "LiberationSans-Bold.ttf"
INVISIBLE = "\u00ad\u200b"  # where a word may be broken


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """The document of a template (its path from `dashboard/`) as PDF. `data`: what JSON can hold; strings are texts, or
    SVG for the template's pictures.
    """
    return compiled(template, data, format="pdf", pdf_standards=["ua-1"])


def png(svg: str, scale: float = 2) -> bytes:
    """A picture in SVG as PNG, with `scale` pixels for each of its units."""
    return compiled("documents/picture.typ", {"svg": svg}, format="png", ppi=96 * scale)


def compiled(template: str, data: Mapping[str, Any], **options: Any) -> bytes:
    """A compiler for each document, since documents are made in several threads."""
    inputs = {"data": json.dumps(in_our_type(data), ensure_ascii=False)}
    compiler = typst.Compiler(root=ROOT, font_paths=fonts(), ignore_system_fonts=True)
    content = compiler.compile(ROOT / template, sys_inputs=inputs, **options)
    assert isinstance(content, bytes)
    return content


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS])


@lru_cache(maxsize=1)
def letters() -> frozenset[str]:
    """The signs of the type. The regular and the bold have the same."""
    with TTFont(REGULAR) as font:
        every = map(chr, font.getBestCmap())
        return frozenset(sign for sign in every if unicodedata.category(sign)[0] != "C") | {*INVISIBLE, "\n"}


def in_our_type(data: Any) -> Any:
    """The same data with every text in the signs of the type."""
    if isinstance(data, str):
        return printable(data)
    if isinstance(data, Mapping):
        return {name: in_our_type(value) for name, value in data.items()}
    return [in_our_type(value) for value in data] if isinstance(data, list | tuple) else data


def printable(text: str) -> str:
    """The text in the signs of the type: a symbol that it lacks falls away, an accent too, any other sign becomes a
    question mark.
    """
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    for sign in set(text) - letters():
        kind, plain = unicodedata.category(sign), unicodedata.normalize("NFKD", sign)[0]
        if kind in ("So", "Sm"):
            text = text.replace(f"{sign} ", "").replace(sign, "")
        else:
            text = text.replace(sign, "" if kind[0] in "CM" else plain if plain in letters() else "?")
    return text
