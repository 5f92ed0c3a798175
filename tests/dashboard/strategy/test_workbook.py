"""The workbook: the contract's columns, lists to choose from, a scheme's rows as text, and a way back to the source."""

import csv
import io
import re
import zipfile
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import pytest

from dashboard.i18n.words import Words
from dashboard.strategy import workbook
from data.read import read_source
from tests import small_dataset
from tests.data.test_strategy import CAFE, GOAL, criterion, milestone, tables

WORDS, DAY = Words("da"), date(2026, 3, 1)
NAMESPACE = {"x": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def sheets(content: bytes) -> dict[str, ElementTree.Element]:
    """The sheets of a workbook by name, as XML."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        names = [
            sheet.get("name")
            for sheet in ElementTree.fromstring(file.read("xl/workbook.xml")).iterfind(".//x:sheet", NAMESPACE)
        ]
        return {
            name: ElementTree.fromstring(file.read(f"xl/worksheets/sheet{place}.xml"))
            for place, name in enumerate(names, start=1)
        }


def cells(content: bytes, sheet: str) -> list[dict[str, str]]:
    """The texts of a sheet, a row each, by the letters of their column. Cells that are not text fail."""
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        shared = ["".join(item.itertext()) for item in ElementTree.fromstring(file.read("xl/sharedStrings.xml"))]
    found = []
    for row in sheets(content)[sheet].iterfind(".//x:row", NAMESPACE):
        filled = [cell for cell in row.iterfind("x:c", NAMESPACE) if cell.find("x:v", NAMESPACE) is not None]
        assert {cell.get("t") for cell in filled} <= {"s"}
        found.append(
            {re.sub(r"\d", "", cell.get("r")): shared[int(cell.find("x:v", NAMESPACE).text)] for cell in filled}
        )
    return found


def lists(content: bytes, sheet: str) -> list[str]:
    rules = sheets(content)[sheet].iterfind(".//x:dataValidation", NAMESPACE)
    return [rule.find("x:formula1", NAMESPACE).text for rule in rules]


def blank() -> bytes:
    return workbook.blank(WORDS, DAY, {"Dataversion": "abc"})


def filled(mark: str = "") -> bytes:
    known = tables(
        goals=({**GOAL, "title_da": "=1+1", "title_en": "Work", "source_id": "rapport"},),
        projects=({**CAFE, **{"name": "Caféen", "as_of": "2026", "certainty": "A", "source_id": "rapport"}},),
        milestones=(
            {**milestone("m", "2026-01-31", "planned"), "title_da": "Åben", "title_en": "Open", "source_id": "rapport"},
        ),
        criteria=(
            criterion(
                "a",
                goal_id="g",
                number=1,
                target=12.5,
                baseline=0.0,
                title_da="Job",
                title_en="Jobs",
                target_group_da="Unge",
                target_group_en="Youths",
                source_id="rapport",
            ),
            criterion("x", goal_id="g", scheme="other"),
        ),
    )
    return workbook.filled(known, "plan", WORDS, "Planen", DAY, {"Bemærk": "Fiktive tal"}, mark)


@pytest.mark.parametrize("table", workbook.WORKSHEETS)
def test_a_sheet_has_the_contract_s_columns_under_an_explanation_of_each(table: str) -> None:
    explanations, headings = cells(blank(), table)
    assert list(headings.values()) == workbook.columns(table)
    assert len(explanations) == len(headings)


def test_the_guide_comes_first_and_says_from_which_data() -> None:
    content = blank()
    assert list(sheets(content)) == ["Vejledning", *workbook.WORKSHEETS]
    guide = [list(row.values()) for row in cells(content, "Vejledning")]
    assert guide[0] == ["Strategiskabelon"]
    assert ["Dataversion", "abc"] in guide


def test_codes_and_links_are_chosen_from_lists() -> None:
    assert '"planned,reached,late,dropped"' in lists(blank(), "milestones")
    assert "goals!$A$3:$A$202" in lists(blank(), "milestones")
    assert '"establishing,running,finished,changed,abandoned"' in lists(blank(), "projects")


def test_what_must_be_filled_in_has_a_star() -> None:
    columns = workbook.schema("milestones")
    starred = {field for field, column in columns.items() if workbook.explanation(field, column, WORDS).endswith("*")}
    assert starred == {"milestone_id", "scheme", "goal_id", "title_da", "title_en", "due", "status", "source_id"}


def test_the_rows_of_the_scheme_are_written_as_texts() -> None:
    rows = cells(filled(), "criteria")[2:]
    assert [row["A"] for row in rows] == ["a"]
    values = dict(zip(workbook.columns("criteria"), "ABCDEFGHIJKLMNOPQRSTUVWXYZ", strict=False))
    assert (rows[0][values["number"]], rows[0][values["target"]], rows[0][values["baseline"]]) == ("1", "12.5", "0")
    assert cells(filled(), "goals")[2]["C"] == "=1+1"  # a text, no formula


def test_invented_figures_are_marked_in_the_guide_and_on_paper() -> None:
    content = filled("Fiktive tal")
    assert {"A": "Bemærk", "B": "Fiktive tal"} in cells(content, "Vejledning")
    header = sheets(content)["goals"].find(".//x:oddHeader", NAMESPACE).text
    assert header.endswith("Fiktive tal")


def test_the_same_rows_give_the_same_bytes() -> None:
    assert filled() == filled()


def test_a_sheet_saved_as_csv_without_its_explanation_is_a_source_file(tmp_path: Path) -> None:
    folder, content = small_dataset.write_source(tmp_path / "source"), filled()
    for table in workbook.WORKSHEETS:
        letters = list(cells(content, table)[1])
        with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [row.get(letter, "").replace("=1+1", "Flere i arbejde") for letter in letters]
                for row in cells(content, table)[1:]
            )
    read = read_source(folder)
    assert read["criteria"]["target"].tolist() == [12.5]
    assert read["milestones"]["due"].tolist() == ["2026-01-31"]
