"""A faulty field of a source file as a finding."""

from __future__ import annotations

import pandas

from data.errors import Finding, Text

Fault = tuple[pandas.Series, Text]  # the faulty fields of a column, and what was expected


def at(fields: pandas.Series, expected: Text) -> list[Finding]:
    """One finding for each of these faulty fields of a column, whose index is the file and the spreadsheet row."""
    return [
        Finding(file, "" if pandas.isna(field) else str(field)[:80], expected, row, str(fields.name))
        for (file, row), field in zip(fields.index, fields, strict=True)
    ]
