"""The tables of the page Data og metode: indicators, official lists and sources, in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column


def indicators(catalogue: pandas.DataFrame, observations: pandas.DataFrame, words: Words) -> pandas.DataFrame:
    """The catalogue in words, with the years it covers and how many numbers it holds (0 where there are none yet)."""
    known = observations.groupby("indicator_id").agg(
        first=("period_start", "min"), last=("period_end", "max"), numbers=("area_id", "size")
    )
    rows = catalogue.merge(known, left_on="indicator_id", right_index=True, how="left")
    return pandas.DataFrame(
        {
            "theme": [words(labels.THEMES[theme]) for theme in rows["theme"]],
            "name": rows[f"name_{words.language}"],
            "definition": rows[f"definition_{words.language}"],
            "unit": [words(labels.UNITS[unit]) for unit in rows["unit"]],
            "rule": rows[f"counting_rule_{words.language}"],
            "caveat": rows[f"caveat_{words.language}"],
            "years": [
                "" if pandas.isna(row.first) else words.period(int(row.first), int(row.last))
                for row in rows[["first", "last"]].itertuples()
            ],
            "numbers": rows["numbers"].fillna(0),
        }
    )


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


def lists(frame: pandas.DataFrame, sources: pandas.DataFrame, words: Words) -> pandas.DataFrame:
    """The official lists in time, with how much of each is known."""
    titles = sources.set_index("source_id")["title"]
    rows = frame.sort_values(["list_date", "list_id"])
    return pandas.DataFrame(
        {
            "name": rows[f"name_{words.language}"],
            "date": [labels.day(date, words) for date in rows["list_date"]],
            "areas": rows["areas_total"],
            "coverage": [words(labels.LIST_COVERAGE[coverage]) for coverage in rows["coverage"]],
            "rule": rows[f"rule_{words.language}"],
            "source": rows["source_id"].map(titles).fillna(rows["source_id"]),
            "certainty": rows["certainty"],
            "note": rows[f"note_{words.language}"],
        }
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


def sources(frame: pandas.DataFrame, words: Words) -> pandas.DataFrame:
    """The sources in words."""
    return frame.assign(
        kind=[words(labels.SOURCE_CLASSES[kind]) for kind in frame["source_class"]],
        date=[labels.day(date, words) for date in frame["published"]],
        note=frame[f"note_{words.language}"],
    ).sort_values("title")


def source_columns(words: Words) -> list[Column]:
    return [
        Column("title", words("Titel")),
        Column("publisher", words("Udgiver")),
        Column("date", words("Udgivet"), optional=True),
        Column("kind", words("Kildens art")),
        Column("licence", words("Licens"), optional=True),
        Column("url", words("Adresse"), optional=True),
        Column("note", words("Note"), optional=True),
    ]


def disclosures(frame: pandas.DataFrame, catalogue: pandas.DataFrame, words: Words) -> pandas.DataFrame:
    """What disclosure control hid, as counts alone, in words; where most is hidden first."""
    names = catalogue.set_index("indicator_id")[f"name_{words.language}"]
    frame = frame.sort_values(["hidden", "population"], ascending=False, kind="stable")
    return frame.assign(
        name=frame["indicator_id"].map(names),
        age=[labels.age_group(group, words) for group in frame["age_group"]],
        kind=["" if kind == "all" else labels.codes(labels.BREAKDOWNS, kind, words) for kind in frame["breakdown"]],
        level=[words(labels.GROUPINGS[grouping]) for grouping in frame["grouping"]],
    )


def disclosure_columns(words: Words) -> list[Column]:
    return [
        Column("name", words("Indikator")),
        Column("age", words("Alder")),
        Column("kind", words("Opdeling"), optional=True),
        Column("level", words("Vises for")),
        Column("values", words("Antal tal"), "number"),
        Column("hidden", words("Skjult i alt"), "number"),
        Column("primary", words("Fordi antallet er for lille"), "number"),
        Column("secondary", words("Fordi et andet ellers kan regnes ud"), "number"),
        Column("population", words("For få til at vise"), "number"),
    ]


def facts(indicator: Mapping[str, Any], words: Words) -> dict[str, str]:
    """What one indicator means, as pairs of heading and text; what it does not say is left out."""
    pairs = {
        words("Definition"): words.pick(indicator, "definition"),
        words("Tælleregel"): words.pick(indicator, "counting_rule"),
        words("Enhed"): words(labels.UNITS[indicator["unit"]]),
        words("Hvad tælles"): labels.codes(labels.COUNTS, indicator["counts"], words),
        words("Hvor tælles det"): words(labels.PLACES[indicator["place"]]),
        words("Retning"): words(labels.DIRECTIONS[indicator["direction"]]),
        words("Forbehold"): words.pick(indicator, "caveat"),
    }
    return {heading: text for heading, text in pairs.items() if text}
