"""The effect of an effort in words: the box with the result, and the difference over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.contracts import Comparison, Difference, Effect


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
    pair: Comparison,
    effects: Sequence[Effect],
    differences: Sequence[Difference],
    names: Mapping[str, str],
    unit: str,
    source: str,
    words: Words,
    decimals: int = 0,
) -> EffectCard:
    """The box for one comparison. `effects` and `differences` are its own, the control group's first."""
    parallel, holds = parallel_trends(pair, effects[0], differences, names, words) if effects else ("", True)
    return EffectCard(
        title=words.text(pair.title),
        sentence=result(pair, effects, names, unit, words, decimals),
        uncertainty=uncertainty(pair, effects, names, unit, words, decimals),
        certainty=words.text(pair.certainty),
        not_found=words.text(pair.not_found),
        parallel=parallel,
        holds=holds,
        rule=words(
            "Effekten er ændringen fra {before} til {after} i {treated} minus ændringen i {control}.",
            before=pair.before,
            after=pair.after,
            treated=in_sentence(names[pair.treated_id]),
            control=in_sentence(names[pair.control_id]),
        ),
        source=source,
    )


def result(
    pair: Comparison, effects: Sequence[Effect], names: Mapping[str, str], unit: str, words: Words, decimals: int
) -> str:
    """What happened against the control group, and then against the others."""
    sentences = [effect_sentence(row, pair, names, unit, words, decimals) for row in effects[:1]]
    sentences += [
        words(
            "Målt mod {reference} (fra {before} til {after}) er forskellen {difference} {unit}.",
            reference=in_sentence(names[row.reference_id]),
            before=words.number(row.reference_before, decimals),
            after=words.number(row.reference_after, decimals),
            difference=words.signed(row.difference, decimals),
            unit=unit,
        )
        for row in effects[1:]
    ]
    return " ".join(sentences)


def uncertainty(
    pair: Comparison, effects: Sequence[Effect], names: Mapping[str, str], unit: str, words: Words, decimals: int
) -> str:
    """The intervals of the differences and the ratio, or why there are none."""
    sentences = [interval_sentence(row, names, unit, words, decimals) for row in effects]
    if not any(sentences):
        return words("Ingen usikkerhed kan beregnes, fordi antal ikke er offentliggjort.")
    return " ".join(filter(None, (*sentences, *(ratio_sentence(row, pair, names, words) for row in effects[:1]))))


