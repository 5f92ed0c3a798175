"""The sentences under and over a view: its sources, and what its lines and bars show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dashboard.charts.bars import Bar
from dashboard.charts.lines import Line
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import citation, is_derived
from data.contracts import Indicator, Observation, Source, SourceClass


class Cited(Protocol):
    """What has a source, and pages in it where they are known: 9, or 11, 13."""

    @property
    def source_id(self) -> str: ...

    @property
    def page(self) -> str: ...


@dataclass(frozen=True)
class Citation:
    """A source and its page alone."""

    source_id: str
    page: str = ""


def source_line(rows: Iterable[Cited], sources: Iterable[Source], words: Words) -> str:
    """The line under a picture: every source with its page, the certainty, and "Fiktive tal" where that is so."""
    cited, by_id = list(rows), {source.source_id: source for source in sources}
    pages = pages_of(cited)
    texts = [
        citation(by_id[source_id].title if source_id in by_id else source_id, ", ".join(found), words)
        for source_id, found in pages.items()
    ]
    parts = [words.plural("Kilde: {list}", "Kilder: {list}", len(texts), list="; ".join(texts))] if texts else []
    parts += certainty([row for row in cited if isinstance(row, Observation)], words)
    if any(by_id[name].source_class == SourceClass.FICTITIOUS for name in pages if name in by_id):
        parts.insert(0, words("FIKTIVE TAL"))
    return ". ".join(parts) + "."


def widened(indicator: Indicator, words: Words) -> str:
    """That the intervals of events are wider than those of independent ones, and by what; empty for persons."""
    if indicator.dispersion is None:
        return words(
            "Intervallerne er for smalle: hændelserne samler sig, men der er for få år til at måle hvor meget."
        )
    if indicator.dispersion == 1:
        return ""
    return words(
        "Intervallerne er gjort bredere, typisk {factor} gange: hændelserne samler sig, så tallene svinger mere fra år "
        "til år, end uafhængige hændelser ville.",
        factor=words.number(indicator.dispersion**0.5, 1),
    )


def pages_of(cited: Iterable[Cited]) -> dict[str, list[str]]:
    """Every source in the order they come in, with its pages, each once, in the order of the source."""
    pages: dict[str, set[str]] = {}
    for row in cited:
        pages.setdefault(row.source_id, set()).update(page for page in row.page.split(", ") if page)
    return {source_id: sorted(found, key=page_order) for source_id, found in pages.items()}


def page_order(page: str) -> tuple[int, str]:
    """Page 9 before page 10."""
    number = page.partition("-")[0]
    return (int(number) if number.isdigit() else 0, page)


def certainty(numbers: Sequence[Observation], words: Words) -> list[str]:
    """How sure some numbers are, and whether a source prints them; nothing without numbers."""
    if not numbers:
        return []
    pairs = {(row.value_certainty, row.period_certainty) for row in numbers}
    letters = sorted(labels.certainty(value, period, words) for value, period in pairs)
    derived = [is_derived(row) for row in numbers]
    told = words("Tallene er afledt") if all(derived) else words("Nogle af tallene er afledt")
    return [words("Sikkerhed: {list}", list=", ".join(letters)), *([told] if any(derived) else [])]


def trend_sentence(drawn: Sequence[Line], unit: str, words: Words, decimals: int = 0) -> str:
    """From where to where every line of a chart went."""
    return " ".join(line_sentence(line, unit, words, decimals) for line in drawn)


def line_sentence(line: Line, unit: str, words: Words, decimals: int) -> str:
    if not line.points:
        return words("{name}: ikke opgjort.", name=line.name)
    first, last = line.points[0], line.points[-1]
    values = {
        "name": line.name,
        "unit": unit,
        "first": words.number(first.value, decimals),
        "last": words.number(last.value, decimals),
        "start": words.period(*first.period),
        "end": words.period(*last.period),
    }
    if len(line.points) == 1:
        return words("{name}: {last} {unit} i {end}.", **values)
    change = round(last.value, decimals) - round(first.value, decimals)  # as the reader sees the two numbers
    if change < 0:
        return words("{name}: et fald fra {first} i {start} til {last} {unit} i {end}.", **values)
    if change > 0:
        return words("{name}: en stigning fra {first} i {start} til {last} {unit} i {end}.", **values)
    return words("{name}: {last} {unit} både i {start} og i {end}.", **values)


def change_sentence(changes: Sequence[Bar], words: Words, decimals: int = 0) -> str:
    """Every change in words: Hotspotområder: et fald på 38 %."""
    return " ".join(
        words("{name}: et fald på {size}.", name=bar.name, size=words.share(-bar.value / 100, decimals))
        if bar.value < 0
        else words("{name}: en stigning på {size}.", name=bar.name, size=words.share(bar.value / 100, decimals))
        for bar in changes
    )
