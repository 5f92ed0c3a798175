"""Files as they come: by their names, sizes and character sets; and what is refused."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path

import pytest

from data.intake import archives, handed, sheets
from data.intake.handed import HandedFile, Use
from data.intake.sheets import Sheet, UnreadableError

LINES = "Område;År;Værdi\nÅgården;2015;12,5\n"


def csv_sheet(folder: Path, content: bytes) -> Sheet:
    path = folder / "tal.csv"
    path.write_bytes(content)
    (sheet,) = sheets.read(HandedFile("tal.csv", Use.TABLE, handed.EMPTY, path, len(content)))
    return sheet


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_is_read_in_the_character_sets_of_danish_offices(tmp_path: Path, encoding: str) -> None:
    assert csv_sheet(tmp_path, LINES.encode(encoding)).rows[1] == ("Ågården", "2015", "12,5")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_csv_is_read_whatever_separates_its_fields(tmp_path: Path, separator: str) -> None:
    written = "id;navn;by\n1;Ågården;Ry\n2;Kær;Hov\n".replace(";", separator)
    assert csv_sheet(tmp_path, written.encode()).rows[2] == ("2", "Kær", "Hov")


def test_decimal_commas_do_not_separate_fields(tmp_path: Path) -> None:
    rows = csv_sheet(tmp_path, b"navn;a;b\nx;1,5;2,5\ny;3,5;4,5\n").rows
    assert rows[1] == ("x", "1,5", "2,5")


def test_letters_and_spaces_have_one_form() -> None:
    assert sheets.text(unicodedata.normalize("NFD", "\N{NO-BREAK SPACE}Ågården  3 ")) == "Ågården 3"
    assert sheets.text(101.0) == "101"


def test_every_file_is_listed_with_its_use_or_why_it_has_none(tmp_path: Path) -> None:
    for name in (
        "tal.xlsx",
        "kort.gpkg",
        "mapping.toml",
        "gammel.xls",
        "~$tal.xlsx",
        "kort.shp",
        "brev.docx",
        "tom.csv",
    ):
        (tmp_path / name).write_bytes(b"" if name == "tom.csv" else b"x")
    (tmp_path / "link.csv").symlink_to("/etc/hostname")
    found = {file.name: file for file in handed.list_files(tmp_path)}
    assert {name: file.use for name, file in found.items()} == {
        "tal.xlsx": Use.TABLE,
        "kort.gpkg": Use.SHAPES,
        "mapping.toml": Use.SETTINGS,
        **dict.fromkeys(("gammel.xls", "~$tal.xlsx", "kort.shp", "brev.docx", "tom.csv", "link.csv"), Use.UNUSED),
    }
    assert found["brev.docx"].why is handed.KIND_UNKNOWN
    assert found["kort.shp"].why is handed.LOOSE_SHAPEFILE


def zip_of(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def test_a_zip_file_that_grows_beyond_reason_is_refused(tmp_path: Path) -> None:
    assert archives.refusal(zip_of(tmp_path / "a.zip", bombe=bytes(20_000_000))) is archives.BOMB


@pytest.mark.parametrize("name", ["../ud.shp", "/etc/x.shp", "a/../../x.shp", "..\\x.shp", "C:\\x.shp"])
def test_a_zip_file_that_leads_out_of_its_folder_is_refused(tmp_path: Path, name: str) -> None:
    assert archives.refusal(zip_of(tmp_path / "a.zip", **{name: b"x"})) is archives.OUTSIDE


def test_a_zip_file_of_a_few_files_is_opened(tmp_path: Path) -> None:
    assert archives.refusal(zip_of(tmp_path / "a.zip", **{"kort/a.shp": b"x"})) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 kappet", b"<html>", bytes(100)])
def test_a_damaged_workbook_is_told_and_raises_nothing_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "tal.xlsx"
    path.write_bytes(content)
    with pytest.raises(UnreadableError):
        sheets.read(HandedFile("tal.xlsx", Use.TABLE, handed.EMPTY, path))
