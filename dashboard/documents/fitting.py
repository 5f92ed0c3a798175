"""How texts and tables are made to fit a place in a document. All lengths are in points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import sqrt

import pandas
from fontTools.ttLib import TTFont

from dashboard.documents import typesetter
from dashboard.documents.records import clean

LEADING = 1.25
PADDING = 4  # on each side of a table's cell
WIDEST_WORD = 0.2  # of a table's width: a longer word is broken
CELL_CHARACTERS = 360
ELLIPSIS = "…"


@lru_cache(maxsize=2)
def widths_of(bold: bool) -> Mapping[str, float]:
    """The width of every sign of the type, as a part of its size."""
    with TTFont(typesetter.BOLD if bold else typesetter.REGULAR) as font:
        widths, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        return {chr(sign): widths[name][0] / unit for sign, name in font.getBestCmap().items()}


def width_of(text: str, size: float, bold: bool = False) -> float:
    """The width of a line of text."""
    widths = widths_of(bold)
    return size * sum(widths.get(sign, 0.0) for sign in typesetter.printable(text))


def rows_of(text: str, size: float, width: float, bold: bool = False) -> list[str]:
    """The lines of a text. A word that is wider than they are begins on a line of its own and is broken."""
    widths, found = widths_of(bold), []
    for row in typesetter.printable(clean(text)).split("\n"):
        line = ""
        for word in row.split(" "):
            longer = f"{line} {word}" if line else word
            if width_of(longer, size, bold) <= width:
                line = longer
                continue
            if line:
                found.append(line)
            line, taken = "", 0.0
            for sign in word:
                step = size * widths.get(sign, 0.0)
                if taken + step > width and line:
                    found.append(line)
                    line, taken = "", 0.0
                line, taken = line + sign, taken + step
        found.append(line)
    return found


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
    """The type that texts are measured in, which is as wide as Arial. `part` of a width is used, where the program that
    shows a document may break a line earlier than is measured here.
    """

    part: float = 1.0

    def height(self, text: str, size: float, width: float, bold: bool = False) -> float:
        """The height of a text in a width. A word that is wider begins on a line of its own and is broken."""
        return len(rows_of(text, size, max(width * self.part, size), bold)) * size * LEADING if text else 0.0

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
        return width_of(text, size, bold=True) / self.part


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


SHEET, SLIDE = Face(), Face(part=0.97)
