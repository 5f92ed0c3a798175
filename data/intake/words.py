"""The words of the vocabulary (`vocabulary.toml`): what offices call our tables, columns and codes."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from data.contracts import SOURCE_TABLES

FILE = Path(__file__).with_name("vocabulary.toml")
NOT_A_LETTER = re.compile(r"[^\w%‰]+|_+")
LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ß": "ss"})
NOT_IN_AN_ID = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=50_000)
def plain(text: str) -> str:
    """A text as words are compared: without case, punctuation and spaces, and with `1.000` as `1000`."""
    return NOT_A_LETTER.sub("", unicodedata.normalize("NFC", text).casefold())


def slug(text: str) -> str:
    """An id of a-z, 0-9 and _ from anything: "Grønne Gård, afd. 3" is groenne_gaard_afd_3."""
    plainer = unicodedata.normalize("NFC", text).casefold().translate(LETTERS)
    ascii_only = unicodedata.normalize("NFKD", plainer).encode("ascii", "ignore").decode()
    return NOT_IN_AN_ID.sub("_", ascii_only).strip("_")


@cache
def vocabulary() -> Mapping[str, Any]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))


def _turned(words: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """The code that each word stands for; the first to claim a word has it."""
    turned: dict[str, str] = {plain(code): code for code in words}
    for code, said in words.items():
        for word in said:
            turned.setdefault(plain(word), code)
    return turned


@cache
def columns(table: str) -> Mapping[str, str]:
    """By the plain word of a heading the column of a table; the contract's own names are among them."""
    contract_columns: dict[str, list[str]] = {column: [] for column in SOURCE_TABLES[table].columns()}
    vocabulary_columns: Mapping[str, list[str]] = vocabulary()["columns"].get(table, {})
    return _turned({**contract_columns, **vocabulary_columns})


@cache
def codes(table: str, column: str) -> Mapping[str, str]:
    """By its plain word each code of a column that has codes; nothing where it has none."""
    codes = vocabulary()["codes"]
    words = codes.get(f"{table}_{column}") or codes.get(column)
    return _turned(words) if words else {}


@cache
def truths() -> Mapping[str, str]:
    return _turned(vocabulary()["codes"]["truth"])


@cache
def tables() -> Mapping[str, str]:
    """By the plain word of a worksheet or file the table that it is."""
    contract_tables: dict[str, list[str]] = {table: [] for table in SOURCE_TABLES}
    return _turned({**contract_tables, **vocabulary()["tables"]})


@cache
def addresses() -> Mapping[str, str]:
    """By the plain word of a heading what a column of a worksheet of addresses holds; names of such worksheets too."""
    return _turned(vocabulary()["addresses"])


@cache
def missing() -> Mapping[str, str]:
    """By what stands in a cell (as it is written, in lower case) why there is no number: a status, or `asked`."""
    return {word: status for status, words in vocabulary()["missing"].items() for word in words}


@cache
def measures() -> Mapping[str, str]:
    return _turned(vocabulary()["measures"])


@cache
def totals() -> frozenset[str]:
    return frozenset(plain(word) for word in vocabulary()["totals"]["words"])


@cache
def footnote_starts() -> tuple[str, ...]:
    return tuple(vocabulary()["footnotes"]["starts"])


def code_words(table: str, column: str) -> dict[str, str]:
    """The first Danish word of each code of a column: what a template offers."""
    codes = vocabulary()["codes"]
    words: Mapping[str, list[str]] = codes.get(f"{table}_{column}") or codes.get(column) or {}
    return {code: (said or [code])[0] for code, said in words.items()}


def table_word(table: str) -> str:
    """The first Danish word of a table, or of a worksheet of addresses; its own name where there is none."""
    if table == "addresses":
        return str(vocabulary()["addresses"]["sheet"][0])
    return str(vocabulary()["tables"].get(table, [table])[0])


def column_word(table: str, column: str) -> str:
    """The first Danish word of a column; its own name where there is none."""
    said = vocabulary()["columns"].get(table, {}).get(column)
    return str(said[0]) if said else column
