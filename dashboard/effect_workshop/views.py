"""The views of the workshop: the groups over time, what chance does, three ways to reckon, doubts, balance, areas."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas

from dashboard.areas import shelf
from dashboard.charts import time_series
from dashboard.effect_workshop import figures, told
from dashboard.effect_workshop.material import Asked, Found, found
from dashboard.i18n import labels
from dashboard.i18n.words import Words
from dashboard.views import sentences
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column
from dashboard.views.view import View
from data import measures
from data.contracts import Indicator, Status
from data.effect_study import Study


def indicator_of(setting: Setting, asked: Asked) -> Indicator:
    return shelf.facts(setting.version).indicators[asked.measure.indicator_id]


def unit_of(setting: Setting, asked: Asked) -> tuple[str, int]:
    """The unit in the reader's language and the decimals it is written with."""
    indicator = indicator_of(setting, asked)
    return labels.unit(indicator, setting.words), indicator.decimals


def common(setting: Setting, asked: Asked, *notes: str) -> dict[str, Any]:
    """Where and when a view is of, which choices made it, and its source."""
    words, facts, shown = setting.words, shelf.facts(setting.version), found(setting, asked)
    names = dict(facts.names)
    source = sentences.source_line(shown.rows, facts.sources, words)
    return {
        "source": " ".join(filter(None, (*notes, words("Forskellene er beregnet af os."), source))),
        "chosen": told.choices(asked, indicator_of(setting, asked), names, words),
        "place": told.named(asked.treated, names, words),
        "years": told.span(shown.panel, [*shown.early, *shown.late], words),
    }


@kept
def answer(setting: Setting, asked: Asked) -> str:
    """What was found and what it proves, in two or three sentences; or why nothing can be said."""
    words, shown = setting.words, found(setting, asked)
    names = dict(shelf.facts(setting.version).names)
    unit, decimals = unit_of(setting, asked)
    if shown.study is None:
        lack = (
            words("Ingen af områderne med indsats har tal i alle perioder før og efter, så intet kan regnes ud.")
            if not shown.treated
            else words("Der er intet kontrolområde at holde indsatsen op mod. Kun områdernes egen udvikling er vist.")
        )
        return f"{lack} {told.left_out(shown, names, words)}".strip()
    return (
        f"{told.result(shown, shown.study, unit, decimals, words)} "
        f"{told.proof(shown, shown.study, unit, decimals, words)}"
    )


@kept
def trend(setting: Setting, asked: Asked) -> View | None:
    """The two groups over time, each summed; before the effort and after. None where no treated area can be summed."""
    words, shown, indicator = setting.words, found(setting, asked), indicator_of(setting, asked)
    if not shown.treated:
        return None
    unit, decimals = unit_of(setting, asked)
    names = {"hotspot": words("Områder med indsats"), "control": words("Kontrolområder")}
    drawn = figures.group_lines(shown, names)
    breaks = shelf.facts(setting.version).breaks_of(indicator.indicator_id)
    title = words("{measure}: med og uden indsats", measure=labels.measure(indicator, asked.measure.age_group, words))
    notes = (
        told.left_out(shown, dict(shelf.facts(setting.version).names), words),
        time_series.reading_note(drawn, breaks, words),
        words.text(indicator.caveat),
        sentences.widened(indicator, words),
    )
    last = shown.panel.periods[-1][1]
    return View(
        title=title,
        sentence=sentences.trend_sentence(drawn, unit, words, decimals),
        figure=time_series.trend(
            drawn,
            unit=unit,
            words=words,
            sizes=setting.sizes,
            decimals=decimals,
            breaks=breaks,
            intervention=(shown.panel.periods[shown.late[0]][0], last),
        ),
        alt=time_series.trend_alt(title, drawn, words, decimals),
        table=group_table(shown, names, words),
        columns=group_columns(unit, decimals, words),
        key="effect-groups",
        **common(setting, asked, *notes),
    )


def group_table(shown: Found, names: dict[str, str], words: Words) -> pandas.DataFrame:
    """The table of `group_columns`: a row for each group and period."""
    rows = []
    for role, areas in (("hotspot", shown.treated), ("control", shown.control)):
        if not areas:
            continue
        counts = shown.panel.by_period(areas)
        rates = measures.rate(counts.count, counts.population, shown.panel.per, dispersion=counts.dispersion)
        columns = zip(shown.panel.periods, np.atleast_1d(counts.count), np.atleast_1d(counts.population), *rates,
                      strict=True)  # fmt: skip
        rows += [
            {
                "group": names[role],
                "period": words.period(*period),
                "value": value,
                "low": low,
                "high": high,
                "count": count,
                "population": population,
                "status": Status.HIDDEN if np.isnan(value) else Status.SHOWN,
            }
            for period, count, population, value, low, high in columns
        ]
    return pandas.DataFrame(rows, columns=["group", "period", "value", "low", "high", "count", "population", "status"])


