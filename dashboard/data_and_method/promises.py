"""How often each verdict is wrong, as tables: what is promised, what simulations found, and what a test can see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import pandas

from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views.tables import Column
from data.calibration import Calibrated, Promise

NAMES = {
    Promise.COVERAGE: N_("Et 95 %-interval rammer det sande tal"),
    Promise.COMPARISON: N_("Et område som landet kaldes højere eller lavere"),
    Promise.TREND: N_("Et område uden udvikling kaldes stigende eller faldende"),
    Promise.NO_CHANGE: N_("En halvering kaldes »ingen stor ændring«"),
    Promise.FUNNEL_95: N_("Et område som de andre ligger uden for 95 %-grænserne"),
    Promise.FUNNEL_998: N_("Et område som de andre ligger uden for 99,8 %-grænserne"),
    Promise.DIFFERENCE: N_("Forskellens 95 %-interval rammer den sande effekt"),
    Promise.FALSE_START: N_("Et falsk startår får en effekt"),
    Promise.PARALLEL: N_("Grupper, der fulgtes ad, siges ikke at have gjort det"),
    Promise.TREND_POWER: N_("En halvering fra 30 til 15 pr. 1.000 findes"),
    Promise.PARALLEL_POWER: N_("Grupper, der skilles i tre år, siges ikke at have fulgtes ad"),
}
POWERS = (Promise.TREND_POWER, Promise.PARALLEL_POWER)


def promised(rows: Iterable[Calibrated]) -> list[Calibrated]:
    """The rates that something is promised of."""
    return [row for row in rows if row.promise not in POWERS]


def powers(rows: Iterable[Calibrated]) -> list[Calibrated]:
    """What the tests can see."""
    return [row for row in rows if row.promise in POWERS]


def sentence(rows: Sequence[Calibrated], words: Words) -> str:
    """How many of the promises hold."""
    return words(
        "{kept} af {n} løfter holder. Her er sandheden kendt, for tallene er simuleret; de bedømmes, som "
        "siderne gør det.",
        kept=words.number(sum(row.is_kept for row in rows)),
        n=words.number(len(rows)),
    )


def power_sentence(rows: Iterable[Calibrated], words: Words) -> str:
    """From which size of area a halving is found, as a rule, where persons are counted."""
    large = [row for row in rows if row.promise == Promise.TREND_POWER and row.dispersion == 1 and row.simulated >= 0.8]
    return words(
        "Tælles personer, findes en halvering fra 30 til 15 pr. 1.000 som regel i områder med {n} personer. Hændelser, "
        "der samler sig, kræver flere.",
        n=words.number(min(row.size for row in large)),
    )


@dataclass(frozen=True)
class Part:
    """A part of what is shown: its rows and the sentence about them."""

    key: str
    title: str
    rows: Callable[[Iterable[Calibrated]], list[Calibrated]]
    sentence: Callable[[Sequence[Calibrated], Words], str]


PARTS = (
    Part("promises", N_("Holder dommene, hvad de lover?"), promised, sentence),
    Part("powers", N_("Hvad kan prøverne se?"), powers, power_sentence),
)


def source(rows: Sequence[Calibrated], words: Words) -> str:
    """When the rates were simulated, and how chance enters them."""
    return words(
        "Simuleret {date}. Faktoren φ er, hvor meget tallene svinger i forhold til uafhængige hændelser; 1 er "
        "personer. Et løfte holder, når det simulerede kun afviger fra det ved simuleringens egne udsving.",
        date=labels.day(rows[0].date, words),
    )


def table(rows: Iterable[Calibrated], words: Words) -> pandas.DataFrame:
    """The table of `columns`."""
    return pandas.DataFrame(
        [
            {
                "promise": words(NAMES[row.promise]),
                "size": size(row, words),
                "dispersion": row.dispersion,
                "promised": bounds(row, words),
                "simulated": words.share(row.simulated, 2),
                "runs": row.runs,
            }
            for row in rows
        ]
    )


def size(row: Calibrated, words: Words) -> str:
    """1.000 personer; 20 % om året."""
    if not row.size:
        return ""
    if row.promise == Promise.PARALLEL_POWER:
        return words("{share} om året", share=words.share(row.size / 100))
    return words("{n} personer", n=words.number(row.size))


def bounds(row: Calibrated, words: Words) -> str:
    """93–98 %; højst 0,3 %; nothing where nothing is promised."""
    if row.promised_high is None:
        return ""
    high = words.share(row.promised_high, 0 if row.promised_high >= 0.01 else 1)
    if row.promised_low is None:
        return words("højst {share}", share=high)
    return f"{words.number(100 * row.promised_low)}–{high}"


def columns(words: Words) -> list[Column]:
    return [
        Column("promise", words("Hvad der sker")),
        Column("size", words("Hvor"), optional=True),
        Column("dispersion", words("Faktoren φ"), "number"),
        Column("promised", words("Lovet"), optional=True),
        Column("simulated", words("Simuleret")),
        Column("runs", words("Antal simulerede"), "number"),
    ]
