"""An empty PowerPoint deck: its size, its one layout, its type and its language. Lengths are in points."""

from __future__ import annotations

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.opc.oxml import serialize_part_xml
from pptx.opc.package import Part
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from dashboard.documents.slide_parts import place

WIDTH, HEIGHT, MARGIN = 960, 540, 36
CONTENT = WIDTH - 2 * MARGIN
FOOT = 512
FONT = "Arial"  # exists, or has a twin of the same widths, on every machine
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def set_language(deck: Deck, tag: str) -> None:
    """Tell the language of every text, such as da-DK, which a screen reader and the spelling check ask for."""
    for part in (deck.part, *(slide.part for slide in deck.slides)):
        for run in part._element.iter(f"{DRAWING}rPr", f"{DRAWING}endParaRPr"):
            run.set("lang", tag)


def empty_deck() -> Deck:
    """A wide deck with one layout, a title alone, in our type."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    kept = next(layout for layout in deck.slide_layouts if layout.name == "Title Only")
    for layout in list(deck.slide_layouts):
        if layout is not kept and layout.name != kept.name:
            deck.slide_layouts.remove(layout)
    master = deck.slide_master
    for shape in [*master.placeholders, *kept.placeholders]:
        kind = shape.placeholder_format.type
        if "TITLE" in str(kind):
            place(shape, MARGIN, 20, CONTENT, 66)
        elif "BODY" in str(kind):
            place(shape, MARGIN, 100, CONTENT, FOOT - 110)
        else:
            shape._element.getparent().remove(shape._element)
    set_font(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    return deck


def set_font(theme: Part) -> None:
    """Write our font into a theme, from which every text takes it."""
    root = parse_xml(theme.blob)
    for face in root.iter(f"{DRAWING}latin"):
        if face.getparent().tag in (f"{DRAWING}majorFont", f"{DRAWING}minorFont"):
            face.set("typeface", FONT)
    theme.blob = serialize_part_xml(root)
