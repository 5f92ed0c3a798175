"""The annual report of housing: every department against its municipality, the non-profit sector and the rest.

The figures are summed to periods of three years, the last of which ends with the newest year, as a register's figures
of single housing areas are (`data.register`): departments are small. Periods of sectors and municipality are the sums
of the same cells, so that all lines of a picture stand for the same years, and nobody can subtract one year.

The cells are unit x category x period. What is printed of them (departments, sectors, municipality; each with the sum
of its categories, which is its population) is one publication: a department that is hidden cannot be worked out from
its sector, a sector from the municipality, or a category from the others. It is audited like a register. A rent is no
count of persons; it is the mean over the square metres it is paid for.

A department's figures never stand among the observations: the same persons live in housing areas, whose periods are
published there, and a department that is most of one would give the rest of it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import pandas

from data import disclosure, measures
from data.contracts import NON_PROFIT, SECTORS, WHOLE, AnnualFigure, Direction, Status
from data.errors import Finding, SourceError, Text
from data.register import is_held
from data.register_cells import YEARS, Windows
from data.register_series import MINIMUM_POPULATION
from data.unions import lacking, position

FILE = "annual_figures.csv"
SHARE = "percent"
SERIES = ["municipality_id", "parameter_id"]
PRINTED = ["unit_id", "category", "window"]
SAID = ["source_id", "page", "certainty", "note_da", "note_en"]
NUMBERS = ["count", "population", "value", "low", "high"]
PROTECTED = Text("et tal, der ikke kan regnes ud af de andre", "a number that cannot be worked out from the others")
NO_HIDDEN_TOTAL = Text(
    "kategorier, der ikke er så små, at hele befolkningen måtte skjules: læg nogle af dem sammen",
    "categories not so small that the whole population had to be hidden: add some of them together",
)


class Cells(NamedTuple):
    """The cells of a parameter in a municipality: unit_id (missing for what is only part of sums), sector, category,
    window, count, population, value. `windows` are their periods; `silent` the given rows without a number.
    """

    rows: pandas.DataFrame
    silent: pandas.DataFrame
    windows: Windows


def publish(tables: Mapping[str, pandas.DataFrame], minimum: int) -> pandas.DataFrame:
    """The table `AnnualFigure`. tables: `GivenAnnualFigure`, `AnnualParameter`, `Department` and `Source` are read.

    minimum: the fewest persons shown. Raises SourceError where a number cannot be protected.
    """
    given = _with_sectors(tables["annual_figures"], tables["departments"])
    units = tables["annual_parameters"].drop_duplicates("parameter_id").set_index("parameter_id")["unit"]
    held = is_held(given, tables["sources"])
    published = [
        _series(rows, units[str(parameter)], minimum if held[rows.index].any() else 0)
        for (_, parameter), rows in given.groupby(SERIES)
    ]
    if not published:
        return AnnualFigure.frame([])
    found = pandas.concat(published, ignore_index=True)
    return _compared(found)[AnnualFigure.columns()].sort_values(list(AnnualFigure.KEY), ignore_index=True)


def together(parts: Sequence[AnnualFigure], units: int, union_id: str) -> AnnualFigure:
    """One number of some units of a municipality counted together, from what is published of each alone: where one of
    the `units` has none the whole has none, by the same word.
    """
    nothing = replace(parts[0], unit_id=union_id, count=None, value=None, low=None, high=None)
    nothing = replace(nothing, population=None, comparison="", sector_comparison="", page="", note=Text("", ""))
    if reason := lacking(parts, units):
        return replace(nothing, status=reason)
    population = sum(row.population or 0 for row in parts)
    count = None if None in (counts := [row.count for row in parts]) else sum(number or 0 for number in counts)
    paid = sum((row.value or 0) * (row.population or 0) for row in parts)
    if not population:
        return replace(nothing, status=Status.NOT_COLLECTED)
    if count is None:  # a mean
        return replace(nothing, population=population, value=paid / population)
    value, low, high = (float(number) for number in measures.share(count, population))
    return replace(
        nothing,
        count=count,
        population=population,
        value=value,
        low=low,
        high=high,
        comparison=position(value, low, high, nothing.reference),
        sector_comparison=position(value, low, high, nothing.sector_reference),
    )


def _with_sectors(given: pandas.DataFrame, departments: pandas.DataFrame) -> pandas.DataFrame:
    """given: `GivenAnnualFigure`, with the sector of each unit. departments: `Department`."""
    sectors = departments.set_index("department_id")["sector"].to_dict() | {sector: sector for sector in SECTORS}
    return given.assign(sector=given["unit_id"].map(sectors))


def _series(rows: pandas.DataFrame, unit: str, minimum: int) -> pandas.DataFrame:
    """The figures of a parameter in a municipality. minimum: 0 where the source has published them itself."""
    cells = _cells(rows)
    printed = pandas.concat([*_sums(cells), _silent_units(cells)], ignore_index=True)
    printed = _without_gaps(printed, cells)
    if unit == SHARE:
        printed = _shares(printed, _hidden(cells, minimum) if minimum else None)
    else:
        printed = printed.assign(count=float("nan"), low=float("nan"), high=float("nan"))
    printed.loc[printed["status"] != Status.SHOWN, [name for name in NUMBERS if name != "population"]] = pandas.NA
    start, end = cells.windows.years(printed["window"])
    same = {column: rows[column].iloc[0] for column in SERIES}
    said = {str(name): text for name, text in rows.sort_values("year", kind="stable")[SAID].iloc[-1].items()}
    return printed.assign(period_start=start, period_end=end, **same, **said)


def _cells(rows: pandas.DataFrame) -> Cells:
    """rows: `GivenAnnualFigure` with the sector. A unit without every year of a period is only part of sums there."""
    shown = rows[rows["status"] == Status.SHOWN]
    years = sorted(rows["year"].unique())
    windows = Windows(int(years[-1]), [int(year) for year in years])
    due = windows.due()
    shown = shown.assign(window=windows.number(shown["year"]), paid=shown["value"] * shown["population"])
    shown = shown[shown["window"].isin(list(due))]
    by = ["unit_id", "sector", "category", "window"]
    found = shown.groupby(by, as_index=False).agg(
        count=("count", "sum"), population=("population", "sum"), paid=("paid", "sum"), years=("year", "size")
    )
    is_unit = ~found["unit_id"].isin(SECTORS) & (found["years"] == found["window"].map(due))
    silent = rows[rows["status"] != Status.SHOWN].assign(window=lambda frame: windows.number(frame["year"]))
    silent = silent[silent["window"].isin(list(due))]
    return Cells(found.assign(whole_id=found["unit_id"], unit_id=found["unit_id"].where(is_unit)), silent, windows)


def _sums(cells: Cells) -> Iterator[pandas.DataFrame]:
    """What is printed: departments, sectors and the municipality, each by category and period."""
    yield _summed(cells.rows, "unit_id")
    yield _summed(cells.rows, "sector")
    yield _summed(cells.rows.assign(whole=WHOLE), "whole")


def _summed(rows: pandas.DataFrame, column: str) -> pandas.DataFrame:
    sums = rows.groupby([column, "category", "window"], as_index=False)[["count", "population", "paid"]].sum()
    value = sums["paid"] / sums["population"]
    return sums.rename(columns={column: "unit_id"}).assign(value=value, status=Status.SHOWN.value)


def _silent_units(cells: Cells) -> pandas.DataFrame:
    """The periods of departments that lack years: in the source's own word where it has the same for all of them."""
    words = cells.silent.groupby(PRINTED)["status"].agg(
        lambda found: found.iloc[0] if found.nunique() == 1 else Status.NOT_COLLECTED.value
    )
    partial = cells.rows[cells.rows["unit_id"].isna()].set_index(["whole_id", "category", "window"]).index
    partial = partial.set_names(PRINTED)
    words = pandas.concat([words[~words.index.isin(partial)], pandas.Series(Status.NOT_COLLECTED.value, partial)])
    rows: pandas.DataFrame = words.rename("status").rename_axis(PRINTED).reset_index()
    return rows[~rows["unit_id"].isin(SECTORS)].drop_duplicates(PRINTED)