def effect_sentence(
    effect: Effect, pair: Comparison, names: Mapping[str, str], unit: str, words: Words, decimals: int
) -> str:
    """I hotspotområderne faldt tallet fra 75 til 50, i kontrolområderne fra 70 til 65: forskellen er −20 pr. 1.000."""
    values = {
        "treated": in_sentence(names[pair.treated_id]),
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


def interval_sentence(effect: Effect, names: Mapping[str, str], unit: str, words: Words, decimals: int) -> str:
    """The 95 % interval of a difference, and whether chance alone could have made it; empty without an interval."""
    if effect.low is None or effect.high is None:
        return ""
    sentence = words(
        "Med 95 % sikkerhed ligger forskellen til {name} mellem {low} og {high} {unit}.",
        name=in_sentence(names[effect.reference_id]),
        low=words.signed(effect.low, decimals),
        high=words.signed(effect.high, decimals),
        unit=unit,
    )
    chance = words("Den kan altså skyldes tilfældigheder.")
    return f"{sentence} {chance}" if effect.low <= 0 <= effect.high else sentence


def ratio_sentence(effect: Effect, pair: Comparison, names: Mapping[str, str], words: Words) -> str:
    """The same effect as a ratio, with its interval and model, or why there is none."""
    if effect.ratio is None:
        reason = labels.RATIO_REASONS.get(effect.ratio_reason)
        return words("Et forhold kan ikke beregnes: {reason}.", reason=words(reason)) if reason else ""
    sentence = words(
        "Som forhold, over alle år til og med {before} og alle år fra {after}: tallet i {treated} blev {ratio} gange "
        "det, udviklingen i {reference} ville have ført til (95 %-interval {low}–{high}; {model}). 1 er ingen effekt.",
        before=pair.before,
        after=pair.after,
        treated=in_sentence(names[pair.treated_id]),
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
    pair: Comparison, effect: Effect, differences: Sequence[Difference], names: Mapping[str, str], words: Words
) -> tuple[str, bool]:
    """Whether the groups ran in parallel before the effort, in words and as a verdict; nothing without yearly counts.

    It holds where the interval of the ratio of the yearly changes contains 1 and no false start has an effect.
    """
    if not differences:
        return "", True
    slopes, are_parallel = slopes_sentence(pair, effect, names, words)
    placebo, passed = placebo_sentence(differences, words)
    return f"{slopes} {placebo}".strip(), are_parallel and passed


def slopes_sentence(pair: Comparison, effect: Effect, names: Mapping[str, str], words: Words) -> tuple[str, bool]:
    """How the yearly changes before the effort lay to each other."""
    if effect.parallel_low is None or effect.parallel_high is None:
        return words("Der er for få år før indsatsen til at se, om linjerne fulgtes ad."), True
    values = {
        "treated": in_sentence(names[pair.treated_id]),
        "reference": in_sentence(names[effect.reference_id]),
        "low": words.number(effect.parallel_low, 2),
        "high": words.number(effect.parallel_high, 2),
    }
    if effect.parallel_low <= 1 <= effect.parallel_high:
        return words(
            "Så vidt tallene rækker, fulgtes linjerne ad før indsatsen: den årlige ændring i {treated} var "
            "{low}–{high} gange den i {reference} (95 %-interval; 1 er det samme).",
            **values,
        ), True
    return words(
        "Linjerne fulgtes ikke ad før indsatsen: den årlige ændring i {treated} var {low}–{high} gange den i "
        "{reference} (95 %-interval; 1 er det samme). Forskellen kan derfor skyldes andet end indsatsen.",
        **values,
    ), False


def placebo_sentence(differences: Iterable[Difference], words: Words) -> tuple[str, bool]:
    """What a false start in a year before the effort would have shown."""
    tried = [(row.year, limits) for row in differences if (limits := false_limits(row))]
    if not tried:
        return "", True
    found = [year for year, (low, high) in tried if low > 0 or high < 0]
    if not found:
        return words(
            "Med et falsk startår ({years}) findes der ingen effekt, som det skal være.",
            years=years(year for year, _ in tried),
        ), True
    return words(
        "Men også med et falsk startår ({years}) findes der en effekt, og det burde der ikke. Læs resultatet "
        "med forbehold.",
        years=years(found),
    ), False


def false_limits(row: Difference) -> tuple[float, float] | None:
    """The 95 % interval of a false start that year; None where it has no meaning or no counts."""
    if row.placebo is None or row.placebo_low is None or row.placebo_high is None:
        return None
    return row.placebo_low, row.placebo_high


def years(values: Iterable[int]) -> str:
    return ", ".join(str(year) for year in values)


def in_sentence(name: str) -> str:
    """The Danish name of a group inside a sentence: Hotspotområder -> hotspotområderne; all other names stay."""
    return f"{name.lower()}ne" if name.endswith("områder") and name.isalpha() else name


def difference_sentence(
    differences: Iterable[Difference], pair: Comparison, unit: str, words: Words, decimals: int
) -> str:
    """What the difference was before the effort and after it began; the years are those of the comparison."""
    by_year = {row.year: row.difference for row in differences}
    if not {pair.before, pair.after} <= by_year.keys():
        return words("Forskellen er vist for de år, begge grupper har tal for.")
    return words(
        "Forskellen var {before} {unit} før indsatsen ({first}) og {after}, efter at den var begyndt ({last}).",
        before=words.signed(by_year[pair.before], decimals),
        first=pair.before,
        unit=unit,
        after=words.signed(by_year[pair.after], decimals),
        last=pair.after,
    )


def difference_table(differences: Sequence[Difference], words: Words, decimals: int) -> pandas.DataFrame:
    """The table of `difference_columns`, in the indicator's unit. What a false start would have shown is told in words;
    it has no meaning in the first year and from the true start on.
    """
    tried = any(row.placebo is not None for row in differences)
    return pandas.DataFrame(
        [
            {
                "years": str(row.year),
                "difference": row.difference,
                "low": row.low,
                "high": row.high,
                "false_start": false_start(row, words, decimals) if tried else "",
            }
            for row in differences
        ]
    )


def false_start(row: Difference, words: Words, decimals: int) -> str:
    if row.placebo is None:
        return words(labels.MISSING["not_relevant"])
    return words(
        "{value} ({low} til {high})",
        value=words.number(row.placebo, decimals),
        low=words.number(row.placebo_low, decimals),
        high=words.number(row.placebo_high, decimals),
    )


def difference_columns(unit: str, decimals: int, words: Words) -> list[Column]:
    number = partial(Column, kind="number", decimals=decimals)
    return [
        Column("years", words("År")),
        number("difference", words("Forskel ({unit})", unit=unit)),
        number("low", words("Nedre grænse (95 %)"), optional=True),
        number("high", words("Øvre grænse (95 %)"), optional=True),
        Column("false_start", words("Prøve med falsk startår (95 %-interval)"), optional=True),
    ]
