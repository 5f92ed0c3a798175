"""What a PDF says, and our own check of what a program can see of PDF/UA-1: tags, language, title, texts of figures.

veraPDF, the reference, needs Java and is not part of the tests.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from pypdf import PdfReader


def pages(content: bytes) -> int:
    return len(PdfReader(io.BytesIO(content)).pages)


def said(content: bytes) -> str:
    """All text in the order of reading, each space one space."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())


def language_of(content: bytes) -> str:
    return str(PdfReader(io.BytesIO(content)).trailer["/Root"]["/Lang"])


def links(content: bytes) -> list[str]:
    return [note["/A"]["/URI"] for note in annotations(PdfReader(io.BytesIO(content)))]


def annotations(reader: PdfReader) -> list[Any]:
    return [note.get_object() for page in reader.pages for note in page.get("/Annots", [])]


def elements(node: Any) -> Iterator[Any]:
    """Every element of the tag tree, in the order of reading."""
    children = node.get("/K", [])
    for child in children if isinstance(children, list) else [children]:
        found = child.get_object()
        if hasattr(found, "get") and "/S" in found:
            yield found
            yield from elements(found)


def tags(content: bytes) -> list[tuple[str, str]]:
    """The kind of every element, with the text that stands for it."""
    root = PdfReader(io.BytesIO(content)).trailer["/Root"]["/StructTreeRoot"]
    return [(str(found["/S"]), str(found.get("/Alt", ""))) for found in elements(root)]


def faults(content: bytes) -> list[str]:
    """What PDF/UA-1 asks and this file lacks."""
    reader = PdfReader(io.BytesIO(content))
    root, found = reader.trailer["/Root"], tags(content)
    xmp = reader.xmp_metadata.stream.get_data().decode()
    levels = [int(kind[2:]) for kind, _ in found if kind[:2] == "/H" and kind[2:].isdigit()]
    rules = {
        "marked as tagged": root["/MarkInfo"]["/Marked"] is not None and bool(root["/MarkInfo"]["/Marked"]),
        "language": bool(root.get("/Lang")),
        "title": bool(reader.metadata.title),
        "title shown": bool(root["/ViewerPreferences"]["/DisplayDocTitle"]),
        "identifier of PDF/UA-1": "<pdfuaid:part>1</pdfuaid:part>" in xmp,
        "a first heading of level 1, and none left out": levels[:1] == [1]
        and all(after <= before + 1 for before, after in pairwise(levels)),
        "text for every figure": all(alt.strip() for kind, alt in found if kind == "/Figure"),
        "headings in every table": found.count(("/Table", "")) == 0 or ("/TH", "") in found,
        "text for every link": all(note.get("/Contents") and "/StructParent" in note for note in annotations(reader)),
        "order of tabs": all(page.get("/Tabs") == "/S" for page in reader.pages if "/Annots" in page),
        "fonts within the file": all(map(is_embedded, fonts(reader))),
    }
    return [name for name, holds in rules.items() if not holds]


def fonts(reader: PdfReader) -> list[Any]:
    return [
        font.get_object() for page in reader.pages for font in page["/Resources"].get("/Font", {}).get_object().values()
    ]


def is_embedded(font: Any) -> bool:
    descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
    return "/ToUnicode" in font and bool({"/FontFile2", "/FontFile3"} & set(descriptor))