def _without_gaps(printed: pandas.DataFrame, cells: Cells) -> pandas.DataFrame:
    """Sectors and municipality say that a number is not collected where one of their units lacks it."""
    lacking = cells.silent[["sector", "category", "window"]].drop_duplicates()
    of_sectors = lacking.rename(columns={"sector": "unit_id"})
    gaps = pandas.concat([of_sectors, lacking.assign(unit_id=WHOLE)])[PRINTED].drop_duplicates()
    is_gap = pandas.MultiIndex.from_frame(printed[PRINTED]).isin(pandas.MultiIndex.from_frame(gaps))
    told = pandas.MultiIndex.from_frame(gaps).isin(pandas.MultiIndex.from_frame(printed[PRINTED]))
    silent = gaps[~told].assign(status=Status.NOT_COLLECTED.value)
    status = printed["status"].mask(is_gap & (printed["status"] == Status.SHOWN), Status.NOT_COLLECTED.value)
    return pandas.concat([printed.assign(status=status), silent], ignore_index=True)


def _hidden(cells: Cells, minimum: int) -> pandas.DataFrame:
    """What disclosure control hides of everything that is printed, audited: the columns PRINTED and `hidden`."""
    table = cells.rows[["unit_id", "sector", "category", "window", "count", "population"]]
    table = table.assign(window=table["window"].map(cells.windows.name).astype("str"), among=table["population"])
    groupings = disclosure.crossings(["unit_id", "sector", None], ["category", None], ["window"])
    try:
        values = disclosure.protect(table, "count", groupings, minimum, among="among", periods=["window"])
    except ValueError as error:
        raise SourceError([Finding(FILE, str(error), PROTECTED)]) from error
    cells_of = table.drop(columns="population")
    faults = disclosure.audit(values, cells_of, "count", groupings, minimum, among="among")["value"].tolist()
    if faults:
        raise SourceError([Finding(FILE, str(fault), PROTECTED) for fault in dict.fromkeys(faults)])
    several = table["category"].nunique() > 1
    totals = values[values["category"].isna()]
    if several and totals["hidden"].any():
        raise SourceError([Finding(FILE, "population", NO_HIDDEN_TOTAL)])
    values = values[values["category"].notna()]
    unit = values["unit_id"].fillna(values["sector"]).fillna(WHOLE)
    number = {cells.windows.name(each): each for each in cells.rows["window"].unique()}
    return values.assign(unit_id=unit, window=values["window"].map(number))[[*PRINTED, "hidden"]]


