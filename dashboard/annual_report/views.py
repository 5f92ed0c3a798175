"""The views of the annual report: all numbers of a department, one over the years, and one across departments."""

from __future__ import annotations

import html
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import store
from dashboard.annual_report import told
from dashboard.annual_report.report import DECIMALS, SHARE, UNITS, Report, beside, period_of, reports
from dashboard.annual_report.series import interval_of, line_of
from dashboard.annual_report.told import FigureLine
from dashboard.areas import shelf
from dashboard.charts import dots, lines, time_series
from dashboard.charts.dots import Dot
from dashboard.i18n.words import Words
from dashboard.selection.asked import STUDY, Study
from dashboard.views import sentences, tables
from dashboard.views.kept import Setting, kept
from dashboard.views.tables import Column, framed
from dashboard.views.view import View
from data.contracts import NON_PROFIT, OTHER, WHOLE, AnnualFigure, AnnualParameter, Department, DisclosureRule, Remark
from data.query import Period

GROUPS = (WHOLE, NON_PROFIT, OTHER)


@dataclass(frozen=True)
class Asked:
    """The department, the number and the period that are asked for; `years` narrow the periods and `area_ids` the
    departments that are held against each other, where there are any. The departments of a `study` area are counted
    together beside them.
    """

    municipality_id: str
    department_id: str
    number: str
    period: Period
    years: Period | None = None
    area_ids: tuple[str, ...] = ()
    study: Study | None = None

    def over_time(self, report: Report, number: str, unit_id: str) -> list[AnnualFigure]:
        """The figures of a unit in the periods within the years, the oldest first."""
        return [row for row in report.over_time(number, unit_id) if within(self.years, period_of(row))]


def departments_in(report: Report, area_ids: Collection[str]) -> list[str]:
    """The departments in or near some areas; none is all."""
    return [name for name, row in report.by_id.items() if not area_ids or row.area_id in area_ids]


def within(years: Period | None, period: Period) -> bool:
    return years is None or (years[0] <= period[0] and period[1] <= years[1])


@dataclass(frozen=True)
class ParameterLine:
    """What the report tells of, as a row of a table."""

    name: str
    category: str
    definition: str
    unit: str
    source: str
    note: str


@kept
def every(setting: Setting) -> dict[str, Report]:
    """The reports of the version by municipality; shared, so not to be changed."""
    version = setting.version
    parts = (store.rows(version, table) for table in (AnnualFigure, AnnualParameter, Department))
    figures, parameters, departments = parts
    return reports(figures, parameters, departments, shelf.facts(version).names)  # type: ignore[arg-type]


def report_of(setting: Setting, asked: Asked) -> Report:
    return every(setting)[asked.municipality_id].with_study(asked.study)


@kept
def answer(setting: Setting, asked: Asked) -> str:
    """How the department stands against the municipality."""
    return told.summary(report_of(setting, asked), asked.department_id, asked.period, setting.words)


@kept
def overview(setting: Setting, asked: Asked, is_answered: bool = False) -> View:
    """Every number of a department in a period, beside the municipality, the non-profit sector and the rest;
    `is_answered`: what it says first stands above it.
    """
    words, report = setting.words, report_of(setting, asked)
    units = beside(asked.department_id)
    rows = report.told(units, asked.period)
    found: dict[str, list[dots.Row]] = {}
    for name, parameter in sorted(report.numbers.items(), key=lambda each: each[1].unit != SHARE):
        drawn = _dots(report, name, units, asked.period, words)
        if drawn:
            label = html.escape(told.name(parameter, words))
            found.setdefault(words(UNITS[parameter.unit]), []).append(dots.Row(label, drawn))
    title = words("Afdelingen ved siden af kommunen")
    counted = words("{n} tal fra {period}.", n=words.number(len(report.numbers)), period=words.period(*asked.period))
    every_row = [row for unit in units for name in report.numbers for row in asked.over_time(report, name, unit)]
    return View(
        title=title,
        sentence=_with_hidden(setting, counted if is_answered else answer(setting, asked), rows),
        figure=dots.figure(found, words=words, sizes=setting.sizes, legend=True),
        alt=f"{title}. {' '.join(parameter_sentences(setting, asked))}",
        table=framed(told.lines(report, rows, _titles(setting), words), FigureLine),
        columns=told.columns(words),
        file=(framed(told.lines(report, every_row, _titles(setting), words), FigureLine), told.columns(words)),
        key="annual-overview",
        years=words.period(*asked.period),
        **_common(setting, asked, rows),
    )


