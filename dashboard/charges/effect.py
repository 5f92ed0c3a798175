"""The effect of an effort in words: the box with the result, the difference over time, single areas and the funnel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.funnel import Funnel
from data.trends import POINTS, Verdict


@dataclass(frozen=True)
class EffectCard:
    """The effect box: what happened, how sure that is, and for whom nothing was found.

    `parallel` says whether the groups ran in parallel before the effort, `holds` whether that supports the result;
    it is empty where nothing is known of the years before.
    """

    title: str
    sentence: str
    uncertainty: str
    certainty: str
    not_found: str
    parallel: str
    holds: bool
    rule: str
    source: str


def effect_card(
    comparison: Mapping[str, Any],
    effects: pandas.DataFrame,
    differences: pandas.DataFrame,
    names: Mapping[str, str],
    unit: str,
    source: str,
    words: Words,
    decimals: int = 0,
) -> EffectCard:
    """The box for one comparison. `effects` and `differences` are its rows of the tables of these names, the control
    group's first.
    """
    rows = list(effects.itertuples())
    sentences = [effect_sentence(row, comparison, names, unit, words, decimals) for row in rows[:1]]
    sentences += [
        words(
            "Målt mod {reference} (fra {before} til {after}) er forskellen {difference} {unit}.",
            reference=in_sentence(names[row.reference_id]),
            before=words.number(row.reference_before, decimals),
            after=words.number(row.reference_after, decimals),
            difference=words.signed(row.difference, decimals),
            unit=unit,
        )
        for row in rows[1:]
    ]
    uncertainty = [interval_sentence(row, names, unit, words, decimals) for row in rows if pandas.notna(row.low)]
    parallel, holds = parallel_trends(comparison, rows[0], differences, names, words) if rows else ("", True)
    return EffectCard(
        title=words.pick(comparison, "title"),
        sentence=" ".join(sentences),
        uncertainty=" ".join(uncertainty + [ratio_sentence(row, comparison, names, words) for row in rows[:1]]).strip()
        if uncertainty
        else words("Ingen usikkerhed kan beregnes, fordi antal ikke er offentliggjort."),
        certainty=words.pick(comparison, "certainty"),
        not_found=words.pick(comparison, "not_found"),
        parallel=parallel,
        holds=holds,
        rule=words(
            "Effekten er ændringen fra {before} til {after} i {treated} minus ændringen i {control}.",
            before=comparison["before"],
            after=comparison["after"],
            treated=in_sentence(names[comparison["treated_id"]]),
            control=in_sentence(names[comparison["control_id"]]),
        ),
        source=source,
    )


def effect_sentence(
    effect: tuple, comparison: Mapping[str, Any], names: Mapping[str, str], unit: str, words: Words, decimals: int
) -> str:
    """I hotspotområderne faldt tallet fra 75 til 50, i kontrolområderne fra 70 til 65: forskellen er −20 pr. 1.000."""
    values = {
        "treated": in_sentence(names[comparison["treated_id"]]),
        "reference": in_sentence(names[effect.reference_id]),
        "before": words.number(effect.treated_before, decimals),
        "after": words.number(effect.treated_after, decimals),
        "reference_before": words.number(effect.reference_before, decimals),
        "reference_after": words.number(effect.reference_after, decimals),
        "difference": words.signed(effect.difference, decimals),
        "unit": unit,
    }
    change = round(effect.treated_after, decimals) - round(effect.treated_before, decimals)  # as the reader sees them
    if change < 0:
        start = words("I {treated} faldt tallet fra {before} til {after}", **values)
    elif change > 0:
        start = words("I {treated} steg tallet fra {before} til {after}", **values)
    else:
        start = words("I {treated} var tallet uændret {before}", **values)
    return start + words(
        ", i {reference} gik det fra {reference_before} til {reference_after}: forskellen er {difference} {unit}.",
        **values,
    )


def interval_sentence(effect: tuple, names: Mapping[str, str], unit: str, words: Words, decimals: int) -> str:
    """The 95 % interval of a difference, and whether chance alone could have made it."""
    sentence = words(
        "Med 95 % sikkerhed ligger forskellen til {name} mellem {low} og {high} {unit}.",
        name=in_sentence(names[effect.reference_id]),
        low=words.signed(effect.low, decimals),
        high=words.signed(effect.high, decimals),
        unit=unit,
    )
    chance = words("Den kan altså skyldes tilfældigheder.")
    return f"{sentence} {chance}" if effect.low <= 0 <= effect.high else sentence


def ratio_sentence(effect: tuple, comparison: Mapping[str, Any], names: Mapping[str, str], words: Words) -> str:
    """The same effect as a ratio, with its interval and model, or why there is none."""
    if pandas.isna(effect.ratio):
        reason = labels.RATIO_REASONS.get(effect.ratio_reason)
        return words("Et forhold kan ikke beregnes: {reason}.", reason=words(reason)) if reason else ""
    sentence = words(
        "Som forhold, over alle år til og med {before} og alle år fra {after}: tallet i {treated} blev {ratio} gange "
        "det, udviklingen i {reference} ville have ført til (95 %-interval {low}–{high}; {model}). 1 er ingen effekt.",
        before=comparison["before"],
        after=comparison["after"],
        treated=in_sentence(names[comparison["treated_id"]]),
        reference=in_sentence(names[effect.reference_id]),
        ratio=words.number(effect.ratio, 2),
        low=words.number(effect.ratio_low, 2),
        high=words.number(effect.ratio_high, 2),
        model=words(labels.RATIO_MODELS[effect.ratio_model]),
    )
    if effect.difference * (effect.ratio - 1) < 0:
        sentence += " " + words(
            "Forskel og forhold peger hver sin vej: de bygger ikke på de samme år, og grupperne "
            "kan være begyndt forskellige steder."
        )
    return sentence


def parallel_trends(
    comparison: Mapping[str, Any], effect: tuple, differences: pandas.DataFrame, names: Mapping[str, str], words: Words
) -> tuple[str, bool]:
    """Whether the groups ran in parallel before the effort, in words and as a verdict; nothing without yearly counts.

    It holds where the interval of the ratio of the yearly changes contains 1 and no false start has an effect.
    """
    if differences.empty:
        return "", True
    values = {
        "treated": in_sentence(names[comparison["treated_id"]]),
        "reference": in_sentence(names[effect.reference_id]),
        "low": words.number(effect.parallel_low, 2),
        "high": words.number(effect.parallel_high, 2),
    }
    if pandas.isna(effect.parallel_low):
        slopes, holds = words("Der er for få år før indsatsen til at se, om linjerne fulgtes ad."), True
    elif effect.parallel_low <= 1 <= effect.parallel_high:
        slopes, holds = (
            words(
                "Så vidt tallene rækker, fulgtes linjerne ad før indsatsen: den årlige ændring i {treated} var "
                "{low}–{high} gange den i {reference} (95 %-interval; 1 er det samme).",
                **values,
            ),
            True,
        )
    else:
        slopes, holds = (
            words(
                "Linjerne fulgtes ikke ad før indsatsen: den årlige ændring i {treated} var {low}–{high} gange den i "
                "{reference} (95 %-interval; 1 er det samme). Forskellen kan derfor skyldes andet end indsatsen.",
                **values,
            ),
            False,
        )
    placebo, passed = placebo_sentence(differences, words)
    return f"{slopes} {placebo}".strip(), holds and passed


def placebo_sentence(differences: pandas.DataFrame, words: Words) -> tuple[str, bool]:
    """What a false start in a year before the effort would have shown."""
    tried = differences.dropna(subset=["placebo", "placebo_low", "placebo_high"])
    if tried.empty:
        return "", True
    found = tried[(tried["placebo_low"] > 0) | (tried["placebo_high"] < 0)]
    if found.empty:
        return words(
            "Med et falsk startår ({years}) findes der ingen effekt, som det skal være.", years=years(tried["year"])
        ), True
    return words(
        "Men også med et falsk startår ({years}) findes der en effekt, og det burde der ikke. Læs resultatet "
        "med forbehold.",
        years=years(found["year"]),
    ), False


def years(values: Iterable[int]) -> str:
    return ", ".join(str(year) for year in values)


def in_sentence(name: str) -> str:
    """The Danish name of a group inside a sentence: Hotspotområder -> hotspotområderne; all other names stay."""
    return f"{name.lower()}ne" if name.endswith("områder") and name.isalpha() else name


def difference_sentence(
    differences: pandas.DataFrame, comparison: Mapping[str, Any], unit: str, words: Words, decimals: int
) -> str:
    """What the difference was before the effort and after it began; the years are those of the comparison."""
    by_year = differences.set_index("year")["difference"]
    if not {comparison["before"], comparison["after"]} <= set(by_year.index):
        return words("Forskellen er vist for de år, begge grupper har tal for.")
    return words(
        "Forskellen var {before} {unit} før indsatsen ({first}) og {after}, efter at den var begyndt ({last}).",
        before=words.signed(by_year[comparison["before"]], decimals),
        first=comparison["before"],
        unit=unit,
        after=words.signed(by_year[comparison["after"]], decimals),
        last=comparison["after"],
    )


def difference_frame(differences: pandas.DataFrame, words: Words, decimals: int) -> pandas.DataFrame:
    """The differences with the years, and what a false start would have shown, as texts; it has no meaning in the first
    year and from the true start on.
    """

    def false_start(row: tuple) -> str:
        if pandas.isna(row.placebo):
            return words(labels.MISSING["not_relevant"])
        return words(
            "{value} ({low} til {high})",
            value=words.number(row.placebo, decimals),
            low=words.number(row.placebo_low, decimals),
            high=words.number(row.placebo_high, decimals),
        )

    tried = differences["placebo"].notna().any()
    return differences.assign(
        years=differences["year"].astype(str),
        false_start=[false_start(row) if tried else "" for row in differences.itertuples()],
    )


def difference_columns(unit: str, decimals: int, words: Words) -> list[Column]:
    number = {"kind": "number", "decimals": decimals}
    return [
        Column("years", words("År")),
        Column("difference", words("Forskel ({unit})", unit=unit), **number),
        Column("low", words("Nedre grænse (95 %)"), **number, optional=True),
        Column("high", words("Øvre grænse (95 %)"), **number, optional=True),
        Column("false_start", words("Prøve med falsk startår (95 %-interval)"), optional=True),
    ]


def verdicts(areas: Iterable[str], trends: pandas.DataFrame) -> dict[str, str]:
    """The verdict of every area's trend; an area that no trend was looked for in cannot be judged."""
    known = trends.set_index("area_id")["verdict"].to_dict()
    return {area: known.get(area, Verdict.CANNOT_CALCULATE) for area in areas}


