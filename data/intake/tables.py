"""The rows of a worksheet that is a table of its own: areas, indicators, sources, projects …"""

from __future__ import annotations

from data.contracts import REFERENCES, SOURCE_TABLES
from data.errors import Text
from data.intake import fields, said, words
from data.intake.desk import Desk
from data.intake.entries import Entry, Tables, key
from data.intake.fields import Kind
from data.intake.messages import Ask, Choice, Mend, Place
from data.intake.numbers import Form
from data.intake.plans import ColumnPlan, Plan
from data.intake.sheets import text

NAMED_BY = {  # the column that names a row, and gives it an id where it has none
    "areas": ("area_id", "name"),
    "indicators": ("indicator_id", "name_da"),
    "sources": ("source_id", "title"),
    "projects": ("project_id", "name"),
    "goals": ("goal_id", "title_da"),
    "criteria": ("criterion_id", "title_da"),
    "milestones": ("milestone_id", "title_da"),
}
EXTRA = {"areas": ("municipality_name",)}  # headings that are no column of the table, but tell something
REQUIRED = {  # columns without which nothing can be made of a table, beyond the one that names its rows
    "indicators": ("unit", "counts"),
    "sources": ("source_class",),
    "roles": ("area_id", "role"),
    "memberships": ("area_id", "parent_id"),
    "area_successions": ("area_id", "successor_id", "year"),
}
LIST_SIGNS = (";", ",", "\n", "/")


def rows(plan: Plan, desk: Desk) -> list[Entry]:
    """The rows of a worksheet as entries; its areas and references are found later (`references`)."""
    forms = {column.column: _form(plan, column, desk) for column in plan.columns if column.column}
    cell_of = {column.column: column.index for column in plan.columns if column.column}
    entries = []
    for row in plan.data_rows:
        cells = {
            column.column: _field(plan, row, column, forms[column.column], desk)
            for column in plan.columns
            if column.column
        }
        if any(cells.values()):
            entries.append(Entry(cells, plan, row, cell_of))
    _complain_of_columns(plan, desk)
    for entry in entries:
        _name(plan.table, entry)
    return entries


def _form(plan: Plan, column: ColumnPlan, desk: Desk) -> Form:
    if column.column in EXTRA.get(plan.table, ()) or not fields.kind(plan.table, column.column).is_number:
        return Form.COMMA
    cells = [plan.sheet.cell(row, column.index) for row in plan.data_rows]
    return desk.form(cells, plan.place(None, column), f"{plan.name}/{column.heading}")


def _field(plan: Plan, row: int, column: ColumnPlan, form: Form, desk: Desk) -> str:
    cell = plan.sheet.cell(row, column.index)
    if column.column in EXTRA.get(plan.table, ()) or is_looked_up(plan.table, column.column):
        return text(cell)
    kind = fields.kind(plan.table, column.column)
    found = fields.read(cell, kind, form, desk.answers.text("codes", column.column, text(cell)))
    if found.wrong:
        mend = fields.mend(plan.sheet.file, plan.sheet.name, column.heading, text(cell), found.meant)
        desk.report.say(found.wrong, plan.place(row, column), text(cell), mend, found.ask)
    return found.field


def is_looked_up(table: str, column: str) -> bool:
    """Whether a column names a row of a table, by its id or by its name."""
    return (table, column) in REFERENCES or (table, column) == ("projects", "areas")


def _name(table: str, entry: Entry) -> None:
    """An id for a row that has only a name, and a name for one that has only an id."""
    if table not in NAMED_BY:
        return
    id_column, name_column = NAMED_BY[table]
    entry.cells["_given_id"] = text(_written(entry, id_column))
    if not entry[id_column]:
        entry.cells[id_column] = words.slug(entry[name_column])
    if not entry[name_column]:
        entry.cells[name_column] = entry["_given_id"] or entry[id_column]


def _written(entry: Entry, column: str) -> str:
    index = entry.cell_of.get(column)
    if entry.plan is None or entry.row is None or index is None:
        return ""
    return text(entry.plan.sheet.cell(entry.row, index))


