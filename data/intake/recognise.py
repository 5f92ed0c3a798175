"""What a worksheet is: which table, where its headings stand, and which rows are data, totals and footnotes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from data.contracts import SOURCE_TABLES
from data.intake import addresses, ages, contract_form, headings, periods, words
from data.intake.answers import Answers
from data.intake.headings import OBSERVATIONS
from data.intake.plans import About, Catalogue, Plan, Role, sheet_name
from data.intake.sheets import Sheet, text

SEARCHED_ROWS = 30  # for the headings
NAMED = 2.0  # headings, that the name of a worksheet or file is worth
NEEDED = 1.5
UNKNOWN = 0.1  # headings, that each cell of the row which is none is held against it
PLAIN_TABLES = tuple(table for table in SOURCE_TABLES if table != OBSERVATIONS)


@dataclass(frozen=True)
class Candidate:
    """A row that could be the headings of a table, and how many of its cells speak for it."""

    table: str
    row: int
    score: float


def plan(sheet: Sheet, catalogue: Catalogue, answers: Answers) -> Plan:
    """How a worksheet is best read, given what is known and what has been answered."""
    given = answers.sheet(sheet_name(sheet))
    if not given and (exact := contract_form.plan(sheet)):
        return exact
    if not given and (places := addresses.plan(sheet)):
        return places
    table = str(given.get("table", ""))
    tables = [table] if table in SOURCE_TABLES else list(SOURCE_TABLES)
    best = max(_candidates(sheet, tables, catalogue), key=lambda found: found.score, default=None)
    row = given.get("header")
    if isinstance(row, int) and not isinstance(row, bool) and 1 <= row <= len(sheet.rows):
        best = Candidate(table or (best.table if best else ""), row - 1, NEEDED)
    if best is None or best.table not in SOURCE_TABLES or (best.score < NEEDED and not table):
        return Plan(sheet, "")
    rows = _heading_rows(sheet, best, catalogue)
    columns = headings.plan(sheet, rows, best.table, catalogue, answers.columns(sheet_name(sheet)))
    read = Plan(sheet, best.table, rows[0], rows[-1] + 1, columns, score=best.score)
    context = _context(read, catalogue, answers) if best.table == OBSERVATIONS else About()
    return Plan(sheet, best.table, rows[0], rows[-1] + 1, columns, _row_roles(read), context, best.score)


def _candidates(sheet: Sheet, tables: Iterable[str], catalogue: Catalogue) -> Iterable[Candidate]:
    for table in tables:
        named = _named(sheet, table)
        for row in range(min(SEARCHED_ROWS, len(sheet.rows))):
            score = _score(sheet, row, table, catalogue)
            if score:
                yield Candidate(table, row, score + named - row / 1000)


def _score(sheet: Sheet, row: int, table: str, catalogue: Catalogue) -> float:
    """How many cells of a row are headings of a table, those that are none held against it."""
    cells = [cell for cell in sheet.rows[row] if text(cell)]
    columns = words.columns(table)
    distinct = {columns.get(words.plain(text(cell)), text(cell)) for cell in cells}
    fits = [cell for cell in cells if headings.is_heading(cell, table, catalogue)]
    if table == OBSERVATIONS and catalogue.areas.listed and len(fits) < len(cells):
        across = sum(catalogue.areas.knows(text(cell)) for cell in cells)
        fits += cells[:across] if across >= headings.AREAS_ACROSS else []
    if table == OBSERVATIONS and all(periods.is_year(cell) for cell in fits):
        return 0.0 if len(fits) < len(cells) - 1 or len(fits) < 2 else float(len(fits)) / 2
    if not fits or len(distinct) < len(cells) / 2:
        return 0.0
    return len(fits) - UNKNOWN * max(len(cells) - len(fits), 0)


def _named(sheet: Sheet, table: str) -> float:
    """What the names of the worksheet and the file are worth."""
    stem = PurePosixPath(sheet.file).stem
    tables = words.tables()
    for name, worth in ((sheet.name, NAMED), (stem, NAMED / 2)):
        word = words.plain(name)
        if word and (tables.get(word) == table or (table == OBSERVATIONS and word.startswith("observations"))):
            return worth
    return 0.0


def _heading_rows(sheet: Sheet, best: Candidate, catalogue: Catalogue) -> list[int]:
    """The rows of headings: the best one, with a row of years or measures below and one of indicators above it."""
    rows = [best.row]
    if best.table != OBSERVATIONS:
        return rows
    below, above = best.row + 1, best.row - 1
    if below < len(sheet.rows) and _goes_on(sheet, below, best.row):
        rows.append(below)
    if above >= 0 and _groups(sheet, above, catalogue):
        rows.insert(0, above)
    return rows


def _goes_on(sheet: Sheet, row: int, upper: int) -> bool:
    """Whether a row below the headings goes on with them: years and measures only, and not an area's name."""
    cells = [
        cell
        for column, cell in enumerate(sheet.rows[row])
        if text(cell) and text(cell) != text(sheet.cell(upper, column))
    ]
    fits = [periods.is_year(cell) or bool(headings.measure(text(cell)) and isinstance(cell, str)) for cell in cells]
    return len(cells) >= 2 and all(fits)


