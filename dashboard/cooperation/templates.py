"""The tables of co-operation without rows, to fill in: a CSV each, and what every column may hold."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping

import pandera.pandas as pandera

from dashboard.i18n.words import Words
from data.contracts import (
    SOURCE_TABLES,
    ActionCard,
    Body,
    Challenge,
    ChecklistAnswer,
    ChecklistItem,
    Partner,
    ProcessMeasure,
    Recommendation,
    Seat,
)
from data.versions import Version

TABLES = tuple(
    row.TABLE
    for row in (
        Body,
        Seat,
        Partner,
        Recommendation,
        Challenge,
        ActionCard,
        ChecklistItem,
        ChecklistAnswer,
        ProcessMeasure,
    )
)
GUIDE = "LAESMIG.txt"


def write(version: Version, words: Words, facts: Mapping[str, str]) -> bytes:
    """The ZIP; the files have the form that prepare reads. `facts`: heading and text of what holds for all."""
    contents = {f"{name}.csv": ",".join(SOURCE_TABLES[name].columns()) + "\n" for name in TABLES}
    contents[GUIDE] = "\r\n".join(guide(words, facts))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in contents.items():
            made = zipfile.ZipInfo(name, version.time.timetuple()[:6])
            archive.writestr(made, text.encode("utf-8-sig" if name == GUIDE else "utf-8"), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def guide(words: Words, facts: Mapping[str, str]) -> Iterator[str]:
    """Every column of every table with what it may hold."""
    yield words("Tomme tabeller til samarbejde, handlingskort og hotspottavle")
    yield from (f"{heading}: {text}" for heading, text in facts.items())
    yield words("Kolonner, der ender på _da og _en, er den samme tekst på dansk og engelsk.")
    yield words("Skriv funktioner, aldrig navne på personer.")
    for name in TABLES:
        yield ""
        yield f"{name}.csv"
        for column, rule in SOURCE_TABLES[name].schema().columns.items():
            yield f"- {column}: {', '.join(allowed(rule, words))}"


def allowed(column: pandera.Column, words: Words) -> Iterator[str]:
    """What a column may hold: one of some codes, a pattern, a limit, a number or a text."""
    types = {"int64": words("helt tal"), "Int64": words("helt tal"), "float64": words("tal")}
    yield types.get(str(column.dtype), words("true eller false") if str(column.dtype) == "bool" else words("tekst"))
    for check in column.checks:
        rule = check.statistics
        if "allowed_values" in rule:
            yield words("en af: {list}", list=", ".join(map(str, rule["allowed_values"])))
        elif "pattern" in rule:
            yield words("mønster {pattern}", pattern=rule["pattern"])
        elif "min_value" in rule:
            yield words("mindst {n}", n=rule["min_value"])
    if column.nullable:
        yield words("må være tom")
