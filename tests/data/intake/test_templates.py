"""The templates are made from the contract, and what is filled into them is recognised as what it is."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from data.contracts import UNITS
from data.intake import handed, recognise, sheets, templates
from data.intake.answers import Answers
from data.intake.handed import HandedFile, Use
from data.intake.plans import Catalogue


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return templates.write(tmp_path_factory.mktemp("skabeloner"))


@pytest.mark.parametrize("table", templates.TABLES)
def test_a_template_is_recognised_with_all_of_its_columns(written: list[Path], table: str) -> None:
    name = f"{templates.sheet_title(table).casefold().replace(' ', '_')}.csv"
    path = next(path for path in written if path.name == name)
    (sheet,) = sheets.read(HandedFile(path.name, Use.TABLE, handed.EMPTY, path))
    plan = recognise.plan(sheet, Catalogue(), Answers())
    assert plan.table == table
    assert [column.heading for column in plan.columns if not column.is_used] == []


def test_codes_are_chosen_by_their_danish_words(written: list[Path]) -> None:
    book = openpyxl.load_workbook(written[0])
    assert book.sheetnames == [templates.sheet_title(table) for table in templates.TABLES]
    lists = {str(rule.sqref): rule.formula1 for rule in book["Indikatorer"].data_validations.dataValidation}
    units = [said for said in lists.values() if "pr 1000" in said]
    assert len(units) == 1
    assert len(units[0].split(",")) == len(UNITS)
