"""Tables in the contract's own form go through unchanged, and so does what is filled into the templates."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from data.contracts import SOURCE_TABLES
from data.intake import contract_form, engine, fields, recognise, templates, words
from data.intake.answers import Answers
from data.intake.handed import Use
from data.intake.plans import Catalogue
from data.intake.sheets import Cell, Sheet

SOURCE = Path(__file__).parents[3] / "data" / "source"
Records = list[dict[str, str]]


def given(folder: Path, table: str) -> Records:
    names = (f"{table}.csv", f"{table}_*.csv") if table == "observations" else (f"{table}.csv",)
    rows: Records = []
    for path in sorted(path for name in names for path in folder.glob(name)):
        with path.open(encoding="utf-8", newline="") as file:
            rows += csv.DictReader(file)
    return rows


@pytest.mark.parametrize("dataset", ["example", "published"])
def test_the_sources_of_a_dataset_are_read_as_they_are(dataset: str) -> None:
    draft = engine.draft(SOURCE / dataset)
    for table, row in SOURCE_TABLES.items():
        read = [{column: entry[column] for column in row.columns()} for entry in draft.tables[table]]
        assert read == given(SOURCE / dataset, table), table
    assert draft.checked.messages == ()
    shapes = {file.name for file in draft.files if file.use == Use.SHAPES}
    assert f"geo/source/{dataset}/background.parquet" in shapes


@pytest.mark.parametrize("table", SOURCE_TABLES)
def test_every_table_is_recognised_by_its_own_headings(table: str) -> None:
    columns = tuple(SOURCE_TABLES[table].columns())
    sheet = Sheet(f"{table}.csv", "", (columns, tuple("1" for _ in columns)))
    plan = recognise.plan(sheet, Catalogue(), Answers())
    assert (plan.table, plan.is_contract, plan.data_rows) == (table, True, [1])
    assert [column.column for column in plan.columns] == list(columns)


@pytest.mark.parametrize("cell", ["1,5", "1.234,5", "*"])
def test_numbers_as_offices_write_them_are_not_in_the_contracts_form(cell: str) -> None:
    columns = SOURCE_TABLES["observations"].columns()
    rows: tuple[tuple[Cell, ...], ...] = (
        tuple(columns),
        tuple(cell if column == "value" else "x" for column in columns),
    )
    assert contract_form.plan(Sheet("observations.csv", "", rows)) is None


def test_a_workbooks_own_kinds_of_cells_become_fields() -> None:
    columns = SOURCE_TABLES["layers"].columns()
    cells: dict[str, Cell] = {"coverage": True, "tolerance": 5.0, "min_count": 3, "layer_id": "a"}
    plan = contract_form.plan(Sheet("bog.xlsx", "layers", (tuple(columns), tuple(map(cells.get, columns)))))
    assert plan is not None
    (entry,) = contract_form.rows(plan)
    assert [entry[column] for column in cells] == ["true", "5", "3", "a"]


def test_the_templates_filled_from_the_example_come_back(tmp_path: Path) -> None:
    filled = {table: given(SOURCE / "example", table)[:200] for table in templates.TABLES}
    for table, rows in filled.items():
        write_template(tmp_path, table, rows)
    draft = engine.draft(tmp_path)
    for table, rows in filled.items():
        columns = [column for column in templates.columns(table) if column in SOURCE_TABLES[table].columns()]
        read = [{column: entry[column] for column in columns} for entry in draft.tables[table] if entry.plan]
        assert read == [{column: row[column] for column in columns} for row in rows], table


def write_template(folder: Path, table: str, rows: Records) -> None:
    columns = templates.columns(table)
    with (folder / f"{templates.sheet_title(table).casefold()}.csv").open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file, delimiter=";")
        lines.writerow(templates.headings(table))
        lines.writerows([as_an_office(table, column, row.get(column, "")) for column in columns] for row in rows)


def as_an_office(table: str, column: str, field: str) -> str:
    """A field with the Danish word for its code and a decimal comma."""
    if column in SOURCE_TABLES[table].columns() and fields.kind(table, column).is_number:
        return field.replace(".", ",")
    return {**words.code_words(table, column), "true": "ja", "false": "nej"}.get(field, field)
