"""When will we know? How long it takes until a halving shows, and what shows now, in words (`data.foresight`)."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.i18n import labels
from dashboard.i18n.words import Words
from data.contracts import Trend
from data.trends import POINTS, Verdict

LONGEST = 50  # years that a reader is asked to wait in a sentence


def when(trend: Trend, words: Words, is_pooled: bool = True) -> str:
    """Of a trend that is not known: when it can be, and what shows now; empty where it is, or nothing can be said.

    `is_pooled`: whether there are other areas of the size, to be counted together.
    """
    if trend.verdict == Verdict.NO_CHANGE and trend.visible is not None:
        return words("et fald på mindst {share} ville som regel kunne ses nu", share=words.share(trend.visible))
    if trend.verdict == Verdict.TOO_SMALL:
        return f"{halving(trend, words, is_pooled)}; {now(trend, words)}"
    if trend.lacking and trend.needed is not None:
        years = words.plural("tidligst om {n} år", "tidligst om {n} år", trend.lacking * trend.length)
        if trend.needed == 1:
            return words("{years}, og så ville en halvering som regel kunne ses", years=years)
        return words("{years}, men {halving}", years=years, halving=halving(trend, words, is_pooled))
    return ""


def halving(trend: Trend, words: Words, is_pooled: bool = True) -> str:
    """What a halving takes to show: so many areas counted together, or so many years."""
    if trend.needed is None:
        return words("en halvering kan ikke ses, heller ikke over meget lang tid")
    years = POINTS * trend.length * trend.needed
    values = {"n": words.number(trend.needed), "years": words.number(years)}
    if years > LONGEST and not is_pooled:
        return words("en halvering ses først over mere end {years} år", years=LONGEST)
    if years > LONGEST:
        return words("en halvering ses først, når {n} lige så store områder lægges sammen", **values)
    if not is_pooled:
        return words("en halvering ses først, når tallene dækker {years} år", **values)
    return words(
        "en halvering ses først, når tallene dækker {years} år, eller {n} lige så store områder lægges sammen", **values
    )


def now(trend: Trend, words: Words) -> str:
    """The smallest fall that shows as things are."""
    if trend.visible is None:
        return words("nu ses end ikke et fald til 0")
    return words("nu ses kun et fald på mindst {share}", share=words.share(trend.visible))


def sentence(told: Iterable[tuple[str, str]], words: Words) -> str:
    """Hvornår ved vi det? … of (name, when); names of which the same is said stand together. Empty of nothing."""
    names: dict[str, list[str]] = {}
    for name, text in told:
        if text:
            names.setdefault(text, []).append(name)
    said = "; ".join(f"{', '.join(found)}: {text}" for text, found in names.items())
    return asked(said, words) if said else ""


def alone(trend: Trend, words: Words, is_pooled: bool = True) -> str:
    """`when` as a sentence under the verdict; of a trend that is judged without the question."""
    text = when(trend, words, is_pooled)
    if not text:
        return ""
    return f"{labels.sentence_start(text)}." if trend.verdict == Verdict.NO_CHANGE else asked(text, words)


def asked(text: str, words: Words) -> str:
    """Hvornår ved vi det? En halvering ses først …"""
    return words("Hvornår ved vi det? {text}.", text=labels.sentence_start(text))
