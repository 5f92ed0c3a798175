"""Is it an effect? The difference reckoned in three ways, what a reader asks of it, and how alike the groups were."""

from __future__ import annotations

import numpy as np
import pandas

from dashboard.areas import shelf
from dashboard.effect_workshop import figures, told
from dashboard.effect_workshop.material import Asked, Found, found
from dashboard.effect_workshop.views import common, indicator_of, unit_of
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data.effect import Reason
from data.effect_control import LEVEL
from data.effect_study import Study


@kept
def sizes(setting: Setting, asked: Asked) -> View | None:
    """The effect reckoned in three ways; None without a study."""
    words, shown = setting.words, found(setting, asked)
    if shown.study is None:
        return None
    unit, decimals = unit_of(setting, asked)
    table = size_table(shown.study, told.of_change(unit, words), decimals, words)
    return View(
        title=words("Virkningen regnet på tre måder"),
        sentence=size_sentence(shown.study, words),
        table=table,
        columns=[
            Column("way", words("Sådan regnet")),
            Column("effect", words("Virkning")),
            Column("limits", words("95 %-interval")),
            Column("takes", words("Hvad intervallet regner med")),
        ],
        key="effect-sizes",
        **common(setting, asked),
    )


def size_sentence(study: Study, words: Words) -> str:
    """Whether the three agree on whether there is an effect."""
    signs = {sign(float(low), 0, float(high)) for low, high in ((study.difference.low, study.difference.high),)}
    if not np.isnan(study.single.low):
        signs.add(sign(float(study.single.low), 0, float(study.single.high)))
    if not np.isnan(study.ratio.low):
        signs.add(sign(study.ratio.low, 1, study.ratio.high))
    if signs == {0}:
        return words("Ingen af måderne viser en virkning, der er større end tilfældigheder.")
    if len(signs) == 1:
        return words("Alle måderne peger samme vej, ud over hvad tilfældigheder gør.")
    return words("Måderne er ikke enige: kun nogle af dem viser mere end tilfældigheder.")


def sign(low: float, nothing: float, high: float) -> int:
    """Whether an interval lies above (1) or below (-1) what no effect is; 0 where it holds it."""
    return int(low > nothing) - int(high < nothing)


def size_table(study: Study, unit: str, decimals: int, words: Words) -> pandas.DataFrame:
    """The effect in each way. Columns: way, effect, limits, takes."""
    ratio, single = study.ratio, study.single
    rows = [
        (
            words("Forskel, områderne lagt sammen"),
            labels.with_unit(words.signed(float(study.difference.difference), decimals), unit, words),
            told.limits(float(study.difference.low), float(study.difference.high), decimals, words),
            words("Tilfældige udsving i antallene"),
        ),
        (
            words("Forskel, hvert område tæller lige meget"),
            labels.with_unit(words.signed(float(single.difference), decimals), unit, words),
            told.limits(float(single.low), float(single.high), decimals, words)
            or words(labels.MISSING["not_relevant"]),
            words("At områder ændrer sig forskelligt (kræver to områder i hver gruppe)"),
        ),
        (
            words("Forhold (1 er ingen virkning)"),
            words.number(ratio.ratio, 2) or words(labels.MISSING["not_relevant"]),
            told.limits(ratio.low, ratio.high, 2, words, is_ratio=True),
            words(labels.RATIO_MODELS[ratio.model])
            if ratio.reason == Reason.NONE
            else words("Et forhold kan ikke beregnes: {reason}.", reason=words(labels.RATIO_REASONS[ratio.reason])),
        ),
    ]
    return pandas.DataFrame(rows, columns=["way", "effect", "limits", "takes"])


@kept
def doubts(setting: Setting, asked: Asked) -> View | None:
    """What a reader asks of the result; None without a study."""
    words, shown = setting.words, found(setting, asked)
    if shown.study is None:
        return None
    unit, decimals = unit_of(setting, asked)
    answers = {
        words("Fulgtes grupperne ad før indsatsen?"): told.parallel(shown, shown.study, words),
        words("Ville et falsk startår også vise en virkning?"): told.false_starts(shown.study, decimals, words),
        words("Hænger det på, hvem der er kontrol?"): told.each(shown, unit, decimals, words),
        words("Hvad beviser det?"): told.proof(shown, shown.study, unit, decimals, words),
    }
    return View(
        title=words("Hvad taler for og imod?"),
        sentence=words("Fire spørgsmål, før resultatet bruges."),
        table=pandas.DataFrame(list(answers.items()), columns=["question", "answer"]),
        columns=[Column("question", words("Spørgsmål")), Column("answer", words("Svar"))],
        key="effect-doubts",
        **common(setting, asked),
    )


@kept
def balance(setting: Setting, asked: Asked) -> View | None:
    """How alike the groups were before the effort; None without a study."""
    words, shown = setting.words, found(setting, asked)
    if shown.study is None:
        return None
    things = [thing(setting, asked, row.name) for row in shown.balance]
    apart = {
        name: row.difference for name, row in zip(things, shown.balance, strict=True) if row.difference is not None
    }
    title = words("Lignede grupperne hinanden før indsatsen?")
    said = told.balance(shown, things, words)
    return View(
        title=title,
        sentence=said,
        figure=figures.balance(apart, words=words, sizes=setting.sizes) if apart else None,
        alt=f"{title}. {said}",
        table=balance_table(setting, shown, things),
        columns=[
            Column("name", words("Hvad")),
            Column("treated", words("Med indsats"), "number", 1),
            Column("control", words("Kontrol"), "number", 1),
            Column("difference", words("Forskel i standardafvigelser"), "number", 2),
            Column("areas", words("Områder med tal")),
        ],
        folded=False,
        key="effect-balance",
        **common(
            setting,
            asked,
            words(
                "Tallene er gennemsnit af områderne (størrelser: det geometriske) i det nyeste tal til og med {year}. "
                "Over en kvart standardafvigelse er uens. Det farvede bånd viser den grænse.",
                year=asked.span.before,
            ),
        ),
    )


def thing(setting: Setting, asked: Asked, name: str) -> str:
    """What a row of the balance is about."""
    words, indicators = setting.words, shelf.facts(setting.version).indicators
    if name == LEVEL:
        return words("{measure} før indsatsen", measure=words.text(indicator_of(setting, asked).name))
    return words.text(indicators[name].name)


def balance_table(setting: Setting, shown: Found, things: list[str]) -> pandas.DataFrame:
    """What the groups were compared on. Columns: name, treated, control, difference, areas."""
    indicators = shelf.facts(setting.version).indicators
    rows = []
    for row, name in zip(shown.balance, things, strict=True):
        is_size = row.name in indicators and indicators[row.name].likeness == "size"
        means = [None if mean is None else float(np.exp(mean)) if is_size else mean for mean in
                 (row.treated, row.control)]  # fmt: skip
        rows.append(
            {
                "name": name,
                "treated": means[0],
                "control": means[1],
                "difference": None if row.difference is None else round(row.difference, 2) + 0.0,
                "areas": setting.words(
                    "{a} og {b}", a=setting.words.number(row.treated_areas), b=setting.words.number(row.control_areas)
                ),
            }
        )
    return pandas.DataFrame(rows, columns=["name", "treated", "control", "difference", "areas"])
