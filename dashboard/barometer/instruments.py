"""The instruments of the barometer, read from their table: themes with the numbers that tell of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.i18n.words import Words
from dashboard.views.tables import Column, citation
from data.contracts import IndicatorSet


@dataclass(frozen=True)
class Theme:
    """A theme of an instrument with its lines."""

    theme_id: str
    lines: tuple[IndicatorSet, ...]

    def name(self, words: Words) -> str:
        return words.text(self.lines[0].theme_name)


@dataclass(frozen=True)
class Instrument:
    """An instrument with its lines in their order."""

    instrument_id: str
    lines: tuple[IndicatorSet, ...]

    def title(self, words: Words) -> str:
        return words.text(self.lines[0].title)

    @cached_property
    def themes(self) -> tuple[Theme, ...]:
        found = dict.fromkeys(line.theme for line in self.lines)
        return tuple(Theme(theme, tuple(line for line in self.lines if line.theme == theme)) for theme in found)

    @property
    def indicator_ids(self) -> list[str]:
        return [line.indicator_id for line in self.lines if line.indicator_id]


@dataclass(frozen=True)
class LineText:
    """A line of an instrument as texts: whether there are numbers on the level, and whose choice the number is."""

    theme: str
    name: str
    indicator_id: str
    numbers: str
    choice: str
    levels: str
    note: str
    source: str


def instruments(lines: Iterable[IndicatorSet]) -> dict[str, Instrument]:
    """Every instrument by its id, in the order of the table."""
    found: dict[str, list[IndicatorSet]] = {}
    for line in lines:
        found.setdefault(line.instrument, []).append(line)
    return {
        name: Instrument(name, tuple(sorted(rows, key=lambda line: line.order))) for name, rows in found.items()
    }  # fmt: skip


def line_text(line: IndicatorSet, counts: dict[str, int], titles: dict[str, str], words: Words) -> LineText:
    """`counts`: how many areas of the level have a number, by indicator; `titles`: of sources by id."""
    count = counts.get(line.indicator_id, 0)
    return LineText(
        theme=words.text(line.theme_name),
        name=words.text(line.name),
        indicator_id=line.indicator_id,
        numbers=words.plural("{n} område", "{n} områder", count) if count else words("ikke opgjort"),
        choice=words("vores valg") if line.certainty == "C" else words("nævnt i kilden"),
        levels=words.text(line.levels),
        note=words.text(line.note),
        source=citation(titles.get(line.source_id, line.source_id), line.page, words) if line.source_id else "",
    )


def columns(words: Words) -> list[Column]:
    return [
        Column("theme", words("Tema")),
        Column("name", words("Nøgletal")),
        Column("numbers", words("Tal på niveauet")),
        Column("choice", words("Hvem valgte nøgletallet")),
        Column("levels", words("Kildens niveauer"), optional=True),
        Column("note", words("Note"), optional=True),
        Column("source", words("Kilde"), optional=True),
        Column("indicator_id", words("Nøgletal (kode)"), "code"),
    ]


def lacking(themes: Sequence[Theme], counted: Collection[str], words: Words) -> list[str]:
    """The themes that nobody has any number of on the level."""
    return [each.name(words) for each in themes if not any(line.indicator_id in counted for line in each.lines)]
