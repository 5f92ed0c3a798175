"""A report of two departments and two numbers, small enough to check in the head."""

from __future__ import annotations

from dashboard.annual_report.report import Report, reports
from data.contracts import NON_PROFIT, OTHER, WHOLE, AnnualFigure, AnnualParameter, Department, Status
from data.errors import Text

NOTHING = Text("", "")


def parameter(parameter_id: str, name: str, unit: str, category: str = "all", of: str = "") -> AnnualParameter:
    texts = Text(name, name), Text(of, of)
    return AnnualParameter(parameter_id, category, 1, *texts, NOTHING, unit, "rapport", "", "A", NOTHING)


def department(department_id: str, name: str) -> Department:
    return Department(
        department_id, name, "kommune_0999", NON_PROFIT, "Boligen", "moelleby", "within", "rapport", NOTHING
    )


def figure(number: str, unit_id: str, value: float | None, start: int = 2021, category: str = "all") -> AnnualFigure:
    """A figure beside a municipality of 5 and a non-profit sector of 10, with a limit of 2 to each side."""
    is_above = value is not None and value - 2 > 5
    comparison = "" if value is None or unit_id == WHOLE else "above" if is_above else "similar"
    sector = "" if value is None or unit_id == NON_PROFIT else "above" if value - 2 > 10 else "similar"
    return AnnualFigure(
        number,
        category,
        "kommune_0999",
        unit_id,
        start,
        start + 2,
        None if value is None else int(value * 10),
        1000,
        value,
        None if value is None else value - 2,
        None if value is None else value + 2,
        Status.HIDDEN if value is None else Status.SHOWN,
        5.0,
        comparison,
        10.0,
        sector,
        "rapport",
        "",
        "A",
        NOTHING,
    )


def report() -> Report:
    """Nord is high in help and has many young; of Syd the young are hidden."""
    values = {"nord": 20.0, "syd": 6.0, NON_PROFIT: 10.0, OTHER: 4.0, WHOLE: 5.0}
    figures = [figure("help", unit, value, start) for unit, value in values.items() for start in (2018, 2021)]
    figures += [
        figure("age", unit, None if unit == "syd" else value, category="young") for unit, value in values.items()
    ]
    parameters = [parameter("help", "Hjælp", "percent"), parameter("age", "Alder", "percent", "young", "Unge")]
    names = {"kommune_0999": "Åby", "moelleby": "Mølleby"}
    departments = (department("nord", "Nord"), department("syd", "=Syd"))
    return reports(figures, parameters, departments, names)["kommune_0999"]
