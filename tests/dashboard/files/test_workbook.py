"""A table as a workbook: numbers are numbers, nothing is a formula, and the second sheet says what the numbers are."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pandas
import pytest
from python_calamine import CalamineWorkbook

from dashboard import store
from dashboard.files import formats, workbook
from dashboard.files.taken import Taken, Told
from dashboard.i18n.words import Words
from dashboard.prepare import command
from dashboard.views.kept import Setting
from dashboard.views.tables import Column
from data import versions
from tests import small_dataset

FORMULA = "=HYPERLINK(1)"
COLUMNS = [Column("name", "Område"), Column("value", "Værdi", "number", 1), Column("residents", "Beboere", "number")]


@pytest.fixture
def setting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Setting:
    source = small_dataset.write_source(tmp_path / "source" / "lille")
    shapes = small_dataset.write_shapes(tmp_path / "shapes" / "lille")
    versions.publish(tmp_path / "prepared", "lille", command.build(source, shapes, 5))
    monkeypatch.setattr(store, "ROOT", tmp_path / "prepared")
    return Setting(store.current("lille"), Words("da"), projector=False, today=date(2026, 11, 27))


def taken(setting: Setting, *rows: tuple[Any, ...], heading: str = "Tal") -> Taken:
    frame = pandas.DataFrame(rows, columns=["name", "value", "residents", "status"])
    told = Told(heading, "Det er tallene.", "Kilde: en rapport.", "/kort?datasaet=lille&vis=kort")
    return Taken(setting, told, {"Valg": "alle år"}, lambda: (frame, COLUMNS))


def sheets(content: bytes) -> list[list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


@pytest.mark.parametrize("write", [workbook.xlsx, workbook.ods])
def test_numbers_are_numbers_and_a_missing_one_is_its_word_with_its_code(write: Any, setting: Setting) -> None:
    given = taken(setting, ("Tåstrupgård", 1234.56, 2000, "shown"), ("Gadehavegård", None, 10, "hidden"))
    assert sheets(write(given))[0] == [
        ["Område", "Værdi", "Beboere", "Status (kode)"],
        ["Tåstrupgård", 1234.6, 2000, "shown"],
        ["Gadehavegård", "skjult (diskretioneret)", "skjult (diskretioneret)", "hidden"],
    ]


@pytest.mark.parametrize("write", [workbook.xlsx, workbook.ods])
def test_no_text_is_a_formula_or_a_link(write: Any, setting: Setting) -> None:
    texts = (FORMULA, "+1", "-1", "@a", "https://eksempel.dk", "  to  mellemrum ", "linje\nto")
    content = write(taken(setting, *((text, 1.0, 1, "shown") for text in texts), heading=FORMULA))
    numbers, about = sheets(content)
    assert [row[0] for row in numbers[1:]] == list(texts)
    assert [FORMULA in row for row in about][0]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist() if name.endswith(".xml"))
    assert b"<f>" not in parts
    assert b":formula=" not in parts
    assert b"<hyperlink" not in parts


@pytest.mark.parametrize("write", [workbook.xlsx, workbook.ods])
def test_the_second_sheet_says_what_the_numbers_are(write: Any, setting: Setting) -> None:
    about = dict(sheets(write(taken(setting, ("Tåstrupgård", 1.0, 1, "shown"))))[1])
    assert about["Hvad den viser"] == "Det er tallene."
    assert about["Valg"] == "alle år"
    assert about["Adresse i barometeret"] == "/kort?datasaet=lille&vis=kort"
    assert about["Kilde og sikkerhed"] == "Kilde: en rapport."
    assert about["Hentet"] == "27. november 2026"
    assert "1–4 personer er skjult" in about["Skjulte tal"]
    assert "for få til at vise" in about["Tal, der mangler"]


@pytest.mark.parametrize("write", [workbook.xlsx, workbook.ods])
def test_a_text_too_long_for_a_cell_is_cut_and_not_lost(write: Any, setting: Setting) -> None:
    (_, row), _ = sheets(write(taken(setting, ("a" * 40_000, 1.0, 1, "shown"), heading="b" * 300)))
    assert len(row[0]) == workbook.LONGEST
    assert row[0].endswith("…")


@pytest.mark.parametrize("kind", [kind for kind in formats.FORMATS if not kind.has_shapes])
def test_a_table_without_rows_is_a_file_with_headings(kind: formats.Format, setting: Setting) -> None:
    content = kind.write(taken(setting))
    if kind.suffix != "csv":
        assert sheets(content)[0] == [["Område", "Værdi", "Beboere", "Status (kode)"]]
    else:
        assert content.decode("utf-8-sig") == "Område;Værdi;Beboere;Status (kode);Valg\r\n"


def test_the_same_table_gives_the_same_workbook(setting: Setting) -> None:
    given = taken(setting, ("Tåstrupgård", 1.0, 1, "shown"))
    assert workbook.xlsx(given) == workbook.xlsx(given)
