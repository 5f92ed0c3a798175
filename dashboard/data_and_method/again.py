"""The formula of a number with the numbers put in, and the number worked out again, in words (`data.recompute`)."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data import recompute
from data.contracts import Indicator, Observation, Trend
from data.poisson import EXACT_BELOW
from data.recompute import Pair
from data.validate import PER

MORE = 2  # decimals beyond those that are shown


def has_counts(row: Observation, indicator: Indicator) -> bool:
    return indicator.unit in PER and row.count is not None and bool(row.population)


def formula(row: Observation, indicator: Indicator, words: Words) -> str:
    """1.000 × 222 / 3.215 = 69,05."""
    if not has_counts(row, indicator) or row.count is None or row.population is None:
        return ""
    per = PER[indicator.unit]
    return words(
        "{per} × {count} / {population} = {value}",
        per=words.number(per),
        count=words.number(row.count),
        population=words.number(row.population, 0 if row.population.is_integer() else 2),
        value=words.number(per * row.count / row.population, indicator.decimals + MORE),
    )


def interval(row: Observation, indicator: Indicator, series: Trend | None, words: Words) -> str:
    """The 95 % interval, and by which method from which numbers."""
    if row.low is None or row.high is None or row.count is None or row.population is None:
        return ""
    values = {
        "interval": labels.interval(row.low, row.high, indicator, words),
        "count": words.number(row.count),
        "population": words.number(row.population, 0 if row.population.is_integer() else 2),
    }
    if indicator.unit == "percent":
        return words("95 %-interval {interval}: Wilsons, af {count} ud af {population}.", **values)
    factor = series.dispersion if series else 1.0
    exact = row.count / factor < EXACT_BELOW
    told = (
        words("95 %-interval {interval}: det eksakte Poisson-interval af {count}, delt med {population}.", **values)
        if exact
        else words("95 %-interval {interval}: Byars af {count}, delt med {population}.", **values)
    )
    if factor == 1:
        return told
    return f"{told} " + words(
        "Hændelserne samler sig, så grænserne er dem for {few} hændelser, ganget med faktoren φ = {factor}.",
        few=words.number(row.count / factor, 1),
        factor=words.number(factor, 1),
    )


def second(row: Observation, indicator: Indicator, series: Trend | None, words: Words) -> str:
    """Whether another way gives the same; what cannot be worked out again is said."""
    if row.value is None:
        return ""
    if indicator.unit not in PER:
        return words("Tallet er talt op eller målt af kilden, så der er intet at regne efter.")
    if row.count is None or not row.population:
        return words("Kan ikke regnes efter: kilden oplyser ikke antal.")
    per = float(PER[indicator.unit])
    value = recompute.value(row.value, row.count, row.population, per, None if row.derived else indicator.decimals)
    parts = [verdict([value], words("Brøkregning giver {numbers}.", numbers=written([value], indicator, words)), words)]
    if row.low is not None and row.high is not None:
        parts.append(limits(row, indicator, series, per, words))
    return " ".join(parts)


def limits(row: Observation, indicator: Indicator, series: Trend | None, per: float, words: Words) -> str:
    assert row.low is not None and row.high is not None and row.count is not None and row.population is not None
    if indicator.unit == "percent":
        pairs = recompute.share_limits(row.low, row.high, row.count, row.population, per)
        told = words("Grænserne fundet ved at løse scoretesten: {numbers}.", numbers=written(pairs, indicator, words))
        return verdict(pairs, told, words)
    dispersion = series.dispersion if series else 1.0
    degrees = series.degrees if series and series.degrees is not None else math.inf
    pairs = recompute.rate_limits(row.low, row.high, row.count, row.population, per, dispersion, degrees)
    told = words(
        "Grænserne af gammafordelingen: {numbers} (en halv procents forskel tillades).",
        numbers=written(pairs, indicator, words),
    )
    return verdict(pairs, told, words)


def written(pairs: Sequence[Pair], indicator: Indicator, words: Words) -> str:
    return "–".join(words.number(pair.again, indicator.decimals + MORE) for pair in pairs)


def verdict(pairs: Sequence[Pair], told: str, words: Words) -> str:
    """✔ Stemmer: …"""
    agrees = all(pair.agrees for pair in pairs)
    return f"{words('✔ Stemmer.') if agrees else words('✘ Stemmer ikke.')} {told}"


def compared(row: Observation, indicator: Indicator, words: Words) -> str:
    """The comparison with the country, with the numbers it rests on."""
    if row.reference is None or row.low is None or row.high is None or row.comparison in ("", "not_compared"):
        return ""
    due = "above" if row.low > row.reference else "below" if row.high < row.reference else "similar"
    agrees = words("✔ Stemmer.") if due == row.comparison else words("✘ Stemmer ikke.")
    return f"{agrees} " + words(
        "Landets tal er {reference}, områdets interval {interval}: {comparison}.",
        reference=labels.quantity(row.reference, indicator, words),
        interval=labels.interval(row.low, row.high, indicator, words),
        comparison=words(labels.COMPARISONS[row.comparison]),
    )
