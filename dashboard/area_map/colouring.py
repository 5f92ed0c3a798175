"""What the colours of the map can say: the number itself, how it compares, or how it has changed.

A colouring is decided here once and drawn by the map in the page and by the stand-alone map alike. Classes are fixed
over all years and levels of an indicator.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from itertools import pairwise
from typing import Any

from dashboard.area_map.periods import bases
from dashboard.charts import theme
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data.contracts import Indicator, Observation

NUMBER, COUNTRY, MUNICIPALITY, CHANGE, LIST = "tal", "land", "kommune", "aendring", "liste"
NAMES = {
    NUMBER: N_("Tallet"),
    COUNTRY: N_("Forskel fra landet"),
    MUNICIPALITY: N_("Forskel fra kommunen"),
    CHANGE: N_("Ændring over tid"),
    LIST: N_("Officiel liste"),
}
TITLES = {
    NUMBER: N_("{name}"),
    COUNTRY: N_("{name}, sammenlignet med hele landet"),
    MUNICIPALITY: N_("{name}, sammenlignet med områdets kommune"),
    CHANGE: N_("Ændring: {name}"),
}
COMPARED = ("below", "similar", "above")
AGAINST = {COUNTRY: "country", MUNICIPALITY: "municipality", LIST: "country"}  # as the scripts call it
CHANGES = {  # by the number of classes
    3: (N_("fald: {span}"), N_("omtrent uændret: {span}"), N_("stigning: {span}")),
    5: (
        N_("stort fald: {span}"),
        N_("fald: {span}"),
        N_("omtrent uændret: {span}"),
        N_("stigning: {span}"),
        N_("stor stigning: {span}"),
    ),
}


@dataclass(frozen=True)
class Colouring:
    """Classes with their colours and words. `breaks` are upper class bounds: a value that is printed with `decimals` as
    a bound falls in the lower class, the last class is open. A comparison has `codes` for classes instead, and a list
    marks of different `shapes` too.
    """

    mode: str
    title: str
    colours: tuple[str, ...]
    labels: tuple[str, ...]
    breaks: tuple[float, ...] = ()
    codes: tuple[str, ...] = ()
    decimals: int = 0
    shapes: tuple[str, ...] = ()

    def place(self, value: float, row: Observation) -> int | None:
        """The class of a value, which is the row's own or its change; None where it cannot be compared."""
        if not self.codes:
            return bisect_left(self.breaks, printed(value, self.decimals))
        code = comparison(self.mode, row)
        return self.codes.index(code) if code in self.codes else None

    def for_browser(self, words: Words) -> dict[str, Any]:
        """What the scripts need to colour by it."""
        return {
            "id": self.mode,
            "label": words(NAMES[self.mode]),
            "title": self.title,
            "colours": list(self.colours),
            "labels": list(self.labels),
            "breaks": list(self.breaks),
            "change": self.mode == CHANGE,
            "codes": list(self.codes) or None,
            "against": AGAINST.get(self.mode),
            "decimals": self.decimals,
            "shapes": list(self.shapes) or None,
        }


def comparison(mode: str, row: Observation) -> str:
    """How a number compares with what the colouring holds it against: with the country where it says nothing else."""
    return row.municipality_comparison if mode == MUNICIPALITY else row.comparison


def colouring(mode: str, indicator: Indicator, words: Words) -> Colouring:
    """A colouring of an indicator. Raises ValueError where it has more classes than colours."""
    title = words(TITLES[mode], name=words.text(indicator.name))
    if mode in (COUNTRY, MUNICIPALITY):
        named = labels.COMPARISONS if mode == COUNTRY else labels.MUNICIPALITY_COMPARISONS
        return Colouring(
            mode,
            title,
            theme.compared(indicator.direction),
            tuple(words(named[code]) for code in COMPARED),
            codes=COMPARED,
        )
    written, shades = (
        (indicator.change_breaks, theme.DIVERGING) if mode == CHANGE else (indicator.class_breaks, theme.SEQUENTIAL)
    )
    breaks = printed_breaks((bound for bound in json.loads(written) if bound is not None), indicator.decimals)
    spans = class_labels(breaks, indicator.decimals, words)
    if mode == CHANGE and len(spans) in CHANGES:
        spans = [words(text, span=span) for text, span in zip(CHANGES[len(spans)], spans, strict=True)]
    shown = tuple(spread(shades, len(spans)))
    return Colouring(mode, title, shown, tuple(spans), breaks=breaks, decimals=indicator.decimals)


def printed(value: float, decimals: int) -> float:
    """A value as readers see it: what is printed as 14,0 is 14, and lies in the class that says so."""
    return float(Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN))


def printed_breaks(breaks: Iterable[float], decimals: int) -> tuple[float, ...]:
    """Class bounds as readers see them, each once. No fall is printed as 0: a bound below 0 is a step down or more."""
    step = 10.0**-decimals
    seen = {min(printed(bound, decimals), -step) if bound < 0 else printed(bound, decimals) for bound in breaks}
    return tuple(sorted(seen))


def spread(shades: Sequence[str], count: int) -> list[str]:
    """`count` colours from the whole range of shades. Raises ValueError where there are fewer."""
    if count > len(shades):
        raise ValueError(f"{count} classes, but only {len(shades)} colours can be told apart")
    return [shades[round(index * (len(shades) - 1) / max(count - 1, 1))] for index in range(count)]


def class_labels(breaks: Sequence[float], decimals: int, words: Words) -> list[str]:
    """The classes in words: højst 10 · over 10 til 20 · over 20."""
    whole = all(float(bound).is_integer() for bound in breaks)
    bounds = [words.number(bound, 0 if whole else decimals) for bound in breaks]
    if not bounds:
        return [words("alle værdier")]
    between = [words("over {low} til {high}", low=low, high=high) for low, high in pairwise(bounds)]
    return [words("højst {high}", high=bounds[0]), *between, words("over {low}", low=bounds[-1])]


def offered(rows: Sequence[Observation]) -> list[str]:
    """What the colours can say of some observations: the number always, the rest where there is something to say."""
    compared = [mode for mode in (COUNTRY, MUNICIPALITY) if any(comparison(mode, row) in COMPARED for row in rows)]
    return [NUMBER, *compared, *([CHANGE] if bases(rows) else [])]
