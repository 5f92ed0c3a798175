"""The figures of the annual report, looked up by what they are of: a number, a unit and a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.i18n.words import N_, Words
from dashboard.selection.asked import STUDY, Study
from data.annual_report import together
from data.contracts import NON_PROFIT, OTHER, WHOLE, AnnualFigure, AnnualParameter, Department
from data.query import Period

SECTOR_NAMES = {NON_PROFIT: N_("Almene boliger i alt"), OTHER: N_("Øvrige boliger")}
UNITS = {"percent": N_("procent"), "kr_per_m2": N_("kr. pr. m²"), "": N_("ikke oplyst")}
DECIMALS = {"percent": 1, "kr_per_m2": 0, "": 0}
SHARE = "percent"


@dataclass(frozen=True)
class Report:
    """The report of one municipality: what it tells of, its departments, and every figure.

    `names`: of the areas, by id; with a `study` area the figures hold those of its departments counted together.
    """

    municipality_id: str
    parameters: tuple[AnnualParameter, ...]
    departments: tuple[Department, ...]
    figures: tuple[AnnualFigure, ...]
    names: Mapping[str, str]
    study: Study | None = None

    def with_study(self, study: Study | None) -> Report:
        """The same with the figures of the departments in the reader's own area together, where there are any."""
        ids = {row.department_id for row in self.departments_of(study)}
        if not ids:
            return self
        several: defaultdict[tuple[str, Period], list[AnnualFigure]] = defaultdict(list)
        for row in self.figures:
            if row.unit_id in ids:
                several[number_of(row), period_of(row)].append(row)
        found = [together(rows, len(ids), STUDY) for rows in several.values()]
        return replace(self, figures=(*self.figures, *found), study=study)

    def departments_of(self, study: Study | None) -> list[Department]:
        """The departments that lie in the reader's own area, not those beside it."""
        members = study.members if study else ()
        return [row for row in self.departments if row.area_id in members and row.lies == "within"]

    @cached_property
    def by_key(self) -> dict[tuple[str, str, Period], AnnualFigure]:
        return {(number_of(row), row.unit_id, period_of(row)): row for row in self.figures}

    @cached_property
    def numbers(self) -> dict[str, AnnualParameter]:
        """Every number that the report has, by its name in the address."""
        told = {number_of(row) for row in self.figures}
        return {name: row for row in self.parameters if (name := number_of(row)) in told}

    @cached_property
    def periods(self) -> list[Period]:
        """The newest first."""
        return sorted({period_of(row) for row in self.figures}, reverse=True)

    @cached_property
    def by_id(self) -> dict[str, Department]:
        return {row.department_id: row for row in self.departments}

    def unit_name(self, unit_id: str, words: Words) -> str:
        """A department's name, a sector's, the municipality's or that of the reader's own area."""
        if unit_id == STUDY and self.study:
            return self.study.name
        if unit_id == WHOLE:
            return self.names[self.municipality_id]
        return words(SECTOR_NAMES[unit_id]) if unit_id in SECTOR_NAMES else self.by_id[unit_id].name

    def find(self, number: str, unit_id: str, period: Period) -> AnnualFigure | None:
        return self.by_key.get((number, unit_id, period))

    def over_time(self, number: str, unit_id: str) -> list[AnnualFigure]:
        """The figures of a unit, the oldest first."""
        found = (self.find(number, unit_id, period) for period in reversed(self.periods))
        return [row for row in found if row]

    def told(self, unit_ids: Iterable[str], period: Period) -> list[AnnualFigure]:
        """Every number of some units in a period, number by number."""
        units = list(unit_ids)
        found = (self.find(number, unit, period) for number in self.numbers for unit in units)
        return [row for row in found if row]


def number_of(row: AnnualFigure | AnnualParameter) -> str:
    """The name of a number in the address: a parameter, or a category of one."""
    return row.parameter_id if row.category == "all" else f"{row.parameter_id}_{row.category}"


def period_of(row: AnnualFigure) -> Period:
    return row.period_start, row.period_end


def beside(department_id: str) -> tuple[str, ...]:
    """The units of a picture: the department and what it is held against."""
    return department_id, WHOLE, NON_PROFIT, OTHER


def reports(
    figures: Sequence[AnnualFigure],
    parameters: Iterable[AnnualParameter],
    departments: Sequence[Department],
    names: Mapping[str, str],
) -> dict[str, Report]:
    """A report for each municipality that has figures, by its id."""
    ordered = tuple(sorted(parameters, key=lambda row: row.order))
    return {
        municipality: Report(
            municipality,
            ordered,
            tuple(row for row in departments if row.municipality_id == municipality),
            tuple(row for row in figures if row.municipality_id == municipality),
            names,
        )
        for municipality in dict.fromkeys(row.municipality_id for row in figures)
    }
