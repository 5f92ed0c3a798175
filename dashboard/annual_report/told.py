"""The annual report in words: a number, a sentence a parameter, and how a department stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dashboard.annual_report.report import DECIMALS, SHARE, UNITS, Report, number_of
from dashboard.i18n import labels
from dashboard.i18n.words import N_, Words
from dashboard.selection.asked import STUDY
from dashboard.views.sentences import joined
from dashboard.views.tables import Column, citation
from data.contracts import NON_PROFIT, OTHER, WHOLE, AnnualFigure, AnnualParameter, Remark, Status
from data.query import Period

COMPARED = {
    "above": N_("højere"),
    "below": N_("lavere"),
    "similar": N_("uden sikker forskel"),
    "not_compared": N_("ikke sammenlignet"),
    "": "",
}
LIES = {"within": N_("i {area}"), "near": N_("ved {area}")}


@dataclass(frozen=True)
class FigureLine:
    """A figure as a row of a table; `value`, `low` and `high` in the unit, `status` why a number is missing."""

    unit_name: str
    parameter: str
    category: str
    period: str
    unit: str
    value: float | None
    low: float | None
    high: float | None
    count: int | None
    population: int | None
    status: str
    against: str
    against_sector: str
    source: str
    note: str
    unit_id: str
    number: str


def name(parameter: AnnualParameter, words: Words) -> str:
    """Alder: 0–17 år."""
    category = words.text(parameter.category_name)
    return f"{words.text(parameter.name)}: {category}" if category else words.text(parameter.name)


def value(row: AnnualFigure | None, unit: str, words: Words) -> str:
    """12,2 %; 907 kr. pr. m²; or the word for why there is none."""
    if row is None or row.value is None:
        return words(labels.UNNUMBERED[row.status.value if row else Status.NOT_COLLECTED.value])
    if unit == SHARE:
        return words.share(row.value / 100, DECIMALS[unit])
    return words("{n} kr. pr. m²", n=words.number(row.value, DECIMALS[unit]))


def sentence(report: Report, department_id: str, parameter_id: str, period: Period, words: Words) -> str:
    """One sentence for a parameter; of several categories, the one that differs most from the municipality."""
    numbers = {name: row for name, row in report.numbers.items() if row.parameter_id == parameter_id}
    rows = [row for number in numbers if (row := report.find(number, department_id, period))]
    shown = [row for row in rows if row.value is not None]
    if not shown:
        first = next(iter(numbers.values()))
        found = rows[0] if rows else None
        return words("{name}: {word}.", name=words.text(first.name), word=value(found, first.unit, words))
    row = max(shown, key=distance)
    return _sentence(report, row, numbers[number_of(row)], words)


def _sentence(report: Report, row: AnnualFigure, parameter: AnnualParameter, words: Words) -> str:
    period = (row.period_start, row.period_end)
    others = {unit: report.find(number_of(row), unit, period) for unit in (WHOLE, NON_PROFIT, OTHER)}
    texts = {unit: value(other, parameter.unit, words) for unit, other in others.items()}
    told = words(
        "{name}: {value}; kommunen {whole}, almene boliger {sector}, øvrige boliger {rest}.",
        name=name(parameter, words),
        value=value(row, parameter.unit, words),
        whole=texts[WHOLE],
        sector=texts[NON_PROFIT],
        rest=texts[OTHER],
    )
    return f"{told} {verdict(row, words)}".strip()


def verdict(row: AnnualFigure, words: Words) -> str:
    """Højere end kommunen, uden sikker forskel fra de almene boliger."""
    said = {
        ("above", "above"): N_("Højere end kommunen og end de almene boliger i alt."),
        ("above", "below"): N_("Højere end kommunen, lavere end de almene boliger i alt."),
        ("above", "similar"): N_("Højere end kommunen, uden sikker forskel fra de almene boliger i alt."),
        ("below", "above"): N_("Lavere end kommunen, højere end de almene boliger i alt."),
        ("below", "below"): N_("Lavere end kommunen og end de almene boliger i alt."),
        ("below", "similar"): N_("Lavere end kommunen, uden sikker forskel fra de almene boliger i alt."),
        ("similar", "above"): N_("Uden sikker forskel fra kommunen, højere end de almene boliger i alt."),
        ("similar", "below"): N_("Uden sikker forskel fra kommunen, lavere end de almene boliger i alt."),
        ("similar", "similar"): N_("Uden sikker forskel fra kommunen og fra de almene boliger i alt."),
    }.get((row.comparison, row.sector_comparison))
    return words(said) if said else ""


def of_study(report: Report, rows: Iterable[AnnualFigure], words: Words) -> str:
    """The departments of the reader's own area counted together; empty without one."""
    row = next((row for row in rows if row.unit_id == STUDY), None)
    if not row or not report.study:
        return ""
    names = [each.name for each in report.departments_of(report.study)]
    whole = words.plural(
        "»{name}« er {names}: {value}.",
        "»{name}« er {names} lagt sammen af os: {value}.",
        len(names),
        name=report.study.name,
        names=joined(names, words),
        value=value(row, report.numbers[number_of(row)].unit, words),
    )
    return f"{whole} {verdict(row, words)}".strip()


def distance(row: AnnualFigure) -> float:
    """How many times the municipality's number a figure is, or the other way round; 0 without a sure difference."""
    if row.comparison not in ("above", "below") or not row.value or not row.reference:
        return 0.0
    return max(row.value / row.reference, row.reference / row.value)


