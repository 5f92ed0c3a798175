"""Read the source files of a dataset: CSV as text, parsed by the contract, every fault told at once.

The form of a source file: UTF-8 without BOM, separated by comma, one header row, the columns of the contract.
A number has a point before its decimals and no thousands separator ("1.234" is one and a bit), a truth value is
`true` or `false`, and an empty field is a missing number or an empty text.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

import pandas
import pandera.pandas as pandera

from data import levels, validate
from data.contracts import SOURCE_TABLES
from data.errors import CPR_NUMBER, Finding, SourceError, Text
from data.faults import at

BOM = b"\xef\xbb\xbf"
SPACES = str.maketrans(dict.fromkeys("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{FIGURE SPACE}", " "))
EMPTY_INDEX = pandas.MultiIndex.from_arrays([[], []], names=["file", "row"])
SEPARATORS = {";": "semikolon", "\t": "tabulator"}

TABLE_FILE = Text(f"en af tabellerne {', '.join(SOURCE_TABLES)}", f"one of the tables {', '.join(SOURCE_TABLES)}")
MISSING_FILE = Text("filen, om så kun med kolonnenavne", "the file, if only with its column names")
UTF8 = Text("tegnsættet UTF-8", "the character set UTF-8")
NO_BOM = Text("UTF-8 uden BOM (tre usynlige bytes forrest)", "UTF-8 without a BOM (three invisible first bytes)")
LAST_LINE = Text("et linjeskift efter sidste række (er filen kappet?)", "a line break at the end (is the file cut?)")
COMMA = Text("komma mellem felterne", "commas between the fields")
QUOTES = Text("et anførselstegn i slutningen af hvert felt, der begynder med et", "every quoted field to be closed")
HEADER = Text("en række med kolonnenavne", "a row with the column names")
KNOWN_COLUMN = Text("kun kolonner, der står i kontrakten", "only columns that stand in the contract")
NO_PERSON = Text(
    "kun kontraktens kolonner med antal: slet kolonnen, den kunne udpege en person",
    "only the contract's columns of numbers: delete the column, it could point out a person",
)
COLUMN = Text("en kolonne med dette navn", "a column of this name")
ONE_COLUMN = Text("hver kolonne én gang", "each column once")


NO_CPR = Text("tekst uden personnumre: slet nummeret", "text without CPR numbers: delete the number")
NO_POINT = "et helt tal uden tusindtalspunktum, her {number}", "a whole number without a thousand point, here {number}"
OF_YOUNG = ("transition_meetings", "transition_outcomes")  # counts of young people, never persons


class Parser(NamedTuple):
    """How one type of the contract is written in a source file."""

    pattern: re.Pattern[str]
    convert: Callable[[str], int | float | bool]
    dtype: str
    expected: Text


WHOLE = Parser(re.compile(r"-?[0-9]{1,15}"), int, "Int64", Text("et helt tal, fx 1234", "a whole number, such as 1234"))
DECIMAL = Parser(
    re.compile(r"-?[0-9]{1,15}(\.[0-9]+)?"),
    float,
    "float64",
    Text(
        "et tal med punktum før decimalerne og uden tusindtalsseparator, fx 1234.5",
        "a number with a decimal point and no thousands separator, such as 1234.5",
    ),
)
TRUTH = Parser(
    re.compile("true|false"), lambda field: field == "true", "boolean", Text("true eller false", "true or false")
)
PARSERS = {"int64": WHOLE, "Int64": WHOLE, "float64": DECIMAL, "bool": TRUTH}

MOJIBAKE = re.compile("[ÂÃ][\x80-\xbfŒ-ƒˆ-˜–-™]|â€|\N{REPLACEMENT CHARACTER}")  # UTF-8 once read as Windows-1252
TAG = re.compile(r"<[/!?a-zA-Z]")
THOUSANDS = re.compile(r"-?[0-9]{1,3}(\.[0-9]{3})+")
FORMULA = re.compile(r"[=@+-](?!(\d[\d.,]*( ?%)?)?$)")  # "-" and "+4" are cells as printed, "=1+1" is a formula
UNWANTED: tuple[tuple[Callable[[str], object], Text], ...] = (
    (lambda text: not text.isprintable(), Text("tekst uden usynlige tegn", "text without invisible characters")),
    (MOJIBAKE.search, Text("bogstaver læst med det rigtige tegnsæt", "letters read with the right character set")),
    (TAG.search, Text("tekst uden HTML", "text without HTML")),
    (CPR_NUMBER.search, NO_CPR),
    (FORMULA.match, Text("tekst, der ikke begynder som en formel (= + - @)", "text that does not begin as a formula")),
)


def read_source(folder: Path) -> dict[str, pandas.DataFrame]:
    """All source tables of a dataset by name, in the types of their row class in `contracts.SOURCE_ROWS`; the areas say
    what kind of level theirs is too, as `contracts.Area`.

    `observations*.csv` are one table, of `GivenObservation`.
    Raises SourceError with every fault of every file: form, types, keys, references and rules between columns.
    """
    return without_places(read_placed(folder))


def read_placed(folder: Path) -> dict[str, pandas.DataFrame]:
    """As `read_source`, before the areas are told their kind; the index of every table is the file and the row.

    Each table holds its row class in `contracts.SOURCE_ROWS`.
    """
    findings: list[Finding] = []
    tables: dict[str, pandas.DataFrame] = {}
    for name, paths in _files(folder, findings).items():
        frames = [_read_file(path, name, findings) for path in paths]
        whole = [frame for frame in frames if frame is not None]
        if whole and len(whole) == len(frames):
            tables[name] = pandas.concat(whole)
    findings += validate.findings(tables, findings)
    if findings:
        raise SourceError(sorted(findings, key=lambda finding: (finding.file, finding.row or 0)))
    return tables


def without_places(tables: Mapping[str, pandas.DataFrame]) -> dict[str, pandas.DataFrame]:
    """The tables of `read_placed` as all later steps take them: numbered rows, and areas with their kind, as
    `contracts.Area`.
    """
    given = {name: tables[name].reset_index(drop=True) for name in SOURCE_TABLES}
    return given | {"areas": levels.with_kinds(given["areas"], given["levels"])}


def _files(folder: Path, findings: list[Finding]) -> dict[str, list[Path]]:
    """The files of each table. A table without a file and a file without a table are findings."""
    files: dict[str, list[Path]] = {name: [] for name in SOURCE_TABLES}
    for path in sorted(folder.glob("*.csv")):
        name = "observations" if path.stem.startswith("observations") else path.stem
        if name in files and path.is_file():
            files[name].append(path)
        else:
            findings.append(Finding(path.name, path.stem, TABLE_FILE))
    findings += [Finding(f"{name}.csv", "", MISSING_FILE) for name, paths in files.items() if not paths]
    return files


def _read_file(path: Path, table: str, findings: list[Finding]) -> pandas.DataFrame | None:
    """One file in the contract's types, indexed by file and spreadsheet row; None where the form does not allow it."""
    columns = SOURCE_TABLES[table].schema().columns
    rows = _rows(path, findings)
    expected = NO_PERSON if table in OF_YOUNG else KNOWN_COLUMN
    if rows is None or not _header_fits(path.name, rows, list(columns), expected, findings):
        return None
    header = [_clean(name) for name in rows[0]]
    whole: dict[tuple[str, int], list[str]] = {}
    for number, row in enumerate(rows[1:], start=2):
        if len(row) == len(header):
            whole[path.name, number] = [_clean(field) for field in row]
        elif row:
            fields = Text(f"{len(header)} felter som i første række", f"{len(header)} fields as in the first row")
            findings.append(Finding(path.name, f"{len(row)} felter: {','.join(row)[:60]}", fields, row=number))
    index = pandas.MultiIndex.from_tuples(whole, names=["file", "row"]) if whole else EMPTY_INDEX
    texts = pandas.DataFrame(list(whole.values()), columns=header, index=index, dtype="str")
    return pandas.DataFrame({name: _parse(texts[name], column, findings) for name, column in columns.items()})


