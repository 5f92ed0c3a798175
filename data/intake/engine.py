"""The engine: a folder or a workbook is handed in, recognised and checked, and becomes a draft.

    draft = engine.draft(Path("indleveret"))
    draft.pictures     each worksheet as it was recognised
    draft.checked      the messages, those that have been accepted with their reason
    draft.tables       the source tables; `draft.write` puts them on disk for prepare

Whatever is handed in, no exception leaves `draft`: what cannot be read is a message.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from data.contracts import SOURCE_TABLES
from data.errors import CPR_NUMBER, Text
from data.intake import (
    addresses,
    complete,
    contract_form,
    figures,
    handed,
    picture,
    recognise,
    said,
    sheets,
    tables,
    within_year,
    words,
)
from data.intake import answers as answers_file
from data.intake import dataset as dataset_file
from data.intake.answers import Answers, BadSettingsError
from data.intake.areas import Areas, KnownArea
from data.intake.dataset import Dataset
from data.intake.desk import Desk
from data.intake.draft import Draft
from data.intake.entries import Entry, Tables
from data.intake.handed import HandedFile, Use
from data.intake.headings import OBSERVATIONS
from data.intake.messages import Place
from data.intake.plans import Catalogue, Plan, sheet_name
from data.intake.sheets import Sheet, UnreadableError

NEEDED = ("areas", "indicators", "observations", "sources")
DERIVED = ("levels", "layers")
FIRST = ("areas", "indicators", "sources")  # read before the numbers


def draft(path: Path, given: Answers | None = None) -> Draft:
    """A draft of what lies in a folder or workbook. `given`: answers instead of those in its `mapping.toml`."""
    files = handed.list_files(path)
    desk = Desk(Answers(), Dataset("egne_tal", Text("", "")))
    desk.dataset = _dataset(files, path, desk)
    desk.answers = given or _answers(files, desk)
    found = [desk.mended(sheet) for file in files if file.use == Use.TABLE for sheet in _sheets(file, desk)]
    for sheet in found:
        _refuse_persons(sheet, desk)
    plans = _plans(found, desk)
    read = _tables(plans, desk)
    places = tuple((plan, tuple(addresses.points(plan, desk))) for plan in plans if plan.table == addresses.TABLE)
    _finish(read, plans, desk)
    for step in desk.answers.steps:
        if step not in desk.used_steps:
            desk.report.say(said.BROKEN_STEP, Place(step.file, step.worksheet, column=step.column), step.found)
    return Draft(
        desk.dataset,
        desk.answers,
        (*listed(files, plans, desk), *_missing(read)),
        tuple(plans),
        tuple(picture.picture(plan) for plan in plans),
        read,
        desk.catalogue.areas,
        desk.report,
        handed.digest(files),
        places,
    )


def _dataset(files: list[HandedFile], path: Path, desk: Desk) -> Dataset:
    settings = next((file.path for file in files if file.path and file.path.name == dataset_file.FILE), None)
    name = path.stem if path.is_file() else path.name
    try:
        return dataset_file.read(settings or path / dataset_file.FILE, name)
    except BadSettingsError as error:
        desk.report.say(said.BAD_SETTINGS.filled(expected=error.expected), Place(error.file), error.found)
        return dataset_file.read(path / "…", name)


def _answers(files: list[HandedFile], desk: Desk) -> Answers:
    kept = next((file.path for file in files if file.path and file.path.name == answers_file.FILE), None)
    try:
        return answers_file.read(kept) if kept else Answers()
    except BadSettingsError as error:
        desk.report.say(said.BAD_SETTINGS.filled(expected=error.expected), Place(error.file), error.found)
        return Answers()


def _sheets(file: HandedFile, desk: Desk) -> list[Sheet]:
    try:
        return sheets.read(file)
    except UnreadableError as error:
        desk.report.say(said.UNREADABLE.filled(why=error.why), Place(file.name), file.name)
        return []


def _refuse_persons(sheet: Sheet, desk: Desk) -> None:
    """A CPR number anywhere in a worksheet, whether or not anything is made of its column."""
    for row, cells in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(cells, start=1):
            if isinstance(cell, str) and CPR_NUMBER.search(cell):
                desk.report.say(said.CPR, Place(sheet.file, sheet.name, row, cell=column), cell)


def _plans(found: list[Sheet], desk: Desk) -> list[Plan]:
    """How each worksheet is read: areas and indicators first, for the others are recognised by their names."""
    used = [sheet for sheet in found if desk.answers.sheet(sheet_name(sheet)).get("use", True) is not False]
    early = {id(sheet): recognise.plan(sheet, Catalogue(), desk.answers) for sheet in used}
    desk.catalogue = _catalogue([plan for plan in early.values() if plan.table in FIRST], desk)
    plans = []
    for sheet in used:
        first = early[id(sheet)]
        plan = first if first.table in FIRST else recognise.plan(sheet, desk.catalogue, desk.answers)
        plans.append(plan)
    return plans


def _catalogue(plans: Iterable[Plan], desk: Desk) -> Catalogue:
    """The areas and indicators by everything that they are called. What is wrong with them is told later."""
    quiet = Desk(desk.answers, desk.dataset)
    areas = [entry for plan in plans if plan.table == "areas" for entry in _rows(plan, quiet)]
    complete.areas(areas, quiet)
    indicators = [entry for plan in plans if plan.table == "indicators" for entry in _rows(plan, quiet)]
    names = [[entry["indicator_id"], entry["name_da"], entry["name_en"], entry["_given_id"]] for entry in indicators]
    return Catalogue(
        Areas(tuple(_known(entry) for entry in areas)),
        recognise.indicators_known(names),
        {entry["indicator_id"]: entry["unit"] for entry in indicators},
    )


def _known(entry: Entry) -> KnownArea:
    called = (entry["_given_id"], *entry["aliases"].split("|"))
    return KnownArea(entry["area_id"], entry["name"], tuple(name for name in called if name))


def _tables(plans: list[Plan], desk: Desk) -> Tables:
    """Every table with the rows of all worksheets that are of it."""
    read: Tables = {table: [] for table in SOURCE_TABLES}
    for plan in plans:
        if plan.table in read:
            read[plan.table] += _rows(plan, desk)
        elif not plan.table:
            desk.report.say(said.NOT_RECOGNISED, plan.place(), _first_words(plan))
    return read


def _rows(plan: Plan, desk: Desk) -> list[Entry]:
    if plan.is_contract:
        return contract_form.rows(plan)
    return figures.rows(plan, desk) if plan.table == OBSERVATIONS else tables.rows(plan, desk)


def _first_words(plan: Plan) -> str:
    cells = [sheets.text(cell) for row in plan.sheet.rows[:5] for cell in row if sheets.text(cell)]
    return ", ".join(cells[:4])[:80]


def _finish(read: Tables, plans: list[Plan], desk: Desk) -> None:
    """Find what rows refer to, derive what is missing, and hold every table to one row a key."""
    for table in NEEDED:
        if not read[table]:
            name = words.vocabulary()["tables"][table][0]
            where = [plan.place() for plan in plans if plan.table == table] or [Place("(mappen)")]
            desk.report.say(said.NO_TABLE.filled(what=name), where, "")
    complete.areas(read["areas"], desk)
    complete.indicators(read["indicators"], desk)
    read[OBSERVATIONS] = figures.with_populations(within_year.one_a_year(read[OBSERVATIONS], desk))
    figures.in_units(read[OBSERVATIONS], desk)
    tables.references(read, desk)
    complete.observations(read, desk)
    complete.others(read, desk)
    complete.memberships(read, desk)
    if not read["levels"]:
        complete.levels(read, desk.dataset)
    complete.texts(read)
    for table, entries in read.items():
        read[table] = tables.unique(table, entries, desk)


def listed(files: list[HandedFile], plans: list[Plan], desk: Desk) -> list[HandedFile]:
    """The files with what became of them: which tables they are, or that nothing of them was recognised."""
    told = []
    for file in files:
        if file.use != Use.TABLE:
            told.append(file)
            continue
        names = [words.table_word(plan.table) for plan in _of(file, plans) if plan.table]
        unread = any(
            file.name == place.file for m in desk.report.messages if m.kind == "unreadable" for place in m.places
        )
        why = Text(", ".join(dict.fromkeys(names)), ", ".join(dict.fromkeys(names)))
        if not names:
            why = (
                Text("filen kan ikke læses", "the file cannot be read")
                if unread
                else Text("ingen overskrifter, der kendes", "no headings that are known")
            )
        told.append(replace(file, use=Use.TABLE if names else Use.UNUSED, why=why))
    return told


def _of(file: HandedFile, plans: list[Plan]) -> list[Plan]:
    return [plan for plan in plans if plan.sheet.file == file.name]


def _missing(read: Tables) -> list[HandedFile]:
    """The tables that nothing was handed in for: needed, derived, or optional."""
    files = []
    for table, entries in read.items():
        if entries or table in DERIVED:
            continue
        name = words.vocabulary()["tables"].get(table, [table])[0]
        needed = table in NEEDED
        why = Text("skal med", "is needed") if needed else Text("kan undværes", "can be done without")
        files.append(HandedFile(name, Use.MISSING if needed else Use.OPTIONAL, why))
    return files