def _complain_of_columns(plan: Plan, desk: Desk) -> None:
    """Columns that are needed and not there, and those that are there and not used."""
    found = {column.column for column in plan.columns}
    named_by = NAMED_BY.get(plan.table)
    if named_by and not found & set(named_by):
        _no_column(plan, named_by[1], desk)
    for column in REQUIRED.get(plan.table, ()):
        if column not in found:
            _no_column(plan, column, desk)
    for unused in plan.columns:
        if not unused.is_used and unused.heading and unused.heading not in desk.answers.columns(plan.name):
            desk.report.say(said.UNUSED_COLUMN, plan.place(None, unused), unused.heading)


def _no_column(plan: Plan, column: str, desk: Desk) -> None:
    word = words.column_word(plan.table, column)
    desk.report.say(said.NO_COLUMN.filled(what=f"»{word}«"), plan.place(plan.first_heading), "")


def unique(table: str, entries: list[Entry], desk: Desk) -> list[Entry]:
    """The entries with each key once; a row that is there twice in all is one, another of the same key is a fault."""
    kept: dict[tuple[str, ...], Entry] = {}
    for entry in entries:
        first = kept.setdefault(key(table, entry), entry)
        if first is not entry and _differs(table, first, entry):
            column = SOURCE_TABLES[table].KEY[0]
            desk.report.say(
                said.SAME_ID, [first.place(column), entry.place(column)], " ".join(key(table, entry)).strip()
            )
    return list(kept.values())


def _differs(table: str, first: Entry, other: Entry) -> bool:
    return any(first[column] != other[column] for column in SOURCE_TABLES[table].columns())


def references(tables: Tables, desk: Desk) -> None:
    """Put the id in the place of everything that names a row of a table, by id or name, in the entries themselves."""
    for table, entries in tables.items():
        looked_up = [column for column in SOURCE_TABLES[table].columns() if is_looked_up(table, column)]
        for column in looked_up:
            if (table, column) == ("observations", "area_id"):
                continue
            target, target_column = REFERENCES.get((table, column), ("areas", "area_id"))
            if target in ("levels", "layers"):
                continue
            for entry in entries:
                if entry[column] and entry.plan is not None and not entry.is_contract:
                    entry.cells[column] = _looked_up(
                        entry, Kind(table, column, "key"), target, target_column, tables, desk
                    )


def _looked_up(entry: Entry, of: Kind, target: str, target_column: str, tables: Tables, desk: Desk) -> str:
    written = entry[of.column]
    if target == "areas":
        parts = _parts(written) if of.column == "areas" else [written]
        found = [area_id for part in parts if (area_id := area(part, entry.place(of.column), desk))]
        return "|".join(found)
    ids: dict[str, str] = {}
    for row in tables.get(target, []):
        for name in (row[target_column], row["_given_id"], row[NAMED_BY.get(target, ("", ""))[1]]):
            ids.setdefault(words.plain(name), row[target_column])
    answered = desk.answers.text("references", target, written)
    if found_id := ids.get(words.plain(answered or written)):
        return found_id
    wrong = said.UNKNOWN_REFERENCE.filled(table=words.vocabulary()["tables"].get(target, [target])[0], likely="")
    desk.report.say(wrong, entry.place(of.column), written)
    return ""


def _parts(written: str) -> list[str]:
    if "|" in written:
        return [part.strip() for part in written.split("|")]
    for sign in LIST_SIGNS:
        written = written.replace(sign, "|")
    return [part.strip() for part in written.split("|") if part.strip()]


def area(written: str, place: Place, desk: Desk) -> str:
    """The id of the area that something written means; a fault where there is none, with the likeliest other."""
    answered = desk.answers.text("areas", written)
    found = desk.catalogue.areas.find(answered or written)
    if found.area_id:
        return found.area_id
    if found.several:
        desk.report.say(said.SEVERAL_AREAS.filled(areas=", ".join(found.several)), place, written)
        return ""
    likely = found.likely
    hint = Text(f": mente du {likely.name}?", f": did you mean {likely.name}?") if likely else Text("", "")
    choices = (Choice(likely.area_id, Text(likely.name, likely.name)),) if likely else ()
    mend = (
        Mend(place.file, place.worksheet, place.column, written, likely.called[0] if likely.called else likely.area_id)
        if likely
        else None
    )
    desk.report.say(said.UNKNOWN_AREA.filled(likely=hint), place, written, mend, Ask(("areas", written), choices))
    return ""
