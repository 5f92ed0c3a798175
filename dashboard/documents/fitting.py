"""How texts and tables are made to fit a place in a document. All lengths are in points."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import pandas
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.platypus import Paragraph

from dashboard.documents import pen
from dashboard.documents.records import clean

LEADING = 1.25
PADDING = 4  # on each side of a table's cell
WIDEST_WORD = 0.2  # of a table's width: a longer word is broken
CELL_CHARACTERS = 360
ELLIPSIS = "…"


def signs(text: str) -> str:
    """A text in the signs of the type. A symbol it does not have, which stands before a word, falls away."""
    pen.register_fonts()
    letters = pdfmetrics.getFont(pen.REGULAR).face.charToGlyph
    for sign in set(text):
        if ord(sign) not in letters and unicodedata.category(sign) in ("So", "Sm"):
            text = text.replace(f"{sign} ", "").replace(sign, "")
    return pen.printable(text)


def markup(text: str) -> str:
    """A text as reportlab's paragraphs read it, with nothing in it but text and line ends."""
    rows = clean(text).replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    return "<br/>".join(html.escape(signs(row)) for row in rows)


@dataclass(frozen=True)
class Grid:
    """A table that fits a width: cells as text, the widths of its columns, the height of its heading and of each row,
    the background colour of some cells by row and column. `left_out`: the number of columns there is no room for;
    `is_shortened`: whether any cell lacks the end of its text.
    """

    headings: list[str]
    rows: list[list[str]]
    widths: list[float]
    top: float
    heights: list[float]
    colours: dict[tuple[int, int], str]
    left_out: int
    is_shortened: bool = False

    def parts(self, first: float, following: float, most: int) -> tuple[list[range], int]:
        """The rows on each of at most `most` places, the first with its own room, and how many rows are left over."""
        found: list[range] = []
        start = 0
        while start < len(self.rows) and len(found) < most:
            room, end = (following if found else first) - self.top, start
            while end < len(self.rows) and (self.heights[end] <= room or (end == start and found)):
                room -= self.heights[end]
                end += 1
            found.append(range(start, end))
            start = end
        return found or [range(0)], len(self.rows) - start


@dataclass(frozen=True)
class Face:
    """A type and its bold, by their names in reportlab, in which texts are measured. `part` of a width is used, where
    the program that shows a document may break a line earlier than is measured here.
    """

    regular: str
    bold: str
    part: float = 1.0

    def style(self, size: float, bold: bool = False, **more: Any) -> ParagraphStyle:
        pen.register_fonts()
        return ParagraphStyle(
            "text", fontName=self.bold if bold else self.regular, fontSize=size, leading=size * LEADING, **more
        )

    def height(self, text: str, size: float, width: float, bold: bool = False) -> float:
        """The height of a text in a width. A word that is wider begins on a line of its own and is broken."""
        if not text:
            return 0.0
        width = max(width * self.part, size)
        words = [
            f"\n{word}" if len(word) > width / size and self.line(word, size) * self.part > width else word
            for word in text.split(" ")
        ]
        high: float = Paragraph(markup(" ".join(words)), self.style(size, bold)).wrap(width, 1e6)[1]
        return high

    def size_for(
        self, text: str, width: float, room: float, largest: float, smallest: float, bold: bool = False
    ) -> float:
        """The largest type size at which a text keeps within a place, but never below the smallest."""
        size = largest
        while size > smallest and self.height(text, size, width, bold) > room:
            size -= 1
        return max(size, smallest)

    def cut(self, text: str, size: float, width: float, room: float, bold: bool = False) -> tuple[str, str]:
        """As much of a text as a place holds, and the rest of it. It is cut between words where it can be."""
        if self.height(text, size, width, bold) <= room:
            return text, ""
        low, high = 0, len(text)
        while low < high:
            middle = (low + high + 1) // 2
            fits = self.height(text[:middle], size, width, bold) <= room
            low, high = (middle, high) if fits else (low, middle - 1)
        space = max(text.rfind(sign, 0, low + 1) for sign in " \n")
        end = space if space > low // 2 else low
        return text[:end].rstrip(), text[end:].lstrip()

    def shortened(self, text: str, size: float, width: float, room: float, bold: bool = False) -> str:
        """The text, or as much of it as a place holds and an ellipsis."""
        shown, rest = self.cut(text, size, width, room, bold)
        return f"{shown[:-2].rstrip()} {ELLIPSIS}" if rest and shown else shown

    def grid(
        self,
        display: pandas.DataFrame,
        width: float,
        size: float,
        colours: Mapping[str, Sequence[str]] | None = None,
        longest: int = CELL_CHARACTERS,
    ) -> Grid:
        """A table of texts (as of `tables.to_display`) in a width. Columns without room fall away from the right, rows
        never: a text is broken and, where it is longer than `longest` characters, shortened.
        """
        headings = [clean(heading) for heading in display.columns]
        rows = [[shorter(clean(cell), longest) for cell in row] for row in display.itertuples(index=False, name=None)]
        columns = list(zip(headings, *rows, strict=True))
        around = 2 * PADDING + 2
        least = [min(self.longest_word(column, size), width * WIDEST_WORD) + around for column in columns]
        whole = [max(self.line(text, size) for text in column) + around for column in columns]
        count = len(columns)
        while count > 1 and sum(least[:count]) > width:
            count -= 1
        widths = spread(least[:count], whole[:count], width)
        fills = {
            (row, place): colour
            for place, heading in enumerate(headings[:count])
            for row, colour in enumerate((colours or {}).get(heading, ()))
        }
        kept = [row[:count] for row in rows]
        heights = [self.row_height(row, widths, size) for row in kept]
        top = self.row_height(headings[:count], widths, size, bold=True)
        lacks = any(len(clean(cell)) > longest for column in list(display)[:count] for cell in display[column])
        return Grid(headings[:count], kept, widths, top, heights, fills, len(columns) - count, lacks)

    def row_height(self, cells: Sequence[str], widths: Sequence[float], size: float, bold: bool = False) -> float:
        highest = max(
            (self.height(text, size, width - 2 * PADDING, bold) for text, width in zip(cells, widths, strict=True)),
            default=0,
        )
        return max(highest, size * LEADING) + 2 * PADDING

    def longest_word(self, texts: Sequence[str], size: float) -> float:
        return max((self.line(word, size) for text in texts for word in text.split()), default=size)

    def line(self, text: str, size: float) -> float:
        """The width that a text needs for one line, in bold."""
        return pen.string_width(signs(text), self.bold, size) / self.part


def spread(least: Sequence[float], whole: Sequence[float], width: float) -> list[float]:
    """Widths between the least and the whole of every column: the narrow ones get all they need, the wide ones share
    what is left by the root of what they want, so that their lines come to be about as many.
    """
    found, room = dict(enumerate(least)), width - sum(least)
    wanted = {column: max(whole[column] - least[column], 0) for column in found}
    waiting = sorted(found, key=lambda column: wanted[column])
    while waiting:
        column, roots = waiting[0], sum(sqrt(wanted[other]) for other in waiting)
        equal = room / len(waiting)
        more = wanted[column] if wanted[column] <= equal else room * sqrt(wanted[column]) / roots
        found[column] += more
        room -= more
        del waiting[0]
    return list(found.values())


def shorter(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[:longest].rstrip()} {ELLIPSIS}"


SHEET = Face(pen.REGULAR, pen.BOLD)
SLIDE = Face("Helvetica", "Helvetica-Bold", 0.97)  # as wide as Arial