def _shares(printed: pandas.DataFrame, hidden: pandas.DataFrame | None) -> pandas.DataFrame:
    """Share and interval of what is shown; hidden, or too few for a share, in the word for it."""
    if hidden is not None:
        printed = printed.merge(hidden, on=PRINTED, how="left", validate="one_to_one")
        shown = printed["status"] == Status.SHOWN
        few = printed["population"].astype("float64") / YEARS < MINIMUM_POPULATION
        status = printed["status"].mask(shown & few, Status.TOO_FEW.value)
        is_hidden = printed["hidden"].fillna(False).astype(bool)
        printed = printed.assign(status=status.mask(shown & is_hidden, Status.HIDDEN.value))
    shown = printed["status"] == Status.SHOWN
    found = measures.share(printed["count"].where(shown), printed["population"].where(shown))
    return printed.assign(value=found.value, low=found.low, high=found.high)


def _compared(figures: pandas.DataFrame) -> pandas.DataFrame:
    """Every figure against the municipality and against all non-profit dwellings, of the same category and period."""
    same = ["municipality_id", "parameter_id", "category", "period_start"]
    for prefix, other in (("", WHOLE), ("sector_", NON_PROFIT)):
        rows = figures.loc[(figures["unit_id"] == other) & (figures["status"] == Status.SHOWN), [*same, "value"]]
        reference = figures[same].merge(rows, on=same, how="left", validate="many_to_one")["value"].to_numpy()
        figures = figures.assign(**{f"{prefix}reference": reference})
        figures[f"{prefix}comparison"] = _position(figures, prefix, figures["unit_id"] == other)
    return figures


def _position(figures: pandas.DataFrame, prefix: str, is_itself: pandas.Series) -> pandas.Series:
    value, low, high, reference = (
        figures[name].astype("float64") for name in ("value", "low", "high", f"{prefix}reference")
    )
    verdict = measures.compare(value, low, high, reference, Direction.NO_JUDGEMENT)
    position = pandas.Series(verdict.position, figures.index, dtype="str")
    return position.mask(is_itself | value.isna(), "")
