"""Whether two groups ran in parallel before an effort, in words that say what the test could have seen."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

from dashboard.i18n.words import Words
from data.contracts import Comparison, Difference, Effect
from data.parallel import WITHIN


def parallel_trends(
    pair: Comparison, effect: Effect, differences: Sequence[Difference], names: Mapping[str, str], words: Words
) -> tuple[str, bool]:
    """Whether the groups ran in parallel before the effort, in words and as a verdict; nothing without yearly counts.

    Nothing speaks against it where the interval of the ratio of the yearly changes contains 1 and no false start has an
    effect; whether the test could have seen anything stands in the words.
    """
    if not differences:
        return "", True
    slopes, are_parallel = slopes_sentence(pair, effect, names, words)
    placebo, passed = placebo_sentence(differences, words)
    return f"{slopes} {placebo}".strip(), are_parallel and passed


def slopes_sentence(pair: Comparison, effect: Effect, names: Mapping[str, str], words: Words) -> tuple[str, bool]:
    """How the yearly changes before the effort lay to each other."""
    low, high = effect.parallel_low, effect.parallel_high
    if low is None or high is None or effect.parallel_detectable is None:
        return words("Der er for få år før indsatsen til at se, om linjerne fulgtes ad."), True
    values = {
        "treated": in_sentence(names[pair.treated_id]),
        "reference": in_sentence(names[effect.reference_id]),
        "low": words.number(low, 2),
        "high": words.number(high, 2),
        "seen": words.number(math.ceil(100 * effect.parallel_detectable)),
    }
    if not low <= 1 <= high:
        return words(
            "Linjerne fulgtes ikke ad før indsatsen: den årlige ændring i {treated} var {low}–{high} gange den i "
            "{reference} (95 %-interval; 1 er det samme). Forskellen kan derfor skyldes andet end indsatsen.",
            **values,
        ), False
    if effect.parallel_detectable > WITHIN:
        return words(
            "Det kan ikke afgøres, om linjerne fulgtes ad før indsatsen: prøven kunne kun have opdaget forskelle over "
            "{seen} % om året. Den årlige ændring i {treated} var {low}–{high} gange den i {reference} (95 %-interval; "
            "1 er det samme).",
            **values,
        ), True
    return words(
        "Linjerne fulgtes ad før indsatsen, så vidt prøven kan se: den ville have opdaget forskelle over {seen} % om "
        "året. Den årlige ændring i {treated} var {low}–{high} gange den i {reference} (95 %-interval; 1 er det "
        "samme).",
        **values,
    ), True


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
