"""Why something has no number or no class: one record a word, from which every page, picture and file draws."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from dashboard.i18n.words import N_

SIDE = 8  # of the square a pattern repeats
INK, THICKNESS = "#7b8794", 1.3


@dataclass(frozen=True)
class MissingWord:
    """`drawing` is an SVG path of moves (M) and lines (l, h, v) in a square of 8 by 8; `pattern` is its name."""

    code: str
    word: str
    pattern: str
    drawing: str

    @property
    def fill(self) -> str:
        """The fill of a shape in a document that holds the pattern."""
        return f"url(#area-map-{self.pattern})"

    @property
    def image(self) -> str:
        """The pattern as a picture for a style sheet."""
        svg = (
            f"<svg xmlns='http://www.w3.org/2000/svg' width='{SIDE}' height='{SIDE}'>"
            f"<path fill='#fff' d='M0,0h{SIDE}v{SIDE}H0z'/>"
            f"<path fill='none' stroke='{INK}' stroke-width='{THICKNESS}' d='{self.drawing}'/></svg>"
        )
        return f'url("data:image/svg+xml,{quote(svg, safe=" ,/:=-")}")'


# A number that is missing, by data.contracts.Status.
MISSING = (
    MissingWord("hidden", N_("skjult (diskretioneret)"), "hatch", "M-2,2 l4,-4 M0,8 l8,-8 M6,10 l4,-4"),
    MissingWord("not_collected", N_("ikke opgjort"), "dots", "M1,2 h2 M5,6 h2"),
    MissingWord("not_relevant", N_("ikke relevant"), "cross", "M0,0 l8,8 M8,0 l-8,8"),
    MissingWord("too_few", N_("for få til at vise"), "lines", "M0,4 h8"),
)
NOT_COMPARED = MissingWord("not_compared", N_("ikke sammenlignet"), "bars", "M4,0 v8")  # a number without a class
WORDS = {record.code: record for record in (*MISSING, NOT_COMPARED)}
