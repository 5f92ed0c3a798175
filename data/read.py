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
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, Self

import numpy
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
    whole: list[int] = []
    for number, row in enumerate(rows[1:], start=2):
        if len(row) == len(header):
            whole.append(number)
        elif row:
            fields = Text(f"{len(header)} felter som i første række", f"{len(header)} fields as in the first row")
            findings.append(Finding(path.name, f"{len(row)} felter: {','.join(row)[:60]}", fields, row=number))
    if not whole:
        return _without_rows(table)
    index = pandas.MultiIndex([[path.name], whole], [[0] * len(whole), range(len(whole))], names=["file", "row"])
    fields_of = {name: [rows[number - 1][place] for number in whole] for place, name in enumerate(header)}
    del rows
    return pandas.DataFrame(
        {
            name: _parse(Written.of(fields_of.pop(name), name, index), column, findings)
            for name, column in columns.items()
        }
    )


@dataclass(frozen=True)
class Written:
    """A column as it is written: its different texts, cleaned, and which of them each row has."""

    texts: pandas.Index
    places: numpy.ndarray
    index: pandas.Index
    name: str

    @classmethod
    def of(cls, fields: list[str], name: str, index: pandas.Index) -> Self:
        places, written = pandas.factorize(numpy.array(fields, dtype=object))
        again, texts = pandas.factorize(numpy.array([_clean(text) for text in written], dtype=object))
        return cls(pandas.Index(texts, dtype="str"), again[places] if len(places) else places, index, name)

    def column(self) -> pandas.Series:
        return self._spread(pandas.Series(self.texts, dtype="str"))

    def where(self, flags: Sequence[bool]) -> pandas.Series:
        """The fields whose text is flagged."""
        flagged = numpy.fromiter(flags, dtype=bool, count=len(self.texts))
        if not flagged.any():
            return pandas.Series([], self.index[:0], dtype="str", name=self.name)
        return self.column().loc[pandas.Series(flagged[self.places], self.index)]

    def converted(self, values: Sequence[Any], dtype: str) -> pandas.Series:
        """The value of each text in place of it."""
        return self._spread(pandas.Series(list(values), dtype=pandas.api.types.pandas_dtype(dtype)))

    def _spread(self, values: pandas.Series) -> pandas.Series:
        return values.take(self.places).set_axis(self.index).rename(self.name)


@cache
def _without_rows(table: str) -> pandas.DataFrame:
    """As most tables of a small dataset are."""
    columns = SOURCE_TABLES[table].schema().columns.items()
    return pandas.DataFrame({name: _parse(Written.of([], name, EMPTY_INDEX), column, []) for name, column in columns})


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


def _parse(written: Written, column: pandera.Column, findings: list[Finding]) -> pandas.Series:
    """A column of texts in its contract type. A field that is not of the type is a finding and becomes missing.

    Each different text is looked at once.
    """
    parser = PARSERS.get(str(column.dtype))
    if parser is None:
        findings += _text_faults(written)
        return written.column()
    texts = list(written.texts)
    fits = [parser.pattern.fullmatch(text) is not None for text in texts]
    persons = [CPR_NUMBER.fullmatch(text) is not None for text in texts]
    findings += at(written.where(persons), NO_CPR)
    points = [parser is WHOLE and THOUSANDS.fullmatch(text) is not None for text in texts]
    pointed = written.where(points)
    for one in (pointed[place : place + 1] for place in range(len(pointed))):
        findings += at(one, Text(*(words.format(number=one.iloc[0].replace(".", "")) for words in NO_POINT)))
    is_missing = [text == "" and column.nullable for text in texts]
    faulty = [not any(good) for good in zip(fits, persons, points, is_missing, strict=True)]
    findings += at(written.where(faulty), parser.expected)
    values = [parser.convert(text) if good else None for text, good in zip(texts, fits, strict=True)]
    return written.converted(values, parser.dtype if column.nullable or not all(fits) else str(column.dtype))


def _text_faults(written: Written) -> list[Finding]:
    """Fields with invisible characters, a wrong character set, HTML, a CPR number or a spreadsheet formula."""
    found: list[Finding] = []
    for unwanted, expected in UNWANTED:
        flags = [bool(unwanted(text)) for text in written.texts]
        found += at(written.where(flags), expected) if any(flags) else []
    return found