def group_columns(unit: str, decimals: int, words: Words) -> list[Column]:
    return [
        Column("group", words("Gruppe")),
        Column("period", words("Periode")),
        Column("value", words("Værdi ({unit})", unit=unit), "number", decimals),
        Column("low", words("Nedre grænse (95 %)"), "number", decimals),
        Column("high", words("Øvre grænse (95 %)"), "number", decimals),
        Column("count", words("Antal"), "number"),
        Column("population", words("Befolkning"), "number"),
    ]


@kept
def placebo(setting: Setting, asked: Asked) -> View | None:
    """The difference beside those that the same analysis finds where nothing began; None without a study."""
    words, shown = setting.words, found(setting, asked)
    if shown.study is None:
        return None
    unit, decimals = unit_of(setting, asked)
    step = told.of_change(unit, words)
    said = told.placebo(shown, shown.study, unit, decimals, words)
    title = words("Hvad tilfældet gør: samme regning, hvor intet begyndte")
    return View(
        title=title,
        sentence=f"{said} {told.each(shown, unit, decimals, words)}".strip(),
        figure=figures.placebo(shown, shown.study, unit=step, words=words, sizes=setting.sizes, decimals=decimals)
        if len(shown.placebo.differences)
        else None,
        alt=f"{title}. {said}",
        table=placebo_table(shown, shown.study, dict(shelf.facts(setting.version).names), words),
        columns=[
            Column("kind", words("Hvad der er prøvet")),
            Column("name", words("Hvor eller hvornår")),
            Column("difference", words("Forskel ({unit})", unit=step), "number", decimals),
        ],
        key="effect-placebo",
        **common(
            setting,
            asked,
            words(
                "Hver gruppe får den kontrol, som siden foreslår for den; områderne med indsats er ikke med. Krydser "
                "er områderne selv med et falsk startår."
            ),
        ),
    )


def placebo_table(shown: Found, study: Study, names: dict[str, str], words: Words) -> pandas.DataFrame:
    """Every difference of the picture, the effort's first. Columns: kind, name, difference."""
    observed = [(words("Indsatsen"), told.named(shown.treated, names, words), float(study.difference.difference))]
    early = [
        (words("Falsk startår"), str(year), difference)
        for year, difference in study.false_starts[["year", "difference"]].itertuples(index=False)
    ]
    groups = [
        (words("Gruppe uden indsats"), sentences.joined([names[area] for area in group], words), difference)
        for group, difference in zip(shown.placebo.groups, shown.placebo.differences, strict=True)
    ]
    return pandas.DataFrame([*observed, *early, *groups], columns=["kind", "name", "difference"])


@kept
def areas(setting: Setting, asked: Asked) -> View:
    """Every chosen area with its own numbers before and after; why one is not counted."""
    words, shown = setting.words, found(setting, asked)
    names = dict(shelf.facts(setting.version).names)
    unit, decimals = unit_of(setting, asked)
    step = told.of_change(unit, words)
    roles = {words("med indsats"): asked.treated, words("kontrol"): asked.control}
    rows = [area_row(shown, area, names, kind) for kind, group in roles.items() for area in group]
    how = (
        words("Ingen kontrolområder er valgt, og ingen kan foreslås.")
        if not asked.control
        else words(
            "Kontrolområderne er foreslået: de lignede mest før indsatsen, uden at nogen har set på tiden efter."
        )
        if asked.is_proposed
        else words("Kontrolområderne er valgt af læseren.")
    )
    return View(
        title=words("Områderne, et for et"),
        sentence=f"{how} {told.left_out(shown, names, words)}".strip(),
        table=pandas.DataFrame(rows, columns=AREA_FIELDS),
        columns=[
            Column("area", words("Område")),
            Column("kind", words("Gruppe")),
            Column("before", words("Før ({unit})", unit=unit), "number", decimals, reason="before_status"),
            Column("after", words("Efter ({unit})", unit=unit), "number", decimals, reason="after_status"),
            Column("change", words("Ændring ({unit})", unit=step), "number", decimals, reason="change_status"),
            Column("area_id", words("Område (kode)"), "code"),
        ],
        key="effect-areas",
        **common(setting, asked),
    )


AREA_FIELDS = ["area", "kind", "before", "after", "change", "before_status", "after_status", "change_status", "area_id"]


def area_row(shown: Found, area_id: str, names: dict[str, str], kind: str) -> dict[str, object]:
    """One area before and after the effort, with the reason why a number is missing."""
    rates = [rate_of(shown, area_id, places) for places in (shown.early, shown.late)]
    numbers = {"before": rates[0], "after": rates[1], "change": rates[1] - rates[0]}
    hidden = any(row.area_id == area_id and row.status == Status.HIDDEN for row in shown.rows)
    lack = Status.HIDDEN if hidden else Status.NOT_COLLECTED
    reasons = {f"{name}_status": lack if np.isnan(number) else Status.SHOWN for name, number in numbers.items()}
    return {"area": names[area_id], "kind": kind, **numbers, **reasons, "area_id": area_id}


def rate_of(shown: Found, area_id: str, places: tuple[int, ...]) -> float:
    """The rate of an area over some periods together; NaN where it misses one."""
    if area_id not in shown.panel.areas:
        return float("nan")
    return float(shown.panel.rates(places)[shown.panel.areas.index(area_id)])
