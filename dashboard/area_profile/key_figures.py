"""The key figures of an area: the newest number of every indicator beside its municipality's and the country's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas

from dashboard.area_profile.profile import SAME_SERIES, Profile
from dashboard.areas import atlas
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views import tables
from dashboard.views.tables import Column
from data.contracts import Status

SAME_NUMBER = [*SAME_SERIES, "period_start", "period_end"]
NOT_COMPARED = ("", "not_compared")
SUMMED = {"above": N_("{n} højere"), "below": N_("{n} lavere"), "similar": N_("{n} uden sikker forskel")}


@dataclass(frozen=True)
class Whole:
    """A larger area to hold a number against: its role in charts, the columns that prepare wrote of it, its words."""

    role: str
    value: str
    comparison: str
    comparisons: Mapping[str, str]
    name: str
    heading: str
    file_heading: str
    uncompared: str
    missing: str

    @property
    def status(self) -> str:
        """The column of `table` that says why it has no number."""
        return f"{self.role}_status"

    @property
    def cell(self) -> str:
        """The column of `table` that tells of it."""
        return f"in_{self.role}"


WHOLES = (
    Whole(
        "municipality",
        "municipality_reference",
        "municipality_comparison",
        labels.MUNICIPALITY_COMPARISONS,
        N_("kommunen"),
        N_("Mod kommunen"),
        N_("Kommunens tal"),
        N_("kommunen: {number} (ikke sammenlignet)"),
        N_("kommunen: {reason}"),
    ),
    Whole(
        "country",
        "reference",
        "comparison",
        labels.COMPARISONS,
        N_("landet"),
        N_("Mod landet"),
        N_("Landets tal"),
        N_("landet: {number} (ikke sammenlignet)"),
        N_("landet: {reason}"),
    ),
)


def table(own: Profile) -> pandas.DataFrame:
    """The rows of `Profile.newest` with name, number, period and source as texts and, for each of WHOLES, its status
    (a code of data.contracts.Status, empty where there is no such area) and its cell, empty where no row has a number.
    """
    words, rows = own.words, own.newest
    ids = (own.municipality_id, atlas.COUNTRY)
    rows = rows.assign(
        **{
            whole.status: [status(own, row, whole, area_id) for row in rows.to_dict("records")]
            for whole, area_id in zip(WHOLES, ids, strict=True)
        }
    )
    known = [(row, own.book.indicator(row["indicator_id"])) for row in rows.to_dict("records")]
    return rows.assign(
        name=[own.measure(row) for row, _ in known],
        number=[number(row, indicator, words) for row, indicator in known],
        period=[words.period(row["period_start"], row["period_end"]) for row, _ in known],
        source=[source(own, row) for row, _ in known],
        **{
            whole.cell: [cell(row, indicator, whole, words) if is_told(rows, whole) else "" for row, indicator in known]
            for whole in WHOLES
        },
    ).astype({whole.cell: object for whole in WHOLES})


def status(own: Profile, row: Mapping[str, Any], whole: Whole, area_id: str | None) -> str:
    """Whether a larger area has a number beside a row, and why not; empty where there is no such area."""
    if area_id is None or pandas.notna(row[whole.value]):
        return "" if area_id is None else Status.SHOWN.value
    same = own.comparable[own.comparable["area_id"] == area_id]
    for column in SAME_NUMBER:
        same = same[same[column] == row[column]]
    return next((reason for reason in same["status"] if reason != Status.SHOWN), Status.NOT_COLLECTED.value)


def surrounding(rows: pandas.DataFrame) -> list[Whole]:
    """The larger areas that the area of the rows lies in."""
    return [whole for whole in WHOLES if rows[whole.status].ne("").any()]


def is_told(rows: pandas.DataFrame, whole: Whole) -> bool:
    """Whether a larger area has a number, or one that is withheld, beside any of the rows."""
    return not set(rows[whole.status]) <= {"", Status.NOT_COLLECTED.value}


def cell(row: Mapping[str, Any], indicator: Mapping[str, Any], whole: Whole, words: Words) -> str:
    """How a number lies to that of a larger area for the same period and definition, or why that has none."""
    if row[whole.status] != Status.SHOWN:
        return words(whole.missing, reason=words(labels.MISSING[row[whole.status]]))
    known = labels.amount(row[whole.value], indicator, words)
    if row[whole.comparison] in NOT_COMPARED:
        return words(whole.uncompared, number=known)
    return f"{words(whole.comparisons[row[whole.comparison]])} ({known})"


def number(row: Mapping[str, Any], indicator: Mapping[str, Any], words: Words) -> str:
    """45,2 pr. 1.000 (32,2–61,9): a number with its interval, or the word for a missing one."""
    if row["status"] != Status.SHOWN:
        return words(labels.MISSING[row["status"]])
    known, limits = labels.amount(row["value"], indicator, words), labels.interval(row, indicator, words)
    return f"{known} ({limits})" if limits else known


def source(own: Profile, row: Mapping[str, Any]) -> str:
    return own.words(
        "{source}; sikkerhed {certainty}",
        source=own.citation(row),
        certainty=labels.certainty(row["value_certainty"], row["period_certainty"], own.words),
    )


def sentence(rows: pandas.DataFrame, words: Words) -> str:
    """How to read the key figures, and which larger areas have nothing to hold them against."""
    parts = [
        words("Det nyeste tal for hvert nøgletal. Stregen om en prik, og parentesen efter et tal, er 95 %-intervallet.")
        if rows["low"].notna().any()
        else words("Det nyeste tal for hvert nøgletal. Ingen kilde oplyser, hvor usikkert det er.")
    ]
    told = [words(whole.name) for whole in WHOLES if is_told(rows, whole)]
    if told:
        parts.append(
            words(
                "Tal for {wholes} er fra samme periode og opgjort på samme måde; ellers står der »ikke opgjort«.",
                wholes=words(" og ").join(told),
            )
        )
    return " ".join(filter(None, (*parts, untold_sentence(rows, words))))


def untold_sentence(rows: pandas.DataFrame, words: Words) -> str:
    """Which larger areas have no number beside any of the rows; empty where each has."""
    untold = [words(whole.name) for whole in surrounding(rows) if not is_told(rows, whole)]
    return (
        words(
            "Der er ingen tal for {wholes} fra samme periode, opgjort på samme måde.",
            wholes=words(" eller ").join(untold),
        )
        if untold
        else ""
    )


def summary(own: Profile) -> str:
    """How many key figures lie above and below the municipality and the country, or why none is compared."""
    words, rows = own.words, own.newest
    if rows.empty:
        return words("Der er endnu ingen tal for området i denne version af data.")
    compared = [counted(rows[whole.comparison], words(whole.name), words) for whole in WHOLES]
    if any(compared):
        return " ".join(filter(None, compared))
    return words.plural(
        "Områdets ene nøgletal kan ikke sammenlignes sikkert med kommunen eller landet.",
        "Ingen af områdets {n} nøgletal kan sammenlignes sikkert med kommunen eller landet.",
        len(rows),
    )


def counted(codes: pandas.Series, whole: str, words: Words) -> str:
    """7 nøgletal kan sammenlignes med kommunen: 3 højere, 4 lavere. Empty where none is compared."""
    counts = codes.value_counts()
    known = {text: int(counts[code]) for code, text in SUMMED.items() if code in counts}
    if not known:
        return ""
    return words.plural(
        "{n} nøgletal kan sammenlignes med {whole}: {list}.",
        "{n} nøgletal kan sammenlignes med {whole}: {list}.",
        sum(known.values()),
        whole=whole,
        list=", ".join(words(text, n=words.number(count)) for text, count in known.items()),
    )


def columns(words: Words) -> list[Column]:
    """The columns on the screen. Each cell says what it is by itself, for a telephone has no room for headings."""
    return [
        Column("name", words("Nøgletal")),
        Column("number", words("Tal")),
        Column("period", words("Periode")),
        *(Column(whole.cell, words(whole.heading), optional=True) for whole in WHOLES),
        Column("source", words("Kilde")),
    ]


def file_table(own: Profile, rows: pandas.DataFrame) -> pandas.DataFrame:
    """`rows` as from `table` for a file: every number in a column of its own, every comparison as a text."""
    words = own.words
    units = [words(labels.UNITS[own.book.indicator(name)["unit"]]) for name in rows["indicator_id"]]
    texts = {
        f"{whole.comparison}_text": [words(whole.comparisons[code]) for code in rows[whole.comparison]]
        for whole in WHOLES
    }
    return tables.observations(rows, own.book.names, own.sources, words).assign(
        indicator=rows["name"], unit=units, **texts
    )


def file_columns(rows: pandas.DataFrame, words: Words) -> list[Column]:
    """The columns of `file_table`; those of a municipality only where the area lies in one."""
    wholes = surrounding(rows)
    return tables.several_columns(
        words,
        *(
            column
            for whole in wholes
            for column in (
                Column(whole.value, words(whole.file_heading), "number", 2, reason=whole.status),
                Column(f"{whole.comparison}_text", words(whole.heading)),
            )
        ),
    )