def parameter_sentences(setting: Setting, asked: Asked) -> list[str]:
    """One sentence for each parameter."""
    report = report_of(setting, asked)
    parameters = dict.fromkeys(row.parameter_id for row in report.numbers.values())
    return [
        told.sentence(report, asked.department_id, name, asked.period, setting.words) for name in parameters
    ]  # fmt: skip


def remarks(setting: Setting, asked: Asked) -> list[str]:
    """What has been remarked on the figures of the department in the period."""
    rows = store.rows(setting.version, Remark)
    return told.remarks(report_of(setting, asked), rows, asked.department_id, asked.period, setting.words)


def _dots(report: Report, name: str, units: Sequence[str], period: Period, words: Words) -> tuple[Dot, ...]:
    """The last is drawn on top and named first: the department."""
    looks = dict(zip(units, lines.styles(units), strict=True))
    found = (report.find(name, unit, period) for unit in reversed(units))
    return tuple(
        Dot(report.unit_name(row.unit_id, words), looks[row.unit_id], row.value) for row in found if row and row.value
    )


@kept
def over_time(setting: Setting, asked: Asked) -> View:
    """One number of the department since the first period, with those it is held against."""
    words, report = setting.words, report_of(setting, asked)
    units = beside(asked.department_id)
    parameter = report.numbers[asked.number]
    rows = [row for unit in units for row in asked.over_time(report, asked.number, unit)]
    drawn = [
        line_of(report, asked.over_time(report, asked.number, unit), unit, style, words)
        for unit, style in zip(units, lines.styles(units), strict=True)
    ]
    drawn = [line for line in drawn if line.points]
    unit, decimals = words(UNITS[parameter.unit]), DECIMALS[parameter.unit]
    title = words("{number} siden {year}", number=told.name(parameter, words), year=str(rows[0].period_start))
    return View(
        title=title,
        sentence=_with_hidden(setting, sentences.trend_sentence(drawn, unit, words, decimals), rows),
        figure=time_series.trend(drawn, unit=unit, words=words, sizes=setting.sizes, decimals=decimals),
        alt=time_series.trend_alt(title, drawn, words, decimals),
        table=framed(told.lines(report, rows, _titles(setting), words), FigureLine),
        columns=told.columns(words, decimals),
        key="annual-years",
        years=words.period(rows[0].period_start, rows[-1].period_end),
        **_common(setting, asked, rows),
    )


@kept
def departments(setting: Setting, asked: Asked) -> View:
    """One number of every department in a period, the highest first, with the sectors and the municipality."""
    words, report = setting.words, report_of(setting, asked)
    parameter = report.numbers[asked.number]
    units = [*departments_in(report, asked.area_ids), *((STUDY,) if report.study else ()), *GROUPS]
    rows = [row for unit in units if (row := report.find(asked.number, unit, asked.period))]
    rows.sort(key=lambda row: -1.0 if row.value is None else row.value, reverse=True)
    title = words("{number}: alle afdelinger", number=told.name(parameter, words))
    sentence = f"{across(report, rows, parameter, words)} {told.of_study(report, rows, words)}".strip()
    return View(
        title=title,
        sentence=_with_hidden(setting, sentence, rows),
        figure=dots.figure(
            {words(UNITS[parameter.unit]): [_row(report, row, asked, words) for row in rows]},
            words=words,
            sizes=setting.sizes,
        ),
        alt=f"{title}. {sentence}",
        table=framed(told.lines(report, rows, _titles(setting), words), FigureLine),
        columns=told.columns(words, DECIMALS[parameter.unit]),
        key="annual-departments",
        years=words.period(*asked.period),
        **_common(setting, asked, rows) | {"place": report.names[report.municipality_id]},
    )


