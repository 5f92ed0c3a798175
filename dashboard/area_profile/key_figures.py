"""The key figures of an area: the newest number of every indicator beside its municipality's and the country's."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import pandas

from dashboard.area_profile.profile import Profile
from dashboard.i18n import certainties, labels
from dashboard.i18n.words import N_, Words
from dashboard.views import tables
from dashboard.views.tables import Column
from data.contracts import Indicator, Observation, Status

NOT_COMPARED = ("", "not_compared")


@dataclass(frozen=True)
class Whole:
    """A larger area to hold a number against: its role in charts, what prepare wrote of it in a row, its words."""

    role: str
    value: Callable[[Observation], float | None]
    comparison: Callable[[Observation], str]
    comparisons: Mapping[str, str]
    name: str
    heading: str
    file_heading: str
    uncompared: str
    missing: str

    @property
    def cell(self) -> str:
        """The column of `table` that tells of it."""
        return f"in_{self.role}"


WHOLES = (
    Whole(
        "municipality",
        lambda row: row.municipality_reference,
        lambda row: row.municipality_comparison,
        labels.MUNICIPALITY_COMPARISONS,
        N_("kommunen"),
        N_("Mod kommunen"),
        N_("Kommunens tal"),
        N_("kommunen: {number} (ikke sammenlignet)"),
        N_("kommunen: {reason}"),
    ),
    Whole(
        "country",
        lambda row: row.reference,
        lambda row: row.comparison,
        labels.COMPARISONS,
        N_("landet"),
        N_("Mod landet"),
        N_("Landets tal"),
        N_("landet: {number} (ikke sammenlignet)"),
        N_("landet: {reason}"),
    ),
)


@dataclass(frozen=True)
class Held:
    """The number of a larger area beside a key figure, or why it has none, and how the figure lies to it."""

    status: Status
    value: float | None
    comparison: str


@dataclass(frozen=True)
class KeyFigure:
    """The newest number of an indicator, and what it is held against by the role of the larger area.

    A larger area that the area does not lie in is left out.
    """

    row: Observation
    indicator: Indicator
    name: str
    held: Mapping[str, Held]

    @property
    def has_interval(self) -> bool:
        return self.row.low is not None


Figures = Sequence[KeyFigure]


def figures(profile: Profile) -> list[KeyFigure]:
    """The key figures of an area in the catalogue's order."""
    withheld = {(row.area_id, *same_number(row)): row for row in reversed(profile.withheld_of_wholes())}
    return [
        KeyFigure(
            row,
            profile.book.indicators[row.indicator_id],
            profile.measure(row),
            {
                whole.role: held(row, whole, withheld.get((profile.wholes[whole.role], *same_number(row))))
                for whole in WHOLES
                if whole.role in profile.wholes
            },
        )
        for row in profile.newest
    ]


def same_number(row: Observation) -> tuple[str | int, ...]:
    """What two areas' rows share that give the same number of each."""
    return row.indicator_id, row.age_group, row.breakdown, row.edition, row.period_start, row.period_end


def held(row: Observation, whole: Whole, withheld: Observation | None) -> Held:
    """`withheld`: the larger area's own row where it says why it has no number."""
    value = whole.value(row)
    if value is not None:
        return Held(Status.SHOWN, value, whole.comparison(row))
    return Held(withheld.status if withheld else Status.NOT_COLLECTED, None, whole.comparison(row))


def table(profile: Profile, shown: Figures) -> pandas.DataFrame:
    """The table of `columns`: what a larger area has is told where it has a number beside any of the rows."""
    words = profile.words
    told = [whole for whole in WHOLES if is_told(shown, whole)]
    return pandas.DataFrame(
        [
            {
                "name": figure.name,
                "number": number(figure.row, figure.indicator, words),
                "period": words.period(figure.row.period_start, figure.row.period_end),
                "source": source(profile, figure.row),
                **{whole.cell: cell(figure, whole, words) if whole in told else "" for whole in WHOLES},
            }
            for figure in shown
        ]
    )


def surrounding(shown: Figures) -> list[Whole]:
    """The larger areas that the area of the figures lies in."""
    return [whole for whole in WHOLES if any(whole.role in figure.held for figure in shown)]