def _rows(path: Path, findings: list[Finding]) -> list[list[str]] | None:
    """The fields of every row as text; None where the file is not CSV in UTF-8."""
    content = path.read_bytes()
    if content.startswith(BOM):
        findings.append(Finding(path.name, "BOM", NO_BOM, row=1))
    try:
        text = content.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        row = content[: error.start].count(b"\n") + 1
        findings.append(Finding(path.name, f"byte 0x{content[error.start]:02X}", UTF8, row=row))
        return None
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        findings.append(Finding(path.name, str(error), QUOTES))
        return None
    if text and not text.endswith(("\n", "\r")):
        findings.append(Finding(path.name, text[-20:], LAST_LINE, row=len(rows)))
    return rows


def _clean(field: str) -> str:
    return unicodedata.normalize("NFC", field.translate(SPACES).strip())


def _header_fits(
    file: str, rows: list[list[str]], columns: Iterable[str], expected: Text, findings: list[Finding]
) -> bool:
    """Whether the first row has the contract's columns, each once and no other; the findings say what is wrong.

    `expected`: instead of a column that the contract does not have.
    """
    if not rows or not any(rows[0]):
        findings.append(Finding(file, "", HEADER, row=1))
        return False
    names = [_clean(name) for name in rows[0]]
    separator = next((word for sign, word in SEPARATORS.items() if len(names) == 1 and sign in names[0]), None)
    if separator:
        findings.append(Finding(file, separator, COMMA, row=1))
        return False
    faults = [Finding(file, name, expected, 1, name) for name in dict.fromkeys(names) if name not in columns]
    faults += [Finding(file, name, ONE_COLUMN, 1, name) for name in columns if names.count(name) > 1]
    faults += [Finding(file, "", COLUMN, 1, name) for name in columns if name not in names]
    findings += faults
    return not faults


