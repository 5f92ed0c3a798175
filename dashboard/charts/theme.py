"""One visual language: colours that need no red or green, the same for a group on every page, and sizes.

`Sizes` carries the type scale into every figure, so that projector mode reaches axes and legends too.
"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.i18n import statuses
from data.contracts import Direction

TEXT = "#1b2a3a"
QUIET = "#4a5868"  # 7:1 on white
ACCENT = "#1f4e87"
CHARACTER_WIDTH = 0.62  # of the type size, for reserving room for a text beside what is drawn
GROUP_COLOURS = {"hotspot": "#b5451b", "control": "#1f4e87", "country": "#4a5868", "difference": "#6b2c91"}
GROUP_SYMBOLS = {"hotspot": "circle", "control": "square", "country": "diamond", "difference": "x"}
# Of a series year by year; dots join two points with unknown years between them.
GROUP_DASHES = {"hotspot": "solid", "control": "dash", "country": "longdashdot", "difference": "solid"}
# Areas beside each other, in the order they were chosen: after Okabe and Ito, each at least 5:1 on white so that a name
# can be written in it, and each with a symbol and a dash of its own.
COMPARE_COLOURS = ("#0072b2", "#b85000", "#007a59", "#a8497b", "#1b2a3a", "#7a5a00")
COMPARE_SYMBOLS = ("circle", "triangle-up", "square", "star", "triangle-down", "pentagon")
COMPARE_DASHES = ("solid", "longdash", "dashdot", "dash", "longdashdot", "14px,3px")
SEQUENTIAL = ["#e6eff6", "#b7d1e6", "#7dabd0", "#4580b4", "#1b4c86"]
DIVERGING = ["#7b3294", "#c2a5cf", "#f3f0e6", "#f2b46b", "#b35806"]
# Behind a status; word and icon always stand on it, in `ink`.
STATUS_COLOURS = {code: status.colour for code, status in statuses.CRITERIA.items()}


def ink(background: str) -> str:
    """The text colour that is easier to read on a background: at least 4.5:1 on every colour used here."""
    red, green, blue = (int(background[start : start + 2], 16) for start in (1, 3, 5))
    return TEXT if 0.299 * red + 0.587 * green + 0.114 * blue > 140 else "#ffffff"


def compared(direction: Direction) -> tuple[str, str, str]:
    """The colours of a number below, similar to and above what it is compared with. What is better is paler than what
    is worse: good news is not the loudest.
    """
    low, pale_low, middle, pale_high, high = DIVERGING
    return (
        pale_low if direction is Direction.LOW_IS_GOOD else low,
        middle,
        pale_high if direction is Direction.HIGH_IS_GOOD else high,
    )


@dataclass(frozen=True)
class Sizes:
    """Type and mark sizes in CSS pixels."""

    axis: int
    line: int
    mark: int
    chart_height: int
    tallest: int  # of a figure of rows; what is taller becomes several


DESK = Sizes(axis=14, line=3, mark=10, chart_height=440, tallest=10_000)
# Read three metres away on a projector of 1920 x 1080: axes at least 20 px, other text at least 24.
PROJECTOR = Sizes(axis=22, line=5, mark=16, chart_height=680, tallest=860)


def sizes(projector: bool) -> Sizes:
    return PROJECTOR if projector else DESK
