"""Under and over 18 side by side: what the effort was measured to do for each, and where no number was given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.hotspot import process
from dashboard.hotspot.process import Quarter
from dashboard.i18n import cooperation_labels, labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.contracts import Comparison, Effect

UNDER, OVER = ("under_18", "15-17"), ("18_plus", "18-24")
COUNTED = "persons_charged_per_1000"


@dataclass(frozen=True)
class SideLine:
    """One question with its answer for those under and those over 18."""

    what: str
    under: str
    over: str


@dataclass(frozen=True)
class Results:
    """The results of an effort for persons charged, by comparison, and the newest quarter of the work."""

    comparisons: Sequence[Comparison]
    effects: Sequence[Effect]
    names: Mapping[str, str]
    work: Sequence[Quarter]


def lines(found: Results, words: Words) -> list[SideLine]:
    under, over = pair(found, UNDER), pair(found, OVER)
    not_found = next((words.text(row.not_found) for row in found.comparisons if row.not_found.da), "")
    shown = (under, over)
    rows = [
        SideLine(words("Alder i opgørelsen"), *(age_of(row, words) for row in shown)),
        SideLine(words("Sigtede pr. 1.000 i hotspotområderne"), *(levels(found, row, True, words) for row in shown)),
        SideLine(words("Sigtede pr. 1.000 i kontrolområderne"), *(levels(found, row, False, words) for row in shown)),
        SideLine(words("Forskellen mellem de to ændringer"), *(difference(found, row, words) for row in shown)),
        SideLine(words("Hvad der er sagt om det"), words.text(under.certainty) if under else "", not_found),
    ]
    return [*rows, *work_lines(found.work, words)]


def pair(found: Results, ages: Sequence[str]) -> Comparison | None:
    return next((row for row in found.comparisons if row.indicator_id == COUNTED and row.age_group in ages), None)


def age_of(row: Comparison | None, words: Words) -> str:
    return labels.age_group(row.age_group, words) if row else words("intet tal oplyst")


def effect(found: Results, row: Comparison) -> Effect | None:
    return next(
        (
            each
            for each in found.effects
            if each.comparison_id == row.comparison_id and each.reference_id == row.control_id
        ),
        None,
    )


def levels(found: Results, row: Comparison | None, is_treated: bool, words: Words) -> str:
    """75 i 2009, 50 i 2013."""
    measured = effect(found, row) if row else None
    if row is None or measured is None:
        return words("intet tal oplyst")
    before, after = (
        (measured.treated_before, measured.treated_after)
        if is_treated
        else (measured.reference_before, measured.reference_after)
    )
    return words(
        "{before} i {start}, {after} i {end}",
        before=words.number(before),
        start=row.before,
        after=words.number(after),
        end=row.after,
    )


def difference(found: Results, row: Comparison | None, words: Words) -> str:
    measured = effect(found, row) if row else None
    if measured is None:
        return words("intet tal oplyst")
    told = words("{difference} pr. 1.000 (beregnet af os)", difference=words.signed(measured.difference))
    if measured.low is None or measured.high is None:
        return told
    return f"{told}, " + words(
        "95 %-interval fra {low} til {high}", low=words.signed(measured.low), high=words.signed(measured.high)
    )


def period(pairs: Sequence[Comparison]) -> str:
    """2009–2013: the first and the last year that are compared."""
    first, last = min(row.before for row in pairs), max(row.after for row in pairs)
    return "–".join(map(str, dict.fromkeys((first, last))))


def work_lines(work: Sequence[Quarter], words: Words) -> list[SideLine]:
    """The newest quarter of the measures that tell the ages apart."""
    last = max((row.quarter for row in work), default="")
    newest = {(row.measure, row.age_group): row for row in work if row.quarter == last and row.age_group != "all"}
    measures = dict.fromkeys(measure for measure, _ in newest)

    def told(measure: str, age: str) -> str:
        row = newest.get((measure, age))
        return process.told(row, words) if row else words("intet tal oplyst")

    return [
        SideLine(
            f"{words(cooperation_labels.PROCESS_MEASURES[measure])}, {process.quarter_name(last, words)}",
            told(measure, UNDER[0]),
            told(measure, OVER[0]),
        )
        for measure in measures
    ]


def sentence(found: Results, words: Words) -> str:
    """What is known of both, or that nothing is printed of those over 18."""
    under, over = pair(found, UNDER), pair(found, OVER)
    if under and over:
        return words(
            "Under 18: {under}. Over 18: {over}.",
            under=difference(found, under, words),
            over=difference(found, over, words),
        )
    told = words("Under 18: {under}.", under=levels(found, under, True, words))
    return f"{told} " + words("Over 18 er intet tal oplyst; kilden siger kun, at der ikke blev fundet en effekt.")


def columns(words: Words) -> list[Column]:
    return [
        Column("what", words("Hvad")),
        Column("under", words("Under 18 år")),
        Column("over", words("18 år og derover")),
    ]
