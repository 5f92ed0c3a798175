"""Whatever is handed in, a message says what is wrong with it: no exception leaves the engine.

A sample in the suite; a thousand by `python -m tests.data.intake.test_no_traceback`.
"""

from __future__ import annotations

import csv
import sys
import tempfile
from datetime import date
from pathlib import Path

import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from dashboard.prepare import intake
from dashboard.prepare.intake import Folders
from data.intake import words
from data.intake.messages import Message

SAMPLE, WHOLE = 25, 1_000
TABLES = ("areas", "indicators", "sources", "observations", "memberships", "roles", "projects", "criteria", "results")
GOOD = {
    "areas.csv": "Område-id;Navn;Kommunekode\n0101;Grønne Gård;0101\n0102;Møllevangen;0101\n",
    "indicators.csv": "Indikator id;Navn;Enhed;Hvad tælles;Retning\nsigtede;Sigtede;pr. 1.000;Sigtede;Lavt er godt\n",
    "sources.csv": "Titel;Udgiver;Type\nRapport;Os;Offentliggjort\n",
    "observations.csv": "Område;År;Indikator;Antal;Befolkning\n0101;2015;Sigtede;5;100\n0102;2016;Sigtede;6;100\n",
}
WORDS = [
    "0101", "101", "Grønne Gård", "Grønne Gaard", "Sigtede", "2015", "2019/20", "ultimo 2013", "okt-14", "15-17 år",
    "*", "-", "..", "1.234", "12,5", "1,234.5", "25 %", "#DIV/0!", "I alt", "Kilde: os", "ja", "register", "fiktiv",
    "kommune", "land", "gruppe", "hotspot", "kontrol", "0", "-5", "1e308", "9" * 40, "31-12-2020", "31-02-2020",
    "=1+1", "<b>", "010190-1234", "\x00", "∞", "𝟏𝟐", "²", "٣", "|", "{}", "%s", "[x]",
]  # fmt: skip
cell = some.one_of(
    some.sampled_from(WORDS),
    some.none(),
    some.integers(-(10**18), 10**18),
    some.floats(),
    some.booleans(),
    some.dates(),
    some.text(max_size=12),
)


@some.composite
def worksheet(draw: some.DrawFn) -> tuple[str, list[list[object]]]:
    """A table's headings, perhaps with others among them, and rows of anything below."""
    table = draw(some.sampled_from(TABLES))
    known = sorted({word for said in words.vocabulary()["columns"].get(table, {}).values() for word in said[:2]})
    headings = draw(some.lists(some.one_of(some.sampled_from(known), cell), min_size=1, max_size=8))
    rows = draw(some.lists(some.lists(cell, max_size=9), max_size=6))
    above = draw(some.lists(some.lists(cell, max_size=3), max_size=2))
    return draw(some.sampled_from([table, "Ark1", "Tal"])), [*above, headings, *rows]


@some.composite
def folder(draw: some.DrawFn) -> dict[str, object]:
    """A good folder in which some files are something else, with more beside them."""
    files: dict[str, object] = dict(GOOD)
    for name in draw(some.lists(some.sampled_from([*GOOD, "mere.csv", "bog.xlsx"]), max_size=3, unique=True)):
        files[name] = draw(worksheet())
    for name in draw(
        some.lists(
            some.sampled_from(
                [
                    "observations.csv",
                    "kort.zip",
                    "kort.gpkg",
                    "bog.xlsx",
                    "mapping.toml",
                    "dataset.toml",
                    "kort.geojson",
                ]
            ),
            max_size=1,
        )
    ):
        files[name] = draw(some.binary(max_size=60))
    return files


def write(files: dict[str, object], target: Path) -> None:
    for name, content in files.items():
        path = target / name
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        elif isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, tuple):
            _write_sheet(path, content)


def _write_sheet(path: Path, sheet: tuple[str, list[list[object]]]) -> None:
    name, rows = sheet
    if path.suffix == ".csv":
        with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
            csv.writer(file, delimiter=";", escapechar="\\").writerows(rows)
        return
    book = xlsxwriter.Workbook(str(path), {"nan_inf_to_errors": True})
    page = book.add_worksheet(name)
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    for row, cells in enumerate(rows):
        for column, value in enumerate(cells):
            if isinstance(value, date) and value.year >= 1900:
                page.write_datetime(row, column, value, day)
            elif isinstance(value, str):
                page.write_string(row, column, value)
            elif isinstance(value, (int, float)):
                page.write(row, column, value)
    book.close()


def messages(files: dict[str, object]) -> tuple[Message, ...]:
    """What is said of a folder of these files."""
    with tempfile.TemporaryDirectory() as place:
        target = Path(place) / "indleveret"
        target.mkdir()
        write(files, target)
        return intake.check(target, Folders.at(Path(place))).checked.messages


def hold(files: dict[str, object]) -> None:
    """Every message is a whole sentence in both languages, and none has had to say that a check is missing."""
    for message in messages(files):
        assert message.kind != "unforeseen", message.found
        for language in ("da", "en"):
            sentence = message.sentence(language)
            assert "{" not in message.said.expected.in_language(language).replace("{}", ""), sentence
            assert "^" not in message.said.expected.in_language(language), sentence


def test_four_tables_alone_can_be_published() -> None:
    assert [message.sentence() for message in messages(dict(GOOD)) if message.is_open] == []


@settings(max_examples=SAMPLE, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(folder())
def test_no_folder_ends_in_a_traceback(files: dict[str, object]) -> None:
    hold(files)


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else WHOLE
    settings(max_examples=many, deadline=None, suppress_health_check=list(HealthCheck))(given(folder())(hold))()
    print(f"{many} folders, no traceback.")
