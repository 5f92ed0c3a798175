"""The card of one area: its number, the interval, the comparison in words, what else is known, the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit

from dashboard.i18n import labels
from dashboard.i18n.markdown import plain
from dashboard.i18n.words import Words
from data.contracts import Indicator, Observation, Status


@dataclass(frozen=True)
class AreaCard:
    """One number of one area: the value, the comparison in words and the source."""

    title: str
    subtitle: str
    value: str
    interval: str
    comparison: str
    source: str


def area_card(number: Observation, name: str, indicator: Indicator, source: str, words: Words) -> AreaCard:
    """One area's number in words."""
    decimals, unit = indicator.decimals, words(labels.UNITS[indicator.unit])
    shown = number.status is Status.SHOWN and number.value is not None
    return AreaCard(
        title=name,
        subtitle=f"{words.text(indicator.name)}, {words.period(number.period_start, number.period_end)}",
        value=labels.with_unit(words.number(number.value, decimals), unit, words)
        if shown
        else words(why(number.status)),
        interval=interval(number, decimals, words) if shown else "",
        comparison=compared(number, decimals, words) if shown else "",
        source=source,
    )


def why(status: Status) -> str:
    """Why there is no number; one that should be there is not collected."""
    return labels.MISSING[Status.NOT_COLLECTED if status is Status.SHOWN else status]


def interval(number: Observation, decimals: int, words: Words) -> str:
    """The 95 % interval of a number, where it has one."""
    if number.low is None:
        return ""
    return words(
        "95 %-interval: {low}–{high}", low=words.number(number.low, decimals), high=words.number(number.high, decimals)
    )


def compared(number: Observation, decimals: int, words: Words) -> str:
    """The comparison with the country in a sentence, or why there is none."""
    if number.comparison in ("", "not_compared") or number.reference is None:
        return words("Ikke sammenlignet med landet.")
    return words(
        "{comparison} ({reference}).",
        comparison=words(labels.COMPARISONS[number.comparison]).capitalize(),
        reference=words.number(number.reference, decimals),
    )


def show_facts(name: str, facts: Sequence[str], key: str) -> None:
    """What is known of an area that has no number on this map."""
    with streamlit.container(border=True, key=f"area-card-{key}"):
        streamlit.header(plain(name), anchor=False)
        for text in facts:
            streamlit.caption(plain(text))


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
