"""What the map shows, in one sentence: how many areas lie above and below, how many rose and fell, else the span."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pandas

from dashboard.area_map import colouring
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from data import measures, query
from data.contracts import Status

PERIOD = ["period_start", "period_end"]
INCREASED = N_("steget mere, end tilfældige udsving kan forklare")
DECREASED = N_("faldet mere, end tilfældige udsving kan forklare")
UNSURE = N_("ændringen kan være tilfældig")


def sentences(
    rows: pandas.DataFrame,
    periods: Sequence[str],
    total: int,
    indicator: Mapping[str, Any],
    mode: str,
    base: str,
    many: str,
    words: Words,
) -> dict[str, str]:
    """A sentence for every period, as the browser's file names it; also for one that no area has a number in.

    `rows` are prepared observations of one indicator and one level, one a period and area; `total` is the number of
    areas of the level, `many` what they are called ("Kommuner"), `base` the period a change is counted from.
    """
    found = {query.period_name(*period): own for period, own in rows.groupby(PERIOD)}
    by_period = {period: found.get(period, rows.iloc[:0]) for period in periods}
    say = {
        "name": words.pick(indicator, "name"),
        "many": many.lower(),
        "all": words.number(total),
        "unit": words(labels.UNITS[indicator["unit"]]),
    }
    decimals = int(indicator["decimals"])
    if mode == colouring.CHANGE:
        before = found.get(base, rows.iloc[:0])
        return {period: change_sentence(before, own, base, period, words, **say) for period, own in by_period.items()}
    return {period: level_sentence(own, period, mode, decimals, words, **say) for period, own in by_period.items()}


def level_sentence(rows: pandas.DataFrame, period: str, mode: str, decimals: int, words: Words, **say: str) -> str:
    """How many areas lie above and below what they are compared with; without a comparison the span of numbers."""
    shown = rows[rows["status"] == Status.SHOWN]
    say |= {"period": words.period(*query.period_of(period)), "n": words.number(len(shown))}
    if shown.empty:
        return words("{name}, {period}: ingen {many} har et tal. Vælg et andet år eller niveau.", **say)
    compared = shown[colouring.FIELDS.get(mode, "comparison")].value_counts()
    counts = {code: words.number(compared.get(code, 0)) for code in colouring.COMPARED}
    if not set(compared.index) & set(colouring.COMPARED):
        low, high = (words.number(bound, decimals) for bound in (shown["value"].min(), shown["value"].max()))
        return words(
            "{name}, {period}: {n} af {all} {many} har et tal, fra {low} til {high} ({unit}).",
            low=low,
            high=high,
            **say,
        )
    if mode == colouring.MUNICIPALITY:
        return words(
            "{name}, {period}: {above} af {n} {many} med et tal ligger over deres kommune, {below} under, "
            "{similar} uden sikker forskel.",
            **counts,
            **say,
        )
    return words(
        "{name}, {period}: {above} af {n} {many} med et tal ligger over hele landet ({reference}), "
        "{below} under, {similar} uden sikker forskel.",
        reference=words.number(shown["reference"].dropna().iloc[0], decimals),
        **counts,
        **say,
    )


def change_sentence(
    before: pandas.DataFrame, after: pandas.DataFrame, base: str, period: str, words: Words, **say: str
) -> str:
    """How many areas rose and fell, and for how many the intervals leave no doubt."""
    say |= {name: words.period(*query.period_of(own)) for name, own in (("from", base), ("to", period))}
    if base == period:
        return words("{name}: vælg to forskellige perioder for at se en ændring.", **say)
    pairs = change(before, after)
    if pairs.empty:
        return words("{name}: ingen {many} har et tal for både {from} og {to}.", **say)
    counts = {"up": (pairs["value"] > 0).sum(), "down": (pairs["value"] < 0).sum(), "n": len(pairs)}
    text = words(
        "{name}, {from} til {to}: tallet er steget i {up} og faldet i {down} af {n} {many}.",
        **{name: words.number(count) for name, count in counts.items()},
        **say,
    )
    if pairs["low"].isna().all():
        return text
    sure = words.number(((pairs["low"] > 0) | (pairs["high"] < 0)).sum())
    return text + " " + words("I {sure} af områderne er ændringen større end den statistiske usikkerhed.", sure=sure)


def change(before: pandas.DataFrame, after: pandas.DataFrame) -> pandas.DataFrame:
    """The areas that have a number of the same edition in both periods: area_id, before, after, value (the change),
    low, high.
    """
    shown = [rows[rows["status"] == Status.SHOWN] for rows in (before, after)]
    pairs = shown[0].merge(shown[1], on=["area_id", "edition"], suffixes=("_before", "_after"))
    difference = measures.change(
        *(
            pairs[column]
            for column in ("value_before", "low_before", "high_before", "value_after", "low_after", "high_after")
        )
    )
    return pandas.DataFrame(
        {
            "area_id": pairs["area_id"],
            "before": pairs["value_before"],
            "after": pairs["value_after"],
            **difference._asdict(),
        }
    )


def verdict(low: float, high: float, words: Words) -> str:
    """What the limits of a change say in words; nothing where there are none."""
    if pandas.isna(low) or pandas.isna(high):
        return ""
    return words(INCREASED if low > 0 else DECREASED if high < 0 else UNSURE)