def across(report: Report, rows: Iterable[AnnualFigure], parameter: AnnualParameter, words: Words) -> str:
    """From which department to which a number goes, and how many lie above the municipality."""
    shown = [row for row in rows if row.unit_id in report.by_id and row.value is not None]
    if not shown:
        return words("Ingen afdelinger har tallet i perioden.")
    above = sum(row.comparison == "above" for row in shown)
    below = sum(row.comparison == "below" for row in shown)
    values = {
        "highest": told.value(shown[0], parameter.unit, words),
        "most": report.unit_name(shown[0].unit_id, words),
        "lowest": told.value(shown[-1], parameter.unit, words),
        "least": report.unit_name(shown[-1].unit_id, words),
    }
    span = words("Fra {lowest} i {least} til {highest} i {most}.", **values)
    if not above and not below:
        return span
    counted = words(
        "{above} af {n} afdelinger ligger højere end kommunen, {below} lavere.", above=above, below=below, n=len(shown)
    )
    return f"{span} {counted}"


def _row(report: Report, row: AnnualFigure, asked: Asked, words: Words) -> dots.Row:
    """A unit's row: the chosen department and the groups in their own looks, other departments in a quiet one."""
    units = beside(asked.department_id)
    looks = dict(zip(units, lines.styles(units), strict=True))
    name = html.escape(report.unit_name(row.unit_id, words))
    label = f"<b>{name}</b>" if row.unit_id in (*looks, STUDY) else name
    if row.value is None:
        return dots.Row(f"{label}: {html.escape(told.value(row, '', words))}", ())
    style = looks.get(row.unit_id) or lines.styles(["country"])[0]
    return dots.Row(label, (Dot(report.unit_name(row.unit_id, words), style, row.value, interval_of(row)),))


@kept
def contents(setting: Setting) -> View:
    """What the report tells of, and who says so."""
    words, version = setting.words, setting.version
    rows = sorted(store.rows(version, AnnualParameter), key=lambda row: row.order)
    titles = tables.source_names(shelf.facts(version).sources)
    found = [
        ParameterLine(
            words.text(row.name),
            words.text(row.category_name),
            words.text(row.definition),
            words(UNITS[row.unit]),
            tables.citation(titles.get(row.source_id, row.source_id), row.page, words),
            words.text(row.note),
        )
        for row in rows
    ]
    numbers = len({row.parameter_id for row in rows})
    return View(
        title=words("Det skal rapporten fortælle om"),
        sentence=words.plural(
            "{n} parameter, for hver afdeling, for de almene boliger i alt og for de øvrige boliger.",
            "{n} parametre, for hver afdeling, for de almene boliger i alt og for de øvrige boliger.",
            numbers,
        ),
        table=framed(found, ParameterLine),
        columns=[
            Column("name", words("Parameter")),
            Column("category", words("Kategori"), optional=True),
            Column("definition", words("Definition"), optional=True),
            Column("unit", words("Enhed")),
            Column("source", words("Kilde")),
            Column("note", words("Note"), optional=True),
        ],
        source=sentences.source_line(rows, shelf.facts(version).sources, words),
        key="annual-parameters",
        place=words("Boligsocial årsrapport"),
        folded=bool(every(setting)),
    )


def _common(setting: Setting, asked: Asked, rows: Sequence[AnnualFigure]) -> dict[str, Any]:
    """Where a view is from, and which choices made it."""
    words, report = setting.words, report_of(setting, asked)
    department = report.unit_name(asked.department_id, words)
    number = told.name(report.numbers[asked.number], words)
    method = words(
        "Tre år lagt sammen; andele og 95 %-intervaller (Wilson) er beregnet af os, huslejen er et gennemsnit over "
        "kvadratmeterne."
    )
    return {
        "place": department,
        "chosen": words("Afdeling: {name}; parameter: {number}; periode: {period}", name=department, number=number,
                        period=words.period(*asked.period)),
        "source": f"{method} {sentences.source_line(rows, shelf.facts(setting.version).sources, words)}",
    }  # fmt: skip


def _with_hidden(setting: Setting, sentence: str, rows: Sequence[AnnualFigure]) -> str:
    (rule,) = store.rows(setting.version, DisclosureRule)
    return f"{sentence} {told.hidden_note(rows, rule.minimum, setting.words)}".strip()


def _titles(setting: Setting) -> dict[str, str]:
    return tables.short_names(shelf.facts(setting.version).sources)
