"""Observations as JSON-stat 2.0 (json-stat.org): a cube that statistics programs read.

The cube is sparse: a cell that no observation is of is left out, and one whose number is missing has a status instead.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import prod
from typing import Any

from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data.contracts import Indicator, Observation, Source, Status
from data.versions import Version

MEASURES = {
    "value": N_("Værdi"),
    "low": N_("Nedre grænse (95 %)"),
    "high": N_("Øvre grænse (95 %)"),
    "count": N_("Antal"),
    "population": N_("Befolkning"),
}
TITLES = {
    "indicator_id": N_("Nøgletal"),
    "area_id": N_("Område"),
    "period": N_("Periode"),
    "age_group": N_("Alder"),
    "breakdown": N_("Opdeling"),
    "edition": N_("Udgave"),
    "source_id": N_("Kilde"),
    "measure": N_("Mål"),
}
ROLES = {"geo": ["area_id"], "time": ["period"], "metric": ["measure"]}
NO_EDITION = "none"  # a category must have a name
LARGEST = 1_000_000  # cells of a cube: a program that knows no gaps holds them all


@dataclass(frozen=True)
class Names:
    """What the codes of observations are called, and which version they are of."""

    version: Version
    words: Words
    areas: Mapping[str, str]
    indicators: Mapping[str, Indicator]
    sources: Mapping[str, Source]
    mark: str


@dataclass(frozen=True)
class Cube:
    """Some observations with the codes of each dimension, in its order, and the place of each code."""

    rows: Sequence[Observation]
    places: Mapping[str, Mapping[str, int]]

    @property
    def cells(self) -> int:
        return prod(map(len, self.places.values()))

    def place(self, row: Observation, measure: str) -> int:
        """Where a number stands, the last dimension going fastest."""
        found = 0
        for code, places in zip((*coordinates(row), measure), self.places.values(), strict=True):
            found = found * len(places) + places[code]
        return found


def cube(rows: Sequence[Observation]) -> Cube:
    found = [sorted(set(codes)) for codes in zip(*map(coordinates, rows), strict=True)] or [[]] * (len(TITLES) - 1)
    dimensions = zip(TITLES, [*found, list(MEASURES)], strict=True)
    return Cube(rows, {name: {code: place for place, code in enumerate(codes)} for name, codes in dimensions})


def coordinates(row: Observation) -> tuple[str, ...]:
    """Of every dimension but the measure."""
    return (
        row.indicator_id,
        row.area_id,
        period(row),
        row.age_group,
        row.breakdown,
        row.edition or NO_EDITION,
        row.source_id,
    )


def period(row: Observation) -> str:
    single = row.period_start == row.period_end
    return str(row.period_start) if single else f"{row.period_start}-{row.period_end}"


def dataset(made: Cube, names: Names) -> dict[str, Any]:
    """The cube as a dataset of JSON-stat."""
    words, version = names.words, names.version
    indicators = [names.indicators[code] for code in made.places["indicator_id"]]
    cited = {row.source_id: names.sources[row.source_id].named for row in made.rows}
    notes = [names.mark] if names.mark else []
    return {
        "version": "2.0",
        "class": "dataset",
        "label": ", ".join(f"{words.text(each.name)} ({labels.unit(each, words)})" for each in indicators),
        "source": "; ".join(dict.fromkeys(cited.values())),
        "updated": version.time.strftime("%Y-%m-%dT%H:%M:%SZ"),
        "note": [*notes, words("Et tal, der mangler, har en status: hidden, not_collected, not_relevant, too_few.")],
        "id": list(made.places),
        "size": [len(codes) for codes in made.places.values()],
        "role": ROLES,
        "dimension": {name: _dimension(name, codes, names) for name, codes in made.places.items()},
        "value": _values(made),
        "status": {
            str(made.place(row, "value")): row.status.value for row in made.rows if row.status is not Status.SHOWN
        },
        "extension": {"dataset": version.dataset, "version": version.name},
    }


def _values(made: Cube) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in made.rows:
        numbers = (row.value, row.low, row.high, row.count, row.population)
        for measure, number in zip(MEASURES, numbers, strict=True):
            if number is not None:
                found[str(made.place(row, measure))] = number
    return found


def _dimension(name: str, codes: Iterable[str], names: Names) -> dict[str, Any]:
    category: dict[str, Any] = {"index": list(codes), "label": {code: label(name, code, names) for code in codes}}
    return {"label": names.words(TITLES[name]), "category": category}


def label(name: str, code: str, names: Names) -> str:
    """What a code of a dimension is called."""
    words = names.words
    if name == "indicator_id":
        return words.text(names.indicators[code].name)
    if name == "area_id":
        return names.areas.get(code, code)
    if name == "source_id":
        return names.sources[code].named
    if name == "measure":
        return words(MEASURES[code])
    if name == "age_group":
        return labels.age_group(code, words)
    if name == "breakdown":
        return labels.codes(labels.BREAKDOWNS, code, words)
    return "–" if code == NO_EDITION else code.replace("-", "–")
