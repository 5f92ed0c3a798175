"""The card of one area: its number, the interval, the comparison in words, what else is known, the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit

from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from data.query import Card


@dataclass(frozen=True)
class AreaCard:
    """One number of one area: the value, the comparison in words and the source."""

    title: str
    subtitle: str
    value: str
    interval: str
    comparison: str
    source: str


def area_card(card: Card, name: str, indicator: Mapping[str, Any], source: str, words: Words) -> AreaCard:
    """One area's number in words. `indicator` is a row of the prepared catalogue."""
    decimals, unit = indicator["decimals"], words(labels.UNITS[indicator["unit"]])
    shown = card.status == "shown" and card.value is not None
    interval = ""
    if shown and card.low is not None:
        interval = words(
            "95 %-interval: {low}–{high}", low=words.number(card.low, decimals), high=words.number(card.high, decimals)
        )
    return AreaCard(
        title=name,
        subtitle=f"{words.pick(indicator, 'name')}, {words.period(*card.period)}",
        value=f"{words.number(card.value, decimals)} {unit}"
        if shown
        else words(labels.MISSING["not_collected" if card.status == "shown" else card.status]),
        interval=interval,
        comparison=compared(card, decimals, words) if shown else "",
        source=source,
    )


def compared(card: Card, decimals: int, words: Words) -> str:
    """The comparison with the country in a sentence, or why there is none."""
    if card.comparison in ("", "not_compared") or card.reference is None:
        return words("Ikke sammenlignet med landet.")
    return words(
        "{comparison} ({reference}).",
        comparison=words(labels.COMPARISONS[card.comparison]).capitalize(),
        reference=words.number(card.reference, decimals),
    )


def show(card: AreaCard, facts: Sequence[str], key: str) -> None:
    """The card of one area: its number, the interval, the comparison in words, what else is known, the source."""
    with streamlit.container(border=True, key=f"area-card-{key}"):
        streamlit.header(plain(card.title), anchor=False)
        streamlit.markdown(plain(card.subtitle))
        streamlit.markdown(f"**{plain(card.value)}**")
        for text in (card.interval, card.comparison):
            if text:
                streamlit.markdown(plain(text))
        for text in facts:
            streamlit.caption(plain(text))
        if card.source:
            streamlit.caption(plain(card.source))