def summary(report: Report, department_id: str, period: Period, words: Words) -> str:
    """How a department stands, in a sentence or two."""
    rows = [row for row in report.told([department_id], period) if row.comparison in ("above", "below", "similar")]
    values = {"name": report.unit_name(department_id, words), "period": words.period(*period)}
    if not rows:
        return words("{name}, {period}: ingen tal kan sammenlignes med kommunen.", **values)
    counts = {code: sum(row.comparison == code for row in rows) for code in ("above", "below")}
    told = words(
        "{name}, {period}: højere end kommunen på {above} og lavere på {below} af {n} tal.",
        above=counts["above"],
        below=counts["below"],
        n=len(rows),
        **values,
    )
    most = sorted((row for row in rows if distance(row)), key=distance, reverse=True)[:3]
    if not most:
        return told
    texts = [_short(report, row, words) for row in most]
    return f"{told} {words('Længst fra kommunen: {list}.', list=joined(texts, words))}"


def _short(report: Report, row: AnnualFigure, words: Words) -> str:
    parameter = report.numbers[number_of(row)]
    return words(
        "{name} ({value} mod {whole})",
        name=", ".join(
            labels.within_sentence(text)
            for text in (words.text(parameter.name), words.text(parameter.category_name))
            if text
        ),
        value=value(row, parameter.unit, words),
        whole=words.share((row.reference or 0) / 100, DECIMALS[parameter.unit]),
    )


def place(report: Report, department_id: str, words: Words) -> str:
    """Eksempel Almene Boliger, i Havbrinken."""
    row = report.by_id[department_id]
    lies = words(LIES[row.lies], area=report.names.get(row.area_id, row.area_id)) if row.lies else ""
    return ", ".join(filter(None, (row.housing_organisation, lies)))


def lines(report: Report, rows: Iterable[AnnualFigure], titles: dict[str, str], words: Words) -> list[FigureLine]:
    """The figures as rows of a table. `titles`: of sources by id."""
    return [_line(report, row, titles, words) for row in rows]


def _line(report: Report, row: AnnualFigure, titles: dict[str, str], words: Words) -> FigureLine:
    parameter = report.numbers[number_of(row)]
    return FigureLine(
        unit_name=report.unit_name(row.unit_id, words),
        parameter=words.text(parameter.name),
        category=words.text(parameter.category_name),
        period=words.period(row.period_start, row.period_end),
        unit=words(UNITS[parameter.unit]),
        value=row.value,
        low=row.low,
        high=row.high,
        count=row.count,
        population=row.population if parameter.unit == SHARE else None,
        status=row.status.value,
        against=words(COMPARED[row.comparison]) if row.comparison else "",
        against_sector=words(COMPARED[row.sector_comparison]) if row.sector_comparison else "",
        source=citation(titles.get(row.source_id, row.source_id), row.page, words),
        note=words.text(row.note),
        unit_id=row.unit_id,
        number=number_of(row),
    )


def columns(words: Words, decimals: int = 1) -> list[Column]:
    return [
        Column("unit_name", words("Boliger")),
        Column("parameter", words("Parameter")),
        Column("category", words("Kategori"), optional=True),
        Column("period", words("Periode")),
        Column("unit", words("Enhed")),
        Column("value", words("Værdi"), "number", decimals),
        Column("low", words("Nedre grænse (95 %)"), "number", decimals, optional=True),
        Column("high", words("Øvre grænse (95 %)"), "number", decimals, optional=True),
        Column("count", words("Antal i de tre år"), "number", optional=True),
        Column("population", words("Ud af i de tre år"), "number", optional=True),
        Column("against", words("Mod kommunen"), optional=True),
        Column("against_sector", words("Mod almene boliger"), optional=True),
        Column("source", words("Kilde")),
        Column("note", words("Note"), optional=True),
        Column("unit_id", words("Boliger (kode)"), "code"),
        Column("number", words("Parameter (kode)"), "code"),
    ]


def remarks(report: Report, rows: Iterable[Remark], department_id: str, period: Period, words: Words) -> list[str]:
    """What has been remarked on a department's figures of a period, with the answer."""
    names = {row.parameter_id: words.text(row.name) for row in report.parameters}
    return [
        words(
            "Bemærket om {name}: {remark} {answer}",
            name=labels.within_sentence(names[row.indicator_id]),
            remark=words.text(row.remark),
            answer=words.text(row.answer) or words("Venter på svar."),
        )
        for row in rows
        if row.table == AnnualFigure.TABLE and row.indicator_id in names and _is_on(row, department_id, period)
    ]


def _is_on(row: Remark, department_id: str, period: Period) -> bool:
    start, end = row.period_start, row.period_end
    overlaps = start is None or end is None or (start <= period[1] and period[0] <= end)
    return row.area_id in ("", department_id) and overlaps


def hidden_note(rows: Sequence[AnnualFigure], minimum: int, words: Words) -> str:
    """How many numbers are hidden or too few to show; nothing where there are none."""
    hidden, few = (sum(row.status is status for row in rows) for status in (Status.HIDDEN, Status.TOO_FEW))
    notes = (
        words(
            "{hidden} af {n} tal er skjult, for færre end {minimum} personer vises ikke.",
            hidden=hidden,
            n=len(rows),
            minimum=minimum,
        )
        if hidden
        else "",
        words.plural("{n} tal er for få til at vise.", "{n} tal er for få til at vise.", few) if few else "",
    )
    return " ".join(filter(None, notes))
