"""The tables of the page Data og metode: indicators, official lists and sources, in the reader's language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

import pandas

from dashboard.i18n import certainties, labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column, source_names
from data.contracts import Indicator, Observation, OfficialList, Source
from data.query import Period


def indicators(catalogue: Iterable[Indicator], observations: Iterable[Observation], words: Words) -> pandas.DataFrame:
    """The table of `indicator_columns`, with the years each covers and how many numbers it holds (0 where there are
    none yet).
    """
    found: defaultdict[str, list[Period]] = defaultdict(list)
    for row in observations:
        found[row.indicator_id].append((row.period_start, row.period_end))
    return pandas.DataFrame(
        [
            {
                "theme": words(labels.THEMES[row.theme]),
                "name": words.text(row.name),
                "definition": words.text(row.definition),
                "unit": labels.unit(row, words),
                "rule": words.text(row.counting_rule),
                "caveat": words.text(row.caveat),
                "years": years(found[row.indicator_id], words),
                "numbers": len(found[row.indicator_id]),
            }
            for row in catalogue
        ]
    )


def years(periods: Sequence[Period], words: Words) -> str:
    """From the first year to the last of some periods."""
    return words.period(min(start for start, _ in periods), max(end for _, end in periods)) if periods else ""


def indicator_columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Indikator")),
        Column("theme", words("Tema")),
        Column("definition", words("Definition")),
        Column("rule", words("Tælleregel"), optional=True),
        Column("unit", words("Enhed")),
        Column("years", words("År")),
        Column("numbers", words("Antal tal"), "number"),
        Column("caveat", words("Forbehold"), optional=True),
    ]


def lists(rows: Iterable[OfficialList], sources: Iterable[Source], words: Words) -> pandas.DataFrame:
    """The table of `list_columns`: the official lists in time, with how much of each is known."""
    names = source_names(sources)
    return pandas.DataFrame(
        [
            {
                "name": words.text(row.name),
                "date": labels.day(row.list_date, words),
                "areas": row.areas_total,
                "coverage": words(labels.LIST_COVERAGE[row.coverage]),
                "rule": words.text(row.rule),
                "source": names.get(row.source_id, row.source_id),
                "certainty": certainties.told(row.certainty, words),
                "note": words.text(row.note),
            }
            for row in sorted(rows, key=lambda row: (row.list_date, row.list_id))
        ]
    )


def list_columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Liste")),
        Column("date", words("Dato")),
        Column("areas", words("Antal områder"), "number"),
        Column("coverage", words("Dækning")),
        Column("rule", words("Kriterier"), optional=True),
        Column("certainty", words("Sikkerhed")),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
    ]


def sources(rows: Iterable[Source], words: Words) -> pandas.DataFrame:
    """The table of `source_columns`, by title."""
    return pandas.DataFrame(
        [
            {
                "title": row.title,
                "publisher": row.publisher,
                "date": labels.day(row.published, words),
                "kind": words(labels.SOURCE_CLASSES[row.source_class]),
                "licence": row.licence,
                "url": row.url,
                "note": words.text(row.note),
            }
            for row in sorted(rows, key=lambda row: row.title)
        ]
    )


def source_columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Titel")),
        Column("publisher", words("Udgiver")),
        Column("date", words("Udgivet"), optional=True),
        Column("kind", words("Kildens art")),
        Column("licence", words("Licens"), optional=True),
        Column("url", words("Adresse"), "link", optional=True),
        Column("note", words("Note"), optional=True),
    ]


def facts(indicator: Indicator, words: Words) -> dict[str, str]:
    """What one indicator means, as pairs of heading and text; what it does not say is left out."""
    pairs = {
        words("Definition"): words.text(indicator.definition),
        words("Tælleregel"): words.text(indicator.counting_rule),
        words("Enhed"): labels.unit(indicator, words),
        words("Hvad tælles"): labels.codes(labels.COUNTS, indicator.counts, words),
        words("Hvor tælles det"): words(labels.PLACES[indicator.place]),
        words("Retning"): words(labels.DIRECTIONS[indicator.direction]),
        words("Faktoren φ"): factor(indicator, words),
        words("Forbehold"): words.text(indicator.caveat),
    }
    return {heading: text for heading, text in pairs.items() if text}


def factor(indicator: Indicator, words: Words) -> str:
    """How much more than independent events its counts vary; nothing where that is unknown or persons are counted."""
    if indicator.dispersion is None or indicator.dispersion == 1:
        return ""
    return words("typisk {factor}; hver serie har sin egen", factor=words.number(indicator.dispersion, 1))
