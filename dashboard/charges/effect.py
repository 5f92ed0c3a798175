"""The effect of an effort in words: the box with the result, and the difference over time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import pandas

from dashboard.charges.parallel import in_sentence as in_sentence
from dashboard.charges.parallel import parallel_trends
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.tables import Column
from data.contracts import Comparison, Difference, Effect


@dataclass(frozen=True)
class EffectCard:
    """The effect box: what happened, how sure that is, and for whom nothing was found.

    `parallel` says whether the groups ran in parallel before the effort, `holds` whether that supports the result;
    it is empty where nothing is known of the years before. `when` says how large an effect shows as things are.
    """

    title: str
    sentence: str
    uncertainty: str
    when: str
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
        when=when(pair, effects[0], names, unit, words, decimals) if effects else "",
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


def when(pair: Comparison, effect: Effect, names: Mapping[str, str], unit: str, words: Words, decimals: int) -> str:
    """The smallest effect against the control group that shows, and what a halving takes (`data.foresight`)."""
    if effect.visible is None:
        return words("Kan ikke beregnes, fordi antal ikke er offentliggjort.")
    seen = words(
        "Målt på ét år før og ét år efter ville en effekt på mindst {size} {unit} som regel kunne ses.",
        size=words.number(effect.visible, decimals),
        unit=unit,
    )
    half = words.number(effect.treated_before / 2, decimals)
    values = {"treated": in_sentence(names[pair.treated_id]), "half": half, "unit": unit}
    if effect.needed is None:
        return f"{seen} " + words("En halvering i {treated} ({half} {unit}) kan ikke ses på denne måde.", **values)
    if effect.needed == 1:
        return f"{seen} " + words("En halvering i {treated} ({half} {unit}) ville altså som regel være set.", **values)
    return f"{seen} " + words(
        "En halvering i {treated} ({half} {unit}) ses først med {n} gange så mange områder eller år i begge grupper.",
        n=words.number(effect.needed),
        **values,
    )


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
    disagreement = disagreement_sentence(effect, words)
    return f"{sentence} {disagreement}" if disagreement else sentence


def disagreement_sentence(effect: Effect, words: Words) -> str:
    """Which of the two to trust where difference and ratio say different things, and why; empty where they agree."""
    if effect.low is None or effect.ratio is None:
        return ""
    if effect.difference * (effect.ratio - 1) < 0:
        differs = words("Forskel og forhold peger hver sin vej.")
    elif direction(effect.low, 0, effect.high) != direction(effect.ratio_low, 1, effect.ratio_high):
        differs = words("Kun det ene af de to mål viser en effekt, der er større end tilfældigheder.")
    else:
        return ""
    if effect.ratio_model == "quasi_poisson":
        trusted = words(
            "Stol mest på forholdet: det bygger på alle årene og på, hvor meget tallene har svunget i dem. "
            "Forskellen bygger på ét år før og ét år efter."
        )
    else:
        trusted = words(
            "Stol mest på forskellen: forholdets interval regner kun med tilfældige udsving, for der er for få år "
            "til at se, hvor meget tallene svinger."
        )
    return f"{differs} {trusted}"


def direction(low: float | None, nothing: float, high: float | None) -> int:
    """Whether a whole interval lies above (1) or below (-1) what no effect is; 0 where it does not, or is not known."""
    if low is None or high is None:
        return 0
    return (low > nothing) - (high < nothing)


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
        Column("false_start", words("Prøve med falsk startår (95 %-interval, alle prøver under ét)"), optional=True),
    ]
