"""The annual report on paper: one department on A4, or all departments of a municipality in one table.

Here is what stands there; `sheet.typ` and `across.typ` lay it out. The same data give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from dashboard.annual_report import told
from dashboard.annual_report.report import DECIMALS, UNITS, Report, beside
from dashboard.annual_report.series import line_of
from dashboard.charts import lines, time_series
from dashboard.charts.lines import Style
from dashboard.documents import small_charts, svg, typesetter
from dashboard.documents.sheets import Imprint
from dashboard.i18n.words import N_, Words
from data.contracts import NON_PROFIT, OTHER, WHOLE, AnnualFigure, AnnualParameter
from data.query import Period

SHORT = {
    "above": N_("højere"),
    "below": N_("lavere"),
    "similar": N_("uden sikker forskel"),
    "not_compared": N_("–"),
    "": N_("–"),
}
GROUPS = (WHOLE, NON_PROFIT, OTHER)


def department(
    report: Report, department_id: str, period: Period, words: Words, imprint: Imprint, source: str
) -> bytes:
    """One department in a period as PDF. `source`: the line of sources."""
    return typesetter.pdf(
        "annual_report/sheet.typ", of_department(report, department_id, period, words, imprint, source)
    )


def of_department(
    report: Report, department_id: str, period: Period, words: Words, imprint: Imprint, source: str
) -> dict[str, Any]:
    name = report.unit_name(department_id, words)
    parameters = dict.fromkeys(row.parameter_id for row in report.numbers.values())
    units = beside(department_id)
    looks = lines.styles(units)
    return {
        **_head(report, period, words, imprint, name),
        "subject": words("En boligafdeling på papir"),
        "place": told.place(report, department_id, words),
        "summary": told.summary(report, department_id, period, words),
        "columns": [
            words("Parameter"),
            words("Afdelingen"),
            *(report.unit_name(unit, words) for unit in GROUPS),
            words("Mod kommunen"),
        ],
        "rows": [_row(report, name, department_id, period, words) for name in report.numbers],
        "said_heading": words("Parameter for parameter"),
        "said": [told.sentence(report, department_id, parameter, period, words) for parameter in parameters],
        "charts_heading": words("Udviklingen siden {year}", year=str(report.periods[-1][0])),
        "legend": [
            (svg.sample(style, 24, 8), report.unit_name(unit, words)) for unit, style in zip(units, looks, strict=True)
        ],
        "charts": [chart for number in report.numbers if (chart := _chart(report, number, units, looks, words))],
        "notes": [_method(words), source],
    }


def across(report: Report, period: Period, words: Words, imprint: Imprint, source: str) -> bytes:
    """Every department of a municipality in a period as PDF. `source`: the line of sources."""
    return typesetter.pdf("annual_report/across.typ", of_all(report, period, words, imprint, source))


def of_all(report: Report, period: Period, words: Words, imprint: Imprint, source: str) -> dict[str, Any]:
    units = [*report.by_id, NON_PROFIT, OTHER, WHOLE]
    return {
        **_head(report, period, words, imprint, words("Alle afdelinger")),
        "subject": words("Alle boligafdelinger i én tabel"),
        "place": report.names[report.municipality_id],
        "summary": words(
            "{n} afdelinger ved siden af de almene boliger i alt, de øvrige boliger og kommunen. ▲ er højere og ▼ "
            "lavere end kommunen, hvor forskellen er større end tilfældige udsving.",
            n=len(report.by_id),
        ),
        "columns": [words("Boliger"), *(told.name(row, words) for row in report.numbers.values())],
        "rows": [
            {"name": report.unit_name(unit, words), "cells": _cells(report, unit, period, words),
             "group": unit not in report.by_id}
            for unit in units
        ],
        "notes": [_method(words), source],
    }  # fmt: skip


def _head(report: Report, period: Period, words: Words, imprint: Imprint, name: str) -> dict[str, Any]:
    kind = words("Boligsocial årsrapport")
    return {
        **imprint.said(words),
        "title": f"{kind}: {name}, {words.period(*period)}",
        "kind": f"{kind} · {report.names[report.municipality_id]} · {words.period(*period)}",
        "name": name,
        "pages": words("Side {n} af {all}"),
    }


def _row(report: Report, number: str, department_id: str, period: Period, words: Words) -> list[str]:
    parameter = report.numbers[number]
    row = report.find(number, department_id, period)
    return [
        told.name(parameter, words),
        told.value(row, parameter.unit, words),
        *(told.value(report.find(number, unit, period), parameter.unit, words) for unit in GROUPS),
        words(SHORT[row.comparison]) if row else words("–"),
    ]


def _cells(report: Report, unit: str, period: Period, words: Words) -> list[str]:
    return [_cell(report.find(name, unit, period), parameter, words) for name, parameter in report.numbers.items()]


def _cell(row: AnnualFigure | None, parameter: AnnualParameter, words: Words) -> str:
    if row is None or row.value is None:
        return told.value(row, parameter.unit, words)
    arrow = {"above": " ▲", "below": " ▼"}.get(row.comparison, "")
    return f"{words.number(row.value, DECIMALS[parameter.unit])}{arrow}"


def _chart(
    report: Report, number: str, units: Sequence[str], looks: Sequence[Style], words: Words
) -> dict[str, str] | None:
    parameter = report.numbers[number]
    drawn = [
        line_of(report, report.over_time(number, unit), unit, style, words)
        for unit, style in zip(units, looks, strict=True)
    ]
    drawn = [line for line in drawn if line.points]
    if not drawn:
        return None
    title = f"{told.name(parameter, words)} ({words(UNITS[parameter.unit])})"
    decimals = DECIMALS[parameter.unit]
    return {
        "title": title,
        "chart": small_charts.trend(drawn, (), decimals, words),
        "alt": time_series.trend_alt(title, drawn, words, decimals),
    }


def _method(words: Words) -> str:
    return words(
        "Alle tal er tre år lagt sammen, så få personer ikke kan genkendes; huslejen er et gennemsnit over "
        "kvadratmeterne. Højere og lavere skrives kun, hvor 95 %-intervallet ikke dækker kommunens tal. "
        "Parametrene siger ikke, hvorfor en afdeling skiller sig ud."
    )