def _parse(texts: pandas.Series, column: pandera.Column, findings: list[Finding]) -> pandas.Series:
    """A column of texts in its contract type. A field that is not of the type is a finding and becomes missing."""
    parser = PARSERS.get(str(column.dtype))
    if parser is None:
        findings += _text_faults(texts)
        return texts
    fits = texts.map(lambda field: parser.pattern.fullmatch(field) is not None).astype(bool)
    persons = texts.map(lambda field: CPR_NUMBER.fullmatch(field) is not None).astype(bool)
    findings += at(texts[persons], NO_CPR)
    points = texts.map(lambda field: parser is WHOLE and THOUSANDS.fullmatch(field) is not None).astype(bool)
    for one in (texts[place : place + 1] for place in points.to_numpy().nonzero()[0]):
        findings += at(one, Text(*(words.format(number=one.iloc[0].replace(".", "")) for words in NO_POINT)))
    faulty = ~fits & ~persons & ~points & ~((texts == "") & column.nullable)
    findings += at(texts[faulty], parser.expected)
    values = [parser.convert(field) if good else None for field, good in zip(texts, fits, strict=True)]
    dtype = parser.dtype if column.nullable or not fits.all() else str(column.dtype)
    return pandas.Series(values, index=texts.index, name=texts.name, dtype=pandas.api.types.pandas_dtype(dtype))


def _text_faults(texts: pandas.Series) -> list[Finding]:
    """Fields with invisible characters, a wrong character set, HTML, a CPR number or a spreadsheet formula."""
    found: list[Finding] = []
    for unwanted, expected in UNWANTED:
        faulty = {text for text in texts.unique() if unwanted(text)}
        found += at(texts[texts.isin(faulty)], expected) if faulty else []
    return found
