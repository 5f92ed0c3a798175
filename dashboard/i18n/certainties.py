"""How sure a number or a year is, by data.contracts.CERTAINTIES: the only place that says it in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.i18n.words import N_, Words


@dataclass(frozen=True)
class Certainty:
    """`signs` of three: the more are filled, the surer."""

    code: str
    word: str
    signs: str

    def told(self, words: Words) -> str:
        """●●○ gengivet fra anden kilde."""
        return f"{self.signs} {words(self.word)}"


_CERTAINTIES = (
    Certainty("A", N_("fra originalkilden"), "●●●"),
    Certainty("B", N_("gengivet fra anden kilde"), "●●○"),
    Certainty("C", N_("beregnet eller udledt"), "●○○"),
)
CERTAINTIES = {certainty.code: certainty for certainty in _CERTAINTIES}


def told(code: str, words: Words) -> str:
    """Empty where there is no number to be sure of."""
    return CERTAINTIES[code].told(words) if code else ""


def certainty(value: str, period: str, words: Words) -> str:
    """How sure a number and its year are: once where both are alike."""
    if value == period:
        return told(value, words)
    return words("Tal: {value}. Årstal: {period}", value=told(value, words), period=told(period, words))


def of_several(pairs: Iterable[tuple[str, str]], words: Words) -> str:
    """How sure some numbers and their years are, each certainty once; nothing of none."""
    found = set(pairs)
    values, periods = ({pair[place] for pair in found} for place in (0, 1))
    if all(value == period for value, period in found):
        return words("Sikkerhed: {list}", list=_listed(values, words)) if found else ""
    return words("Tal: {value}. Årstal: {period}", value=_listed(values, words), period=_listed(periods, words))


def _listed(codes: Iterable[str], words: Words) -> str:
    return ", ".join(told(code, words) for code in sorted(codes))