def is_told(shown: Figures, whole: Whole) -> bool:
    """Whether a larger area has a number, or one that is withheld, beside any of the figures."""
    return any(figure.held[whole.role].status != Status.NOT_COLLECTED for figure in shown if whole.role in figure.held)


def cell(figure: KeyFigure, whole: Whole, words: Words) -> str:
    """How a number lies to that of a larger area for the same period and definition, or why that has none."""
    beside = figure.held[whole.role]
    if beside.status != Status.SHOWN:
        return words(whole.missing, reason=words(labels.MISSING[beside.status]))
    amount = labels.quantity(beside.value, figure.indicator, words)
    start, end = figure.row.period_start, figure.row.period_end
    if end > start:  # the larger area has a number for each year as well
        amount = words("{number} i {period}", number=amount, period=words.period(start, end))
    if beside.comparison in NOT_COMPARED:
        return words(whole.uncompared, number=amount)
    return f"{words(whole.comparisons[beside.comparison])} ({amount})"


def number(row: Observation, indicator: Indicator, words: Words) -> str:
    """45,2 pr. 1.000 (32,2–61,9): a number with its interval, or the word for a missing one."""
    if row.status != Status.SHOWN:
        return words(labels.MISSING[row.status])
    amount = labels.quantity(row.value, indicator, words)
    limits = labels.interval(row.low, row.high, indicator, words)
    return f"{amount} ({limits})" if limits else amount


def source(profile: Profile, row: Observation) -> str:
    return profile.words(
        "{source}; {certainty}",
        source=profile.citation(row),
        certainty=certainties.certainty(row.value_certainty, row.period_certainty, profile.words),
    )


def sentence(shown: Figures, words: Words) -> str:
    """How to read the key figures, and which larger areas have nothing to hold them against."""
    parts = [
        words("Det nyeste tal for hvert nøgletal. Stregen om en prik, og parentesen efter et tal, er 95 %-intervallet.")
        if any(figure.has_interval for figure in shown)
        else words("Det nyeste tal for hvert nøgletal. Ingen kilde oplyser, hvor usikkert det er.")
    ]
    told = [words(whole.name) for whole in WHOLES if is_told(shown, whole)]
    if told:
        parts.append(
            words(
                "Tal for {wholes} er fra samme periode og opgjort på samme måde; ellers står der »ikke opgjort«.",
                wholes=words(" og ").join(told),
            )
        )
    return " ".join(filter(None, (*parts, untold_sentence(shown, words))))


def untold_sentence(shown: Figures, words: Words) -> str:
    """Which larger areas have no number beside any of the figures; empty where each has."""
    untold = [words(whole.name) for whole in surrounding(shown) if not is_told(shown, whole)]
    return (
        words(
            "Der er ingen tal for {wholes} fra samme periode, opgjort på samme måde.",
            wholes=words(" eller ").join(untold),
        )
        if untold
        else ""
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


def file_table(profile: Profile, shown: Figures) -> pandas.DataFrame:
    """The table of `file_columns`: numbers in columns of their own, in the unit of their row, comparisons as texts."""
    words, rows = profile.words, [figure.row for figure in shown]
    table = tables.observation_table(rows, profile.book.names, profile.sources, words)
    table["indicator"] = [figure.name for figure in shown]
    table["unit"] = [labels.unit(figure.indicator, words) for figure in shown]
    for whole in surrounding(shown):
        beside = [figure.held[whole.role] for figure in shown]
        table[f"{whole.role}_value"] = [number.value for number in beside]
        table[f"{whole.role}_status"] = [number.status.value for number in beside]
        table[f"{whole.role}_text"] = [words(whole.comparisons[number.comparison]) for number in beside]
    return table


def file_columns(shown: Figures, words: Words) -> list[Column]:
    """The columns of `file_table`; those of a municipality only where the area lies in one."""
    return tables.several_columns(
        words,
        *(
            column
            for whole in surrounding(shown)
            for column in (
                Column(f"{whole.role}_value", words(whole.file_heading), "number", 2, reason=f"{whole.role}_status"),
                Column(f"{whole.role}_text", words(whole.heading)),
            )
        ),
    )
