"""Observations out of worksheets of numbers, long or wide: one entry a number, with what it is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.contracts import Status
from data.errors import Text
from data.intake import fields, numbers, periods, said, words
from data.intake.desk import Desk
from data.intake.entries import Entry
from data.intake.headings import OBSERVATIONS
from data.intake.messages import Ask, Choice
from data.intake.numbers import Form
from data.intake.periods import Period
from data.intake.plans import COUNT, POPULATION, VALUE, About, ColumnPlan, Plan, Role
from data.intake.sheets import Cell, text
from data.intake.tables import area

ZERO = "zero"
SIGNS = (
    Choice(ZERO, Text("nul", "zero")),
    Choice(Status.HIDDEN, Text("skjult (diskretioneret)", "hidden (disclosure control)")),
    Choice(Status.NOT_COLLECTED, Text("ikke opgjort", "not collected")),
    Choice(Status.NOT_RELEVANT, Text("ikke relevant", "not relevant")),
)
PER_CENT = (
    Choice("share", Text("andele: 0,25 er 25 procent", "shares: 0.25 is 25 per cent")),
    Choice("percent", Text("procent: 0,25 er en kvart procent", "per cent: 0.25 is a quarter of a per cent")),
)
COPIED = ("breakdown", "edition", "page", "value_certainty", "note_da", "source_id", "status")
Key = tuple[str, ...]


@dataclass(frozen=True)
class Number:
    """A number as it was read, or the status that stands for it."""

    value: float | None
    status: Status


def rows(plan: Plan, desk: Desk) -> list[Entry]:
    """The entries of a worksheet. What cannot be told is a message, and the number is left out with it."""
    forms = _forms(plan, desk)
    found: dict[Key, Entry] = {}
    _told_rows(plan, desk)
    for row in plan.data_rows:
        area_id = _area(plan, row, desk)
        keys = _keys(plan, row, desk)
        for column in plan.values:
            _add(found, plan, row, column, area_id, keys, forms[column.index], desk)
    _unused(plan, desk)
    return list(found.values())


def _add(
    found: dict[Key, Entry],
    plan: Plan,
    row: int,
    column: ColumnPlan,
    area_id: str,
    keys: Mapping[str, str],
    form: Form,
    desk: Desk,
) -> None:
    """One cell of numbers as an entry, or as another field of the entry that the row has already."""
    assert column.about is not None
    cell = plan.sheet.cell(row, column.index)
    if not text(cell):
        return
    number = read_number(cell, form, plan, row, column, desk)
    said_here = About(keys.get("indicator_id", ""), _row_period(plan, row), keys.get("age_group", ""))
    about = column.about.under(said_here).under(plan.about)
    area_id = about.area or area_id
    if number is None or not area_id or not _is_told(about, plan, row, column, desk):
        return
    assert about.period is not None
    measure = _measure(about, desk)
    key = (area_id, about.indicator, str(about.period), about.age, keys.get("breakdown", ""))
    entry = found.setdefault(key, _entry(plan, row, column, about, area_id, keys))
    if measure in entry.cells and entry.cells[measure] != _written(number):
        desk.report.say(said.SAME_NUMBER_TWICE, [entry.place(measure), plan.place(row, column)], text(cell))
    entry.cells[measure] = _written(number)
    entry.cell_of = {**entry.cell_of, measure: column.index}
    if number.status != Status.SHOWN:
        entry.cells["status"] = number.status


def _entry(plan: Plan, row: int, column: ColumnPlan, about: About, area_id: str, keys: Mapping[str, str]) -> Entry:
    assert about.period is not None
    cells = {name: value for name, value in keys.items() if name in COPIED and value}
    cells |= {
        "area_id": area_id,
        "indicator_id": about.indicator,
        "period_start": str(about.period.start),
        "period_end": str(about.period.end),
        "age_group": about.age or "all",
        "_told": about.period.told,
    }
    cell_of = {plan_.column: plan_.index for plan_ in plan.columns if plan_.column}
    return Entry(cells, plan, row, {**cell_of, "value": column.index})


def _measure(about: About, desk: Desk) -> str:
    """Whether a number is a value, a count or a population; an indicator of numbers has them as its value."""
    unit = desk.catalogue.units.get(about.indicator, "")
    if unit == "count" and about.measure != POPULATION:
        return VALUE
    return about.measure or VALUE


def _is_told(about: About, plan: Plan, row: int, column: ColumnPlan, desk: Desk) -> bool:
    """Whether it is known which year and indicator a number is of; a message says what is not."""
    if about.period is None:
        desk.report.say(
            said.NO_YEAR, plan.place(row, plan.column("period_start") or column), _cell_of(plan, row, "period_start")
        )
        return False
    if not about.indicator and about.measure != POPULATION:
        choices = tuple(Choice(name, Text(name, name)) for name in sorted(set(desk.catalogue.indicators.values())))
        ask = Ask(("sheets", plan.name, "indicator"), choices)
        desk.report.say(
            said.NO_INDICATOR,
            plan.place(row if plan.column("indicator_id") else None, column),
            _cell_of(plan, row, "indicator_id"),
            ask=ask,
        )
        return False
    return True


def _cell_of(plan: Plan, row: int, column: str) -> str:
    found = plan.column(column)
    return text(plan.sheet.cell(row, found.index)) if found else ""


def _area(plan: Plan, row: int, desk: Desk) -> str:
    """The area of a row by its id, or by its name where there is no id."""
    columns = [found for name in ("area_id", "area_name") if (found := plan.column(name))]
    for column in columns:
        written = text(plan.sheet.cell(row, column.index))
        area_found = desk.catalogue.areas.find(desk.answers.text("areas", written) or written) if written else None
        if area_found and area_found.area_id:
            return area_found.area_id
    for column in columns[:1]:
        written = text(plan.sheet.cell(row, column.index))
        return area(written, plan.place(row, column), desk) if written else ""
    return ""


def _row_period(plan: Plan, row: int) -> Period | None:
    column = plan.column("period_start")
    found = periods.period(plan.sheet.cell(row, column.index)) if column else None
    last = plan.column("period_end")
    end = periods.period(plan.sheet.cell(row, last.index)) if last else None
    return Period(found.start, end.end, found.told) if found and end else found


def _keys(plan: Plan, row: int, desk: Desk) -> dict[str, str]:
    """What the other columns of a row say: indicator, age group, breakdown, note …"""
    keys: dict[str, str] = {}
    for column in plan.columns:
        if not column.column or column.column in ("area_id", "area_name", "period_start", "period_end"):
            continue
        cell = plan.sheet.cell(row, column.index)
        if column.column == "indicator_id":
            keys["indicator_id"] = desk.catalogue.indicator(text(cell))
            continue
        if column.column == "source_id":
            keys["source_id"] = text(cell)
            continue
        kind = fields.kind(OBSERVATIONS, column.column)
        read = fields.read(cell, kind, Form.COMMA, desk.answers.text("codes", column.column, text(cell)))
        if read.wrong:
            mend = fields.mend(plan.sheet.file, plan.sheet.name, column.heading, text(cell), read.meant)
            desk.report.say(read.wrong, plan.place(row, column), text(cell), mend, read.ask)
        keys[column.column] = read.field
    return keys


def read_number(cell: Cell, form: Form, plan: Plan, row: int, column: ColumnPlan, desk: Desk) -> Number | None:
    """A cell of numbers: a number, a sign instead of one, or a message."""
    found = numbers.number(cell, form)
    if found is not None:
        return Number(found, Status.SHOWN)
    written = text(cell)
    sign = desk.answers.text("missing", written) or words.missing().get(written.casefold(), "")
    if sign == ZERO:
        return Number(0.0, Status.SHOWN)
    if sign in set(Status):
        return Number(None, Status(sign))
    place = plan.place(row, column)
    if sign == "asked":
        desk.report.say(said.SIGN_ASKED, place, written, ask=Ask(("missing", written), SIGNS))
        return None
    is_error = written.startswith("#")
    if numbers.number(cell, Form.POINT if form == Form.COMMA else Form.COMMA) is None:
        desk.report.say(said.CELL_ERROR if is_error else said.NOT_A_NUMBER, place, written)
    return None


def _written(number: Number) -> str:
    return "" if number.value is None else numbers.plain_number(number.value)


def _forms(plan: Plan, desk: Desk) -> dict[int, Form]:
    """How each column of numbers is written: columns of one indicator and measure are decided together."""
    groups: dict[str, list[ColumnPlan]] = {}
    for column in plan.values:
        assert column.about is not None
        about = column.about.under(plan.about)
        is_year = column.about.period is not None or column.about.area
        label = "/".join(filter(None, (about.indicator, about.measure))) if is_year else column.heading
        groups.setdefault(label, []).append(column)
    forms: dict[int, Form] = {}
    for label, columns in groups.items():
        cells = (plan.sheet.cell(row, column.index) for column in columns for row in plan.data_rows)
        form = desk.form(cells, plan.place(None, columns[0]), f"{plan.name}/{label}" if label else plan.name)
        forms |= {column.index: form for column in columns}
    return forms


def _told_rows(plan: Plan, desk: Desk) -> None:
    """Notes of the rows that are no data: totals and footnotes."""
    for row, role in plan.rows.items():
        first = next((text(cell) for cell in plan.sheet.rows[row] if text(cell)), "")
        if role == Role.TOTAL:
            desk.report.say(said.TOTAL_LEFT_OUT, plan.place(row), first)
        elif role == Role.FOOTNOTE:
            desk.report.say(said.FOOTNOTE_LEFT_OUT, plan.place(row), first[:80])


def _unused(plan: Plan, desk: Desk) -> None:
    if (
        not plan.column("area_id")
        and not plan.column("area_name")
        and not any(c.about and c.about.area for c in plan.values)
    ):
        desk.report.say(said.NO_COLUMN.filled(what="»område«"), plan.place(plan.first_heading), "")
    for column in plan.columns:
        if not column.is_used and column.heading and column.heading not in desk.answers.columns(plan.name):
            desk.report.say(said.UNUSED_COLUMN, plan.place(None, column), column.heading)


def with_populations(entries: Iterable[Entry]) -> list[Entry]:
    """The entries with the populations that stand in tables of their own beside the counts that they belong to."""
    alone = [entry for entry in entries if not entry["indicator_id"]]
    populations = {_population_key(entry): entry[POPULATION] for entry in alone}
    numbered = [entry for entry in entries if entry["indicator_id"]]
    for entry in numbered:
        if entry[COUNT] and not entry[POPULATION] and (found := populations.get(_population_key(entry))):
            entry.cells[POPULATION] = found
    return numbered


def _population_key(entry: Entry) -> Key:
    return entry["area_id"], entry["period_start"], entry["period_end"], entry["age_group"]


def in_units(entries: Iterable[Entry], desk: Desk) -> None:
    """Shares as percentages where the answer says so; asked once for each indicator of a file."""
    groups: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        if (
            desk.catalogue.units.get(entry["indicator_id"]) == "percent"
            and entry[VALUE]
            and entry.plan
            and not entry.is_contract
        ):
            groups.setdefault((entry.plan.name, entry["indicator_id"]), []).append(entry)
    for (sheet, indicator), rows_ in groups.items():
        if not numbers.share_of([float(entry[VALUE]) for entry in rows_]):
            continue
        path = ("shares", f"{sheet}/{indicator}")
        answered = desk.answers.text(*path)
        if answered == "share":
            for entry in rows_:
                entry.cells[VALUE] = numbers.plain_number(float(entry[VALUE]) * 100)
        elif answered != "percent":
            first = rows_[0]
            desk.report.say(said.SHARES, first.place(VALUE), first[VALUE].replace(".", ","), ask=Ask(path, PER_CENT))