def _groups(sheet: Sheet, row: int, catalogue: Catalogue) -> bool:
    """Whether a row above the headings names what groups of columns are about."""
    cells = list(dict.fromkeys(text(cell) for cell in sheet.rows[row] if text(cell)))
    first = text(sheet.cell(row, 0))
    said = [cell for cell in cells if cell != first]
    named = [headings.about(cell, catalogue) for cell in said]
    return bool(said) and all(found.indicator or found.measure or found.period for found in named)


def _context(read: Plan, catalogue: Catalogue, answers: Answers) -> About:
    """What the numbers of a worksheet are about where no column says it: answers, title, its name, the file's name."""
    given = answers.sheet(read.name)
    period = periods.period(str(given.get("period", "")))
    said = About(
        str(given.get("indicator", "")), period, str(given.get("age_group", "")), str(given.get("measure", ""))
    )
    titles = [text(cell) for row in read.sheet.rows[: read.first_heading] for cell in row[:1] if text(cell)]
    for title in [*titles, read.sheet.name, PurePosixPath(read.sheet.file).stem]:
        said = said.under(headings.about(title, catalogue))
    return said


def _row_roles(read: Plan) -> dict[int, Role]:
    """Every row below the headings: data, a total, a footnote, or nothing."""
    sheet, roles = read.sheet, {}
    last = _last_data(read)
    label = _label_column(read)
    for row in range(read.first_row, len(sheet.rows)):
        cells = [text(cell) for cell in sheet.rows[row]]
        distinct = {cell for cell in cells if cell}
        first = next((cell for cell in cells if cell), "")
        if not distinct:
            roles[row] = Role.EMPTY
        elif row > last or (len(distinct) == 1 and _is_footnote(first)):
            roles[row] = Role.FOOTNOTE
        elif (
            _is_total(cells[label] if label is not None and label < len(cells) else first)
            and read.table != "indicators"
        ):
            roles[row] = Role.TOTAL
        else:
            roles[row] = Role.KEY
    return roles


def _last_data(read: Plan) -> int:
    """The last row that has more than one cell: what stands alone below it are notes."""
    for row in range(len(read.sheet.rows) - 1, read.first_row - 1, -1):
        filled = [text(cell) for cell in read.sheet.rows[row] if text(cell)]
        if len(filled) > 1 and len(set(filled)) > 1:
            return row
        if filled and len([plan for plan in read.columns if plan.is_used]) == 1 and not _is_footnote(filled[0]):
            return row
    return read.first_row - 1


def _label_column(read: Plan) -> int | None:
    """The column that a row of totals says so in: that of the area, by name if there are two."""
    for name in ("name", "area_name", "area_id"):
        if found := read.column(name):
            return found.index
    return None


def _is_total(label: str) -> bool:
    return words.plain(label) in words.totals()


def _is_footnote(first: str) -> bool:
    written = first.casefold()
    return written.startswith(words.footnote_starts()) and len(written) > 3


def indicators_known(names: Iterable[Sequence[str]]) -> dict[str, str]:
    """By the plain word of everything that an indicator is called its id, which each sequence begins with."""
    id_of_word: dict[str, str] = {}
    for indicator_id, *called in names:
        for name in (indicator_id, *called):
            if word := words.plain(name):
                id_of_word.setdefault(word, indicator_id)
            bare = words.plain(_without_age(name))
            if bare:
                id_of_word.setdefault(bare, indicator_id)
    return id_of_word


def _without_age(name: str) -> str:
    return ages.RANGE.sub("", name)
