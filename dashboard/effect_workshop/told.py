"""The workshop in sentences: what was found, what it proves and what it does not."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from dashboard.effect_workshop.material import Asked, Found
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.views.sentences import joined
from data.contracts import Indicator
from data.effect import Difference
from data.effect_control import LEVEL
from data.effect_panel import Panel
from data.effect_study import Study, Verdict, verdict
from data.parallel import WITHIN

NAMED = 4  # of some areas
NOBODY = N_(
    "Vælg de områder, en indsats har ramt, og det år, den begyndte. Så foreslår siden en kontrolgruppe og regner på, "
    "om områderne ændrede sig anderledes end den."
)
NO_NUMBERS = N_(
    "Ingen enkelte områder har offentliggjorte antal og folketal for to perioder, så en virkning kan ikke regnes ud."
)


def span(panel: Panel, places: Sequence[int], words: Words) -> str:
    """The years of some periods: 2007–2018."""
    return words.period(panel.periods[places[0]][0], panel.periods[places[-1]][1])


def named(area_ids: Sequence[str], names: dict[str, str], words: Words) -> str:
    """Granhusene, Kløverhusene og Vænget; of many the first and how many more."""
    if len(area_ids) <= NAMED:
        return joined([names[area] for area in area_ids], words)
    return words(
        "{names} og {n} andre",
        names=", ".join(names[area] for area in area_ids[: NAMED - 1]),
        n=words.number(len(area_ids) - NAMED + 1),
    )


def of_change(unit: str, words: Words) -> str:
    """What a difference is counted in: that of two shares in percentage points."""
    return words("procentpoint") if unit == words(labels.UNITS["percent"]) else unit


def result(found: Found, study: Study, unit: str, decimals: int, words: Words) -> str:
    """I områderne med indsats gik tallet fra 55,6 (2007–2018) til 53,2 (2019–2024), …: forskellen er +0,9."""
    rates = [words.number(rate, decimals) for rate in study.rates]
    return words(
        "I områderne med indsats gik tallet fra {a} ({early}) til {b} {unit} ({late}), i kontrolområderne fra {c} til "
        "{d}. Forskellen er {difference} {step}{limits}.",
        a=rates[0],
        b=rates[1],
        c=rates[2],
        d=rates[3],
        early=span(found.panel, found.early, words),
        late=span(found.panel, found.late, words),
        unit=unit,
        step=of_change(unit, words),
        difference=words.signed(float(study.difference.difference), decimals),
        limits=with_limits(study.difference, decimals, words),
    )


def with_limits(difference: Difference, decimals: int, words: Words) -> str:
    text = limits(float(difference.low), float(difference.high), decimals, words)
    return words(" (95 %-interval {limits})", limits=text) if text else ""


def limits(low: float, high: float, decimals: int, words: Words, is_ratio: bool = False) -> str:
    """−8,7 til +10,5; empty where there are none."""
    if math.isnan(low) or math.isnan(high):
        return ""
    number = words.number if is_ratio else words.signed
    return words("{low} til {high}", low=number(low, decimals), high=number(high, decimals))


def proof(found: Found, study: Study, unit: str, decimals: int, words: Words) -> str:
    """What the difference proves, and what it does not."""
    found_verdict = verdict(study, found.placebo)
    if found_verdict is Verdict.APART:
        return words(
            "Forskellen kan ikke tilskrives indsatsen: grupperne fulgtes ikke ad før {start}, så de ville måske have "
            "ændret sig forskelligt uden den.",
            start=found.panel.periods[found.late[0]][0],
        )
    if found_verdict is Verdict.CHANCE:
        by_chance = words("Det viser ikke en virkning: forskellen kan skyldes tilfældige udsving.")
        return f"{by_chance} {unseen(study, unit, decimals, words)}"
    if found_verdict is Verdict.USUAL:
        return f"{usual(found, study, words)} " + words("Det viser ikke en virkning og udelukker den heller ikke.")
    return words(
        "Det taler for, at indsatsen gjorde en forskel: den er større end tilfældige udsving, og {few} af {n} grupper "
        "uden indsats ændrede sig lige så meget. Det beviser det ikke, for områderne er ikke valgt ved lodtrækning, og "
        "andet kan være sket i dem på samme tid.",
        few=words.number(found.placebo.as_large(float(study.difference.difference))),
        n=words.number(len(found.placebo.differences)),
    )


def unseen(study: Study, unit: str, decimals: int, words: Words) -> str:
    """How large an effect had to be to be seen as a rule."""
    if study.visible is None:
        return words("Det viser heller ikke, at der ingen er.")
    return words(
        "Det viser heller ikke, at der ingen er: en virkning på under {size} {unit} ville som regel ikke kunne ses.",
        size=words.number(study.visible, decimals),
        unit=of_change(unit, words),
    )


def usual(found: Found, study: Study, words: Words) -> str:
    number = len(found.placebo.differences)
    if not number:
        return words(
            "Forskellen er større end tilfældige udsving i antallene, men der er for få andre områder til at se, hvor "
            "meget områder ændrer sig af sig selv."
        )
    return words(
        "Forskellen er større end tilfældige udsving i antallene, men områder ændrer sig også af sig selv: {few} af "
        "{n} grupper uden indsats ændrede sig mindst lige så meget.",
        few=words.number(found.placebo.as_large(float(study.difference.difference))),
        n=words.number(number),
    )


def placebo(found: Found, study: Study, unit: str, decimals: int, words: Words) -> str:
    """Where the difference lies among those of groups in which nothing began."""
    if not len(found.placebo.differences):
        return words(
            "Der er for få områder uden indsats til at prøve med: {n} kan bruges.",
            n=words.number(len(found.panel.complete()) - len(found.treated)),
        )
    size = len(found.treated)
    told = words.plural(
        "Samme regning på {n} gruppe uden indsats ",
        "Samme regning på {n} grupper uden indsats ",
        len(found.placebo.differences),
    ) + words.plural("(hver på {n} område", "(hver på {n} områder", size)
    drawn = (
        words(", udtrukket af {n} mulige", n=words.number(found.placebo.possible))
        if found.placebo.possible > len(found.placebo.differences)
        else ""
    )
    return f"{told}{drawn}): " + words(
        "{few} af dem har en forskel, der er mindst lige så stor som indsatsens {difference} {unit}. Under 5 % "
        "ville være usædvanligt; her er det {share}.",
        few=words.number(found.placebo.as_large(float(study.difference.difference))),
        difference=words.signed(float(study.difference.difference), decimals),
        unit=of_change(unit, words),
        share=words.share(found.placebo.share(float(study.difference.difference))),
    )


def each(found: Found, unit: str, decimals: int, words: Words) -> str:
    """How much hangs on who is chosen: the difference against every possible control area alone."""
    if not len(found.each):
        return ""
    low, middle, high = (float(number) for number in np.quantile(found.each, [0, 0.5, 1]))
    return words(
        "Mod hvert af de {n} mulige kontrolområder for sig ligger forskellen fra {low} til {high} {unit}; den "
        "midterste er {middle}.",
        n=words.number(len(found.each)),
        low=words.signed(low, decimals),
        high=words.signed(high, decimals),
        middle=words.signed(middle, decimals),
        unit=of_change(unit, words),
    )


def parallel(found: Found, study: Study, words: Words) -> str:
    """Whether the groups followed each other before the effort, and what the test could have seen."""
    slopes = study.slopes
    if math.isnan(slopes.low):
        return words.plural(
            "Der er kun {n} periode før indsatsen. Det er for lidt til at se, om grupperne fulgtes ad.",
            "Der er kun {n} perioder før indsatsen. Det er for lidt til at se, om grupperne fulgtes ad.",
            len(found.early),
        )
    values = {
        "low": words.number(slopes.low, 2),
        "high": words.number(slopes.high, 2),
        "seen": words.number(math.ceil(100 * study.detectable)),
    }
    if not slopes.low <= 1 <= slopes.high:
        return words(
            "Nej. Den årlige ændring i områderne med indsats var {low}–{high} gange den i kontrolområderne "
            "(95 %-interval; 1 er det samme).",
            **values,
        )
    if study.detectable > WITHIN:
        return words(
            "Det kan ikke afgøres: prøven kunne kun have opdaget forskelle over {seen} % om året. Den årlige ændring "
            "var {low}–{high} gange den i kontrolområderne (95 %-interval; 1 er det samme).",
            **values,
        )
    return words(
        "Ja, så vidt prøven kan se: den ville have opdaget forskelle over {seen} % om året. Den årlige ændring var "
        "{low}–{high} gange den i kontrolområderne (95 %-interval; 1 er det samme).",
        **values,
    )


def false_starts(study: Study, decimals: int, words: Words) -> str:
    """What the same analysis finds had the effort begun earlier."""
    tried = study.false_starts
    if tried.empty:
        return words("Der er for få perioder før indsatsen til at prøve med et falsk startår.")
    told = "; ".join(
        words(
            "{year}: {difference} ({limits})",
            year=str(year),
            difference=words.signed(difference, decimals),
            limits=limits(low, high, decimals, words),
        )
        for year, difference, low, high in tried[["year", "difference", "low", "high"]].itertuples(index=False)
    )
    clear = bool(((tried["low"] > 0) | (tried["high"] < 0)).any())
    judged = (
        words("Ja, og det burde der ikke være: læs resultatet med forbehold.")
        if clear
        else words("Nej, som det skal være.")
    )
    return f"{judged} {told}."


def balance(found: Found, names_of_things: Sequence[str], words: Words) -> str:
    """Whether the groups were alike before the effort."""
    compared = [row for row in found.balance if row.difference is not None]
    unlike = [name for row, name in zip(found.balance, names_of_things, strict=True) if row.is_alike is False]
    if not compared:
        return words("Der er intet at sammenligne grupperne på før indsatsen.")
    told = (
        words.plural(
            "På det ene punkt ligger grupperne inden for en kvart standardafvigelse.",
            "På alle {n} punkter ligger grupperne inden for en kvart standardafvigelse.",
            len(compared),
        )
        if not unlike
        else words("Grupperne er uens på: {names}.", names=joined(unlike, words))
    )
    alone = [row.name for row in found.balance] == [LEVEL]
    lack = words(
        "Hvem der bor i områderne, er ikke opgjort før indsatsen, så forslaget bygger på niveauet alene."
    ) if alone else ""  # fmt: skip
    return f"{told} {lack}".strip()


def left_out(found: Found, names: dict[str, str], words: Words) -> str:
    """The areas that could not be summed, and why."""
    if not found.left_out:
        return ""
    return words(
        "Ikke regnet med, fordi mindst ét af deres tal er skjult eller ikke opgjort: {names}. Et skjult tal lægges "
        "aldrig til, så summen kan ikke røbe det.",
        names=joined([names[area] for area in found.left_out], words),
    )


def choices(asked: Asked, indicator: Indicator, names: dict[str, str], words: Words) -> str:
    """What is shown, for the line beside the choices and for files."""
    return words(
        "{measure}; indsats i {treated} fra {start}; før: til og med {before}; {kind}: {control}",
        measure=labels.measure(indicator, asked.measure.age_group, words),
        treated=named(asked.treated, names, words) or words("ingen områder"),
        start=asked.span.start,
        before=asked.span.before,
        kind=words("foreslået kontrol") if asked.is_proposed else words("valgt kontrol"),
        control=named(asked.control, names, words) or words("ingen"),
    )
