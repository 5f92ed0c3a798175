"""What the map shows, in one sentence: how many areas lie above and below, how many rose and fell, else the span."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from dashboard.area_map import colouring
from dashboard.area_map.numbers import changes
from dashboard.area_map.periods import by_period
from dashboard.i18n import labels
from dashboard.i18n.indicators import UNITS
from dashboard.i18n.words import N_, Words
from data import query
from data.contracts import Indicator, Observation, Status

INCREASED = N_("steget mere, end tilfældige udsving kan forklare")
DECREASED = N_("faldet mere, end tilfældige udsving kan forklare")
UNSURE = N_("ændringen kan være tilfældig")


def sentences(
    rows: Sequence[Observation],
    periods: Sequence[str],
    total: int,
    indicator: Indicator,
    mode: str,
    base: str | None,
    many: str,
    names: Mapping[str, str],
    words: Words,
) -> dict[str, str]:
    """A sentence for every period, as the browser's file names it; also for one that no area has a number in.

    `rows` are those of one indicator and one level, one a period and area; `total` is the number of areas of the level,
    `many` what they are called ("Kommuner"), `names` what each is by its id, `base` the period a change counts from.
    """
    found = by_period(rows)
    say = {
        "name": words.text(indicator.name),
        "many": many.lower(),
        "all": words.number(total),
        "unit": words(UNITS[indicator.unit].after_numbers),
    }
    if mode == colouring.CHANGE:
        before = found.get(base or "", [])
        return {
            period: change_sentence(before, found.get(period, []), base, period, words, **say) for period in periods
        }
    return {
        period: level_sentence(found.get(period, []), period, mode, indicator.decimals, names, words, **say)
        for period in periods
    }


def level_sentence(
    rows: Sequence[Observation],
    period: str,
    mode: str,
    decimals: int,
    names: Mapping[str, str],
    words: Words,
    **say: str,
) -> str:
    """How many areas lie above and below what they are compared with; without a comparison the span of numbers."""
    shown = [row for row in rows if row.status is Status.SHOWN]
    say |= {"period": words.period(*query.period_of(period)), "n": words.number(len(shown))}
    if not shown:
        return words("{name}, {period}: ingen {many} har et tal. Vælg et andet år eller niveau.", **say)
    compared = Counter(colouring.comparison(mode, row) for row in shown)
    if not compared.keys() & set(colouring.COMPARED):
        values = [row.value for row in shown if row.value is not None]
        if len(shown) == 1:
            area = names.get(shown[0].area_id, shown[0].area_id)
            number = labels.with_unit(words.number(values[0], decimals), say["unit"], words)
            return words("{name}, {period}: kun {area} har et tal: {number}.", area=area, number=number, **say)
        if len(set(values)) == 1:
            return words(
                "{name}, {period}: {n} af {all} {many} har et tal: {value}.",
                value=labels.with_unit(words.number(values[0], decimals), say["unit"], words),
                **say,
            )
        return words(
            "{name}, {period}: {n} af {all} {many} har et tal, fra {low} til {high}.",
            low=words.number(min(values), decimals),
            high=labels.with_unit(words.number(max(values), decimals), say["unit"], words),
            **say,
        )
    counts = {code: words.number(compared[code]) for code in colouring.COMPARED}
    if mode == colouring.MUNICIPALITY:
        return words(
            "{name}, {period}: {above} {many} ligger sikkert over deres kommune, {below} under; {similar} kan ikke "
            "skelnes fra den.",
            **counts,
            **say,
        )
    return words(
        "{name}, {period}: {above} {many} ligger sikkert over landstallet ({reference}), {below} under; {similar} "
        "kan ikke skelnes fra det.",
        reference=words.number(next(row.reference for row in shown if row.reference is not None), decimals),
        **counts,
        **say,
    )


def change_sentence(
    before: Sequence[Observation],
    after: Sequence[Observation],
    base: str | None,
    period: str,
    words: Words,
    **say: str,
) -> str:
    """How many areas rose and fell, and for how many the intervals leave no doubt."""
    if base is None or base == period:
        return words("{name}: vælg to forskellige perioder for at se en ændring.", **say)
    say |= {name: words.period(*query.period_of(shown)) for name, shown in (("from", base), ("to", period))}
    pairs = changes(before, after).values()
    if not pairs:
        return words("{name}: ingen {many} har et tal for både {from} og {to}.", **say)
    text = words(
        "{name}, {from} til {to}: tallet er steget i {up} og faldet i {down} af {n} {many}.",
        up=words.number(sum(pair.value > 0 for pair in pairs)),
        down=words.number(sum(pair.value < 0 for pair in pairs)),
        n=words.number(len(pairs)),
        **say,
    )
    if all(pair.low is None for pair in pairs):
        return text
    sure = words.number(sum(pair.is_sure for pair in pairs))
    return text + " " + words("I {sure} af områderne er ændringen større end den statistiske usikkerhed.", sure=sure)


def verdict(low: float | None, high: float | None, words: Words) -> str:
    """What the limits of a change say in words; nothing where there are none."""
    if low is None or high is None:
        return ""
    return words(INCREASED if low > 0 else DECREASED if high < 0 else UNSURE)
