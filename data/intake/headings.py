"""What the headings of a worksheet say: a column of the contract, or a year, an indicator and a measure of numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from data.intake import ages, periods, words
from data.intake.plans import About, Catalogue, ColumnPlan, joined
from data.intake.sheets import Cell, Sheet, text

AREAS_ACROSS = 3  # headings that are areas, from which on a table has its areas as columns
OBSERVATIONS = "observations"
MEASURES = ("value", "count", "population")


def about(written: str, catalogue: Catalogue, cell: Cell = None) -> About:
    """What a text says of the numbers under it. The year is that of `cell` where the heading is no text."""
    indicator = catalogue.indicator(written)
    age = ages.mentioned(written)
    return About(
        indicator, periods.period(cell if cell is not None else written), age.code if age else "", measure(written)
    )


def measure(written: str) -> str:
    """Whether a text speaks of a number of persons, of the population that they are counted among, or of a rate."""
    measures = words.measures()
    whole = words.plain(written)
    if whole in measures:
        return measures[whole]
    held = [word for word in measures if len(word) > 3 and word in whole]
    return measures[max(held, key=len)] if held else ""


def is_heading(cell: Cell, table: str, catalogue: Catalogue) -> bool:
    """Whether a cell may be the heading of a column of a table."""
    written = text(cell)
    if not written:
        return False
    if words.plain(written) in words.columns(table):
        return True
    return table == OBSERVATIONS and (periods.is_year(cell) or bool(catalogue.indicator(written)))


def plan(
    sheet: Sheet, headings: Sequence[int], table: str, catalogue: Catalogue, answers: Mapping[str, object]
) -> tuple[ColumnPlan, ...]:
    """What every column holds by its headings, the upper ones first. An answer goes before what the heading says."""
    levels = [_carried(sheet, row, is_last=row == headings[-1]) for row in headings]
    plans: list[ColumnPlan] = []
    taken: set[str] = set()
    across = table == OBSERVATIONS and _has_areas_across(sheet, headings[-1], catalogue)
    for index in range(sheet.width):
        cells = [level[index] for level in levels]
        heading = joined([text(cell) for cell in cells])
        if heading in answers:
            found = _answered(index, heading, cells, str(answers[heading]), table, catalogue)
        else:
            found = _column(index, heading, cells, table, catalogue, across)
        if found.column in taken:
            found = ColumnPlan(index, heading)
        taken |= {found.column} - {""}
        plans.append(found)
    return tuple(plans)


def _answered(
    index: int, heading: str, cells: Sequence[Cell], answer: str, table: str, catalogue: Catalogue
) -> ColumnPlan:
    """A column as it was answered: a column of the contract, `value`, `count` or `population`, an indicator's id (its
    values), or nothing.
    """
    if table == OBSERVATIONS and (answer in MEASURES or answer in catalogue.indicators.values()):
        said = About(measure=answer) if answer in MEASURES else About(indicator=answer, measure="value")
        for cell in reversed(cells):
            said = said.under(about(text(cell), catalogue, cell if not isinstance(cell, str) else None))
        return ColumnPlan(index, heading, about=said)
    return ColumnPlan(index, heading, answer if answer in words.columns(table).values() else "")


def _column(
    index: int, heading: str, cells: Sequence[Cell], table: str, catalogue: Catalogue, across: bool
) -> ColumnPlan:
    columns = words.columns(table)
    if table == OBSERVATIONS:
        return _of_numbers(index, heading, cells, catalogue, across)
    word = words.plain(heading)
    return ColumnPlan(index, heading, columns.get(word) or columns.get(words.plain(text(cells[-1])), ""))


def _of_numbers(index: int, heading: str, cells: Sequence[Cell], catalogue: Catalogue, across: bool) -> ColumnPlan:
    """A column of a worksheet of numbers: a key, or numbers about something."""
    columns = words.columns(OBSERVATIONS)
    column = columns.get(words.plain(heading), "")
    if column and column not in MEASURES:
        return ColumnPlan(index, heading, column)
    said = About()
    for cell in reversed(cells):
        if text(cell):
            said = said.under(about(text(cell), catalogue, cell if not isinstance(cell, str) else None))
    if across and not said.period and (found := catalogue.areas.find(text(cells[-1]))).area_id:
        said = said.under(About(area=found.area_id))
    if column:
        return ColumnPlan(index, heading, about=said.under(About(measure=column)))
    names = said.indicator or said.period or said.area
    is_measured = bool(said.measure) and words.plain(text(cells[-1])) in words.measures()
    return ColumnPlan(index, heading, about=said) if names or is_measured else ColumnPlan(index, heading)


def _carried(sheet: Sheet, row: int, is_last: bool) -> list[Cell]:
    """The cells of a row of headings; an upper one reaches as far right as nothing else stands, merged or not."""
    cells = [sheet.cell(row, column) for column in range(sheet.width)]
    if is_last:
        return cells
    carried: Cell = None
    for column, cell in enumerate(cells):
        carried = cell if text(cell) else carried
        cells[column] = carried
    return cells


def _has_areas_across(sheet: Sheet, row: int, catalogue: Catalogue) -> bool:
    cells = {text(sheet.cell(row, column)) for column in range(sheet.width)}
    return sum(catalogue.areas.knows(cell) for cell in cells if cell) >= AREAS_ACROSS