def verdicts_sentence(found: Iterable[str], words: Words) -> str:
    """8 områder: 1 faldende, 2 ingen ændring, 5 for lille til at afgøre."""
    counts = pandas.Series(list(found)).value_counts()
    parts = [f"{words.number(counts[code])} {words(name)}" for code, name in labels.VERDICTS.items() if code in counts]
    return words.plural(
        "Udviklingen i {n} område: {list}.",
        "Udviklingen i {n} områder: {list}.",
        int(counts.sum()),
        list=", ".join(parts),
    )


def areas_note(rows: pandas.DataFrame, found: Iterable[str], words: Words) -> str:
    """How to read the panels of single areas: what their points, gaps and verdicts mean."""
    notes, found = [], set(found)
    if rows["period_end"].gt(rows["period_start"]).any():
        notes.append(words("Hvert punkt er flere år lagt sammen, så ingen kan genkendes i tallene."))
    if rows["status"].ne("shown").any():
        notes.append(words("Hvor linjen mangler, er tallet skjult eller for få til at vise; tabellen siger hvilket."))
    if Verdict.TOO_SMALL in found:
        notes.append(words("»For lille til at afgøre«: selv en halvering ville som regel ikke kunne ses."))
    if Verdict.CANNOT_CALCULATE in found:
        notes.append(words("»Kan ikke beregnes«: færre end {n} perioder har et tal.", n=words.number(POINTS)))
    return " ".join(notes)


def funnel_sentence(shown: Funnel, period: str, words: Words) -> str:
    """How many areas lie outside the limits in a period, and how many are left out."""
    count = shown.areas["position"].value_counts()
    values = {
        "period": period,
        "n": words.number(len(shown.areas)),
        "above": words.number(count.get("above_99_8", 0)),
        "below": words.number(count.get("below_99_8", 0)),
        "near": words.number(count.get("above_95", 0) + count.get("below_95", 0)),
    }
    sentence = words(
        "Af {n} områder i {period} ligger {above} over og {below} under 99,8 %-grænserne, og {near} er kun uden for "
        "95 %-grænserne. Resten kan ikke skelnes fra tilfældige udsving.",
        **values,
    )
    if shown.left_out.empty:
        return sentence
    return f"{sentence} " + words.plural(
        "{n} område er ikke med: tallet er skjult, for få til at vise eller ikke opgjort.",
        "{n} områder er ikke med: tallet er skjult, for få til at vise eller ikke opgjort.",
        len(shown.left_out),
    )


def funnel_columns(columns: list[Column], words: Words) -> list[Column]:
    """The columns of observations with the place in the funnel after the area."""
    return [columns[0], Column("place", words("Placering")), *columns[1:]]
